"""Arithmetic beyond Python's exact + - *: quotients, powers, remainders (GnuCOBOL's intermediate results)."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, Context, Decimal

from cobol_runtime.exceptions import ZERO_DIVIDE, raise_condition
from cobol_runtime.rounding import places, scaled, unscaled

NOT_A_NUMBER = Decimal("NaN")
"""The result of a division by zero or an impossible power: a size error for the statement."""

MAXIMUM_DIGITS = 38


def exponent(value: int | Decimal) -> tuple[int, int]:
    """*value* as (whole number, number of decimal places)."""
    scale = places(value)
    return unscaled(value, scale), scale


def divide(dividend: int | Decimal, divisor: int | Decimal, decimals: int | None = None) -> int | Decimal:
    """The quotient, cut off after *decimals* places; without them after 38 more than the dividend has beyond the divisor's.

    Division by zero is NaN, which a receiver reports as its size error.
    """
    if dividend != dividend or divisor != divisor:
        return NOT_A_NUMBER
    if divisor == 0:
        raise_condition(ZERO_DIVIDE)
        return NOT_A_NUMBER
    if dividend == 0:
        return 0
    (number, scale), (by, by_scale) = exponent(dividend), exponent(divisor)
    scale -= by_scale
    if decimals is None:
        decimals = MAXIMUM_DIGITS + max(scale, 0)
    shift = decimals - scale
    if shift >= 0:
        quotient = abs(number) * 10**shift // abs(by)
    else:
        quotient = abs(number) // (abs(by) * 10**-shift)
    if (number < 0) != (by < 0):
        quotient = -quotient
    return scaled(quotient, decimals)


def remainder(dividend: int | Decimal, divisor: int | Decimal, scale: int) -> int | Decimal:
    """DIVIDE … REMAINDER: what is left when the quotient is cut off after *scale* places, its receiver's."""
    quotient = divide(dividend, divisor)
    if quotient != quotient:
        return NOT_A_NUMBER
    return dividend - scaled(unscaled(quotient, scale), scale) * divisor


def power(base: int | Decimal, raised_to: int | Decimal) -> int | Decimal:
    """*base* ** *raised_to*: exact for whole exponents, else to 96 significant digits.

    Zero to the zero is `UndefinedPower`, zero to any other power 0; a root of a negative number is NaN.
    """
    if base != base or raised_to != raised_to:
        return NOT_A_NUMBER
    if raised_to == 0:
        return UndefinedPower(1) if base == 0 else 1
    if base == 0:
        return 0
    base, raised_to = trimmed(base), trimmed(raised_to)
    if isinstance(raised_to, int) and -(2**63) <= raised_to < 2**64:
        if raised_to > 0:
            return base**raised_to
        return trimmed(divide(1, base**-raised_to))
    if base < 0:
        return NOT_A_NUMBER
    if raised_to == ONE_HALF:
        root = Decimal(base).sqrt(PRECISE)
    else:
        root = PRECISE.exp(PRECISE.multiply(PRECISE.ln(Decimal(base)), Decimal(raised_to)))
    return trimmed(RESULT.plus(root))


def trimmed(value: int | Decimal) -> int | Decimal:
    """*value* without zeros at the end of its decimal places; an `int` when none is left."""
    if isinstance(value, int) or value != value:
        return value
    if value == value.to_integral_value():
        return int(value)
    return value.normalize()


class UndefinedPower(Decimal):
    """The value 1 that zero to the zero has: it is stored, but it is a size error."""


ONE_HALF = Decimal("0.5")
PRECISE = Context(prec=330, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])
RESULT = Context(prec=96, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])
