"""ROUNDED and truncation to the decimal places of a receiver (ISO 1989:2002, 14.7.3)."""

from __future__ import annotations

from decimal import (
    MAX_EMAX,
    MIN_EMIN,
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Context,
    Decimal,
    DefaultContext,
    setcontext,
)
from enum import Enum
from functools import cache

from cobol_runtime.exceptions import truncation

EXACT = Context(prec=100_000, rounding=ROUND_DOWN, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])
"""Sums and products of COBOL numbers never round, and a division by zero is a value (NaN), not an exception."""

DefaultContext.prec, DefaultContext.rounding = EXACT.prec, EXACT.rounding
DefaultContext.Emin, DefaultContext.Emax = EXACT.Emin, EXACT.Emax
DefaultContext.traps = dict.fromkeys(DefaultContext.traps, False)
setcontext(EXACT.copy())


class Rounding(Enum):
    """The modes of ROUNDED MODE IS; the value is the rounding of :mod:`decimal` with the same meaning."""

    TRUNCATION = ROUND_DOWN
    NEAREST_AWAY_FROM_ZERO = ROUND_HALF_UP
    NEAREST_TOWARD_ZERO = ROUND_HALF_DOWN
    NEAREST_EVEN = ROUND_HALF_EVEN
    AWAY_FROM_ZERO = ROUND_UP
    TOWARD_GREATER = ROUND_CEILING
    TOWARD_LESSER = ROUND_FLOOR
    PROHIBITED = "PROHIBITED"

    def __init__(self, rounding: str) -> None:
        self.rounding = rounding


def ten_to(exponent: int) -> int:
    """Ten to the power of *exponent*, which is not negative."""
    power: int = 10**exponent
    return power


def unscaled(value: int | Decimal, scale: int) -> int:
    """*value* times ten to the power of *scale* as a whole number, digits behind it cut off.

    *value* must be finite.
    """
    if isinstance(value, int):
        if scale >= 0:
            return value * ten_to(scale)
        cut = abs(value) // ten_to(-scale)
        return cut if value >= 0 else -cut
    return int(value.scaleb(scale))


def unscaled_rounded(value: int | Decimal, scale: int, mode: Rounding) -> int:
    """*value* times ten to the power of *scale* as a whole number, rounded by *mode*."""
    if mode is Rounding.TRUNCATION or mode is Rounding.PROHIBITED or (isinstance(value, int) and scale >= 0):
        return unscaled(value, scale)
    return int(Decimal(value).scaleb(scale).to_integral_value(mode.rounding))


def scaled(number: int, scale: int) -> int | Decimal:
    """*number* divided by ten to the power of *scale*: an `int` when *scale* is not positive, else a `Decimal`."""
    return number * (unit(scale) if scale > 0 else ten_to(-scale))


@cache
def unit(scale: int) -> Decimal:
    """One in the last of *scale* decimal places."""
    return Decimal((0, (1,), -scale))


def places(value: int | Decimal) -> int:
    """How many decimal places *value* is written with, zeros included."""
    if isinstance(value, int):
        return 0
    digits = str(value)
    if "E" in digits:
        exponent = value.as_tuple().exponent
        return -exponent if isinstance(exponent, int) else 0
    return len(digits) - digits.find(".") - 1 if "." in digits else 0


def truncated(value: int | Decimal, scale: int) -> int | Decimal:
    """*value* with the digits behind *scale* decimal places cut off (toward zero); NaN, which no item takes, stays."""
    if (type(value) is int and scale >= 0) or value != value:
        return value
    return scaled(unscaled(value, scale), scale)


def rounded(
    value: int | Decimal, scale: int, mode: Rounding = Rounding.NEAREST_AWAY_FROM_ZERO
) -> int | Decimal:
    """*value* rounded to *scale* decimal places; NaN, which no item takes, stays. Places that PROHIBITED loses are an exception."""
    if value != value:
        return value
    if scale > 0 and type(value) is Decimal and mode is not Rounding.PROHIBITED:
        return value.quantize(unit(scale), mode.rounding) or unit(scale) * 0
    result = scaled(unscaled_rounded(value, scale, mode), scale)
    if mode is Rounding.PROHIBITED and result != value:
        truncation()
    return result
