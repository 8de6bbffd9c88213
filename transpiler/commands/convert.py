"""`cobolift convert`: files or trees to Python."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from transpiler.commands.source_options import make_options, source_options
from transpiler.configuration import find_configuration
from transpiler.options import ConvertOptions
from transpiler.outcome import Outcome, convert_batch
from transpiler.report_table import exit_status, outcome_json, print_diagnostics, print_table
from transpiler.tree import SourceEntry, find_sources, write_atomically, write_program_index

BATCH = 8
"""Files a worker converts between two runs of the formatter."""


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
    options = make_options(sources[0], **how)
    configuration = find_configuration(sources[0])
    entries = find_sources(sources, configuration.exclude if configuration else ())
    if not entries:
        raise click.UsageError(f"no COBOL programs (.cbl .cob .cobol .pco .ccp .sqb) in {sources[0]}")
    started = time.perf_counter()
    console = Console(stderr=True, highlight=False)
    outcomes: list[Outcome] = []
    for outcome in _progress(console, _convert_all(entries, options, jobs), len(entries), as_json or quiet):
        write_outcome(out, outcome)
        outcomes.append(outcome)
        print_diagnostics(console, outcome, quiet=quiet or as_json, verbose=verbose)
    outcomes.sort(key=lambda outcome: outcome.entry.module_path)
    write_program_index(
        out,
        {name: item.entry.module_path for item in outcomes if item.module_text for name in item.program_ids},
    )
    seconds = time.perf_counter() - started
    if as_json:
        click.echo(json.dumps(outcome_json(outcomes, seconds), indent=2))
    elif not quiet:
        print_table(Console(highlight=False), outcomes, seconds)
    sys.exit(exit_status(outcomes))


def write_outcome(out: Path, outcome: Outcome) -> None:
    """Write the module and its source map; a failed file leaves what was there before."""
    if not outcome.module_text:
        return
    path = out / outcome.entry.module_path
    write_atomically(path.with_suffix(".map.json"), outcome.map_text)
    write_atomically(path, outcome.module_text)


def _batches(entries: Sequence[SourceEntry], jobs: int) -> list[Sequence[SourceEntry]]:
    size = max(1, min(BATCH, -(-len(entries) // jobs)))
    return [entries[start : start + size] for start in range(0, len(entries), size)]


def _convert_all(
    entries: Sequence[SourceEntry], options: ConvertOptions, jobs: int | None
) -> Iterator[Outcome]:
    """Yield the outcomes as they become ready, from several processes when that pays."""
    count = min(jobs or os.cpu_count() or 1, len(entries))
    batches = _batches(entries, count)
    if count == 1 or len(batches) == 1:
        for batch in batches:
            yield from convert_batch(batch, options)
        return
    with ProcessPoolExecutor(count) as pool:
        for done in as_completed([pool.submit(convert_batch, batch, options) for batch in batches]):
            yield from done.result()


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
