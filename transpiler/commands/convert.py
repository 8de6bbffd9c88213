"""`cobolift convert`: files or trees to Python."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from transpiler.commands.source_options import (
    find_programs,
    make_options,
    source_options,
    with_folders_of,
)
from transpiler.homonyms import homonyms
from transpiler.outcome import Outcome, convert_batch, not_written, worker_died
from transpiler.report_table import (
    exit_status,
    outcome_json,
    output,
    print_diagnostics,
    print_homonyms,
    print_table,
)
from transpiler.tree import write_atomically, write_program_index
from transpiler.workers import in_processes


@click.command("convert")
@click.argument("sources", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "-o",
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the Python.",
)
@click.option("-j", "--jobs", type=click.IntRange(1), default=None, help="Processes [default: one a core].")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON on standard output.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Print a line for each file, and notes.")
@source_options
def command(
    sources: tuple[Path, ...],
    out: Path,
    jobs: int | None,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    **how: Any,
) -> None:
    """Convert SOURCES (COBOL files or folders) to Python below OUT.

    A folder keeps its shape. A file that cannot be converted never stops the others.
    """
    options = make_options(sources, **how)
    entries = find_programs(sources)
    options = with_folders_of(entries, options)
    _make_folder(out)
    started = time.perf_counter()
    console = output(stderr=True)
    outcomes: list[Outcome] = []
    for converted in _progress(
        console,
        in_processes(entries, jobs, partial(convert_batch, options=options), worker_died),
        len(entries),
        as_json or quiet,
    ):
        outcome = write_outcome(out, converted)
        outcomes.append(outcome)
        print_diagnostics(console, outcome, quiet=quiet or as_json, verbose=verbose)
    outcomes = homonyms(sorted(outcomes, key=lambda outcome: outcome.entry.module_path))
    if not (quiet or as_json):
        print_homonyms(console, outcomes)
    write_program_index(
        out, {item.entry.module_path: item.program_ids for item in outcomes if item.module_text}
    )
    seconds = time.perf_counter() - started
    if as_json:
        click.echo(json.dumps(outcome_json(outcomes, seconds), indent=2))
    elif not quiet:
        print_table(output(), outcomes, seconds)
    sys.exit(exit_status(outcomes))


def _make_folder(out: Path) -> None:
    """Make the output folder now, so that a wrong one is told before the work. Raises click.BadParameter."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.BadParameter(f"{out} cannot be made: {error.strerror}", param_hint="'--out'") from error
    if not os.access(out, os.W_OK):
        raise click.BadParameter(f"{out} cannot be written to", param_hint="'--out'")


def write_outcome(out: Path, outcome: Outcome) -> Outcome:
    """Write the module and its source map; a failed file leaves what was there before."""
    if not outcome.module_text:
        return outcome
    path = out / outcome.entry.module_path
    try:
        write_atomically(path.with_suffix(".map.json"), outcome.map_text)
        write_atomically(path, outcome.module_text)
    except OSError as error:
        return not_written(outcome, error)
    return outcome


def _progress(console: Console, outcomes: Iterable[Outcome], total: int, silent: bool) -> Iterator[Outcome]:
    """Show a bar on a terminal; elsewhere the table at the end is enough."""
    if silent or not console.is_terminal or total == 1:
        yield from outcomes
        return
    columns = (TextColumn("converting"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=total)
        for outcome in outcomes:
            yield outcome
            progress.advance(task)
