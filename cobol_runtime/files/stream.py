"""Byte streams under sequential, line sequential and relative files: opening, locking, buffering."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cobol_runtime.files.connector import OpenMode, SharingConflict

try:
    import fcntl
except ImportError:  # pragma: no cover - not on this platform: files are then not locked
    fcntl = None  # type: ignore[assignment]

BLOCK = 1 << 18
FLAGS = {
    OpenMode.INPUT: os.O_RDONLY,
    OpenMode.OUTPUT: os.O_WRONLY | os.O_CREAT,
    OpenMode.I_O: os.O_RDWR,
    OpenMode.EXTEND: os.O_RDWR | os.O_CREAT | os.O_APPEND,
}


def exists(path: str) -> bool:
    """Whether there is something at *path*; what cannot be looked at counts as existing."""
    try:
        Path(path).stat()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True


def open_descriptor(path: str, mode: OpenMode, *, create: bool = False, exclusive: bool = False) -> int:
    """Open *path* for *mode* and lock it as GnuCOBOL does: shared for INPUT, else exclusive.

    *create* makes a file that does not exist (SELECT OPTIONAL, I-O); *exclusive* excludes others from a file that is only read too, if
    it could be written. Raises OSError, SharingConflict.
    """
    locks_alone = mode is not OpenMode.INPUT or (exclusive and os.access(path, os.W_OK))
    flags = FLAGS[mode] | (os.O_CREAT if create else 0) | getattr(os, "O_BINARY", 0)
    if locks_alone and mode is OpenMode.INPUT:
        flags |= os.O_RDWR
    descriptor = os.open(path, flags, 0o666)
    try:
        _lock(descriptor, path, locks_alone)
        if mode is OpenMode.OUTPUT and stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.ftruncate(descriptor, 0)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _lock(descriptor: int, path: str, alone: bool) -> None:
    if fcntl is None or path.startswith("/dev/"):
        return
    try:
        fcntl.lockf(descriptor, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except OSError as error:
        raise SharingConflict(path) from error


def reader(descriptor: int) -> io.BufferedReader:
    """Buffered reading of *descriptor* from its position; closing it closes the descriptor."""
    return io.BufferedReader(io.FileIO(descriptor, "rb"), BLOCK)


class Chain(io.RawIOBase):
    """Several files read as one.

    *joint* is put between two files when the first does not end with it; *unit* is the length of records that must not go
    across. Raises OSError when a file before the last one does not end with a record.
    """

    def __init__(self, descriptors: Sequence[int], *, joint: bytes = b"", unit: int = 1) -> None:
        self._files = list(descriptors)
        self._joint = joint
        self._last = joint
        if any(os.fstat(file).st_size % unit for file in self._files[:-1]):
            self.close()
            raise OSError("a file that is followed by another one does not end with a whole record")

    def readable(self) -> bool:
        """It is only read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read the next bytes, of the next file when one is at its end."""
        view = memoryview(buffer).cast("B")
        while self._files:
            data = os.read(self._files[0], len(view))
            if not data:
                os.close(self._files.pop(0))
                data = self._joint if self._files and self._last != self._joint else b""
            if data:
                self._last = data[len(data) - len(self._joint) :]
                view[: len(data)] = data
                return len(data)
        return 0

    def close(self) -> None:
        """Close what is left."""
        for file in self._files:
            os.close(file)
        self._files.clear()
        super().close()


def chained_reader(paths: Sequence[str], *, joint: bytes = b"", unit: int = 1) -> io.BufferedReader:
    """Buffered reading of several files as one; see :class:`Chain`. Raises OSError, SharingConflict."""
    descriptors: list[int] = []
    try:
        for path in paths:
            descriptors.append(open_descriptor(path, OpenMode.INPUT))
    except OSError:
        for descriptor in descriptors:
            os.close(descriptor)
        raise
    return io.BufferedReader(Chain(descriptors, joint=joint, unit=unit), BLOCK)


def writer(descriptor: int) -> io.BufferedWriter:
    """Buffered writing to *descriptor*; closing it closes the descriptor."""
    return io.BufferedWriter(io.FileIO(descriptor, "wb"), BLOCK)
