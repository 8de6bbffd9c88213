"""Elementary items: usage, PICTURE and the clauses that go with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cobol_parser import ast
from cobol_parser.declare.scope import Scope
from cobol_parser.picture import Category, Picture, PictureError, expand_constants, parse_picture
from cobol_parser.source import Span, Token
from cobol_parser.symbols import DataItem, Usage

MAXIMUM_BINARY_DIGITS = 18

_NATIVE_BINARY_DIGITS: Mapping[Usage, int] = {
    Usage.BINARY_CHAR: 2,
    Usage.BINARY_SHORT: 4,
    Usage.BINARY_LONG: 9,
    Usage.BINARY_DOUBLE: 18,
}
"""Digits that GnuCOBOL gives to items without PICTURE."""
_WITHOUT_PICTURE: Mapping[Usage, Category] = {
    Usage.COMP_1: Category.FLOAT,
    Usage.COMP_2: Category.FLOAT,
    Usage.FLOAT_DECIMAL_16: Category.FLOAT,
    Usage.FLOAT_DECIMAL_34: Category.FLOAT,
    Usage.INDEX: Category.INDEX,
    Usage.POINTER: Category.POINTER,
    Usage.PROCEDURE_POINTER: Category.PROCEDURE_POINTER,
    **dict.fromkeys(_NATIVE_BINARY_DIGITS, Category.NUMERIC),
}
_NUMERIC_ONLY = frozenset({Usage.BINARY, Usage.COMP_3, Usage.COMP_6})
_DIGITS_OF_BYTES = (2, 4, 7, 9, 12, 14, 16, 18)
"""Decimal digits that 1 to 8 bytes hold: PIC X(n) COMP-X is an n byte number."""


def describe_elementary(scope: Scope, item: DataItem, entry: ast.DataDescription) -> None:
    """Set the category and numeric attributes of an item without subordinates."""
    if item.usage in _WITHOUT_PICTURE:
        _describe_without_picture(scope, item, entry)
    else:
        picture = _picture(scope, item, entry)
        if picture is None:
            item.category = Category.ALPHANUMERIC
            return
        _apply_picture(scope, item, entry, picture)
    _apply_clauses(scope, item, entry)


def _describe_without_picture(scope: Scope, item: DataItem, entry: ast.DataDescription) -> None:
    if entry.picture is not None:
        scope.report(
            "CBL5003", entry.picture.span, f"{_name(item)} is USAGE {item.usage} and cannot have a PICTURE"
        )
    item.category = _WITHOUT_PICTURE[item.usage]
    item.digits = _NATIVE_BINARY_DIGITS.get(item.usage, 0)
    unsigned = entry.usage is not None and entry.usage.endswith(" UNSIGNED")
    item.signed = item.category is Category.FLOAT or (item.category is Category.NUMERIC and not unsigned)


# --- PICTURE


def _picture(scope: Scope, item: DataItem, entry: ast.DataDescription) -> Picture | None:
    clause = entry.picture
    if clause is None:
        return _implied_picture(scope, item, entry)
    symbols = scope.symbols
    try:
        text = expand_constants(clause.text, lambda name: _integer_constant(scope, name))
        return parse_picture(
            text,
            currency=symbols.currency_symbol,
            decimal_comma=symbols.decimal_comma,
            double_byte=scope.dialect.double_byte_pictures,
        )
    except PictureError as error:
        at = _symbol_token(clause.span.last, error.position)
        scope.report("CBL5001", at, f"PICTURE {clause.text} of {_name(item)}: {error.message}")
        return None


def _integer_constant(scope: Scope, name: str) -> int | None:
    value = scope.symbols.literal_number(name)
    return int(value) if value is not None and value == int(value) and value >= 0 else None


def _symbol_token(token: Token, position: int) -> Token:
    """The one character of a PICTURE token that an error is about."""
    if position >= len(token.text):
        return token
    symbol = token.text[position]
    return Token(token.type, symbol, token.inclusion, token.line, token.column + position)


def _implied_picture(scope: Scope, item: DataItem, entry: ast.DataDescription) -> Picture | None:
    """An item below level 01 may leave out PICTURE when its VALUE is an alphanumeric literal (extension)."""
    literal = item.value
    if isinstance(literal, ast.AlphanumericLiteral) and item.level not in (1, 77) and literal.value:
        return parse_picture(f"X({len(literal.value)})")
    if item.usage in (Usage.DISPLAY, Usage.NATIONAL) and literal is None:
        message = f"{_name(item)} has neither a PICTURE nor subordinate items"
    else:
        message = f"{_name(item)} needs a PICTURE"
    scope.report("CBL5002", entry.span.first, message)
    return None


def _apply_picture(scope: Scope, item: DataItem, entry: ast.DataDescription, picture: Picture) -> None:
    item.picture = picture
    item.category = picture.category
    item.digits = picture.digits
    item.scale = picture.scale
    item.signed = picture.signed
    at = entry.picture.span if entry.picture else entry.span
    _describe_national(scope, item, picture, at)
    if picture.category is Category.BOOLEAN:
        scope.report("CBL5009", at, f"{_name(item)} is boolean (PIC 1), which is not supported")
        item.category = Category.ALPHANUMERIC
    if item.usage in _NUMERIC_ONLY and picture.category is not Category.NUMERIC:
        scope.report("CBL5003", at, f"{_name(item)} is USAGE {item.usage} and needs a numeric PICTURE")
    elif item.usage in (Usage.COMP_5, Usage.COMP_X) and picture.category is Category.ALPHANUMERIC:
        _describe_bytes_as_number(item, picture)
    elif item.usage is Usage.COMP_6 and picture.signed:
        item.usage = Usage.COMP_3
    if item.usage in (Usage.BINARY, Usage.COMP_5) and item.digits > MAXIMUM_BINARY_DIGITS:
        scope.report(
            "CBL5004",
            at,
            f"{_name(item)} has {item.digits} digits; a binary item has at most {MAXIMUM_BINARY_DIGITS}",
        )


def _describe_national(scope: Scope, item: DataItem, picture: Picture, at: Span) -> None:
    """Where national is UTF-16 only text can be national; where it is not, nothing edited. PIC G is of double-byte characters."""
    utf16 = scope.rules.utf16_national
    if picture.category in (Category.NATIONAL, Category.NATIONAL_EDITED):
        item.utf16 = utf16 and "G" not in picture.text
        if picture.category is Category.NATIONAL_EDITED and not utf16:
            scope.report(
                "CBL5009", at, f"{_name(item)} is national-edited, which is supported in the ibm dialect only"
            )
    elif item.usage is Usage.NATIONAL and utf16:
        scope.report(
            "CBL5009", at, f"USAGE NATIONAL of {_name(item)}, which is {picture.category}, is not supported"
        )
    elif item.usage is Usage.NATIONAL:
        item.usage = Usage.DISPLAY


def _describe_bytes_as_number(item: DataItem, picture: Picture) -> None:
    """PIC X(n) COMP-X and COMP-5: an unsigned integer of n bytes."""
    item.category = Category.NUMERIC
    item.digits = _DIGITS_OF_BYTES[picture.size - 1] if picture.size <= len(_DIGITS_OF_BYTES) else 36


# --- SIGN, JUSTIFIED, BLANK WHEN ZERO


def _apply_clauses(scope: Scope, item: DataItem, entry: ast.DataDescription) -> None:
    _apply_sign(scope, item, entry)
    if entry.justified:
        _apply_justified(scope, item, entry)
    if entry.blank_when_zero:
        _apply_blank_when_zero(scope, item, entry)
    item.synchronized = entry.synchronized is not None and scope.rules.synchronized


def _apply_sign(scope: Scope, item: DataItem, entry: ast.DataDescription) -> None:
    """Keep the SIGN clause in force where it applies: signed DISPLAY items (standard VI 5.12)."""
    displayed = item.usage in (Usage.DISPLAY, Usage.NATIONAL)
    if entry.sign is not None and not (item.signed and displayed):
        scope.report(
            "CBL5005", entry.sign.span, f"SIGN needs S in the PICTURE of {_name(item)} and USAGE DISPLAY"
        )
    if not (item.signed and displayed):
        item.sign_leading = item.sign_separate = False
    elif scope.sign_separate and not item.sign_leading and item.category is Category.NUMERIC:
        item.sign_separate = True


def _apply_justified(scope: Scope, item: DataItem, entry: ast.DataDescription) -> None:
    if item.category in (Category.ALPHABETIC, Category.ALPHANUMERIC, Category.NATIONAL, Category.BOOLEAN):
        item.justified = True
    else:
        scope.report(
            "CBL5006", entry.span.first, f"{_name(item)} is {item.category}; JUSTIFIED is for text items"
        )


def _apply_blank_when_zero(scope: Scope, item: DataItem, entry: ast.DataDescription) -> None:
    """A numeric item becomes numeric-edited (standard VI 5.4.4); cobc makes one with decimal places a byte longer."""
    picture = item.picture
    at = entry.span.first
    if picture is None or item.usage not in (Usage.DISPLAY, Usage.NATIONAL):
        scope.report("CBL5007", at, f"BLANK WHEN ZERO needs USAGE DISPLAY for {_name(item)}")
    elif item.category is Category.NUMERIC and not item.signed:
        item.blank_when_zero = True
        item.category = Category.NUMERIC_EDITED
        size = picture.size + (picture.scale > 0)
        item.picture = replace(picture, category=Category.NUMERIC_EDITED, size=size)
    elif item.category is not Category.NUMERIC_EDITED:
        scope.report(
            "CBL5007",
            at,
            f"BLANK WHEN ZERO is for unsigned numeric and numeric-edited items, not {_name(item)}",
        )
    elif any(symbol == "*" for symbol, _ in picture.runs):
        scope.report("CBL5007", at, f"{_name(item)} has * in its PICTURE, which excludes BLANK WHEN ZERO")
    else:
        item.blank_when_zero = True


def _name(item: DataItem) -> str:
    return item.name or "FILLER"
