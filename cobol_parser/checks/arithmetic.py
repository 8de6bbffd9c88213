"""Operands of arithmetic are numeric (COBOL-85 standard, VI 6.3.1)."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.checks.registry import CheckContext, checks
from cobol_parser.picture import Category
from cobol_parser.symbols import ConditionName, DataItem

_COMPUTABLE = frozenset({Category.NUMERIC, Category.FLOAT, Category.INDEX, Category.POINTER})
_RECEIVING = _COMPUTABLE | {Category.NUMERIC_EDITED}


@checks(ast.Add)
def add_operands(context: CheckContext, node: ast.Add) -> None:
    """Addends are numeric; a receiver may be edited only after GIVING."""
    for operand in node.addends:
        _check_operand(context, operand)
    for receiver in node.receivers:
        _check_operand(context, receiver.item)


@checks(ast.Subtract)
def subtract_operands(context: CheckContext, node: ast.Subtract) -> None:
    """As for ADD."""
    for operand in (*node.subtrahends, node.minuend):
        _check_operand(context, operand)
    for receiver in node.receivers:
        _check_operand(context, receiver.item)


@checks(ast.Multiply)
def multiply_operands(context: CheckContext, node: ast.Multiply) -> None:
    """As for ADD."""
    for operand in (node.multiplicand, node.multiplier):
        _check_operand(context, operand)
    for receiver in node.receivers:
        _check_operand(context, receiver.item)


@checks(ast.Divide)
def divide_operands(context: CheckContext, node: ast.Divide) -> None:
    """As for ADD."""
    for operand in (node.divisor, node.dividend):
        _check_operand(context, operand)
    for receiver in node.receivers:
        _check_operand(context, receiver.item)


@checks(ast.BinaryOperation)
def operation_operands(context: CheckContext, node: ast.BinaryOperation) -> None:
    """Both operands of an arithmetic operator are numeric."""
    _check_operand(context, node.left)
    _check_operand(context, node.right)


@checks(ast.Receiver)
def result_receiver(context: CheckContext, node: ast.Receiver) -> None:
    """A result is stored into a numeric or numeric-edited item."""
    category = context.category(node.item)
    if isinstance(context.referent(node.item), ConditionName):
        context.report(
            "CBL5022", node.item, f"{node.item.name} is a condition-name and cannot receive a value"
        )
    elif category is not None and category not in _RECEIVING:
        context.report(
            "CBL5021", node.item, f"{node.item.name} is {_shown(category)} and cannot hold a result"
        )


def _check_operand(context: CheckContext, operand: ast.Node | None) -> None:
    if isinstance(operand, ast.AlphanumericLiteral):
        context.report("CBL5021", operand, "a nonnumeric literal cannot be calculated with")
        return
    category = context.category(operand)
    if category is None or category in _COMPUTABLE or not isinstance(operand, ast.Identifier):
        return
    item = context.referent(operand)
    if isinstance(item, DataItem):
        context.report("CBL5021", operand, f"{operand.name} is {_shown(category)}, not numeric")


def _shown(category: Category) -> str:
    return "a group" if category is Category.GROUP else str(category).lower()
