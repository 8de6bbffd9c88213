"""Places of the results of intrinsic functions (Enterprise COBOL Programming Guide, "Intrinsic functions evaluated in fixed-point
arithmetic").

Integer functions have no decimal places and so many digits as the manual's table says. MAX, MIN, RANGE, REM and SUM are worked out step by
step with the places of the operations that they stand for. All other numeric functions give floating point.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from types import MappingProxyType

from transpiler.arithmetic.profiles import Places, product_places, quotient_places, sum_places
from transpiler.intrinsics import INTRINSICS

NATIVE = Places(10, 0)
"""Places of lengths, positions and indexes: a fullword."""

_DIGITS: Mapping[str, int] = MappingProxyType(
    {
        "BYTE-LENGTH": 9, "DATE-OF-INTEGER": 8, "DATE-TO-YYYYMMDD": 8, "DAY-OF-INTEGER": 7, "DAY-TO-YYYYDDD": 7,
        "FACTORIAL": 31, "INTEGER-OF-DATE": 7, "INTEGER-OF-DAY": 7, "LENGTH": 9, "ORD": 3, "ORD-MAX": 9, "ORD-MIN": 9, "SIGN": 1,
        "YEAR-TO-YYYY": 4,
    }
)  # fmt: skip
"""Digits of integer functions whose result does not go by their arguments."""


def result_places(name: str, arguments: Sequence[Places | None]) -> Places | None:
    """Places of the result of function `name` for arguments of these places (None is floating point); None is floating point."""
    if name in _DIGITS:
        return Places(_DIGITS[name], 0)
    known = [places for places in arguments if places is not None]
    if name in ("INTEGER", "INTEGER-PART") and len(known) < len(arguments):
        return Places(31, 0)
    rule = _BY_ARGUMENTS.get(name)
    intrinsic = INTRINSICS.get(name)
    if rule is None and intrinsic is not None and intrinsic.result == "INTEGER":
        return NATIVE
    if rule is None or not known or len(known) < len(arguments):
        return None
    return rule(known)


def _largest(places: Sequence[Places]) -> Places:
    return Places(max(one.integer for one in places), max(one.decimals for one in places))


def _range(places: Sequence[Places]) -> Places:
    return sum_places(_largest(places), _largest(places))


def _sum(places: Sequence[Places]) -> Places:
    return reduce(sum_places, places, Places(1, 0))


def _remainder(places: Sequence[Places]) -> Places:
    dividend, divisor = places[0], places[-1]
    whole = Places(quotient_places(dividend, divisor, 0).integer, 0)
    return sum_places(dividend, product_places(whole, divisor))


_BY_ARGUMENTS: Mapping[str, Callable[[Sequence[Places]], Places]] = MappingProxyType(
    {
        "ABS": _largest,
        "INTEGER": lambda places: Places(places[0].integer + 1, 0),
        "INTEGER-PART": lambda places: Places(max(places[0].integer, 1), 0),
        "MAX": _largest,
        "MIN": _largest,
        "MOD": lambda places: Places(max(min(one.integer for one in places), 1), 0),
        "RANGE": _range,
        "REM": _remainder,
        "SUM": _sum,
    }
)
