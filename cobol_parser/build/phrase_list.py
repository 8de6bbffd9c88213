"""Phrases of a statement that may come in any order, sorted by name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from cobol_parser.build.context import BuildContext
from cobol_parser.build.registry import SyntaxProblem
from cobol_parser.source import Span, Token


class Phrase(NamedTuple):
    """One phrase: its name for people, what it says, and where it stands."""

    name: str
    value: Any
    span: Span


def phrase(context: BuildContext, name: str, value: Any = True) -> Phrase:
    """Make a phrase of the rule that is being built."""
    return Phrase(name, value, context.span)


def gather(children: Iterable[object], *exclusive: tuple[str, ...]) -> dict[str, Any]:
    """Return the phrases among `children` by name; keywords (tokens) count as phrases of their own name.

    Raises: SyntaxProblem, when a phrase is written twice, or two phrases of one group in `exclusive` are written.
    """
    found: dict[str, Any] = {}
    for child in children:
        if isinstance(child, Token):
            child = Phrase(child.type.replace("_", "-"), True, Span(child, child))
        if not isinstance(child, Phrase):
            continue
        if child.name in found:
            raise SyntaxProblem("CBL3020", f"{child.name} is written twice in this statement", at=child.span)
        for group in exclusive:
            rival = next((name for name in group if name in found), None)
            if child.name in group and rival is not None:
                message = f"{child.name} cannot be written together with {rival}"
                raise SyntaxProblem("CBL3021", message, at=child.span)
        found[child.name] = child.value
    return found
