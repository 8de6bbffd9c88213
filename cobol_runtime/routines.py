"""Library routines that CALL finds without a program of that name: a registry of functions.

Each takes the calling program and the argument areas and gives the RETURN-CODE.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from cobol_runtime.termination import FatalError

if TYPE_CHECKING:
    from cobol_runtime.area import Area
    from cobol_runtime.program import Program

Routine: TypeAlias = "Callable[[Program, tuple[Area | None, ...]], int]"

ROUTINES: dict[str, Routine] = {}


def routine(*names: str) -> Callable[[Routine], Routine]:
    """Make a function callable from COBOL under *names*."""

    def registered(function: Routine) -> Routine:
        for name in names:
            ROUTINES[name] = function
        return function

    return registered


def _text(arguments: tuple[Area | None, ...], number: int) -> str:
    """Argument *number* (from 1) as text without trailing spaces and NULs."""
    area = arguments[number - 1] if len(arguments) >= number else None
    return "" if area is None else area.text.rstrip(" \0")


def _number(arguments: tuple[Area | None, ...], number: int) -> int:
    """Argument *number* (from 1) as a whole number: digits, or big-endian binary."""
    area = arguments[number - 1] if len(arguments) >= number else None
    if area is None:
        return 0
    text = area.text.strip()
    return int(text) if text.isdecimal() else int.from_bytes(area.raw, "big", signed=True)


@routine("SYSTEM")
def system(program: Program, arguments: tuple[Area | None, ...]) -> int:
    """CALL "SYSTEM" USING command: run it with the shell; the wait status of the operating system."""
    command = _text(arguments, 1)
    if not command:
        return 1
    run = program.run
    run.console.flush()
    run.flush_files()
    code = subprocess.run(command, shell=True, check=False, env=run.environment).returncode
    return code << 8 if code >= 0 else -code


@routine("C$SLEEP")
def sleep(program: Program, arguments: tuple[Area | None, ...]) -> int:
    """CALL "C$SLEEP" USING seconds."""
    program.run.console.flush()
    time.sleep(max(0, _number(arguments, 1)))
    return 0


@routine("CBL_OC_NANOSLEEP", "CBL_GC_NANOSLEEP")
def nanosleep(program: Program, arguments: tuple[Area | None, ...]) -> int:
    """CALL "CBL_OC_NANOSLEEP" USING nanoseconds."""
    program.run.console.flush()
    time.sleep(max(0, _number(arguments, 1)) / 1_000_000_000)
    return 0


@routine("CBL_DELETE_FILE", "C$DELETE")
def delete_file(program: Program, arguments: tuple[Area | None, ...]) -> int:
    """CALL "CBL_DELETE_FILE" USING path: 0, or 128 when it cannot be removed."""
    try:
        Path(_text(arguments, 1)).unlink()
    except OSError:
        return 128
    return 0


@routine("CBL_CREATE_DIR", "C$MAKEDIR")
def create_folder(program: Program, arguments: tuple[Area | None, ...]) -> int:
    """CALL "CBL_CREATE_DIR" USING path: 0, or 128 when it cannot be made."""
    try:
        Path(_text(arguments, 1)).mkdir()
    except OSError:
        return 128
    return 0


@routine("CBL_RENAME_FILE")
def rename_file(program: Program, arguments: tuple[Area | None, ...]) -> int:
    """CALL "CBL_RENAME_FILE" USING old, new: 0, or 128."""
    try:
        Path(_text(arguments, 1)).rename(_text(arguments, 2))
    except OSError:
        return 128
    return 0


@routine("CEE3ABD")
def abend(program: Program, arguments: tuple[Area | None, ...]) -> int:
    """CALL "CEE3ABD" USING code, timing (Language Environment): end the run unit with a user abend.

    The exit status is the code modulo 256, and 1 where that is 0.
    """
    code = _number(arguments, 1)
    raise FatalError(f"program {program.program_id} ended by CEE3ABD with user code {code}", code % 256 or 1)
