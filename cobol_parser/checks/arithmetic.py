"""Operands of arithmetic are numeric (COBOL-85 standard, VI 6.3.1)."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.checks.registry import CheckContext, checks
from cobol_parser.picture import Category
from cobol_parser.symbols import ConditionName, DataItem, StorageSection

_COMPUTABLE = frozenset({Category.NUMERIC, Category.FLOAT, Category.INDEX, Category.POINTER})
_RECEIVING = _COMPUTABLE | {Category.NUMERIC_EDITED}


@checks(ast.Add)
def add_operands(context: CheckContext, node: ast.Add) -> None:
    """Addends are numeric; a receiver may be edited only after GIVING."""
    _check_operands(context, *node.addends, *(receiver.item for receiver in node.receivers))
    _check_results(context, node.giving)


@checks(ast.Subtract)
def subtract_operands(context: CheckContext, node: ast.Subtract) -> None:
    """As for ADD."""
    receivers = (receiver.item for receiver in node.receivers)
    _check_operands(context, *node.subtrahends, node.minuend, *receivers)
    _check_results(context, node.giving)


@checks(ast.Multiply)
def multiply_operands(context: CheckContext, node: ast.Multiply) -> None:
    """As for ADD."""
    receivers = (receiver.item for receiver in node.receivers)
    _check_operands(context, node.multiplicand, node.multiplier, *receivers)
    _check_results(context, node.giving)


@checks(ast.Divide)
def divide_operands(context: CheckContext, node: ast.Divide) -> None:
    """As for ADD; the remainder is a result too."""
    receivers = (receiver.item for receiver in node.receivers)
    _check_operands(context, node.divisor, node.dividend, *receivers)
    _check_results(context, node.giving)
    _check_results(context, (node.remainder,) if node.remainder else ())


@checks(ast.Compute)
def compute_results(context: CheckContext, node: ast.Compute) -> None:
    """The receivers of COMPUTE are numeric or numeric-edited."""
    _check_results(context, node.receivers)


@checks(ast.AddCorresponding, ast.SubtractCorresponding, ast.MoveCorresponding)
def corresponding_groups(
    context: CheckContext, node: ast.AddCorresponding | ast.SubtractCorresponding | ast.MoveCorresponding
) -> None:
    """CORRESPONDING works on groups."""
    receivers = node.receivers if isinstance(node, ast.MoveCorresponding) else (node.receiver.item,)
    for operand in (node.source, *receivers):
        item = context.item(operand)
        if item is not None and not item.is_group:
            context.report("CBL4008", operand, f"{operand.name} is not a group")


@checks(ast.BinaryOperation)
def operation_operands(context: CheckContext, node: ast.BinaryOperation) -> None:
    """Both operands of an arithmetic operator are numeric."""
    _check_operands(context, node.left, node.right)


def _check_results(context: CheckContext, receivers: tuple[ast.Receiver, ...]) -> None:
    for receiver in receivers:
        item = receiver.item
        category = context.category(item)
        if isinstance(context.referent(item), ConditionName):
            context.report("CBL5022", item, f"{item.name} is a condition-name and cannot receive a value")
        elif category is not None and category not in _RECEIVING:
            context.report("CBL5021", item, f"{item.name} is {_shown(category)} and cannot hold a result")


def _check_operands(context: CheckContext, *operands: ast.Expression | None) -> None:
    for operand in operands:
        if isinstance(operand, ast.AlphanumericLiteral):
            context.report("CBL5021", operand, "a nonnumeric literal cannot be calculated with")
            continue
        category = context.category(operand)
        if category is None or category in _COMPUTABLE or not isinstance(operand, ast.Identifier):
            continue
        referent = context.referent(operand)
        if isinstance(referent, DataItem) and not _shows_a_sum(referent):
            context.report("CBL5021", operand, f"{operand.name} is {_shown(category)}, not numeric")


def _shows_a_sum(item: DataItem) -> bool:
    """A numeric-edited item of a report can be calculated with when it shows a sum: the sum counter is meant."""
    return item.section is StorageSection.REPORT and item.category is Category.NUMERIC_EDITED


def _shown(category: Category) -> str:
    return "a group" if category is Category.GROUP else str(category).lower()
