"""Lines and columns of report groups: which entries print on which line, and where.

The rules are GnuCOBOL's. The LINE clauses of a group stand in its own entry or in the entries directly below it; what
follows an entry without LINE there is not printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cobol_parser import ast
from cobol_parser.symbols import DataItem, ReportItem


@dataclass(frozen=True, slots=True)
class PrintLine:
    """A line of a group: the entry with its LINE clause, and the entries that print on it."""

    entry: ast.ReportGroupEntry
    printed: tuple[ast.ReportGroupEntry, ...]


def own_line(group: ast.ReportGroupEntry) -> PrintLine | None:
    """The line of a group whose own entry has the LINE clause."""
    if group.line is None or _has_lines_below(group):
        return None
    return PrintLine(group, tuple(_printed(group.children)) if group.children else (group,))


def lines_below(group: ast.ReportGroupEntry) -> tuple[PrintLine, ...]:
    """The lines of the entries below a group's own."""
    if not _has_lines_below(group):
        return ()
    lines = []
    for position, entry in enumerate(group.children):
        if not _begins_line(group.children, position):
            break
        printed = _printed(entry.children) if entry.children else _printed(group.children[position:])
        lines.append(PrintLine(entry, tuple(printed)))
    return tuple(lines)


def print_lines(group: ast.ReportGroupEntry) -> tuple[PrintLine, ...]:
    """All lines of a group."""
    line = own_line(group)
    return (line,) if line is not None else lines_below(group)


def not_printed(group: ast.ReportGroupEntry) -> list[ast.ReportGroupEntry]:
    """Elementary entries of a group that are on no line."""
    printed = {entry for line in print_lines(group) for entry in line.printed}
    return [
        entry
        for entry in _elementary(group)
        if entry not in printed and (entry.source or entry.sum or entry.description.value)
    ]


def _has_lines_below(group: ast.ReportGroupEntry) -> bool:
    return bool(group.children) and group.children[0].line is not None


def _elementary(entry: ast.ReportGroupEntry) -> Iterator[ast.ReportGroupEntry]:
    if not entry.children:
        yield entry
    for child in entry.children:
        yield from _elementary(child)


def _printed(entries: Sequence[ast.ReportGroupEntry]) -> Iterator[ast.ReportGroupEntry]:
    """The elementary entries up to the next LINE clause; the first entry's own does not count."""
    for position, entry in enumerate(entries):
        if position and _begins_line(entries, position):
            return
        if not entry.children:
            yield entry
        elif entry.children[0].line is None:
            yield from _printed(entry.children)


def _begins_line(entries: Sequence[ast.ReportGroupEntry], position: int) -> bool:
    """Whether the entry has a LINE clause that counts: one with the number of a line before it does not."""
    clause = entries[position].line
    if clause is None:
        return False
    return clause.is_relative or all(
        before.line is None or before.line.is_relative or before.line.number != clause.number
        for before in entries[:position]
    )


# --- columns


def columns_of(report: ReportItem) -> dict[ast.ReportGroupEntry, int]:
    """The column in which each entry of a report begins."""
    columns: dict[ast.ReportGroupEntry, int] = {}
    for group in report.description.groups:
        _place(report, group, None, 1, columns)
    return columns


def _place(
    report: ReportItem,
    entry: ast.ReportGroupEntry,
    parent: ast.ReportGroupEntry | None,
    following: int,
    columns: dict[ast.ReportGroupEntry, int],
) -> int:
    """Place an entry where the one before it ends at `following`; gives where the next one follows."""
    clause = entry.column
    written = clause.numbers[0] if clause is not None and clause.numbers else 0
    if parent is None or entry.line is not None or entry.type is not None:
        columns[entry] = written or 1
        inner = after = 1
    else:
        is_first = parent.children[0] is entry
        if clause is not None and clause.is_relative and written and not is_first:
            column = following + written - 1
        else:
            column = written or following
        columns[entry], after = _aligned(column, report.entries[entry].item.size, clause)
        inner = following
    for child in entry.children:
        inner = _place(report, child, entry, inner, columns)
    return inner if entry.children else after


def _aligned(column: int, size: int, clause: ast.ColumnClause | None) -> tuple[int, int]:
    """Where an item of `size` characters begins whose COLUMN clause says `column`, and where the next one follows."""
    alignment = clause.alignment if clause is not None else None
    if alignment == "RIGHT":
        return column + 1 - size, column + 1
    if alignment == "CENTER":
        start = column - (size - 1) // 2 if size % 2 else column - size // 2 + 1
        return start, start + size // 2 + 1
    return column, column + size


def printed_width(item: DataItem, value: str | None) -> int:
    """How many columns an item takes: a literal is printed whole."""
    return max(item.size, len(value or ""))
