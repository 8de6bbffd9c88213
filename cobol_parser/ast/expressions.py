"""Identifiers, literals, arithmetic expressions and conditions."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cobol_parser.ast.node import Node


@dataclass(frozen=True, kw_only=True, eq=False)
class Expression(Node):
    """Anything that has a value: a literal, an identifier, a function, or an operation on them."""


# --- literals


@dataclass(frozen=True, kw_only=True, eq=False)
class NumericLiteral(Expression):
    """`12`, `-3.50`, `1E3`. `text` is as written (decimal point normalised to a full stop)."""

    text: str
    value: Decimal


@dataclass(frozen=True, kw_only=True, eq=False)
class AlphanumericLiteral(Expression):
    """A nonnumeric literal; each character of `value` is one byte (Latin-1).

    `kind` is the prefix letter(s): "" plain, "X" hexadecimal, "Z" null-terminated (value holds the null),
    "N"/"NX"/"G" national (of N and NX in a dialect with UTF-16 national, each character is a code unit), "B" boolean.
    """

    value: str
    kind: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class FigurativeConstant(Expression):
    """ZERO, SPACE, HIGH-VALUE, LOW-VALUE, QUOTE, NULL (`name` is the singular form)."""

    name: str


@dataclass(frozen=True, kw_only=True, eq=False)
class AllLiteral(Expression):
    """ALL "literal": the literal repeated to the length of the other operand."""

    literal: AlphanumericLiteral | FigurativeConstant


@dataclass(frozen=True, kw_only=True, eq=False)
class Concatenation(Expression):
    """Literals, figurative constants and constant-names joined with `&`. Literals alone are joined by the builder."""

    parts: tuple[Expression, ...]


# --- identifiers


@dataclass(frozen=True, kw_only=True, eq=False)
class ReferenceModifier(Node):
    """`(start : length)`; `length` is None when it is left out (up to the end of the item)."""

    start: Expression
    length: Expression | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class AllSubscript(Expression):
    """The subscript ALL in a function argument."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Identifier(Expression):
    """A data-name with its qualifiers (innermost first), subscripts and reference modifier.

    Names are upper case. Special registers (RETURN-CODE, TALLY, LINAGE-COUNTER, …), index-names and
    condition-names are Identifiers too; the resolver tells them apart.
    """

    name: str
    qualifiers: tuple[str, ...] = ()
    subscripts: tuple[Expression, ...] = ()
    reference_modifier: ReferenceModifier | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class LengthOf(Expression):
    """LENGTH OF operand."""

    operand: Expression


@dataclass(frozen=True, kw_only=True, eq=False)
class OffsetOf(Expression):
    """The VALUE of a level 78 constant: NEXT (`item` is None) or START OF item, the bytes of the record before that place."""

    item: Identifier | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class AddressOf(Expression):
    """ADDRESS OF data item (or of PROCEDURE / ENTRY name when `procedure` is true)."""

    operand: Expression
    procedure: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class FunctionCall(Expression):
    """FUNCTION name (arguments) (start:length). `name` is upper case; TRIM's LEADING/TRAILING come
    as `keyword`."""

    name: str
    arguments: tuple[Expression, ...] = ()
    reference_modifier: ReferenceModifier | None = None
    keyword: str | None = None


# --- arithmetic


@dataclass(frozen=True, kw_only=True, eq=False)
class BinaryOperation(Expression):
    """`operator` is one of + - * / **."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, kw_only=True, eq=False)
class UnaryOperation(Expression):
    """`operator` is + or -."""

    operator: str
    operand: Expression


@dataclass(frozen=True, kw_only=True, eq=False)
class Parenthesized(Expression):
    """An expression in parentheses, kept because intermediate results can depend on it."""

    operand: Expression


# --- conditions


@dataclass(frozen=True, kw_only=True, eq=False)
class Condition(Node):
    """Anything that is true or false."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Relation(Condition):
    """`operator` is one of = <> < <= > >=. Abbreviated relations are written out by the builder."""

    left: Expression
    operator: str
    right: Expression


@dataclass(frozen=True, kw_only=True, eq=False)
class ClassCondition(Condition):
    """operand IS [NOT] class: NUMERIC, ALPHABETIC, ALPHABETIC-LOWER, ALPHABETIC-UPPER, or a class-name of
    SPECIAL-NAMES."""

    operand: Expression
    class_name: str
    negated: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class SignCondition(Condition):
    """operand IS [NOT] POSITIVE | NEGATIVE | ZERO."""

    operand: Expression
    sign: str
    negated: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class OmittedCondition(Condition):
    """parameter IS [NOT] OMITTED."""

    operand: Expression
    negated: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class ConditionNameTest(Condition):
    """A condition-name (level 88) or a switch-status name used as a condition."""

    identifier: Identifier


@dataclass(frozen=True, kw_only=True, eq=False)
class BooleanConstant(Condition):
    """TRUE or FALSE as a subject or object of EVALUATE."""

    value: bool


@dataclass(frozen=True, kw_only=True, eq=False)
class NegatedCondition(Condition):
    """NOT condition."""

    operand: Condition


@dataclass(frozen=True, kw_only=True, eq=False)
class CombinedCondition(Condition):
    """Two or more conditions joined by one connective: `operator` is AND or OR."""

    operator: str
    operands: tuple[Condition, ...]
