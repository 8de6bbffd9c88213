"""File sharing and record locks between processes (ISO 1989:2002, 9.1.15 and 9.1.16).

What a run unit does with an indexed or relative file stands in locks on single bytes of the file, far behind its end: one
byte says "in use", others "being written", "nobody else may write", "nobody else may use it", and each locked record has a byte of
its own. The operating system gives them back when the process ends, however it ends. They are locks of the open file
(F_OFD_SETLK), so that they do not get into the way of SQLite's, which belong to the process. On systems without them a file
that may be shared for writing is held exclusively instead.
"""

from __future__ import annotations

import os
import random
import struct
import time
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

from cobol_runtime.files import status
from cobol_runtime.files.connector import OpenMode, SharingConflict

try:
    import fcntl
except ImportError:  # pragma: no cover - not on this platform
    fcntl = None  # type: ignore[assignment]

AVAILABLE: Final = hasattr(fcntl, "F_OFD_SETLK") and struct.calcsize("P") == 8
"""Whether files can be shared for writing."""

_IN_USE, _WRITING, _NO_WRITERS, _NO_OTHERS = range(1 << 61, (1 << 61) + 4)
_RECORDS = 1 << 62
_LOCK = struct.Struct("hhqqi4x")
_ATTEMPTS = 5


class Others(IntEnum):
    """What a connector lets others do with the file while it has it open: SHARING WITH NO OTHER, READ ONLY, ALL OTHER."""

    NOTHING = 0
    READ = 1
    WRITE = 2


class Use(NamedTuple):
    """How a connector has a file open. *locks* tells that it locks records."""

    mode: OpenMode
    others: Others
    locks: bool


class Latch:
    """The byte locks one run unit has on the file at *path*, which exists."""

    def __init__(self, path: Path) -> None:
        access = os.O_RDWR if os.access(path, os.W_OK) else os.O_RDONLY
        self._file = os.open(path, access | getattr(os, "O_BINARY", 0))
        self._held: set[int] = set()

    def close(self) -> None:
        """Give all locks back."""
        os.close(self._file)

    def declare(self, uses: Iterable[Use]) -> None:
        """Tell other processes what this run unit does with the file. Raises SharingConflict when one of them excludes it."""
        if not AVAILABLE:
            return
        wanted, excluded = _marks(uses)
        before = set(self._held)
        for attempt in range(_ATTEMPTS):
            self._hold(before | wanted)
            if not any(self._is_held_elsewhere(mark) for mark in excluded):
                self._hold(wanted)
                return
            self._hold(before)
            if attempt < _ATTEMPTS - 1:  # perhaps two processes have seen each other trying
                time.sleep(random.uniform(0.0005, 0.003))
        raise SharingConflict("the file is open elsewhere")

    def is_written_elsewhere(self) -> bool:
        """Whether another process has the file open for writing."""
        return AVAILABLE and self._is_held_elsewhere(_WRITING)

    def lock(self, record: Hashable) -> bool:
        """Lock a record; False when another process has locked it."""
        return not AVAILABLE or self._set(fcntl.F_WRLCK, _place(record))

    def unlock(self, record: Hashable) -> None:
        """Unlock a record."""
        if AVAILABLE:
            self._set(fcntl.F_UNLCK, _place(record))

    def is_locked_elsewhere(self, record: Hashable) -> bool:
        """Whether another process has locked a record."""
        return AVAILABLE and self._is_held_elsewhere(_place(record))

    def _hold(self, marks: set[int]) -> None:
        for mark in self._held - marks:
            self._set(fcntl.F_UNLCK, mark)
        for mark in marks - self._held:
            self._set(fcntl.F_RDLCK, mark)
        self._held = set(marks)

    def _set(self, kind: int, place: int) -> bool:
        try:
            fcntl.fcntl(self._file, fcntl.F_OFD_SETLK, _LOCK.pack(kind, os.SEEK_SET, place, 1, 0))
        except (BlockingIOError, PermissionError):
            return False
        return True

    def _is_held_elsewhere(self, place: int) -> bool:
        asked = _LOCK.pack(fcntl.F_WRLCK, os.SEEK_SET, place, 1, 0)
        kind: int = _LOCK.unpack(fcntl.fcntl(self._file, fcntl.F_OFD_GETLK, asked))[0]
        return kind != fcntl.F_UNLCK


def _marks(uses: Iterable[Use]) -> tuple[set[int], set[int]]:
    """What to hold for these uses, and what nobody else may hold."""
    held, excluded = set(), set()
    for use in uses:
        held.add(_IN_USE)
        excluded.add(_NO_OTHERS)
        if use.mode is not OpenMode.INPUT:
            held.add(_WRITING)
            excluded.add(_NO_WRITERS)
        if use.others < Others.WRITE:
            held.add(_NO_WRITERS)
            excluded.add(_WRITING)
        if use.others < Others.READ:
            held.add(_NO_OTHERS)
            excluded.add(_IN_USE)
    return held, excluded


def _place(record: Hashable) -> int:
    """The byte of a record: by its number, or by a digest of its prime key."""
    if isinstance(record, int):
        return _RECORDS + record
    assert isinstance(record, bytes)
    return _RECORDS + (int.from_bytes(blake2b(record, digest_size=8).digest(), "big") >> 2)


INTERVAL = 0.05
"""Seconds between attempts of a statement with a RETRY phrase."""


@dataclass(frozen=True, slots=True)
class Retry:
    """The RETRY phrase: so many *times*, for so many *seconds*, or (neither) for ever."""

    times: int | None = None
    seconds: float | None = None

    def until_free(self, operation: Callable[[], str]) -> str:
        """Do *operation*, again as long as a lock is in its way (status 51 or 61) and the phrase allows; the last status."""
        began, attempts = time.monotonic(), 0
        while True:
            value = operation()
            attempts += 1
            given_up = (self.times is not None and attempts > self.times) or (
                self.seconds is not None and time.monotonic() - began >= self.seconds
            )
            if value not in (status.RECORD_LOCKED, status.SHARING_CONFLICT) or given_up:
                return value
            time.sleep(INTERVAL)
