"""Storing: one MOVE of an operand to a receiving item, by the categories of both (COBOL-85 standard, VI 6.18)."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem, IndexName, SpecialRegister, Usage
from transpiler.ir import nodes as ir
from transpiler.ir.build import integer, own, text
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.expressions import modifier_bounds, subscripts_of, variable_length
from transpiler.lower.operand import (
    FIGURATIVES,
    Kind,
    Operand,
    as_text,
    moved_text,
    national_text,
    number,
    number_in_text,
    text_bytes,
)
from transpiler.lower.place import Place, index_place, item_place
from transpiler.lower.registers import READ_ONLY, register_place
from transpiler.lower.run_time_checks import part_arguments

MAX_DIGITS = 38
"""Digits of the largest number in GnuCOBOL (COB_MAX_DIGITS)."""

_EDITED_TEXT = (Category.ALPHANUMERIC_EDITED, Category.NATIONAL_EDITED)
_TEXT_RECEIVERS = (
    Category.ALPHANUMERIC,
    Category.ALPHABETIC,
    Category.NATIONAL,
    *_EDITED_TEXT,
)


def target_of(context: Context, identifier: ast.Identifier) -> ir.Expr:
    """The expression that an assignment to `identifier` stores into (no reference modifier)."""
    referent = context.analysis.references.get(identifier)
    if isinstance(referent, DataItem):
        return item_place(context, referent, subscripts_of(context, identifier)).read()
    if isinstance(referent, IndexName):
        return index_place(context, referent)
    if isinstance(referent, SpecialRegister) and referent.name not in READ_ONLY:
        return register_place(context, referent)
    raise Unconvertible(f"{identifier.name} cannot receive a value", code="CBL6002")


def move(context: Context, source: Operand, receiver: ast.Identifier) -> ir.Stmt:
    """MOVE `source` TO `receiver`."""
    referent = context.analysis.references.get(receiver)
    if isinstance(referent, IndexName) and not (source.integer or source.figurative == "ZERO"):
        raise Unconvertible(f"only an integer can be moved to index {receiver.name}", code="CBL6003")
    if not isinstance(referent, DataItem):
        return ir.Assign((target_of(context, receiver),), number(context, source))
    if referent in context.storage.sum_of_item and referent.category is Category.NUMERIC_EDITED:
        counter = ir.Attribute(own(context.storage.sum_of_item[referent]), "value")
        return ir.Assign((counter,), number(context, source))
    place = item_place(context, referent, subscripts_of(context, receiver))
    if receiver.reference_modifier is not None:
        start, length = modifier_bounds(context, receiver.reference_modifier)
        arguments = part_arguments(context, place, start, length)
        if source.national and not referent.utf16:
            raise Unconvertible("national text cannot be moved to a part of other text", code="CBL6003")
        sent = national_text(context, source) if referent.utf16 else as_text(context, source)
        return ir.Do(place.ask("put_part", sent, *arguments))
    return store(context, source, place)


def store(context: Context, source: Operand, place: Place) -> ir.Stmt:
    """MOVE `source` to the item at `place`."""
    item = place.item
    if item.is_variable and not _counts_itself(item):
        length = variable_length(context, item)
        return ir.Do(place.ask("put_part", _sent_text(context, source), integer(1), length))
    if item.category is Category.GROUP:
        return ir.Assign((place.read(),), _sent_text(context, source))
    if item.utf16:
        return _store_national(context, source, place)
    if source.national and item.category in _TEXT_RECEIVERS:
        raise Unconvertible(f"national text cannot be moved to {item.category}", code="CBL6003")
    if source.item is not None and source.item.category is Category.GROUP and item.category in _EDITED_TEXT:
        return ir.Do(place.ask("put_part", source.expr, integer(1)))
    if item.category in _TEXT_RECEIVERS:
        return ir.Assign((place.read(),), _from_the_left(source, item, moved_text(context, source)))
    if item.category in (Category.POINTER, Category.PROCEDURE_POINTER):
        return ir.Assign((place.read(),), source.expr)
    return _store_number(context, source, place)


def _from_the_left(source: Operand, item: DataItem, characters: ir.Expr) -> ir.Expr:
    """GnuCOBOL copies the first characters of an unsigned DISPLAY number even to a JUSTIFIED item that is shorter."""
    sent = source.item
    if sent is None or not item.justified or sent.category is not Category.NUMERIC:
        return characters
    if sent.usage is not Usage.DISPLAY or sent.signed or sent.size <= item.size:
        return characters
    return ir.Subscript(characters, (ir.Slice(None, integer(item.size)),))


def _store_national(context: Context, source: Operand, place: Place) -> ir.Stmt:
    if source.item is not None and source.item.category is Category.GROUP:
        return ir.Do(place.ask("put_bytes", source.expr))
    return ir.Assign((place.read(),), national_text(context, source))


def _store_number(context: Context, source: Operand, place: Place) -> ir.Stmt:
    if source.item is not None and source.item.category is Category.GROUP:
        return ir.Do(place.ask("put_part", source.expr, integer(1)))
    if source.kind is Kind.FILL:
        if source.figurative == "ALL" and isinstance(source.literal, str) and source.literal.isdigit():
            return ir.Assign((place.read(),), ir.Constant(_repeated(source.literal, place.item)))
        if context.dialect.nonnumeric_is_zero and (
            source.figurative in FIGURATIVES or source.figurative == "ALL"
        ):
            return ir.Assign((place.read(),), ir.Constant(0))
        if source.figurative != "ZERO":
            return ir.Do(place.ask("put_part", source.expr, integer(1)))
    if isinstance(source.literal, str) and not source.literal.isdigit():
        if context.dialect.nonnumeric_is_zero and place.item.category in (Category.NUMERIC, Category.FLOAT):
            return ir.Assign((place.read(),), ir.Constant(0))
        if not source.literal.strip(" ") and place.item.category is not Category.NUMERIC_EDITED:
            return ir.Do(place.ask("put_part", context.runtime("SPACES"), integer(1)))
        if _takes_characters(place.item):
            shown = text(source.literal[-place.item.size :].rjust(place.item.size, "0"))
            return ir.Do(place.ask("put_part", shown, integer(1)))
    if _is_plain_text(context, source):
        return ir.Assign((place.read(),), number_in_text(context, source.expr, place.item))
    return ir.Assign((place.read(),), number(context, source))


def whole_results(context: Context, item: DataItem) -> bool:
    """Whether arithmetic stores no decimal places in an edited item, since a floating currency sign stands for them."""
    return not context.dialect.currency_decimals and bool(item.picture and item.picture.currency_decimals)


def _is_plain_text(context: Context, source: Operand) -> bool:
    """Characters that a number has to be read from, and not an edited item or a sum counter."""
    edited = source.item is not None and source.item.category is Category.NUMERIC_EDITED
    return source.kind is Kind.TEXT and not edited and source.item not in context.storage.sum_of_item


def _takes_characters(item: DataItem) -> bool:
    """GnuCOBOL moves a nonnumeric literal character by character to a whole DISPLAY number without a sign in front or of its own."""
    zoned = item.category is Category.NUMERIC and item.usage is Usage.DISPLAY
    return zoned and item.scale == 0 and not item.sign_leading and not item.sign_separate


def _repeated(digits: str, item: DataItem) -> int:
    """ALL "digits" as a number: the literal repeated to 38 digits, of which the receiver keeps the last ones."""
    kept: int = 10 ** max(item.digits - item.scale, 1)
    return int((digits * MAX_DIGITS)[:MAX_DIGITS]) % kept


def _counts_itself(item: DataItem) -> bool:
    """The group holds the counter of one of its own tables: it receives at its maximum length."""
    inside = set(item.walk())
    return any(table.depending_on in inside for table in item.variable_tables)


def _sent_text(context: Context, source: Operand) -> ir.Expr:
    """The bytes of the sending item, as a group move sees them."""
    if source.kind is Kind.NUMBER and source.place is not None:
        return source.place.ask("text")
    return text_bytes(context, source)


def set_number(context: Context, receiver: ast.Identifier, value: ir.Expr) -> ir.Stmt:
    """Store a numeric result (a count, a pointer, an occurrence number) into any receiving item."""
    return move(context, Operand(Kind.NUMBER, value, integer=True), receiver)


def receiver_item(context: Context, receiver: ast.Identifier) -> DataItem | None:
    """The data item of a receiver, None for an index or a special register."""
    referent = context.analysis.references.get(receiver)
    return referent if isinstance(referent, DataItem) else None
