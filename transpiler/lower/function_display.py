"""How DISPLAY prints the result of a function, and what a MOVE to text makes of it.

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
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.functions import Lower, has_all_subscript, intrinsic_of, keeps_all_bits
from transpiler.lower.operand import Kind, digit_positions, moved_text, number

Shown = Callable[[Context, ast.Expression], ir.Expr]
_CHOOSING = ("MAX", "MIN", "MEAN", "MEDIAN")
_INTEGER_DIGITS = 9
_BINARY_DIGITS = {1: 3, 2: 5, 4: 10, 8: 20}
"""Digits that DISPLAY prints of a signed native binary item, by its bytes."""


class Form(NamedTuple):
    """Digits, decimal places and sign of a numeric item."""

    digits: int
    scale: int
    signed: bool


def shown_function(context: Context, node: ast.FunctionCall, lower: Lower, shown: Shown) -> ir.Expr | None:
    """A function call as DISPLAY prints it; None when its text is the value itself. `shown` shows an argument."""
    value = lower(context, node)
    if value.kind is Kind.TEXT:
        return None
    intrinsic = intrinsic_of(node)
    if isinstance(value.expr, ir.Constant):
        return text(_constant_digits(context, node, value.expr))
    if intrinsic.digits:
        return ir.Formatted(value.expr, f"0{intrinsic.digits}d")
    if node.name in _CHOOSING:
        chosen = _chosen(context, node, lower, shown)
        if chosen is not None:
            return chosen
    if intrinsic.result == "FLOAT" or _is_floating(context, node):
        return _call(context, "shown_float", value.expr)
    if not context.dialect.pretty_display:
        return _unedited(context, node, value.expr)
    comma = (("decimal_comma", ir.Constant(True)),) if context.analysis.symbols.decimal_comma else ()
    form = _form(context, node, _displayed_digits)
    if form is not None:
        return _in_form(context, value.expr, form, comma)
    if node.name == "ABS":
        argument = lower(context, _innermost(node))
        return _call(context, "shown_absolute", number(context, argument), keywords=comma)
    return shown_result(context, value.expr)


def shown_result(context: Context, value: ir.Expr) -> ir.Expr:
    """The result of a function, or of an expression that is an argument of one, in the form that goes by its value."""
    comma = (("decimal_comma", ir.Constant(True)),) if context.analysis.symbols.decimal_comma else ()
    return _call(context, "shown", value, keywords=comma)


def _innermost(node: ast.FunctionCall) -> ast.Expression:
    """The argument of ABS; of ABS of ABS that of the inner one."""
    argument = node.arguments[0]
    inner = isinstance(argument, ast.FunctionCall) and argument.name == "ABS"
    return _innermost(argument) if inner and isinstance(argument, ast.FunctionCall) else argument


def _unedited(context: Context, node: ast.FunctionCall, value: ir.Expr) -> ir.Expr:
    """A result as DISPLAY prints it where the dialect does not edit numbers: digits without a point."""
    form = _form(context, node, _all_digits)
    if form is None:
        return _call(context, "unedited", value)
    digits = context.runtime_call("digits_text", value, integer(form.digits), integer(form.scale))
    if not form.signed:
        return digits
    plus = text("+")  # only ABS has the form of an item
    return ir.Binary("+", digits, plus) if _is_zoned(context, node) else ir.Binary("+", plus, digits)


def _is_zoned(context: Context, expression: ast.Expression) -> bool:
    """Whether ABS gets a DISPLAY item with its sign at the end."""
    if isinstance(expression, ast.FunctionCall):
        return _is_zoned(context, expression.arguments[0])
    item = context.analysis.references.get(expression) if isinstance(expression, ast.Identifier) else None
    return isinstance(item, DataItem) and item.usage is Usage.DISPLAY and not item.sign_leading


def function_characters(context: Context, node: ast.FunctionCall, value: ir.Expr, lower: Lower) -> ir.Expr:
    """The digits of a numeric function result where a MOVE or a comparison takes it as text: without sign and point."""
    intrinsic = intrinsic_of(node)
    if isinstance(value, ir.Constant):
        return text(_constant_digits(context, node, value))
    if intrinsic.digits:
        return ir.Formatted(value, f"0{intrinsic.digits}d")

    def characters(context: Context, argument: ast.Expression) -> ir.Expr:
        return moved_text(context, lower(context, argument))

    if node.name in _CHOOSING:
        chosen = _chosen(context, node, lower, characters)
        if chosen is not None:
            return chosen
    form = _form(context, node, _moved_digits)
    if form is not None:
        return context.runtime_call("digits_text", value, integer(form.digits), integer(form.scale))
    if intrinsic.result == "FLOAT" or _is_floating(context, node):
        raise Unconvertible(f"the floating-point result of FUNCTION {node.name} as text", code="CBL6010")
    return _call(context, "result_text", value)


def _constant_digits(context: Context, node: ast.FunctionCall, value: ir.Constant) -> str:
    """The length of an item is a literal without leading zeros; that of a part or of a function's result is a number like any other."""
    measured = node.arguments[0]
    item = context.analysis.references.get(measured) if isinstance(measured, ast.Identifier) else None
    national = isinstance(item, DataItem) and item.category is Category.NATIONAL
    part = isinstance(measured, ast.Identifier) and measured.reference_modifier is not None
    width = _INTEGER_DIGITS if national or part or isinstance(measured, ast.FunctionCall) else 1
    return str(value.value).rjust(width, "0")


