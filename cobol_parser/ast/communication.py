"""SEND, RECEIVE, ENABLE, DISABLE, PURGE: parsed, never converted."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.ast.phrases import ConditionalPhrase
from cobol_parser.ast.program import Statement


@dataclass(frozen=True, kw_only=True, eq=False)
class Communication(Statement):
    """A communication statement: `verb` and its words. RECEIVE may have NO DATA/WITH DATA phrases."""

    verb: str
    words: tuple[str, ...]
    no_data: ConditionalPhrase | None = None
