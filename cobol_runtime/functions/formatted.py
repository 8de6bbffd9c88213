"""Dates and times written in a format, and read from one (ISO 1989:2014, 15: FORMATTED-…, INTEGER-OF-FORMATTED-DATE, …).

A format that is none, or an argument out of range, gives spaces as long as the format, or zero. *decimal_comma* is DECIMAL-POINT IS COMMA.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cobol_runtime.exceptions import invalid_argument
from cobol_runtime.functions.date_formats import (
    LONGEST,
    LONGEST_DATE,
    LONGEST_TIME,
    DateFormat,
    TimeFormat,
    date_format,
    datetime_format,
    first_word,
    split_at_t,
    time_format,
)
from cobol_runtime.functions.dates import LAST_DAY, SECONDS_IN_DAY, calendar_date, day_number, ordinal_date
from cobol_runtime.functions.formatted_check import date_fault, iso_week, time_fault, week_one
from cobol_runtime.functions.scaled import Number, Scaled, argument, quotient, remainder, whole

if TYPE_CHECKING:
    from cobol_runtime.run_unit import RunUnit


def formatted_date(form: str, day: Number) -> str:
    """FORMATTED-DATE: the date of day number *day* as *form* says."""
    text = first_word(form, LONGEST_DATE)
    date, number = date_format(text), whole(day)
    if date is None or not 1 <= number <= LAST_DAY:
        return invalid_argument(" " * len(text))
    return _date(date, number)[: len(text)]


def formatted_time(
    form: str, seconds: Number, offset: Number | None = None, *, decimal_comma: bool = False
) -> str:
    """FORMATTED-TIME: *seconds* past midnight (decimals count) as *form* says.

    *offset* is the local time's difference from UTC in minutes; for SYSTEM-OFFSET give :func:`system_offset`. A time
    with ``Z`` is turned into UTC with it.
    """
    text, point = first_word(form, LONGEST_TIME), _point(decimal_comma)
    time = time_format(text, point)
    if time is None or not _is_time(seconds) or not _is_offset(offset):
        return invalid_argument(" " * len(text))
    return _time(time, argument(seconds), _minutes(offset), point)[0][: len(text)]


def formatted_datetime(
    form: str, day: Number, seconds: Number, offset: Number | None = None, *, decimal_comma: bool = False
) -> str:
    """FORMATTED-DATETIME: day number and seconds past midnight as *form* says; see :func:`formatted_time`."""
    text, point = first_word(form, LONGEST), _point(decimal_comma)
    forms, number = datetime_format(text, point), whole(day)
    if forms is None or not 1 <= number <= LAST_DAY or not _is_time(seconds) or not _is_offset(offset):
        return invalid_argument(" " * len(text))
    return _datetime(forms, number, argument(seconds), _minutes(offset), point)[: len(text)]


def formatted_current_date(run: RunUnit, form: str, *, decimal_comma: bool = False) -> str:
    """FORMATTED-CURRENT-DATE: date and time of the run unit's clock as *form* says."""
    text, point = first_word(form, LONGEST), _point(decimal_comma)
    forms = datetime_format(text, point)
    if forms is None:
        return invalid_argument(" " * len(text))
    now = run.clock.now()
    seconds = now.hour * 3600 + now.minute * 60 + now.second
    time = Scaled(seconds * 1_000_000 + now.microsecond, 6)
    number = day_number(now.year, now.month, now.day)
    return _datetime(forms, number, time, system_offset(run), point)[: len(text)]


def system_offset(run: RunUnit) -> int:
    """SYSTEM-OFFSET: how many minutes local time is ahead of UTC."""
    offset = run.clock.now().utcoffset()
    return quotient(int(offset.total_seconds()), 60) if offset is not None else 0


def integer_of_formatted_date(form: str, text: str, *, decimal_comma: bool = False) -> int:
    """INTEGER-OF-FORMATTED-DATE: the day number of the date, or date and time, *text* written as *form* says."""
    form, text = first_word(form, LONGEST), first_word(text, LONGEST)
    date = date_format(form)
    if date is None:
        forms = datetime_format(form, _point(decimal_comma))
        if forms is None:
            return invalid_argument(0)
        date = forms[0]
        text, _ = split_at_t(text)
    if date_fault(date, text):
        return invalid_argument(0)
    return _day_number(date, text)


