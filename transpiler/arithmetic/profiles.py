"""Places of intermediate results (Enterprise COBOL Programming Guide, appendix on intermediate results and precision).

Under the IBM profiles every operand and every intermediate result has a number of integer places and of decimal places that
is known while converting; digits that find no place are cut off, not rounded. The gnucobol profile has no such limit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Profile:
    """A named arithmetic. `capacity` is the most digits an intermediate result carries, None for no limit."""

    name: str
    capacity: int | None


PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        profile.name: profile
        for profile in (Profile("gnucobol", None), Profile("ibm-compat", 30), Profile("ibm-extend", 31))
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
