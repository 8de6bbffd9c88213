"""Phrases shared by several statements."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.ast.expressions import Condition, Expression, Identifier
from cobol_parser.ast.node import Node
from cobol_parser.ast.program import Statement


@dataclass(frozen=True, kw_only=True, eq=False)
class Receiver(Node):
    """A receiving item of an arithmetic statement. `rounding` is None (truncate) or the mode of ROUNDED:
    NEAREST-AWAY-FROM-ZERO (plain ROUNDED), NEAREST-EVEN, NEAREST-TOWARD-ZERO, AWAY-FROM-ZERO, TOWARD-GREATER,
    TOWARD-LESSER, TRUNCATION, PROHIBITED."""

    item: Identifier
    rounding: str | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class ConditionalPhrase(Node):
    """A pair such as ON SIZE ERROR … NOT ON SIZE ERROR …, AT END … NOT AT END …

    `taken` is None when the first phrase is not written, `not_taken` likewise for NOT.
    """

    taken: tuple[Statement, ...] | None = None
    not_taken: tuple[Statement, ...] | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class InspectRegion(Node):
    """BEFORE/AFTER INITIAL operands of INSPECT."""

    before: Expression | None = None
    after: Expression | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class PerformVarying(Node):
    """VARYING (or AFTER) item FROM start BY step UNTIL condition."""

    item: Identifier
    start: Expression
    step: Expression
    until: Condition


@dataclass(frozen=True, kw_only=True, eq=False)
class Pointer(Node):
    """WITH POINTER item."""

    item: Identifier
