"""What relative and indexed files have in common: random access, START, locks of records, and the dataset below."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable, Hashable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal, TypeAlias, Unpack

from cobol_runtime.files import status
from cobol_runtime.files.connector import READING, FileConnector, FileDescription, OpenMode
from cobol_runtime.files.database import NotADataset
from cobol_runtime.files.dataset import AttributeConflict, Attributes, Dataset, EmptyFile
from cobol_runtime.files.sharing import Others, Retry, Use
from cobol_runtime.files.stream import exists
from cobol_runtime.termination import FatalError

if TYPE_CHECKING:
    from cobol_runtime.run_unit import RunUnit

RELATIONS = ("=", ">", ">=", "<", "<=", "first", "last")

Lock: TypeAlias = Literal["lock", "no lock", "ignore lock"]
"""WITH LOCK, WITH NO LOCK, IGNORING LOCK (read the record whoever has locked it)."""
LockMode: TypeAlias = Literal["manual", "automatic", "exclusive"]


class KeyedFile(FileConnector):
    """A file with keys; see :class:`FileConnector`. Subclasses say what the dataset's tables are.

    *lock_mode* is LOCK MODE: "manual" (READ WITH LOCK locks records), "automatic" (every READ of a file open I-O does) or
    "exclusive"; a file without it is held exclusively while it is written. *multiple_locks* is LOCK ON MULTIPLE RECORDS: locks stay
    until UNLOCK or CLOSE, not only until the next statement on the file.
    """

    _dataset: Dataset | None = None
    _schema = ""
    _scratch: TemporaryDirectory[str] | None = None

    def __init__(
        self,
        run: RunUnit,
        *,
        lock_mode: LockMode | None = None,
        multiple_locks: bool = False,
        **description: Unpack[FileDescription],
    ) -> None:
        super().__init__(run, **description)
        self._lock_mode = lock_mode
        self._keeps_locks = multiple_locks
        self._phrase: Lock | None = None
        self._skips_locked = False
        self._use = Use(OpenMode.INPUT, Others.WRITE, False)

    def attributes(self) -> Attributes:
        """What the program describes the file to be."""
        raise NotImplementedError

    @property
    def dataset(self) -> Dataset:
        """The open dataset."""
        assert self._dataset is not None
        return self._dataset

    # READ and START. *lock* and *retry* are the phrases of these names, *skip_locked* is ADVANCING ON LOCK.

    def read(
        self,
        *,
        at_end: bool = False,
        invalid_key: bool = False,
        lock: Lock | None = None,
        skip_locked: bool = False,
        retry: Retry | None = None,
    ) -> bool:
        """READ: the next record in sequential access, else the one the (prime) key names."""
        if self.access == "sequential":
            return self.read_next(at_end=at_end, lock=lock, skip_locked=skip_locked, retry=retry)
        return self.read_key(at_end=at_end, invalid_key=invalid_key, lock=lock, retry=retry)

    def read_next(
        self,
        *,
        at_end: bool = False,
        lock: Lock | None = None,
        skip_locked: bool = False,
        retry: Retry | None = None,
    ) -> bool:
        """READ NEXT RECORD."""
        self._skips_locked = skip_locked
        value = self._attempt(lambda: self._read(previous=False), lock, retry)
        return self._finish(value, at_end=at_end)

    def read_previous(
        self,
        *,
        at_end: bool = False,
        lock: Lock | None = None,
        skip_locked: bool = False,
        retry: Retry | None = None,
    ) -> bool:
        """READ PREVIOUS RECORD."""
        self._skips_locked = skip_locked
        value = self._attempt(lambda: self._read(previous=True), lock, retry)
        return self._finish(value, at_end=at_end)

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
        """READ the record that key number *key* (0 is the prime or relative key) names; with *length* the first one whose key
        begins with that many bytes of it (indexed files)."""
        value = self._attempt(lambda: self._read_random(key, length), lock, retry)
        return self._finish(value, at_end=at_end, invalid_key=invalid_key)

    def start(
        self, relation: str, key: int = 0, *, length: int | None = None, invalid_key: bool = False
    ) -> bool:
        """START: position before the first record whose *key* stands in *relation* to the key's value.

        *relation* is "=", ">", ">=", "<", "<=", "first" or "last"; *length* compares only that many bytes
        of the key (indexed files).
        """
        value = self._attempt(lambda: self._start(relation, key, length))
        return self._finish(value, invalid_key=invalid_key)

    def _start(self, relation: str, key: int, length: int | None) -> str:
        self._read_done = False
        self._first_read = 0
        if self.mode not in READING or self.access == "random":
            return status.INPUT_DENIED
        if self._missing:
            return status.KEY_NOT_EXISTS
        if not self._allows_length(key, length):
            return status.KEY_NOT_EXISTS
        found = self._do_start(relation, key, length)
        self._first_read = 1
        self._before_start = False
        self._after_end = not found
        return status.SUCCESS if found else status.KEY_NOT_EXISTS

    def _read_random(self, key: int, length: int | None) -> str:
        self._read_done = False
        if self.mode not in READING:
            return status.INPUT_DENIED
        if self._missing:
            if not self._first_read:
                return status.KEY_NOT_EXISTS
            self._first_read = 0
            return status.END_OF_FILE
        value = self._do_read_key(key, length)
        if value == status.SUCCESS:
            self._was_read()
        return value

    def _allows_length(self, key: int, length: int | None) -> bool:
        return True

    def _do_start(self, relation: str, key: int, length: int | None) -> bool:
        raise NotImplementedError

    def _do_read_key(self, key: int, length: int | None) -> str:
        raise NotImplementedError

    # WRITE, REWRITE and DELETE

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
        """WRITE: see :meth:`FileConnector.write`. *lock* "lock" locks the new record."""
        value = self._attempt(lambda: self._write(length), lock, retry)
        return self._finish(value, invalid_key=invalid_key)

    def rewrite(
        self,
        length: int | None = None,
        *,
        invalid_key: bool = False,
        lock: Lock | None = None,
        retry: Retry | None = None,
    ) -> bool:
        """REWRITE: see :meth:`FileConnector.rewrite`. *lock* "lock" leaves the record locked."""
        read_done = self._read_done

        def rewrite() -> str:
            self._read_done = read_done
            return self._rewrite(length)

        value = self._attempt(rewrite, lock, retry, unlocks=False)
        if lock != "lock":
            self._end_locks(value)
        return self._finish(value, invalid_key=invalid_key)

    def delete(self, *, invalid_key: bool = False, retry: Retry | None = None) -> bool:
        """DELETE: see :meth:`FileConnector.delete`."""
        read_done = self._read_done

        def delete() -> str:
            self._read_done = read_done
            return self._delete()

        value = self._attempt(delete, None, retry, unlocks=False)
        self._end_locks(value)
        return self._finish(value, invalid_key=invalid_key)

    # For SORT

    def records(self) -> Iterator[bytes]:
        """The records from the current position to the end, as SORT … USING reads them."""
        memory, base = self.record.memory, self.record.base
        while self._attempt(lambda: self._read(previous=False))[0] == "0":
            yield bytes(memory[base : base + self.size])

    def write_records(self, records: Iterable[bytes]) -> None:
        """WRITE by SORT … GIVING."""
        value = self._attempt(lambda: self._write_all(records))
        if value != status.SUCCESS:
            self.status = value

    def _write_all(self, records: Iterable[bytes]) -> str:
        super().write_records(records)
        return status.SUCCESS

    def unlock(self) -> bool:
        """UNLOCK: give back the locks of records."""
        if self._dataset is not None:
            self._dataset.unlock(self)
        return self._finish(status.SUCCESS)

    def commit(self) -> None:
        """COMMIT: what was written so far is permanent, and no record is locked. Raises FatalError when it cannot be."""
        if self._dataset is None:
            return
        self._dataset.unlock(self)
        try:
            self._dataset.commit()
        except sqlite3.Error as error:
            raise FatalError(self._message(failure(error))) from error

    # Locks of records

    def _attempt(
        self,
        operation: Callable[[], str],
        lock: Lock | None = None,
        retry: Retry | None = None,
        *,
        unlocks: bool = True,
    ) -> str:
        """The status of an operation. Without LOCK ON MULTIPLE RECORDS the locks of the statement before end with it (*unlocks*:
        before it; REWRITE and DELETE need the lock themselves)."""
        self._phrase = lock
        if unlocks and self._dataset is not None and not self._keeps_locks:
            self._dataset.unlock(self)
        try:
            if self._dataset is not None:
                self._dataset.renew()
            return operation() if retry is None else retry.until_free(operation)
        except sqlite3.Error as error:
            return failure(error)

    def _end_locks(self, value: str) -> None:
        """Give the lock back with which a REWRITE or DELETE was successful."""
        if value[0] == "0" and self._dataset is not None and not self._keeps_locks:
            self._dataset.unlock(self)

    @property
    def _locks_what_it_reads(self) -> bool:
        if self.mode is not OpenMode.I_O or self._lock_mode == "exclusive":
            return False
        return self._phrase == "lock" or (self._lock_mode == "automatic" and self._phrase is None)

    def _admitted(self, record: Hashable) -> bool:
        """Whether this READ may have a record, which is then locked as the statement and the LOCK MODE say."""
        if self._phrase == "ignore lock":
            return True
        if self._locks_what_it_reads:
            return self.dataset.lock(self, record)
        return not self.dataset.is_locked(self, record)

    def _lock_written(self, record: Hashable) -> None:
        """WRITE or REWRITE WITH LOCK."""
        if self._phrase == "lock" and self._lock_mode != "exclusive":
            self.dataset.lock(self, record)

    # OPEN and CLOSE

    def _do_open(self, path: str, mode: OpenMode) -> str:
        if not self.attributes().is_complete:
            raise FatalError(f"file {self.name} has no RECORD KEY")
        if path == os.devnull:
            path = self._scratch_file()
        missing = not exists(path)
        if missing and mode is not OpenMode.OUTPUT and not self.optional:
            return status.NOT_EXISTS
        if missing and mode is OpenMode.INPUT:
            return self._missing_file()
        self._use = Use(mode, self._others(mode), self._lock_mode in ("manual", "automatic"))
        try:
            self._dataset = Dataset.open(self.run, path, self.attributes(), self._use, self._schema)
        except EmptyFile:
            self._missing = True
            return status.SUCCESS
        except AttributeConflict:
            return status.CONFLICTING_ATTRIBUTES
        except NotADataset as error:
            self.run.console.note(f"cobolift: file {self.name}: {error}")
            return status.PERMANENT_ERROR
        try:
            value = self._opened(mode)
        except sqlite3.Error as error:
            self.run.console.note(f"cobolift: file {self.name}: {error}")
            self._release()
            return status.PERMANENT_ERROR
        if value[0] == "0" and missing and mode is not OpenMode.OUTPUT:
            return status.OPTIONAL_MISSING
        return value

    def _scratch_file(self) -> str:
        """An empty file for one that is assigned to nothing (DUMMY); it goes with the run unit."""
        if self._scratch is None:
            self._scratch = TemporaryDirectory(prefix="cobolift-")
        path = Path(self._scratch.name, "dummy")
        path.write_bytes(b"")
        return str(path)

    def _others(self, mode: OpenMode) -> Others:
        """What others may do meanwhile: what OPEN or SELECT says; without that GnuCOBOL's rules hold, where a file that is written is
        held exclusively unless it is open I-O and has a LOCK MODE."""
        asked = self._sharing_asked
        if self._lock_mode == "exclusive" or mode is OpenMode.OUTPUT:
            return Others.NOTHING
        if asked is not None:
            return {"no other": Others.NOTHING, "read only": Others.READ}.get(asked, Others.WRITE)
        if mode is OpenMode.INPUT or (mode is OpenMode.I_O and self._lock_mode is not None):
            return Others.WRITE
        return Others.NOTHING

    def _opened(self, mode: OpenMode) -> str:
        """Take the position OPEN gives."""
        raise NotImplementedError

    def _do_close(self) -> None:
        try:
            self._release()
        except sqlite3.Error as error:
            raise OSError(_ERRNO[failure(error)], str(error)) from error

    def _release(self) -> None:
        dataset, self._dataset = self._dataset, None
        if dataset is not None:
            dataset.unlock(self)
            dataset.close(self._use)

    def _area_record(self) -> bytes:
        """The record area's contents as the dataset keeps them, in full length."""
        base = self.record.base
        data = bytes(self.record.memory[base : base + self.maximum])
        return data if self._code is None else self._code.outward(data)

    def _put_record(self, data: bytes, size: int) -> None:
        """Make *data* the record area's contents; *size* is the record's length."""
        base = self.record.base
        if self._code is not None:
            data = self._code.inward(data)
        self.record.memory[base : base + len(data)] = data
        self.size = size


_ERRNO = {
    status.BOUNDARY_VIOLATION: errno.ENOSPC,
    status.PERMANENT_ERROR: errno.EIO,
    status.RECORD_LOCKED: errno.EAGAIN,
}


def failure(error: sqlite3.Error) -> str:
    """The status for what SQLite could not do."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return status.BOUNDARY_VIOLATION
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return status.RECORD_LOCKED
    return status.PERMANENT_ERROR
