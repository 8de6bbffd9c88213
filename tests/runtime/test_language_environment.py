"""Date services by the rules of the z/OS Language Environment Programming Reference: its vectors and feedback codes.

The manual's example day is 16 May 1988, Lilian day 148138.
"""

from __future__ import annotations

import struct
from datetime import date

import pytest

from cobol_runtime import Area, RunUnit
from cobol_runtime.call import ProgramRegistry
from cobol_runtime.program import Program
from cobol_runtime.routines import SUBSTITUTES
from cobol_runtime.routines.date_pictures import DateProblem, read, written

TODAY = date(2024, 2, 29)
EXAMPLE = date(1988, 5, 16)


class Caller(Program):
    """A program that has nothing of its own to do."""

    program_id = "CALLER"


def call(name: str, *arguments: Area | None) -> None:
    run = RunUnit((), {"COB_CURRENT_DATE": "2024/02/29 13:14:15.678+0200"})
    SUBSTITUTES[name](Caller(run), arguments)


def varying(text: str) -> Area:
    return Area(bytearray(struct.pack(">h", len(text)) + text.encode("ascii")))


def fullword(number: int = 0) -> Area:
    return Area(bytearray(number.to_bytes(4, "big", signed=True)))


def number(area: Area) -> int:
    return int.from_bytes(area.raw, "big", signed=True)


@pytest.mark.parametrize(
    ("picture", "text"),
    [
        ("YYMMDD", "880516"),
        ("YYYYMMDD", "19880516"),
        ("YYYY-MM-DD", "1988-05-16"),
        ("MM/DD/YY", "05/16/88"),
        ("ZM/ZD/YY", "5/16/88"),
        ("DD.MM.YYYY", "16.05.1988"),
        ("DDMMMYY", "16MAY88"),
        ("DD Mmmmmmmmmm YY", "16 May        88"),
        ("ZD Mmmmmmmmmz YY", "16 May 88"),
        ("Mmmmmmmmmz ZD, YYYY", "May 16, 1988"),
        ("Wwwwwwwwwz, ZM/ZD/YY", "Monday, 5/16/88"),
        ("YYDDD", "88137"),
        ("YYYY.DDD", "1988.137"),
    ],
)
def test_pictures_of_the_manual(picture: str, text: str) -> None:
    assert written(EXAMPLE, picture) == text
    assert read(text, picture, TODAY) == EXAMPLE


def test_years_of_two_digits_lie_in_a_century_that_began_eighty_years_ago() -> None:
    assert read("440101", "YYMMDD", TODAY).year == 1944
    assert read("430101", "YYMMDD", TODAY).year == 2043


@pytest.mark.parametrize(
    ("text", "picture", "message"),
    [
        ("1988-05", "YYYY-MM-DD", 2507),
        ("1988", "YYYY", 2507),
        ("1988-13-01", "YYYY-MM-DD", 2508),
        ("2001-02-29", "YYYY-MM-DD", 2508),
        ("1988366x", "YYYYDDD", 2508),
        ("16MAI88", "DDMMMYY", 2517),
        ("16051988", "no picture", 2518),
        ("1988-0A-16", "YYYY-MM-DD", 2520),
    ],
)
def test_wrong_dates(text: str, picture: str, message: int) -> None:
    with pytest.raises(DateProblem) as problem:
        read(text, picture, TODAY)
    assert problem.value.message == message


def test_ceedays() -> None:
    day, feedback = fullword(-1), Area(bytearray(b"?" * 12))
    call("CEEDAYS", varying("05161988"), varying("MMDDYYYY"), day, feedback)
    assert (number(day), feedback.raw) == (148_138, bytes(12))
    call("CEEDAYS", varying("15821014"), varying("YYYYMMDD"), day, feedback)
    assert number(day) == 0
    assert feedback.raw == bytes.fromhex("000309D159C3C5C500000000")  # severity 3, message 2513, EBCDIC CEE


def test_ceedate_and_day_of_week() -> None:
    shown, day, feedback = Area(bytearray(80)), fullword(), Area(bytearray(12))
    call("CEEDATE", fullword(148_138), varying("YYYYMMDD"), shown, feedback)
    assert (shown.text, feedback.raw) == ("19880516".ljust(80), bytes(12))
    call("CEEDYWK", fullword(148_138), day, feedback)
    assert number(day) == 2  # Monday; 1 is Sunday
    call("CEEDYWK", fullword(0), day, feedback)
    assert (number(day), feedback.raw[:4].hex()) == (0, "000309d0")


def test_local_and_greenwich_time() -> None:
    day, seconds, shown, feedback = fullword(), Area(bytearray(8)), Area(bytearray(17)), Area(bytearray(12))
    call("CEELOCT", day, seconds, shown, feedback)
    assert shown.text == "20240229131415678"
    assert struct.unpack("=d", seconds.raw)[0] == pytest.approx(number(day) * 86_400 + 47_655.678)
    local = struct.unpack("=d", seconds.raw)[0]
    call("CEEGMT", day, seconds, feedback)
    assert struct.unpack("=d", seconds.raw)[0] == pytest.approx(local - 7200)


def test_a_program_of_the_run_unit_comes_before_the_service() -> None:
    class Own(Program):
        program_id = "CEEDAYS"

        def procedure_division(self) -> None:
            self.return_code = 7

    run = RunUnit()
    registry: ProgramRegistry = run.programs
    registry.register(Own)
    assert registry.call("CEEDAYS", caller=Caller(run)) == 7
