"""Operands: what a sending item, a literal or an expression is, and how to have it as a number or as text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem, Usage
from transpiler.ir import nodes as ir
from transpiler.ir.build import own, text
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.place import Place

INDEX_DIGITS = 9
"""Digits of an index-name, and of most special registers, as text."""


FLOAT_DECIMAL_DIGITS = {Usage.FLOAT_DECIMAL_16: 16, Usage.FLOAT_DECIMAL_34: 34}
"""Significant digits of decimal floating point."""


class Kind(Enum):
    """What an operand's expression evaluates to."""

    NUMBER = auto()
    """an int or a Decimal"""
    TEXT = auto()
    """a str, one character a byte"""
    FILL = auto()
    """a figurative constant or ALL literal, which takes the length of the other operand"""
    POINTER = auto()


@dataclass(frozen=True, slots=True)
class Operand:
    """A lowered operand.

    `size` is the length of a TEXT in characters when it is known. `literal` is the value of a literal. `item` and
    `place` are set for a data item without reference modifier. `figurative` is the name of a figurative constant.
    `integer` says that a NUMBER has no decimal places.
    """

    kind: Kind
    expr: ir.Expr
    size: int | None = None
    literal: Decimal | str | None = None
    item: DataItem | None = None
    place: Place | None = None
    figurative: str | None = None
    integer: bool = False
    written: str | None = None
    """A numeric literal as it was written, leading zeros and all."""
    national: bool = False
    """A TEXT of UTF-16 code units, not of bytes."""
    digits: int | None = None
    """Decimal digits of a NUMBER that is no data item: an index-name or a special register."""
    characters: Callable[[], ir.Expr] | None = None
    """Of a NUMBER that a function returns: its digits as a MOVE or a comparison with text sees them."""


FIGURATIVES = {
    "ZERO": ("ZEROS", "0"),
    "SPACE": ("SPACES", " "),
    "QUOTE": ("QUOTES", '"'),
    "HIGH-VALUE": ("HIGH_VALUES", "\xff"),
    "LOW-VALUE": ("LOW_VALUES", "\0"),
    "NULL": ("NULLS", "\0"),
}
"""Figurative constant: name in the runtime, character (native collating sequence)."""


def is_text(item: DataItem) -> bool:
    """Items whose Python value is a str."""
    return item.category not in (
        Category.NUMERIC,
        Category.FLOAT,
        Category.INDEX,
        Category.POINTER,
        Category.PROCEDURE_POINTER,
    )


def number(context: Context, operand: Operand) -> ir.Expr:
    """The operand as a numeric expression."""
    if operand.kind is Kind.NUMBER:
        return operand.expr
    if operand.kind is Kind.FILL and operand.figurative == "ZERO":
        return ir.Constant(0)
    if operand.place is not None and operand.item is not None:
        if operand.item in context.storage.sum_of_item:
            return counter_behind(context, operand).expr
        if operand.item.category is Category.NUMERIC_EDITED:
            return operand.place.ask("number")
        return number_in_text(context, operand.expr)
    if operand.kind is Kind.TEXT:
        return number_in_text(context, operand.expr)
    raise Unconvertible("a numeric value is needed here", code="CBL6003")


def number_in_text(context: Context, characters: ir.Expr, receiver: DataItem | None = None) -> ir.Expr:
    """The number that characters stand for; a DISPLAY receiver looks only at as many as it has digits."""
    arguments: tuple[ir.Expr, ...] = (characters,)
    keywords = {"decimal_comma": ir.Constant(True)} if context.analysis.symbols.decimal_comma else {}
    if receiver is not None and receiver.usage is Usage.DISPLAY and 0 <= receiver.scale <= receiver.digits:
        places = (ir.Constant(receiver.digits - receiver.scale), ir.Constant(receiver.digits))
        arguments = (characters, *places)
    return context.runtime_call("as_number", *arguments, **keywords)


