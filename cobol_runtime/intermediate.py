"""Intermediate results of a limited number of places, for programs that compute as IBM's compilers do.

Enterprise COBOL Programming Guide, appendix "Intermediate results and arithmetic precision".
"""

from __future__ import annotations

from decimal import Decimal

from cobol_runtime.arithmetic import divide
from cobol_runtime.rounding import truncated

Number = int | Decimal


def carried(value: Number, integer: int, decimals: int) -> Number:
    """`value` cut to `integer` places before and `decimals` places behind the decimal point; NaN stays NaN."""
    if isinstance(value, Decimal) and not value.is_finite():
        return value
    cut = truncated(value, decimals)
    limit = 10**integer
    return cut if -limit < cut < limit else cut % limit if cut > 0 else -(-cut % limit)


def fixed_power(base: Number, exponent: Number, places: tuple[int, int], dmax: int, capacity: int) -> Number:
    """`base`, of (integer, decimal) `places`, to a whole `exponent` as a succession of multiplications.

    Each product carries what multiplication of fixed-point numbers carries; the result has `dmax` decimal places.
    A negative exponent divides one by the power. Zero to the power zero, or to a negative power, is NaN (size error).
    """
    times = abs(int(exponent))
    if base == 0 and exponent <= 0:
        return Decimal("NaN")
    result, integer, decimals = base if times else 1, *places
    for _ in range(times - 1):
        integer, decimals = kept_places(integer + places[0], decimals + places[1], dmax, capacity)
        result = carried(result * base, integer, decimals)
    if exponent < 0:
        result = divide(1, result)
    return truncated(result, dmax)


def kept_places(integer: int, decimals: int, dmax: int, capacity: int) -> tuple[int, int]:
    """The integer and decimal places of a result that may have `capacity` digits (the manual's table)."""
    if integer + decimals <= capacity:
        return integer, decimals
    if decimals <= dmax:
        return capacity - decimals, decimals
    if integer + dmax <= capacity:
        return integer, capacity - integer
    return capacity - dmax, dmax
