"""A table of an SQLite database, for queries. Decimals are kept as text, which loses no digit."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from transpiler.data.codecs import ValueType
from transpiler.data.errors import DataError
from transpiler.data.names import RECORD
from transpiler.data.rows import Row
from transpiler.data.schema import Column
from transpiler.data.tables import Imported, TableLayout, from_json, imported, json_text, own_values, typed

TABLE = "records"
_BATCH = 2_000
_MOST_DIGITS = 18
"""Digits of a whole number that fits into SQLite's 8 bytes."""


class SqliteWriter:
    """Table `records` of a new database."""

    def __init__(self, path: Path, layout: TableLayout) -> None:
        path.unlink(missing_ok=True)
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.layout = layout
        described = [f"{_quoted(column.name)} {_declared(column)}" for column in layout.columns]
        described += [f"{_quoted(name)} TEXT" for name in layout.own]
        self.connection.execute("PRAGMA journal_mode = OFF")
        self.connection.execute(f"CREATE TABLE {TABLE}({', '.join(described)})")
        self.connection.execute("BEGIN")
        places = ", ".join("?" * len(described))
        self.statement = f"INSERT INTO {TABLE} VALUES({places})"
        self.batch: list[list[Any]] = []

    def write(self, row: Row) -> None:
        """Add a row."""
        own = own_values(row)
        values = [_stored(row.values.get(column.name), column) for column in self.layout.columns]
        self.batch.append([*values, *(own[name] for name in self.layout.own)])
        if len(self.batch) >= _BATCH:
            self._flush()

    def close(self) -> None:
        """Complete the database."""
        self._flush()
        self.connection.execute("COMMIT")
        self.connection.close()

    def _flush(self) -> None:
        self.connection.executemany(self.statement, self.batch)
        self.batch.clear()


def _quoted(name: str) -> str:
    escaped = name.replace('"', '""')
    return f'"{escaped}"'


def _declared(column: Column) -> str:
    """The declared type; the name of a decimal's holds TEXT, so that SQLite keeps it as text."""
    if column.repeated:
        return "JSON_TEXT"
    kind = column.type
    match kind.name:
        case "integer":
            return "INTEGER" if _small(kind) else "TEXT"
        case "decimal":
            return f"DECIMAL_TEXT({kind.digits},{kind.scale})"
        case "float":
            return "REAL"
        case "bytes":
            return "BLOB"
        case _:
            return "TEXT"


def _small(kind: ValueType) -> bool:
    return kind.digits <= _MOST_DIGITS


def _stored(value: Any, column: Column) -> Any:
    if value is None or isinstance(value, str | bytes | float):
        return value
    if column.repeated or column.type.name == "decimal" or not _small(column.type):
        return json_text(value)
    return value


def read_sqlite(path: Path, layout: TableLayout) -> Iterator[Imported]:
    """The rows of table `records` in the order in which they were added."""
    columns = {column.name: column for column in layout.columns}
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        cursor = connection.execute(f"SELECT * FROM {TABLE} ORDER BY rowid")
        names = [described[0] for described in cursor.description]
        for number, cells in enumerate(cursor, 1):
            where = f"{path}, row {number}"
            values: dict[str, Any] = {}
            for name, cell in zip(names, cells, strict=True):
                column = columns.get(name)
                if column is not None and column.repeated and cell is not None:
                    cell = from_json(cell)
                values[name] = typed(cell, column, where) if column is not None else cell
            yield imported(values, RECORD in names)
    except sqlite3.DatabaseError as error:
        raise DataError(f"{path}: {error}") from error
    finally:
        connection.close()
