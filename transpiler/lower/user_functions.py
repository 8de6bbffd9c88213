"""User-defined functions: FUNCTION-ID programs (ISO 1989:2002, 15.2)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from cobol_parser import ast
from cobol_parser.symbols import DataItem
from transpiler.ir import nodes as ir
from transpiler.ir.build import own, text
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.operand import Kind, Operand, as_text, literal_digits
from transpiler.lower.place import Place, referent_place

Lower = Callable[[Context, ast.Expression], Operand]


def user_function(context: Context, node: ast.FunctionCall, lower: Lower) -> Place:
    """FUNCTION f (a)  ->  R.over(self.invoke("F", self.a)), the item that the function returns."""
    function = context.functions[node.name]
    arguments = tuple(_argument(context, argument, lower) for argument in node.arguments)
    result = ir.Call(own("invoke"), (text(node.name), *arguments))
    made = ir.Name(function.record.class_name)
    over = ir.Call(ir.Attribute(made, "over"), (result,))
    attribute = function.field.attribute if function.field is not None else None
    return Place(function.returning, over, made, attribute)


def _argument(context: Context, argument: ast.Expression, lower: Lower) -> ir.Expr:
    """Items are passed by reference; a literal as its characters, the sign first; a number that is worked out as a native
    binary."""
    meant = context.analysis.references.get(argument) if isinstance(argument, ast.Identifier) else None
    whole = isinstance(argument, ast.Identifier) and argument.reference_modifier is None
    if whole and isinstance(argument, ast.Identifier) and isinstance(meant, DataItem):
        place = referent_place(context, argument)
        return place.record if place.attribute is None else place.ask("area")
    value = lower(context, argument)
    if isinstance(value.literal, Decimal):
        sign = "-" if value.literal < 0 else ""
        return context.runtime_call("content", text(sign + literal_digits(value)))
    if value.kind is Kind.NUMBER and not value.integer:
        raise Unconvertible(
            "an expression with decimal places as argument of a user-defined function", code="CBL6010"
        )
    if value.kind is Kind.NUMBER and isinstance(argument, ast.FunctionCall):
        return context.runtime_call("content", value.expr)
    if value.kind is Kind.NUMBER:
        return context.runtime_call("by_value", value.expr, ir.Constant(8))
    return context.runtime_call("content", as_text(context, value))
