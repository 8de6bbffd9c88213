"""Comparison of text (ISO 1989:2002, 8.8.4.1): the shorter operand is filled with spaces."""

from __future__ import annotations

from decimal import Decimal

from cobol_runtime.figurative import Fill


def compare(left: str, right: str, collating: bytes | None = None) -> int:
    """Negative, zero or positive as *left* is less than, equal to or greater than *right*.

    A figurative constant takes the length of the other operand.

    *collating* gives the ordinal of each of the 256 characters; without it the native order is used.
    """
    if isinstance(right, Fill):
        first, second = str(left), right.to_length(len(left))
    elif isinstance(left, Fill):
        first, second = left.to_length(len(right)), right
    else:
        size = max(len(left), len(right))
        first, second = left.ljust(size), right.ljust(size)
    if collating is not None:
        one, two = first.encode("latin-1").translate(collating), second.encode("latin-1").translate(collating)
        return (one > two) - (one < two)
    return (first > second) - (first < second)


def same(left: str, right: str) -> bool:
    """Whether the texts are equal when the shorter one is filled with spaces."""
    if len(left) == len(right) or isinstance(left, Fill) or isinstance(right, Fill):
        return left == right
    return compare(left, right) == 0


def sign(value: int | Decimal) -> int:
    """-1, 0 or 1."""
    return (value > 0) - (value < 0)
