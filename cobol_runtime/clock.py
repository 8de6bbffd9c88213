"""The run unit's clock: ACCEPT FROM DATE, DAY and TIME, and the intrinsic functions of date and time.

The environment variable COB_CURRENT_DATE fixes the parts of the date and time it gives; the others stay the
real ones. It is read as GnuCOBOL 3.1.2 reads it: YYYY[/-]MM[/-]DD [HH:MM:SS[.nnn][Z|+hhmm|-hhmm]], the
separators optional, letters as in "YYYY/MM/DD 12:00" for parts left open, a year of two digits in this
century. A date that does not exist moves on (31 February is 2 or 3 March).
"""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone


@dataclass(slots=True)
class FixedParts:
    """The parts of date and time that COB_CURRENT_DATE fixes; None is left to the real clock."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    nanosecond: int | None = None
    utc_offset: int | None = None
    invalid: bool = False


class Clock:
    """Date and time of day as the program sees them."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        setting = environment.get("COB_CURRENT_DATE")
        self._fixed = FixedParts() if setting is None else _normalized(_Scanner(setting).parts())
        self.warning = (
            f"COB_CURRENT_DATE '{setting}' is invalid"
            if setting is not None and self._fixed.invalid
            else None
        )

    def now(self) -> datetime:
        """The current local date and time, with the parts fixed by COB_CURRENT_DATE; it knows its UTC offset."""
        nanoseconds = time.time_ns()
        real = time.localtime(nanoseconds // 1_000_000_000)
        fixed = self._fixed
        minutes = _utc_offset(real) if fixed.utc_offset is None else fixed.utc_offset
        parts = (
            _either(fixed.year, real.tm_year),
            _either(fixed.month, real.tm_mon),
            _either(fixed.day, real.tm_mday),
            _either(fixed.hour, real.tm_hour),
            _either(fixed.minute, real.tm_min),
            min(_either(fixed.second, real.tm_sec), 59),
        )
        if parts[2] > 28:
            parts = _normal(*parts)[:6]
        fraction = _either(fixed.nanosecond, nanoseconds % 1_000_000_000) // 1000
        return datetime(*parts, fraction, timezone(timedelta(minutes=minutes)))

    def date(self) -> str:
        """ACCEPT FROM DATE: YYMMDD."""
        return self.date_yyyymmdd()[2:]

    def date_yyyymmdd(self) -> str:
        """ACCEPT FROM DATE YYYYMMDD."""
        return f"{self.now():%Y%m%d}"

    def day(self) -> str:
        """ACCEPT FROM DAY: YYDDD."""
        return self.day_yyyyddd()[2:]

    def day_yyyyddd(self) -> str:
        """ACCEPT FROM DAY YYYYDDD."""
        return f"{self.now():%Y%j}"

    def day_of_week(self) -> str:
        """ACCEPT FROM DAY-OF-WEEK: 1 is Monday, 7 is Sunday."""
        return str(self.now().isoweekday())

    def time(self) -> str:
        """ACCEPT FROM TIME: HHMMSShh."""
        return _hundredths(self.now())


def _either(fixed: int | None, real: int) -> int:
    return real if fixed is None else fixed


def _hundredths(now: datetime) -> str:
    return f"{now:%H%M%S}{now.microsecond // 10_000:02d}"


def _utc_offset(local: time.struct_time) -> int:
    """Minutes that local time is ahead of UTC."""
    return (local.tm_gmtoff or 0) // 60


def _normal(year: int, month: int, day: int, hour: int, minute: int, second: int) -> time.struct_time:
    """The local time these parts mean when values too large carry over to the next part."""
    return time.localtime(time.mktime((year, month, day, hour, minute, second, 0, 0, -1)))


def _normalized(parts: FixedParts) -> FixedParts:
    """The fixed parts after values too large have carried over, the open ones taken from now."""
    now = time.localtime()
    whole = _normal(
        _either(parts.year, now.tm_year),
        _either(parts.month, now.tm_mon),
        _either(parts.day, now.tm_mday),
        _either(parts.hour, now.tm_hour),
        _either(parts.minute, now.tm_min),
        _either(parts.second, now.tm_sec),
    )
    return FixedParts(
        None if parts.year is None else whole.tm_year,
        None if parts.month is None else whole.tm_mon,
        None if parts.day is None else whole.tm_mday,
        None if parts.hour is None else whole.tm_hour,
        None if parts.minute is None else whole.tm_min,
        None if parts.second is None else whole.tm_sec,
        parts.nanosecond,
        parts.utc_offset,
        parts.invalid,
    )


class _Scanner:
    """Reads the value of COB_CURRENT_DATE from left to right."""

    def __init__(self, text: str) -> None:
        start = re.search(r"[Y0-9]", text)
        self._rest = text[start.start() :] if start else ""
        self._invalid = False

    def parts(self) -> FixedParts:
        """All parts. Each is looked for only as long as text is left."""
        year = self._year()
        month = self._part("M", 1, 12, "/-")
        day = self._part("D", 1, 31, "")
        self._rest = self._rest.lstrip(" \t\n\v\f\r")
        hour = self._part("H", 0, 23, ":-")
        minute = self._part("M", 0, 59, ":-")
        second = nanosecond = None
        if not self._rest.startswith(("Z", "+", "-")):
            second = self._part("S", 0, 60, "")
        if self._rest and not self._rest.startswith(("Z", "+", "-")):
            nanosecond = self._nanosecond()
        offset = self._utc_offset()
        return FixedParts(year, month, day, hour, minute, second, nanosecond, offset, self._invalid)

    def _digits(self, most: int) -> str:
        found = re.match(rf"[0-9]{{0,{most}}}", self._rest)
        digits = found[0] if found else ""
        self._rest = self._rest[len(digits) :]
        return digits

    def _year(self) -> int | None:
        if not self._rest:
            return None
        digits = self._digits(4)
        year = int(digits) if len(digits) in (2, 4) else None
        if year is None:
            self._open_part("Y")
        elif year < 100:
            year += 2000
        self._rest = self._rest.lstrip("/-")
        return year

    def _part(self, letter: str, low: int, high: int, separators: str) -> int | None:
        """Two digits, or *letter* for a part left open, and the separators behind it."""
        if not self._rest:
            return None
        digits = self._digits(2)
        value = int(digits) if len(digits) == 2 else None
        if value is None:
            self._open_part(letter)
        elif not low <= value <= high:
            self._invalid = True
        self._rest = self._rest.lstrip(separators) if separators else self._rest
        return value

    def _open_part(self, letter: str) -> None:
        if self._rest.startswith(letter):
            self._rest = self._rest.lstrip(letter)
        else:
            self._invalid = True

    def _nanosecond(self) -> int:
        if self._rest[0] in ".:":
            self._rest = self._rest[1:]
        return int(self._digits(9).ljust(9, "0"))

    def _utc_offset(self) -> int | None:
        """Minutes from Z, +hh, +hhmm or +hh:mm."""
        if self._rest.startswith("Z"):
            return 0
        if not self._rest.startswith(("+", "-")):
            return None
        found = re.match(r"[+-]([0-9]{2})(?::?([0-9]{2}))?", self._rest)
        if found is None:
            self._invalid = True
            return None
        minutes = int(found[1]) * 60 + int(found[2] or 0)
        return -minutes if self._rest[0] == "-" else minutes
