"""Parquet files through pyarrow, which is an extra: `pip install cobolift[parquet]`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from transpiler.data.errors import UsageProblem
from transpiler.data.names import RECORD
from transpiler.data.rows import Row
from transpiler.data.schema import Column
from transpiler.data.tables import Imported, TableLayout, imported, own_values

_BATCH = 10_000
_MOST_DIGITS_64 = 18
_MOST_DIGITS_128 = 38


def _arrow(module: str = "") -> Any:
    try:
        return import_module(f"pyarrow{module}")
    except ImportError as error:
        raise UsageProblem(
            "Parquet needs pyarrow, which is not installed: pip install 'cobolift[parquet]'"
        ) from error


class ParquetWriter:
    """A file with decimals as decimals, tables as lists, groups in tables as structs."""

    def __init__(self, path: Path, layout: TableLayout) -> None:
        self.arrow = _arrow()
        parquet = _arrow(".parquet")
        self.layout = layout
        fields = [(column.name, _type(self.arrow, column)) for column in layout.columns]
        fields += [(name, self.arrow.string()) for name in layout.own]
        self.schema = self.arrow.schema(fields)
        self.names = [column.name for column in layout.columns]
        self.writer = parquet.ParquetWriter(path, self.schema, compression="zstd")
        self.batch: list[list[Any]] = [[] for _ in fields]

    def write(self, row: Row) -> None:
        """Add a row."""
        own = own_values(row)
        values = [row.values.get(name) for name in self.names]
        for cells, value in zip(self.batch, [*values, *(own[name] for name in self.layout.own)], strict=True):
            cells.append(value)
        if len(self.batch[0]) >= _BATCH:
            self._flush()

    def close(self) -> None:
        """Complete the file."""
        self._flush()
        self.writer.close()

    def _flush(self) -> None:
        if self.batch and self.batch[0]:
            arrays = [
                self.arrow.array(cells, type=field.type)
                for cells, field in zip(self.batch, self.schema, strict=True)
            ]
            self.writer.write_batch(self.arrow.record_batch(arrays, schema=self.schema))
            for cells in self.batch:
                cells.clear()


def _type(arrow: Any, column: Column) -> Any:
    """The column's Arrow type."""
    if column.members:
        return arrow.list_(arrow.struct([(member.name, _type(arrow, member)) for member in column.members]))
    kind = column.type
    match kind.name:
        case "integer" | "decimal" if kind.scale > 0 or kind.digits > _MOST_DIGITS_64:
            make = arrow.decimal128 if kind.digits <= _MOST_DIGITS_128 else arrow.decimal256
            found = make(kind.digits, kind.scale)
        case "integer":
            found = arrow.int64()
        case "float":
            found = arrow.float64()
        case "bytes":
            found = arrow.binary()
        case _:
            found = arrow.string()
    return arrow.list_(found) if column.repeated else found


def read_parquet(path: Path, layout: TableLayout) -> Iterator[Imported]:
    """The rows of a Parquet file."""
    file = _arrow(".parquet").ParquetFile(path)
    columns = {column.name: column for column in layout.columns}
    names = file.schema_arrow.names
    try:
        for batch in file.iter_batches(batch_size=_BATCH):
            for values in batch.to_pylist():
                yield imported(
                    {name: _whole(value, columns.get(name)) for name, value in values.items()},
                    RECORD in names,
                )
    finally:
        file.close()


def _whole(value: Any, column: Column | None) -> Any:
    """Whole numbers that are stored as decimals become integers again."""
    if column is None or value is None:
        return value
    if column.repeated:
        return [_inner(element, column) for element in value]
    return int(value) if column.type.name == "integer" else value


def _inner(value: Any, column: Column) -> Any:
    if value is None or not column.members:
        return int(value) if value is not None and column.type.name == "integer" else value
    return {member.name: _whole(value.get(member.name), member) for member in column.members}
