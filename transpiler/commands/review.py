"""`cobolift review`: pages that show COBOL beside Python."""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

import click

from transpiler.commands.source_options import find_programs, make_options, source_options
from transpiler.report.parity import NAME
from transpiler.report_table import exit_status, output, print_diagnostics
from transpiler.review.build import (
    INDEX,
    Reviewed,
    ReviewOptions,
    project_of,
    review_batch,
    worker_died,
    write_index,
)
from transpiler.review.evidence import BadParity, Evidence, Parity, read_parity
from transpiler.trace.counts import BadTrace, Place, read_traces
from transpiler.wording import counted
from transpiler.workers import in_processes


@click.command("review")
@click.argument("source", required=False, type=click.Path(exists=True, path_type=Path))
@click.argument("out", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "-o",
    "--pages",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the pages.",
)
@click.option(
    "--serve",
    "serving",
    is_flag=True,
    help="Show the pages at a local address and keep their marks in marks.json.",
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="Port of --serve [default: a free one]."
)
@click.option(
    "--trace",
    "traces",
    multiple=True,
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Show the counts of `run --trace` (repeatable).",
)
@click.option(
    "--parity",
    "records",
    multiple=True,
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of comparisons with the original, besides the cobolift-parity.json files of the tree (repeatable).",
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
def command(
    source: Path | None,
    out: Path | None,
    pages: Path,
    serving: bool,
    port: int,
    traces: tuple[Path, ...],
    records: tuple[Path, ...],
    jobs: int | None,
    other: str | None,
    **how: Any,
) -> None:
    """Make pages that show SOURCE (a COBOL file or folder) beside the Python that `convert` made from it in OUT.

    Open index.html of the pages in a browser; no server is needed. With --serve marks are kept in a file instead of the browser;
    without SOURCE and OUT it serves the pages that are there.
    """
    status = 0
    if source is not None and out is not None:
        evidence = Evidence(_hits(traces), other, _parity(source, records))
        review = ReviewOptions(out, pages, project_of(source), evidence)
        status = _build(source, review, jobs, how)
    elif source is not None or not serving:
        raise click.UsageError("name the COBOL and the folder of its Python: SOURCE OUT")
    if serving:
        _serve(pages, port)
    sys.exit(status)


def _hits(traces: tuple[Path, ...]) -> dict[Place, int] | None:
    """The counts of traces, None without any. Raises click.BadParameter."""
    try:
        return read_traces(traces).hits() if traces else None
    except BadTrace as error:
        raise click.BadParameter(str(error), param_hint="'--trace'") from error


def _parity(source: Path, records: tuple[Path, ...]) -> dict[str, Parity]:
    """Comparisons on record for programs of the tree. Raises click.BadParameter."""
    own = sorted(source.rglob(NAME)) if source.is_dir() else []
    try:
        return read_parity((*own, *records))
    except BadParity as error:
        raise click.BadParameter(str(error), param_hint="'--parity'") from error


def _build(source: Path, review: ReviewOptions, jobs: int | None, how: dict[str, Any]) -> int:
    """Write the pages; returns the exit status."""
    options = make_options((source,), **how)
    started = time.perf_counter()
    console = output(stderr=True)
    reviewed: list[Reviewed] = []
    work = partial(review_batch, options=options, review=review)
    for item in in_processes(find_programs((source,)), jobs, work, worker_died):
        reviewed.append(item)
        print_diagnostics(console, item.outcome, quiet=True, verbose=False)
    index = write_index(reviewed, f"Review of {source.name}", review)
    _tell(reviewed, index, time.perf_counter() - started)
    return exit_status([item.outcome for item in reviewed])


def _tell(reviewed: list[Reviewed], index: Path, seconds: float) -> None:
    """Print what was made, and which programs have no page."""
    console = output()
    for item in reviewed:
        if item.page is None:
            console.print(f"{item.entry.path}: no page: {item.note}", markup=False, soft_wrap=True)
    pages = sum(item.page is not None for item in reviewed)
    unexplained = sum(item.unexplained for item in reviewed)
    found = f"{counted(pages, 'page')} in {seconds:.1f} s, {counted(unexplained, 'statement')} unexplained"
    text = f"{found}: {index}"
    console.print(text, markup=False, soft_wrap=True)


def _serve(pages: Path, port: int) -> None:
    """Serve until Ctrl-C. Raises click.UsageError when there are no pages or the port is taken."""
    from transpiler.review.server import ReviewServer

    if not (pages / INDEX).is_file():
        raise click.UsageError(f"there are no pages in {pages}")
    try:
        server = ReviewServer(pages, port)
    except OSError as error:
        raise click.UsageError(f"port {port} cannot be used: {error.strerror}") from error
    click.echo(f"{server.address} (Ctrl-C ends)")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()
