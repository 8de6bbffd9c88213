"""IF, EVALUATE, CONTINUE, NEXT SENTENCE."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.ast.expressions import Condition, Expression
from cobol_parser.ast.node import Node
from cobol_parser.ast.program import Statement


@dataclass(frozen=True, kw_only=True, eq=False)
class If(Statement):
    """IF condition THEN … ELSE …; `otherwise` is None when ELSE is not written."""

    condition: Condition
    then: tuple[Statement, ...]
    otherwise: tuple[Statement, ...] | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class EvaluateAny(Node):
    """ANY as a selection object."""


@dataclass(frozen=True, kw_only=True, eq=False)
class EvaluateRange(Node):
    """[NOT] value [THRU high], or [NOT] a condition or TRUE/FALSE, as a selection object.

    `low` is an expression, or a Condition (BooleanConstant for TRUE and FALSE). A Condition that meets a subject with a value
    was written without its left side (`WHEN > 5`); the subject has been put there, and it is true or false by itself.
    """

    low: Expression | Condition
    high: Expression | None = None
    negated: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class When(Node):
    """One or more WHEN lines that share their statements; each selection has one object a subject.

    `selections` is empty for WHEN OTHER. `statements` is empty when nothing stands behind the last WHEN.
    """

    selections: tuple[tuple[EvaluateAny | EvaluateRange, ...], ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Evaluate(Statement):
    """EVALUATE subjects WHEN …; a subject is an expression or a condition (TRUE/FALSE as BooleanConstant)."""

    subjects: tuple[Expression | Condition, ...]
    whens: tuple[When, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Continue(Statement):
    """CONTINUE."""


@dataclass(frozen=True, kw_only=True, eq=False)
class ContinueAfter(Statement):
    """CONTINUE AFTER expression SECONDS: go on when they have passed."""

    seconds: Expression


@dataclass(frozen=True, kw_only=True, eq=False)
class NextSentence(Statement):
    """NEXT SENTENCE: go on behind the next full stop."""
