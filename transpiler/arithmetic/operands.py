"""What the places rules need to know of an arithmetic expression: its operands, their places, and dmax."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import Constant, DataItem, Usage
from transpiler.arithmetic.functions import NATIVE, result_places
from transpiler.arithmetic.profiles import Places, product_places, sum_places

_DECIMAL = (Usage.DISPLAY, Usage.NATIONAL, Usage.COMP_3, Usage.COMP_6)
_NATIVE_DIGITS = {1: 3, 2: 5, 4: 10, 8: 20}
"""Decimal digits that a native binary item of so many bytes can hold."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the operands of a program; `results` are the items that user-defined functions return, by name."""

    analysis: ProgramAnalysis
    results: Mapping[str, DataItem] = field(default_factory=dict)

    def referent(self, node: ast.Identifier) -> object:
        """What a name means."""
        return self.analysis.references.get(node)


def literal_places(value: Decimal) -> Places:
    """Places of a numeric literal as its digits show."""
    digits, exponent = value.as_tuple().digits, value.as_tuple().exponent
    assert isinstance(exponent, int)
    decimals = max(-exponent, 0)
    return Places(max(len(digits) + exponent, 1 if not decimals else 0), decimals)


def item_places(item: DataItem, *, binary_truncate: bool = True) -> Places | None:
    """Places of a data item: those of its PICTURE, or of its bytes where they count (COMP-5, TRUNC(BIN)); None for
    floating-point."""
    if item.category is Category.FLOAT:
        return None
    if item.category not in (Category.NUMERIC, Category.NUMERIC_EDITED):
        return NATIVE
    digits = item.digits
    if item.category is Category.NUMERIC and item.usage not in _DECIMAL:
        by_picture = item.usage is Usage.BINARY and binary_truncate
        digits = digits if by_picture and digits else _NATIVE_DIGITS.get(item.size, 20)
    return Places(max(digits - item.scale, 0), max(item.scale, 0))


def operand_places(facts: Facts, node: ast.Expression) -> Places | None:
    """Places of a single operand; None when it is floating-point."""
    if isinstance(node, ast.NumericLiteral):
        return None if "E" in node.text.upper() else literal_places(node.value)
    if isinstance(node, ast.Identifier):
        referent = facts.referent(node)
        if isinstance(referent, Constant):
            return operand_places(facts, referent.value)
        if isinstance(referent, DataItem):
            return item_places(referent, binary_truncate=facts.analysis.binary_truncate)
        return NATIVE
    if isinstance(node, ast.FunctionCall):
        returned = facts.results.get(node.name)
        if returned is not None:
            return item_places(returned, binary_truncate=facts.analysis.binary_truncate)
        return result_places(node.name, [expression_places(facts, argument) for argument in node.arguments])
    return Places(1, 0) if isinstance(node, ast.FigurativeConstant) else NATIVE


def expression_places(facts: Facts, node: ast.Expression) -> Places | None:
    """Places that an argument of a function contributes: of an operand its own, of an expression those it could need."""
    if isinstance(node, (ast.UnaryOperation, ast.Parenthesized)):
        return expression_places(facts, node.operand)
    if not isinstance(node, ast.BinaryOperation):
        return operand_places(facts, node)
    left, right = expression_places(facts, node.left), expression_places(facts, node.right)
    if left is None or right is None:
        return None
    if node.operator == "**":
        return None if right.decimals else Places(30 - min(left.decimals, 30), left.decimals)
    if node.operator == "/":
        return Places(left.integer + right.decimals, max(left.decimals - right.decimals, left.decimals))
    return product_places(left, right) if node.operator == "*" else sum_places(left, right)


def literal_value(facts: Facts, node: ast.Expression) -> Decimal | None:
    """The value of a fixed-point numeric literal, or of a constant or figurative constant that stands for one."""
    if isinstance(node, ast.NumericLiteral):
        return None if "E" in node.text.upper() else node.value
    if isinstance(node, ast.FigurativeConstant) and node.name == "ZERO":
        return Decimal(0)
    if isinstance(node, ast.Identifier):
        referent = facts.referent(node)
        if isinstance(referent, Constant):
            return literal_value(facts, referent.value)
    return None


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
    facts: Facts, expressions: Iterable[ast.Expression], receivers: Iterable[ast.Receiver] = ()
) -> int:
    """dmax of a statement: decimals of its receivers (one more when ROUNDED) and of operands that are not divisors or
    exponents."""
    dmax = 0
    for receiver in receivers:
        referent = facts.referent(receiver.item)
        scale = max(referent.scale, 0) if isinstance(referent, DataItem) else 0
        dmax = max(dmax, scale + (1 if receiver.rounding is not None else 0))
    for expression in expressions:
        for operand, counted in operands(expression):
            places = operand_places(facts, operand) if counted else None
            if places is not None:
                dmax = max(dmax, places.decimals)
    return dmax
