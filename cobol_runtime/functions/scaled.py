"""The numbers intrinsic functions compute with: a whole number and how many of its digits are decimal places.

Function results are cut to their shortest form (no trailing zeros behind the point), but inside a function the number of
decimal places decides how many digits a quotient gets, so it is kept apart from the value here.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from typing import TypeAlias

MAXIMUM_DIGITS = 38
_EXACT = Context(prec=100_000, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])

Number: TypeAlias = int | Decimal
"""A COBOL number; NaN, the result of an impossible operation, counts as zero when it is an argument."""


@dataclass(frozen=True, slots=True)
class Scaled:
    """*number* divided by ten to the power of *places*."""

    number: int
    places: int = 0

    def __add__(self, other: Scaled) -> Scaled:
        left, right, places = self._aligned(other)
        return Scaled(left + right, places)

    def __sub__(self, other: Scaled) -> Scaled:
        left, right, places = self._aligned(other)
        return Scaled(left - right, places)

    def __mul__(self, other: Scaled) -> Scaled:
        return Scaled(self.number * other.number, self.places + other.places)

    def __truediv__(self, other: Scaled) -> Scaled:
        """The quotient, cut off 38 places behind those the dividend has beyond the divisor's.

        The divisor is not zero.
        """
        if self.number == 0:
            return Scaled(0)
        places = self.places - other.places
        shift = MAXIMUM_DIGITS + max(-places, 0)
        return Scaled(quotient(self.number * 10**shift, other.number), places + shift)

    def __neg__(self) -> Scaled:
        return Scaled(-self.number, self.places)

    def __lt__(self, other: Scaled) -> bool:
        left, right, _ = self._aligned(other)
        return left < right

    def __gt__(self, other: Scaled) -> bool:
        return other < self

    def power(self, times: int) -> Scaled:
        """The product of *times* (positive) factors."""
        return Scaled(self.number**times, self.places * times)

    def trimmed(self) -> Scaled:
        """The same value without zeros at the end of its decimal places."""
        number, places = self.number, self.places
        if number == 0:
            return Scaled(0)
        while places > 0 and number % 10 == 0:
            number //= 10
            places -= 1
        return Scaled(number, places)

    def whole(self) -> int:
        """The value without its decimals."""
        if self.places > 0:
            return quotient(self.number, 10**self.places)
        shift: int = 10**-self.places
        return self.number * shift

    def value(self) -> Number:
        """The function result: an `int` when nothing is behind the point, else a `Decimal` in its shortest form."""
        trimmed = self.trimmed()
        return trimmed.decimal() if trimmed.places > 0 else trimmed.whole()

    def decimal(self) -> Decimal:
        """The value as a `Decimal` with the same decimal places."""
        return _EXACT.scaleb(Decimal(self.number), -self.places)

    def _aligned(self, other: Scaled) -> tuple[int, int, int]:
        places = max(self.places, other.places)
        left = self.number * 10 ** (places - self.places)
        right = other.number * 10 ** (places - other.places)
        return left, right, places


ZERO = Scaled(0)
ONE = Scaled(1)


def argument(value: Number) -> Scaled:
    """*value* as a function sees it: with as many decimal places as its item has."""
    if isinstance(value, int):
        return Scaled(value)
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        return ZERO
    return Scaled(int(_EXACT.scaleb(value, -exponent)), -exponent)


def whole(value: Number) -> int:
    """An integer argument: decimals cut off, and only what a 32-bit signed number keeps of it."""
    return int32(argument(value).whole())


def int32(value: int) -> int:
    """*value* as a 32-bit signed number, bits above lost."""
    return (value + 2**31) % 2**32 - 2**31


def quotient(dividend: int, divisor: int) -> int:
    """The whole quotient, cut off toward zero."""
    result = abs(dividend) // abs(divisor)
    return result if (dividend < 0) == (divisor < 0) else -result


def remainder(dividend: int, divisor: int) -> int:
    """What :func:`quotient` leaves; it has the sign of the dividend."""
    return dividend - quotient(dividend, divisor) * divisor
