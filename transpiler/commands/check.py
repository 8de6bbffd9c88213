"""`cobolift check`: everything but writing."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from transpiler.commands.source_options import make_options, source_options
from transpiler.outcome import convert_batch
from transpiler.report_table import exit_status, outcome_json, print_diagnostics, print_table
from transpiler.tree import find_sources


@click.command("check")
@click.argument("sources", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON on standard output.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Print notes too, and a line for each file.")
@source_options
def command(sources: tuple[Path, ...], as_json: bool, quiet: bool, verbose: bool, **how: Any) -> None:
    """Check SOURCES (COBOL files or folders) without writing anything."""
    options = make_options(sources[0], **how)
    entries = find_sources(sources)
    if not entries:
        raise click.UsageError(f"no COBOL programs in {sources[0]}")
    started = time.perf_counter()
    console = Console(stderr=True, highlight=False)
    outcomes = []
    for entry in entries:
        outcome = convert_batch([entry], options)[0]
        outcomes.append(outcome)
        print_diagnostics(console, outcome, quiet=quiet or as_json, verbose=verbose)
    seconds = time.perf_counter() - started
    if as_json:
        click.echo(json.dumps(outcome_json(outcomes, seconds), indent=2))
    elif not quiet:
        print_table(Console(highlight=False), outcomes, seconds)
    sys.exit(exit_status(outcomes))
