"""The operations of a fixed-point expression under a profile: what places each result has, and which digits it may lose.

Places follow the manual's table. Besides them every step knows a bound of its value, so that a cut that can never take away a digit is
no cut; the generated program is plain where nothing can be lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import MAX_EMAX, MIN_EMIN, ROUND_UP, Context, Decimal
from enum import Enum, auto

from cobol_parser import ast
from cobol_parser.symbols import DataItem
from transpiler.arithmetic.floating import is_float_item
from transpiler.arithmetic.operands import Facts, literal_value, operand_places
from transpiler.arithmetic.profiles import (
    Places,
    Profile,
    carried,
    power_places,
    product_places,
    quotient_places,
    sum_places,
)

_BOUNDS = Context(prec=200, rounding=ROUND_UP, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])


class Cut(Enum):
    """What a result can lose."""

    NOTHING = auto()
    DECIMALS = auto()
    DIGITS = auto()
    """decimal places and digits at the left"""


@dataclass(frozen=True, slots=True)
class Leaf:
    """An operand: `literal` is its value when that is written in the program; `node` is None for the 1 of a negative power."""

    node: ast.Expression | None
    places: Places
    bound: Decimal
    literal: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Negation:
    """- operand"""

    operand: Step
    places: Places
    bound: Decimal


@dataclass(frozen=True, slots=True)
class Operation:
    """left operator right, one of + - * /"""

    operator: str
    left: Step
    right: Step
    places: Places
    cut: Cut
    bound: Decimal


@dataclass(frozen=True, slots=True)
class Power:
    """base ** times, a literal; no digit is lost."""

    base: Step
    times: int
    places: Places
    bound: Decimal


@dataclass(frozen=True, slots=True)
class Succession:
    """base ** exponent as a succession of multiplications, each with limited places; the result has `places`."""

    base: Step
    exponent: Step
    places: Places
    bound: Decimal


Step = Leaf | Negation | Operation | Power | Succession


def steps(facts: Facts, node: ast.Expression, profile: Profile, dmax: int) -> Step:
    """The steps of a fixed-point expression."""
    if isinstance(node, ast.Parenthesized):
        return steps(facts, node.operand, profile, dmax)
    if isinstance(node, ast.UnaryOperation):
        operand = steps(facts, node.operand, profile, dmax)
        return Negation(operand, operand.places, operand.bound) if node.operator == "-" else operand
    if not isinstance(node, ast.BinaryOperation):
        return _leaf(facts, node)
    left, right = steps(facts, node.left, profile, dmax), steps(facts, node.right, profile, dmax)
    if node.operator == "**":
        return _power(left, right, profile, dmax)
    return _operation(node.operator, left, right, profile, dmax)


_UNKNOWN = Places(38, 38)
"""Of a floating-point operand where no profile limits places."""


def _leaf(facts: Facts, node: ast.Expression) -> Leaf:
    places = operand_places(facts, node) or _UNKNOWN
    literal = literal_value(facts, node)
    bound = _largest(places) if literal is None else abs(literal)
    return Leaf(node, places, bound, literal)


def _largest(places: Places) -> Decimal:
    """The largest number of these places."""
    digits = _BOUNDS.scaleb(Decimal(1), places.integer + places.decimals)
    return _BOUNDS.scaleb(_BOUNDS.subtract(digits, Decimal(1)), -places.decimals)


def _exact_places(operator: str, left: Step, right: Step, dmax: int) -> Places:
    if operator == "/":
        return quotient_places(left.places, right.places, dmax)
    return (product_places if operator == "*" else sum_places)(left.places, right.places)


def _operation(operator: str, left: Step, right: Step, profile: Profile, dmax: int) -> Operation:
    exact = _exact_places(operator, left, right, dmax)
    bound = _bound(operator, left, right)
    if profile.capacity is None:
        return Operation(operator, left, right, exact, Cut.NOTHING, bound)
    kept = carried(exact, dmax, profile.capacity)
    decimals = _quotient_decimals(left, right) if operator == "/" else exact.decimals
    cut = Cut.NOTHING if decimals is not None and decimals <= kept.decimals else Cut.DECIMALS
    if bound >= _BOUNDS.scaleb(Decimal(1), kept.integer):
        cut, bound = Cut.DIGITS, _largest(kept)
    return Operation(operator, left, right, kept, cut, bound)


def _bound(operator: str, left: Step, right: Step) -> Decimal:
    """What the magnitude of the exact result does not exceed."""
    if operator == "*":
        return _BOUNDS.multiply(left.bound, right.bound)
    if operator == "/":
        return _BOUNDS.divide(left.bound, _least(right))
    return _BOUNDS.add(left.bound, right.bound)


def _least(step: Step) -> Decimal:
    """The smallest magnitude, other than zero, that a divisor can have."""
    literal = literal_of(step)
    return abs(literal) if literal else Decimal(1).scaleb(-step.places.decimals)


def literal_of(step: Step) -> Decimal | None:
    """The value of a literal, with its sign."""
    if isinstance(step, Negation):
        value = literal_of(step.operand)
        return None if value is None else -value
    return step.literal if isinstance(step, Leaf) else None


def _quotient_decimals(dividend: Step, divisor: Step) -> int | None:
    """Decimal places that a quotient can have at most; None when it has no end."""
    literal = literal_of(divisor)
    if not literal:
        return None
    inverse = _BOUNDS.divide(Decimal(1), abs(literal))
    if _BOUNDS.multiply(inverse, abs(literal)) != 1:
        return None
    exponent = inverse.normalize(_BOUNDS).as_tuple().exponent
    assert isinstance(exponent, int)
    return dividend.places.decimals + max(-exponent, 0)


_ONE = Leaf(None, Places(1, 0), Decimal(1), Decimal(1))


def _power(base: Step, exponent: Step, profile: Profile, dmax: int) -> Step:
    literal = literal_of(exponent)
    if profile.capacity is None:
        return Succession(base, exponent, Places(38, base.places.decimals), Decimal("Infinity"))
    if literal is not None:
        times = abs(int(literal))
        fixed = power_places(
            base.places, literal_of(base), times, profile.capacity, odd_needed=not profile.extended
        )
        if fixed is not None:
            bound = min(_BOUNDS.power(base.bound, times), _largest(fixed))
            power = Power(base, times, fixed, bound)
            return power if literal >= 0 else _operation("/", _ONE, power, profile, dmax)
    places = Places(profile.capacity - dmax, dmax)
    return Succession(base, exponent, places, _largest(places))


def stored_alike(facts: Facts, step: Step, receivers: Iterable[ast.Receiver]) -> Step:
    """The step without its last cut, when the receivers would cut the same digits off anyway."""
    if not isinstance(step, Operation) or step.cut is not Cut.DECIMALS:
        return step
    if all(_cuts_below(facts, receiver, step.places.decimals) for receiver in receivers):
        return replace(step, cut=Cut.NOTHING)
    return step


def _cuts_below(facts: Facts, receiver: ast.Receiver, decimals: int) -> bool:
    """Whether a receiver takes the same value whatever stands behind so many decimal places."""
    referent = facts.referent(receiver.item)
    if not isinstance(referent, DataItem) or is_float_item(facts, receiver.item):
        return False
    if receiver.rounding not in (None, "TRUNCATION", "NEAREST-AWAY-FROM-ZERO"):
        return False
    return referent.scale + (receiver.rounding is not None) <= decimals


def loses_digits(step: Step) -> bool:
    """Whether a result on the way can be another one than exact arithmetic gives."""
    if isinstance(step, Leaf):
        return False
    if isinstance(step, Negation):
        return loses_digits(step.operand)
    if isinstance(step, Operation):
        return step.cut is not Cut.NOTHING or loses_digits(step.left) or loses_digits(step.right)
    return isinstance(step, Succession) or loses_digits(step.base)
