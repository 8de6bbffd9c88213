"""What the places rules need to know of an arithmetic expression: its operands, their places, and dmax."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import DataItem
from transpiler.arithmetic.profiles import Places

WHOLE = Places(10, 0)
"""Places of indexes, lengths and integer functions: a fullword."""

NATIVE_DIGITS = {1: 3, 2: 5, 4: 10, 8: 19}
"""Decimal digits of a native binary item of so many bytes."""


def literal_places(value: Decimal) -> Places:
    """Places of a numeric literal as its digits show."""
    digits, exponent = value.as_tuple().digits, value.as_tuple().exponent
    assert isinstance(exponent, int)
    decimals = max(-exponent, 0)
    return Places(max(len(digits) + exponent, 1 if not decimals else 0), decimals)


def item_places(item: DataItem) -> Places | None:
    """Places of a data item; None for floating-point."""
    if item.category is Category.FLOAT:
        return None
    if item.category in (Category.NUMERIC, Category.NUMERIC_EDITED):
        digits = item.digits or NATIVE_DIGITS.get(item.size, 18)
        return Places(max(digits - item.scale, 0), max(item.scale, 0))
    return WHOLE


def operand_places(analysis: ProgramAnalysis, node: ast.Expression) -> Places | None:
    """Places of a single operand; None when it is floating-point."""
    if isinstance(node, ast.NumericLiteral):
        return None if "E" in node.text.upper() else literal_places(node.value)
    if isinstance(node, ast.Identifier):
        referent = analysis.references.get(node)
        if isinstance(referent, DataItem):
            return item_places(referent)
        return WHOLE
    if isinstance(node, ast.FunctionCall):
        return WHOLE if node.name in _WHOLE_FUNCTIONS else None
    return WHOLE


_WHOLE_FUNCTIONS = frozenset(
    [
        "DATE-OF-INTEGER",
        "DATE-TO-YYYYMMDD",
        "DAY-OF-INTEGER",
        "DAY-TO-YYYYDDD",
        "FACTORIAL",
        "INTEGER",
        "INTEGER-OF-DATE",
        "INTEGER-OF-DAY",
        "INTEGER-PART",
        "LENGTH",
        "MOD",
        "ORD",
        "ORD-MAX",
        "ORD-MIN",
        "YEAR-TO-YYYY",
        "SIGN",
    ]
)


def operands(node: ast.Expression, *, counted: bool = True) -> Iterator[tuple[ast.Expression, bool]]:
    """Yield the operands of an expression; the flag is False below a divisor or an exponent."""
    if isinstance(node, ast.BinaryOperation):
        yield from operands(node.left, counted=counted)
        yield from operands(node.right, counted=counted and node.operator not in ("/", "**"))
    elif isinstance(node, (ast.UnaryOperation, ast.Parenthesized)):
        yield from operands(node.operand, counted=counted)
    else:
        yield node, counted


def largest_decimals(
    analysis: ProgramAnalysis, expressions: Iterable[ast.Expression], receivers: Iterable[ast.Receiver] = ()
) -> int:
    """dmax of a statement: decimals of its receivers (one more when ROUNDED) and of operands that are not divisors or
    exponents."""
    dmax = 0
    for receiver in receivers:
        referent = analysis.references.get(receiver.item)
        scale = referent.scale if isinstance(referent, DataItem) else 0
        dmax = max(dmax, scale + (1 if receiver.rounding is not None else 0))
    for expression in expressions:
        for operand, counted in operands(expression):
            places = operand_places(analysis, operand) if counted else None
            if places is not None:
                dmax = max(dmax, places.decimals)
    return dmax


def is_floating(analysis: ProgramAnalysis, expression: ast.Expression) -> bool:
    """Whether an operand or a non-integer exponent makes the whole expression floating-point."""
    if isinstance(expression, ast.BinaryOperation):
        if expression.operator == "**" and not _whole_exponent(analysis, expression.right):
            return True
        return is_floating(analysis, expression.left) or is_floating(analysis, expression.right)
    if isinstance(expression, (ast.UnaryOperation, ast.Parenthesized)):
        return is_floating(analysis, expression.operand)
    return operand_places(analysis, expression) is None


def _whole_exponent(analysis: ProgramAnalysis, node: ast.Expression) -> bool:
    return all(
        (places := operand_places(analysis, operand)) is not None and places.decimals == 0
        for operand, _ in operands(node)
    )
