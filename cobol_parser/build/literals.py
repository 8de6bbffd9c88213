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
    """A quoted literal, or a concatenation of them with `&`."""
    if len(children) == 1:
        return literal(context, children[0], context.span)
    left, _, token = children
    right = literal(context, token, context.span)
    if not isinstance(left, ast.AlphanumericLiteral) or not isinstance(right, ast.AlphanumericLiteral):
        context.report("CBL3007", "numeric literals cannot be joined with '&'", at=token)
        return right
    kind = left.kind if left.kind == right.kind else ""
    return ast.AlphanumericLiteral(span=context.span, value=left.value + right.value, kind=kind)


@builds("figurative_constant")
def figurative_constant(context: BuildContext, children: list[Any]) -> ast.FigurativeConstant:
    """ZERO, SPACE, …"""
    return ast.FigurativeConstant(span=context.span, name=FIGURATIVES[children[0].type])


@builds("all_literal")
def all_literal(context: BuildContext, children: list[Any]) -> ast.Expression:
    """ALL literal; ALL before a figurative constant changes nothing but is kept."""
    token: Token = children[1]
    span = Span(token, token)
    if token.type in FIGURATIVES:
        constant = ast.FigurativeConstant(span=span, name=FIGURATIVES[token.type])
        return ast.AllLiteral(span=context.span, literal=constant)
    text = literal(context, token, span)
    if not isinstance(text, ast.AlphanumericLiteral):
        context.report("CBL3007", "ALL needs an alphanumeric literal", at=token)
        return text
    return ast.AllLiteral(span=context.span, literal=text)


# --- quoted literals


def literal(context: BuildContext, token: Token, span: Span) -> ast.Expression:
    """A STRING token as a node: `"…"`, `X"…"`, `Z"…"`, `N"…"`, `NX"…"`, `G"…"`, `B"…"`, `H"…"` (a number)."""
    text = token.text
    start = 0
    while start < len(text) and text[start] not in "\"'":
        start += 1
    prefix = text[:start].upper()
    quote = text[start : start + 1]
    closed = len(text) > start + 1 and text.endswith(quote)
    body = text[start + 1 : -1] if closed else text[start + 1 :]
    body = body.replace(quote * 2, quote) if quote else body
    if prefix == "H":
        return _hexadecimal_number(context, token, span, body)
    if prefix in ("X", "NX", "BX"):
        return ast.AlphanumericLiteral(span=span, value=_from_hexadecimal(context, token, body), kind=prefix)
    value = body if body.isascii() else _bytes_as_text(body, token.inclusion.file.encoding)
    if prefix == "Z":
        value += "\0"
    if prefix == "B" and set(value) - {"0", "1"}:
        context.report("CBL3007", f"{text} has other digits than 0 and 1", at=token)
    return ast.AlphanumericLiteral(span=span, value=value, kind=prefix)


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
