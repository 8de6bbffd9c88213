"""When a statement is computed in floating point, and how precisely (Enterprise COBOL Programming Guide, "Floating-point data and
intermediate results").

One floating-point receiver or operand, a fractional exponent or a floating-point function makes every operation of the statement one of
floating point.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem, Usage
from transpiler.arithmetic.operands import (
    Facts,
    expression_places,
    largest_decimals,
    operand_places,
    operands,
)
from transpiler.arithmetic.profiles import Profile


class Precision(Enum):
    """Precision of floating-point operations: 4, 8 or 16 bytes."""

    SINGLE = auto()
    LONG = auto()
    EXTENDED = auto()


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """How a statement computes under a profile with limited places: in fixed point with `dmax`, or with a floating `precision`."""

    dmax: int
    precision: Precision | None = None
    in_function: bool = False
    """The arguments of a function: what of them is floating-point is computed exactly."""


def arithmetic_of(
    facts: Facts,
    profile: Profile,
    expressions: Sequence[ast.Expression],
    receivers: Sequence[ast.Receiver] = (),
    operator: str | None = None,
) -> Arithmetic:
    """How a statement computes that has these operands, and the `operator` of its verb."""
    dmax = largest_decimals(facts, expressions, receivers)
    if not is_floating(facts, expressions, receivers, dmax):
        return Arithmetic(dmax)
    usages = set(_usages(facts, expressions, receivers))
    operators = {operator, *(found for expression in expressions for found in _operators(expression))}
    if not operators & {"*", "**"}:
        if usages == {Usage.COMP_1}:
            return Arithmetic(dmax, Precision.SINGLE)
        if usages <= {Usage.COMP_1, Usage.COMP_2}:
            return Arithmetic(dmax, Precision.LONG)
    return Arithmetic(dmax, Precision.EXTENDED if profile.extended else Precision.LONG)


def is_floating(
    facts: Facts, expressions: Iterable[ast.Expression], receivers: Iterable[ast.Receiver], dmax: int
) -> bool:
    """Whether an operand, a receiver or an exponent makes the whole statement floating-point."""
    if any(is_float_item(facts, receiver.item) for receiver in receivers):
        return True
    for expression in expressions:
        if any(operand_places(facts, operand) is None for operand, _ in operands(expression)):
            return True
        if any(_is_fractional(facts, exponent, dmax) for exponent in _exponents(expression)):
            return True
    return False


def is_float_item(facts: Facts, node: ast.Expression) -> bool:
    """Whether a name is that of a floating-point item."""
    referent = facts.referent(node) if isinstance(node, ast.Identifier) else None
    return isinstance(referent, DataItem) and referent.category is Category.FLOAT


def _is_fractional(facts: Facts, exponent: ast.Expression, dmax: int) -> bool:
    """An exponent with decimal places, or one with a division or a power where the statement has decimal places."""
    if dmax > 0 and _operators(exponent) & {"/", "**"}:
        return True
    places = expression_places(facts, exponent)
    return places is None or places.decimals > 0


def _usages(
    facts: Facts, expressions: Iterable[ast.Expression], receivers: Iterable[ast.Receiver]
) -> Iterator[Usage | None]:
    """The usage of every receiver and operand; None for what is no floating-point item."""
    nodes = [operand for expression in expressions for operand, _ in operands(expression)]
    for node in [*nodes, *(receiver.item for receiver in receivers)]:
        referent = facts.referent(node) if isinstance(node, ast.Identifier) else None
        yield referent.usage if isinstance(referent, DataItem) else None


def _operators(node: ast.Expression) -> set[str]:
    if isinstance(node, ast.BinaryOperation):
        return {node.operator} | _operators(node.left) | _operators(node.right)
    if isinstance(node, (ast.UnaryOperation, ast.Parenthesized)):
        return _operators(node.operand)
    return set()


def _exponents(node: ast.Expression) -> Iterator[ast.Expression]:
    if isinstance(node, ast.BinaryOperation):
        yield from _exponents(node.left)
        yield from _exponents(node.right)
        if node.operator == "**":
            yield node.right
    elif isinstance(node, (ast.UnaryOperation, ast.Parenthesized)):
        yield from _exponents(node.operand)
