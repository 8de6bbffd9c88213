"""`cobolift data`: look at, convert and move data files with the copybooks that describe them."""

from __future__ import annotations

from importlib import import_module

import click

_COMMANDS = {
    "layout": ("data_show", "Show where the items of a copybook lie."),
    "view": ("data_show", "Show the records of a file."),
    "diff": ("data_show", "Compare two files field by field."),
    "convert": ("data_move", "Convert between files of records, encodings and tables."),
    "load": ("data_move", "Make an indexed or relative dataset of a file."),
    "unload": ("data_move", "Write a dataset as a file of records."),
    "generate": ("data_move", "Make up records, valid or hostile."),
}


class DataGroup(click.Group):
    """Loads the module of a command when the command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order in which they are needed."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module and return it."""
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"transpiler.commands.{_COMMANDS[cmd_name][0]}")
        found = getattr(module, cmd_name)
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, help) for name, (_, help) in _COMMANDS.items()])


@click.command("data", cls=DataGroup)
def command() -> None:
    """Look at, convert and move data files with their copybooks.

    \b
    cobolift data layout ACCOUNT.cpy
    cobolift data view accounts.dat -c ACCOUNT.cpy --codepage cp037 --head 3
    cobolift data convert accounts.dat -c ACCOUNT.cpy --codepage cp037 --to parquet -o accounts.parquet
    """
