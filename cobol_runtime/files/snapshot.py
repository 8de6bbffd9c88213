"""Reading a dataset that other processes may write, without a transaction for every statement.

A transaction of SQLite's shows a database as it was when the transaction began, and costs as much to begin and to end as a record to
find. Where a database has a write-ahead log, SQLite keeps an index of the log in memory that all processes share, the file
`-shm`, and every commit changes the first bytes of it (https://www.sqlite.org/walformat.html, "The WAL-Index Header"). As long as
they are what they were when a transaction began, it shows everything that is committed.
"""

from __future__ import annotations

import mmap
import os
import sqlite3

HEADER = 48
"""Bytes of the index that change with a commit: the first copy of its header."""


class Snapshot:
    """A transaction that is held from statement to statement as long as nobody else writes. Raises OSError without a log.

    It is closed after the connection: closing a file gives back every lock that the process has on it, SQLite's as well.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._execute = connection.execute
        (_, _, path), *_ = self._execute("PRAGMA database_list")
        self._execute("SELECT count(*) FROM sqlite_master").fetchone()  # now SQLite has the index
        self._file = os.open(f"{path}-shm", os.O_RDONLY)
        self._index = mmap.mmap(self._file, HEADER, access=mmap.ACCESS_READ)
        self._shown = b""

    def renew(self) -> None:
        """Show what is committed by now."""
        header = self._index[:HEADER]
        if header != self._shown:
            self.end()
            self._execute("BEGIN")
            self._shown = header

    def end(self) -> None:
        """End the transaction until the next :meth:`renew`."""
        if self._shown:
            self._shown = b""
            self._execute("COMMIT")

    def close(self) -> None:
        """Give the index back."""
        self._index.close()
        os.close(self._file)
