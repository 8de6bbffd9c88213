"""Callable services of z/OS Language Environment on times: timestamps as text, seconds and parts, and the century window.

Seconds are long floating-point numbers that count from 14 October 1582, 00:00:00 (Language Environment Programming Reference).
"""

from __future__ import annotations

import struct
import time
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from cobol_runtime.area import Area
from cobol_runtime.routines import date_pictures, timestamps
from cobol_runtime.routines.date_pictures import CENTURY_WINDOW, DateProblem, lilian
from cobol_runtime.routines.feedback import answer, picture_of, put_fullword, varying
from cobol_runtime.routines.registry import Arguments, area, fullword, substitute

if TYPE_CHECKING:
    from cobol_runtime.program import Program
    from cobol_runtime.run_unit import RunUnit

_US_TIMESTAMP = "MM/DD/YY HH:MI:SS AP"
"""The picture of a timestamp for the country US, which stands for a blank one."""
_INTEGER_BASE = date(1600, 12, 31).toordinal()
"""Day 0 of the integer dates of COBOL."""
_PARTS = ("year", "month", "day", "hour", "minute", "second")

_windows: WeakKeyDictionary[RunUnit, int] = WeakKeyDictionary()


def first_year(program: Program) -> int:
    """The first year of the century in which years of two digits lie."""
    return program.run.clock.now().year - _windows.get(program.run, CENTURY_WINDOW)


def put_seconds(given: Area | None, seconds: float) -> None:
    """Store a long floating-point number."""
    if given is not None:
        given.raw = struct.pack("=d", seconds)


def _seconds(arguments: Arguments, number: int) -> float:
    given = area(arguments, number)
    seconds: float = struct.unpack("=d", given.raw[:8])[0] if given is not None else 0.0
    return seconds


@substitute("CEESECS")
def seconds_from_text(program: Program, arguments: Arguments) -> int:
    """CALL "CEESECS" USING timestamp, picture, seconds, feedback code: 0 where the timestamp is wrong."""

    def work() -> None:
        put_seconds(area(arguments, 3), 0)
        picture = picture_of(arguments, 2, _US_TIMESTAMP)
        moment = timestamps.read(varying(arguments, 1), picture, first_year(program))
        put_seconds(area(arguments, 3), timestamps.seconds_of(moment))

    return answer(program, arguments, 4, work)


@substitute("CEEDATM")
def text_from_seconds(program: Program, arguments: Arguments) -> int:
    """CALL "CEEDATM" USING seconds, picture, text of 80, feedback code: the moment in the form of the picture."""
    shown = area(arguments, 3)

    def work() -> None:
        if shown is not None:
            shown.text = ""
            moment = timestamps.moment_of(_seconds(arguments, 1))
            shown.text = timestamps.written(moment, picture_of(arguments, 2, _US_TIMESTAMP))

    return answer(program, arguments, 4, work)


@substitute("CEEISEC")
def seconds_from_parts(program: Program, arguments: Arguments) -> int:
    """CALL "CEEISEC" USING year, month, day, hours, minutes, seconds, milliseconds, seconds, feedback code."""

    def work() -> None:
        put_seconds(area(arguments, 8), 0)
        year, month, day, *clock = (fullword(arguments, number) for number in range(1, 8))
        if not 1582 <= year <= 9999:
            raise DateProblem(date_pictures.YEAR_OUT_OF_RANGE)
        if not 1 <= month <= 12:
            raise DateProblem(date_pictures.UNKNOWN_MONTH)
        try:
            named = date(year, month, day)
        except ValueError:
            raise DateProblem(date_pictures.BAD_VALUE) from None
        moment = datetime.combine(named, timestamps.clock_time(*clock))
        put_seconds(area(arguments, 8), timestamps.seconds_of(moment))

    return answer(program, arguments, 9, work)


@substitute("CEESECI")
def parts_from_seconds(program: Program, arguments: Arguments) -> int:
    """CALL "CEESECI" USING seconds, year, month, day, hours, minutes, seconds, milliseconds, feedback code."""

    def work() -> None:
        for number in range(2, 9):
            put_fullword(area(arguments, number), 0)
        moment = timestamps.moment_of(_seconds(arguments, 1))
        for number, part in enumerate(_PARTS, 2):
            put_fullword(area(arguments, number), getattr(moment, part))
        put_fullword(area(arguments, 8), moment.microsecond // 1000)

    return answer(program, arguments, 9, work)


@substitute("CEEGMTO")
def offset_from_greenwich(program: Program, arguments: Arguments) -> int:
    """CALL "CEEGMTO" USING hours, minutes, seconds, feedback code: how far local time is ahead of Greenwich."""

    def work() -> None:
        ahead = program.run.clock.now().utcoffset() or timedelta()
        minutes = int(ahead.total_seconds()) // 60
        sign = -1 if minutes < 0 else 1
        put_fullword(area(arguments, 1), sign * (abs(minutes) // 60))
        put_fullword(area(arguments, 2), sign * (abs(minutes) % 60))
        put_seconds(area(arguments, 3), ahead.total_seconds())

    return answer(program, arguments, 4, work)


@substitute("CEECBLDY")
def integer_date(program: Program, arguments: Arguments) -> int:
    """CALL "CEECBLDY" USING date, picture, integer date, feedback code: days as COBOL's functions count them."""

    def work() -> None:
        put_fullword(area(arguments, 3), 0)
        picture = picture_of(arguments, 2, date_pictures.COUNTRY_PICTURE)
        day = date_pictures.read(varying(arguments, 1), picture, first_year(program))
        lilian(day)
        put_fullword(area(arguments, 3), day.toordinal() - _INTEGER_BASE)

    return answer(program, arguments, 4, work)


@substitute("CEESCEN")
def set_century(program: Program, arguments: Arguments) -> int:
    """CALL "CEESCEN" USING years, feedback code: how many years ago the century of two-digit years begins, 0 to 100."""

    def work() -> None:
        window = fullword(arguments, 1)
        if not 0 <= window <= 100:
            raise DateProblem(date_pictures.BAD_CENTURY)
        _windows[program.run] = window

    return answer(program, arguments, 2, work)


@substitute("CEEQCEN")
def ask_century(program: Program, arguments: Arguments) -> int:
    """CALL "CEEQCEN" USING years, feedback code: what CEESCEN has set, 80 when it was not called."""

    def work() -> None:
        put_fullword(area(arguments, 1), _windows.get(program.run, CENTURY_WINDOW))

    return answer(program, arguments, 2, work)


@substitute("ILBOWAT0")
def wait(program: Program, arguments: Arguments) -> int:
    """CALL "ILBOWAT0" USING seconds: wait so many seconds, a halfword or a fullword."""
    given = area(arguments, 1)
    seconds = int.from_bytes(given.raw[:4], "big", signed=True) if given is not None else 0
    program.run.console.flush()
    time.sleep(max(0, seconds))
    return program.return_code
