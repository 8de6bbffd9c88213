"""ACCEPT and DISPLAY, and EXHIBIT. Forms that place fields on a screen are not converted."""

from __future__ import annotations

from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.phrase_list import Phrase, gather, phrase
from cobol_parser.build.registry import SyntaxProblem, builds
from cobol_parser.build.unsupported import unsupported
from cobol_parser.build.value_ranges import is_token
from cobol_parser.source import Token

_SCREEN = "fields placed on a screen are not converted"


@builds("accept_statement")
def accept(context: BuildContext, children: list[Any]) -> ast.Accept | ast.UnsupportedStatement:
    """ACCEPT item [FROM source]."""
    _, item, source, screen, exception, _ = children
    if screen is not None:
        return unsupported(context, "CBL6040", _SCREEN)
    words, name = source or ("", None)
    return ast.Accept(**context.statement(), item=item, source=words, name=name, exception=exception)


@builds("accept_at_position")
def accept_at_position(context: BuildContext, _children: list[Any]) -> ast.UnsupportedStatement:
    """ACCEPT (line, column) item."""
    return unsupported(context, "CBL6040", _SCREEN)


@builds("accept_source")
def accept_source(_context: BuildContext, children: list[Any]) -> tuple[str, ast.Expression | None]:
    """FROM source: its words, and the name behind ENVIRONMENT."""
    last = children[-1]
    if isinstance(last, ast.Expression):
        return "ENVIRONMENT", last
    return " ".join(token.upper for token in children[1:]), None


@builds("display_statement")
def display(context: BuildContext, children: list[Any]) -> ast.Display | ast.UnsupportedStatement:
    """DISPLAY items [UPON device] [WITH NO ADVANCING]."""
    _, *parts, exception, _ = children
    found = gather(part for part in parts if not (isinstance(part, Phrase) and part.name == "AT"))
    if any(isinstance(part, Phrase) and part.name == "AT" for part in parts):
        return unsupported(context, "CBL6040", _SCREEN)
    items = tuple(part for part in parts if isinstance(part, ast.Expression))
    if not items:
        raise SyntaxProblem("CBL3022", "DISPLAY needs something to show", at=context.span)
    return ast.Display(
        **context.statement(),
        items=items,
        upon=found.get("UPON"),
        no_advancing="NO ADVANCING" in found,
        exception=exception,
    )


@builds("display_omitted")
def display_omitted(context: BuildContext, _children: list[Any]) -> ast.UnsupportedStatement:
    """DISPLAY OMITTED with attributes: something is done to the screen."""
    return unsupported(context, "CBL6040", _SCREEN)


@builds("display_upon")
def display_upon(context: BuildContext, children: list[Token]) -> Phrase:
    """UPON device."""
    return phrase(context, "UPON", children[1].upper)


@builds("no_advancing")
def no_advancing(context: BuildContext, _children: list[Token]) -> Phrase:
    """WITH NO ADVANCING."""
    return phrase(context, "NO ADVANCING")


@builds("screen_phrase", "screen_position")
def screen_phrase(context: BuildContext, _children: list[Any]) -> Phrase:
    """A position or attributes on the screen."""
    return phrase(context, "AT")


@builds("exhibit_statement")
def exhibit(context: BuildContext, children: list[Any]) -> ast.Display | ast.UnsupportedStatement:
    """EXHIBIT [NAMED] of OS/VS COBOL: a DISPLAY of items with their names."""
    operands = [child for child in children[1:] if isinstance(child, ast.Expression)]
    written = [_spelled(operand) for operand in operands]
    if not operands or None in written or any(is_token(child, "CHANGED") for child in children):
        return unsupported(context, "CBL6041", "EXHIBIT CHANGED, or of parts of items, is not converted")
    items: list[ast.Expression] = []
    for operand, name in zip(operands, written, strict=True):
        label = (" " if items else "") + (f"{name} = " if name else "")
        if label:
            items.append(ast.AlphanumericLiteral(span=operand.span, value=label))
        items.append(operand)
    return ast.Display(**context.statement(), items=tuple(items))


def _spelled(operand: ast.Expression) -> str | None:
    """The name that EXHIBIT gives an operand; "" for a literal, None where it has none that is known here."""
    if not isinstance(operand, ast.Identifier):
        return ""
    plain = all(isinstance(subscript, ast.NumericLiteral) for subscript in operand.subscripts)
    if not plain or operand.qualifiers or operand.reference_modifier is not None:
        return None
    subscripts = ", ".join(part.text for part in operand.subscripts if isinstance(part, ast.NumericLiteral))
    return f"{operand.name} ({subscripts})" if subscripts else operand.name
