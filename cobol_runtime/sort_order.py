"""The order of records by their sort keys (ISO 1989:2002, 14.8.37 SORT)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from cobol_runtime.area import Area
from cobol_runtime.field import AnyField
from cobol_runtime.floating import Float64
from cobol_runtime.numeric import NumericField

Ordering: TypeAlias = Callable[[bytes], Any]
"""Gives for the bytes of a record what it is compared by."""

INVERTED = bytes(range(255, -1, -1))


@dataclass(frozen=True, slots=True)
class SortKey:
    """A key of SORT or MERGE: *field* of the sort record, ascending unless *descending*.

    Numbers of every usage compare by value, everything else byte by byte.
    """

    field: AnyField
    descending: bool = False


def ordering(keys: Sequence[SortKey], length: int, collating: bytes | None = None) -> Ordering:
    """The function to sort records of *length* bytes by. *collating* gives the rank of each byte in the
    program's collating sequence, for keys that are not numeric."""
    parts = [_number_part(key, length) if _is_numeric(key) else _text_part(key, collating) for key in keys]
    if len(parts) == 1:
        return parts[0]
    if not any(_is_numeric(key) for key in keys):
        return lambda record: b"".join([part(record) for part in parts])
    return lambda record: tuple([part(record) for part in parts])


def _is_numeric(key: SortKey) -> bool:
    return isinstance(key.field, NumericField | Float64)


def _text_part(key: SortKey, collating: bytes | None) -> Ordering:
    start, end = key.field.at, key.field.at + key.field.length
    ranks = collating
    if key.descending:
        ranks = INVERTED if collating is None else collating.translate(INVERTED)
    if ranks is None:
        return lambda record: record[start:end]
    table = ranks
    return lambda record: record[start:end].translate(table)


def _number_part(key: SortKey, length: int) -> Ordering:
    field, memory = key.field, bytearray(length)
    area = Area(memory)
    start, end = field.at, field.at + field.length

    def ascending(record: bytes) -> Any:
        memory[start:end] = record[start:end]
        return field.number(area)

    return (lambda record: -ascending(record)) if key.descending else ascending
