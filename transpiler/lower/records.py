"""Record classes: one field for each data item, one property for each condition-name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cobol_parser import ast
from cobol_parser.diagnostics import Severity
from cobol_parser.picture import Category
from cobol_parser.symbols import ConditionName, DataItem, StorageSection, Usage
from transpiler.ir import nodes as ir
from transpiler.ir.build import SELF, integer, text
from transpiler.lower.conditions import condition_name_values
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.expressions import item_operand, operand
from transpiler.lower.operand import FIGURATIVES, FLOAT_DECIMAL_DIGITS, Kind, Operand
from transpiler.lower.place import item_place
from transpiler.lower.procedure import Method, location
from transpiler.lower.registry import comment_lines
from transpiler.lower.store import whole_results
from transpiler.storage.plan import FieldPlan, RecordPlan
from transpiler.storage.plan import Kind as RecordKind


@dataclass(frozen=True, slots=True)
class Field:
    """A line of a record class. `comments` stand before it."""

    name: str
    value: ir.Expr
    comments: tuple[str, ...]
    origin: ast.Node | None


@dataclass(frozen=True, slots=True)
class RecordClass:
    """A record class to be printed."""

    name: str
    base: str
    documentation: str
    length: int | None
    """None for ANY LENGTH."""
    keywords: tuple[tuple[str, ir.Expr], ...]
    comments: tuple[str, ...]
    fields: tuple[Field, ...]
    methods: tuple[Method, ...]
    origin: ast.Node | None


def record_class(context: Context, plan: RecordPlan) -> RecordClass:
    """Make the class of one record."""
    root = plan.root
    title = f"{root.name or 'FILLER'}" if root is not None else plan.section.value + " items"
    where = f" ({location(root.entry)})" if root is not None and root.entry is not None else ""
    keywords: tuple[tuple[str, ir.Expr], ...] = ()
    if plan.kind is RecordKind.OWN and plan.storage > plan.length:
        keywords = (("storage", integer(plan.storage)),)
    if root is not None and root.children and not root.dimensions:
        initial = _initial(context, root)
        if initial is not None:
            keywords = (*keywords, ("value", initial))
    if context.dialect.sign == "ebcdic" and any(_has_overpunch(entry.item) for entry in plan.fields):
        keywords = (*keywords, ("sign", text("ebcdic")))
    loose = root is None and plan.section is not StorageSection.REPORT and not context.flow.exact
    return RecordClass(
        plan.class_name,
        "LooseItems" if loose else "Record",
        f"{title}{where}.",
        None if root is not None and root.any_length else plan.length,
        keywords,
        tuple(comment_lines(root.entry.comments)) if root is not None and root.entry is not None else (),
        tuple(_field(context, plan, entry) for entry in plan.fields if _needed(entry)),
        tuple(_condition(context, plan, condition, name) for condition, name in plan.conditions),
        root.entry if root is not None else context.analysis.program.data,
    )


def _has_overpunch(item: DataItem) -> bool:
    """Whether a sign is punched over a digit of the item."""
    return (
        item.category is Category.NUMERIC
        and item.usage is Usage.DISPLAY
        and item.signed
        and not item.sign_separate
    )


def _needed(entry: FieldPlan) -> bool:
    """Group fillers need no field of their own unless they have a value."""
    item = entry.item
    return not (item.is_filler and item.children and item.value is None)


def _field(context: Context, plan: RecordPlan, entry: FieldPlan) -> Field:
    item = entry.item
    value = _field_type(context, item, entry.at)
    if item.dimensions:
        sizes = tuple(
            ir.Tuple((integer(dimension.maximum), integer(dimension.stride))) for dimension in item.dimensions
        )
        value = context.runtime_call("Sliding" if item.moved_by else "Table", value, *sizes)
    elif item.moved_by:
        value = context.runtime_call("Sliding", value)
    comments: tuple[str, ...] = ()
    if item.entry is not None and item is not plan.root:
        comments = tuple(comment_lines(item.entry.comments))
    return Field(entry.attribute, value, comments, item.entry)


_Maker = Callable[[Context, DataItem, list[tuple[str, ir.Expr]]], ir.Expr]


def field_type(context: Context, item: DataItem) -> ir.Expr:
    """The kind of field that an item is, without its place and its initial value."""
    return _MAKERS[item.category](context, item, [])


def _field_type(context: Context, item: DataItem, at: int) -> ir.Expr:
    keywords: list[tuple[str, ir.Expr]] = [("at", integer(at))]
    initial = _initial(context, item)
    if initial is not None:
        keywords.append(("value", initial))
    return _MAKERS[item.category](context, item, keywords)


def _made(
    context: Context, name: str, arguments: tuple[ir.Expr, ...], keywords: list[tuple[str, ir.Expr]]
) -> ir.Expr:
    return ir.Call(context.runtime(name), arguments, tuple(keywords))


def _group(context: Context, item: DataItem, keywords: list[tuple[str, ir.Expr]]) -> ir.Expr:
    return _made(context, "Group", (integer(item.size),), keywords)


def _text(context: Context, item: DataItem, keywords: list[tuple[str, ir.Expr]]) -> ir.Expr:
    if item.is_filler and item.section is not StorageSection.REPORT and not item.utf16:
        return _made(context, "Filler", (integer(item.size),), keywords)
    if item.justified:
        keywords.append(("justified", ir.Constant(True)))
    if item.any_length:
        return _made(context, "AnyLengthText", (), keywords)
    if item.utf16:
        return _made(context, "National", (integer(item.characters),), keywords)
    return _made(context, "Text", (integer(item.size),), keywords)


def _alphanumeric_edited(context: Context, item: DataItem, keywords: list[tuple[str, ir.Expr]]) -> ir.Expr:
    assert item.picture is not None
    return _made(
        context,
        "NationalEdited" if item.utf16 else "AlphanumericEdited",
        (text(item.picture.text),),
        keywords,
    )


def _numeric_edited(context: Context, item: DataItem, keywords: list[tuple[str, ir.Expr]]) -> ir.Expr:
    assert item.picture is not None
    symbols = context.analysis.symbols
    if item.blank_when_zero:
        keywords.append(("blank_when_zero", ir.Constant(True)))
    if symbols.currency_symbol != "$" or symbols.currency_sign != "$":
        keywords.append(("currency", text(symbols.currency_sign)))
        if symbols.currency_symbol != symbols.currency_sign:
            keywords.append(("currency_symbol", text(symbols.currency_symbol)))
    if symbols.decimal_comma:
        keywords.append(("decimal_comma", ir.Constant(True)))
    if whole_results(context, item):
        keywords.append(("whole_results", ir.Constant(True)))
    return _made(context, "NumericEdited", (text(item.picture.text),), keywords)


def _numeric(context: Context, item: DataItem, keywords: list[tuple[str, ir.Expr]]) -> ir.Expr:
    described: list[tuple[str, ir.Expr]] = []
    if item.scale:
        described.append(("scale", integer(item.scale)))
    if item.signed:
        described.append(("signed", ir.Constant(True)))
    usage = item.usage
    digits = (integer(item.digits),)
    if usage is Usage.DISPLAY:
        if item.signed and item.sign_leading:
            described.append(("leading", ir.Constant(True)))
        if item.signed and item.sign_separate:
            described.append(("separate", ir.Constant(True)))
        return _made(context, "Zoned", digits, [*described, *keywords])
    if usage is Usage.COMP_3:
        return _made(context, "Packed", digits, [*described, *keywords])
    if usage is Usage.COMP_6:
        return _made(context, "UnsignedPacked", digits, [*described, *keywords])
    described.append(("size", integer(item.size)))
    if usage is Usage.BINARY:
        if not context.dialect.binary_truncate:
            described.append(("truncate", ir.Constant(False)))
        return _made(context, "Binary", digits, [*described, *keywords])
    if usage is Usage.COMP_X:
        described.append(("big_endian", ir.Constant(True)))
    return _made(context, "NativeBinary", digits, [*described, *keywords])


def _float(context: Context, item: DataItem, keywords: list[tuple[str, ir.Expr]]) -> ir.Expr:
    digits = FLOAT_DECIMAL_DIGITS.get(item.usage)
    if digits is not None:
        return _made(context, "FloatDecimal", (integer(digits),), keywords)
    return _made(context, "Float32" if item.usage is Usage.COMP_1 else "Float64", (), keywords)


def _index(context: Context, item: DataItem, keywords: list[tuple[str, ir.Expr]]) -> ir.Expr:
    return _made(context, "Index", (), keywords)


def _pointer(context: Context, item: DataItem, keywords: list[tuple[str, ir.Expr]]) -> ir.Expr:
    return _made(context, "Pointer", (), keywords)


_MAKERS: dict[Category, _Maker] = {
    Category.GROUP: _group,
    Category.ALPHABETIC: _text,
    Category.ALPHANUMERIC: _text,
    Category.NATIONAL: _text,
    Category.BOOLEAN: _text,
    Category.ALPHANUMERIC_EDITED: _alphanumeric_edited,
    Category.NATIONAL_EDITED: _alphanumeric_edited,
    Category.NUMERIC_EDITED: _numeric_edited,
    Category.NUMERIC: _numeric,
    Category.FLOAT: _float,
    Category.INDEX: _index,
    Category.POINTER: _pointer,
    Category.PROCEDURE_POINTER: _pointer,
}


def _initial(context: Context, item: DataItem) -> ir.Expr | None:
    """The VALUE clause as the argument of a field; none where it says what the item's category begins with anyway."""
    if _redefines(item):
        return None
    if item.value is None and item.category is Category.NATIONAL and not item.utf16:
        return context.runtime("LOW_VALUES")  # GnuCOBOL knows no initial value of the category
    if item.value is None or (is_pointer(item) and is_null(item.value)):
        return None
    if isinstance(item.value, ast.FigurativeConstant) and item.value.name in ("HIGH-VALUE", "LOW-VALUE"):
        if item.utf16 and item.value.name == "HIGH-VALUE":
            return context.runtime_call("Fill", text("\uffff"))
        return context.runtime(FIGURATIVES[item.value.name][0])  # whatever the collating sequence is
    try:
        value = operand(context, item.value)
    except Unconvertible as failure:
        context.diagnostics.report(
            failure.code,
            item.value.span,
            f"the VALUE of {item.name or 'FILLER'} is not converted: {failure.reason}",
            severity=Severity.ERROR,
        )
        return None
    if value.kind is Kind.FILL and item.is_numeric and value.figurative == "ZERO":
        return None
    if value.kind is Kind.NUMBER and not item.is_numeric and item.category is not Category.NUMERIC_EDITED:
        literal = item.value
        shown = literal.text if isinstance(literal, ast.NumericLiteral) else ""
        return text(shown)
    return value.expr


