"""Tables as CSV (RFC 4180, UTF-8)."""

from __future__ import annotations

import csv
import io

from transpiler.report.model import Table, Value


def csv_text(table: Table) -> str:
    """The table with its ids and evidence; lists are joined with semicolons."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(["id", *(column.key for column in table.columns), "level", "evidence"])
    for row in table.rows:
        places = "; ".join(f"{at.path}:{at.line}" if at.line else at.path for at in row.evidence)
        level = row.finding.level.value if row.finding is not None else ""
        cells = [_cell(row.values.get(column.key)) for column in table.columns]
        writer.writerow([row.id, *cells, level, _cell(places)])
    return stream.getvalue()


def _cell(value: Value) -> object:
    """A cell; text that a spreadsheet would run as a formula is made text by an apostrophe."""
    if isinstance(value, tuple):
        value = "; ".join(value)
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return "" if value is None else value
