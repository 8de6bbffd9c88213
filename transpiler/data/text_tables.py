"""CSV and JSON lines."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from transpiler.data.errors import DataError
from transpiler.data.names import KEPT, RECORD
from transpiler.data.rows import Row
from transpiler.data.schema import Column
from transpiler.data.tables import Imported, TableLayout, from_json, imported, json_text, own_values, typed

csv.field_size_limit(1 << 30)
_MOST_PLACES = 6
"""Places behind the point with which Python spells every decimal without an exponent."""


class CsvWriter:
    """Comma-separated values: a line of names, decimals with all digits, tables as JSON, bytes in hex (RFC 4180)."""

    def __init__(self, path: Path, layout: TableLayout) -> None:
        self.file: TextIO = path.open("w", encoding="utf-8", newline="")
        self.writer = csv.writer(self.file)
        self.layout = layout
        self.names = [column.name for column in layout.columns]
        self.cells = [(column.name, None if _plain_in_csv(column) else _cell) for column in layout.columns]
        self.writer.writerow([*self.names, *layout.own])

    def write(self, row: Row) -> None:
        """Add a row."""
        get = row.values.get
        values = [get(name) if cell is None else cell(get(name)) for name, cell in self.cells]
        own = own_values(row)
        values += [own[name] for name in self.layout.own]
        self.writer.writerow(values)

    def close(self) -> None:
        """Complete the file."""
        self.file.close()


def _plain_in_csv(column: Column) -> bool:
    """Whether `csv` writes the column's values as they should be; more places than these it writes as 1E-7."""
    plain = ("text", "integer", "float", "decimal")
    return not column.repeated and column.type.name in plain and column.type.scale <= _MOST_PLACES


def _cell(value: Any) -> Any:
    if isinstance(value, str) or value is None:
        return value
    if isinstance(value, bytes):
        return value.hex()
    return json_text(value)


def read_csv(path: Path, layout: TableLayout) -> Iterator[Imported]:
    """The rows of a CSV file whose first line has the names. An empty cell is an empty text, or no value."""
    columns = {column.name: column for column in layout.columns}
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = csv.reader(file)
        names = next(lines, [])
        _known(names, layout, path)
        for cells in lines:
            where = f"{path}:{lines.line_num}"
            if len(cells) != len(names):
                raise DataError(f"{where}: {len(cells)} cells under {len(names)} names")
            values: dict[str, Any] = {}
            for name, cell in zip(names, cells, strict=True):
                column = columns.get(name)
                if column is None:
                    values[name] = cell or None
                elif column.repeated:
                    values[name] = typed(_parsed(cell, where), column, where) if cell else None
                else:
                    values[name] = typed(cell, column, where) if cell or column.type.name == "text" else None
            yield imported(values, RECORD in names)


def _parsed(cell: str, where: str) -> Any:
    try:
        return from_json(cell)
    except ValueError as error:
        raise DataError(f"{where}: {cell[:40]!r} is no JSON: {error}") from error


def _known(names: list[str], layout: TableLayout, path: Path) -> None:
    columns = {column.name for column in layout.columns}
    strange = [name for name in names if name not in columns and name not in (RECORD, KEPT)]
    if strange:
        raise DataError(
            f"{path}: the copybook has no {', '.join(strange)}; it has {', '.join(sorted(columns))}"
        )


class JsonLinesWriter:
    """One JSON object a line; values that a record does not have are null, columns of other records are left out."""

    def __init__(self, path: Path, layout: TableLayout) -> None:
        self.file: TextIO = path.open("w", encoding="utf-8", newline="\n")
        self.layout = layout
        self.names = {column.name for column in layout.columns}

    def write(self, row: Row) -> None:
        """Add a row."""
        self.file.write(json_line(row, self.layout) + "\n")

    def close(self) -> None:
        """Complete the file."""
        self.file.close()


def json_line(row: Row, layout: TableLayout) -> str:
    """A row as a JSON object in one line."""
    values = {column.name: row.values[column.name] for column in layout.columns if column.name in row.values}
    if RECORD in layout.own:
        values[RECORD] = row.shape.name or None
    if KEPT in layout.own and row.kept:
        values[KEPT] = row.kept
    return json_text(values)


def read_json_lines(path: Path, layout: TableLayout) -> Iterator[Imported]:
    """The rows of a file with one JSON object a line."""
    columns = {column.name: column for column in layout.columns}
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            where = f"{path}:{number}"
            values = _parsed(line, where)
            if not isinstance(values, dict):
                raise DataError(f"{where}: {line[:40]!r} is no object")
            _known(list(values), layout, path)
            yield imported(
                {
                    name: typed(value, columns[name], where) if name in columns else value
                    for name, value in values.items()
                },
                RECORD in values,
            )
