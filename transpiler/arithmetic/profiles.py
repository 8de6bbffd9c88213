"""Places of intermediate results (Enterprise COBOL Programming Guide, appendix on intermediate results and precision).

Under the IBM profiles every operand and every intermediate result has a number of integer places and of decimal places that
is known while converting; digits that find no place are cut off, not rounded. The gnucobol profile has no such limit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Profile:
    """A named arithmetic. `capacity` is the most digits an intermediate result carries, None for no limit."""

    name: str
    capacity: int | None
    extended: bool = False
    """ARITH(EXTEND): floating-point arithmetic is extended precision where ARITH(COMPAT) has long precision."""


PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        profile.name: profile
        for profile in (
            Profile("gnucobol", None),
            Profile("ibm-compat", 30),
            Profile("ibm-extend", 31, extended=True),
        )
    }
)


@dataclass(frozen=True, slots=True)
class Places:
    """Integer and decimal places of a fixed-point number."""

    integer: int
    decimals: int


def sum_places(left: Places, right: Places) -> Places:
    """Places of left + right and left - right."""
    return Places(max(left.integer, right.integer) + 1, max(left.decimals, right.decimals))


def product_places(left: Places, right: Places) -> Places:
    """Places of left * right."""
    return Places(left.integer + right.integer, left.decimals + right.decimals)


def quotient_places(dividend: Places, divisor: Places, dmax: int) -> Places:
    """Places of dividend / divisor; `dmax` is the largest number of decimal places the statement asks for."""
    return Places(dividend.integer + divisor.decimals, max(dividend.decimals - divisor.decimals, dmax))


def carried(places: Places, dmax: int, capacity: int) -> Places:
    """The places of a result that are kept when it may have `capacity` digits."""
    integer, decimals = places.integer, places.decimals
    if integer + decimals <= capacity:
        return places
    if decimals <= dmax:
        return Places(capacity - decimals, decimals)
    if integer + dmax <= capacity:
        return Places(integer, capacity - integer)
    return Places(capacity - dmax, dmax)


def power_places(
    base: Places, literal: Decimal | None, times: int, capacity: int, *, odd_needed: bool
) -> Places | None:
    """Places of a power whose exponent is a whole literal of magnitude `times`; `literal` is the value of a literal base.

    None when so many digits do not fit and the power has the places of one with a variable exponent. With `odd_needed`
    (ARITH(COMPAT)) a result of exactly `capacity` digits fits when the base has an odd number of them, else never.
    """
    decimals = base.decimals * times
    if decimals > capacity:
        return None
    integer = base.integer * times if literal is None else _integer_digits(literal, times, capacity)
    digits = integer + decimals
    own = base.integer + base.decimals
    if digits < capacity or (digits == capacity and ((odd_needed and own % 2) or times == 1)):
        return Places(max(integer, 1), decimals)
    return None


def _integer_digits(literal: Decimal, times: int, capacity: int) -> int:
    """Digits before the point of abs(literal) ** times; more than `capacity` when there are too many to count."""
    value = abs(literal)
    if value <= 1:
        return int(value == 1)
    if value >= 2 and times > 4 * capacity:
        return capacity + 1
    power = _WIDE.power(value, times)
    return power.adjusted() + 1 if power >= 1 else 0


_WIDE = Context(prec=200, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
