"""User-defined functions: FUNCTION-ID programs of the same file (ISO 1989:2002, 15.2)."""

from __future__ import annotations

from collections.abc import Callable

from cobol_parser import ast
from cobol_parser.symbols import DataItem
from transpiler.ir import nodes as ir
from transpiler.ir.build import own, text
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.operand import Kind, Operand, as_text
from transpiler.lower.place import Place, referent_place

Lower = Callable[[Context, ast.Expression], Operand]


def user_function(context: Context, node: ast.FunctionCall, lower: Lower) -> Place:
    """FUNCTION f (a)  ->  R.over(self.invoke("F", self.a)), the item that the function returns."""
    scope = context.functions[node.name]
    returning = scope.analysis.symbols.returning
    if returning is None:
        raise Unconvertible(f"function {node.name} has no RETURNING item", code="CBL6010")
    arguments = tuple(_argument(context, argument, lower) for argument in node.arguments)
    result = ir.Call(own("invoke"), (text(node.name), *arguments))
    record = scope.storage.record_of[returning]
    made = ir.Name(record.class_name)
    entry = scope.storage.field_of.get(returning)
    over = ir.Call(ir.Attribute(made, "over"), (result,))
    return Place(returning, over, made, entry.attribute if entry is not None else None)


def _argument(context: Context, argument: ast.Expression, lower: Lower) -> ir.Expr:
    """Items are passed by reference, anything else as the characters of its value."""
    meant = context.analysis.references.get(argument) if isinstance(argument, ast.Identifier) else None
    whole = isinstance(argument, ast.Identifier) and argument.reference_modifier is None
    if whole and isinstance(argument, ast.Identifier) and isinstance(meant, DataItem):
        place = referent_place(context, argument)
        return place.record if place.attribute is None else place.ask("area")
    value = lower(context, argument)
    if value.kind is Kind.NUMBER and value.literal is None:
        raise Unconvertible("an arithmetic expression as argument of a user-defined function", code="CBL6010")
    return context.runtime_call("content", as_text(context, value))
