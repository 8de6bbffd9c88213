"""CALL, CANCEL, ENTRY, CHAIN, GOBACK, ENTER."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.registry import SyntaxProblem, builds
from cobol_parser.build.unsupported import unsupported
from cobol_parser.source import Span, Token


@builds("call_statement")
def call(context: BuildContext, children: list[Any]) -> ast.Call:
    """CALL program USING … RETURNING …"""
    *_, program, arguments, returning, exception, _ = children
    named = isinstance(returning, ast.Identifier) and returning.name == "NOTHING"
    nothing = named or isinstance(returning, Token)
    return ast.Call(
        **context.statement(),
        program=program,
        arguments=arguments or (),
        returning=None if nothing else returning,
        keeps_return_code=nothing,
        exception=exception and _with_own_exceptions(context, exception),
    )


_PLAIN_DISPLAY = frozenset({"cobol85", "ibm"})
"""Dialects whose DISPLAY has no ON EXCEPTION phrase."""


def _with_own_exceptions(context: BuildContext, phrase: ast.ConditionalPhrase) -> ast.ConditionalPhrase:
    """In `CALL … ON EXCEPTION DISPLAY … NOT ON EXCEPTION …` give the NOT phrase back to CALL.

    GnuCOBOL lets the DISPLAY have it, since its DISPLAY knows the phrase; where it does not, it can only be CALL's.
    """
    last = phrase.taken[-1] if phrase.taken else None
    if (
        context.dialect.name not in _PLAIN_DISPLAY
        or not isinstance(last, ast.Display)
        or last.exception is None
    ):
        return phrase
    if phrase.not_taken is not None or last.exception.taken is not None:
        return phrase
    assert phrase.taken is not None
    plain = replace(last, exception=None, span=Span(last.span.first, last.items[-1].span.last))
    return replace(phrase, taken=(*phrase.taken[:-1], plain), not_taken=last.exception.not_taken)


@builds("call_using")
def call_using(_context: BuildContext, children: list[Any]) -> tuple[ast.Argument, ...]:
    """USING operands. BY REFERENCE, CONTENT or VALUE holds until the next; without any, by reference."""
    mode = "REFERENCE"
    size: int | None = None
    arguments: list[ast.Argument] = []
    for word in children[1:]:
        if isinstance(word, str):
            mode = word
        elif isinstance(word, int):
            size = word or None
        elif isinstance(word, Token):
            arguments.append(ast.Argument(span=Span(word, word), mode=mode, value=None))
        else:
            arguments.append(ast.Argument(span=word.span, mode=mode, value=word, size=size))
            size = None
    return tuple(arguments)


@builds("call_mode")
def call_mode(_context: BuildContext, children: list[Token]) -> str:
    """BY REFERENCE, BY CONTENT, BY VALUE."""
    return children[-1].type


@builds("call_size")
def call_size(_context: BuildContext, children: list[Any]) -> int:
    """SIZE of a value argument in bytes; 0 for AUTO and DEFAULT."""
    last: Token = children[-1]
    return int(last.text) if last.type == "INTEGER" else 0


@builds("returning_value")
def returning_value(_context: BuildContext, children: list[Any]) -> ast.Expression | Token:
    """RETURNING item, or RETURNING OMITTED."""
    last: ast.Expression | Token = children[-1]
    return last


def returned(value: ast.Expression | Token | None) -> ast.Expression | None:
    """The operand of RETURNING; None where there is none, and for OMITTED."""
    return None if isinstance(value, Token) else value


@builds("cancel_statement")
def cancel(context: BuildContext, children: list[Any]) -> ast.Cancel:
    """CANCEL programs."""
    return ast.Cancel(**context.statement(), programs=tuple(children[1]))


@builds("goback_statement")
def goback(context: BuildContext, children: list[Any]) -> ast.Goback:
    """GOBACK [RETURNING value]."""
    return ast.Goback(**context.statement(), returning=returned(children[1]))


@builds("entry_statement")
def entry(context: BuildContext, children: list[Any]) -> ast.Entry:
    """ENTRY "name" USING parameters."""
    _, name, using = children
    if not isinstance(name, ast.AlphanumericLiteral):
        raise SyntaxProblem("CBL3023", "ENTRY needs a literal for its name", at=context.span)
    return ast.Entry(**context.statement(), name=name.value, using=using or ())


@builds("entry_for_go_to")
def entry_for_go_to(context: BuildContext, _children: list[Any]) -> ast.UnsupportedStatement:
    """ENTRY FOR GO TO name: the target of a GO TO ENTRY."""
    return unsupported(context, "CBL6049", "ENTRY FOR GO TO is not converted")


@builds("entry_using")
def entry_using(_context: BuildContext, children: list[Token]) -> tuple[ast.Parameter, ...]:
    """USING parameters with BY REFERENCE or BY VALUE before them."""
    mode = "REFERENCE"
    optional = False
    parameters: list[ast.Parameter] = []
    for word in children[1:]:
        if word.type == "WORD":
            span = Span(word, word)
            parameters.append(ast.Parameter(span=span, name=word.upper, mode=mode, optional=optional))
            optional = False
        elif word.type == "OPTIONAL":
            optional = True
        elif word.type != "BY":
            mode = word.type
    return tuple(parameters)


@builds("chain_statement")
def chain(context: BuildContext, _children: list[Any]) -> ast.UnsupportedStatement:
    """CHAIN program: end this run unit and start another."""
    return unsupported(context, "CBL6051", "CHAIN is not converted")


@builds("enter_statement")
def enter(context: BuildContext, children: list[Token]) -> ast.Enter:
    """ENTER language [routine]."""
    return ast.Enter(**context.statement(), words=tuple(token.upper for token in children[1:]))
