"""Dates by picture, as the date services of Language Environment write and read them.

The rules are those of the z/OS Language Environment Programming Reference, "Picture character terms used in picture strings":
YYYY YY (in the window of a century that begins 80 years ago), MM ZM MMM Mmm Mmmmmmmmmz, DD ZD DDD, WWW Www Wwwwwwwwwz. A Z takes
leading zeros away, and behind a name its trailing blanks. Day 1 of the Lilian calendar is 15 October 1582.
"""

from __future__ import annotations

import re
from datetime import date

LILIAN_BASE = date(1582, 10, 14).toordinal()
LAST_LILIAN = date(9999, 12, 31).toordinal() - LILIAN_BASE

SECONDS_OUT_OF_RANGE = 2505
INSUFFICIENT = 2507
BAD_VALUE = 2508
BAD_HOURS = 2510
LILIAN_OUT_OF_RANGE = 2512
DATE_OUT_OF_RANGE = 2513
YEAR_OUT_OF_RANGE = 2514
BAD_MILLISECONDS = 2515
BAD_MINUTES = 2516
UNKNOWN_MONTH = 2517
BAD_PICTURE = 2518
BAD_SECONDS = 2519
NOT_NUMERIC = 2520
BAD_CENTURY = 2533

TERMS = r"YYYY|YY|[Mm]{3,}[Zz]?|MM|ZM|DDD|DD|ZD|[Ww]{3,}[Zz]?|W"
_TERM = re.compile(TERMS)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
COUNTRY_PICTURE = "MM/DD/YY"
"""The picture of a date for the country US, which stands for a blank one."""
CENTURY_WINDOW = 80
"""How many years before this one the century begins that years of two digits lie in."""


class DateProblem(ValueError):
    """A date service cannot do it; `message` is the number of Language Environment's message."""

    def __init__(self, message: int) -> None:
        super().__init__(f"CEE{message}")
        self.message = message


def lilian(day: date) -> int:
    """The Lilian day number. Raises DateProblem before 15 October 1582."""
    number = day.toordinal() - LILIAN_BASE
    if number < 1:
        raise DateProblem(DATE_OUT_OF_RANGE)
    return number


def date_of(number: int) -> date:
    """The date of a Lilian day number. Raises DateProblem outside of 1 to 31 December 9999."""
    if not 1 <= number <= LAST_LILIAN:
        raise DateProblem(LILIAN_OUT_OF_RANGE)
    return date.fromordinal(number + LILIAN_BASE)


def written(day: date, picture: str) -> str:
    """The date as the picture shows it. Raises DateProblem for a picture without any term."""
    if _TERM.search(picture) is None:
        raise DateProblem(BAD_PICTURE)
    return _TERM.sub(lambda term: term_written(day, term[0]), picture)


def term_written(day: date, term: str) -> str:
    """What one term of a picture shows of a day."""
    numbers = {
        "YYYY": f"{day.year:04d}",
        "YY": f"{day.year % 100:02d}",
        "MM": f"{day.month:02d}",
        "ZM": str(day.month),
        "DDD": f"{day:%j}",
        "DD": f"{day.day:02d}",
        "ZD": str(day.day),
    }
    if term in numbers:
        return numbers[term]
    name = _MONTHS[day.month - 1] if term[0] in "Mm" else _DAYS[day.weekday()]
    return _named(name, term)


def _named(name: str, term: str) -> str:
    """A name in the width of its term: `MMM` cuts, longer ones are filled with blanks unless a Z ends them."""
    width = len(term)
    shown = name.upper() if term[1:2].isupper() or len(term) == 1 else name
    if term[-1] in "Zz":
        return shown[: width - 1] if width <= 4 else shown
    return shown[:width].ljust(width)


def read(text: str, picture: str, first_year: int) -> date:
    """The date that `text` shows in the form of `picture`; leading blanks count for nothing; years of two digits lie in the
    century that begins with `first_year`. Raises DateProblem."""
    reader = Reader(text.lstrip(" "), first_year)
    follow(reader, _TERM, picture)
    return reader.date()


def follow(reader: Reader, terms: re.Pattern[str], picture: str) -> None:
    """Let `reader` take the `terms` of a picture, and pass over what stands between them. Raises DateProblem."""
    at = 0
    for term in terms.finditer(picture):
        reader.skip(term.start() - at)
        reader.take(term[0])
        at = term.end()
    if at == 0:
        raise DateProblem(BAD_PICTURE)


class Reader:
    """Takes the parts of a date off its text; the century of years of two digits begins with `first_year`."""

    def __init__(self, text: str, first_year: int) -> None:
        self.rest = text
        self.first_year = first_year
        self.parts: dict[str, int] = {}

    def skip(self, count: int) -> None:
        """The separators between two terms; any characters but letters and digits."""
        if any(character.isalnum() for character in self.rest[:count]):
            raise DateProblem(BAD_VALUE)
        self.rest = self.rest[count:]

    def take(self, term: str) -> None:
        """Take what one term of the picture stands for."""
        if term[0] in "Ww":
            self.rest = re.sub(r"^[A-Za-z]+", "", self.rest)
        elif term[0] in "Mm" and len(term) > 2:
            self._month_name(term)
        elif term in ("ZM", "ZD"):
            found = re.match(r" ?([0-9]{1,2})", self.rest)
            self.number(term[1], found[1] if found else self.rest[:1], found.end() if found else 1)
        else:
            self.number(term if term == "DDD" else term[0], self.rest[: len(term)], len(term))
            if term == "YY":
                self._complete_year()

    def number(self, part: str, digits: str, length: int) -> None:
        """Take `length` characters, which show a number, as a part of the date."""
        if not digits.strip() or len(self.rest) < length:
            raise DateProblem(INSUFFICIENT)
        if not digits.isdecimal():
            raise DateProblem(NOT_NUMERIC)
        self.parts[part] = int(digits)
        self.rest = self.rest[length:]

    def _complete_year(self) -> None:
        self.parts["Y"] = self.first_year + (self.parts["Y"] - self.first_year) % 100

    def _month_name(self, term: str) -> None:
        letters = re.match(r"[A-Za-z]*", self.rest)
        word = (letters[0] if letters else "")[: 3 if len(term) == 3 else None]
        for number, name in enumerate(_MONTHS, 1):
            if word and word.upper() in (name.upper(), name[:3].upper()):
                self.parts["M"] = number
                width = len(word) if term[-1] in "Zz" else len(term)
                self.rest = self.rest[width:]
                return
        raise DateProblem(UNKNOWN_MONTH if self.rest else INSUFFICIENT)

    def date(self) -> date:
        """The date. Raises DateProblem for one that does not exist or lies outside of the calendar."""
        parts = self.parts
        if "Y" not in parts or not ("DDD" in parts or ("M" in parts and "D" in parts)):
            raise DateProblem(INSUFFICIENT)
        if self.rest.strip(" \0"):
            raise DateProblem(BAD_VALUE)
        try:
            if "DDD" in parts:
                found = date.fromordinal(date(parts["Y"], 1, 1).toordinal() + parts["DDD"] - 1)
                if parts["DDD"] < 1 or found.year != parts["Y"]:
                    raise DateProblem(BAD_VALUE)
                return found
            return date(parts["Y"], parts["M"], parts["D"])
        except ValueError as error:
            raise error if isinstance(error, DateProblem) else DateProblem(BAD_VALUE) from None
