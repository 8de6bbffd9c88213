"""`cobolift check`: everything but writing."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from cobol_parser.checks.subsets import SUBSETS
from transpiler.arithmetic_listing import arithmetic_findings
from transpiler.commands.source_options import (
    find_programs,
    make_options,
    source_options,
    with_folders_of,
)
from transpiler.homonyms import homonyms
from transpiler.options import ConvertOptions
from transpiler.outcome import convert_batch
from transpiler.report_table import (
    exit_status,
    outcome_json,
    output,
    print_diagnostics,
    print_homonyms,
    print_table,
)
from transpiler.wording import counted


@click.command("check")
@click.argument("sources", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON on standard output.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Print notes too, and a line for each file.")
@click.option(
    "--arithmetic-diff",
    "other",
    type=click.Choice(["gnucobol", "ibm-compat", "ibm-extend"]),
    default=None,
    help="List the statements whose result is another one under this profile, with operand values as a witness.",
)
@click.option(
    "--flag-subset",
    type=click.Choice(SUBSETS),
    default=None,
    help="Note what this subset of COBOL-85 does not have (shown with -v and in JSON).",
)
@source_options
def command(
    sources: tuple[Path, ...],
    as_json: bool,
    quiet: bool,
    verbose: bool,
    other: str | None,
    flag_subset: str | None,
    **how: Any,
) -> None:
    """Check SOURCES (COBOL files or folders) without writing anything."""
    entries = find_programs(sources)
    options = replace(with_folders_of(entries, make_options(sources, **how)), flag_subset=flag_subset or "")
    if other is not None:
        _compare_profiles([entry.path for entry in entries], options, other, as_json=as_json)
        return
    started = time.perf_counter()
    console = output(stderr=True)
    outcomes = []
    for entry in entries:
        outcome = convert_batch([entry], options)[0]
        outcomes.append(outcome)
        print_diagnostics(console, outcome, quiet=quiet or as_json, verbose=verbose)
    outcomes = homonyms(outcomes)
    if not (quiet or as_json):
        print_homonyms(console, outcomes)
    seconds = time.perf_counter() - started
    if as_json:
        click.echo(json.dumps(outcome_json(outcomes, seconds), indent=2))
    elif not quiet:
        print_table(output(), outcomes, seconds)
    sys.exit(exit_status(outcomes))


def _compare_profiles(paths: list[Path], options: ConvertOptions, other: str, *, as_json: bool) -> None:
    """Print a line, or a JSON object, for each statement that the two profiles compute differently."""
    if other == options.arithmetic:
        raise click.UsageError(f"{other} is the program's own profile; name another one")
    findings = [finding for path in paths for finding in arithmetic_findings(path, options, other)]
    if as_json:
        click.echo(json.dumps([finding.json() for finding in findings], indent=2))
        return
    for finding in findings:
        click.echo(finding.text())
    undecided = sum(finding.witness.undecided is not None for finding in findings)
    depend = counted(len(findings) - undecided, "result depends", "results depend")
    may = f", {undecided} may" if undecided else ""
    click.echo(f"{depend} on the profile ({options.arithmetic} or {other}){may}")
