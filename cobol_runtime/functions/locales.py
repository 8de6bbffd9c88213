"""Functions whose result goes by the locale (ISO 1989:2014, 15.51-15.54, and GnuCOBOL's own on money).

The locale is that of the environment (LC_ALL, LC_TIME, LC_COLLATE, LC_MONETARY, LANG), or C where the system does not have it. It
is set for the length of one function only, so that nothing else in the process changes.
"""

from __future__ import annotations

import locale
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date

from cobol_runtime.exceptions import invalid_argument
from cobol_runtime.functions.scaled import Number, int32, whole

_NOTHING = " " * 10
"""What the functions of dates and times give for an argument that is none."""
_EARLIEST_YEAR = 1601
_SECONDS_A_DAY = 86_400


def locale_date(day: Number | str) -> str:
    """LOCALE-DATE: YYYYMMDD as the locale writes dates; ten spaces for a date that does not exist."""
    given = _leading_digits(day, 8)
    if given is None or given // 10_000 < _EARLIEST_YEAR:
        return invalid_argument(_NOTHING)
    try:
        named = date(given // 10_000, given // 100 % 100, given % 100)
    except ValueError:
        return invalid_argument(_NOTHING)
    with _locale(locale.LC_TIME):
        return _bytes(named.strftime("%x"))


def locale_time(moment: Number | str) -> str:
    """LOCALE-TIME: HHMMSS as the locale writes times; ten spaces for an hour above 24, a minute or second above 59."""
    given = _leading_digits(moment, 6)
    return (
        invalid_argument(_NOTHING)
        if given is None
        else _time(given // 10_000, given // 100 % 100, given % 100)
    )


def locale_time_from_seconds(seconds: Number | str) -> str:
    """LOCALE-TIME-FROM-SECONDS: seconds since midnight as the locale writes times; ten spaces for none of a day, or a text."""
    count = -1 if isinstance(seconds, str) else whole(seconds)
    if not 0 <= count <= _SECONDS_A_DAY:
        return invalid_argument(_NOTHING)
    return _time(count // 3600, count // 60 % 60, count % 60)


def locale_compare(first: str, second: str) -> str:
    """LOCALE-COMPARE: "<", "=" or ">" as the locale orders two texts; spaces at the end do not count."""
    left, right = (text[:1] + text[1:].rstrip(" ") for text in (first, second))
    with _locale(locale.LC_COLLATE):
        order = locale.strcoll(left.partition("\0")[0], right.partition("\0")[0])
    return "<" if order < 0 else ">" if order > 0 else "="


def currency_symbol() -> str:
    """CURRENCY-SYMBOL of the locale, perhaps none."""
    return _bytes(_conventions()["currency_symbol"])


def monetary_decimal_point() -> str:
    """MONETARY-DECIMAL-POINT of the locale, perhaps none."""
    return _bytes(_conventions()["mon_decimal_point"])


def monetary_thousands_separator() -> str:
    """MONETARY-THOUSANDS-SEPARATOR of the locale, perhaps none."""
    return _bytes(_conventions()["mon_thousands_sep"])


@contextmanager
def _locale(category: int) -> Iterator[None]:
    """Do something in the locale that the environment names for *category*."""
    before = locale.setlocale(category)
    with suppress(locale.Error):
        locale.setlocale(category, "")
    try:
        yield
    finally:
        locale.setlocale(category, before)


def _leading_digits(given: Number | str, count: int) -> int | None:
    """A number as it is, or the first *count* characters of a text; None when they are not digits."""
    if not isinstance(given, str):
        return whole(given)
    digits = given[:count]
    return int32(int(digits)) if len(digits) == count and digits.isascii() and digits.isdigit() else None


def _time(hours: int, minutes: int, seconds: int) -> str:
    if not (0 <= hours <= 24 and 0 <= minutes < 60 and 0 <= seconds < 60):
        return invalid_argument(_NOTHING)
    with _locale(locale.LC_TIME):
        shown = time.strftime("%X", (1900, 1, 1, hours % 24, minutes, seconds, 0, 1, -1))
    return _bytes(f"24{shown[2:]}" if hours == 24 and shown.startswith("00") else shown)


def _conventions() -> Mapping[str, str]:
    """What the locale says about numbers and money; the texts of it."""
    with _locale(locale.LC_MONETARY):
        return {name: part for name, part in locale.localeconv().items() if isinstance(part, str)}


def _bytes(text: str) -> str:
    """*text* as COBOL keeps it: one character for each of its bytes."""
    return text.encode("utf-8", "surrogateescape").decode("latin-1")
