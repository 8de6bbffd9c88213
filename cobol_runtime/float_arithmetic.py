"""Arithmetic in floating point, for programs that compute as IBM's compilers do.

Enterprise COBOL Programming Guide, "Floating-point data and intermediate results". Long precision is Python's `float`.
"""

from __future__ import annotations

import math
import struct
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, Context, Decimal

from cobol_runtime.exceptions import ZERO_DIVIDE, raise_condition
from cobol_runtime.rounding import rounded

_SINGLE = struct.Struct("=f")
_EXTENDED = Context(prec=34, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])
_DIGITS = Context(prec=18, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])


def float_quotient(dividend: float, divisor: float) -> float:
    """The quotient; that of a division by zero is NaN, which a receiver reports as its size error."""
    if divisor == 0:
        raise_condition(ZERO_DIVIDE)
        return math.nan
    return dividend / divisor


def float_power(base: float, exponent: float) -> float:
    """*base* ** *exponent*: infinite when it is too large, NaN where it is no real number."""
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return -math.inf if base < 0 and exponent % 2 == 1 else math.inf
    except ValueError:
        return math.nan


def extended_quotient(dividend: int | Decimal, divisor: int | Decimal) -> Decimal:
    """The quotient to 34 significant digits, as extended precision has them; NaN of a division by zero."""
    if divisor == 0:
        raise_condition(ZERO_DIVIDE)
        return Decimal("NaN")
    return _EXTENDED.divide(Decimal(dividend), Decimal(divisor))


def single(number: float) -> float:
    """*number* as COMP-1 holds it: the nearest number of single precision."""
    try:
        result: float = _SINGLE.unpack(_SINGLE.pack(number))[0]
    except OverflowError:
        return math.copysign(math.inf, number)
    return result


def fixed(number: float, scale: int) -> int | Decimal:
    """*number* as a fixed-point item takes it: 18 significant digits, rounded to *scale* decimal places; NaN when it is no number."""
    if not math.isfinite(number):
        return Decimal("NaN")
    return rounded(_DIGITS.create_decimal_from_float(number), scale)
