"""The command line: the only place that does IO on behalf of the user."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from importlib import import_module

import click

from transpiler.version import VERSION

_COMMANDS = {
    "convert": "Convert COBOL files or trees to Python.",
    "run": "Convert a program (once) and run it.",
    "review": "Make pages that show COBOL beside Python.",
    "diff": "Show a program beside its Python in the terminal.",
    "report": "Make the migration report of a source tree.",
    "check": "Parse and analyze without writing anything.",
    "dump": "Show what a stage makes of a program.",
    "explain": "Explain a diagnostic code.",
    "data": "View, convert and move data files with copybooks.",
    "completion": "Print the shell completion script.",
}


class LazyGroup(click.Group):
    """Loads the module of a command when the command is used, so that `--version` and `--help` are quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order in which a newcomer needs them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import `transpiler.commands.<name>` and return its command."""
        if cmd_name not in _COMMANDS:
            return None
        command = import_module(f"transpiler.commands.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; offer a near name for one that is not there."""
        near = get_close_matches(args[0], _COMMANDS, 1)
        if args[0] not in _COMMANDS and not args[0].startswith("-"):
            hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(_COMMANDS)}."
            ctx.fail(f"No such command '{args[0]}'. {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.command(
    cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(VERSION, "-V", "--version", prog_name="cobolift")
def main() -> None:
    """Turn COBOL source trees into Python that people are glad to own.

    \b
    Start with:
      cobolift convert src -o out -I src/copy     convert a tree
      cobolift run payroll.cbl                    convert one program and run it
      cobolift explain CBL3001                    what a diagnostic means

    Exit status: 0 done, 1 errors in the source, 2 wrong usage, 70 a fault of cobolift itself.
    """


if __name__ == "__main__":
    sys.exit(main())
