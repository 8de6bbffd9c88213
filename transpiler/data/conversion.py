"""Files of records to tables, tables to files of records, and one encoding to another."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from transpiler.data.errors import DataError, UsageProblem
from transpiler.data.flat_file import PADDED, Advance, FlatFile
from transpiler.data.formats import Layout, write_records
from transpiler.data.parquet_table import ParquetWriter, read_parquet
from transpiler.data.rows import Rows
from transpiler.data.selection import Condition
from transpiler.data.shape import Shapes
from transpiler.data.sqlite_table import SqliteWriter, read_sqlite
from transpiler.data.tables import TableLayout, TableReader, TableWriter
from transpiler.data.text_tables import CsvWriter, JsonLinesWriter, read_csv, read_json_lines
from transpiler.data.transcoding import Transcoder

WRITERS: dict[str, Callable[[Path, TableLayout], TableWriter]] = {
    "csv": CsvWriter,
    "jsonl": JsonLinesWriter,
    "parquet": ParquetWriter,
    "sqlite": SqliteWriter,
}
READERS: dict[str, TableReader] = {
    "csv": read_csv,
    "jsonl": read_json_lines,
    "parquet": read_parquet,
    "sqlite": read_sqlite,
}
ENDINGS = {
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
}
"""Kinds of table by the ending of the file's name."""


@dataclass(slots=True)
class Tally:
    """How much was converted, and how many fields and records have bytes that are no value."""

    records: int = 0
    bad_fields: int = 0
    bad_records: int = 0


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """A path beside *out* that takes its place when all went well, so that a failure leaves no half of a file.

    What is no ordinary file (/dev/stdout, a pipe) is written at once.
    """
    if out.exists() and not out.is_file():
        yield out
        return
    if not out.parent.is_dir():
        raise UsageProblem(f"there is no folder {out.parent} to write {out.name} into")
    partial = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        yield partial
        partial.replace(out)
    except BaseException:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise


def to_table(
    file: FlatFile,
    kind: str,
    out: Path,
    layout: TableLayout,
    where: Sequence[Condition] = (),
    advance: Advance | None = None,
) -> Tally:
    """Write the records as a table. Raises DataError for a broken file."""
    tally = Tally()
    rows = file.rows
    with replacing(out) as partial:
        writer = WRITERS[kind](partial, layout)
        try:
            for _, record in file.records(where, advance):
                row = rows.decode(record)
                tally.records += 1
                if row.kept and (bad := row.bad):
                    tally.bad_fields += len(bad)
                    tally.bad_records += 1
                writer.write(row)
        except BaseException:
            with suppress(Exception):
                writer.close()
            raise
        writer.close()
    return tally


def to_encoding(
    file: FlatFile,
    transcoder: Transcoder,
    out: Path,
    form: str,
    where: Sequence[Condition] = (),
    advance: Advance | None = None,
) -> Tally:
    """Write the records in another encoding and, perhaps, another format. Raises DataError."""
    records = (transcoder.convert(record, number) for number, record in file.records(where, advance))
    layout = Layout(file.layout.size, transcoder.space)
    with replacing(out) as partial, partial.open("wb") as target:
        return Tally(write_records(target, records, form, layout))


def from_table(
    source: Path,
    kind: str,
    shapes: Shapes,
    table: TableLayout,
    out: Path,
    form: str,
    layout: Layout,
    advance: Advance | None = None,
) -> Tally:
    """Write the rows of a table as records. Raises DataError for values that the items cannot hold."""
    rows = Rows(shapes, layout.size if form in PADDED else None)
    records = _encoded(source, kind, rows, table, advance)
    with replacing(out) as partial, partial.open("wb") as target:
        return Tally(write_records(target, records, form, layout))


def _encoded(
    source: Path, kind: str, rows: Rows, table: TableLayout, advance: Advance | None
) -> Iterable[bytes]:
    try:
        for number, row in enumerate(READERS[kind](source, table), 1):
            try:
                yield rows.encode(row.values, row.kept, row.shape)
            except DataError as error:
                raise DataError(f"{source}, row {number}: {error}") from error
            if advance is not None:
                advance(1)
    except (UnicodeDecodeError, sqlite3.Error) as error:
        raise DataError(f"{source}: {error}") from error
