"""Files as bytes: CBL_OPEN_FILE, CBL_READ_FILE and their like (Micro Focus byte-stream routines, GnuCOBOL's behaviour).

A handle is the number of an open file, four bytes; offsets (8 bytes) and lengths (4 bytes) are big-endian, as COMP-X items are.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from cobol_runtime.area import Area
from cobol_runtime.routines.files import MISSING, path_of
from cobol_runtime.routines.registry import Arguments, area, routine

if TYPE_CHECKING:
    from cobol_runtime.program import Program

_MODES = {1: os.O_RDONLY, 2: os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 3: os.O_RDWR}
_AT_END = 10
_PERMANENT_ERROR = 30
_BINARY: int = getattr(os, "O_BINARY", 0)


def _byte(arguments: Arguments, number: int) -> int:
    given = area(arguments, number)
    return given.raw[0] if given is not None and given.length else 0


def _big_endian(given: Area, size: int) -> int:
    return int.from_bytes(given.raw[:size], "big", signed=True)


def _open(program: Program, arguments: Arguments, flags: int) -> int:
    handle = area(arguments, 5)
    if handle is None:
        return -1
    handle.raw = b"\xff" * 4
    access = _byte(arguments, 2) & 0x3F
    if access not in _MODES:
        program.run.console.warn(f"call to CBL_OPEN_FILE with wrong access mode: {access}")
        return -1
    program.run.flush_files()
    try:
        opened = os.open(path_of(program, arguments, 1), _MODES[access] | flags | _BINARY, 0o666)
    except OSError:
        return MISSING
    handle.raw = opened.to_bytes(4, sys.byteorder)
    return 0


@routine("CBL_OPEN_FILE")
def open_file(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_OPEN_FILE" USING path, access (1 read, 2 write, 3 both), lock, device, handle: 0, 35, or -1."""
    return _open(program, arguments, 0)


@routine("CBL_CREATE_FILE")
def create_file(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_CREATE_FILE" USING path, access, lock (0), device (0), handle: 0, 35, or -1."""
    for name, number in (("file_lock", 3), ("file_dev", 4)):
        given = _byte(arguments, number)
        if given:
            program.run.console.warn(f"call to CBL_CREATE_FILE with wrong {name}: {given}")
    return _open(program, arguments, os.O_CREAT | os.O_TRUNC)


def _handle(arguments: Arguments) -> int:
    given = area(arguments, 1)
    return -1 if given is None else int.from_bytes(given.raw[:4], sys.byteorder, signed=True)


@routine("CBL_READ_FILE")
def read_file(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_READ_FILE" USING handle, offset, length, flags, buffer: 0, 10 at the end, -1 for an error.

    With the flag 128 the offset becomes the size of the file.
    """
    offset, length, buffer = (area(arguments, number) for number in (2, 3, 5))
    if offset is None or length is None or buffer is None:
        return -1
    handle, wanted, result = _handle(arguments), _big_endian(length, 4), 0
    try:
        os.lseek(handle, _big_endian(offset, 8), os.SEEK_SET)
        if wanted > 0:
            data = os.read(handle, min(wanted, len(buffer.memory) - buffer.base))
            buffer.memory[buffer.base : buffer.base + len(data)] = data
            result = 0 if data else _AT_END
        if _byte(arguments, 4) & 0x80:
            offset.raw = os.fstat(handle).st_size.to_bytes(8, "big")
    except OSError:
        return -1
    return result


@routine("CBL_WRITE_FILE")
def write_file(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_WRITE_FILE" USING handle, offset, length, flags, buffer: 0, 30, or -1 for a wrong offset."""
    offset, length, buffer = (area(arguments, number) for number in (2, 3, 5))
    if offset is None or length is None or buffer is None:
        return -1
    handle, wanted = _handle(arguments), _big_endian(length, 4)
    try:
        os.lseek(handle, _big_endian(offset, 8), os.SEEK_SET)
    except OSError:
        return -1
    try:
        written = os.write(handle, buffer.memory[buffer.base : buffer.base + max(0, wanted)])
    except OSError:
        return _PERMANENT_ERROR
    return 0 if written == wanted else _PERMANENT_ERROR


@routine("CBL_CLOSE_FILE")
def close_file(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_CLOSE_FILE" USING handle: 0, or -1."""
    try:
        os.close(_handle(arguments))
    except OSError:
        return -1
    return 0


@routine("CBL_FLUSH_FILE")
def flush_file(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_FLUSH_FILE" USING handle: nothing is waiting to be written."""
    return 0
