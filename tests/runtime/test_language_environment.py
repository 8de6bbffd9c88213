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
from cobol_runtime.termination import FatalError

FIRST_YEAR = 2024 - 80
EXAMPLE = date(1988, 5, 16)


class Caller(Program):
    """A program that has nothing of its own to do."""

    program_id = "CALLER"


def caller() -> Caller:
    return Caller(RunUnit((), {"COB_CURRENT_DATE": "2024/02/29 13:14:15.678+0200"}))


def call(name: str, *arguments: Area | None, by: Caller | None = None) -> None:
    SUBSTITUTES[name](by or caller(), arguments)


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
    assert read(text, picture, FIRST_YEAR) == EXAMPLE


def test_years_of_two_digits_lie_in_a_century_that_began_eighty_years_ago() -> None:
    assert read("440101", "YYMMDD", FIRST_YEAR).year == 1944
    assert read("430101", "YYMMDD", FIRST_YEAR).year == 2043


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
        read(text, picture, FIRST_YEAR)
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


def double(number: float = 0) -> Area:
    return Area(bytearray(struct.pack("=d", number)))


def seconds(area: Area) -> float:
    value: float = struct.unpack("=d", area.raw)[0]
    return value


MOMENT = 148_138 * 86_400 + 19 * 3600 + 1.25  # 16 May 1988, 19:00:01.250


@pytest.mark.parametrize(
    ("picture", "text"),
    [
        ("YYMMDDHHMISS", "880516190001"),
        ("YYYY-MM-DD HH:MI:SS.999", "1988-05-16 19:00:01.250"),
        ("MM/DD/YY HH:MI:SS AP", "05/16/88 07:00:01 PM"),
        ("ZH:MI a.p., Mmmmmmmmmz ZD, YYYY", "7:00 p.m., May 16, 1988"),
        ("HHMISS99 YYDDD", "19000125 88137"),
        ("Wwwwwwwwwz HH.9", "Monday 19.2"),
    ],
)
def test_timestamps(picture: str, text: str) -> None:
    shown, feedback = Area(bytearray(80)), Area(bytearray(12))
    call("CEEDATM", double(MOMENT), varying(picture), shown, feedback)
    assert (shown.text.rstrip(), feedback.raw) == (text, bytes(12))


def test_seconds_of_timestamps() -> None:
    result, feedback = double(-1), Area(bytearray(12))
    for picture, text, expected in (
        ("YYYY-MM-DD HH:MI:SS.999", "1988-05-16 19:00:01.250", MOMENT),
        ("MM/DD/YY ZH:MI AP", "05/16/88 7:00 PM", MOMENT - 1.25),
        ("MM/DD/YY HH AP", "05/16/88 12 AM", MOMENT - 1.25 - 19 * 3600),
        ("YYYYMMDD", "19880516", 148_138 * 86_400),
    ):
        call("CEESECS", varying(text), varying(picture), result, feedback)
        assert (seconds(result), feedback.raw) == (expected, bytes(12))


@pytest.mark.parametrize(
    ("text", "picture", "message"),
    [
        ("19880516 25", "YYYYMMDD HH", 2510),
        ("19880516 13 PM", "YYYYMMDD HH AP", 2510),
        ("19880516 1260", "YYYYMMDD HHMI", 2516),
        ("19880516 61", "YYYYMMDD SS", 2519),
        ("19880516 1", "YYYYMMDD HH", 2507),
        ("19880532 10", "YYYYMMDD HH", 2508),
        ("19880516", "nothing", 2518),
    ],
)
def test_wrong_timestamps(text: str, picture: str, message: int) -> None:
    result, feedback = double(-1), Area(bytearray(12))
    call("CEESECS", varying(text), varying(picture), result, feedback)
    assert (seconds(result), int.from_bytes(feedback.raw[2:4], "big")) == (0, message)


def test_parts_of_a_moment() -> None:
    parts, result = [fullword() for _ in range(7)], double()
    call("CEESECI", double(MOMENT), *parts, None)
    assert [number(part) for part in parts] == [1988, 5, 16, 19, 0, 1, 250]
    call("CEEISEC", *parts, result, None)
    assert seconds(result) == MOMENT
    feedback = Area(bytearray(12))
    call("CEEISEC", fullword(1988), fullword(2), fullword(30), *parts[3:], result, feedback)
    assert (seconds(result), int.from_bytes(feedback.raw[2:4], "big")) == (0, 2508)
    call("CEESECI", double(0), *parts, feedback)
    assert (number(parts[0]), int.from_bytes(feedback.raw[2:4], "big")) == (0, 2505)


def test_a_wrong_value_without_feedback_code_ends_the_run() -> None:
    with pytest.raises(FatalError, match="CEE2505"):
        call("CEEDATM", double(0), varying("YYYY"), Area(bytearray(80)), None)


def test_offset_from_greenwich_and_integer_dates() -> None:
    hours, minutes, result = fullword(), fullword(), double()
    call("CEEGMTO", hours, minutes, result, None)
    assert (number(hours), number(minutes), seconds(result)) == (2, 0, 7200)
    call("CEECBLDY", varying("16010101"), varying("YYYYMMDD"), hours, None)
    assert number(hours) == 1


def test_the_century_window() -> None:
    by, window, day, feedback = caller(), fullword(), fullword(), Area(bytearray(12))
    call("CEEQCEN", window, None, by=by)
    assert number(window) == 80
    call("CEESCEN", fullword(30), feedback, by=by)
    call("CEEQCEN", window, None, by=by)
    assert (number(window), feedback.raw) == (30, bytes(12))
    call("CEEDAYS", varying("930101"), varying("YYMMDD"), day, None, by=by)
    assert number(day) == read("20930101", "YYYYMMDD", 0).toordinal() - date(1582, 10, 14).toordinal()
    call("CEESCEN", fullword(101), feedback, by=by)
    assert int.from_bytes(feedback.raw[2:4], "big") == 2533


def test_a_program_of_the_run_unit_comes_before_the_service() -> None:
    class Own(Program):
        program_id = "CEEDAYS"

        def procedure_division(self) -> None:
            self.return_code = 7

    run = RunUnit()
    registry: ProgramRegistry = run.programs
    registry.register(Own)
    assert registry.call("CEEDAYS", caller=Caller(run)) == 7
