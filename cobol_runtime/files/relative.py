"""RELATIVE files: records in numbered places, some of them empty (ISO 1989:2002, 9.1.7.3).

A place once used stays part of the file when its record is deleted: the end of the file is the highest place
ever written.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias, Unpack

from cobol_runtime.files import status
from cobol_runtime.files.connector import FileDescription, OpenMode
from cobol_runtime.files.dataset import Attributes
from cobol_runtime.files.keyed import KeyedFile, LockMode
from cobol_runtime.files.read_ahead import ReadAhead, Row

if TYPE_CHECKING:
    from cobol_runtime.run_unit import RunUnit

RelativeKey: TypeAlias = tuple[Callable[[], int], Callable[[int], bool | None]]
"""RELATIVE KEY as functions (get, set); set answers False when the item is too small for the number."""

SCHEMA = "CREATE TABLE records(number INTEGER PRIMARY KEY, record BLOB NOT NULL, size INTEGER NOT NULL)"
BLOCK = 256

STARTS = {
    "first": "min(number) FROM records",
    "last": "max(number) FROM records",
    "=": "number FROM records WHERE number = ?",
    ">": "min(number) FROM records WHERE number > ?",
    ">=": "min(number) FROM records WHERE number >= ?",
    "<": "max(number) FROM records WHERE number < ?",
    "<=": "max(number) FROM records WHERE number <= ?",
}
"""The query for the record that START with a relation finds."""


class RelativeFile(KeyedFile):
    """ORGANIZATION RELATIVE. See :class:`FileConnector` for the arguments and operations.

    *relative_key* is the RELATIVE KEY item as a pair of functions (get, set).
    """

    def __init__(
        self,
        run: RunUnit,
        *,
        relative_key: RelativeKey | None = None,
        lock_mode: LockMode | None = None,
        multiple_locks: bool = False,
        **description: Unpack[FileDescription],
    ) -> None:
        super().__init__(run, lock_mode=lock_mode, multiple_locks=multiple_locks, **description)
        self._key = relative_key
        self._place = 0
        self._last_read = 0
        self._ahead = ReadAhead()

    _schema = SCHEMA

    def attributes(self) -> Attributes:
        """What the program describes the file to be."""
        return Attributes("relative", self.minimum, self.maximum)

    def _opened(self, mode: OpenMode) -> str:
        self._place = self.dataset.slots if mode is OpenMode.EXTEND else 0
        self._ahead = ReadAhead()
        return status.SUCCESS

    def _key_value(self) -> int:
        """The RELATIVE KEY's value; without one, the number of the record last read."""
        return self._last_read if self._key is None else self._key[0]()

    # Sequential reading. `_place` is the number of places before the one that is read next.

    def _do_read_next(self, previous: bool) -> str:
        if self.dataset.slots == 0:
            return status.END_OF_FILE
        if previous and not self._first_read:
            return self._read_back()
        row = self._ahead.take(self._place, self.dataset.changes, self._following)
        while row is not None and self.dataset.guarded:
            admitted = self._admitted(row[0])
            fresh = self._record_at(row[0]) if admitted else None
            if fresh is not None:
                row = fresh
                break
            if not admitted and not self._skips_locked:
                return status.RECORD_LOCKED
            self._place = row[0]
            row = self._ahead.take(self._place, self.dataset.changes, self._following)
        if row is None:
            self._place = max(self._place, self.dataset.slots)
            return status.END_OF_FILE
        value = self._deliver(*row)
        self._place = row[0] if value == status.SUCCESS else row[0] - 1
        self._ahead.moved(row[0])
        return value

    def _following(self, limit: int) -> list[Row]:
        if self.dataset.guarded:
            limit = 1
        return self.dataset.execute(
            "SELECT number, record, size FROM records WHERE number > ? ORDER BY number LIMIT ?",
            (self._place, limit),
        ).fetchall()

    def _read_back(self) -> str:
        """READ PREVIOUS as GnuCOBOL does it: it goes back two places from the one that would be read next.

        After a READ that is the record before; after a READ PREVIOUS it passes over one more than it should,
        and likewise at each empty place.
        """
        place = self._place
        while place > 1:
            place -= 2
            row = self._record_at(place + 1)
            if row is None:
                continue
            if self.dataset.guarded and not self._admitted(row[0]):
                return status.RECORD_LOCKED
            value = self._deliver(*row)
            if value == status.SUCCESS:
                self._place = place - 1 if place else 1
            return value
        return status.END_OF_FILE

    def _record_at(self, number: int) -> Row | None:
        return self.dataset.first("SELECT number, record, size FROM records WHERE number = ?", (number,))

    def _deliver(self, number: int, record: bytes, size: int) -> str:
        """Move a record to the record area and its number to the RELATIVE KEY."""
        self._put_record(record, size)
        self._last_read = number
        if self._key is not None and self._key[1](number) is False:
            self._key[1](0)
            return status.KEY_OUT_OF_RANGE
        return status.SUCCESS

    # Access by number

    def _do_read_key(self, key: int, length: int | None) -> str:
        number = self._key_value()
        if number < 1:
            return status.KEY_NOT_EXISTS
        row = self._record_at(number)
        self._place = number - 1
        if row is None:
            return status.KEY_NOT_EXISTS
        if self.dataset.guarded:
            if not self._admitted(number):
                return status.RECORD_LOCKED
            row = self._record_at(number)
            if row is None:
                return status.KEY_NOT_EXISTS
        self._put_record(row[1], row[2])
        self._place = self._last_read = number
        return status.SUCCESS

    def _do_start(self, relation: str, key: int, length: int | None) -> bool:
        if self.dataset.slots == 0:
            return False
        wanted = 0 if relation in ("first", "last") else self._key_value()
        question = STARTS[relation]
        row = self.dataset.first(f"SELECT {question}", (wanted,) if "?" in question else ())
        if row is None or row[0] is None:
            return False
        self._place = row[0] - 1
        return True

    # WRITE, REWRITE, DELETE

    def _do_write(self, before: int | str | None, after: int | str | None, end_of_page: bool) -> str:
        in_sequence = self.access == "sequential"
        number = self._place + 1 if in_sequence else self._key_value()
        if number < 1:
            return status.BOUNDARY
        with self.dataset.changing():
            if in_sequence and self.dataset.shared:
                number = max(number, self.dataset.slots + 1)
            if not in_sequence and self._record_at(number) is not None:
                self._place = number - 1
                return status.KEY_EXISTS
            self._insert(number)
        self._place = number
        if in_sequence and self._key is not None:
            self._key[1](number)
        return status.SUCCESS

    def _insert(self, number: int) -> None:
        data = self._area_record()
        self.dataset.execute("INSERT INTO records VALUES(?, ?, ?)", (number, data, self.size))
        self.dataset.use_slot(number)
        self.dataset.changed()
        self._lock_written(number)

    def _do_rewrite(self, length: int) -> str:
        if not self._new_size(length):
            return status.RECORD_OVERFLOW
        number = self._last_read if self.access == "sequential" else self._key_value()
        data = self._area_record()
        value = self._change(number, "UPDATE records SET record = ?2 WHERE number = ?1", data)
        if value == status.SUCCESS:
            if self.access != "sequential":
                self._place = number
            self._lock_written(number)
        return value

    def _do_delete(self) -> str:
        number = self._key_value()
        value = self._change(number, "DELETE FROM records WHERE number = ?1 AND ?2 IS NULL", None)
        if value == status.SUCCESS:
            self._place = number
        return value

    def _change(self, number: int, statement: str, data: bytes | None) -> str:
        """Do *statement* with the record of this number, if there is such a place and nobody else has locked it."""
        if number < 1:
            return status.BOUNDARY
        with self.dataset.changing():
            if number > self.dataset.slots:
                self._place = number - 1
                return status.KEY_NOT_EXISTS
            if self.dataset.guarded and self.dataset.is_locked(self, number):
                return status.RECORD_LOCKED
            self.dataset.execute(statement, (number, data))
            self._changed(number)
        return status.SUCCESS

    def _changed(self, number: int) -> None:
        """Note a change; what was read ahead stays good when it lies behind *number*."""
        changes = self.dataset.changes
        self.dataset.changed()
        if number <= self._place:
            self._ahead.keep(changes, changes + 1)
