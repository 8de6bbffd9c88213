"""Callable services of z/OS Language Environment that batch programs use: days and dates, the clock, abends; ILBOABN0 of the older
library.

Numbers are big-endian fullwords, texts a halfword with their length and the characters (Language Environment Programming
Reference).
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from cobol_runtime.routines import date_pictures
from cobol_runtime.routines.date_pictures import COUNTRY_PICTURE, date_of, lilian
from cobol_runtime.routines.feedback import answer, picture_of, put_fullword, varying
from cobol_runtime.routines.registry import Arguments, area, fullword, substitute
from cobol_runtime.routines.time_services import first_year, put_seconds
from cobol_runtime.routines.timestamps import seconds_of
from cobol_runtime.termination import FatalError

if TYPE_CHECKING:
    from cobol_runtime.program import Program


@substitute("CEEDAYS")
def days(program: Program, arguments: Arguments) -> int:
    """CALL "CEEDAYS" USING date, picture, Lilian day, feedback code: the day number, 0 where the date is wrong."""

    def work() -> None:
        put_fullword(area(arguments, 3), 0)
        picture = picture_of(arguments, 2, COUNTRY_PICTURE)
        day = date_pictures.read(varying(arguments, 1), picture, first_year(program))
        put_fullword(area(arguments, 3), lilian(day))

    return answer(program, arguments, 4, work)


@substitute("CEEDATE")
def date_text(program: Program, arguments: Arguments) -> int:
    """CALL "CEEDATE" USING Lilian day, picture, text of 80, feedback code: the date in the form of the picture."""
    shown = area(arguments, 3)

    def work() -> None:
        if shown is not None:
            shown.text = ""
            picture = picture_of(arguments, 2, COUNTRY_PICTURE)
            shown.text = date_pictures.written(date_of(fullword(arguments, 1)), picture)

    return answer(program, arguments, 4, work)


@substitute("CEEDYWK")
def day_of_week(program: Program, arguments: Arguments) -> int:
    """CALL "CEEDYWK" USING Lilian day, day of week, feedback code: 1 is Sunday, 0 where the day is wrong."""

    def work() -> None:
        put_fullword(area(arguments, 2), 0)
        put_fullword(area(arguments, 2), date_of(fullword(arguments, 1)).isoweekday() % 7 + 1)

    return answer(program, arguments, 3, work)


@substitute("CEELOCT")
def local_time(program: Program, arguments: Arguments) -> int:
    """CALL "CEELOCT" USING Lilian day, seconds, Gregorian text of 17, feedback code: the local date and time."""
    now = program.run.clock.now()

    def work() -> None:
        put_fullword(area(arguments, 1), lilian(now.date()))
        put_seconds(area(arguments, 2), seconds_of(now))
        gregorian = area(arguments, 3)
        if gregorian is not None:
            gregorian.text = f"{now:%Y%m%d%H%M%S}{now.microsecond // 1000:03d}"

    return answer(program, arguments, 4, work)


@substitute("CEEGMT", "CEEUTC")
def greenwich_time(program: Program, arguments: Arguments) -> int:
    """CALL "CEEGMT" USING Lilian day, seconds, feedback code: date and time in Greenwich."""
    now = program.run.clock.now().astimezone(UTC)

    def work() -> None:
        put_fullword(area(arguments, 1), lilian(now.date()))
        put_seconds(area(arguments, 2), seconds_of(now))

    return answer(program, arguments, 3, work)


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
