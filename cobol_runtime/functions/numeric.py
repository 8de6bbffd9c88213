"""Arithmetic functions (ISO 1989:2014, 15): whole numbers, roots, logarithms, circular functions, finance.

Arguments out of range give zero, as GnuCOBOL does, and raise EC-ARGUMENT-FUNCTION.
A result that is not exact has 96 significant digits.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from cobol_runtime.exceptions import ZERO_DIVIDE, invalid_argument, raise_condition
from cobol_runtime.functions import transcendental
from cobol_runtime.functions.scaled import ONE, ZERO, Number, Scaled, argument, whole


def absolute(number: Number) -> Number:
    """ABS: the value without its sign; it shows with the digits of the argument."""
    value = argument(number)
    return (-value if value.number < 0 else value).value()


def sign(number: Number) -> int:
    """SIGN: -1, 0 or 1."""
    value = argument(number).number
    return (value > 0) - (value < 0)


def integer(number: Number) -> int:
    """INTEGER: the greatest whole number not greater than *number*."""
    value = argument(number)
    return value.number // 10**value.places if value.places > 0 else value.whole()


def integer_part(number: Number) -> int:
    """INTEGER-PART: *number* without its decimals."""
    return argument(number).whole()


def fraction_part(number: Number) -> Number:
    """FRACTION-PART: the decimals of *number*, with its sign."""
    value = argument(number)
    return (value - Scaled(value.whole())).value()


def mod(dividend: Number, divisor: Number) -> Number:
    """MOD: what dividing leaves when the quotient is rounded down; 0 for a divisor of 0."""
    if type(dividend) is int and type(divisor) is int and divisor:
        return dividend % divisor
    return _left_over(dividend, divisor, integer)


def rem(dividend: Number, divisor: Number) -> Number:
    """REM: what dividing leaves when the quotient is cut off; 0 for a divisor of 0."""
    return _left_over(dividend, divisor, integer_part)


def _left_over(dividend: Number, divisor: Number, to_whole: Callable[[Number], int]) -> Number:
    number, by = argument(dividend), argument(divisor)
    if by.number == 0:
        return invalid_argument(0)
    return (number - Scaled(to_whole((number / by).value())) * by).value()


def factorial(number: Number) -> int:
    """FACTORIAL: the product of the whole numbers up to *number*; 0 when it is negative."""
    return math.factorial(whole(number)) if whole(number) >= 0 else invalid_argument(0)


def sqrt(number: Number) -> Number:
    """SQRT: the square root; 0 when *number* is negative."""
    value = argument(number).trimmed()
    if value.number < 0:
        return invalid_argument(0)
    return transcendental.square_root(value).value() if value.number else 0


def exp(number: Number) -> Number:
    """EXP: e to the power of *number*."""
    return transcendental.exponential(argument(number)).value()


def exp10(number: Number) -> Number:
    """EXP10: ten to the power of *number*; exact for a whole one."""
    power = argument(number).trimmed()
    if power.places <= 0 and power.number < 0:
        return Scaled(1, -power.whole()).value()
    result = transcendental.raised(Scaled(10), power)
    assert result is not None
    return result.value()


def log(number: Number) -> Number:
    """LOG: the natural logarithm; 0 when *number* is not positive."""
    value = argument(number)
    return transcendental.natural_logarithm(value).value() if value.number > 0 else invalid_argument(0)


def log10(number: Number) -> Number:
    """LOG10: the logarithm to the base 10; 0 when *number* is not positive."""
    value = argument(number)
    return transcendental.decimal_logarithm(value).value() if value.number > 0 else invalid_argument(0)


def e() -> Number:
    """E: the base of natural logarithms."""
    return transcendental.exponential(ONE).value()


def pi() -> Number:
    """PI: the ratio of a circle's circumference to its diameter."""
    return transcendental.pi_constant().value()


def sin(angle: Number) -> Number:
    """SIN of an angle in radians."""
    return transcendental.sine(argument(angle)).value()


def cos(angle: Number) -> Number:
    """COS of an angle in radians."""
    return transcendental.cosine(argument(angle)).value()


def tan(angle: Number) -> Number:
    """TAN of an angle in radians."""
    return transcendental.tangent(argument(angle)).value()


def asin(number: Number) -> Number:
    """ASIN: the angle in radians whose sine is *number*; 0 outside -1 to 1."""
    value = argument(number)
    return transcendental.arc_sine(value).value() if _is_sine(value) else invalid_argument(0)


def acos(number: Number) -> Number:
    """ACOS: the angle in radians whose cosine is *number*; 0 outside -1 to 1."""
    value = argument(number)
    return transcendental.arc_cosine(value).value() if _is_sine(value) else invalid_argument(0)


def atan(number: Number) -> Number:
    """ATAN: the angle in radians whose tangent is *number*."""
    return transcendental.arc_tangent(argument(number)).value()


def _is_sine(value: Scaled) -> bool:
    return not (value < -ONE or value > ONE)


def annuity(rate: Number, periods: Number) -> Number:
    """ANNUITY: the payment at the end of each of *periods* for a loan of 1 at *rate* a period.

    0 when the rate is negative or the periods are not a positive number without decimal places.
    """
    interest, count = argument(rate), argument(periods)
    if interest.number < 0 or count.number <= 0 or count.places != 0:
        return invalid_argument(0)
    if interest.number == 0:
        return (ONE / count).value()
    discount = transcendental.raised(interest + ONE, -count)
    assert discount is not None
    return (interest.trimmed() / (ONE - discount).trimmed()).value()


def present_value(rate: Number, *amounts: Number) -> Number:
    """PRESENT-VALUE: what *amounts*, due at the ends of periods with discount *rate*, are worth now.

    0 for a rate of -1, which would divide by zero.
    """
    growth = argument(rate) + ONE
    if growth.number == 0:
        raise_condition(ZERO_DIVIDE)
        return 0
    total = ZERO
    for period, amount in enumerate(amounts, 1):
        total = total + argument(amount) / growth.power(period)
    return total.value()


def highest_algebraic(digits: int, scale: int = 0, *, signed: bool = False, bits: int = 0) -> Number:
    """HIGHEST-ALGEBRAIC of an item of *digits*, *scale* of them decimals, or of a binary item that keeps all *bits*."""
    highest: int = 2 ** (bits - signed) - 1 if bits else 10**digits - 1
    return Scaled(highest, scale).value()


def lowest_algebraic(digits: int, scale: int = 0, *, signed: bool = False, bits: int = 0) -> Number:
    """LOWEST-ALGEBRAIC of an item of *digits*, *scale* of them decimals, or of a binary item that keeps all *bits*."""
    lowest: int = 2 ** (bits - 1) if bits else 10**digits - 1
    return Scaled(-lowest, scale).value() if signed else 0
