"""Statements whose result depends on the arithmetic profile, each with a witness: operand values and both results."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cobol_parser import ast
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import DataItem
from cobol_parser.walk import walk
from transpiler.arithmetic.evaluate import Undefined, Values, evaluate, stored
from transpiler.arithmetic.operands import (
    is_floating,
    item_places,
    largest_decimals,
    operand_places,
    operands,
)
from transpiler.arithmetic.profiles import Places, Profile

ATTEMPTS = 400
"""Combinations of operand values that are tried for a statement."""


@dataclass(frozen=True, slots=True)
class Witness:
    """Operand values (by name) for which a statement has two results, one under each profile."""

    statement: ast.Node
    operands: tuple[tuple[str, Decimal], ...]
    receiver: str
    result: str
    other_result: str


def differences(analysis: ProgramAnalysis, profile: Profile, other: Profile) -> Iterator[Witness]:
    """Yield a witness for every COMPUTE and every relation with arithmetic whose result can differ."""
    procedure = analysis.program.procedure
    if procedure is None or profile == other:
        return
    for node in walk(procedure):
        if isinstance(node, ast.Compute):
            witness = _compute(analysis, node, profile, other)
        elif isinstance(node, ast.Relation):
            witness = _relation(analysis, node, profile, other)
        else:
            continue
        if witness is not None:
            yield witness


def _compute(
    analysis: ProgramAnalysis, node: ast.Compute, profile: Profile, other: Profile
) -> Witness | None:
    if not _divides_or_overflows(node.expression) or is_floating(analysis, node.expression):
        return None
    dmax = largest_decimals(analysis, (node.expression,), node.receivers)
    for values, named in _samples(analysis, (node.expression,)):
        try:
            one = evaluate(node.expression, values, profile, dmax)
            two = evaluate(node.expression, values, other, dmax)
        except Undefined:
            continue
        for receiver in node.receivers:
            item = analysis.references.get(receiver.item)
            places = item_places(item) if isinstance(item, DataItem) else Places(10, 0)
            if places is None:
                continue
            signed = not isinstance(item, DataItem) or item.signed
            rounded = receiver.rounding is not None
            kept = stored(one, places, rounded=rounded, signed=signed)
            other_kept = stored(two, places, rounded=rounded, signed=signed)
            if kept != other_kept:
                return Witness(node, named, receiver.item.name, f"{kept:f}", f"{other_kept:f}")
    return None


def _relation(
    analysis: ProgramAnalysis, node: ast.Relation, profile: Profile, other: Profile
) -> Witness | None:
    sides = (node.left, node.right)
    if not any(_divides_or_overflows(side) for side in sides) or any(
        is_floating(analysis, side) for side in sides
    ):
        return None
    dmax = largest_decimals(analysis, sides)
    for values, named in _samples(analysis, sides):
        try:
            one = [evaluate(side, values, profile, dmax) for side in sides]
            two = [evaluate(side, values, other, dmax) for side in sides]
        except Undefined:
            continue
        truth, other_truth = _holds(node.operator, *one), _holds(node.operator, *two)
        if truth != other_truth:
            return Witness(node, named, "condition", str(truth).lower(), str(other_truth).lower())
    return None


def _holds(operator: str, left: Decimal, right: Decimal) -> bool:
    return {
        "=": left == right,
        "<>": left != right,
        "<": left < right,
        "<=": left <= right,
        ">": left > right,
        ">=": left >= right,
    }[operator]


def _divides_or_overflows(node: ast.Expression) -> bool:
    """Only a division, a power, or several multiplications can lose digits."""
    products = 0
    for inner in walk(node):
        if isinstance(inner, ast.BinaryOperation):
            if inner.operator in ("/", "**"):
                return True
            products += inner.operator == "*"
    return products > 0


Sample = tuple[Values, tuple[tuple[str, Decimal], ...]]


def _samples(analysis: ProgramAnalysis, expressions: tuple[ast.Expression, ...]) -> Iterator[Sample]:
    """Combinations of operand values: boundaries first, then values drawn by a generator with a fixed seed."""
    found = [operand for expression in expressions for operand, _ in operands(expression)]
    if not all(_is_plain(operand) for operand in found):
        return
    chance = random.Random(len(found))
    for attempt in range(ATTEMPTS):
        by_key: dict[object, Decimal] = {}
        values: dict[ast.Expression, tuple[Decimal, Places]] = {}
        named: dict[str, Decimal] = {}
        for operand in found:
            places = operand_places(analysis, operand) or Places(9, 0)
            if isinstance(operand, ast.NumericLiteral):
                values[operand] = (operand.value, places)
                continue
            assert isinstance(operand, ast.Identifier)
            referent = analysis.references.get(operand)
            key: object = operand if operand.subscripts else referent
            if key not in by_key:
                signed = isinstance(referent, DataItem) and referent.signed
                by_key[key] = _value(places, signed, attempt, chance)
            values[operand] = (by_key[key], places)
            named[operand.name] = by_key[key]
        yield values, tuple(named.items())


def _is_plain(operand: ast.Expression) -> bool:
    if isinstance(operand, ast.Identifier):
        return operand.reference_modifier is None
    return isinstance(operand, ast.NumericLiteral)


def _value(places: Places, signed: bool, attempt: int, chance: random.Random) -> Decimal:
    digits = places.integer + places.decimals
    highest = 10**digits - 1
    if attempt == 0:
        number = highest
    elif attempt % 3 == 0:
        number = chance.randint(1, highest)
    else:
        number = chance.randint(1, 10 ** chance.randint(1, max(digits, 1)) - 1) if digits else 0
    if signed and chance.random() < 0.3:
        number = -number
    return Decimal(number).scaleb(-places.decimals)
