"""How DISPLAY prints the result of a function.

GnuCOBOL returns some results in an item with the form of an argument: ABS in that of its argument; MAX, MIN, MEAN and MEDIAN
in that of the argument they choose. Others get a form that goes by the value.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem, Usage
from transpiler.ir import nodes as ir
from transpiler.ir.build import integer, text
from transpiler.lower.context import Context
from transpiler.lower.functions import Lower, has_all_subscript, intrinsic_of, keeps_all_bits
from transpiler.lower.operand import Kind

Shown = Callable[[Context, ast.Expression], ir.Expr]
_CHOOSING = ("MAX", "MIN", "MEAN", "MEDIAN")
_BINARY_DIGITS = {1: 3, 2: 5, 4: 10, 8: 20}
"""Digits that DISPLAY prints of a signed native binary item, by its bytes."""


class Form(NamedTuple):
    """Digits, decimal places and sign of a numeric item."""

    digits: int
    scale: int
    signed: bool


def shown_function(context: Context, node: ast.FunctionCall, lower: Lower, shown: Shown) -> ir.Expr | None:
    """A function call as DISPLAY prints it; None when its text is the value itself. `shown` shows an argument."""
    intrinsic = intrinsic_of(node)
    value = lower(context, node)
    if value.kind is Kind.TEXT:
        return None
    if isinstance(value.expr, ir.Constant):
        return text(str(value.expr.value))
    if intrinsic.digits:
        return ir.Formatted(value.expr, f"0{intrinsic.digits}d")
    if node.name in _CHOOSING:
        chosen = _chosen(context, node, lower, shown)
        if chosen is not None:
            return chosen
    if intrinsic.result == "FLOAT":
        return _call(context, "shown_float", value.expr)
    comma = (("decimal_comma", ir.Constant(True)),) if context.analysis.symbols.decimal_comma else ()
    form = _form(context, node)
    if form is not None:
        return _in_form(context, value.expr, form, comma)
    return _call(context, "shown", value.expr, keywords=comma)


def _call(
    context: Context, name: str, *arguments: ir.Expr, keywords: tuple[tuple[str, ir.Expr], ...] = ()
) -> ir.Expr:
    return ir.Call(ir.Attribute(context.runtime("functions"), name), arguments, keywords)


def _chosen(context: Context, node: ast.FunctionCall, lower: Lower, shown: Shown) -> ir.Expr | None:
    """The shown form of the argument that the function chooses; None when it does not choose one."""
    if any(has_all_subscript(argument) for argument in node.arguments):
        return None
    if len(node.arguments) == 1:
        return shown(context, node.arguments[0])
    if node.name == "MEAN" or (node.name == "MEDIAN" and len(node.arguments) % 2 == 0):
        return None
    chooser = {"MAX": "shown_maximum", "MIN": "shown_minimum", "MEDIAN": "shown_median"}[node.name]
    pairs = [
        ir.Tuple((lower(context, argument).expr, shown(context, argument))) for argument in node.arguments
    ]
    return _call(context, chooser, *pairs)


def _form(context: Context, expression: ast.Expression) -> Form | None:
    """The form of what ABS returns, or of its argument; None when it goes by the value."""
    if isinstance(expression, ast.FunctionCall):
        return _form(context, expression.arguments[0]) if expression.name == "ABS" else None
    if isinstance(expression, ast.NumericLiteral):
        places = -int(Decimal(expression.value).as_tuple().exponent)
        written = sum(character.isdigit() for character in expression.text)
        return Form(written, places, expression.text[0] in "+-")
    if not isinstance(expression, ast.Identifier) or expression.reference_modifier is not None:
        return None
    item = context.analysis.references.get(expression)
    if not isinstance(item, DataItem) or item.category is not Category.NUMERIC:
        return None
    native = keeps_all_bits(context, item) and item.usage not in (Usage.BINARY, Usage.COMP_X)
    digits = _BINARY_DIGITS.get(item.size, item.digits) if native else item.digits
    return Form(digits, item.scale, item.signed)


def _in_form(
    context: Context, value: ir.Expr, form: Form, keywords: tuple[tuple[str, ir.Expr], ...]
) -> ir.Expr:
    arguments: tuple[ir.Expr, ...] = (value, integer(form.digits))
    if form.scale:
        arguments = (*arguments, integer(form.scale))
    if form.signed:
        keywords = (("signed", ir.Constant(True)), *keywords)
    return _call(context, "shown_as", *arguments, keywords=keywords)
