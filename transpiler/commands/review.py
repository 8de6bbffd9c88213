"""`cobolift review`: pages that show COBOL beside Python."""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

import click

from transpiler.commands.source_options import find_programs, make_options, source_options
from transpiler.report_table import exit_status, output, print_diagnostics
from transpiler.review.build import (
    Reviewed,
    ReviewOptions,
    project_of,
    review_batch,
    worker_died,
    write_index,
)
from transpiler.review.page_data import Evidence
from transpiler.workers import in_processes


@click.command("review")
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@click.argument("out", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "-o",
    "--pages",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the pages.",
)
@click.option("-j", "--jobs", type=click.IntRange(1), default=None, help="Processes [default: one a core].")
@click.option(
    "--arithmetic-diff",
    "other",
    type=click.Choice(["gnucobol", "ibm-compat", "ibm-extend"]),
    default=None,
    help="Mark the statements whose result is another one under this profile.",
)
@source_options
def command(source: Path, out: Path, pages: Path, jobs: int | None, other: str | None, **how: Any) -> None:
    """Make pages that show SOURCE (a COBOL file or folder) beside the Python that `convert` made from it in OUT.

    Open index.html of the pages in a browser; no server is needed.
    """
    options = make_options((source,), **how)
    started = time.perf_counter()
    review = ReviewOptions(out, pages, project_of(source), Evidence(arithmetic=other))
    console = output(stderr=True)
    reviewed: list[Reviewed] = []
    work = partial(review_batch, options=options, review=review)
    for item in in_processes(find_programs((source,)), jobs, work, worker_died):
        reviewed.append(item)
        print_diagnostics(console, item.outcome, quiet=True, verbose=False)
    index = write_index(reviewed, f"Review of {source.name}", review)
    _tell(reviewed, index, time.perf_counter() - started)
    sys.exit(exit_status([item.outcome for item in reviewed]))


def _tell(reviewed: list[Reviewed], index: Path, seconds: float) -> None:
    """Print what was made, and which programs have no page."""
    console = output()
    for item in reviewed:
        if item.page is None:
            console.print(f"{item.entry.path}: no page: {item.note}", markup=False, soft_wrap=True)
    pages = sum(item.page is not None for item in reviewed)
    unexplained = sum(item.unexplained for item in reviewed)
    text = f"{pages} pages in {seconds:.1f} s, {unexplained} statements unexplained: {index}"
    console.print(text, markup=False, soft_wrap=True)
