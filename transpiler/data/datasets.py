"""Indexed and relative datasets: filled from files of records, and written back to them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cobol_parser.record_keys import numbers_in
from cobol_parser.symbols import DataItem, FileItem
from transpiler.data.copybook import item_named
from transpiler.data.errors import DataError, UsageProblem
from transpiler.data.runtime import (
    EBCDIC,
    Area,
    IndexedFile,
    Key,
    NotADataset,
    RelativeFile,
    RunUnit,
    connected_to_read,
)

_SIGNATURE = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class DatasetLayout:
    """What a dataset is made with: keys (none for a relative one), record sizes, and whether the characters of keys are in
    EBCDIC's order though they are ASCII."""

    minimum: int
    maximum: int
    keys: tuple[Key, ...] = ()
    ebcdic_order: bool = False

    def stored_prime(self, record: bytes) -> bytes:
        """The prime key of a record as the dataset keeps it."""
        return self.keys[0].ranked(record, EBCDIC if self.ebcdic_order else None)


def keys_from_names(
    names: Iterable[str], records: tuple[DataItem, ...], *, ranked: bool = False
) -> tuple[Key, ...]:
    """Keys from `--key FIELD`, the prime key first; FIELD:duplicates allows equal values, FIELD+FIELD is a split key.

    *ranked*: characters are ordered by a collating sequence, so that the numbers in a key must be known. Raises UsageProblem.
    """
    keys = []
    for text in names:
        name, _, option = text.partition(":")
        if option.lower() not in ("", "duplicates"):
            raise UsageProblem(f"{text!r}: after a key may only stand :duplicates")
        parts = tuple(item_named(records, part.strip()) for part in name.split("+"))
        keys.append(_key(parts, duplicates=bool(option), ranked=ranked))
    if keys and keys[0].duplicates:
        raise UsageProblem("the first key is the prime key, which is different in every record")
    return tuple(keys)


def keys_from_file(file: FileItem, *, ranked: bool = False) -> tuple[Key, ...]:
    """The keys of a program's SELECT (see keys_from_names); none for a relative file. Raises UsageProblem for other files."""
    if file.organization not in ("INDEXED", "RELATIVE"):
        raise UsageProblem(
            f"{file.name} is {file.organization}: only INDEXED and RELATIVE files are datasets"
        )
    return tuple(_key(key.parts, duplicates=key.duplicates, ranked=ranked) for key in file.keys)


def _key(parts: tuple[DataItem, ...], *, duplicates: bool, ranked: bool) -> Key:
    places = tuple((part.offset, part.size) for part in parts)
    numbers = tuple(numbers_in(parts)) if ranked else ()
    if len(places) == 1:
        return Key(*places[0], duplicates=duplicates, numbers=numbers)
    # As generated programs spell it: attributes of dataset and program must be the same.
    return Key(
        places[0][0], sum(size for _, size in places), duplicates=duplicates, parts=places, numbers=numbers
    )


def fill_dataset(path: Path, records: Iterable[bytes], layout: DatasetLayout) -> int:
    """Make a dataset of records and return their number; those of relative files are numbered from 1.

    Raises DataError when two records have one key, or a record is too long.
    """
    area = Area(bytearray(layout.maximum))
    run = RunUnit()
    described: Any = {
        "name": path.name,
        "assign": str(path.absolute()),
        "record": area,
        "minimum": layout.minimum,
        "maximum": layout.maximum,
    }
    file: IndexedFile | RelativeFile
    if layout.keys:
        collating = EBCDIC if layout.ebcdic_order else None
        file = IndexedFile(
            run,
            keys=layout.keys,
            collating=collating,
            access="dynamic",
            status=Area(bytearray(2)),
            **described,
        )
    else:
        file = RelativeFile(run, access="sequential", status=Area(bytearray(2)), **described)
    if not file.open_output():
        raise DataError(f"cannot make {path}: file status {file.status}")
    number = 0
    try:
        for number, record in enumerate(records, 1):
            if not layout.minimum <= len(record) <= layout.maximum:
                raise DataError(
                    f"record {number} has {len(record)} bytes, not {layout.minimum} to {layout.maximum}"
                )
            area.memory[:] = record.ljust(layout.maximum, b"\0")
            if not file.write(len(record), invalid_key=True):
                raise DataError(_refused(number, record, layout, file.status))
    finally:
        file.close()
    return number


def _refused(number: int, record: bytes, layout: DatasetLayout, status: str) -> str:
    keys = []
    for key in layout.keys:
        places = key.parts or ((key.offset, key.length),)
        keys.append(b"".join(record[at : at + size] for at, size in places).hex().upper())
    shown = ", ".join(f"X'{key}'" for key in keys)
    reason = "another record has one of its keys" if status == "22" else f"file status {status}"
    return f"record {number} was not written: {reason} ({shown})"


def is_dataset(path: Path) -> bool:
    """Whether the file is a database; one that is no dataset is found out when it is read."""
    with path.open("rb") as file:
        return file.read(len(_SIGNATURE)) == _SIGNATURE


def dataset_attributes(path: Path) -> dict[str, Any]:
    """What a dataset was made with. Raises DataError when the file is none."""
    try:
        with closing(connected_to_read(path)) as connection:
            row = connection.execute("SELECT value FROM attributes WHERE name = 'file'").fetchone()
    except (sqlite3.DatabaseError, NotADataset) as error:
        raise DataError(f"{path} is no indexed or relative dataset: {error}") from error
    if row is None:
        raise DataError(f"{path} is no indexed or relative dataset")
    found: dict[str, Any] = json.loads(row[0])
    return found


def dataset_records(path: Path) -> Iterator[bytes]:
    """The records of a dataset in the order of its prime key, or of their numbers. Raises DataError."""
    organization = dataset_attributes(path)["organization"]
    order = "k0" if organization == "indexed" else "number"
    record = "record" if organization == "indexed" else "substr(record, 1, size)"
    with closing(connected_to_read(path)) as connection:
        for (data,) in connection.execute(f"SELECT {record} FROM records ORDER BY {order}"):
            yield bytes(data)
