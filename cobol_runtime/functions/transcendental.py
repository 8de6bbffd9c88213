"""Roots, logarithms, powers and circular functions to 96 significant digits.

GnuCOBOL computes these with 2048-bit floating-point numbers and keeps 96 digits of the result, rounded half up. Here they are
computed with enough more digits that the 96 are right. GnuCOBOL's conversion to decimal loses a little in the 97th digit, so
about one of its results in a hundred has a 96th digit that is one less; no item is long enough to hold that digit.
"""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from cobol_runtime.functions.scaled import ONE, Scaled

RESULT_DIGITS = 96
WORKING_DIGITS = 260


def _context(digits: int) -> Context:
    return Context(prec=digits, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])


_WORK = _context(WORKING_DIGITS)
_RESULT = Context(prec=RESULT_DIGITS, rounding=ROUND_HALF_UP, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])


def square_root(value: Scaled) -> Scaled:
    """The square root of a number that is not negative."""
    return _kept(_WORK.sqrt(value.decimal()))


def exponential(value: Scaled) -> Scaled:
    """e to the power of *value*."""
    return _kept(_WORK.exp(value.decimal()))


def natural_logarithm(value: Scaled) -> Scaled:
    """The natural logarithm of a positive number."""
    return _kept(_WORK.ln(value.decimal()))


def decimal_logarithm(value: Scaled) -> Scaled:
    """The logarithm to the base 10 of a positive number."""
    return _kept(_WORK.log10(value.decimal()))


def raised(base: Scaled, power: Scaled) -> Scaled | None:
    """*base* to the power of *power*; None when *base* is negative and *power* not whole.

    Whole powers are exact, negative ones a quotient; zero to any power but zero is zero.
    """
    if power.number == 0:
        return ONE
    if base.number == 0:
        return Scaled(0)
    base, power = base.trimmed(), power.trimmed()
    if power.places <= 0:
        times = power.number * 10**-power.places
        if times > 0:
            return base.power(times).trimmed()
        return (ONE / base.power(-times).trimmed()).trimmed()
    if base.number < 0:
        return None
    if power == Scaled(5, 1):
        return square_root(base)
    logarithm = _WORK.ln(base.decimal())
    return _kept(_WORK.exp(_WORK.multiply(logarithm, power.decimal())))


def pi_constant() -> Scaled:
    """The ratio of a circle's circumference to its diameter."""
    return _kept(_pi(WORKING_DIGITS))


def sine(value: Scaled) -> Scaled:
    """The sine of an angle in radians."""
    return _kept(_sine(value.decimal()))


def cosine(value: Scaled) -> Scaled:
    """The cosine of an angle in radians."""
    return _kept(_cosine(value.decimal()))


def tangent(value: Scaled) -> Scaled:
    """The tangent of an angle in radians."""
    angle = value.decimal()
    return _kept(_WORK.divide(_sine(angle), _cosine(angle)))


def arc_tangent(value: Scaled) -> Scaled:
    """The angle in radians whose tangent is *value*."""
    return _kept(_arc_tangent(value.decimal()))


def arc_sine(value: Scaled) -> Scaled:
    """The angle in radians whose sine is *value*, which is between -1 and 1."""
    return _kept(_arc_sine(value.decimal()))


def arc_cosine(value: Scaled) -> Scaled:
    """The angle in radians whose cosine is *value*, which is between -1 and 1."""
    work, sine_of = _WORK, value.decimal()
    if sine_of == -1:
        return _kept(_pi(WORKING_DIGITS))
    opposite = work.sqrt(work.subtract(Decimal(1), work.multiply(sine_of, sine_of)))
    half = _arc_tangent(work.divide(opposite, work.add(Decimal(1), sine_of)))
    return _kept(work.multiply(half, Decimal(2)))


