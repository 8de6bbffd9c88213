"""Routines on files and folders by their names.

Names of files are looked up in the environment as those of ASSIGN are; names of folders are taken as they are.
"""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

from cobol_runtime.assign import resolve
from cobol_runtime.routines.registry import Arguments, area, routine, text, value
from cobol_runtime.termination import FatalError

if TYPE_CHECKING:
    from cobol_runtime.program import Program

MISSING = 35
FAILED = 128


def path_of(program: Program, arguments: Arguments, number: int) -> Path:
    """The path that argument *number* names."""
    return Path(resolve(text(arguments, number), program.run.environment).path)


@routine("CBL_DELETE_FILE", "C$DELETE")
def delete_file(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_DELETE_FILE" USING path: 0, or 128 when it cannot be removed."""
    try:
        path_of(program, arguments, 1).unlink()
    except OSError:
        return FAILED
    return 0


@routine("CBL_RENAME_FILE")
def rename_file(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_RENAME_FILE" USING old, new: 0, or 128."""
    try:
        path_of(program, arguments, 1).rename(path_of(program, arguments, 2))
    except OSError:
        return FAILED
    return 0


@routine("CBL_COPY_FILE")
def copy_file(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_COPY_FILE" USING from, to: 0, or -1."""
    program.run.flush_files()
    try:
        shutil.copyfile(path_of(program, arguments, 1), path_of(program, arguments, 2))
    except OSError:
        return -1
    return 0


@routine("C$COPY")
def copy_named_file(program: Program, arguments: Arguments) -> int:
    """CALL "C$COPY" USING from, to, type: 0, or 128."""
    return FAILED if len(arguments) < 3 or copy_file(program, arguments) else 0


@routine("CBL_CHECK_FILE_EXIST")
def check_file(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_CHECK_FILE_EXIST" USING path, details: 0 and the details, or 35.

    Details are 16 bytes: size (8, big-endian), day, month, year (2, big-endian), hour, minute, second, zero.
    """
    details = area(arguments, 2)
    if details is None:
        return -1
    if details.length < 16:
        raise FatalError("'CBL_CHECK_FILE_EXIST' - File detail area is too short")
    program.run.flush_files()
    try:
        found = path_of(program, arguments, 1).stat()
    except OSError:
        return MISSING
    at = time.localtime(found.st_mtime)
    date = bytes([at.tm_mday, at.tm_mon, *at.tm_year.to_bytes(2, "big")])
    clock = bytes([at.tm_hour, at.tm_min, min(at.tm_sec, 59), 0])
    details.raw = found.st_size.to_bytes(8, "big") + date + clock
    return 0


@routine("C$FILEINFO")
def file_information(program: Program, arguments: Arguments) -> int:
    """CALL "C$FILEINFO" USING path, details: 0 and the details, 35 without such a file, 128 for wrong arguments.

    Details are 16 bytes, all big-endian: size (8), date YYYYMMDD (4), time HHMMSS00 (4).
    """
    details = area(arguments, 2)
    if details is None:
        return FAILED
    if details.length < 16:
        raise FatalError("'C$FILEINFO' - File detail area is too short")
    program.run.flush_files()
    try:
        found = Path(text(arguments, 1)).stat()
    except OSError:
        return MISSING
    at = time.localtime(found.st_mtime)
    date = at.tm_year * 10_000 + at.tm_mon * 100 + at.tm_mday
    clock = at.tm_hour * 1_000_000 + at.tm_min * 10_000 + min(at.tm_sec, 59) * 100
    details.raw = found.st_size.to_bytes(8, "big") + date.to_bytes(4, "big") + clock.to_bytes(4, "big")
    return 0


@routine("CBL_CREATE_DIR", "C$MAKEDIR")
def create_folder(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_CREATE_DIR" USING path: 0, or 128 when it cannot be made."""
    try:
        Path(text(arguments, 1)).mkdir(mode=0o770)
    except OSError:
        return FAILED
    return 0


@routine("CBL_DELETE_DIR")
def delete_folder(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_DELETE_DIR" USING path: 0, or 128."""
    try:
        Path(text(arguments, 1)).rmdir()
    except OSError:
        return FAILED
    return 0


@routine("CBL_CHANGE_DIR", "C$CHDIR")
def change_folder(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_CHANGE_DIR" USING path: 0, or 128; C$CHDIR, whose caller stores that in its second argument too."""
    try:
        os.chdir(text(arguments, 1))
    except OSError:
        return FAILED
    return 0


@routine("CBL_GET_CURRENT_DIR")
def current_folder(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_GET_CURRENT_DIR" USING BY VALUE flags, length BY REFERENCE item: 0, 128 when it does not fit, 129 for flags.

    A name with spaces is put in quotation marks.
    """
    item, length = area(arguments, 3), value(arguments, 2)
    if item is None or length < 1:
        return FAILED
    if value(arguments, 1):
        return 129
    name = str(Path.cwd())
    shown = f'"{name}"' if " " in name else name
    fits = len(shown) <= length
    item.memory[item.base : item.base + length] = (shown if fits else "").ljust(length).encode("latin-1")
    return 0 if fits else FAILED