def counter_behind(context: Context, operand: Operand) -> Operand:
    """In arithmetic and MOVE an edited item of a report that shows a sum is the sum counter; anything else is itself."""
    item = operand.item
    if (
        item is None
        or item not in context.storage.sum_of_item
        or item.category is not Category.NUMERIC_EDITED
    ):
        return operand
    counter = ir.Attribute(own(context.storage.sum_of_item[item]), "value")
    return Operand(Kind.NUMBER, counter, integer=item.scale <= 0)


def as_text(context: Context, operand: Operand) -> ir.Expr:
    """The operand as a str: the characters of its storage; digits without sign for an integer literal."""
    if operand.kind in (Kind.TEXT, Kind.FILL):
        return operand.expr
    if operand.kind is Kind.NUMBER:
        return number_text(context, operand)
    raise Unconvertible("a text value is needed here", code="CBL6003")


def moved_text(context: Context, operand: Operand) -> ir.Expr:
    """The operand as text in a MOVE to an alphanumeric item or a comparison with one.

    Elsewhere a function's number has no characters: GnuCOBOL takes the bytes of a temporary binary item there.
    """
    return operand.characters() if operand.characters is not None else as_text(context, operand)


def national_text(context: Context, operand: Operand) -> ir.Expr:
    """What national text receives or is compared with: as a MOVE to text, but HIGH-VALUE is the highest code unit."""
    if operand.kind is Kind.FILL and operand.figurative == "HIGH-VALUE":
        return context.runtime_call("Fill", text("\uffff"))
    return moved_text(context, operand)


def text_bytes(context: Context, operand: Operand) -> ir.Expr:
    """The operand as a group or a called program gets it: a character for each byte."""
    shown = as_text(context, operand)
    return context.runtime_call("national_bytes", shown) if operand.national else shown


def number_text(context: Context, operand: Operand) -> ir.Expr:
    """A number as the digits that an alphanumeric MOVE or comparison sees."""
    if isinstance(operand.literal, Decimal):
        return text(literal_digits(operand))
    item = operand.item
    if item is not None and operand.place is not None and item.category is Category.NUMERIC:
        if item.usage is Usage.DISPLAY and not item.signed and item.scale >= 0:
            return operand.place.ask("text")
        return context.runtime_call(
            "digits_text", operand.expr, ir.Constant(digit_positions(item)), ir.Constant(item.scale)
        )
    if operand.digits is not None:
        return context.runtime_call("digits_text", operand.expr, ir.Constant(operand.digits))
    if operand.characters is not None:
        raise Unconvertible(
            "the number of a function has no characters of its own here; move it to an item first",
            code="CBL6003",
        )
    raise Unconvertible("this number has no form as text", code="CBL6003")


def digit_positions(item: DataItem) -> int:
    """Digits of an item as a decimal number: of its PICTURE, or of the largest value of a native integer."""
    if item.digits:
        return item.digits
    return {1: 3, 2: 5, 4: 10, 8: 20}.get(item.size, 18)


def literal_digits(operand: Operand) -> str:
    """The digits of a numeric literal without sign and point."""
    if operand.written is not None and operand.written.strip("+-").replace(".", "").isdigit():
        return operand.written.strip("+-").replace(".", "")
    value = operand.literal
    assert isinstance(value, Decimal)
    sign, digits, exponent = value.as_tuple()
    del sign
    shown = "".join(str(digit) for digit in digits)
    if isinstance(exponent, int) and exponent > 0:
        shown += "0" * exponent
    elif isinstance(exponent, int) and -exponent > len(shown):
        shown = shown.rjust(-exponent, "0")
    return shown


def fill_characters(operand: Operand) -> ir.Constant:
    """The characters of a figurative constant or ALL literal, once."""
    if isinstance(operand.literal, str):
        return text(operand.literal)
    return text(FIGURATIVES[operand.figurative or "SPACE"][1])


def decimal_constant(context: Context, value: Decimal) -> ir.Constant:
    """A numeric literal: an int where it has no decimal places."""
    if value == value.to_integral_value():
        return ir.Constant(int(value))
    context.decimal()
    return ir.Constant(value)
