"""The marks between the two columns: one character for each reason of what begins on a row."""

from __future__ import annotations

from transpiler.review.alignment import Alignment, Edge
from transpiler.review.reasons import Reason
from transpiler.review.rows import NOTHING

MARKS: dict[Reason, str] = {
    Reason.SAME: "=",
    Reason.SPLIT: "+",
    Reason.MERGED: "&",
    Reason.HOISTED: "^",
    Reason.GOTO_STRUCTURED: ">",
    Reason.DEAD: "x",
    Reason.NO_CODE: ".",
    Reason.NOT_CONVERTED: "!",
    Reason.FROM_COPYBOOK: "c",
    Reason.RUNTIME_HELPER: "r",
    Reason.EDITED: "e",
}


def row_mark(alignment: Alignment, left: int, right: int) -> str:
    """The marks of the first thing that begins on a row; nothing where all began above."""
    edges = _beginning(alignment, right)
    if edges:
        return "".join(dict.fromkeys(MARKS[reason] for reason in edges[0].reasons))
    if right != NOTHING:
        return ""
    for number in alignment.units.on_line.get(left, ()):
        gap = alignment.silent.get(number)
        if gap is not None and gap.reason is not None and alignment.units.all[number].lines[0] == left:
            return MARKS[gap.reason]
    return ""


def _beginning(alignment: Alignment, right: int) -> list[Edge]:
    if right == NOTHING:
        return []
    statement = alignment.python.owner[right]
    if statement < 0 or alignment.python.statements[statement].lines[:1] != [right]:
        return []
    return alignment.of_statement.get(statement, [])
