"""`cobolift run`: convert a program once and run it."""

from __future__ import annotations

import os
import re
import runpy
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from transpiler.commands.source_options import make_options, source_options
from transpiler.configuration import configuration_file
from transpiler.options import ConvertOptions, StoredFile


class RunCommand(click.Command):
    """A command whose last arguments belong to somebody else."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Say where the program's own options go when one is not known."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            hint = f"{error.format_message()} Arguments for the program itself follow `--`."
            raise click.UsageError(hint, ctx) from error


_ATTRIBUTE = re.compile(r",(?=(?:encoding|format|records|when)=)")


def path_and_attributes(described: str) -> tuple[str, list[str]]:
    """Cut `NAME=data/customers,encoding=cp037,format=rdw` behind the path; commas in a path are no cut."""
    path, *attributes = _ATTRIBUTE.split(described)
    return path, attributes


def _stored(known: StoredFile, attributes: list[str]) -> StoredFile:
    """A dataset with some attributes KEY=VALUE instead of those that are known."""
    given: dict[str, list[str]] = {}
    for attribute in attributes:
        key, _, value = attribute.partition("=")
        given.setdefault(key, []).append(value)
    return StoredFile(
        known.name,
        given.get("encoding", [known.encoding])[-1],
        given.get("format", [known.format])[-1],
        tuple(given.get("when", known.when)),
        tuple(given.get("records", known.records)),
    )


@click.command("run", cls=RunCommand)
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
    metavar="NAME=PATH[+PATH...][,KEY=VALUE...]",
    help="Let ASSIGN NAME mean the file PATH (sets DD_NAME in the environment); several are read one after the other, DUMMY is no file."
    " encoding=cp037, format=fixed|rdw|bdw, when=FIELD=VALUE:NAME and records=NAME say how it is stored (DCB_NAME).",
)
@click.option(
    "--trace",
    "trace",
    default=None,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Count how often each COBOL statement is executed, and add the counts to FILE.",
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
    trace: Path | None,
    parm: str | None,
    **how: Any,
) -> None:
    """Convert PROGRAM when it or a copybook has changed, and run it with ARGUMENTS.

    Standard streams and the exit status are the program's own. CALLed programs are found by PROGRAM-ID or file name beside
    PROGRAM and in the folders of -L.

    \b
      cobolift run payroll.cbl -I copy --dd EMPFILE=data/employees.dat
      cobolift run payroll.cbl --dd EMPFILE=employees.ebc,encoding=cp037
      cobolift run report.cbl -- --month 5        arguments of the program follow --
    """
    from transpiler.program_cache import ProgramCache

    options = replace(make_options((program,), **how), program_folders=libraries)
    options = replace(options, files=_assign(program, assignments, options.files))
    if parm is not None:
        os.environ["COBOLIFT_PARM"] = parm
    folders = (program.resolve().parent, *(folder.resolve() for folder in libraries))
    if trace is not None:
        _run_traced(trace, program.resolve(), folders, options, arguments)
        return
    cache = ProgramCache(options, folders)
    module = cache.module_of(program)
    if module is None:
        sys.exit(cache.status)
    cache.serve_calls()
    sys.argv = [str(program), *arguments]
    runpy.run_path(str(module), run_name="__main__")


def _run_traced(
    trace: Path, program: Path, folders: tuple[Path, ...], options: ConvertOptions, arguments: tuple[str, ...]
) -> None:
    """Run a program and add its counts to a file. Raises click.BadParameter when that is something else than a trace."""
    from transpiler.program_cache import ProgramCache
    from transpiler.trace.counts import BadTrace, Trace, read_trace, write_trace
    from transpiler.trace.record import Recorder

    trace = trace.absolute()
    try:
        known = read_trace(trace) if trace.exists() else Trace()
    except BadTrace as error:
        raise click.BadParameter(str(error), param_hint="'--trace'") from error
    library = tuple(folder.resolve() for folder in options.library_folders)
    cache = ProgramCache(replace(options, library_folders=library), folders, "trace")
    module = cache.module_of(program)
    if module is None:
        sys.exit(cache.status)
    cache.serve_calls()
    sys.argv = [str(program), *arguments]
    recorder = Recorder()
    try:
        with recorder.loading():
            recorder.run(module)
    finally:
        for path in recorder.uncounted:
            click.echo(f"{path.name} nests too deep to be counted", err=True)
        known.add(recorder.trace())
        try:
            write_trace(trace, known)
        except OSError as error:
            click.echo(f"the trace {trace} cannot be written: {error.strerror}", err=True)


def _assign(
    program: Path, assignments: tuple[str, ...], known: tuple[StoredFile, ...]
) -> tuple[StoredFile, ...]:
    """Tell the program's run unit its files: --dd, and the cobolift.toml above its source. Gives how datasets are stored, for the
    conversion; `known` are the settings of cobolift.toml."""
    from transpiler.file_settings import assignment

    files = {file.name: file for file in known}
    for text in assignments:
        named, attributes = path_and_attributes(text)
        try:
            name, value = assignment(named)
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="'--dd'") from error
        os.environ[f"DD_{name}"] = value
        if attributes:
            os.environ[f"DCB_{name}"] = ",".join(attributes)
            files[name.upper()] = _stored(files.get(name.upper(), StoredFile(name.upper())), attributes)
    path = configuration_file(program)
    if path is not None:
        os.environ.setdefault("COBOLIFT_CONFIG", str(path))
    return tuple(files.values())
