"""What the table formats have in common: rows in, rows out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from transpiler.data.codecs import ValueType, to_number
from transpiler.data.errors import DataError
from transpiler.data.names import KEPT, RECORD
from transpiler.data.rows import Row
from transpiler.data.schema import Column


@dataclass(frozen=True, slots=True)
class TableLayout:
    """The columns of a table: those of the records, and those of our own that it has."""

    columns: tuple[Column, ...]
    own: tuple[str, ...]


@dataclass(slots=True)
class Imported:
    """A row read from a table: values by column, bytes kept beside them, and the chosen descriptions if the table tells."""

    values: Mapping[str, Any]
    kept: Mapping[str, str]
    shape: str | None


class TableWriter(Protocol):
    """Takes rows one by one; `close` completes the file, `abandon` gives it up."""

    def write(self, row: Row) -> None: ...

    def close(self) -> None: ...


class TableReader(Protocol):
    """Makes rows of a file one by one."""

    def __call__(self, path: Path, layout: TableLayout) -> Iterator[Imported]: ...


def own_values(row: Row) -> dict[str, str | None]:
    """The values of our own columns."""
    kept = json.dumps(row.kept, separators=(",", ":")) if row.kept else None
    return {RECORD: row.shape.name or None, KEPT: kept}


def imported(values: dict[str, Any], has_record: bool) -> Imported:
    """Take our own columns out of a row; *has_record* tells whether the table has the one of descriptions."""
    kept = values.pop(KEPT, None)
    shape = values.pop(RECORD, None)
    if isinstance(kept, str):
        try:
            kept = json.loads(kept)
        except ValueError as error:
            raise DataError(f"column {KEPT} is no JSON: {error}") from error
    return Imported(values, kept or {}, (shape or "") if has_record else None)


def json_text(value: Any) -> str:
    """A value as JSON; decimals are numbers with all their digits, bytes hex."""
    match value:
        case None:
            return "null"
        case str():
            return json.dumps(value, ensure_ascii=False)
        case bytes():
            return f'"{value.hex()}"'
        case Decimal():
            return format(value, "f")
        case list():
            return f"[{', '.join(map(json_text, value))}]"
        case dict():
            return (
                f"{{{', '.join(f'{json.dumps(name)}: {json_text(inner)}' for name, inner in value.items())}}}"
            )
        case _:
            return repr(value)


def from_json(text: str) -> Any:
    """JSON as a value; numbers with a point become decimals."""
    return json.loads(text, parse_float=Decimal)


def typed(value: Any, column: Column, where: str) -> Any:
    """A value that came from JSON or text as the column's type. Raises DataError."""
    if value is None:
        return None
    if column.repeated:
        if not isinstance(value, list):
            raise DataError(f"{where}: {column.name} is a table and needs a list, not {value!r}")
        return [_element(inner, column, where) for inner in value]
    return _scalar(value, column.type, f"{where}: {column.name}")


def _element(value: Any, column: Column, where: str) -> Any:
    if not column.members:
        return _scalar(value, column.type, f"{where}: {column.name}")
    if not isinstance(value, dict):
        raise DataError(
            f"{where}: an occurrence of {column.name} is a group and needs an object, not {value!r}"
        )
    return {member.name: typed(value.get(member.name), member, where) for member in column.members}


def _scalar(value: Any, kind: ValueType, where: str) -> Any:
    if value is None:
        return None
    try:
        match kind.name:
            case "integer":
                number = to_number(str(value))
                if number != int(number):
                    raise DataError(f"{where}: {value} is not a whole number")
                return int(number)
            case "decimal":
                return to_number(str(value))
            case "float":
                return float(value)
            case "bytes":
                return bytes.fromhex(value) if isinstance(value, str) else bytes(value)
            case _:
                return str(value)
    except (ValueError, OverflowError):
        raise DataError(f"{where}: {value!r} is no {kind.name}") from None
