"""`cobolift run`: convert a program once and run it."""

from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path
from typing import Any

import click

from transpiler.commands.source_options import make_options, source_options


@click.command("run", context_settings={"ignore_unknown_options": False, "allow_interspersed_args": True})
@click.argument("program", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "-L",
    "--library",
    "libraries",
    multiple=True,
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Search DIR for the sources of CALLed programs (repeatable).",
)
@click.option(
    "--dd",
    "assignments",
    multiple=True,
    metavar="NAME=PATH",
    help="Assign a file: sets DD_NAME for the program.",
)
@click.option(
    "--parm", default=None, metavar="TEXT", help="Pass TEXT as a job step's PARM (halfword length and text)."
)
@source_options
def command(
    program: Path,
    arguments: tuple[str, ...],
    libraries: tuple[Path, ...],
    assignments: tuple[str, ...],
    parm: str | None,
    **how: Any,
) -> None:
    """Convert PROGRAM into the cache, when it is not there yet, and run it with ARGUMENTS.

    Standard streams and the exit status are the program's own.
    """
    from transpiler.program_cache import ProgramCache

    options = make_options(program, **how)
    for assignment in assignments:
        name, found, path = assignment.partition("=")
        if not found or not name:
            raise click.BadParameter(f"{assignment!r} is not NAME=PATH", param_hint="--dd")
        os.environ[f"DD_{name}"] = path
    if parm is not None:
        os.environ["COBOLIFT_PARM"] = parm
    cache = ProgramCache(options, (program.resolve().parent, *(folder.resolve() for folder in libraries)))
    module = cache.module_of(program)
    if module is None:
        sys.exit(cache.status)
    cache.serve_calls()
    sys.argv = [str(program), *arguments]
    runpy.run_path(str(module), run_name="__main__")
