"""Byte streams under sequential, line sequential and relative files: opening, locking, buffering."""

from __future__ import annotations

import io
import os
from pathlib import Path

from cobol_runtime.files.connector import OpenMode, SharingConflict

try:
    import fcntl
except ImportError:  # pragma: no cover - not on this platform: files are then not locked
    fcntl = None  # type: ignore[assignment]

BLOCK = 1 << 18
FLAGS = {
    OpenMode.INPUT: os.O_RDONLY,
    OpenMode.OUTPUT: os.O_WRONLY | os.O_CREAT | os.O_TRUNC,
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


def open_descriptor(path: str, mode: OpenMode, *, create: bool = False) -> int:
    """Open *path* for *mode* and lock it as GnuCOBOL does: shared for INPUT, else exclusive.

    *create* makes a file that does not exist (SELECT OPTIONAL, I-O). Raises OSError, SharingConflict.
    """
    flags = FLAGS[mode] | (os.O_CREAT if create else 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o666)
    if fcntl is not None and not path.startswith("/dev/"):
        kind = fcntl.LOCK_SH if mode is OpenMode.INPUT else fcntl.LOCK_EX
        try:
            fcntl.lockf(descriptor, kind | fcntl.LOCK_NB)
        except OSError as error:
            os.close(descriptor)
            raise SharingConflict(path) from error
    return descriptor


def reader(descriptor: int) -> io.BufferedReader:
    """Buffered reading of *descriptor* from its position; closing it closes the descriptor."""
    return io.BufferedReader(io.FileIO(descriptor, "rb"), BLOCK)


def writer(descriptor: int) -> io.BufferedWriter:
    """Buffered writing to *descriptor*; closing it closes the descriptor."""
    return io.BufferedWriter(io.FileIO(descriptor, "wb"), BLOCK)
