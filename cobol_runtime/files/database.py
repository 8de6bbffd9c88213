"""Connecting to the SQLite database that is a dataset."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from cobol_runtime.files.connector import OpenMode

SIGNATURE = b"SQLite format 3\0"
FOR_READING, WITH_LOG = 19, b"\2"
"""The place of the byte of a database that tells how to read it, and that byte where it has a write-ahead log."""

LONG_RECORD = 200
"""Records longer than this are kept on larger pages, so that several fit on one."""


class NotADataset(OSError):
    """The file is not one of this organization (status 30)."""


def connected(path: Path, mode: OpenMode, record_size: int, *, fixed: bool) -> sqlite3.Connection:
    """A connection to the database at *path*, which is made for OUTPUT and where there is none; *fixed*: it does not change.

    Raises NotADataset for a file of another kind, OSError.
    """
    if path.exists() and path.stat().st_size and not _is_database(path):
        if mode is not OpenMode.OUTPUT:
            raise NotADataset(f"{path} is not an indexed or relative file of this run time")
        path.unlink()
    if not path.exists():
        path.touch()
    access = "rw" if os.access(path, os.W_OK) else "ro"
    if access == "ro" and mode is not OpenMode.INPUT:
        raise PermissionError(13, "not writable", str(path))
    address = f"{path.absolute().as_uri()}?mode={access}{'&immutable=1' if fixed else ''}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=0, check_same_thread=False)
    if not path.stat().st_size:
        connection.execute(f"PRAGMA page_size = {4096 if record_size <= LONG_RECORD else 16384}")
    return connection


def connected_to_read(path: Path) -> sqlite3.Connection:
    """A connection to a dataset from which records are only read. Raises as :func:`connected`."""
    return connected(path, OpenMode.INPUT, 0, fixed=is_fixed(path))


def is_fixed(path: Path) -> bool:
    """Whether the database at *path* needs a log that this user cannot make and nobody else has made: then it is read as it is."""
    if not path.exists() or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return False
    with path.open("rb") as file:
        return file.read(FOR_READING + 1)[FOR_READING:] == WITH_LOG and not Path(f"{path}-wal").exists()


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(SIGNATURE)) == SIGNATURE
