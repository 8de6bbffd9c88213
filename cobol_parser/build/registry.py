"""Which function builds what a grammar rule stands for.

    @builds("add_statement")
    def add(context: BuildContext, children: list[Any]) -> ast.Add: ...

A builder is called when its rule is reduced, children first, so names declared earlier in the program are known. `children`
holds tokens, and what the rules below returned:

- `?name` rules hand on their only child; `_name` rules, `x+` and `x*` are spliced into the parent;
- an absent `[…]` part is None, so positions stay fixed;
- a rule without a builder yields the list of its children (a rule `a: B -> c` is registered as "c").

Builders report errors through the context and still return a node, or raise `SyntaxProblem` when the rule makes no sense:
then the sentence or entry is given up as with any syntax error.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Any

from cobol_parser.build.context import BuildContext
from cobol_parser.source import Span, Token

Builder = Callable[[BuildContext, list[Any]], Any]

BUILDERS: dict[str, Builder] = {}


class SyntaxProblem(Exception):
    """A syntax error: `code`, `message`, where (`at`, by default the next token), and what may help."""

    def __init__(
        self,
        code: str,
        message: str,
        *,
        at: Token | Span | None = None,
        label: str = "",
        help: str | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.at = at
        self.label = label
        self.help = help


def builds(*rules: str) -> Callable[[Builder], Builder]:
    """Register a function as the builder of grammar rules. Raises ValueError when a rule has one already."""

    def register(builder: Builder) -> Builder:
        for rule in rules:
            if rule in BUILDERS:
                raise ValueError(f"two builders for {rule}: {BUILDERS[rule].__name__} and {builder.__name__}")
            BUILDERS[rule] = builder
        return builder

    return register


@cache
def builders() -> Mapping[str, Builder]:
    """Rule -> builder, from all modules of `cobol_parser.build`."""
    import cobol_parser.build

    for module in iter_modules(cobol_parser.build.__path__):
        import_module(f"cobol_parser.build.{module.name}")
    return MappingProxyType(BUILDERS)
