"""The SQLite database that holds an indexed or a relative file: one dataset, one database file.

Table `attributes` has the format version, the organization, the record sizes and the keys; table `records` the
records. The connectors of one run unit that have the same file open share one connection and so see each other's
writes, as they do with GnuCOBOL.

All writes between OPEN and CLOSE are one transaction with SQLite's default rollback journal. A run unit that is killed
leaves the file as it was at OPEN: the next OPEN finds the journal and rolls back. Write-ahead logging would keep
two more files beside the dataset at rest and does not work on network file systems, and its advantage, readers
beside a writer, is not wanted: another process that writes excludes all others (status 61), as for the
other organizations.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cobol_runtime.files.connector import OpenMode, SharingConflict

if TYPE_CHECKING:
    from cobol_runtime.run_unit import RunUnit

FORMAT = 1
SIGNATURE = b"SQLite format 3\0"
LONG_RECORD = 200
"""Records longer than this are kept on larger pages, so that several fit on one."""

MAPPED = 1 << 40
"""Bytes of a database that may be read through memory mapping, which saves half the time of a read by key; SQLite has a lower limit."""

Row = tuple[Any, ...]


class NotADataset(OSError):
    """The file is not one of this organization (status 30)."""


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


class Dataset:
    """An open database file, shared by the connectors of a run unit that have it open."""

    def __init__(self, run: RunUnit, path: Path, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.execute = connection.execute
        self.changes = 0
        self.slots = 0
        self._run = run
        self._path = path
        self._modes: list[OpenMode] = []

    @classmethod
    def open(cls, run: RunUnit, name: str, attributes: Attributes, mode: OpenMode, schema: str) -> Dataset:
        """Open the dataset at the path *name*, or make it anew for OUTPUT and where there is none.

        *schema* makes the tables of records. Raises NotADataset, AttributeConflict, SharingConflict, OSError.
        """
        path = Path(name).absolute()
        dataset = run.datasets.get(path) or cls(run, path, _connected(path, mode, attributes.maximum))
        try:
            dataset._begin([*dataset._modes, mode])
            dataset._prepare(attributes, mode, schema)
        except BaseException:
            if not dataset._modes:
                dataset.connection.close()
            raise
        dataset._modes.append(mode)
        run.datasets[path] = dataset
        return dataset

    def close(self, mode: OpenMode) -> None:
        """Give the dataset back: what was written becomes permanent."""
        self._modes.remove(mode)
        self.commit()
        if not self._modes:
            del self._run.datasets[self._path]
            self.connection.close()

    def commit(self) -> None:
        """Make what was written permanent and go on."""
        if self.connection.in_transaction:
            if self.changes:
                self.execute("UPDATE attributes SET value = ? WHERE name = 'slots'", (str(self.slots),))
            self.execute("COMMIT")
        if self._modes:
            self._begin(self._modes)

    def first(self, statement: str, values: Iterable[Any] = ()) -> Row | None:
        """The first row of a query, or None."""
        row: Row | None = self.execute(statement, tuple(values)).fetchone()
        return row

    def _begin(self, modes: list[OpenMode]) -> None:
        """Begin the transaction these open modes need: shared for reading only, else exclusive."""
        try:
            if self.connection.in_transaction:
                self.execute("COMMIT")
            self.execute("PRAGMA cache_size = -65536")
            self.execute(f"PRAGMA mmap_size = {MAPPED}")
            if all(mode is OpenMode.INPUT for mode in modes):
                self.execute("BEGIN")
                self.execute("SELECT count(*) FROM sqlite_master").fetchone()
            else:
                self.execute("PRAGMA synchronous = NORMAL")
                self.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise SharingConflict(str(error)) from error
        except sqlite3.DatabaseError as error:
            raise NotADataset(str(error)) from error

    def _prepare(self, attributes: Attributes, mode: OpenMode, schema: str) -> None:
        """Check the attributes, or make the tables."""
        tables = {name for (name,) in self.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if mode is OpenMode.OUTPUT:
            for name in tables & {"attributes", "records"}:
                self.execute(f"DROP TABLE {name}")
            tables.clear()
        if not tables:
            if mode is OpenMode.INPUT:
                return
            self.changes += 1
            self.slots = 0
            self.execute("CREATE TABLE attributes(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
            for row in (("format", str(FORMAT)), ("file", attributes.as_text()), ("slots", "0")):
                self.execute("INSERT INTO attributes VALUES(?, ?)", row)
            for statement in schema.split(";"):
                self.execute(statement)
            return
        if "attributes" not in tables:
            raise NotADataset("no table of attributes")
        kept = dict(self.execute("SELECT name, value FROM attributes"))
        if kept.get("format") != str(FORMAT) or not attributes.agrees_with(kept["file"]):
            raise AttributeConflict(kept["file"])
        if not self._modes:
            self.slots = int(kept["slots"])


def _connected(path: Path, mode: OpenMode, record_size: int) -> sqlite3.Connection:
    """A connection to the database file, which is made for OUTPUT and where there is none."""
    if path.exists() and path.stat().st_size and not _is_database(path):
        if mode is not OpenMode.OUTPUT:
            raise NotADataset(f"{path} is not an indexed or relative file of this run time")
        path.unlink()
    if not path.exists():
        path.touch()
    access = "rw" if os.access(path, os.W_OK) else "ro"
    if access == "ro" and mode is not OpenMode.INPUT:
        raise PermissionError(13, "not writable", str(path))
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode={access}", uri=True, isolation_level=None, timeout=0, check_same_thread=False
    )
    if not path.stat().st_size:
        connection.execute(f"PRAGMA page_size = {4096 if record_size <= LONG_RECORD else 16384}")
    return connection


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(SIGNATURE)) == SIGNATURE
