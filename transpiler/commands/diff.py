"""`cobolift diff`: a program beside its Python, in the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from transpiler.commands.source_options import make_options, source_options
from transpiler.nesting import room_for_nesting
from transpiler.outcome import convert_kept
from transpiler.report_table import exit_status, output, print_diagnostics
from transpiler.review.alignment import Alignment, align
from transpiler.review.terminal import legend, rows_of_paragraph, shown_lines, visible_rows
from transpiler.tree import SourceEntry

PIPE_WIDTH = 160
"""Columns where standard output is no terminal."""


@click.command("diff")
@click.argument("program", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-p", "--paragraph", default=None, metavar="NAME", help="Show one paragraph or section only.")
@click.option("--copies", is_flag=True, help="Open copybooks in place.")
@click.option(
    "-w", "--width", type=click.IntRange(60), default=None, help="Columns to use [default: the terminal's]."
)
@source_options
def command(program: Path, paragraph: str | None, copies: bool, width: int | None, **how: Any) -> None:
    """Show PROGRAM beside the Python made from it, level line by line; paged on a terminal.

    The marks between the columns give the relation: = same, + split, & merged, ^ hoisted, > goto-structured, . no code,
    x dead, ! not converted; c from a copybook, r by a function of the runtime.
    """
    ((outcome, conversion),) = convert_kept([SourceEntry(program, Path())], make_options((program,), **how))
    print_diagnostics(output(stderr=True), outcome, quiet=True, verbose=False)
    try:
        with room_for_nesting():
            alignment = align(conversion)
    except RecursionError as error:
        raise click.ClickException(f"{program} nests too deep to be shown") from error
    if alignment is None:
        sys.exit(exit_status([outcome]))
    rows = visible_rows(alignment, copies=copies)
    if paragraph is not None:
        rows = rows_of_paragraph(alignment, rows, paragraph)
        if not rows:
            raise click.BadParameter(
                f"there is no {paragraph.upper()} in {program}", param_hint="'--paragraph'"
            )
    _show(alignment, rows, width)
    sys.exit(exit_status([outcome]))


def _show(alignment: Alignment, rows: list[tuple[int, int]], width: int | None) -> None:
    console = output()
    columns = width or (console.width if console.is_terminal else PIPE_WIDTH)

    def lines() -> Iterator[str]:
        for line in shown_lines(alignment, rows, columns):
            with console.capture() as caught:
                console.print(line, soft_wrap=True, end="\n")
            yield caught.get()
        yield f"\n{legend()}\n"

    if console.is_terminal:
        click.echo_via_pager(lines(), color=True)
    else:
        for line in lines():
            click.echo(line, nl=False)
