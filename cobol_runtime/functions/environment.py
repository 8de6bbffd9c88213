"""Functions that ask the run unit or the system: clock, random numbers, when the program was made, number punctuation."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from cobol_runtime.exceptions import clear, raise_condition
from cobol_runtime.functions.modules import written
from cobol_runtime.functions.scaled import Number, quotient, whole
from cobol_runtime.linkage import NOT_PASSED

if TYPE_CHECKING:
    from cobol_runtime.run_unit import RunUnit

_HIGHEST = 2**31 - 1


def current_date(run: RunUnit) -> str:
    """CURRENT-DATE: YYYYMMDDhhmmssnn and the difference from UTC as +hhmm, 21 characters."""
    return _stamp(run.clock.now())


def when_compiled(module_file: str) -> str:
    """WHEN-COMPILED: when the program's Python module was written, in the form of CURRENT-DATE; give its ``__file__``."""
    return _stamp(written(module_file))


def when_compiled_register(module_file: str) -> str:
    """The special register WHEN-COMPILED: the same moment as MM/DD/YYhh.mm.ss; give the module's ``__file__``."""
    return written(module_file).strftime("%m/%d/%y%H.%M.%S")


def seconds_past_midnight() -> int:
    """SECONDS-PAST-MIDNIGHT of the system's clock (as GnuCOBOL, COB_CURRENT_DATE does not change it)."""
    now = datetime.now()
    return now.hour * 3600 + now.minute * 60 + now.second


def random(run: RunUnit, seed: Number | None = None) -> Decimal:
    """RANDOM: the next number from 0 to 1 of the run unit's series, which *seed* (below zero: 0) starts anew.

    The series is that of the C library GnuCOBOL uses on Linux, so an unseeded program gets the same numbers every time. The
    result is the exact value of a 64-bit binary floating-point number.
    """
    if seed is not None:
        _series[run] = RandomSeries(max(whole(seed), 0))
    series = _series.setdefault(run, RandomSeries(1))
    return Decimal(series.next() / _HIGHEST)


def content_of(run: RunUnit, address: int, length: Number = 0) -> str:
    """CONTENT-OF: *length* characters of the storage at *address*, or those up to X"00" for a length of 0.

    Empty for NULL, and where X"00" is the first character.
    """
    stored = _stored(run, address)
    if not stored or not stored[0]:
        return ""
    size = whole(length)
    return (stored[:size] if size else stored.partition(b"\0")[0]).decode("latin-1")


def _stored(run: RunUnit, address: int) -> bytes:
    """The storage from *address* on; none, and EC-DATA-PTR-NULL, for NULL. An exception of before is forgotten, as GnuCOBOL does."""
    clear()
    area = run.addresses.area(address)
    if area is NOT_PASSED:
        raise_condition("EC-DATA-PTR-NULL")
        return b""
    return area.raw


def content_length(run: RunUnit, address: int) -> int:
    """CONTENT-LENGTH: how many characters there are from *address* to X"00"; 0 for NULL."""
    return len(content_of(run, address))


def numeric_decimal_point() -> str:
    """NUMERIC-DECIMAL-POINT: a point, GnuCOBOL keeps numbers free of the locale."""
    return "."


def numeric_thousands_separator() -> str:
    """NUMERIC-THOUSANDS-SEPARATOR: none, GnuCOBOL keeps numbers free of the locale."""
    return ""


class RandomSeries:
    """The additive feedback generator behind ``rand()`` of the GNU C library: numbers of 31 bits."""

    def __init__(self, seed: int) -> None:
        state = [seed or 1]
        for _ in range(30):
            high, low = quotient(state[-1], 127773), state[-1]
            following = 16807 * (low - high * 127773) - 2836 * high
            state.append(following + _HIGHEST if following < 0 else following)
        self._state = [value % 2**32 for value in state]
        self._front, self._rear = 3, 0
        for _ in range(310):
            self.next()

    def next(self) -> int:
        """The next number of the series."""
        total = (self._state[self._front] + self._state[self._rear]) % 2**32
        self._state[self._front] = total
        self._front = (self._front + 1) % 31
        self._rear = (self._rear + 1) % 31
        return total >> 1


_series: WeakKeyDictionary[RunUnit, RandomSeries] = WeakKeyDictionary()


def _stamp(moment: datetime) -> str:
    offset = moment.utcoffset()
    minutes = quotient(int(offset.total_seconds()), 60) if offset is not None else 0
    zone = f"{quotient(minutes, 60):+03d}{abs(minutes) % 60:02d}"
    return f"{moment:%Y%m%d%H%M%S}{moment.microsecond // 10000:02d}{zone}"
