"""Functions of a list of values (ISO 1989:2014, 15): sums, means, spread, least and greatest.

Arguments are all numbers or all texts. Texts are compared as the program compares them: the shorter one filled with spaces, in the
program's *collating* sequence (ordinals of the 256 characters; None is the native one). Of equal values the first one counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cmp_to_key, reduce
from typing import overload

from cobol_runtime.compare import compare
from cobol_runtime.functions import transcendental
from cobol_runtime.functions.scaled import ZERO, Number, Scaled, argument


def sum_of(*numbers: Number) -> Number:
    """SUM of the arguments."""
    return _total(numbers).value()


def mean(*numbers: Number) -> Number:
    """MEAN: the arithmetic mean, cut off after 38 decimal places (more for arguments with decimals)."""
    return _mean(numbers).value()


def median(*numbers: Number) -> Number:
    """MEDIAN: the middle value, or the mean of the two middle ones."""
    ordered = sorted(numbers, key=cmp_to_key(order))
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else mean(ordered[middle - 1], ordered[middle])


def midrange(*numbers: Number) -> Number:
    """MIDRANGE: the mean of the least and the greatest argument."""
    return mean(minimum(*numbers), maximum(*numbers))


def range_of(*numbers: Number) -> Number:
    """RANGE: the greatest argument less the least."""
    return (argument(maximum(*numbers)) - argument(minimum(*numbers))).value()


def variance(*numbers: Number) -> Number:
    """VARIANCE: the mean of the squared distances from the mean."""
    return _variance(numbers).value()


def standard_deviation(*numbers: Number) -> Number:
    """STANDARD-DEVIATION: the square root of the variance."""
    value = _variance(numbers).trimmed()
    return transcendental.square_root(value).value() if value.number else 0


@overload
def maximum(*values: int, collating: bytes | None = None) -> int: ...
@overload
def maximum(*values: Number, collating: bytes | None = None) -> Number: ...
@overload
def maximum(*values: str, collating: bytes | None = None) -> str: ...
def maximum(*values: str | Number, collating: bytes | None = None) -> str | Number:
    """MAX: the greatest argument."""
    return values[ord_max(*values, collating=collating) - 1]


@overload
def minimum(*values: int, collating: bytes | None = None) -> int: ...
@overload
def minimum(*values: Number, collating: bytes | None = None) -> Number: ...
@overload
def minimum(*values: str, collating: bytes | None = None) -> str: ...
def minimum(*values: str | Number, collating: bytes | None = None) -> str | Number:
    """MIN: the least argument."""
    return values[ord_min(*values, collating=collating) - 1]


def ord_max(*values: str | int | Decimal, collating: bytes | None = None) -> int:
    """ORD-MAX: the place (from 1) of the greatest argument."""
    greatest = 0
    for place, value in enumerate(values):
        if order(value, values[greatest], collating) > 0:
            greatest = place
    return greatest + 1


def ord_min(*values: str | int | Decimal, collating: bytes | None = None) -> int:
    """ORD-MIN: the place (from 1) of the least argument."""
    least = 0
    for place, value in enumerate(values):
        if order(value, values[least], collating) < 0:
            least = place
    return least + 1


def order(left: str | int | Decimal, right: str | int | Decimal, collating: bytes | None = None) -> int:
    """Negative, zero or positive as *left* is less than, equal to or greater than *right*, both numbers or both texts."""
    if isinstance(left, str) and isinstance(right, str):
        return compare(left, right, collating)
    if isinstance(left, str) or isinstance(right, str):
        raise TypeError("arguments of one function are all numbers or all texts")
    return (left > right) - (left < right)


def _total(numbers: Sequence[Number]) -> Scaled:
    return reduce(Scaled.__add__, map(argument, numbers), ZERO)


def _mean(numbers: Sequence[Number]) -> Scaled:
    return _total(numbers) / Scaled(len(numbers))


def _variance(numbers: Sequence[Number]) -> Scaled:
    if len(numbers) == 1:
        return ZERO
    middle = _mean(numbers)
    distances = (argument(number) - middle for number in numbers)
    return reduce(Scaled.__add__, (distance * distance for distance in distances), ZERO) / Scaled(
        len(numbers)
    )
