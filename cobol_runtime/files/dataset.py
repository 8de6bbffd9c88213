"""The SQLite database that holds an indexed or a relative file: one dataset, one database file.

Table `attributes` has the format version, the organization, the record sizes and the keys; table `records` the
records. The connectors of one run unit that have the same file open share one connection and so see each other's
writes, as they do with GnuCOBOL.

How writes become permanent depends on what others may do with the file meanwhile. Held exclusively, which is the rule
for OUTPUT, I-O and EXTEND, a file is written in long transactions: they begin at OPEN, and end at CLOSE and each time so many records were
changed (COBOLIFT_COMMIT_INTERVAL). A run unit that is killed leaves the file as it was at the last of these moments. Where LOCK MODE or
SHARING lets others use the file too, every statement is a transaction of its own, so that nobody waits for anybody longer than that.
Opens of one run unit never exclude each other.

Datasets have SQLite's write-ahead log, which lets others read while one writes; it is gone, and the dataset one file, when the last of them
closes it. Only OPEN OUTPUT writes without it, with a rollback journal: a new file is written once and not twice that way.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from cobol_runtime.files import sharing
from cobol_runtime.files.connector import OpenMode, SharingConflict
from cobol_runtime.files.database import NotADataset, connected, is_fixed
from cobol_runtime.files.sharing import Latch, Others, Use
from cobol_runtime.files.snapshot import Snapshot

if TYPE_CHECKING:
    from cobol_runtime.files.connector import FileConnector
    from cobol_runtime.run_unit import RunUnit

FORMAT = 1

NOTHING_MORE = nullcontext()
"""Within a long transaction a statement begins none of its own."""

MAPPED = 1 << 40
"""Bytes of a database that may be read through memory mapping, which saves half the time of a read by key; SQLite has a lower limit."""

PATIENCE = 30_000
"""Milliseconds a statement waits for the statement of another process."""

PAGES_ALONE, PAGES_SHARED = 50, 1000
"""Pages in the log that a commit brings into the dataset: few where commits are rare, so that the log does not need much room."""

LOOK_EVERY = 0.01
"""Seconds after which a reader looks again whether another process has begun to write."""

Row = tuple[Any, ...]


class EmptyFile(Exception):
    """The file to be read has no bytes: a dataset without records."""


class AttributeConflict(OSError):
    """The file was made with other record sizes or keys than the program describes (status 39)."""


@dataclass(frozen=True, slots=True)
class Key:
    """A record key: *length* bytes at *offset* in the record, or several *parts* (offset, length) joined.

    *duplicates* is WITH DUPLICATES; *suppress* the byte of SUPPRESS WHEN ALL: records whose key consists of it
    are not found by that key. *numbers* are the places (offset in the key, length) of packed and binary items, whose bytes are
    no characters and so are in the same order under every collating sequence.
    """

    offset: int
    length: int
    duplicates: bool = False
    suppress: int | None = None
    parts: tuple[tuple[int, int], ...] = ()
    numbers: tuple[tuple[int, int], ...] = ()

    def of_record(self, record: bytes) -> bytes:
        """The bytes of the key in a record, which may end before the key does."""
        if self.parts:
            return b"".join(record[offset : offset + length] for offset, length in self.parts)
        return record[self.offset : self.offset + self.length].ljust(self.length, b"\0")

    def ranked(self, record: bytes, collating: bytes | None) -> bytes:
        """What the key of a record is stored and compared as under a collating sequence."""
        return self.in_order(self.of_record(record), collating)

    def in_order(self, value: bytes, collating: bytes | None) -> bytes:
        """The bytes that stand for a value of the key in the order of a collating sequence."""
        if collating is None:
            return value
        ranks = bytearray(value.translate(collating))
        for at, length in self.numbers:
            ranks[at : at + length] = value[at : at + length]
        return bytes(ranks)

    def described(self) -> dict[str, Any]:
        """The attributes as they are kept in the file."""
        kept = asdict(self)
        if not self.numbers:
            del kept["numbers"]
        return kept


@dataclass(frozen=True, slots=True)
class Attributes:
    """The fixed attributes of a dataset (ISO 1989:2002, 9.1.6). *order* names the order of the keys where it is not that of
    their bytes."""

    organization: str
    minimum: int
    maximum: int
    keys: tuple[Key, ...] = ()
    order: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether records can be found: an indexed file needs a key."""
        return bool(self.keys) or self.organization != "indexed"

    def as_text(self) -> str:
        """The attributes as they are kept in the file."""
        kept: dict[str, Any] = {
            "organization": self.organization,
            "minimum": self.minimum,
            "maximum": self.maximum,
            "keys": [key.described() for key in self.keys],
        }
        return json.dumps(kept | {"order": self.order} if self.order else kept)

    def agrees_with(self, text: str) -> bool:
        """Whether a file kept with the attributes *text* can be used as this one; records may be shorter."""
        kept = json.loads(text)
        own = json.loads(self.as_text())
        return bool(
            kept["organization"] == own["organization"]
            and kept["keys"] == own["keys"]
            and kept["maximum"] == own["maximum"]
            and kept.get("order") == own.get("order")
        )


