"""MOVE and INITIALIZE."""

from __future__ import annotations

from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.phrase_list import Phrase, gather, phrase
from cobol_parser.build.registry import SyntaxProblem, builds
from cobol_parser.source import Token


@builds("move_statement")
def move(context: BuildContext, children: list[Any]) -> ast.Move:
    """MOVE source TO receivers."""
    _, source, _, receivers = children
    return ast.Move(**context.statement(), source=source, receivers=tuple(receivers))


@builds("move_corresponding")
def move_corresponding(context: BuildContext, children: list[Any]) -> ast.MoveCorresponding:
    """MOVE CORRESPONDING group TO groups."""
    _, _, source, _, receivers = children
    return ast.MoveCorresponding(**context.statement(), source=source, receivers=tuple(receivers))


# --- INITIALIZE


@builds("initialize_statement")
def initialize(context: BuildContext, children: list[Any]) -> ast.Initialize:
    """INITIALIZE items and its phrases; the optional word THEN may stand before each of them."""
    _, items, *phrases = children
    found = gather(child for child in phrases if isinstance(child, Phrase))
    return ast.Initialize(
        **context.statement(),
        items=tuple(items),
        replacing=found.get("REPLACING", ()),
        with_filler="FILLER" in found,
        to_value=found.get("TO VALUE", ()),
        to_default="TO DEFAULT" in found,
    )


@builds("initialize_filler")
def initialize_filler(context: BuildContext, _children: list[Any]) -> Phrase:
    """WITH FILLER."""
    return phrase(context, "FILLER")


@builds("initialize_to_default")
def initialize_to_default(context: BuildContext, _children: list[Any]) -> Phrase:
    """TO DEFAULT."""
    return phrase(context, "TO DEFAULT")


@builds("initialize_to_value")
def initialize_to_value(context: BuildContext, children: list[Token]) -> Phrase:
    """ALL TO VALUE, or categories TO VALUE."""
    categories = tuple(token.upper for token in children if token.type not in ("TO", "VALUE"))
    return phrase(context, "TO VALUE", categories)


@builds("initialize_replacing")
def initialize_replacing(context: BuildContext, children: list[Any]) -> Phrase:
    """REPLACING category BY value …"""
    replacements: list[ast.InitializeReplacing] = children[1:]
    seen: set[str] = set()
    for replacement in replacements:
        if replacement.category in seen:
            message = f"REPLACING {replacement.category} is written twice"
            raise SyntaxProblem("CBL3020", message, at=replacement.span)
        seen.add(replacement.category)
    return phrase(context, "REPLACING", tuple(replacements))


@builds("initialize_replacement")
def initialize_replacement(context: BuildContext, children: list[Any]) -> ast.InitializeReplacing:
    """category [DATA] BY value."""
    return ast.InitializeReplacing(span=context.span, category=children[0].upper, value=children[-1])
