"""Byte streams under sequential, line sequential and relative files: opening, locking, buffering."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path

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


def writer(descriptor: int) -> io.BufferedWriter:
    """Buffered writing to *descriptor*; closing it closes the descriptor."""
    return io.BufferedWriter(io.FileIO(descriptor, "wb"), BLOCK)