def seconds_from_formatted_time(form: str, text: str, *, decimal_comma: bool = False) -> Number:
    """SECONDS-FROM-FORMATTED-TIME: seconds past midnight of the time, or date and time, *text* written as *form* says.

    GnuCOBOL 3.1.2 misplaces the decimal point of seconds with decimals when another function was called before; here it is right.
    """
    form, point = first_word(form, LONGEST), _point(decimal_comma)
    forms = datetime_format(form, point)
    time = forms[1] if forms else time_format(form, point)
    text = split_at_t(text)[1] if forms else text[: len(form)]
    if time is None or time_fault(time, text, point):
        return invalid_argument(0)
    digits = text.replace(":", "") if time.colons else text
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6])
    fraction = digits[7 : 7 + time.decimals]
    return (Scaled(seconds) + Scaled(int(fraction or "0"), time.decimals)).value()


def test_formatted_datetime(form: str, text: str, *, decimal_comma: bool = False) -> int:
    """TEST-FORMATTED-DATETIME: the position (from 1) of the first wrong character of *text*, 0 when there is none."""
    form, text, point = first_word(form, LONGEST), first_word(text, LONGEST), _point(decimal_comma)
    if (date := date_format(form)) is not None:
        return date_fault(date, text[:LONGEST_DATE])
    if (time := time_format(form, point)) is not None:
        return time_fault(time, text[:LONGEST_TIME], point)
    forms = datetime_format(form, point)
    if forms is None:
        return invalid_argument(0)
    date_part, time_part = split_at_t(text)
    if fault := date_fault(forms[0], date_part):
        return fault
    behind = len(date_part) + 1
    if text[behind - 1 : behind] != "T":
        return behind
    fault = time_fault(forms[1], time_part, point)
    return fault and behind + fault


def _point(decimal_comma: bool) -> str:
    return "," if decimal_comma else "."


def _is_time(seconds: Number) -> bool:
    return 0 <= whole(seconds) <= SECONDS_IN_DAY


def _is_offset(offset: Number | None) -> bool:
    return offset is None or abs(whole(offset)) < 1440


def _minutes(offset: Number | None) -> int:
    return 0 if offset is None else whole(offset)


def _date(form: DateFormat, number: int) -> str:
    hyphen = "-" if form.hyphens else ""
    if form.days == "MMDD":
        year, month, day = calendar_date(number)
        return f"{year:04d}{hyphen}{month:02d}{hyphen}{day:02d}"
    if form.days == "DDD":
        year, day = ordinal_date(number)
        return f"{year:04d}{hyphen}{day:03d}"
    year, week = iso_week(number)
    return f"{year:04d}{hyphen}W{week:02d}{hyphen}{remainder(number - 1, 7) + 1:d}"


def _time(form: TimeFormat, seconds: Scaled, offset: int, point: str) -> tuple[str, int]:
    """The time written out, and by how many days turning it into UTC moves the date."""
    minutes, second = divmod(seconds.whole(), 60)
    hour, minute = divmod(minutes, 60)
    days = 0
    if form.zone == "Z":
        hour, minute, days = _in_utc(hour, minute, offset)
    colon = ":" if form.colons else ""
    text = f"{hour:02d}{colon}{minute:02d}{colon}{second:02d}"
    if form.decimals:
        fraction = seconds - Scaled(seconds.whole())
        digits = str(fraction.number).rjust(fraction.places, "0") if fraction.places else ""
        text += point + digits[: form.decimals].ljust(form.decimals, "0")
    if form.zone == "Z":
        text += "Z"
    elif form.zone:
        text += f"{quotient(offset, 60):+03d}{colon}{abs(offset) % 60:02d}"
    return text, days


def _in_utc(hour: int, minute: int, offset: int) -> tuple[int, int, int]:
    hour -= quotient(offset, 60)
    minute -= remainder(offset, 60)
    if minute >= 60:
        hour, minute = hour + 1, minute - 60
    elif minute < 0:
        hour, minute = hour - 1, minute + 60
    if hour >= 24:
        return hour - 24, minute, 1
    return (hour + 24, minute, -1) if hour < 0 else (hour, minute, 0)


def _datetime(
    forms: tuple[DateFormat, TimeFormat], number: int, seconds: Scaled, offset: int, point: str
) -> str:
    time, days = _time(forms[1], seconds, offset, point)
    return f"{_date(forms[0], number + days)}T{time}"


def _day_number(form: DateFormat, text: str) -> int:
    """The day number of a date that passed the test."""
    digits = text.replace("-", "").replace("W", "")
    year = int(digits[:4])
    if form.days == "MMDD":
        return day_number(year, int(digits[4:6]), int(digits[6:8]))
    if form.days == "DDD":
        return day_number(year, 1, 1) + int(digits[4:7]) - 1
    return week_one(year) + (int(digits[4:6]) - 1) * 7 + int(digits[6]) - 1
