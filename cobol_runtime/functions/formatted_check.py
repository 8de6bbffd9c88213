"""Where a date or time that should be written in a format goes wrong (ISO 1989:2014, 15: TEST-FORMATTED-DATETIME)."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_runtime.functions.date_formats import DateFormat, TimeFormat
from cobol_runtime.functions.dates import FIRST_YEAR, day_number, days_in_month, days_in_year, ordinal_date
from cobol_runtime.functions.scaled import remainder


class _Wrong(Exception):
    """The character at the reader's position is not what the format asks for."""


@dataclass
class _Reader:
    text: str
    position: int = 0

    def one_of(self, allowed: str) -> str:
        """The next character, which is one of *allowed*."""
        character = self.text[self.position : self.position + 1]
        if not character or character not in allowed:
            raise _Wrong
        self.position += 1
        return character

    def digit(self, first: int, last: int) -> int:
        """The next character, a digit from *first* to *last*."""
        return int(self.one_of("0123456789"[first : last + 1]))

    def up_to(self, highest: int, lowest: int = 0) -> int:
        """A number of two digits, from *lowest* (0 or 1) to *highest*; the wrong digit is the first that leads out."""
        tens = self.digit(0, highest // 10)
        ones = self.digit(lowest if tens == 0 else 0, highest % 10 if tens == highest // 10 else 9)
        return tens * 10 + ones

    def end(self) -> None:
        """Nothing but spaces follows."""
        while self.position < len(self.text):
            self.one_of(" ")


def date_fault(form: DateFormat, text: str) -> int:
    """The position (from 1) of the first wrong character of the date *text*, 0 when there is none."""
    reader = _Reader(text)
    try:
        _read_date(form, reader)
    except _Wrong:
        return reader.position + 1
    return 0


def time_fault(form: TimeFormat, text: str, point: str) -> int:
    """The position (from 1) of the first wrong character of the time *text*, 0 when there is none."""
    reader = _Reader(text)
    try:
        _read_time(form, reader, point)
    except _Wrong:
        return reader.position + 1
    return 0


def _read_date(form: DateFormat, reader: _Reader) -> None:
    year = _read_year(reader)
    if form.hyphens:
        reader.one_of("-")
    if form.days == "MMDD":
        month = reader.up_to(12, 1)
        if form.hyphens:
            reader.one_of("-")
        reader.up_to(days_in_month(year, month), 1)
    elif form.days == "DDD":
        _read_day_of_year(reader, year)
    else:
        reader.one_of("W")
        reader.up_to(weeks_in(year), 1)
        if form.hyphens:
            reader.one_of("-")
        reader.digit(1, 7)
    reader.end()


def _read_year(reader: _Reader) -> int:
    """A year from 1601 on; the wrong digit is the first that leads below."""
    year = reader.digit(1, 9)
    year = year * 10 + reader.digit(6 if year == 1 else 0, 9)
    year = year * 10 + reader.digit(0, 9)
    return year * 10 + reader.digit(1 if year == 160 else 0, 9)


def _read_day_of_year(reader: _Reader, year: int) -> None:
    hundreds = reader.digit(0, 3)
    tens = hundreds * 10 + reader.digit(0, 6 if hundreds == 3 else 9)
    last = days_in_year(year) % 10 if tens == 36 else 9
    reader.digit(1 if tens == 0 else 0, last)


def _read_time(form: TimeFormat, reader: _Reader, point: str) -> None:
    reader.up_to(23)
    for _ in "minute", "second":
        if form.colons:
            reader.one_of(":")
        reader.up_to(59)
    if form.decimals:
        reader.one_of(point)
        for _ in range(form.decimals):
            reader.digit(0, 9)
    if form.zone == "Z":
        reader.one_of("Z")
    elif form.zone:
        _read_offset(form, reader)
    reader.end()


def _read_offset(form: TimeFormat, reader: _Reader) -> None:
    """+hhmm or -hhmm, or 00000 for an unknown one."""
    known = reader.one_of("+-0") != "0"
    reader.up_to(23 if known else 0)
    if form.colons:
        reader.one_of(":")
    reader.up_to(59 if known else 0)


def iso_week(number: int) -> tuple[int, int]:
    """Year and week (ISO 8601: week 1 has the year's 4 January) of a day number."""
    year, _ = ordinal_date(number)
    if number >= week_one(year + 1):
        year += 1
    elif number < week_one(year):
        year -= 1
    return year, (number - week_one(year)) // 7 + 1


def week_one(year: int) -> int:
    """The day number of the Monday that begins week 1 of *year*, which may be outside the range of dates."""
    fourth = day_number(year, 1, 4) if year <= 9999 else day_number(9999, 12, 31) + 4
    return fourth - remainder(fourth - 1, 7)


def weeks_in(year: int) -> int:
    """52 or 53."""
    return (week_one(year + 1) - week_one(year)) // 7 if year >= FIRST_YEAR else 52
