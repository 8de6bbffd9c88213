"""The side-by-side view in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from transpiler.review import highlight
from transpiler.review.alignment import Alignment
from transpiler.review.cobol_text import Copy
from transpiler.review.marks_between import MARKS, row_mark
from transpiler.review.reasons import Reason
from transpiler.review.rows import NOTHING, Row

NUMBER_WIDTH = 6
MARK_WIDTH = 4
NARROWEST = 60
_STYLES = {
    highlight.KEYWORD: "blue",
    highlight.STRING: "green",
    highlight.NUMBER: "cyan",
    highlight.COMMENT: "bright_black",
    highlight.DECLARED: "bold",
}
_HEAD_SIZE, _END = 6, 72
"""Columns of fixed format before the indicator area, and up to the identification area."""


def legend() -> str:
    """What the marks between the columns mean."""
    return "  ".join(f"{mark} {reason}" for reason, mark in MARKS.items() if reason is not Reason.EDITED)


def visible_rows(alignment: Alignment, *, copies: bool) -> list[Row]:
    """The rows, with the lines of copybooks or without; Python made from a copybook stays."""
    if copies:
        return alignment.rows
    lines = alignment.cobol.lines
    shown = [
        (NOTHING if left != NOTHING and lines[left].copy else left, right) for left, right in alignment.rows
    ]
    return [row for row in shown if row != (NOTHING, NOTHING)]


def rows_of_paragraph(alignment: Alignment, rows: Sequence[Row], name: str) -> list[Row]:
    """The rows from the first to the last line of a paragraph or section; none when there is no such paragraph."""
    units = [unit for unit in alignment.units.all if unit.paragraph == name.upper()]
    cobol = {line for unit in units for line in unit.lines}
    module = {line for unit in units for line in alignment.python_lines(unit)}
    inside = [index for index, (left, right) in enumerate(rows) if left in cobol or right in module]
    return list(rows[inside[0] : inside[-1] + 1]) if inside else []


def shown_lines(alignment: Alignment, rows: Sequence[Row], width: int) -> Iterator[Text]:
    """Yield a line of the terminal for each row; what does not fit in a column is cut and ends with `›`."""
    column = (max(width, NARROWEST) - 2 * NUMBER_WIDTH - MARK_WIDTH) // 2
    cobol = _cobol_runs(alignment)
    module = highlight.python_runs(alignment.python.lines)
    for left, right in rows:
        line = Text(no_wrap=True, end="")
        if left == NOTHING:
            line.append(" " * (NUMBER_WIDTH + column))
        else:
            shown = alignment.cobol.lines[left]
            line.append(f"{shown.number:>{NUMBER_WIDTH - 1}} ", "bright_black")
            margins = _margins(alignment.cobol.copies[shown.copy], shown.text)
            line.append_text(_cut(shown.text, cobol[left], margins, column))
        line.append(f" {row_mark(alignment, left, right):<{MARK_WIDTH - 1}}", "magenta")
        if right != NOTHING:
            line.append(f"{right + 1:>{NUMBER_WIDTH - 1}} ", "bright_black")
            line.append_text(_cut(alignment.python.lines[right], module[right], (0, None), column))
        line.rstrip()
        yield line


def _cobol_runs(alignment: Alignment) -> list[list[highlight.Run]]:
    files = {id(copy.file): copy.file for copy in alignment.cobol.copies}
    runs = {
        key: highlight.cobol_runs(file.lines, free=file.reference_format == "free")
        for key, file in files.items()
    }
    copies = alignment.cobol.copies
    return [runs[id(copies[line.copy].file)][line.number - 1] for line in alignment.cobol.lines]


def _margins(copy: Copy, text: str) -> tuple[int, int | None]:
    """Where the program text of a line begins and ends; sequence numbers and identification stay unseen."""
    form = copy.file.reference_format
    if form == "free" or "\t" in text:
        return 0, None
    return (_HEAD_SIZE, _END) if form == "fixed" else (_HEAD_SIZE, None)


def _cut(text: str, runs: Sequence[highlight.Run], margins: tuple[int, int | None], size: int) -> Text:
    """`size` characters of a line between `margins`, in colours."""
    shown = Text()
    at = 0
    for length, colour in runs:
        shown.append(
            "".join(char if char.isprintable() else " " for char in text[at : at + length]),
            _STYLES.get(colour, ""),
        )
        at += length
    shown = shown[slice(*margins)] if margins[0] < len(shown) else Text()
    if len(shown) > size:
        shown = shown[: size - 1]
        shown.append("›", "bright_black")
    shown.pad_right(size - len(shown))
    return shown
