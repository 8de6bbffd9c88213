"""Literals: numbers, quoted texts with their prefixes, figurative constants, ALL."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.registry import builds
from cobol_parser.source import Span, Token

FIGURATIVES = {
    "ZERO": "ZERO",
    "SPACE": "SPACE",
    "HIGH_VALUE": "HIGH-VALUE",
    "LOW_VALUE": "LOW-VALUE",
    "QUOTE": "QUOTE",
    "NULL": "NULL",
}
"""Terminal -> name in the tree."""


def number(context: BuildContext, token: Token, span: Span, sign: str = "") -> ast.NumericLiteral:
    """An INTEGER or DECIMAL token as a node; `sign` is "", "+" or "-"."""
    text = token.text.replace(",", ".")
    if sign == "-":
        text = "-" + text
    try:
        value = Decimal(text)
    except InvalidOperation:
        context.report("CBL3007", f"{token.text} is not a number", at=token)
        value = Decimal(0)
    return ast.NumericLiteral(span=span, text=text, value=value)


@builds("numeric_literal")
def numeric_literal(context: BuildContext, children: list[Any]) -> ast.NumericLiteral:
    """An unsigned number."""
    return number(context, children[0], context.span)


@builds("signed_literal")
def signed_literal(context: BuildContext, children: list[Any]) -> ast.NumericLiteral:
    """A number with a sign in front."""
    sign, token = children
    return number(context, token, context.span, "-" if sign.type == "MINUS" else "+")


@builds("alphanumeric_literal")
def alphanumeric_literal(context: BuildContext, children: list[Any]) -> ast.Expression:
    """A quoted literal, or a concatenation that begins with one."""
    if len(children) == 1:
        return literal(context, children[0], context.span)
    return _concatenated(context, children[0], children[2])


@builds("concatenation")
def concatenation(context: BuildContext, children: list[Any]) -> ast.Expression:
    """Constants, figurative constants and literals with `&` between them."""
    return _concatenated(context, children[0], children[2])


def _concatenated(
    context: BuildContext, left: ast.Expression, second: ast.Expression | Token
) -> ast.Expression:
    """Two operands joined; literals become one literal at once."""
    right = _joined(context, second)
    if isinstance(left, ast.NumericLiteral) or isinstance(right, ast.NumericLiteral):
        context.report("CBL3007", "numeric literals cannot be joined with '&'", at=right.span.first)
        return right
    if isinstance(left, ast.AlphanumericLiteral) and isinstance(right, ast.AlphanumericLiteral):
        kind = left.kind if left.kind == right.kind else ""
        return ast.AlphanumericLiteral(span=context.span, value=left.value + right.value, kind=kind)
    before = left.parts if isinstance(left, ast.Concatenation) else (left,)
    return ast.Concatenation(span=context.span, parts=(*before, right))


def _joined(context: BuildContext, operand: ast.Expression | Token) -> ast.Expression:
    if not isinstance(operand, Token):
        return operand
    span = Span(operand, operand)
    if operand.type == "STRING":
        return literal(context, operand, span)
    return ast.Identifier(span=span, name=operand.upper)


@builds("figurative_constant")
def figurative_constant(
    context: BuildContext, children: list[Any]
) -> ast.FigurativeConstant | ast.AllLiteral:
    """ZERO, SPACE, …; QUOTE is ALL of the mark that the program's compiler options make it."""
    return _quotes(context, children[0]) or ast.FigurativeConstant(
        span=context.span, name=FIGURATIVES[children[0].type]
    )


def _quotes(context: BuildContext, token: Token) -> ast.AllLiteral | None:
    """QUOTE where it is not the quotation mark but the apostrophe."""
    mark = context.dialect.quote
    if token.type != "QUOTE" or mark == '"':
        return None
    literal = ast.AlphanumericLiteral(span=Span(token, token), value=mark)
    return ast.AllLiteral(span=context.span, literal=literal)


@builds("all_literal")
def all_literal(context: BuildContext, children: list[Any]) -> ast.Expression:
    """ALL literal; ALL before a figurative constant changes nothing but is kept."""
    token: Token = children[1]
    span = Span(token, token)
    if (quotes := _quotes(context, token)) is not None:
        return quotes
    if token.type in FIGURATIVES:
        constant = ast.FigurativeConstant(span=span, name=FIGURATIVES[token.type])
        return ast.AllLiteral(span=context.span, literal=constant)
    text = literal(context, token, span)
    if not isinstance(text, ast.AlphanumericLiteral):
        context.report("CBL3007", "ALL needs an alphanumeric literal", at=token)
        return text
    return ast.AllLiteral(span=context.span, literal=text)


