"""The grammar text: fragments of one Lark grammar, joined, with every terminal declared.

A fragment in `grammars/` or `grammars/statements/` may use any rule of any other fragment. Upper-case names are
terminals; those that `terminals.lark` does not declare are keywords and need no declaration anywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

CORE_FRAGMENTS = ("terminals", "program", "environment", "data", "expressions", "phrases")

_COMMENT = re.compile(r"//[^\n]*")
_DECLARATION = re.compile(r"%declare([A-Z0-9_ ]*)")
_STATEMENTS = re.compile(r"(?:\?|%extend )statement:((?:\s*\|?\s*[a-z_]+\b(?!\s*:))+)")
_TERMINAL = re.compile(r"(?<![A-Za-z0-9_])_?[A-Z][A-Z0-9_]*")


@dataclass(frozen=True)
class Fragment:
    """One `.lark` file; `name` is its path below `grammars/`."""

    name: str
    text: str


@dataclass(frozen=True)
class Grammar:
    """The joined fragments.

    `text` is what Lark reads; `keywords` maps a COBOL word (upper case) to its terminal.
    """

    fragments: tuple[Fragment, ...]

    @cached_property
    def declared(self) -> frozenset[str]:
        """Terminals declared by the fragments themselves: lexical kinds and joined words."""
        names: set[str] = set()
        for fragment in self.fragments:
            for match in _DECLARATION.finditer(fragment.text):
                names.update(match.group(1).split())
        return frozenset(names)

    @cached_property
    def keyword_terminals(self) -> tuple[str, ...]:
        """Terminals that stand for one COBOL word, sorted."""
        names: set[str] = set()
        for fragment in self.fragments:
            names.update(_TERMINAL.findall(_COMMENT.sub("", fragment.text)))
        return tuple(sorted(names - self.declared))

    @cached_property
    def keywords(self) -> dict[str, str]:
        """COBOL word -> terminal."""
        return {name.replace("_", "-"): name for name in self.keyword_terminals}

    @cached_property
    def statement_rules(self) -> tuple[str, ...]:
        """Rules that are statements, in order of the fragments."""
        names: list[str] = []
        for fragment in self.fragments:
            for match in _STATEMENTS.finditer(_COMMENT.sub("", fragment.text)):
                names += match.group(1).replace("|", " ").split()
        return tuple(names)

    @cached_property
    def text(self) -> str:
        """The whole grammar, keywords declared."""
        parts = [fragment.text for fragment in self.fragments]
        return "\n".join([*parts, "%declare " + " ".join(self.keyword_terminals), ""])

    def locate(self, line: int) -> str:
        """Return `fragment:line` for a line of `text`, to read Lark's messages by."""
        for fragment in self.fragments:
            length = fragment.text.count("\n") + 1
            if line <= length:
                return f"{fragment.name}:{line}"
            line -= length
        return "keyword declarations"


def load_grammar() -> Grammar:
    """Read all fragments that are installed with the package."""
    root = files("grammars")
    fragments = [
        Fragment(f"{name}.lark", root.joinpath(f"{name}.lark").read_text("utf-8")) for name in CORE_FRAGMENTS
    ]
    statements = root.joinpath("statements")
    for resource in sorted(statements.iterdir(), key=lambda item: item.name):
        if resource.name.endswith(".lark"):
            fragments.append(Fragment(f"statements/{resource.name}", resource.read_text("utf-8")))
    return Grammar(tuple(fragments))


def statement_rules() -> tuple[str, ...]:
    """Names of the rules that are statements."""
    return load_grammar().statement_rules
