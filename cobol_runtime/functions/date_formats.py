"""The formats of dates and times in ISO 8601 style (ISO 1989:2014, 8.5.3) that functions take as their first argument.

A date is ``YYYYMMDD``, ``YYYYDDD`` or ``YYYYWwwD``, or with hyphens; a time is ``hhmmss`` or ``hh:mm:ss``, then maybe the decimal point and up
to nine ``s``, then maybe ``Z`` or ``+hhmm`` (``+hh:mm``); both together are joined by ``T`` and agree on the use of separators.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST_DATE, LONGEST_TIME, LONGEST = 10, 25, 36
"""characters of a format, or of a value in it, that are looked at"""

_DATES = {
    "YYYYMMDD": "MMDD",
    "YYYY-MM-DD": "MMDD",
    "YYYYDDD": "DDD",
    "YYYY-DDD": "DDD",
    "YYYYWwwD": "WwwD",
    "YYYY-Www-D": "WwwD",
}
_TIME = re.compile(r"(?P<basic>hhmmss)|hh:mm:ss")


@dataclass(frozen=True, slots=True)
class DateFormat:
    """A form of date: *days* is MMDD, DDD or WwwD."""

    days: str
    hyphens: bool


@dataclass(frozen=True, slots=True)
class TimeFormat:
    """A form of time of day: *decimals* of the seconds, and *zone* "", "Z" or "offset"."""

    colons: bool
    decimals: int = 0
    zone: str = ""


def first_word(text: str, longest: int) -> str:
    """*text* up to its first space, *longest* characters at most."""
    return re.split(r"[\s\0]", text, maxsplit=1)[0][:longest]


def date_format(text: str) -> DateFormat | None:
    """The date format written *text*, or None."""
    return DateFormat(_DATES[text], text[4] == "-") if text in _DATES else None


def time_format(text: str, point: str) -> TimeFormat | None:
    """The time format written *text* with *point* as decimal point, or None."""
    clock = _TIME.match(text)
    if clock is None:
        return None
    colons = clock["basic"] is None
    rest = text[clock.end() :]
    decimals = 0
    if rest.startswith(point):
        decimals = len(rest) - 1 - len(rest[1:].lstrip("s"))
        rest = rest[1 + decimals :]
        if not 1 <= decimals <= 9:
            return None
    zones = {"": "", "Z": "Z", "+hh:mm" if colons else "+hhmm": "offset"}
    return TimeFormat(colons, decimals, zones[rest]) if rest in zones else None


def datetime_format(text: str, point: str) -> tuple[DateFormat, TimeFormat] | None:
    """The formats of both parts of *text*, or None when it is not date and time in one style."""
    date_part, time_part = split_at_t(text)
    date, time = date_format(date_part), time_format(time_part, point)
    if date is None or time is None or date.hyphens != time.colons:
        return None
    return date, time


def split_at_t(text: str) -> tuple[str, str]:
    """What is before and behind the first T, the date cut to its longest form."""
    before, _, behind = text.partition("T")
    return before[:LONGEST_DATE], behind[:LONGEST_TIME]
