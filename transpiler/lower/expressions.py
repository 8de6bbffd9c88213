"""Expressions: operands, arithmetic, subscripts, reference modification, functions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.symbols import (
    ConditionName,
    Constant,
    DataItem,
    IndexName,
    SpecialRegister,
    SymbolicCharacter,
)
from transpiler.ir import nodes as ir
from transpiler.ir.build import integer, text
from transpiler.lower.addresses import address_operand
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.function_display import function_characters
from transpiler.lower.functions import function_operand, intrinsic_of
from transpiler.lower.intermediate import function_arguments, limited_operand, own_arithmetic
from transpiler.lower.operand import (
    FIGURATIVES,
    INDEX_DIGITS,
    Kind,
    Operand,
    decimal_constant,
    fill_characters,
    is_text,
    number,
)
from transpiler.lower.place import Place, index_place, item_place
from transpiler.lower.registers import register_operand
from transpiler.lower.run_time_checks import (
    checked_number,
    checked_subscripts,
    current_count,
    part_arguments,
)
from transpiler.lower.user_functions import user_function

_OPERANDS: dict[type[ast.Expression], Callable[[Context, Any], Operand]] = {}


def operand(context: Context, expression: ast.Expression) -> Operand:
    """Lower any expression to an operand."""
    lowering = _OPERANDS.get(type(expression))
    if lowering is None:
        raise Unconvertible(f"{type(expression).__name__} is not converted yet", code="CBL6000")
    return lowering(context, expression)


def numeric(context: Context, expression: ast.Expression) -> ir.Expr:
    """Lower an arithmetic expression; with run-time checks an item must hold a number."""
    return checked_number(context, operand(context, expression))


def integral(context: Context, expression: ast.Expression) -> ir.Expr:
    """Lower an expression that must be a Python int (subscripts, positions, counts)."""
    value = operand(context, expression)
    result = number(context, value)
    if value.integer or (isinstance(result, ir.Constant) and isinstance(result.value, int)):
        return result
    return ir.Call(ir.Name("int"), (result,))


def subscripts_of(context: Context, identifier: ast.Identifier) -> tuple[ir.Expr, ...]:
    """Lower the subscripts of an identifier: 1-based occurrence numbers."""
    with own_arithmetic(context):
        subscripts = tuple(integral(context, subscript) for subscript in identifier.subscripts)
    referent = context.analysis.references.get(identifier)
    item = referent.item if isinstance(referent, ConditionName) else referent
    return checked_subscripts(context, item, subscripts) if isinstance(item, DataItem) else subscripts


def _identifier(context: Context, node: ast.Identifier) -> Operand:
    referent = context.analysis.references.get(node)
    if isinstance(referent, DataItem):
        place = item_place(context, referent, subscripts_of(context, node))
        if node.reference_modifier is not None:
            return _modified(context, place, node.reference_modifier)
        return item_operand(context, place)
    if isinstance(referent, IndexName):
        return Operand(Kind.NUMBER, index_place(context, referent), integer=True, digits=INDEX_DIGITS)
    if isinstance(referent, SpecialRegister):
        register = register_operand(context, referent)
        return (
            register if node.reference_modifier is None else _part(context, register, node.reference_modifier)
        )
    if isinstance(referent, Constant):
        return operand(context, referent.value)
    if isinstance(referent, SymbolicCharacter):
        return Operand(Kind.FILL, context.runtime_call("Fill", text(referent.value)), figurative="ALL")
    if isinstance(referent, ConditionName):
        raise Unconvertible(f"condition-name {node.name} has no value", code="CBL6003")
    raise Unconvertible(f"{node.name} cannot be used as a value", code="CBL6002")


def item_operand(context: Context, place: Place) -> Operand:
    """The operand of a data item without reference modifier."""
    item = place.item
    if item.category in (Category.POINTER, Category.PROCEDURE_POINTER):
        return Operand(Kind.POINTER, place.read(), item=item, place=place)
    if is_text(item):
        if item.is_variable:
            length = variable_length(context, item)
            value = ir.Subscript(place.read(), (ir.Slice(None, length),))
            return Operand(Kind.TEXT, value, None, item=item, place=place)
        size = None if item.any_length else item.characters
        return Operand(Kind.TEXT, place.read(), size, item=item, place=place, national=item.utf16)
    whole = item.category is Category.INDEX or (item.category is Category.NUMERIC and item.scale <= 0)
    return Operand(Kind.NUMBER, place.read(), item=item, place=place, integer=whole)


def item_length(context: Context, place: Place) -> ir.Expr:
    """The length of an item in bytes: that of its description, or what it has become while the program runs."""
    if place.item.any_length:
        return ir.Attribute(place.record, "length")
    return variable_length(context, place.item) if place.item.is_variable else integer(place.item.size)


def variable_length(context: Context, item: DataItem) -> ir.Expr:
    """The current length of a group with OCCURS DEPENDING ON below it, in bytes."""
    length: ir.Expr | None = None
    fixed = item.size
    for table in item.variable_tables:
        own = table.occurs
        assert own is not None and own.depending_on is not None
        if len(table.dimensions) > len(item.dimensions) + 1:
            raise Unconvertible(f"{item.name} holds variable tables inside tables", code="CBL6054")
        fixed -= own.stride * own.maximum
        count = current_count(context, item, own)
        part = count if own.stride == 1 else ir.Binary("*", integer(own.stride), count)
        length = part if length is None else ir.Binary("+", length, part)
    assert length is not None
    return ir.Binary("+", integer(fixed), length) if fixed else length


def modifier_bounds(context: Context, modifier: ast.ReferenceModifier) -> tuple[ir.Expr, ir.Expr | None]:
    """Start (1-based) and length of a reference modifier."""
    with own_arithmetic(context, whole_quotients=True):
        start = integral(context, modifier.start)
        return start, integral(context, modifier.length) if modifier.length is not None else None


def _modified(context: Context, place: Place, modifier: ast.ReferenceModifier) -> Operand:
    start, length = modifier_bounds(context, modifier)
    size = constant_integer(length)
    first = constant_integer(start)
    fixed = is_text(place.item) and not place.item.any_length
    if first is not None and fixed and not (place.item.is_variable and length is None):
        whole = place.item.characters
        end = whole if length is None else None if size is None else first - 1 + size
        if end is not None and 1 <= first <= end <= whole:
            bounds = ir.Slice(
                integer(first - 1) if first > 1 else None,
                integer(end) if end < whole else None,
            )
            part = ir.Subscript(place.read(), (bounds,))
            return Operand(Kind.TEXT, part, end - first + 1, national=place.item.utf16)
    arguments = part_arguments(context, place, start, length)
    return Operand(Kind.TEXT, place.ask("part", *arguments), size, national=place.item.utf16)


def _numeric_literal(context: Context, node: ast.NumericLiteral) -> Operand:
    constant = decimal_constant(context, node.value)
    return Operand(
        Kind.NUMBER, constant, literal=node.value, integer=isinstance(constant.value, int), written=node.text
    )


def _alphanumeric_literal(context: Context, node: ast.AlphanumericLiteral) -> Operand:
    national = context.dialect.utf16_national and node.kind in ("N", "NX")
    return Operand(Kind.TEXT, text(node.value), len(node.value), literal=node.value, national=national)


def _concatenation(context: Context, node: ast.Concatenation) -> Operand:
    """`A & "b"`: constants and literals as one literal."""
    joined = ""
    for part in node.parts:
        value = operand(context, part)
        if value.kind is Kind.FILL:
            joined += str(fill_characters(value).value)
        elif isinstance(value.literal, str):
            joined += value.literal
        else:
            raise Unconvertible("only literals and constants can be joined with &", code="CBL6002")
    return Operand(Kind.TEXT, text(joined), len(joined), literal=joined)


def _figurative(context: Context, node: ast.FigurativeConstant) -> Operand:
    collating = context.analysis.symbols.program_collating
    if collating is not None and node.name in ("HIGH-VALUE", "LOW-VALUE"):
        native = FIGURATIVES[node.name][1]
        character = collating.high if node.name == "HIGH-VALUE" else collating.low
        if character != native:
            fill = context.runtime_call("Fill", text(character))
            return Operand(Kind.FILL, fill, literal=character, figurative=node.name)
    return Operand(Kind.FILL, context.runtime(FIGURATIVES[node.name][0]), figurative=node.name)


def _all_literal(context: Context, node: ast.AllLiteral) -> Operand:
    if isinstance(node.literal, ast.FigurativeConstant):
        return _figurative(context, node.literal)
    value = node.literal.value or " "  # GnuCOBOL takes an empty literal for a space
    return Operand(Kind.FILL, context.runtime_call("Fill", text(value)), literal=value, figurative="ALL")


def _binary(context: Context, node: ast.BinaryOperation) -> Operand:
    limited = limited_operand(context, node)
    if limited is not None:
        return limited
    left, right = operand(context, node.left), operand(context, node.right)
    left_value, right_value = checked_number(context, left), checked_number(context, right)
    if node.operator == "/" and context.whole_quotients and left.integer and right.integer:
        quotient = context.runtime_call("divide", left_value, right_value, integer(0))
        return Operand(Kind.NUMBER, ir.Call(ir.Name("int"), (quotient,)), integer=True)
    if node.operator == "/":
        return Operand(Kind.NUMBER, context.runtime_call("divide", left_value, right_value))
    if node.operator == "**":
        return Operand(Kind.NUMBER, context.runtime_call("power", left_value, right_value))
    whole = (left.integer or left.figurative == "ZERO") and (right.integer or right.figurative == "ZERO")
    return Operand(Kind.NUMBER, ir.Binary(node.operator, left_value, right_value), integer=whole)


def _unary(context: Context, node: ast.UnaryOperation) -> Operand:
    value = operand(context, node.operand)
    if node.operator == "+":
        return Operand(Kind.NUMBER, checked_number(context, value), integer=value.integer)
    if isinstance(value.literal, Decimal):
        constant = decimal_constant(context, -value.literal)
        return Operand(
            Kind.NUMBER, constant, literal=-value.literal, integer=value.integer, written=value.written
        )
    return Operand(Kind.NUMBER, ir.Negative(checked_number(context, value)), integer=value.integer)


def _parenthesized(context: Context, node: ast.Parenthesized) -> Operand:
    return operand(context, node.operand)


def _length_of(context: Context, node: ast.LengthOf) -> Operand:
    return Operand(Kind.NUMBER, length_of(context, node.operand), integer=True)


def length_of(context: Context, expression: ast.Expression) -> ir.Expr:
    """The length of an operand in bytes."""
    value = operand(context, expression)
    if value.place is not None:
        return item_length(context, value.place)
    width = 2 if value.national else 1
    if value.size is not None:
        return integer(width * value.size)
    if value.kind is Kind.TEXT:
        length = ir.Call(ir.Name("len"), (value.expr,))
        return ir.Binary("*", integer(width), length) if value.national else length
    raise Unconvertible("LENGTH OF needs a data item or text", code="CBL6003")


def _function(context: Context, node: ast.FunctionCall) -> Operand:
    with function_arguments(context):
        return _function_result(context, node)


def _function_result(context: Context, node: ast.FunctionCall) -> Operand:
    if node.name in context.functions:
        place = user_function(context, node, operand)
        if node.reference_modifier is not None:
            return _modified(context, place, node.reference_modifier)
        return item_operand(context, place)
    result = function_operand(context, node, operand)
    if node.reference_modifier is None:
        if result.kind is not Kind.NUMBER:
            return result
        characters = partial(function_characters, context, node, result.expr, operand)
        return replace(
            result, characters=characters, digits=result.digits or intrinsic_of(node).digits or None
        )
    return _part(context, result, node.reference_modifier)


def _part(context: Context, whole: Operand, modifier: ast.ReferenceModifier) -> Operand:
    """A reference modification of a text that has no storage: the value of a function or of a special register."""
    start, length = modifier_bounds(context, modifier)
    first, size = constant_integer(start), constant_integer(length)
    if (
        whole.size is not None
        and first is not None
        and size is not None
        and 1 <= first <= whole.size - size + 1
    ):
        bounds = ir.Slice(integer(first - 1) if first > 1 else None, integer(first - 1 + size))
        return Operand(Kind.TEXT, ir.Subscript(whole.expr, (bounds,)), size)
    part = ir.Attribute(context.runtime("functions"), "part_of")
    arguments = (whole.expr, start) if length is None else (whole.expr, start, length)
    return Operand(Kind.TEXT, ir.Call(part, arguments))


def constant_integer(value: ir.Expr | None) -> int | None:
    """The value of an integer literal, None for everything else."""
    if isinstance(value, ir.Constant) and isinstance(value.value, int):
        return value.value
    return None


_OPERANDS.update(
    {
        ast.Identifier: _identifier,
        ast.NumericLiteral: _numeric_literal,
        ast.AlphanumericLiteral: _alphanumeric_literal,
        ast.Concatenation: _concatenation,
        ast.FigurativeConstant: _figurative,
        ast.AllLiteral: _all_literal,
        ast.BinaryOperation: _binary,
        ast.UnaryOperation: _unary,
        ast.Parenthesized: _parenthesized,
        ast.LengthOf: _length_of,
        ast.FunctionCall: _function,
        ast.AddressOf: address_operand,
    }
)
