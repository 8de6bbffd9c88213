"""ALLOCATE and FREE."""

from __future__ import annotations

from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.expressions import Item, expression_of
from cobol_parser.build.registry import SyntaxProblem, builds
from cobol_parser.build.value_ranges import is_token


@builds("allocate_statement")
def allocate(context: BuildContext, children: list[Any]) -> ast.Allocate | ast.AllocateCharacters:
    """ALLOCATE item, or size CHARACTERS, with INITIALIZED and RETURNING. Raises: SyntaxProblem for other orders."""
    words: list[Item] = children[1:]
    returning = None
    if len(words) > 2 and is_token(words[-2], "RETURNING"):
        returning = _identifier(context, words[-1])
        words = words[:-2]
    value = None
    if len(words) > 2 and is_token(words[-2], "TO"):
        value = expression_of(context, words[-1:])
        words = words[:-2]
    initialized = is_token(words[-1], "INITIALIZED")
    words = words[:-1] if initialized else words
    if words and is_token(words[-1], "CHARACTERS"):
        if returning is None:
            raise SyntaxProblem("CBL3023", "ALLOCATE … CHARACTERS needs RETURNING", at=context.span)
        size = expression_of(context, words[:-1])
        return ast.AllocateCharacters(**context.statement(), size=size, value=value, returning=returning)
    item = _identifier(context, words[0] if len(words) == 1 else None)
    return ast.Allocate(**context.statement(), item=item, initialized=initialized, returning=returning)


def _identifier(context: BuildContext, word: Item) -> ast.Identifier:
    if not isinstance(word, ast.Identifier):
        raise SyntaxProblem("CBL3023", "ALLOCATE needs the name of a data item here", at=context.span)
    return word


@builds("free_statement")
def free(context: BuildContext, children: list[Any]) -> ast.Free:
    """FREE operands."""
    return ast.Free(**context.statement(), operands=tuple(children[1]))
