"""SEND, RECEIVE, ENABLE, DISABLE, PURGE, ACCEPT … MESSAGE COUNT: kept as words."""

from __future__ import annotations

from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.registry import builds


@builds("send_statement", "enable_statement", "disable_statement", "purge_statement", "accept_message_count")
def communication(context: BuildContext, children: list[Any]) -> ast.Communication:
    """A communication statement without conditional phrases."""
    words = _words(context, context.last)
    return ast.Communication(**context.statement(), verb=children[0].type, words=words)


@builds("receive_statement")
def receive(context: BuildContext, children: list[Any]) -> ast.Communication:
    """RECEIVE cd MESSAGE|SEGMENT INTO item [NO DATA …] [WITH DATA …]."""
    *_, without, with_, _ = children
    phrases: ast.ConditionalPhrase | None = None
    if without is not None or with_ is not None:
        phrases = ast.ConditionalPhrase(span=context.span, taken=without, not_taken=with_)
    last = context.first
    while last < context.last and context.tokens[last + 1].type not in (
        "NO_DATA",
        "WITH_DATA",
        "END_RECEIVE",
    ):
        last += 1
    words = _words(context, last)
    return ast.Communication(**context.statement(), verb="RECEIVE", words=words, no_data=phrases)


@builds("no_data_phrase", "with_data_phrase")
def data_phrase(_context: BuildContext, children: list[Any]) -> tuple[ast.Statement, ...]:
    """NO DATA statements, WITH DATA statements."""
    return tuple(children[1])


def _words(context: BuildContext, last: int) -> tuple[str, ...]:
    """The words behind the verb, up to token `last`."""
    return tuple(token.upper for token in context.tokens[context.first + 1 : last + 1])
