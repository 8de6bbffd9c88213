"""Statements in floating point under the IBM profiles: Python's `float` for single and long precision, decimal numbers for extended.

COMP-1 and COMP-2 are IEEE 754 in converted programs, not hexadecimal as in a mainframe's storage: a `float` is what every tool at
hand understands, and it has the 15 digits that both forms promise. Extended precision, 28 hexadecimal digits, is computed with 34 decimal ones.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem
from transpiler.arithmetic.floating import Precision
from transpiler.ir import nodes as ir
from transpiler.ir.build import integer
from transpiler.lower.context import Context
from transpiler.lower.operand import FLOAT_DECIMAL_DIGITS, Kind, Operand, decimal_constant
from transpiler.lower.run_time_checks import checked_number

_CALLED = {"/": "float_quotient", "**": "float_power"}
_CALLED_EXTENDED = {"/": "extended_quotient", "**": "power"}


def floating_operand(context: Context, node: ast.Expression, precision: Precision) -> Operand:
    """An expression every operation of which is one of floating point."""
    return Operand(Kind.NUMBER, floating(context, node, precision))


def floating(context: Context, node: ast.Expression, precision: Precision) -> ir.Expr:
    """An operand or expression as a floating-point number."""
    if isinstance(node, ast.Parenthesized):
        return floating(context, node.operand, precision)
    if isinstance(node, ast.UnaryOperation):
        value = floating(context, node.operand, precision)
        return ir.Negative(value) if node.operator == "-" else value
    if isinstance(node, ast.BinaryOperation):
        left, right = floating(context, node.left, precision), floating(context, node.right, precision)
        return combined(context, node.operator, left, right, precision)
    from transpiler.lower.expressions import operand

    return as_float(checked_number(context, operand(context, node)), precision)


def as_float(value: ir.Expr, precision: Precision) -> ir.Expr:
    """A number as one of the given precision."""
    if precision is Precision.EXTENDED:
        return value
    if isinstance(value, ir.Constant) and isinstance(value.value, int | Decimal):
        return ir.Constant(float(value.value))
    return ir.Call(ir.Name("float"), (value,))


def combined(context: Context, operator: str, left: ir.Expr, right: ir.Expr, precision: Precision) -> ir.Expr:
    """left operator right"""
    called = (_CALLED_EXTENDED if precision is Precision.EXTENDED else _CALLED).get(operator)
    value = (
        context.runtime_call(called, left, right) if called is not None else ir.Binary(operator, left, right)
    )
    return context.runtime_call("single", value) if precision is Precision.SINGLE else value


def received(
    context: Context, receiver: ast.Receiver, value: ir.Expr, precision: Precision
) -> tuple[ast.Receiver, ir.Expr]:
    """The receiver and what it gets of a floating-point result, which a fixed-point item always takes rounded (Language Reference,
    ROUNDED phrase)."""
    plain = replace(receiver, rounding=None)
    item = context.analysis.references.get(receiver.item)
    if isinstance(item, DataItem) and item.category is Category.FLOAT:
        if item.usage in FLOAT_DECIMAL_DIGITS and precision is not Precision.EXTENDED:
            return plain, _as_decimal(context, value)
        return plain, value
    scale = integer(item.scale if isinstance(item, DataItem) else 0)
    return plain, context.runtime_call(
        "rounded" if precision is Precision.EXTENDED else "fixed", value, scale
    )


def _as_decimal(context: Context, value: ir.Expr) -> ir.Expr:
    """A `float` as the decimal number that an item of decimal floating point takes."""
    if isinstance(value, ir.Constant) and isinstance(value.value, float):
        return decimal_constant(context, Decimal(repr(value.value)))
    context.decimal()
    return ir.Call(ir.Name("Decimal"), (value,))
