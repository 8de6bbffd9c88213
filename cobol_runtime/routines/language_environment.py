"""Callable services of z/OS Language Environment that batch programs use, and ILBOABN0 of the older library.

Numbers are big-endian fullwords, texts a halfword with their length and the characters (Language Environment Programming
Reference). A feedback code has 12 bytes: severity, message number, a byte with case, severity and control, the facility
CEE in EBCDIC (as programs compare it in hexadecimal), and 4 bytes of zero; success is zero all over.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cobol_runtime.area import Area
from cobol_runtime.routines import date_pictures
from cobol_runtime.routines.date_pictures import LILIAN_BASE, DateProblem, date_of, lilian
from cobol_runtime.routines.registry import Arguments, area, fullword, substitute
from cobol_runtime.termination import FatalError

if TYPE_CHECKING:
    from cobol_runtime.program import Program

_SUCCESS = bytes(12)
_SEVERITY = 3
_CASE_AND_CONTROL = 0x41
_FACILITY = "CEE".encode("cp037")
_COUNTRY_PICTURE = "MM/DD/YY"
"""The picture of a date for the country US, which stands for a blank one."""


def feedback_code(message: int) -> bytes:
    """The feedback code of a message with severity 3."""
    head = struct.pack(">hhB", _SEVERITY, message, _CASE_AND_CONTROL | _SEVERITY << 3)
    return head + _FACILITY + bytes(4)


def _answer(program: Program, arguments: Arguments, number: int, work: Callable[[], None]) -> int:
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


def _varying(arguments: Arguments, number: int) -> str:
    """A text with its length in a halfword before it; the length may run over the end of a table's first element."""
    given = area(arguments, number)
    if given is None:
        return ""
    length = int.from_bytes(given.raw[:2], "big", signed=True)
    start = given.base + 2
    return given.memory[start : start + max(0, length)].decode("latin-1")


def _put_fullword(given: Area | None, number: int) -> None:
    if given is not None:
        given.raw = number.to_bytes(4, "big", signed=True)


def _put_seconds(given: Area | None, moment: datetime) -> None:
    """Seconds since 14 October 1582, 00:00:00, as a long floating-point number."""
    if given is not None:
        day = moment.date().toordinal() - LILIAN_BASE
        clock = moment.hour * 3600 + moment.minute * 60 + moment.second + moment.microsecond / 1_000_000
        given.raw = struct.pack("=d", day * 86_400 + clock)


@substitute("CEEDAYS")
def days(program: Program, arguments: Arguments) -> int:
    """CALL "CEEDAYS" USING date, picture, Lilian day, feedback code: the day number, 0 where the date is wrong."""

    def work() -> None:
        _put_fullword(area(arguments, 3), 0)
        today = program.run.clock.now().date()
        picture = _varying(arguments, 2).rstrip(" \0") or _COUNTRY_PICTURE
        _put_fullword(area(arguments, 3), lilian(date_pictures.read(_varying(arguments, 1), picture, today)))

    return _answer(program, arguments, 4, work)


@substitute("CEEDATE")
def date_text(program: Program, arguments: Arguments) -> int:
    """CALL "CEEDATE" USING Lilian day, picture, text of 80, feedback code: the date in the form of the picture."""
    shown = area(arguments, 3)

    def work() -> None:
        if shown is not None:
            shown.text = ""
            picture = _varying(arguments, 2).rstrip(" \0") or _COUNTRY_PICTURE
            shown.text = date_pictures.written(date_of(fullword(arguments, 1)), picture)

    return _answer(program, arguments, 4, work)


@substitute("CEEDYWK")
def day_of_week(program: Program, arguments: Arguments) -> int:
    """CALL "CEEDYWK" USING Lilian day, day of week, feedback code: 1 is Sunday, 0 where the day is wrong."""

    def work() -> None:
        _put_fullword(area(arguments, 2), 0)
        _put_fullword(area(arguments, 2), date_of(fullword(arguments, 1)).isoweekday() % 7 + 1)

    return _answer(program, arguments, 3, work)


@substitute("CEELOCT")
def local_time(program: Program, arguments: Arguments) -> int:
    """CALL "CEELOCT" USING Lilian day, seconds, Gregorian text of 17, feedback code: the local date and time."""
    now = program.run.clock.now()

    def work() -> None:
        _put_fullword(area(arguments, 1), lilian(now.date()))
        _put_seconds(area(arguments, 2), now)
        gregorian = area(arguments, 3)
        if gregorian is not None:
            gregorian.text = f"{now:%Y%m%d%H%M%S}{now.microsecond // 1000:03d}"

    return _answer(program, arguments, 4, work)


@substitute("CEEGMT")
def greenwich_time(program: Program, arguments: Arguments) -> int:
    """CALL "CEEGMT" USING Lilian day, seconds, feedback code: date and time in Greenwich."""
    now = program.run.clock.now().astimezone(UTC)

    def work() -> None:
        _put_fullword(area(arguments, 1), lilian(now.date()))
        _put_seconds(area(arguments, 2), now)

    return _answer(program, arguments, 3, work)


@substitute("CEE3ABD", "CEE3AB2")
def abend(program: Program, arguments: Arguments) -> int:
    """CALL "CEE3ABD" USING code, timing: end the run unit with a user abend.

    The exit status is the code modulo 256, and 1 where that is 0.
    """
    code = fullword(arguments, 1)
    raise FatalError(f"program {program.program_id} ended by CEE3ABD with user code {code}", code % 256 or 1)


@substitute("ILBOABN0")
def old_abend(program: Program, arguments: Arguments) -> int:
    """CALL "ILBOABN0" USING code: end the run unit with a user abend; the code is a halfword."""
    given = area(arguments, 1)
    code = 0 if given is None else int.from_bytes(given.raw[:2], "big")
    raise FatalError(f"program {program.program_id} ended by ILBOABN0 with user code {code}", code % 256 or 1)
