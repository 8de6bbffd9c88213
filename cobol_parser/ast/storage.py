"""ALLOCATE and FREE."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.ast.expressions import Expression, Identifier
from cobol_parser.ast.program import Statement


@dataclass(frozen=True, kw_only=True, eq=False)
class Allocate(Statement):
    """ALLOCATE item [INITIALIZED] [RETURNING pointer]: storage for a BASED item."""

    item: Identifier
    initialized: bool = False
    returning: Identifier | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class AllocateCharacters(Statement):
    """ALLOCATE size CHARACTERS [INITIALIZED [TO value]] RETURNING pointer; without TO the bytes are zero."""

    size: Expression
    value: Expression | None
    returning: Identifier


@dataclass(frozen=True, kw_only=True, eq=False)
class Free(Statement):
    """FREE pointers, or (ADDRESS OF) BASED items."""

    operands: tuple[Expression, ...]
