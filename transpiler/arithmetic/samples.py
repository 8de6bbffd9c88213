"""Operand values to try: boundaries first, then values drawn by a generator with a fixed seed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.resolve_names import spelled
from cobol_parser.symbols import Constant, DataItem
from transpiler.arithmetic.operands import Facts, operands

ATTEMPTS = 400
"""Combinations of operand values that are tried for a statement."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A data item among the operands, with the operands that name it."""

    name: str
    item: DataItem
    nodes: tuple[ast.Expression, ...]

    @property
    def decimals(self) -> int:
        return max(self.item.scale, 0)


Sample = tuple[dict[ast.Expression, Decimal], tuple[tuple[str, Decimal], ...]]
"""The value of every operand that is no literal, and of every item by its name."""


def variables(facts: Facts, expressions: tuple[ast.Expression, ...]) -> list[Variable] | str:
    """The items that the expressions read, or why their values cannot be chosen freely."""
    found: dict[str, Variable] = {}
    for expression in expressions:
        for operand, _ in operands(expression):
            if isinstance(operand, (ast.NumericLiteral, ast.FigurativeConstant)):
                continue
            item = facts.referent(operand) if isinstance(operand, ast.Identifier) else None
            if isinstance(item, Constant):
                continue
            if not isinstance(operand, ast.Identifier) or not isinstance(item, DataItem):
                return f"{_called(operand)} is no data item"
            if operand.reference_modifier is not None or item.category not in (
                Category.NUMERIC,
                Category.FLOAT,
            ):
                return f"{operand.name} is no numeric item"
            name = _written(operand)
            known = found.get(name)
            nodes = (*known.nodes, operand) if known is not None else (operand,)
            found[name] = Variable(name, item, nodes)
    return _apart(list(found.values()))


def _called(operand: ast.Expression) -> str:
    if isinstance(operand, ast.FunctionCall):
        return f"FUNCTION {operand.name}"
    return spelled(operand) if isinstance(operand, ast.Identifier) else "an operand"


def _written(operand: ast.Identifier) -> str:
    """An identifier as the program writes it, with its subscripts."""
    if not operand.subscripts:
        return spelled(operand)
    first, last = operand.subscripts[0].span.first, operand.subscripts[-1].span.last
    words = [_word(subscript) for subscript in operand.subscripts]
    return f"{spelled(operand)} ({' '.join(words)})" if first and last else spelled(operand)


def _word(node: ast.Expression) -> str:
    if isinstance(node, ast.NumericLiteral):
        return node.text
    if isinstance(node, ast.Identifier):
        return _written(node)
    if isinstance(node, ast.BinaryOperation):
        return f"{_word(node.left)} {node.operator} {_word(node.right)}"
    return "…"


def _apart(found: list[Variable]) -> list[Variable] | str:
    """The variables when no two of them share storage."""
    for position, one in enumerate(found):
        for two in found[:position]:
            if one.item is not two.item and _share(one.item, two.item):
                return f"{one.name} and {two.name} share storage"
            if one.item is two.item and one.item.dimensions and not _distinct(one, two):
                return f"{one.name} and {two.name} can be the same occurrence"
    return found


def _distinct(one: Variable, two: Variable) -> bool:
    """Whether two elements of a table have literal subscripts, and other ones."""
    return not any(
        isinstance(inner, ast.Identifier)
        for variable in (one, two)
        for node in variable.nodes
        if isinstance(node, ast.Identifier)
        for inner in node.subscripts
    )


def _share(one: DataItem, two: DataItem) -> bool:
    if one.record is not two.record:
        base, other = (item.record.redefines or item.record for item in (one, two))
        if base is not other and not (one.record.file is not None and one.record.file is two.record.file):
            return False
    if one.dimensions or two.dimensions:
        return one.offset == two.offset
    return one.offset < two.offset + two.size and two.offset < one.offset + one.size


def samples(found: list[Variable], literals: int = 0) -> Iterator[Sample]:
    """Combinations of values for the variables."""
    chance = random.Random(len(found) + literals)
    for attempt in range(ATTEMPTS if found else 1):
        named: dict[str, Decimal] = {}
        values: dict[ast.Expression, Decimal] = {}
        for variable in found:
            named[variable.name] = value = _value(variable.item, attempt, chance)
            values.update(dict.fromkeys(variable.nodes, value))
        yield values, tuple(named.items())


def with_value(sample: Sample, variable: Variable, value: Decimal) -> Sample:
    """The sample with another value for one variable."""
    values = {**sample[0], **dict.fromkeys(variable.nodes, value)}
    named: Mapping[str, Decimal] = {**dict(sample[1]), variable.name: value}
    return values, tuple(named.items())


def _value(item: DataItem, attempt: int, chance: random.Random) -> Decimal:
    if item.category is Category.FLOAT:
        eighths = chance.randint(-80_000, 80_000) if attempt % 2 else chance.randint(-800, 800)
        return Decimal(eighths) / 8
    digits = item.digits or {1: 2, 2: 4, 4: 9}.get(item.size, 18)
    highest = 10**digits - 1
    if attempt == 0:
        number = highest
    elif attempt % 3 == 0:
        number = chance.randint(1, highest)
    else:
        number = chance.randint(1, 10 ** chance.randint(1, digits) - 1)
    if item.signed and chance.random() < 0.3:
        number = -number
    return Decimal(number).scaleb(-item.scale)
