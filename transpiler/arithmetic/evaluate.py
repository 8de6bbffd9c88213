"""Evaluates arithmetic for given operand values under a profile, as the generated program does."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Mapping
from decimal import MAX_EMAX, MIN_EMIN, ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

from cobol_parser import ast
from transpiler.arithmetic.floating import Precision
from transpiler.arithmetic.profiles import Places, Profile, carried, product_places
from transpiler.arithmetic.steps import Cut, Leaf, Negation, Operation, Power, Step, Succession

EXACT = Context(prec=2_000, rounding=ROUND_DOWN, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])
UNLIMITED_DIGITS = 38
"""Decimal places a quotient has beyond its dividend's where the profile sets no limit (GnuCOBOL)."""
MOST_TIMES = 200
"""Larger exponents are not tried."""

Values = Mapping[ast.Expression, Decimal]
"""The value of every operand of the expression, with as many decimal places as the item has."""


class Undefined(Exception):
    """No value that can be told: an exponent that is too large, a power that is no real number, zero to the power of zero."""


class SizeError(Exception):
    """A division by zero, or zero to a negative power."""


def evaluate(step: Step, values: Values, profile: Profile, dmax: int) -> Decimal:
    """The value of a fixed-point expression. Raises Undefined."""
    if isinstance(step, Leaf):
        return _leaf(step, values)
    if isinstance(step, Negation):
        return evaluate(step.operand, values, profile, dmax).copy_negate()
    if isinstance(step, Operation):
        left = evaluate(step.left, values, profile, dmax)
        return _operation(step, left, evaluate(step.right, values, profile, dmax))
    base = evaluate(step.base, values, profile, dmax)
    if isinstance(step, Power):
        if base == 0 and step.times == 0:
            raise Undefined
        return EXACT.power(base, step.times)
    return _succession(step, base, evaluate(step.exponent, values, profile, dmax), profile, dmax)


def _leaf(leaf: Leaf, values: Values) -> Decimal:
    if leaf.literal is None:
        assert leaf.node is not None
        return _operand(leaf.node, values)
    whole = leaf.literal == leaf.literal.to_integral_value()
    return Decimal(int(leaf.literal)) if whole else leaf.literal


def _operand(node: ast.Expression, values: Values) -> Decimal:
    if isinstance(node, ast.NumericLiteral):
        return node.value
    if node not in values:
        raise Undefined
    return values[node]


def _operation(step: Operation, left: Decimal, right: Decimal) -> Decimal:
    if step.operator == "/":
        value = _quotient(left, right, step.places.decimals if step.cut is Cut.DECIMALS else None)
    else:
        value = _EXACTLY[step.operator](left, right)
        if step.cut is Cut.DECIMALS:
            value = cut_off(value, step.places.decimals)
    return _within(value, step.places) if step.cut is Cut.DIGITS else value


_EXACTLY: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": EXACT.add,
    "-": EXACT.subtract,
    "*": EXACT.multiply,
}


def _quotient(dividend: Decimal, divisor: Decimal, decimals: int | None) -> Decimal:
    if divisor == 0:
        raise SizeError
    if dividend == 0:
        return Decimal(0)
    if decimals is None:
        decimals = UNLIMITED_DIGITS + max(_scale(dividend) - _scale(divisor), 0)
    return cut_off(EXACT.divide(dividend, divisor), decimals)


def _scale(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return -exponent


def _within(value: Decimal, places: Places) -> Decimal:
    """`value` without the digits for which there is no place on either side."""
    return EXACT.remainder(cut_off(value, places.decimals), EXACT.power(Decimal(10), places.integer))


def _succession(step: Succession, base: Decimal, exponent: Decimal, profile: Profile, dmax: int) -> Decimal:
    if base == 0 and exponent < 0 and profile.capacity is not None:
        raise SizeError
    if base == 0 and exponent <= 0:
        raise Undefined
    if profile.capacity is None:
        return _unlimited_power(base, exponent)
    times = abs(int(exponent))
    if times > MOST_TIMES:
        raise Undefined
    result, places = base if times else Decimal(1), step.base.places
    for _ in range(times - 1):
        places = carried(product_places(places, step.base.places), dmax, profile.capacity)
        result = _within(EXACT.multiply(result, base), places)
    result = _within(result, step.places)
    return _quotient(Decimal(1), result, dmax) if exponent < 0 else result


def _unlimited_power(base: Decimal, exponent: Decimal) -> Decimal:
    if exponent == 0:
        return Decimal(1)
    base, exponent = _trimmed(base), _trimmed(exponent)
    if exponent != exponent.to_integral_value():
        return _root(base, exponent)
    if abs(exponent) > MOST_TIMES:
        raise Undefined
    power = EXACT.power(base, abs(int(exponent)))
    return power if exponent > 0 else _trimmed(_quotient(Decimal(1), power, None))


def _root(base: Decimal, exponent: Decimal) -> Decimal:
    """A fractional power to 96 significant digits."""
    if base <= 0:
        raise Undefined
    if exponent == Decimal("0.5"):
        root = base.sqrt(_PRECISE)
    else:
        root = _PRECISE.exp(_PRECISE.multiply(_PRECISE.ln(base), exponent))
    return _trimmed(_NINETY_SIX.plus(root))


_PRECISE = Context(prec=330, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])
_NINETY_SIX = Context(prec=96, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])


def _trimmed(value: Decimal) -> Decimal:
    whole = value == value.to_integral_value()
    return Decimal(int(value)) if whole else value.normalize(EXACT)


def cut_off(value: Decimal, decimals: int) -> Decimal:
    """`value` without the digits behind `decimals` places."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_DOWN, context=EXACT)


def stored(value: Decimal, places: Places, *, rounded: bool, signed: bool) -> Decimal:
    """What a receiver of `places` keeps of `value`: rounded or cut off, high-order digits lost."""
    rounding = ROUND_HALF_UP if rounded else ROUND_DOWN
    kept = value.quantize(Decimal(1).scaleb(-places.decimals), rounding=rounding, context=EXACT)
    kept = EXACT.remainder(kept, EXACT.power(Decimal(10), places.integer))
    return kept if signed else abs(kept)


# --- floating point

_EIGHTEEN = Context(prec=18, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])
_SINGLE = struct.Struct("=f")


def evaluate_floating(node: ast.Expression, values: Values, precision: Precision) -> float:
    """The value of an expression in single or long precision. Raises Undefined."""
    if isinstance(node, ast.Parenthesized):
        return evaluate_floating(node.operand, values, precision)
    if isinstance(node, ast.UnaryOperation):
        value = evaluate_floating(node.operand, values, precision)
        return -value if node.operator == "-" else value
    if not isinstance(node, ast.BinaryOperation):
        return float(_operand(node, values))
    left = evaluate_floating(node.left, values, precision)
    right = evaluate_floating(node.right, values, precision)
    try:
        result = _FLOATING[node.operator](left, right)
        result = _SINGLE.unpack(_SINGLE.pack(result))[0] if precision is Precision.SINGLE else result
    except ZeroDivisionError as error:
        raise SizeError from error
    except (ArithmeticError, ValueError, struct.error) as error:
        raise Undefined from error
    if not math.isfinite(result):
        raise Undefined
    return result


_FLOATING: Mapping[str, Callable[[float, float], float]] = {
    "+": float.__add__,
    "-": float.__sub__,
    "*": float.__mul__,
    "/": float.__truediv__,
    "**": math.pow,
}


def fixed_of(number: float) -> Decimal:
    """A floating-point result as a fixed-point receiver sees it: 18 significant digits."""
    return _EIGHTEEN.create_decimal_from_float(number)