# --- quoted literals


_EMPTY = {"": " ", "N": " ", "X": "00", "NX": "00", "B": "0"}
"""What GnuCOBOL takes an empty literal for, by prefix; it refuses the others."""


def literal(context: BuildContext, token: Token, span: Span) -> ast.Expression:
    """A STRING token as a node: `"…"`, `X"…"`, `Z"…"`, `N"…"`, `NX"…"`, `G"…"`, and numbers `B"…"`, `BX"…"`, `H"…"`."""
    text = token.text
    start = 0
    while start < len(text) and text[start] not in "\"'":
        start += 1
    prefix = text[:start].upper()
    quote = text[start : start + 1]
    closed = len(text) > start + 1 and text.endswith(quote)
    body = text[start + 1 : -1] if closed else text[start + 1 :]
    body = body.replace(quote * 2, quote) if quote else body
    if not body:
        body = _EMPTY.get(prefix, "")
    if prefix == "H":
        return _hexadecimal_number(context, token, span, body)
    if prefix in ("B", "BX"):
        return _binary_number(context, token, span, body, 2 if prefix == "B" else 16)
    if prefix in ("N", "NX") and context.dialect.utf16_national:
        return ast.AlphanumericLiteral(span=span, value=_national(context, token, prefix, body), kind=prefix)
    if prefix in ("X", "NX"):
        return ast.AlphanumericLiteral(span=span, value=_from_hexadecimal(context, token, body), kind=prefix)
    value = body if body.isascii() else _bytes_as_text(body, token.inclusion.file.encoding)
    if prefix == "Z":
        if not body:
            context.report("CBL3007", 'Z"" needs at least one character', at=token)
        value += "\0"
    return ast.AlphanumericLiteral(span=span, value=value, kind=prefix)


def _national(context: BuildContext, token: Token, prefix: str, body: str) -> str:
    """The UTF-16 code units of a national literal, one character each."""
    data = body.encode("utf-16-be", "surrogatepass")
    if prefix == "NX":
        data = _from_hexadecimal(context, token, body).encode("latin-1")
        if len(data) % 2:
            context.report("CBL3007", f"{token.text} is not four hexadecimal digits a character", at=token)
    return "".join(chr(data[i] << 8 | data[i + 1]) for i in range(0, len(data) - 1, 2))


def _from_hexadecimal(context: BuildContext, token: Token, digits: str) -> str:
    """Bytes of a hexadecimal literal, one character each; reports odd or foreign digits."""
    try:
        return bytes.fromhex(digits).decode("latin-1")
    except ValueError:
        context.report("CBL3007", f"{token.text} is not an even number of hexadecimal digits", at=token)
        return ""


def _hexadecimal_number(context: BuildContext, token: Token, span: Span, digits: str) -> ast.NumericLiteral:
    """H"FF" is the number 255."""
    try:
        value = int(digits, 16)
    except ValueError:
        context.report("CBL3007", f"{token.text} is not hexadecimal", at=token)
        value = 0
    return ast.NumericLiteral(span=span, text=str(value), value=Decimal(value))


def _binary_number(
    context: BuildContext, token: Token, span: Span, digits: str, base: int
) -> ast.NumericLiteral:
    """B"101" is the number 5, BX"EC" 236."""
    try:
        value = int(digits, base)
    except ValueError:
        allowed = "0 and 1" if base == 2 else "hexadecimal ones"
        context.report("CBL3007", f"{token.text} has other digits than {allowed}", at=token)
        value = 0
    return ast.NumericLiteral(span=span, text=str(value), value=Decimal(value))


def _bytes_as_text(text: str, encoding: str) -> str:
    """The bytes of `text` in the source's encoding, one Latin-1 character each.

    Where the encoding is none that the converted program works in (EBCDIC, UTF-16), the text itself counts.
    """
    encoding = "utf-8" if encoding == "utf-8-sig" else encoding
    try:
        if "A".encode(encoding) == b"A":
            return text.encode(encoding).decode("latin-1")
        return text.encode("latin-1").decode("latin-1")
    except (UnicodeEncodeError, LookupError):
        return text.encode("utf-8", "replace").decode("latin-1")