def nothing() -> None:
    """Every statement sees what is permanent by itself."""


class Dataset:
    """An open database file, shared by the connectors of a run unit that have it open.

    ``execute`` executes a statement of SQL, ``change`` one that gives no rows, which is faster.
    ``changes`` counts the changes made through it. ``guarded`` tells that records may be locked: by connectors of this run
    unit or, where the file is shared, of others; ``shared`` that others may write, so that what was read may be out of date.
    ``alone`` tells that nobody else uses it and no records are locked.
    ``renew()`` makes what is read next what everybody has made permanent by now.
    """

    def __init__(self, run: RunUnit, path: Path, mode: OpenMode, record_size: int) -> None:
        self._fixed = is_fixed(path)
        self.connection = connected(path, mode, record_size, fixed=self._fixed)
        self.execute = self.connection.execute
        self.change = self.connection.cursor().execute
        self.changes = 0
        self.shared = self.alone = False
        self._slots = 0
        self._run = run
        self._path = path
        self._latch = Latch(path)
        self._uses: list[Use] = []
        self._locked: dict[Hashable, FileConnector] = {}
        self._locks = False
        self._long = False
        self._interval = run.settings.commit_interval
        self._uncommitted = 0
        self._written_elsewhere = False
        self._look_again = 0.0
        self.renew: Callable[[], None] = nothing
        self._index: Snapshot | None = None
        self._snapshot: Snapshot | None = None

    @classmethod
    def open(cls, run: RunUnit, name: str, attributes: Attributes, use: Use, schema: str) -> Dataset:
        """Open the dataset at the path *name*, or make it anew for OUTPUT and where there is none.

        *schema* makes the tables of records. Raises NotADataset, AttributeConflict, SharingConflict, OSError.
        """
        path = Path(name).resolve()
        dataset = run.datasets.get(path) or cls(run, path, use.mode, attributes.maximum)
        try:
            dataset._declare([*dataset._uses, use])
            dataset._prepare(attributes, use.mode, schema)
        except sqlite3.DatabaseError as error:
            dataset._give_up()
            raise NotADataset(str(error)) from error
        except BaseException:
            dataset._give_up()
            raise
        dataset._uses.append(use)
        run.datasets[path] = dataset
        return dataset

    def _give_up(self) -> None:
        """Undo what a failed OPEN has done."""
        if not self._uses:
            self._disconnect()
            return
        if self.connection.in_transaction and not self._long and self._snapshot is None:
            self.execute("ROLLBACK")
        self._declare(self._uses)

    def close(self, use: Use) -> None:
        """Give the dataset back: what was written becomes permanent. Raises sqlite3.Error when it cannot."""
        self._uses.remove(use)
        try:
            self._commit()
            if use.mode is not OpenMode.INPUT and not self._uses:
                self._empty_log()
        finally:
            if self._uses:
                self._declare(self._uses)
            else:
                del self._run.datasets[self._path]
                self._disconnect()

    def _disconnect(self) -> None:
        self.connection.close()
        if self._index is not None:
            self._index.close()
        self._latch.close()

    def commit(self) -> None:
        """Make what was written permanent and go on."""
        if self._long:
            self._commit()
            self._begin(any(use.mode is not OpenMode.INPUT for use in self._uses))

    def first(self, statement: str, values: Iterable[Any] = ()) -> Row | None:
        """The first row of a query, or None."""
        row: Row | None = self.execute(statement, tuple(values)).fetchone()
        return row

    # Relative files: the number of places, which does not shrink when records are deleted

    @property
    def slots(self) -> int:
        """The highest number of a record there ever was."""
        if self._long:
            return self._slots
        row = self.first("SELECT value FROM attributes WHERE name = 'slots'")
        return int(row[0]) if row is not None else 0

    def use_slot(self, number: int) -> None:
        """Note that there is a record of this number."""
        if self._long:
            self._slots = max(self._slots, number)
        elif number > self.slots:
            self._keep_slots(number)

    def _keep_slots(self, number: int) -> None:
        self.execute("UPDATE attributes SET value = ? WHERE name = 'slots'", (str(number),))

    # Changes

    def changing(self) -> AbstractContextManager[None]:
        """The transaction of one WRITE, REWRITE or DELETE: what is read in it is still true when the record is written."""
        return NOTHING_MORE if self._long else self._transaction()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.execute("ROLLBACK")
            raise
        self.execute("COMMIT")

    def changed(self) -> None:
        """Count a change; so many of them are made permanent together."""
        self.changes += 1
        self._uncommitted += 1
        if self._long and 0 < self._interval <= self._uncommitted:
            self.commit()

    # Locks of records

    @property
    def guarded(self) -> bool:
        """Whether records may be locked by somebody."""
        if self._locks or not self.shared:
            return self._locks
        now = monotonic()
        if now >= self._look_again:
            self._written_elsewhere = self._latch.is_written_elsewhere()
            self._look_again = now + LOOK_EVERY
        return self._written_elsewhere

    def lock(self, owner: FileConnector, record: Hashable) -> bool:
        """Lock a record for *owner*; False when somebody else has locked it."""
        holder = self._locked.get(record)
        if holder is None:
            if not self._latch.lock(record):
                return False
            self._locked[record] = owner
        return holder is None or holder is owner

    def is_locked(self, owner: FileConnector, record: Hashable) -> bool:
        """Whether somebody else than *owner* has locked a record."""
        holder = self._locked.get(record)
        if holder is not None:
            return holder is not owner
        return self.shared and self._latch.is_locked_elsewhere(record)

    def unlock(self, owner: FileConnector) -> None:
        """Unlock the records that *owner* has locked."""
        if not self._locked:
            return
        for record in [record for record, holder in self._locked.items() if holder is owner]:
            del self._locked[record]
            self._latch.unlock(record)

    # Transactions

    def _declare(self, uses: list[Use]) -> None:
        """Take what these uses need: the place among other processes and the transaction."""
        if self._fixed:
            uses = [use._replace(others=min(use.others, Others.READ)) for use in uses]
        self._latch.declare(uses)
        if self.connection.in_transaction:
            self._commit()
        writes = any(use.mode is not OpenMode.INPUT for use in uses)
        others = min(use.others for use in uses)
        self._locks = any(use.locks for use in uses)
        self.shared = sharing.AVAILABLE and (others is Others.WRITE or (writes and others is Others.READ))
        self._long = not self.shared
        self.alone = self._long and not self._locks
        try:
            self._begin_uses(writes, anew=any(use.mode is OpenMode.OUTPUT for use in uses))
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise SharingConflict(str(error)) from error
            raise NotADataset(str(error)) from error

    def _begin_uses(self, writes: bool, anew: bool) -> None:
        self.execute("PRAGMA cache_size = -65536")
        self.execute(f"PRAGMA mmap_size = {MAPPED}")
        self.execute("PRAGMA synchronous = NORMAL")
        if writes:
            self._keep_log(sharing.AVAILABLE and not anew)
            self.execute(f"PRAGMA wal_autocheckpoint = {PAGES_ALONE if self._long else PAGES_SHARED}")
        self._snapshot = self._held_snapshot() if self.shared and not writes else None
        self.renew = nothing if self._snapshot is None else self._snapshot.renew
        self._begin(writes)
        self.execute(f"PRAGMA busy_timeout = {PATIENCE}")

    def _held_snapshot(self) -> Snapshot | None:
        """What can be read from for longer than a statement, if the dataset has a log."""
        if self._index is None and self.first("PRAGMA journal_mode") == ("wal",):
            with suppress(OSError):
                self._index = Snapshot(self.connection)
        return self._index

    def _begin(self, writes: bool = True) -> None:
        """Begin the long transaction, if there is one: exclusive for writing."""
        if self._long and not writes:
            self.execute("BEGIN")
            self.execute("SELECT count(*) FROM sqlite_master").fetchone()
        elif self._long:
            self.execute("BEGIN EXCLUSIVE")

    def _commit(self) -> None:
        if self._snapshot is not None:
            self._snapshot.end()
        if self.connection.in_transaction:
            if self._uncommitted:
                self._keep_slots(self._slots)
            self.execute("COMMIT")
        self._uncommitted = 0

    def _keep_log(self, kept: bool) -> None:
        """Have a log, or none: stays as it is, without harm, while another process has the dataset open."""
        with suppress(sqlite3.OperationalError):
            self.execute("PRAGMA busy_timeout = 0")
            self.execute(f"PRAGMA journal_mode = {'WAL' if kept else 'DELETE'}")

    def _empty_log(self) -> None:
        """Bring what was written into the one file, as far as others are done with reading what it replaces."""
        self._keep_log(sharing.AVAILABLE)
        self.execute("PRAGMA wal_checkpoint")

    def _prepare(self, attributes: Attributes, mode: OpenMode, schema: str) -> None:
        """Check the attributes, or make the tables."""
        tables = {name for (name,) in self.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if mode is OpenMode.OUTPUT:
            for name in tables & {"attributes", "records"}:
                self.execute(f"DROP TABLE {name}")
            tables.clear()
        if not tables:
            if mode is OpenMode.INPUT:
                raise EmptyFile
            self._make_tables(attributes, schema)
            return
        if "attributes" not in tables:
            raise NotADataset("no table of attributes")
        kept = dict(self.execute("SELECT name, value FROM attributes"))
        if kept.get("format") != str(FORMAT) or not attributes.agrees_with(kept["file"]):
            raise AttributeConflict(kept["file"])
        self._slots = int(kept["slots"])

    def _make_tables(self, attributes: Attributes, schema: str) -> None:
        with self.changing():
            self.execute("CREATE TABLE attributes(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
            for row in (("format", str(FORMAT)), ("file", attributes.as_text()), ("slots", "0")):
                self.execute("INSERT INTO attributes VALUES(?, ?)", row)
            for statement in schema.split(";"):
                self.execute(statement)
        self._slots = 0
        self.changed()
