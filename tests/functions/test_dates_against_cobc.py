"""Date and time functions give what GnuCOBOL's do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from cobol_runtime import functions
from tests.functions.batch import displayed, literal, mismatches, number
from tests.oracle import GnuCobol

Cases = Iterator[tuple[str, str]]

DATES = ["YYYYMMDD", "YYYY-MM-DD", "YYYYDDD", "YYYY-DDD", "YYYYWwwD", "YYYY-Www-D"]
TIMES = [
    "hhmmss", "hh:mm:ss", "hhmmss.s", "hhmmss.sss", "hh:mm:ss.sssssssss", "hhmmssZ", "hh:mm:ssZ",
    "hhmmss+hhmm", "hh:mm:ss+hh:mm", "hhmmss.ssZ", "hh:mm:ss.ss+hh:mm",
]  # fmt: skip
DATETIMES = [
    "YYYYMMDDThhmmss",
    "YYYY-MM-DDThh:mm:ss",
    "YYYYDDDThhmmss.ssZ",
    "YYYY-Www-DThh:mm:ss+hh:mm",
    "YYYYWwwDThhmmssZ",
]
WRONG_FORMATS = [
    "yyyymmdd", "YYYYMM", "hhmm", "hh:mmss", "hhmmss.", "hhmmss,ss", "hhmmss.ssssssssss", "hhmmssz", "hhmmss+hh:mm",
    "hh:mm:ss+hhmm", "YYYYMMDDThh:mm:ss", "YYYY-MM-DDThhmmss", "YYYYMMDDT", "Thhmmss", "YYYYMMDD hhmmss",
]  # fmt: skip
DAYS = [
    "1", "31", "59", "60", "365", "366", "400", "1000", "141427", "152386", "153119", "153484", "153485", "3067305",
    "3067306", "3067669", "3067670", "3067671",
]  # fmt: skip
WRONG_DAYS = ["0", "-1", "3067672", "99999999", "4294967297", "141427.9"]
SECONDS = [
    "0",
    "1",
    "59",
    "3600",
    "12345",
    "86399",
    "86400",
    "12345.678",
    "86399.999999999",
    "0.05",
    "45296.10",
]
WRONG_SECONDS = ["-1", "86401", "999999999"]
OFFSETS = ["0", "1", "-1", "60", "-330", "330", "1439", "-1439"]
WRONG_OFFSETS = ["1440", "-1440"]


# cobc adds decimals of seconds to a number that still has the decimal places of the last function; SIGN leaves none.
DATA = ["01 FORM PIC X(40).", "01 RESET-DECIMALS PIC 9."]


def call(name: str, function: Callable[..., object], *arguments: str) -> tuple[str, str]:
    """A case whose arguments are texts, written with a leading quote, and numbers."""
    values = [argument[1:] if argument.startswith("'") else number(argument) for argument in arguments]
    written = [literal(argument[1:]) if argument.startswith("'") else argument for argument in arguments]
    result = function(*values)
    shown = functions.shown(result) if isinstance(result, int | Decimal) else str(result)
    return f"DISPLAY FUNCTION {name}({' '.join(written)})\nWITH NO ADVANCING", shown


def from_item(name: str, function: Callable[..., object], *arguments: str) -> tuple[str, str]:
    """The same with the first argument in an item, as the compiler refuses constant formats it knows are wrong."""
    cobol, shown = call(name, function, *arguments)
    return f"MOVE {literal(arguments[0][1:])} TO FORM\n" + cobol.replace(
        literal(arguments[0][1:]), "FORM", 1
    ), shown


def whole_numbers(random: Random) -> Cases:
    days = [*DAYS, *WRONG_DAYS, *(str(random.randint(1, 3067671)) for _ in range(60))]
    for day in days:
        result = functions.date_of_integer(number(day))
        yield f"DISPLAY FUNCTION DATE-OF-INTEGER({day})\nWITH NO ADVANCING", f"{result:08d}"
        result = functions.day_of_integer(number(day))
        yield f"DISPLAY FUNCTION DAY-OF-INTEGER({day})\nWITH NO ADVANCING", f"{result:07d}"
        for seconds in random.sample([*SECONDS, *WRONG_SECONDS], 2):
            yield call("COMBINED-DATETIME", functions.combined_datetime, day, seconds)
    years = ["1600", "1601", "1900", "2000", "2023", "2024", "9999", "-2000", "0", "10000", "31999"]
    for year in years:
        for rest in ("0101", "0229", "0230", "1231", "0001", "1301", "0132", "0100", "0431"):
            yield call("INTEGER-OF-DATE", functions.integer_of_date, year + rest)
            yield call("TEST-DATE-YYYYMMDD", functions.test_date_yyyymmdd, year + rest)
        for rest in ("001", "000", "365", "366", "367"):
            yield call("INTEGER-OF-DAY", functions.integer_of_day, year + rest)
            yield call("TEST-DAY-YYYYDDD", functions.test_day_yyyyddd, year + rest)


def windows(random: Random) -> Cases:
    for window in ("50", "-50", "0", "100", "-400", "9000", "1.9"):
        for now in ("1600", "1601", "1999", "2024", "9950", "9999"):
            for year in ("0", "49", "50", "99", "100", "-1", "24.9"):
                yield call("YEAR-TO-YYYY", functions.year_to_yyyy, year, window, now)
            for date in ("0", "240131", "991231", "-1234", "1000101", "9999991231"):
                yield call("DATE-TO-YYYYMMDD", functions.date_to_yyyymmdd, date, window, now)
                yield call("DAY-TO-YYYYDDD", functions.day_to_yyyyddd, date, window, now)
    for window in ("50", "10"):
        yield call("YEAR-TO-YYYY", functions.year_to_yyyy, "30", window)
        yield call("DATE-TO-YYYYMMDD", functions.date_to_yyyymmdd, "300131", window)
        yield call("DAY-TO-YYYYDDD", functions.day_to_yyyyddd, "30031", window)


def written(random: Random) -> Cases:
    for day in [*DAYS, *WRONG_DAYS, *(str(random.randint(1, 3067671)) for _ in range(25))]:
        for form in [*DATES, *random.sample(WRONG_FORMATS, 1), "YYYYMMDDxyz"]:
            yield from_item("FORMATTED-DATE", functions.formatted_date, "'" + form, day)
        for form in DATETIMES:
            seconds = random.choice([*SECONDS, *SECONDS, *WRONG_SECONDS])
            yield from_item("FORMATTED-DATETIME", functions.formatted_datetime, "'" + form, day, seconds)
            offset = random.choice([*OFFSETS, *OFFSETS, *WRONG_OFFSETS])
            yield from_item(
                "FORMATTED-DATETIME", functions.formatted_datetime, "'" + form, day, seconds, offset
            )
    for seconds in [*SECONDS, *WRONG_SECONDS]:
        for form in [*TIMES, *WRONG_FORMATS]:
            yield from_item("FORMATTED-TIME", functions.formatted_time, "'" + form, seconds)
            for offset in random.sample([*OFFSETS, *OFFSETS, *WRONG_OFFSETS], 4):
                yield from_item("FORMATTED-TIME", functions.formatted_time, "'" + form, seconds, offset)


def read(random: Random) -> Cases:
    forms = [*DATES, *TIMES, *DATETIMES]
    for form in forms * 6:
        right = right_text(form, random)
        wrong = [damaged(right, random) for _ in range(3)]
        for text in [right, *wrong, right + " ", right[: random.randint(1, len(right))]]:
            yield from_item(
                "TEST-FORMATTED-DATETIME", functions.test_formatted_datetime, "'" + form, "'" + text
            )
            if form not in TIMES:
                function = functions.integer_of_formatted_date
                yield from_item("INTEGER-OF-FORMATTED-DATE", function, "'" + form, "'" + text)
        if form not in DATES and len(right) == len(form):
            function = functions.seconds_from_formatted_time
            cobol, shown = from_item("SECONDS-FROM-FORMATTED-TIME", function, "'" + form, "'" + right)
            yield f"MOVE FUNCTION SIGN(1) TO RESET-DECIMALS\n{cobol}", shown


def right_text(form: str, random: Random) -> str:
    day, seconds = random.choice(DAYS), random.choice(SECONDS)
    if form in DATES:
        return functions.formatted_date(form, number(day))
    if form in TIMES:
        return functions.formatted_time(form, number(seconds))
    return functions.formatted_datetime(form, number(day), number(seconds))


def damaged(text: str, random: Random) -> str:
    place = random.randrange(len(text))
    return text[:place] + random.choice("0123456789-+:.TWZ x") + text[place + 1 :]


@pytest.mark.cobc
@pytest.mark.parametrize("cases", [whole_numbers, windows, written, read])
def test_results_are_as_with_cobc(
    cases: Callable[[Random], Cases], gnucobol: GnuCobol, tmp_path: Path
) -> None:
    batch = list(cases(Random(1601)))
    shown = displayed(gnucobol, tmp_path, [cobol for cobol, _ in batch], data=DATA)
    assert mismatches(batch, shown) == []
