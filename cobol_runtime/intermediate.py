"""Intermediate results of a limited number of places, for programs that compute as IBM's compilers do.

Enterprise COBOL Programming Guide, appendix "Intermediate results and arithmetic precision".
"""

from __future__ import annotations

from decimal import Decimal

from cobol_runtime.arithmetic import UndefinedPower, divide
from cobol_runtime.rounding import truncated

Number = int | Decimal


def carried(value: Number, integer: int, decimals: int) -> Number:
    """`value` cut to `integer` places before and `decimals` places behind the decimal point; NaN stays NaN."""
    if isinstance(value, Decimal) and not value.is_finite():
        return value
    cut = truncated(value, decimals)
    limit = 10**integer
    return cut if -limit < cut < limit else cut % limit if cut > 0 else -(-cut % limit)


def fixed_power(
    base: Number, exponent: Number, places: tuple[int, int], *, decimals: int, digits: int
) -> Number:
    """`base`, of (integer, decimal) `places`, to a whole `exponent` as a succession of multiplications.

    Each product carries what multiplication of fixed-point numbers carries of `digits` digits; the result has `decimals`
    places, the dmax of its statement. A negative exponent divides one by the power. Exponents keep nine digits. Zero to the power of
    zero is 1 and a size error, zero to a negative power is NaN.
    """
    if base != base or exponent != exponent:
        return Decimal("NaN")
    times = abs(int(exponent)) % 1_000_000_000
    if base == 0 and exponent <= 0:
        return UndefinedPower(1) if exponent == 0 else Decimal("NaN")
    result, integer, fraction = base if times else 1, *places
    for _ in range(times - 1):
        integer, fraction = kept_places(integer + places[0], fraction + places[1], decimals, digits)
        product = carried(result * base, integer, fraction)
        if product == result and (product == 0 or base == 1):
            break
        result = product
    result = carried(result, digits - decimals, decimals)
    return divide(1, result, decimals) if exponent < 0 else result


def kept_places(integer: int, decimals: int, dmax: int, capacity: int) -> tuple[int, int]:
    """The integer and decimal places of a result that may have `capacity` digits (the manual's table)."""
    if integer + decimals <= capacity:
        return integer, decimals
    if decimals <= dmax:
        return capacity - decimals, decimals
    if integer + dmax <= capacity:
        return integer, capacity - integer
    return capacity - dmax, dmax
