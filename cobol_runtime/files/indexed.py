"""INDEXED files: records found by a prime key and alternate keys (ISO 1989:2002, 9.1.7.4).

Each key has a column and an index of the dataset; records with the same alternate key are numbered in the order
they got that key, and are read in this order.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, Unpack

from cobol_runtime.files import status
from cobol_runtime.files.connector import ADDING, PLACING, READING, FileDescription, OpenMode
from cobol_runtime.files.dataset import Attributes, Dataset, Key
from cobol_runtime.files.keyed import KeyedFile, Lock, LockMode, failure
from cobol_runtime.files.read_ahead import ReadAhead, Row
from cobol_runtime.files.sharing import Retry

if TYPE_CHECKING:
    from cobol_runtime.run_unit import RunUnit


BY_PRIME_KEY = "SELECT record FROM records WHERE k0 = ?"
SAME_KEYS = "UPDATE records SET record = ? WHERE k0 = ?"


Position: TypeAlias = tuple[bytes | bytearray, int]
"""A place in the order of one key: the key's value, and the number among records with the same value."""


class IndexedFile(KeyedFile):
    """ORGANIZATION INDEXED. See :class:`FileConnector` for the arguments and operations.

    *keys* are the record keys, the prime key first; operations name them by their number in this order. *collating* gives the
    rank of each character in the order of the keys; without it their bytes are compared.
    """

    def __init__(
        self,
        run: RunUnit,
        *,
        keys: tuple[Key, ...],
        collating: bytes | None = None,
        lock_mode: LockMode | None = None,
        multiple_locks: bool = False,
        **description: Unpack[FileDescription],
    ) -> None:
        super().__init__(run, lock_mode=lock_mode, multiple_locks=multiple_locks, **description)
        self.keys = keys
        self._collating = collating
        self._queries = tuple(KeyQueries.of(number, key) for number, key in enumerate(keys))
        names = column_names(len(keys))
        self._columns = f"SELECT {', '.join(names)} FROM records WHERE k0 = ?"
        self._insert = f"INSERT INTO records VALUES({', '.join('?' * (len(names) + 1))})"
        self._update = f"UPDATE records SET {' = ?, '.join(names)} = ?, record = ? WHERE k0 = ?"
        self._schema = schema(keys)
        self._prime_place: slice | None = None
        self._written_place: slice | None = None
        self._take_position(None)

    def attributes(self) -> Attributes:
        """What the program describes the file to be."""
        if self._collating is None:
            return Attributes("indexed", self.minimum, self.maximum, self.keys)
        if self._code is not None:  # the records are EBCDIC, so that the bytes of keys are in order
            keys = tuple(replace(key, numbers=()) for key in self.keys)
            return Attributes("indexed", self.minimum, self.maximum, keys)
        return Attributes("indexed", self.minimum, self.maximum, self.keys, "ebcdic")

    def _opened(self, mode: OpenMode) -> str:
        row = self.dataset.first(self._queries[0].first)
        self._take_position(row)
        place = self._plain_place()
        adding = mode in (ADDING if self.access == "sequential" else PLACING)
        self._prime_place = place if mode in READING else None
        self._written_place = place if adding and len(self.keys) == 1 else None
        if row is not None and len(row[-1]) > self.maximum:
            self._release()
            return status.CONFLICTING_ATTRIBUTES
        return status.SUCCESS

    def _release(self) -> None:
        self._prime_place = self._written_place = None
        super()._release()

    def _plain_place(self) -> slice | None:
        """Where the prime key lies in the memory, if it and the records are stored as they are there."""
        prime = self.keys[0]
        if self._code is not None or self._collating is not None or prime.parts or self._record_length:
            return None
        start = self.record.base + prime.offset
        return slice(start, start + prime.length)

    def _take_position(self, row: Row | None) -> None:
        """The position after OPEN: before the first record by the prime key."""
        self._reference = 0
        self._positions: list[Position] = [(b"", 0)] * len(self.keys)
        self._has_data = row is not None or (self._dataset is not None and self._dataset.shared)
        self._last_written: bytes | bytearray | None = None
        self._last_prime: bytes | bytearray = b""
        self._ahead = ReadAhead()
        if row is not None:
            self._positions[0] = (row[0], 0)

    # Keys of the record area and of stored records

    def _area_key(self, number: int) -> bytes:
        key, base = self.keys[number], self.record.base
        if key.parts or self._code is not None:
            return self._ranked(key, key.of_record(self._area_record()))
        value = bytes(self.record.memory[base + key.offset : base + key.offset + key.length])
        return self._ranked(key, value)

    def _stored_key(self, number: int, record: bytes) -> bytes | None:
        """The key as it is stored: None when it is suppressed."""
        key = self.keys[number]
        value = key.of_record(record)
        suppressed = key.suppress is not None and not value.strip(bytes((key.suppress,)))
        return None if suppressed else self._ranked(key, value)

    def _ranked(self, key: Key, value: bytes) -> bytes:
        """What the key is stored and compared as."""
        if self._collating is None:
            return value
        return key.in_order(value, None if self._code is not None else self._collating)

    # Sequential reading

    def _do_read_next(self, previous: bool) -> str:
        row = self._next_row(previous)
        while row is not None and self.dataset.guarded:
            if self._admitted(row[2]):
                fresh = self._again(row)
                if fresh is not None:
                    return self._deliver(fresh)
            elif not self._skips_locked:
                return status.RECORD_LOCKED
            else:
                self._positions[self._reference] = (row[0], row[1])
                self._first_read = 0
            row = self._next_row(previous)
        return status.END_OF_FILE if row is None else self._deliver(row)

    def _next_row(self, previous: bool) -> Row | None:
        row = self._awaited_row(previous) if self._first_read else None
        if row is None:
            if self._first_read and (not self._has_data or (self._first_read == 2 and previous)):
                return None
            row = self._neighbour(previous)
        return row

    def _again(self, row: Row) -> Row | None:
        """The row as it is now that its lock is held; None when another process has taken it away meanwhile."""
        fresh = self.dataset.first(self._queries[self._reference].at, (row[0], row[1]))
        return fresh if fresh is not None and fresh[2] == row[2] else None

    def _awaited_row(self, previous: bool) -> Row | None:
        """After OPEN or START: the record they found, if it is still there."""
        if not self._has_data or (self._first_read == 2 and previous):
            return None
        return self.dataset.first(self._queries[self._reference].at, self._positions[self._reference])

    def _neighbour(self, previous: bool) -> Row | None:
        """The record before or behind the position; from the other end when reading turns round at the end."""
        queries, position = self._queries[self._reference], self._positions[self._reference]
        if previous and self._after_end:
            return self.dataset.first(queries.last)
        if not previous and self._before_start:
            return self.dataset.first(queries.first)
        statement = queries.before if previous else queries.behind

        def fetch(limit: int) -> list[Row]:
            most = 1 if self.dataset.guarded else limit
            return self.dataset.execute(statement, (*position, most)).fetchall()

        row = self._ahead.take((self._reference, previous, position), self.dataset.changes, fetch)
        if row is not None:
            self._ahead.moved((self._reference, previous, (row[0], row[1])))
        return row

    def _deliver(self, row: Row) -> str:
        """Move the record of *row* to the record area and take its position."""
        key, number, self._last_prime, record = row
        self._positions[self._reference] = (key, number)
        self._put_record(record[: self.maximum], min(len(record), self.maximum))
        return status.SUCCESS if len(record) <= self.maximum else status.READ_NOT_DONE

    # Random reading and START

    def read_key(
        self,
        key: int = 0,
        *,
        length: int | None = None,
        at_end: bool = False,
        invalid_key: bool = False,
        lock: Lock | None = None,
        retry: Retry | None = None,
    ) -> bool:
        """READ: see :meth:`KeyedFile.read_key`. Short for the prime key while nothing is unusual."""
        place, dataset = self._prime_place, self._dataset
        if not key and length is None and place is not None and dataset is not None and not dataset.guarded:
            value = self._read_prime(dataset, place)
            if value == status.SUCCESS and not self._is_shared and self._fixed_status is None:
                self.status = value
                return True
            if value != status.READ_NOT_DONE:
                return self._finish(value, invalid_key=invalid_key)
        return super().read_key(
            key, length=length, at_end=at_end, invalid_key=invalid_key, lock=lock, retry=retry
        )

    def _read_prime(self, dataset: Dataset, place: slice) -> str:
        """Read by the prime key, which is at this *place* of the memory. READ_NOT_DONE: it takes more than that."""
        memory, base = self.record.memory, self.record.base
        value = memory[place]
        self._reference, self._read_done = 0, False
        try:
            dataset.renew()
            row = dataset.execute(BY_PRIME_KEY, (value,)).fetchone()
        except sqlite3.Error:
            return status.READ_NOT_DONE
        if row is None:
            return status.KEY_NOT_EXISTS
        record: bytes = row[0]
        size = len(record)
        if size > self.maximum:
            return status.READ_NOT_DONE
        memory[base : base + size] = record
        self.size, self._last_prime, self._positions[0] = size, value, (value, 0)
        self._first_read = self._after_end = self._before_start = False
        self._read_done = True
        return status.SUCCESS

    def _do_read_key(self, key: int, length: int | None) -> str:
        self._reference = key
        value = self._area_key(key)
        row: Row | None
        if length is not None:
            row = self._start_row("=", key, value[:length])
        elif key:
            row = self.dataset.first(self._queries[key].equal, (value,))
        else:
            found = self.dataset.execute(BY_PRIME_KEY, (value,)).fetchone()
            row = None if found is None else (value, 0, value, found[0])
        if row is None:
            return status.KEY_NOT_EXISTS
        if self.dataset.guarded:
            if not self._admitted(row[2]):
                return status.RECORD_LOCKED
            row = self._again(row)
        return status.KEY_NOT_EXISTS if row is None else self._deliver(row)

    def _allows_length(self, key: int, length: int | None) -> bool:
        return length is None or 1 <= length <= self.keys[key].length

    def _do_start(self, relation: str, key: int, length: int | None) -> bool:
        self._reference = key
        row = self._start_row(relation, key, self._area_key(key)[:length])
        if row is None:
            return False
        self._has_data = True
        self._positions[key] = (row[0], row[1])
        self._last_prime = row[2]
        return True

    def _start_row(self, relation: str, key: int, value: bytes) -> Row | None:
        queries, first = self._queries[key], self.dataset.first
        if relation == "first":
            return first(queries.first)
        if relation == "last":
            return first(queries.last)
        if relation == "<":
            return first(queries.below, (value,))
        if relation == ">":
            following = successor(value)
            return None if following is None else first(queries.from_, (following,))
        row = first(queries.from_, (value,))
        if relation == ">=":
            return row
        matches = row is not None and row[0].startswith(value)
        if relation == "=":
            return row if matches else None
        if row is None or not matches:
            return first(queries.below, (value,)) if row is not None else first(queries.last)
        return first(queries.last_equal, (row[0],)) if self.keys[key].duplicates else row

    # WRITE, REWRITE, DELETE

    def write(
        self,
        length: int | None = None,
        *,
        before: int | str | None = None,
        after: int | str | None = None,
        end_of_page: bool = False,
        invalid_key: bool = False,
        lock: Lock | None = None,
        retry: Retry | None = None,
    ) -> bool:
        """WRITE: see :meth:`KeyedFile.write`. Short while nothing is unusual."""
        place, dataset = self._written_place, self._dataset
        if place is not None and dataset is not None and dataset.alone:
            size = self.maximum if length is None else length
            if self.minimum <= size <= self.maximum:
                value = self._write_prime(dataset, place, size)
                if value == status.SUCCESS and not self._is_shared and self._fixed_status is None:
                    self.status = value
                    return True
                if value != status.KEY_EXISTS:
                    return self._finish(value)
        return super().write(length, invalid_key=invalid_key, lock=lock, retry=retry)

    def _write_prime(self, dataset: Dataset, place: slice, size: int) -> str:
        """Write a record with one key, which is at this *place* of the memory. KEY_EXISTS: it takes more to tell."""
        memory, base = self.record.memory, self.record.base
        key, last = memory[place], self._last_written
        if last is not None and self.access == "sequential" and key < last:
            return status.KEY_EXISTS
        try:
            dataset.change(self._insert, (key, memory[base : base + size]))
            dataset.changed()
        except sqlite3.IntegrityError:
            return status.KEY_EXISTS
        except sqlite3.Error as error:
            return failure(error)
        self._read_done = self.end_of_page = False
        self._has_data = True
        self._last_written, self.size = key, size
        return status.SUCCESS

    def _do_write(self, before: int | str | None, after: int | str | None, end_of_page: bool) -> str:
        prime = self._area_key(0)
        in_sequence = self.access == "sequential"
        if in_sequence and self._last_written is not None and prime < self._last_written:
            return status.KEY_INVALID
        self._last_written = prime
        self._has_data = True
        record = self._area_record()
        with self.dataset.changing():
            columns, value = self._columns_of(record, ())
            if not self._changed(self._insert, (*columns, record[: self.size])):
                return (
                    status.KEY_INVALID if in_sequence and self.mode is OpenMode.OUTPUT else status.KEY_EXISTS
                )
            self._lock_written(prime)
        return value

    def _columns_of(self, record: bytes, old: Row) -> tuple[tuple[object, ...], str]:
        """The key columns of *record* and the status its keys give. *old* are those of the record it replaces:
        a key that does not change keeps its place among duplicates."""
        columns: list[object] = [self._ranked(self.keys[0], self.keys[0].of_record(record))]
        value = status.SUCCESS
        for number in range(1, len(self.keys)):
            key, order = self._stored_key(number, record), 0
            if old and old[2 * number - 1] == key:
                order = old[2 * number]
            elif key is not None and self.keys[number].duplicates:
                order = self._next_order(number, key)
                if order > 1:
                    value = status.DUPLICATE_KEY
            columns += (key, order)
        return tuple(columns), value

    def _changed(self, statement: str, values: tuple[object, ...]) -> bool:
        """Insert or replace a record; False when another record has one of its keys."""
        try:
            self.dataset.execute(statement, values)
        except sqlite3.IntegrityError:
            return False
        self.dataset.changed()
        return True

    def _next_order(self, number: int, key: bytes) -> int:
        row = self.dataset.first(self._queries[number].last_equal, (key,))
        return 1 if row is None else int(row[1]) + 1

    def _target(self) -> bytes:
        """The prime key of the record that REWRITE and DELETE concern."""
        return bytes(self._last_prime) if self.access == "sequential" else self._area_key(0)

    def _do_rewrite(self, length: int) -> str:
        if not self._new_size(length):
            return status.RECORD_OVERFLOW
        with self.dataset.changing():
            old = self.dataset.first(self._columns, (self._target(),))
            if old is None:
                return status.KEY_EXISTS if self._alternate_taken() else status.KEY_NOT_EXISTS
            if self.dataset.guarded and self.dataset.is_locked(self, old[0]):
                return status.RECORD_LOCKED
            return self._replace(old)

    def _replace(self, old: Row) -> str:
        """Put the record area in the place of the record with the key columns *old*."""
        changes = self.dataset.changes
        record = self._area_record()
        columns, value = self._columns_of(record, old)
        if columns != old:
            changed = self._changed(self._update, (*columns, record[: self.size], old[0]))
            return value if changed else status.KEY_EXISTS
        self._changed(SAME_KEYS, (record[: self.size], old[0]))
        if old[0] == self._last_prime:
            self._ahead.keep(changes, changes + 1)
        self._lock_written(old[0])
        return value

    def _alternate_taken(self) -> bool:
        """Whether another record has one of the record's keys that allow no duplicates."""
        return any(
            self.dataset.first(self._queries[number].equal, (self._area_key(number),)) is not None
            for number in range(1, len(self.keys))
            if not self.keys[number].duplicates
        )

    def _do_delete(self) -> str:
        changes, target = self.dataset.changes, self._target()
        with self.dataset.changing():
            if self.dataset.guarded and self.dataset.is_locked(self, target):
                return status.RECORD_LOCKED
            if self.dataset.execute("DELETE FROM records WHERE k0 = ?", (target,)).rowcount == 0:
                return status.KEY_NOT_EXISTS
            self.dataset.changed()
        if target == self._last_prime:
            self._ahead.keep(changes, changes + 1)
        return status.SUCCESS