def _kept(value: Decimal) -> Scaled:
    """The first 96 significant digits of *value*, rounded half up."""
    rounded = _RESULT.plus(value)
    if not rounded:
        return Scaled(0)
    sign, digits, exponent = rounded.as_tuple()
    assert isinstance(exponent, int)
    number = int("".join(map(str, digits)))
    number = -number if sign else number
    if exponent >= 0:
        return Scaled(number * 10**exponent)
    return Scaled(number, -exponent).trimmed()


@lru_cache(maxsize=8)
def _pi(digits: int) -> Decimal:
    """Machin: pi = 16 arctan(1/5) - 4 arctan(1/239)."""
    one = 10 ** (digits + 10)
    number = 16 * _inverse_arc_tangent(5, one) - 4 * _inverse_arc_tangent(239, one)
    return _context(digits).divide(Decimal(number), Decimal(one))


def _inverse_arc_tangent(cotangent: int, one: int) -> int:
    term = one // cotangent
    total, divisor, sign = term, 1, 1
    while term:
        term //= cotangent * cotangent
        divisor += 2
        sign = -sign
        total += sign * (term // divisor)
    return total


def _sine(angle: Decimal) -> Decimal:
    quarter, rest = _reduced(angle)
    return (_sine_series(rest), _cosine_series(rest), -_sine_series(rest), -_cosine_series(rest))[quarter]


def _cosine(angle: Decimal) -> Decimal:
    quarter, rest = _reduced(angle)
    return (_cosine_series(rest), -_sine_series(rest), -_cosine_series(rest), _sine_series(rest))[quarter]


def _reduced(angle: Decimal) -> tuple[int, Decimal]:
    """The quarter turn nearest to *angle*, and what is left, in radians."""
    if abs(angle) < Decimal("0.75"):
        return 0, angle
    work = _context(WORKING_DIGITS + max(angle.adjusted(), 0) + 10)
    quarter_turn = work.divide(_pi(work.prec + 5), Decimal(2))
    turns = work.divide(angle, quarter_turn).to_integral_value(ROUND_HALF_EVEN, context=work)
    return int(turns) % 4, work.subtract(angle, work.multiply(turns, quarter_turn))


def _sine_series(angle: Decimal) -> Decimal:
    return _WORK.multiply(angle, _factorial_series(angle, 2)) if angle else Decimal(0)


def _cosine_series(angle: Decimal) -> Decimal:
    return _factorial_series(angle, 1)


def _factorial_series(angle: Decimal, first: int) -> Decimal:
    """1 - x²/(f·(f+1)) + x⁴/(f·…·(f+3)) - …"""
    work = _WORK
    square = work.multiply(angle, angle)
    total = term = Decimal(1)
    factor = first
    while True:
        term = work.divide(work.multiply(-term, square), Decimal(factor * (factor + 1)))
        following = work.add(total, term)
        if following == total:
            return total
        total, factor = following, factor + 2


def _arc_sine(value: Decimal) -> Decimal:
    work = _WORK
    if abs(value) == 1:
        return work.divide(work.multiply(_pi(WORKING_DIGITS), value), Decimal(2))
    adjacent = work.sqrt(work.subtract(Decimal(1), work.multiply(value, value)))
    half = _arc_tangent(work.divide(value, work.add(Decimal(1), adjacent)))
    return work.multiply(half, Decimal(2))


def _arc_tangent(value: Decimal) -> Decimal:
    """Halves the angle until the series is short, then doubles the result as often."""
    work, doublings = _WORK, 0
    while abs(value) > Decimal("0.05"):
        hypotenuse = work.sqrt(work.add(Decimal(1), work.multiply(value, value)))
        value = work.divide(value, work.add(Decimal(1), hypotenuse))
        doublings += 1
    square = work.multiply(value, value)
    total = power = value
    divisor = 1
    while power:
        power, divisor = work.multiply(-power, square), divisor + 2
        following = work.add(total, work.divide(power, Decimal(divisor)))
        if following == total:
            break
        total = following
    return work.multiply(total, Decimal(2**doublings))