def _is_floating(context: Context, expression: ast.Expression) -> bool:
    """Whether ABS gets a floating-point item, and so returns one."""
    if isinstance(expression, ast.FunctionCall):
        return expression.name == "ABS" and _is_floating(context, expression.arguments[0])
    item = context.analysis.references.get(expression) if isinstance(expression, ast.Identifier) else None
    return isinstance(item, DataItem) and item.category is Category.FLOAT


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


def _form(
    context: Context, expression: ast.Expression, digits_of: Callable[[Context, DataItem], int]
) -> Form | None:
    """The form of what ABS returns, or of its argument; None when it goes by the value."""
    if isinstance(expression, ast.FunctionCall):
        return _form(context, expression.arguments[0], digits_of) if expression.name == "ABS" else None
    if isinstance(expression, ast.NumericLiteral):
        places = -int(Decimal(expression.value).as_tuple().exponent)
        written = sum(character.isdigit() for character in expression.text)
        return Form(written, places, expression.text[0] in "+-")
    if not isinstance(expression, ast.Identifier) or expression.reference_modifier is not None:
        return None
    item = context.analysis.references.get(expression)
    if not isinstance(item, DataItem) or item.category is not Category.NUMERIC:
        return None
    return Form(digits_of(context, item), item.scale, item.signed)


def _displayed_digits(context: Context, item: DataItem) -> int:
    native = keeps_all_bits(context, item) and item.usage not in (Usage.BINARY, Usage.COMP_X)
    return _BINARY_DIGITS.get(item.size, item.digits) if native else item.digits


def _all_digits(context: Context, item: DataItem) -> int:
    native = keeps_all_bits(context, item)
    return _BINARY_DIGITS.get(item.size, item.digits) if native else item.digits


def _moved_digits(context: Context, item: DataItem) -> int:
    return digit_positions(item)


def _in_form(
    context: Context, value: ir.Expr, form: Form, keywords: tuple[tuple[str, ir.Expr], ...]
) -> ir.Expr:
    arguments: tuple[ir.Expr, ...] = (value, integer(form.digits))
    if form.scale:
        arguments = (*arguments, integer(form.scale))
    if form.signed:
        keywords = (("signed", ir.Constant(True)), *keywords)
    return _call(context, "shown_as", *arguments, keywords=keywords)