class KeyQueries(NamedTuple):
    """The queries by one key. All give rows (key, number among duplicates, prime key, record)."""

    first: str
    last: str
    at: str
    behind: str
    before: str
    equal: str
    last_equal: str
    from_: str
    below: str

    @classmethod
    def of(cls, number: int, key: Key) -> KeyQueries:
        """The queries by key *number*."""
        k, s = f"k{number}", f"s{number}" if number else "0"
        select = f"SELECT {k}, {s}, k0, record FROM records WHERE {k} IS NOT NULL"
        up = f"ORDER BY {k}, {s}" if number else f"ORDER BY {k}"
        down = f"ORDER BY {k} DESC, {s} DESC" if number else f"ORDER BY {k} DESC"
        here = f"({k}, {s})" if number else k
        there = "(?, ?)" if number else "?1 AND ?2 = 0"
        limit = "LIMIT ?" if number else "LIMIT ?3"
        return cls(
            first=f"{select} {up} LIMIT 1",
            last=f"{select} {down} LIMIT 1",
            at=f"{select} AND {here} = {there}",
            behind=f"{select} AND {here} > {there} {up} {limit}",
            before=f"{select} AND {here} < {there} {down} {limit}",
            equal=f"{select} AND {k} = ? {up} LIMIT 1",
            last_equal=f"{select} AND {k} = ? {down} LIMIT 1",
            from_=f"{select} AND {k} >= ? {up} LIMIT 1",
            below=f"{select} AND {k} < ? {down} LIMIT 1",
        )


def column_names(keys: int) -> list[str]:
    """The key columns of the table of records: k0, then k1, s1, k2, s2 …"""
    return ["k0", *(f"{letter}{number}" for number in range(1, keys) for letter in "ks")]


def schema(keys: tuple[Key, ...]) -> str:
    """The statements that make the table of records and its indexes."""
    columns = "".join(f"k{number} BLOB, s{number} INTEGER NOT NULL, " for number in range(1, len(keys)))
    statements = [f"CREATE TABLE records(k0 BLOB PRIMARY KEY, {columns}record BLOB NOT NULL) WITHOUT ROWID"]
    for number in range(1, len(keys)):
        order = f", s{number}" if keys[number].duplicates else ""
        statements.append(f"CREATE UNIQUE INDEX key_{number} ON records(k{number}{order})")
    return ";".join(statements)


def successor(prefix: bytes) -> bytes | None:
    """The least key greater than every key that begins with *prefix*; None when there is none."""
    stem = prefix.rstrip(b"\xff")
    return stem[:-1] + bytes((stem[-1] + 1,)) if stem else None
