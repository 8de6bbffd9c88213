"""The end of a run: diagnostics, the table of outcomes, JSON, exit status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from cobol_parser.diagnostics import Diagnostic, Severity
from cobol_parser.render import render_rich
from transpiler.outcome import Outcome, State

DONE, ERRORS, USAGE, INTERNAL = 0, 1, 2, 70
PIPE_WIDTH = 1_000
MISSING_COPYBOOK = "CBL2010"
HOMONYM = "CBL7003"
FOLLOWS_FROM_MISSING = frozenset({"CBL4001", "CBL4013"})
"""Codes of undefined names: with a copybook missing they say nothing new."""
_STYLE = {State.CONVERTED: "green", State.GAPS: "yellow", State.FAILED: "red"}


def exit_status(outcomes: Sequence[Outcome]) -> int:
    """0 done, 1 errors in the source, 70 a fault of cobolift itself."""
    if any(outcome.crashed for outcome in outcomes):
        return INTERNAL
    failed = any(outcome.state is State.FAILED for outcome in outcomes)
    errors = any(item.severity is Severity.ERROR for outcome in outcomes for item in outcome.diagnostics)
    return ERRORS if failed or errors else DONE


def output(*, stderr: bool = False) -> Console:
    """A console for one of the standard streams; where it is no terminal, lines are as long as they need to be."""
    console = Console(stderr=stderr, highlight=False)
    return console if console.is_terminal else Console(stderr=stderr, highlight=False, width=PIPE_WIDTH)


def print_diagnostics(console: Console, outcome: Outcome, *, quiet: bool, verbose: bool) -> None:
    """Print what was found in one file: errors, then warnings unless quiet, notes when verbose.

    Names that a missing copybook may define are counted only, unless verbose.
    """
    missing = [item for item in outcome.diagnostics if item.code == MISSING_COPYBOOK]
    unexplained = 0
    for item in outcome.diagnostics:
        if missing and not verbose and item.code in FOLLOWS_FROM_MISSING:
            unexplained += 1
        elif item.severity is Severity.ERROR or (
            not quiet and (item.severity is Severity.WARNING or verbose)
        ):
            print_diagnostic(console, item)
    if unexplained:
        names = "name is" if unexplained == 1 else "names are"
        books = "copybook" if len(missing) == 1 else "copybooks"
        text = f"{outcome.entry.path}: {unexplained} {names} not defined, perhaps in the missing {books}; -v lists them"
        console.print(text, markup=False, soft_wrap=True)
        console.print()
    if verbose:
        console.print(f"{outcome.entry.path}: {outcome.state} ({outcome.seconds:.2f} s)", markup=False)


def print_homonyms(console: Console, outcomes: Sequence[Outcome]) -> None:
    """Print what only the whole tree tells: files that define programs of one name."""
    for outcome in outcomes:
        for item in outcome.diagnostics:
            if item.code == HOMONYM:
                print_diagnostic(console, item)


def print_diagnostic(console: Console, item: Diagnostic) -> None:
    """Print one diagnostic with its source line."""
    console.print(render_rich(item), soft_wrap=True)
    console.print()


def print_table(console: Console, outcomes: Sequence[Outcome], seconds: float) -> None:
    """Print how many files were converted, with gaps, or not; then the files that need somebody's attention."""
    attention = [outcome for outcome in outcomes if outcome.state is not State.CONVERTED]
    if attention:
        listing = Table(box=None, pad_edge=False, title_justify="left")
        for heading in ("file", "state", "statements", "not converted", "errors"):
            left = heading in ("file", "state")
            listing.add_column(
                heading, justify="left" if left else "right", no_wrap=not left, overflow="fold"
            )
        for outcome in attention:
            errors = sum(item.severity is Severity.ERROR for item in outcome.diagnostics)
            listing.add_row(
                escape(str(outcome.entry.path)),
                f"[{_STYLE[outcome.state]}]{outcome.state}[/]",
                str(outcome.statistics.statements),
                str(outcome.statistics.unconverted),
                str(errors),
            )
        console.print(listing)
        console.print()
    table = Table(box=None, pad_edge=False)
    for heading in ("", "files", "lines", "statements"):
        table.add_column(heading, justify="right" if heading else "left")
    for state in State:
        chosen = [outcome for outcome in outcomes if outcome.state is state]
        table.add_row(f"[{_STYLE[state]}]{state}[/]", str(len(chosen)), *_figures(chosen))
    table.add_row("total", str(len(outcomes)), *_figures(outcomes))
    console.print(table)
    lines = sum(outcome.lines for outcome in outcomes)
    console.print(f"{seconds:.1f} s, {lines / max(seconds, 0.001):,.0f} lines/s", markup=False)


def _figures(outcomes: Sequence[Outcome]) -> tuple[str, str]:
    lines = sum(outcome.lines for outcome in outcomes)
    statements = sum(outcome.statistics.statements for outcome in outcomes)
    return f"{lines:,}", f"{statements:,}"


def outcome_json(outcomes: Sequence[Outcome], seconds: float) -> dict[str, object]:
    """The outcome for machines."""
    return {
        "version": 1,
        "seconds": round(seconds, 3),
        "status": exit_status(outcomes),
        "files": [
            {
                "source": str(outcome.entry.path),
                "module": outcome.entry.module_path.as_posix() if outcome.module_text else None,
                "programs": list(outcome.program_ids),
                "state": outcome.state.value,
                "lines": outcome.lines,
                "seconds": round(outcome.seconds, 3),
                "statistics": asdict(outcome.statistics),
                "diagnostics": [diagnostic_json(item) for item in outcome.diagnostics],
            }
            for outcome in outcomes
        ],
    }


def diagnostic_json(item: Diagnostic) -> dict[str, object]:
    """One diagnostic for machines."""
    return {
        "code": item.code,
        "severity": item.severity.value,
        "message": item.message,
        "path": item.path,
        "line": item.line,
        "column": item.column,
        "end_column": item.end_column,
        "label": item.label,
        "notes": list(item.notes),
        "help": item.help,
        "copied_at": [{"path": path, "line": line} for path, line in item.copy_chain],
    }
