"""Dates as numbers (ISO 1989:2014, 15): day 1 is Monday, 1 January 1601; the last is 31 December 9999, day 3067671.

Arguments are cut to whole numbers; those out of range give zero and raise EC-ARGUMENT-FUNCTION.
"""

from __future__ import annotations

from datetime import date, datetime

from cobol_runtime.exceptions import invalid_argument
from cobol_runtime.functions.scaled import Number, Scaled, argument, int32, quotient, remainder, whole

FIRST_YEAR, LAST_YEAR = 1601, 9999
LAST_DAY = 3067671
SECONDS_IN_DAY = 86400
_BEFORE_FIRST = date(FIRST_YEAR, 1, 1).toordinal() - 1
_MONTH_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def date_of_integer(day: Number) -> int:
    """DATE-OF-INTEGER: YYYYMMDD of a day number; shows with eight digits."""
    number = whole(day)
    if not 1 <= number <= LAST_DAY:
        return invalid_argument(0)
    year, month, day_of_month = calendar_date(number)
    return year * 10000 + month * 100 + day_of_month


def day_of_integer(day: Number) -> int:
    """DAY-OF-INTEGER: YYYYDDD of a day number; shows with seven digits."""
    number = whole(day)
    if not 1 <= number <= LAST_DAY:
        return invalid_argument(0)
    year, day_of_year = ordinal_date(number)
    return year * 1000 + day_of_year


def integer_of_date(yyyymmdd: Number) -> int:
    """INTEGER-OF-DATE: the day number of YYYYMMDD."""
    if test_date_yyyymmdd(yyyymmdd):
        return invalid_argument(0)
    year, month_and_day = divmod(whole(yyyymmdd), 10000)
    return day_number(year, *divmod(month_and_day, 100))


def integer_of_day(yyyyddd: Number) -> int:
    """INTEGER-OF-DAY: the day number of YYYYDDD."""
    if test_day_yyyyddd(yyyyddd):
        return invalid_argument(0)
    year, day_of_year = divmod(whole(yyyyddd), 1000)
    return day_number(year, 1, 1) + day_of_year - 1


def test_date_yyyymmdd(yyyymmdd: Number) -> int:
    """TEST-DATE-YYYYMMDD: 0 for a date, 1, 2 or 3 when year, month or day is wrong."""
    year, month_and_day = divmod(whole(yyyymmdd), 10000)
    month, day = divmod(month_and_day, 100)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return 1
    if not 1 <= month <= 12:
        return 2
    return 0 if 1 <= day <= days_in_month(year, month) else 3


def test_day_yyyyddd(yyyyddd: Number) -> int:
    """TEST-DAY-YYYYDDD: 0 for a date, 1 or 2 when year or day is wrong."""
    year, day = divmod(whole(yyyyddd), 1000)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return 1
    return 0 if 1 <= day <= days_in_year(year) else 2


def year_to_yyyy(year: Number, window: Number = 50, now: Number | None = None) -> int:
    """YEAR-TO-YYYY: a two-digit year in the hundred years that end *window* years after *now*.

    *now* is a four-digit year; without it, the year of the system's date (as GnuCOBOL, not that of COB_CURRENT_DATE).
    """
    short = whole(year)
    return _windowed(short, window, now) if short <= 99 else invalid_argument(0)


def date_to_yyyymmdd(yymmdd: Number, window: Number = 50, now: Number | None = None) -> int:
    """DATE-TO-YYYYMMDD: YYMMDD with a four-digit year; see :func:`year_to_yyyy`."""
    return _with_long_year(yymmdd, 10000, window, now)


def day_to_yyyyddd(yyddd: Number, window: Number = 50, now: Number | None = None) -> int:
    """DAY-TO-YYYYDDD: YYDDD with a four-digit year; see :func:`year_to_yyyy`."""
    return _with_long_year(yyddd, 1000, window, now)


def combined_datetime(day: Number, seconds: Number) -> Number:
    """COMBINED-DATETIME: the day number with the seconds past midnight as hundred-thousandths behind the point."""
    number, time = whole(day), argument(seconds)
    if not 1 <= number <= LAST_DAY or time > Scaled(SECONDS_IN_DAY):
        return invalid_argument(0)
    return (Scaled(number) + time / Scaled(100000)).value()


def calendar_date(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number; a day before the first or after the last still has a date of some sort."""
    if 1 <= number <= LAST_DAY:
        found = date.fromordinal(number + _BEFORE_FIRST)
        return found.year, found.month, found.day
    year, day_of_year = ordinal_date(number)
    return year, 1, day_of_year


def ordinal_date(number: int) -> tuple[int, int]:
    """Year and day of the year of a day number."""
    if number < 1:
        return FIRST_YEAR, number
    if number > LAST_DAY:
        return LAST_YEAR + 1, number - LAST_DAY
    found = date.fromordinal(number + _BEFORE_FIRST)
    return found.year, found.timetuple().tm_yday


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day that exists."""
    return date(year, month, day).toordinal() - _BEFORE_FIRST


def is_leap_year(year: int) -> bool:
    """Whether *year* has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_year(year: int) -> int:
    """365 or 366."""
    return 365 + is_leap_year(year)


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return _MONTH_LENGTHS[month] + (month == 2 and is_leap_year(year))


def _with_long_year(short: Number, unit: int, window: Number, now: Number | None) -> int:
    number = whole(short)
    year = quotient(number, unit)
    long_year = _windowed(year, window, now) if year <= 999999 else invalid_argument(0)
    return int32(long_year * unit + remainder(number, unit)) if long_year else 0


def _windowed(year: int, window: Number, now: Number | None) -> int:
    """*year* plus the hundreds of years that bring it into the window; 0 when an argument is out of range."""
    this_year = datetime.now().year if now is None else whole(now)
    last = this_year + whole(window)
    if year < 0 or not FIRST_YEAR <= this_year <= LAST_YEAR or not 1700 <= last <= 9999:
        return invalid_argument(0)
    century = last // 100 if last % 100 >= year else last // 100 - 1
    return year + 100 * century
