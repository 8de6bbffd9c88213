"""Evaluates an arithmetic expression for given operand values under a profile, as the generated program would."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import MAX_EMAX, MIN_EMIN, ROUND_DOWN, ROUND_HALF_UP, Context, Decimal

from cobol_parser import ast
from transpiler.arithmetic.profiles import (
    Places,
    Profile,
    carried,
    product_places,
    quotient_places,
    sum_places,
)

EXACT = Context(prec=2_000, rounding=ROUND_DOWN, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])
UNLIMITED_DIGITS = 38
"""Decimal places a quotient has beyond its dividend's where the profile sets no limit (GnuCOBOL)."""

Values = Mapping[ast.Expression, tuple[Decimal, Places]]
"""Value and places of every operand of the expression."""


class Undefined(Exception):
    """Division by zero, or a power that is not a whole one: a size error, or floating-point, under every profile."""


def evaluate(node: ast.Expression, values: Values, profile: Profile, dmax: int) -> Decimal:
    """The value of `node`. Raises Undefined."""
    return _evaluate(node, values, profile, dmax)[0]


def _evaluate(node: ast.Expression, values: Values, profile: Profile, dmax: int) -> tuple[Decimal, Places]:
    if isinstance(node, ast.Parenthesized):
        return _evaluate(node.operand, values, profile, dmax)
    if isinstance(node, ast.UnaryOperation):
        value, places = _evaluate(node.operand, values, profile, dmax)
        return (-value if node.operator == "-" else value), places
    if not isinstance(node, ast.BinaryOperation):
        return values[node]
    left = _evaluate(node.left, values, profile, dmax)
    right = _evaluate(node.right, values, profile, dmax)
    return _OPERATIONS[node.operator](left, right, profile, dmax)


Value = tuple[Decimal, Places]


def _kept(value: Decimal, places: Places, profile: Profile, dmax: int) -> Value:
    if profile.capacity is None:
        return value, places
    kept = carried(places, dmax, profile.capacity)
    cut = cut_off(value, kept.decimals)
    limit = EXACT.power(Decimal(10), kept.integer)
    return EXACT.remainder(cut, limit), kept


def _sum(left: Value, right: Value, profile: Profile, dmax: int) -> Value:
    return _kept(EXACT.add(left[0], right[0]), sum_places(left[1], right[1]), profile, dmax)


def _difference(left: Value, right: Value, profile: Profile, dmax: int) -> Value:
    return _kept(EXACT.subtract(left[0], right[0]), sum_places(left[1], right[1]), profile, dmax)


def _product(left: Value, right: Value, profile: Profile, dmax: int) -> Value:
    return _kept(EXACT.multiply(left[0], right[0]), product_places(left[1], right[1]), profile, dmax)


def _quotient(left: Value, right: Value, profile: Profile, dmax: int) -> Value:
    if right[0] == 0:
        raise Undefined
    exact = quotient_places(left[1], right[1], dmax)
    quotient = EXACT.divide(left[0], right[0])
    if profile.capacity is None:
        return cut_off(quotient, UNLIMITED_DIGITS + max(left[1].decimals - right[1].decimals, 0)), exact
    value, places = _kept(quotient, exact, profile, dmax)
    return cut_off(value, places.decimals), places


def _power(left: Value, right: Value, profile: Profile, dmax: int) -> Value:
    exponent = right[0]
    if exponent != exponent.to_integral_value() or not 0 < exponent < 40:
        raise Undefined
    result = left
    for _ in range(int(exponent) - 1):
        result = _product(result, left, profile, dmax)
    if profile.capacity is None:
        return result
    return cut_off(result[0], dmax), Places(profile.capacity - dmax, dmax)


_OPERATIONS: dict[str, Callable[[Value, Value, Profile, int], Value]] = {
    "+": _sum,
    "-": _difference,
    "*": _product,
    "/": _quotient,
    "**": _power,
}


def cut_off(value: Decimal, decimals: int) -> Decimal:
    """`value` without the digits behind `decimals` places."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_DOWN, context=EXACT)


def stored(value: Decimal, places: Places, *, rounded: bool, signed: bool) -> Decimal:
    """What a receiver of `places` keeps of `value`: rounded or cut off, high-order digits lost."""
    rounding = ROUND_HALF_UP if rounded else ROUND_DOWN
    kept = value.quantize(Decimal(1).scaleb(-places.decimals), rounding=rounding, context=EXACT)
    kept = EXACT.remainder(kept, EXACT.power(Decimal(10), places.integer))
    return kept if signed else abs(kept)
