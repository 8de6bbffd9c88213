"""Options that several commands share, and how they become `ConvertOptions`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from transpiler.configuration import Configuration, ConfigurationError, find_configuration
from transpiler.options import ConvertOptions
from transpiler.tree import PROGRAM_EXTENSIONS, SourceEntry, find_sources

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("-I", "--include", "include", multiple=True, metavar="DIR", type=click.Path(path_type=Path),
                 help="Search DIR for copybooks (repeatable, in order)."),
    click.option("--dialect", type=click.Choice(["gnucobol", "cobol85", "ibm", "mf"]), default=None,
                 help="The COBOL that the source is written in [default: gnucobol]."),
    click.option("--format", "format_", type=click.Choice(["auto", "fixed", "free", "variable"]), default=None,
                 help="Reference format of the source lines [default: auto]."),
    click.option("--sign", type=click.Choice(["ascii", "ebcdic"]), default=None,
                 help="Overpunched signs of DISPLAY numbers in the data [default: ascii]."),
    click.option("--arithmetic", type=click.Choice(["gnucobol", "ibm-compat", "ibm-extend"]), default=None,
                 help="Places of intermediate results [default: gnucobol, no limit]."),
    click.option("--encoding", default=None, metavar="CODEC", help="Encoding of the source files [default: detected]."),
    click.option("--exact", is_flag=True, default=None,
                 help="Keep every paragraph behind the dispatcher: the most literal rendering."),
)  # fmt: skip


def source_options(function: F) -> F:
    """Add the options that say how COBOL source is to be read."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def make_options(
    start: Path,
    include: tuple[Path, ...],
    dialect: str | None,
    format_: str | None,
    sign: str | None,
    arithmetic: str | None,
    encoding: str | None,
    exact: bool | None,
) -> ConvertOptions:
    """Combine the command line with the `cobolift.toml` above `start`; the command line wins.

    Raises click.UsageError when the configuration file is wrong.
    """
    try:
        found = find_configuration(start)
    except ConfigurationError as error:
        raise click.UsageError(str(error)) from error
    settings = found or Configuration()
    return ConvertOptions(
        dialect=dialect or settings.dialect,
        format=format_ or settings.format,
        sign=sign or settings.sign,
        arithmetic=arithmetic or settings.arithmetic,
        exact=settings.exact if exact is None else exact,
        encoding=encoding or settings.encoding,
        library_folders=(*include, *settings.include),
        extensions=settings.extensions,
        debugging=settings.debugging,
    )


def find_programs(sources: tuple[Path, ...]) -> list[SourceEntry]:
    """List the programs of `sources`, without what the configuration excludes. Raises click.UsageError for none."""
    try:
        found = find_configuration(sources[0])
    except ConfigurationError as error:
        raise click.UsageError(str(error)) from error
    entries = find_sources(sources, found.exclude if found else ())
    if not entries:
        endings = " ".join(sorted(PROGRAM_EXTENSIONS))
        raise click.UsageError(f"no COBOL programs ({endings}) in {', '.join(map(str, sources))}")
    return entries
