"""Routines about the run unit and the operating system."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from cobol_runtime.routines.registry import Arguments, area, decimal, routine, text

if TYPE_CHECKING:
    from cobol_runtime.program import Program


@routine("SYSTEM")
def system(program: Program, arguments: Arguments) -> int:
    """CALL "SYSTEM" USING command: run it with the shell; the wait status of the operating system."""
    command = text(arguments, 1)
    if not command:
        return 1
    run = program.run
    run.console.flush()
    run.flush_files()
    code = subprocess.run(command, shell=True, check=False, env=run.environment).returncode
    return code << 8 if code >= 0 else -code


@routine("C$SLEEP")
def sleep(program: Program, arguments: Arguments) -> int:
    """CALL "C$SLEEP" USING seconds."""
    program.run.pause(decimal(arguments, 1))
    return 0


@routine("CBL_OC_NANOSLEEP", "CBL_GC_NANOSLEEP")
def nanosleep(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_OC_NANOSLEEP" USING nanoseconds."""
    program.run.pause(decimal(arguments, 1) / 1_000_000_000)
    return 0


@routine("C$GETPID")
def process_number(program: Program, arguments: Arguments) -> int:
    """CALL "C$GETPID" GIVING item: the number of this process."""
    return os.getpid()


@routine("C$CALLEDBY")
def called_by(program: Program, arguments: Arguments) -> int:
    """CALL "C$CALLEDBY" USING item: the name of the caller of this program and 1, or spaces and 0 in a main program."""
    given = area(arguments, 1)
    if given is None:
        return -1
    caller = program.run.programs.caller_of(program)
    given.text = caller.program_id if caller is not None else ""
    return 0 if caller is None else 1


@routine("C$PARAMSIZE")
def parameter_size(program: Program, arguments: Arguments) -> int:
    """CALL "C$PARAMSIZE" USING number: bytes of that argument of the calling program, 0 when it was not passed."""
    number = int(decimal(arguments, 1))
    given = area(program.arguments, number) if number > 0 else None
    return 0 if given is None else given.length


@routine("\xe5", "CBL_ALARM_SOUND", "CBL_BELL_SOUND")
def bell(program: Program, arguments: Arguments) -> int:
    """CALL X"E5": the bell of a terminal."""
    program.run.console.flush()
    program.run.console.bell()
    return 0
