"""ADD, SUBTRACT, MULTIPLY, DIVIDE, COMPUTE."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.ast.expressions import Expression, Identifier
from cobol_parser.ast.phrases import ConditionalPhrase, Receiver
from cobol_parser.ast.program import Statement


@dataclass(frozen=True, kw_only=True, eq=False)
class Add(Statement):
    """ADD addends TO receivers, or ADD addends [TO augend] GIVING giving.

    Without GIVING each receiver gets receiver + sum; with GIVING `receivers` is empty, a TO operand is the last
    of `addends`, and each of `giving` gets the sum.
    """

    addends: tuple[Expression, ...]
    receivers: tuple[Receiver, ...] = ()
    giving: tuple[Receiver, ...] = ()
    size_error: ConditionalPhrase | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class AddCorresponding(Statement):
    """ADD CORRESPONDING source TO receiver."""

    source: Identifier
    receiver: Receiver
    size_error: ConditionalPhrase | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Subtract(Statement):
    """SUBTRACT subtrahends FROM receivers, or SUBTRACT subtrahends FROM minuend GIVING giving.

    `minuend` is set only with GIVING.
    """

    subtrahends: tuple[Expression, ...]
    receivers: tuple[Receiver, ...] = ()
    minuend: Expression | None = None
    giving: tuple[Receiver, ...] = ()
    size_error: ConditionalPhrase | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class SubtractCorresponding(Statement):
    """SUBTRACT CORRESPONDING source FROM receiver."""

    source: Identifier
    receiver: Receiver
    size_error: ConditionalPhrase | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Multiply(Statement):
    """MULTIPLY multiplicand BY receivers, or MULTIPLY multiplicand BY multiplier GIVING giving."""

    multiplicand: Expression
    receivers: tuple[Receiver, ...] = ()
    multiplier: Expression | None = None
    giving: tuple[Receiver, ...] = ()
    size_error: ConditionalPhrase | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Divide(Statement):
    """DIVIDE in its five formats, normalised to dividend and divisor.

    DIVIDE divisor INTO receivers: `dividend` is None, each receiver is its own dividend.
    With GIVING both are set; `remainder` only for one GIVING receiver.
    """

    divisor: Expression
    dividend: Expression | None = None
    receivers: tuple[Receiver, ...] = ()
    giving: tuple[Receiver, ...] = ()
    remainder: Receiver | None = None
    size_error: ConditionalPhrase | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Compute(Statement):
    """COMPUTE receivers = expression."""

    receivers: tuple[Receiver, ...]
    expression: Expression
    size_error: ConditionalPhrase | None = None
