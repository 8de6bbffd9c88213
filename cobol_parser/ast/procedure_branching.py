"""PERFORM, GO TO, ALTER, EXIT, STOP."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.ast.expressions import Condition, Expression, Identifier
from cobol_parser.ast.node import Node
from cobol_parser.ast.phrases import PerformVarying
from cobol_parser.ast.program import ProcedureName, Statement


@dataclass(frozen=True, kw_only=True, eq=False)
class PerformControl(Node):
    """How often: at most one of `times`, `until`, `varying` (first VARYING, then AFTERs) is set; none means once.

    `forever` is UNTIL EXIT. `test_after` is WITH TEST AFTER.
    """

    times: Expression | None = None
    until: Condition | None = None
    varying: tuple[PerformVarying, ...] = ()
    test_after: bool = False
    forever: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class Perform(Statement):
    """Out-of-line PERFORM first [THRU last]."""

    first: ProcedureName
    last: ProcedureName | None
    control: PerformControl


@dataclass(frozen=True, kw_only=True, eq=False)
class PerformInline(Statement):
    """PERFORM … statements … END-PERFORM."""

    control: PerformControl
    statements: tuple[Statement, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class GoTo(Statement):
    """GO TO target; `target` is None for the bare GO TO that ALTER fills in."""

    target: ProcedureName | None


@dataclass(frozen=True, kw_only=True, eq=False)
class GoToDepending(Statement):
    """GO TO targets DEPENDING ON selector."""

    targets: tuple[ProcedureName, ...]
    selector: Identifier


@dataclass(frozen=True, kw_only=True, eq=False)
class Alter(Statement):
    """ALTER name TO PROCEED TO target …: (altered, target) pairs."""

    pairs: tuple[tuple[ProcedureName, ProcedureName], ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Exit(Statement):
    """EXIT (kind ""), EXIT PARAGRAPH, SECTION, PERFORM, PERFORM CYCLE."""

    kind: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class StopRun(Statement):
    """STOP RUN [code]."""

    code: Expression | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class StopLiteral(Statement):
    """STOP literal: show it and wait for the operator (obsolete)."""

    literal: Expression