def _redefines(item: DataItem) -> bool:
    """Whether an item describes storage that another one has given its value already (standard, VALUE clause)."""
    return any(outer.redefines is not None for outer in item.lineage())


def is_pointer(item: DataItem) -> bool:
    """Items that hold an address: their Python value is an int, 0 for NULL."""
    return item.category in (Category.POINTER, Category.PROCEDURE_POINTER)


def is_null(value: ast.Node) -> bool:
    """Whether a VALUE is the figurative constant NULL."""
    return isinstance(value, ast.FigurativeConstant) and value.name == "NULL"


def _condition(context: Context, plan: RecordPlan, condition: ConditionName, name: str) -> Method:
    item = condition.item
    parameters = tuple(f"i{number}" for number in range(1, len(item.dimensions) + 1))
    parameters += ("moved",) if item.moved_by else ()
    context.record_self = SELF
    try:
        subscripts = tuple(ir.Name(parameter) for parameter in parameters)
        value: Operand = item_operand(context, item_place(context, item, subscripts))
        body: ir.Body = (ir.Return(condition_name_values(context, condition, value)),)
    except Unconvertible as failure:
        body = (ir.Raise(context.runtime_call("NotConverted", text(failure.code), text(failure.reason))),)
    finally:
        context.record_self = None
    return Method(
        name,
        f"{condition.name}.",
        "bool",
        body,
        condition.entry,
        "".join(f", {parameter}: int" for parameter in parameters),
        is_property=not parameters,
    )
