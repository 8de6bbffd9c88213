"""`cobolift report`: the migration report of a source tree."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import click

from transpiler.commands.source_options import (
    find_programs,
    make_options,
    settings_of,
    source_options,
    with_folders_of,
)
from transpiler.report.build import make_sections
from transpiler.report.conditions import BadCondition, holds
from transpiler.report.difference import BadReport, changes, read_report
from transpiler.report.document import Json, document
from transpiler.report.estate import ReportOptions, make_estate
from transpiler.report.model import Section
from transpiler.report.summary import Card, figures, summary
from transpiler.report.write import write_report
from transpiler.report_table import DONE, ERRORS, INTERNAL, output
from transpiler.trace.counts import BadTrace, read_traces


@click.command("report")
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@click.option(
    "-o",
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the report.",
)
@click.option(
    "--parity",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of comparisons with the original, besides the cobolift-parity.json files of the tree (repeatable).",
)
@click.option(
    "--trace",
    "traces",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Counts of executed statements, from `cobolift run --trace` (repeatable).",
)
@click.option(
    "--diff",
    "earlier",
    default=None,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The report.json of an earlier run: a section tells what changed.",
)
@click.option(
    "--fail-on",
    "conditions",
    multiple=True,
    metavar="CONDITION",
    help="End with status 1 when the condition is met: unsupported>0, converted<95%, new-findings (repeatable).",
)
@click.option("--lint", is_flag=True, help="Let ruff and mypy look at the generated modules (slow).")
@source_options
def command(
    source: Path,
    out: Path,
    parity: tuple[Path, ...],
    traces: tuple[Path, ...],
    earlier: Path | None,
    conditions: tuple[str, ...],
    lint: bool,
    **how: Any,
) -> None:
    """Write the migration report of SOURCE, a COBOL file or folder: report.html, report.json, findings.sarif and tables as CSV."""
    started = time.perf_counter()
    entries = find_programs((source,))
    _check_traces(traces)
    options = with_folders_of(entries, make_options((source,), **how))
    estate = make_estate(
        source, entries, options, settings_of(source), ReportOptions(parity, traces, lint, out.resolve())
    )
    sections = make_sections(estate)
    title, cards = source.resolve().name, summary(sections)
    report = document(title, sections, figures(cards))
    if earlier is not None:
        sections.append(_changes(earlier, report))
        report = document(title, sections, figures(cards))
    met = _met(conditions, sections, cards)
    try:
        page = write_report(out, title, estate, sections, cards, report)
    except OSError as error:
        raise click.UsageError(f"cannot write {error.filename or out}: {error.strerror}") from error
    console = output()
    for item in sections:
        if item.failed:
            console.print(
                f"section {item.number} {item.title} could not be made: {item.failed}", markup=False
            )
    console.print(f"{page} in {time.perf_counter() - started:.1f} s", markup=False, soft_wrap=True)
    for condition in met:
        console.print(f"{condition} is met", markup=False)
    failed = any(item.failed for item in sections)
    sys.exit(INTERNAL if failed else ERRORS if met else DONE)


def _check_traces(traces: tuple[Path, ...]) -> None:
    """Raises click.UsageError when one is no trace."""
    try:
        read_traces(traces)
    except BadTrace as error:
        raise click.UsageError(str(error)) from error


def _changes(earlier: Path, report: Json) -> Section:
    """Compare with an earlier report. Raises click.UsageError when the file is none."""
    try:
        return changes(read_report(earlier), report)
    except BadReport as error:
        raise click.UsageError(str(error)) from error


def _met(conditions: tuple[str, ...], sections: list[Section], cards: list[Card]) -> list[str]:
    """The conditions that are met. Raises click.UsageError for one that cannot be read."""
    try:
        return [condition for condition in conditions if holds(condition, sections, cards)]
    except BadCondition as error:
        raise click.UsageError(str(error)) from error
