"""Arithmetic beyond Python's exact + - *: quotients, powers, remainders (GnuCOBOL's intermediate results)."""

from __future__ import annotations

from decimal import Decimal

from cobol_runtime.rounding import places, scaled, unscaled

NOT_A_NUMBER = Decimal("NaN")
"""The result of a division by zero or an impossible power: a size error for the statement."""

MAXIMUM_DIGITS = 38


def exponent(value: int | Decimal) -> tuple[int, int]:
    """*value* as (whole number, number of decimal places)."""
    scale = places(value)
    return unscaled(value, scale), scale


def divide(dividend: int | Decimal, divisor: int | Decimal) -> int | Decimal:
    """The quotient, cut off after 38 decimal places more than the dividend has beyond the divisor's.

    Division by zero is NaN, which a receiver reports as its size error.
    """
    if divisor == 0 or dividend != dividend or divisor != divisor:
        return NOT_A_NUMBER
    if dividend == 0:
        return 0
    (number, scale), (by, by_scale) = exponent(dividend), exponent(divisor)
    scale -= by_scale
    shift = MAXIMUM_DIGITS + (-scale if scale < 0 else 0)
    quotient = abs(number) * 10**shift // abs(by)
    if (number < 0) != (by < 0):
        quotient = -quotient
    return scaled(quotient, scale + shift)


def remainder(dividend: int | Decimal, divisor: int | Decimal, scale: int) -> int | Decimal:
    """DIVIDE … REMAINDER: what is left when the quotient is cut off after *scale* places, its receiver's."""
    quotient = divide(dividend, divisor)
    if quotient != quotient:
        return NOT_A_NUMBER
    return dividend - scaled(unscaled(quotient, scale), scale) * divisor


def power(base: int | Decimal, raised_to: int | Decimal) -> int | Decimal:
    """*base* ** *raised_to*; zero to the zero and roots of negative numbers are NaN."""
    if base == 0 and raised_to == 0:
        return NOT_A_NUMBER
    if base == 0:
        return 0 if raised_to > 0 else NOT_A_NUMBER
    if raised_to == int(raised_to):
        whole = int(raised_to)
        return base**whole if whole >= 0 else divide(1, base**-whole)
    if base < 0:
        return NOT_A_NUMBER
    return Decimal(float(base) ** float(raised_to))
