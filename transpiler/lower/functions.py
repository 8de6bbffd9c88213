"""FUNCTION calls: the table of intrinsic functions gives the Python name and the kinds of arguments and result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem, Dimension, Usage
from transpiler.intrinsics import INTRINSICS, Argument, Asks, Intrinsic
from transpiler.ir import nodes as ir
from transpiler.ir.build import SELF, integer, own, text
from transpiler.lower.collating import native_sequence, program_sequence
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.operand import Kind, Operand, as_text, fill_characters, number
from transpiler.lower.place import item_place

Lower = Callable[[Context, ast.Expression], Operand]
_DECIMAL = (Usage.DISPLAY, Usage.COMP_3, Usage.COMP_6)
_ASKED: Mapping[Asks, ir.Expr] = {"run": own("run"), "program": SELF, "file": ir.Name("__file__")}
_LENGTHS = ("LENGTH", "BYTE-LENGTH", "LENGTH-AN")


_NATIONAL = {"NATIONAL-OF": "national_of", "DISPLAY-OF": "display_of"}


def _transcoded(context: Context, node: ast.FunctionCall, lower: Lower) -> Operand:
    """NATIONAL-OF and DISPLAY-OF, with the code page that is named."""
    first, *page = (lower(context, argument) for argument in node.arguments)
    arguments = (as_text(context, first), *(number(context, value) for value in page))
    national = node.name == "NATIONAL-OF"
    if first.national is national:
        raise Unconvertible(f"FUNCTION {node.name} of the wrong class of text", code="CBL6010")
    return Operand(Kind.TEXT, context.runtime_call(_NATIONAL[node.name], *arguments), national=national)


def function_operand(context: Context, node: ast.FunctionCall, lower: Lower) -> Operand:
    """Lower a function call, its reference modifier aside."""
    if node.name in _NATIONAL and context.dialect.utf16_national and node.arguments:
        return _transcoded(context, node, lower)
    intrinsic = intrinsic_of(node)
    if node.name in _LENGTHS and len(node.arguments) == 1:
        known = _known_length(context, node, lower)
        if known is not None:
            return Operand(Kind.NUMBER, known, integer=True)
    if node.name == "MODULE-SOURCE":
        name = source_name(node)
        return Operand(Kind.TEXT, text(name), len(name))
    result, operands = _called(context, node, intrinsic, lower)
    if intrinsic.result == "TEXT":
        size = intrinsic.length or _same_length(node, operands)
        return Operand(Kind.TEXT, result, size, national=any(value.national for value in operands))
    if intrinsic.result == "SAME" and any(value.kind is not Kind.NUMBER for value in operands):
        return Operand(Kind.TEXT, result, national=any(value.national for value in operands))
    whole = intrinsic.result == "INTEGER" or (
        intrinsic.result == "SAME" and all(value.integer for value in operands)
    )
    return Operand(Kind.NUMBER, result, integer=whole)


def intrinsic_of(node: ast.FunctionCall) -> Intrinsic:
    """The intrinsic function that is called. Raises Unconvertible when it is unknown or lacks arguments."""
    intrinsic = INTRINSICS.get(node.name)
    if intrinsic is None:
        raise Unconvertible(
            f"there is no intrinsic function {node.name}, and no source at hand defines it (FUNCTION-ID)",
            code="CBL6010",
        )
    if intrinsic.unsupported is not None:
        raise Unconvertible(f"FUNCTION {node.name}: {intrinsic.unsupported}", code="CBL6010")
    if len(node.arguments) < intrinsic.required:
        raise Unconvertible(f"FUNCTION {node.name} needs {intrinsic.required} arguments", code="CBL6010")
    return intrinsic


def _same_length(node: ast.FunctionCall, operands: list[Operand]) -> int | None:
    """UPPER-CASE, LOWER-CASE and REVERSE keep the length of their argument."""
    if node.name in ("UPPER-CASE", "LOWER-CASE", "REVERSE") and operands:
        return operands[0].size
    return None


def _called(
    context: Context, node: ast.FunctionCall, intrinsic: Intrinsic, lower: Lower
) -> tuple[ir.Expr, list[Operand]]:
    name = intrinsic.python
    if node.keyword:
        name = f"{name}_{node.keyword.lower()}"
    operands: list[Operand] = []
    arguments: list[ir.Expr] = [_ASKED[intrinsic.asks]] if intrinsic.asks else []
    keywords = _settings(context, intrinsic)
    categories = _categories(intrinsic, len(node.arguments))
    if categories and categories[0] == "ITEM":
        keywords += _described(context, node, lower)
        categories = ()
    for category, argument in zip(categories, node.arguments, strict=False):
        every = _every_occurrence(context, argument, lower)
        if every is not None:
            arguments.append(every)
            continue
        value = lower(context, argument)
        operands.append(value)
        arguments.append(_argument(context, category, value))
    function = ir.Attribute(context.runtime("functions"), name)
    return ir.Call(function, tuple(arguments), tuple(keywords)), operands


def _categories(intrinsic: Intrinsic, count: int) -> tuple[Argument, ...]:
    """One category for each argument: the last `repeats` ones go on as often as needed."""
    categories = list(intrinsic.arguments)
    while intrinsic.repeats and len(categories) < count:
        categories += intrinsic.arguments[-intrinsic.repeats :]
    if len(categories) < count:
        raise Unconvertible(f"FUNCTION {intrinsic.name} has too many arguments", code="CBL6010")
    return tuple(categories[:count])


def _argument(context: Context, category: Argument, value: Operand) -> ir.Expr:
    if category in ("INTEGER", "NUMBER"):
        return number(context, value)
    if category == "ANY" and value.kind is Kind.NUMBER:
        return value.expr
    if category == "POINTER":
        return _address(value)
    if value.kind is Kind.FILL:
        return fill_characters(value)
    if value.kind is Kind.NUMBER and value.place is not None:
        return value.place.ask("text")
    return as_text(context, value)


def _address(value: Operand) -> ir.Expr:
    if value.kind is Kind.POINTER:
        return value.expr
    if value.figurative == "NULL":
        return integer(0)
    raise Unconvertible("the argument must be a pointer", code="CBL6010")


def source_name(node: ast.Node) -> str:
    """The name of the file that is converted, without folders."""
    inclusion = node.span.first.inclusion
    while inclusion.copied_at is not None:
        inclusion = inclusion.copied_at.inclusion
    return PurePath(inclusion.file.path).name


def _settings(context: Context, intrinsic: Intrinsic) -> list[tuple[str, ir.Expr]]:
    symbols = context.analysis.symbols
    keywords: list[tuple[str, ir.Expr]] = []
    if "decimal_comma" in intrinsic.settings and symbols.decimal_comma:
        keywords.append(("decimal_comma", ir.Constant(True)))
    if "currency_sign" in intrinsic.settings and symbols.currency_sign != "$":
        keywords.append(("currency_sign", text(symbols.currency_sign)))
    collating = program_sequence(context) if "collating" in intrinsic.settings else None
    if collating is not None:
        keywords.append(("collating", collating))
    native = native_sequence(context) if "native" in intrinsic.settings else None
    if native is not None:
        keywords.append(("native", native))
    return keywords


def _described(context: Context, node: ast.FunctionCall, lower: Lower) -> list[tuple[str, ir.Expr]]:
    """The description of an item whose extreme values are asked for."""
    item = lower(context, node.arguments[0]).item
    if item is None or item.category not in (Category.NUMERIC, Category.NUMERIC_EDITED):
        raise Unconvertible(f"FUNCTION {node.name} of something that is not a numeric item", code="CBL6010")
    described: list[tuple[str, ir.Expr]] = [
        ("digits", integer(max(item.digits, item.scale, item.digits - item.scale if item.scale < 0 else 0))),
        ("scale", integer(item.scale)),
        ("signed", ir.Constant(item.signed)),
    ]
    if keeps_all_bits(context, item):
        described.append(("bits", integer(8 * item.size)))
    return described


def keeps_all_bits(context: Context, item: DataItem) -> bool:
    """Whether a binary item takes every value that its bytes can hold."""
    if item.category is not Category.NUMERIC or item.usage in _DECIMAL:
        return False
    return item.usage is not Usage.BINARY or not context.dialect.binary_truncate


def has_all_subscript(argument: ast.Expression) -> bool:
    """Whether an argument stands for every occurrence of a table: TABLE (ALL)."""
    return isinstance(argument, ast.Identifier) and any(
        isinstance(subscript, ast.AllSubscript) for subscript in argument.subscripts
    )


def _every_occurrence(context: Context, argument: ast.Expression, lower: Lower) -> ir.Expr | None:
    """TABLE (ALL 2)  ->  *(self.table[i, 2] for i in range(1, 11)): each occurrence is an argument of its own."""
    if not isinstance(argument, ast.Identifier) or not has_all_subscript(argument):
        return None
    item = context.analysis.references.get(argument)
    if not isinstance(item, DataItem) or argument.reference_modifier is not None:
        raise Unconvertible(f"the subscript ALL of {argument.name}", code="CBL6010")
    if len(item.dimensions) == 1 and item.dimensions[0].depending_on is None and not item.moved_by:
        return ir.Starred(item_place(context, item).read())
    loops: list[tuple[ir.Name, ir.Expr]] = []
    subscripts: list[ir.Expr] = []
    for subscript, dimension in zip(argument.subscripts, item.dimensions, strict=True):
        if isinstance(subscript, ast.AllSubscript):
            last = _last_occurrence(context, dimension)
            counter = ir.Name("ijklmnopq"[len(loops)])
            loops.append((counter, ir.Call(ir.Name("range"), (integer(1), last))))
            subscripts.append(counter)
        else:
            subscripts.append(number(context, lower(context, subscript)))
    element = item_place(context, item, tuple(subscripts)).read()
    return ir.Starred(ir.Generator(element, tuple(loops)))


def _last_occurrence(context: Context, dimension: Dimension) -> ir.Expr:
    """One more than the number of occurrences, the end of a `range`."""
    if dimension.depending_on is None:
        return integer(dimension.maximum + 1)
    return ir.Binary("+", item_place(context, dimension.depending_on).read(), integer(1))


def _known_length(context: Context, node: ast.FunctionCall, lower: Lower) -> ir.Expr | None:
    """The length of an item or literal, which is known while converting; LENGTH counts the characters of national text."""
    from transpiler.lower.expressions import item_length

    value = lower(context, node.arguments[0])
    if value.national:
        width = 1 if node.name == "LENGTH" else 2
        if value.size is not None:
            return integer(width * value.size)
        characters = ir.Call(ir.Name("len"), (value.expr,))
        return ir.Binary("*", integer(2), characters) if width > 1 else characters
    if node.name == "LENGTH" and value.item is not None and value.item.category is Category.NATIONAL:
        return integer(value.item.size // 2)
    if value.place is not None:
        return item_length(context, value.place)
    return integer(value.size) if value.size is not None else None
