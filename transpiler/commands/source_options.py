"""Options that several commands share, and how they become `ConvertOptions`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from cobol_parser.text_options import EXTENSIONS
from transpiler.configuration import Configuration, ConfigurationError, find_configuration
from transpiler.options import ConvertOptions
from transpiler.program_files import PROGRAM_EXTENSIONS
from transpiler.tree import SourceEntry, find_copybooks, find_sources

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("-I", "--include", "include", multiple=True, metavar="DIR",
                 type=click.Path(exists=True, file_okay=False, path_type=Path),
                 help="Search DIR for copybooks (repeatable, in order)."),
    click.option("--dialect", type=click.Choice(["gnucobol", "cobol85", "ibm", "mf"]), default=None,
                 help="The COBOL that the source is written in [default: gnucobol]."),
    click.option("--format", "format_", type=click.Choice(["auto", "fixed", "free", "variable"]), default=None,
                 help="Reference format of the source lines [default: auto]."),
    click.option("--sign", type=click.Choice(["ascii", "ebcdic"]), default=None,
                 help="Overpunched signs of DISPLAY numbers in the data [default: ascii]."),
    click.option("--arithmetic", type=click.Choice(["gnucobol", "ibm-compat", "ibm-extend"]), default=None,
                 help="Places of intermediate results [default: gnucobol, no limit]."),
    click.option("--collating", type=click.Choice(["native", "ebcdic"]), default=None,
                 help="Order of characters in comparisons, SORT and keys; ebcdic is the mainframe's [default: native]."),
    click.option("-D", "--define", "defines", multiple=True, metavar="NAME[=VALUE]",
                 help="Define a compilation variable for >>IF and CONSTANT FROM (repeatable)."),
    click.option("--encoding", default=None, metavar="CODEC", help="Encoding of the source files [default: detected]."),
    click.option("--debugging-lines", "debugging", is_flag=True, default=None,
                 help="Convert the lines with D in the indicator area too, as WITH DEBUGGING MODE does."),
    click.option("--exact", is_flag=True, default=None,
                 help="The most literal Python: every paragraph runs behind the dispatcher."),
    click.option("--checks", is_flag=True, default=None,
                 help="Check subscripts, reference modifications, numbers and addresses when the program runs (cobc -debug)."),
)  # fmt: skip


def source_options(function: F) -> F:
    """Add the options that say how COBOL source is to be read."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def make_options(
    sources: tuple[Path, ...],
    include: tuple[Path, ...],
    dialect: str | None,
    format_: str | None,
    sign: str | None,
    arithmetic: str | None,
    collating: str | None,
    defines: tuple[str, ...],
    encoding: str | None,
    debugging: bool | None,
    exact: bool | None,
    checks: bool | None,
) -> ConvertOptions:
    """Combine the command line with the `cobolift.toml` above the first of `sources`; the command line wins.

    Raises click.UsageError when the configuration file is wrong.
    """
    settings = settings_of(sources[0])
    return ConvertOptions(
        dialect=dialect or settings.dialect,
        format=format_ or settings.format,
        sign=sign or settings.sign,
        arithmetic=arithmetic or settings.arithmetic,
        collating=collating or settings.collating,
        exact=settings.exact if exact is None else exact,
        checks=settings.checks if checks is None else checks,
        encoding=encoding or settings.encoding,
        library_folders=(*include, *settings.include),
        extensions=settings.extensions,
        tree_copybooks=find_copybooks(sources, settings.extensions or EXTENSIONS),
        debugging=settings.debugging if debugging is None else debugging,
        defines=(*settings.defines, *defines),
        files=settings.files,
    )


def settings_of(start: Path) -> Configuration:
    """The settings of the `cobolift.toml` above `start`. Raises click.UsageError when the file is wrong."""
    try:
        return find_configuration(start) or Configuration()
    except ConfigurationError as error:
        raise click.UsageError(str(error)) from error


def find_programs(sources: tuple[Path, ...]) -> list[SourceEntry]:
    """The programs of the command line's files and folders. Raises click.UsageError when there are none."""
    entries = find_sources(sources, settings_of(sources[0]).exclude)
    if not entries:
        endings = " ".join(sorted(PROGRAM_EXTENSIONS))
        raise click.UsageError(
            f"no COBOL programs ({endings}, or what begins like one) in {', '.join(map(str, sources))}"
        )
    return entries


def with_folders_of(entries: list[SourceEntry], options: ConvertOptions) -> ConvertOptions:
    """The options for programs that are converted together: each may call functions that the others define."""
    return replace(options, program_folders=tuple(dict.fromkeys(entry.path.parent for entry in entries)))
