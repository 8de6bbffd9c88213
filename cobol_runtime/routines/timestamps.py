"""Dates with times by picture, and as seconds since the first day of the Lilian calendar.

The rules are those of the z/OS Language Environment Programming Reference: to the terms of dates come HH ZH MI SS, 9 99 999 for
fractions of a second, and AP ap A.P. a.p., which make the hours 1 to 12.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from cobol_runtime.routines import date_pictures
from cobol_runtime.routines.date_pictures import LILIAN_BASE, DateProblem, Reader, lilian

_TERM = re.compile(rf"{date_pictures.TERMS}|HH|ZH|MI|SS|999|99|9|AP|ap|A\.P\.|a\.p\.")
_HALF_DAYS = {"AP": "AM PM", "ap": "am pm", "A.P.": "A.M. P.M.", "a.p.": "a.m. p.m."}
_FIRST_SECONDS = 86_400.0
_LAST_SECONDS = 265_621_679_999.999
_PROBLEMS = {
    "H": date_pictures.BAD_HOURS,
    "MI": date_pictures.BAD_MINUTES,
    "S": date_pictures.BAD_SECONDS,
    "9": date_pictures.BAD_MILLISECONDS,
}


def seconds_of(moment: datetime) -> float:
    """Seconds since 14 October 1582, 00:00:00. Raises DateProblem before the Lilian calendar."""
    clock = moment.hour * 3600 + moment.minute * 60 + moment.second + moment.microsecond / 1_000_000
    return lilian(moment.date()) * 86_400 + clock


def moment_of(seconds: float) -> datetime:
    """The moment that lies `seconds` behind 14 October 1582, 00:00:00, to the millisecond. Raises DateProblem out of range."""
    if not _FIRST_SECONDS <= seconds <= _LAST_SECONDS:
        raise DateProblem(date_pictures.SECONDS_OUT_OF_RANGE)
    start = datetime.combine(date.fromordinal(LILIAN_BASE), time())
    return start + timedelta(milliseconds=round(seconds * 1000))


def written(moment: datetime, picture: str) -> str:
    """The moment as the picture shows it. Raises DateProblem for a picture without any term."""
    terms = _TERM.findall(picture)
    if not terms:
        raise DateProblem(date_pictures.BAD_PICTURE)
    halves = any(term in _HALF_DAYS for term in terms)
    return _TERM.sub(lambda term: _written(moment, term[0], halves), picture)


def _written(moment: datetime, term: str, halves: bool) -> str:
    if term in _HALF_DAYS:
        return _HALF_DAYS[term].split()[moment.hour >= 12]
    hour = (moment.hour + 11) % 12 + 1 if halves else moment.hour
    clock = {
        "HH": f"{hour:02d}",
        "ZH": str(hour),
        "MI": f"{moment.minute:02d}",
        "SS": f"{moment.second:02d}",
    }
    if term in clock:
        return clock[term]
    if term[0] == "9":
        return f"{moment.microsecond // 1000:03d}"[: len(term)]
    return date_pictures.term_written(moment, term)


def read(text: str, picture: str, first_year: int) -> datetime:
    """The moment that `text` shows in the form of `picture`; parts of the time that are not there are 0. Raises DateProblem."""
    reader = _TimestampReader(text.lstrip(" "), first_year)
    date_pictures.follow(reader, _TERM, picture)
    return datetime.combine(reader.date(), reader.time())


class _TimestampReader(Reader):
    """Takes the parts of a date and a time off their text."""

    def take(self, term: str) -> None:
        if term in _HALF_DAYS:
            halves = [half.upper() for half in _HALF_DAYS[term].split()]
            if self.rest[: len(halves[0])].upper() not in halves:
                raise DateProblem(date_pictures.BAD_VALUE)
            self.parts["PM"] = halves.index(self.rest[: len(halves[0])].upper())
            self.rest = self.rest[len(halves[0]) :]
        elif term == "ZH":
            found = re.match(r" ?([0-9]{1,2})", self.rest)
            self.number("H", found[1] if found else self.rest[:1], found.end() if found else 1)
        elif term in ("HH", "MI", "SS"):
            self.number("MI" if term == "MI" else term[0], self.rest[:2], 2)
        elif term[0] == "9":
            self.number("9", self.rest[: len(term)], len(term))
            self.parts["9"] *= 10 ** (3 - len(term))
        else:
            super().take(term)

    def time(self) -> time:
        """The time of day. Raises DateProblem for one that does not exist."""
        hour, minute, second = (self.parts.get(part, 0) for part in ("H", "MI", "S"))
        if "PM" in self.parts:
            if not 1 <= hour <= 12:
                raise DateProblem(date_pictures.BAD_HOURS)
            hour = hour % 12 + 12 * self.parts["PM"]
        return clock_time(hour, minute, second, self.parts.get("9", 0))


def clock_time(hour: int, minute: int, second: int, millisecond: int) -> time:
    """A time of day. Raises DateProblem naming the part that is out of range."""
    limits = (("H", hour, 24), ("MI", minute, 60), ("S", second, 60), ("9", millisecond, 1000))
    for part, number, limit in limits:
        if not 0 <= number < limit:
            raise DateProblem(_PROBLEMS[part])
    return time(hour, minute, second, millisecond * 1000)
