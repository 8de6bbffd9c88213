"""Phrases shared by statements: receiving items, ON SIZE ERROR and its like, names."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.registry import SyntaxProblem, builds
from cobol_parser.source import Token


@builds("statements")
def statements(context: BuildContext, children: list[Any]) -> tuple[ast.Statement, ...]:
    """Statements inside a statement."""
    return tuple(single_statements(children))


def single_statements(children: list[Any]) -> list[ast.Statement]:
    """Take apart what one SET makes several statements of: `SET A TO TRUE B TO FALSE`."""
    flat: list[ast.Statement] = []
    for child in children:
        if isinstance(child, list):
            flat += child
        else:
            flat.append(child)
    return flat


@builds("operands", "identifiers", "receivers")
def several(context: BuildContext, children: list[Any]) -> tuple[Any, ...]:
    """A list as a tuple."""
    return tuple(children)


@builds("receiver")
def receiver(context: BuildContext, children: list[Any]) -> ast.Receiver:
    """identifier [ROUNDED [MODE IS mode]]."""
    item = children[0]
    if not isinstance(item, ast.Identifier):
        raise SyntaxProblem("CBL3001", "expected a data item to store into; found a function", at=item.span)
    rounding = None
    if len(children) == 2:
        rounding = context.default_rounding
    elif len(children) > 2:
        rounding = children[3].upper
    return ast.Receiver(span=context.span, item=item, rounding=rounding)


@builds("procedure_name")
def procedure_name(context: BuildContext, children: list[Any]) -> ast.ProcedureName:
    """paragraph-name [OF section-name], or section-name."""
    section = children[-1].upper if len(children) > 1 else None
    return ast.ProcedureName(span=context.span, name=children[0].upper, section=section)


@builds(
    "size_error_phrases",
    "at_end_phrases",
    "invalid_key_phrases",
    "overflow_phrases",
    "exception_phrases",
    "end_of_page_phrases",
)
def conditional_phrase(context: BuildContext, children: list[Any]) -> ast.ConditionalPhrase:
    """A phrase, its NOT form, or both in either order."""
    taken: tuple[ast.Statement, ...] | None = None
    not_taken: tuple[ast.Statement, ...] | None = None
    for keyword, body in children:
        if keyword.type.startswith("NOT_"):
            not_taken = body
        else:
            taken = body
    if context.dialect.name == "ibm":
        taken, not_taken = _taken_back(taken, not_taken)
    return ast.ConditionalPhrase(span=context.span, taken=taken, not_taken=not_taken)


def _taken_back(
    taken: tuple[ast.Statement, ...] | None, not_taken: tuple[ast.Statement, ...] | None
) -> tuple[tuple[ast.Statement, ...] | None, tuple[ast.Statement, ...] | None]:
    """Give an enclosing statement the phrase that a DISPLAY at the end of its other phrase was read with: DISPLAY has no
    ON EXCEPTION in IBM Enterprise COBOL."""
    if taken and not_taken is None and isinstance(taken[-1], ast.Display):
        inner = taken[-1].exception
        if inner is not None and inner.taken is None:
            return (*taken[:-1], replace(taken[-1], exception=None)), inner.not_taken
    if not_taken and taken is None and isinstance(not_taken[-1], ast.Display):
        inner = not_taken[-1].exception
        if inner is not None and inner.not_taken is None:
            return inner.taken, (*not_taken[:-1], replace(not_taken[-1], exception=None))
    return taken, not_taken


def word(token: Token | None) -> str | None:
    """Upper-case text of an optional token."""
    return None if token is None else token.upper
