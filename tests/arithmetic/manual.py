"""Fixed-point arithmetic as IBM's manual describes it: a plain evaluator that shares no code with the converter.

Enterprise COBOL Programming Guide, "Intermediate results and arithmetic precision", "Fixed-point data and intermediate results". Every value
is an exact fraction with its number of integer places i and decimal places d. An expression is a nested tuple: ("item", name),
("literal", text), ("-", x), or (operator, x, y).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

Expression = tuple[object, ...]


@dataclass(frozen=True)
class Value:
    """A number of the form 9(i)V9(d); `literal` says that it is written in the program."""

    number: Fraction
    i: int
    d: int
    literal: bool = False


class SizeError(Exception):
    """Division by zero, or zero to a negative power."""


def literal(text: str) -> Value:
    """The value of a numeric literal."""
    whole, _, fraction = text.partition(".")
    return Value(
        Fraction(text), len(whole.lstrip("0")) or (0 if fraction else 1), len(fraction), literal=True
    )


def decimals_of(expression: Expression, items: Mapping[str, Value]) -> int:
    """The most decimal places of any operand that is no divisor and no exponent."""
    match expression:
        case ("item", str(name)):
            return items[name].d
        case ("literal", str(text)):
            return literal(text).d
        case ("-", operand):
            return decimals_of(operand, items)  # type: ignore[arg-type]
        case ("/" | "**", left, _):
            return decimals_of(left, items)  # type: ignore[arg-type]
        case (_, left, right):
            return max(decimals_of(left, items), decimals_of(right, items))  # type: ignore[arg-type]
    raise AssertionError(expression)


def evaluate(expression: Expression, items: Mapping[str, Value], dmax: int, capacity: int) -> Value:
    """The value of an expression; `capacity` is 30 (ARITH(COMPAT)) or 31 (ARITH(EXTEND)). Raises SizeError."""
    match expression:
        case ("item", str(name)):
            return items[name]
        case ("literal", str(text)):
            return literal(text)
        case ("-", operand):
            value = evaluate(operand, items, dmax, capacity)  # type: ignore[arg-type]
            return Value(-value.number, value.i, value.d, value.literal)
    operator, left, right = expression
    one = evaluate(left, items, dmax, capacity)  # type: ignore[arg-type]
    two = evaluate(right, items, dmax, capacity)  # type: ignore[arg-type]
    if operator == "**":
        return _power(one, two, dmax, capacity)
    return _operation(str(operator), one, two, dmax, capacity)


def _operation(operator: str, one: Value, two: Value, dmax: int, capacity: int) -> Value:
    if operator in "+-":
        number = one.number + two.number if operator == "+" else one.number - two.number
        i, d = max(one.i, two.i) + 1, max(one.d, two.d)
    elif operator == "*":
        number, i, d = one.number * two.number, one.i + two.i, one.d + two.d
    else:
        if two.number == 0:
            raise SizeError
        number, i, d = one.number / two.number, one.i + two.d, max(one.d - two.d, dmax)
    return _carried(number, i, d, dmax, capacity)


def _carried(number: Fraction, i: int, d: int, dmax: int, capacity: int) -> Value:
    """The second table: how many places are carried for an intermediate result."""
    if i + d > capacity:
        if d <= dmax:
            i, d = capacity - d, d
        elif i + dmax <= capacity:
            i, d = i, capacity - i
        else:
            i, d = capacity - dmax, dmax
    return Value(_cut(number, i, d), i, d)


def _cut(number: Fraction, i: int, d: int) -> Fraction:
    scaled = int(abs(number) * 10**d) % 10 ** (i + d)
    return Fraction(scaled if number >= 0 else -scaled, 10**d)


def _power(base: Value, exponent: Value, dmax: int, capacity: int) -> Value:
    """Zero to the power of zero is 1 where no SIZE ERROR phrase takes it (APAR PH53882)."""
    times = abs(int(exponent.number))
    if base.number == 0 and exponent.number < 0:
        raise SizeError
    if exponent.literal:
        d = base.d * times
        i = base.i * times
        if base.literal:
            whole = int(abs(base.number) ** times)
            i = len(str(whole)) if whole else 0
        odd = (base.i + base.d) % 2 == 1
        fits = i + d < capacity or (i + d == capacity and ((capacity == 30 and odd) or times == 1))
        if fits:
            power = Value(base.number**times, max(i, 1), d)
            return (
                _operation("/", Value(Fraction(1), 1, 0), power, dmax, capacity)
                if exponent.number < 0
                else power
            )
    return _succession(base, exponent, times, dmax, capacity)


def _succession(base: Value, exponent: Value, times: int, dmax: int, capacity: int) -> Value:
    """A succession of multiplications; the result has dmax decimal places."""
    result = Value(base.number, base.i, base.d) if times else Value(Fraction(1), 1, 0)
    for _ in range(times - 1):
        result = _operation("*", result, base, dmax, capacity)
    number = _cut(result.number, capacity - dmax, dmax)
    if exponent.number < 0:
        if number == 0:
            raise SizeError
        number = _cut(1 / number, capacity - dmax, dmax)
    return Value(number, capacity - dmax, dmax)


def stored(number: Fraction, i: int, d: int, *, rounded: bool) -> Fraction:
    """What a signed item of the form S9(i)V9(d) takes."""
    if rounded:
        number += Fraction(1 if number >= 0 else -1, 2 * 10**d)
    return _cut(number, i, d)
