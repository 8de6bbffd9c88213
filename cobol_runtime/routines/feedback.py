"""What the callable services of z/OS Language Environment have in common: feedback codes and texts with their length.

A feedback code has 12 bytes: severity, message number, a byte with case, severity and control, the facility CEE in EBCDIC (as
programs compare it in hexadecimal), and 4 bytes of zero; success is zero all over (Language Environment Programming Reference).
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import TYPE_CHECKING

from cobol_runtime.area import Area
from cobol_runtime.routines.date_pictures import DateProblem
from cobol_runtime.routines.registry import Arguments, area
from cobol_runtime.termination import FatalError

if TYPE_CHECKING:
    from cobol_runtime.program import Program

_SUCCESS = bytes(12)
_SEVERITY = 3
_CASE_AND_CONTROL = 0x41
_FACILITY = "CEE".encode("cp037")


def feedback_code(message: int) -> bytes:
    """The feedback code of a message with severity 3."""
    head = struct.pack(">hhB", _SEVERITY, message, _CASE_AND_CONTROL | _SEVERITY << 3)
    return head + _FACILITY + bytes(4)


def answer(program: Program, arguments: Arguments, number: int, work: Callable[[], None]) -> int:
    """Do `work` and leave the feedback code in argument `number`. Without one a problem ends the run unit."""
    feedback = area(arguments, number)
    code = _SUCCESS
    try:
        work()
    except DateProblem as problem:
        if feedback is None:
            raise FatalError(f"condition CEE{problem.message} in program {program.program_id}") from None
        code = feedback_code(problem.message)
    if feedback is not None:
        feedback.raw = code
    return program.return_code


def varying(arguments: Arguments, number: int) -> str:
    """A text with its length in a halfword before it; the length may run over the end of a table's first element."""
    given = area(arguments, number)
    if given is None:
        return ""
    length = int.from_bytes(given.raw[:2], "big", signed=True)
    start = given.base + 2
    return given.memory[start : start + max(0, length)].decode("latin-1")


def put_fullword(given: Area | None, number: int) -> None:
    """Store a big-endian binary of 4 bytes."""
    if given is not None:
        given.raw = number.to_bytes(4, "big", signed=True)


def picture_of(arguments: Arguments, number: int, default: str) -> str:
    """Argument `number` as a picture; a blank one is `default`."""
    return varying(arguments, number).rstrip(" \0") or default
