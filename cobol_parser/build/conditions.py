"""Conditions: precedence, abbreviated relations, class, sign and condition-name tests.

`A = B OR C` is `A = B OR A = C` unless C is a condition-name: the names declared so far (`BuildContext.kinds`) decide. The
subject and the operator that an abbreviated relation takes over are the `Carry`. A part in parentheses is built as soon as it
is read, unless it needs a carry from the left of it; then it is kept as a `Group`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from cobol_parser import ast
from cobol_parser.build.context import BuildContext, NameKind
from cobol_parser.build.expressions import Item, arithmetic, expression_of, first_token
from cobol_parser.build.registry import SyntaxProblem, builds
from cobol_parser.source import Span, Token

INVERSE = {"=": "<>", "<>": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
CLASSES = {
    "NUMERIC": "NUMERIC",
    "ALPHABETIC": "ALPHABETIC",
    "ALPHABETIC_LOWER": "ALPHABETIC-LOWER",
    "ALPHABETIC_UPPER": "ALPHABETIC-UPPER",
}
SIGNS = frozenset({"POSITIVE", "NEGATIVE"})
_CONDITION_TOKENS = frozenset({"AND", "OR", "NOT", "OMITTED", "TRUE", "FALSE", *CLASSES, *SIGNS})
MAXIMUM_DEPTH = 100
"""Deepest nesting of parentheses that continue an abbreviated relation."""


class Operator(NamedTuple):
    """A relational operator: `symbol` is one of = <> < <= > >=."""

    symbol: str
    span: Span


class Carry(NamedTuple):
    """What an abbreviated relation takes over."""

    subject: ast.Expression
    operator: str


@dataclass(frozen=True)
class Group:
    """A condition in parentheses that continues the relation before it; `depth` of groups inside."""

    items: list[Item]
    span: Span
    depth: int


# --- builders


@builds("relational_operator")
def relational_operator(context: BuildContext, children: list[Any]) -> Operator:
    """`=`, `GREATER THAN OR EQUAL TO`, … in one spelling."""
    types = {token.type for token in children}
    first = children[0].type
    if first in ("LESS", "GREATER"):
        symbol = "<" if first == "LESS" else ">"
        return Operator(symbol + "=" if "EQUAL" in types else symbol, context.span)
    symbols = {
        "EQUAL": "=",
        "LESS_EQUAL": "<=",
        "GREATER_EQUAL": ">=",
        "NOT_EQUAL": "<>",
        "UNEQUAL": "<>",
        "EXCEEDS": ">",
    }
    return Operator(symbols[first], context.span)


@builds("parenthesized_items")
def parenthesized_items(context: BuildContext, children: list[Any]) -> Any:
    """An expression or a condition in parentheses, or a `Group` when it needs what stands before it."""
    items = children[1:-1]
    if not _is_condition(items):
        return ast.Parenthesized(span=context.span, operand=expression_of(context, items))
    if len(items) == 1:
        return items[0]
    try:
        return condition_of(context, items)
    except _NeedsCarry:
        depth = 1 + max((item.depth for item in items if isinstance(item, Group)), default=0)
        if depth > MAXIMUM_DEPTH:
            raise SyntaxProblem(
                "CBL3006",
                f"an abbreviated condition is nested more than {MAXIMUM_DEPTH} levels deep",
                at=context.span,
            ) from None
        return Group(items, context.span, depth)


@builds("condition")
def condition(context: BuildContext, children: list[Any]) -> ast.Condition:
    """The condition of IF, WHEN, UNTIL."""
    return condition_of(context, children)


@builds("selection")
def selection(context: BuildContext, children: list[Any]) -> ast.Condition | ast.Expression:
    """A subject or object of EVALUATE."""
    return selection_of(context, children)


# --- building


class _NeedsCarry(SyntaxProblem):
    """The condition begins with an abbreviated relation that has nothing before it."""


def selection_of(context: BuildContext, items: list[Item]) -> ast.Condition | ast.Expression:
    """Build a condition or an expression, whichever `items` are.

    A lone name, in parentheses or not, is a ConditionNameTest when it is declared as condition-name or switch status, else an Identifier.
    """
    if _is_condition(items) or _names_class(context, items[-1:]):
        return condition_of(context, items)
    expression = expression_of(context, items, in_condition=True)
    name = expression
    while isinstance(name, ast.Parenthesized):
        name = name.operand
    if isinstance(name, ast.Identifier) and _is_condition_name(context, name):
        return ast.ConditionNameTest(span=expression.span, identifier=name)
    return expression


def condition_of(context: BuildContext, items: list[Item]) -> ast.Condition:
    """Build one condition of all `items`. Raises SyntaxProblem when they are not one."""
    return _Reader(context, items, None).read()


def _is_condition(items: list[Item]) -> bool:
    """Whether something in `items` makes them a condition rather than an expression.

    Two operands side by side are one: `A IS ZERO`, `A IS class-name`.
    """
    if any(
        isinstance(left, ast.Expression) and isinstance(right, ast.Expression)
        for left, right in pairwise(items)
    ):
        return True
    for item in items:
        if isinstance(item, ast.Condition | Operator | Group):
            return True
        if isinstance(item, Token) and item.type in _CONDITION_TOKENS:
            return True
    return False


def _names_class(context: BuildContext, items: list[Item]) -> bool:
    """Whether the only item is a declared class-name."""
    return (
        bool(items)
        and isinstance(items[0], ast.Identifier)
        and NameKind.CLASS in context.kinds(items[0].name)
    )


def _is_condition_name(context: BuildContext, identifier: ast.Identifier) -> bool:
    kinds = context.kinds(identifier.name)
    return bool(kinds & {NameKind.CONDITION, NameKind.SWITCH}) and NameKind.DATA not in kinds


class _Reader:
    """Reads one level of a flat condition from left to right."""

    def __init__(self, context: BuildContext, items: list[Item], carry: Carry | None) -> None:
        self.context = context
        self.items = items
        self.carry = carry
        self.index = 0

    def read(self) -> ast.Condition:
        """OR of ANDs of simple conditions."""
        alternatives: list[ast.Condition] = []
        conjuncts: list[ast.Condition] = [self._simple()]
        while self.index < len(self.items):
            item = self.items[self.index]
            if not isinstance(item, Token) or item.type not in ("AND", "OR"):
                raise SyntaxProblem(
                    "CBL3001",
                    f"expected AND, OR or an operator; found {first_token(item).text!r}",
                    at=first_token(item),
                )
            self.index += 1
            if item.type == "OR":
                alternatives.append(_combined("AND", conjuncts))
                conjuncts = []
            conjuncts.append(self._simple())
        alternatives.append(_combined("AND", conjuncts))
        return _combined("OR", alternatives)

    def _simple(self) -> ast.Condition:
        """[NOT …] one condition."""
        nots: list[Token] = []
        while self._type() == "NOT":
            nots.append(self.items[self.index])
            self.index += 1
        item = self.items[self.index] if self.index < len(self.items) else None
        if isinstance(item, Operator):
            negated = bool(nots)
            result = self._relation(self._carried(item), negated=negated)
            nots = nots[:-1]
        elif isinstance(item, ast.Condition):
            self.index += 1
            result = item
        elif isinstance(item, Group):
            self.index += 1
            result = self._group(item)
        elif isinstance(item, Token) and item.type in ("TRUE", "FALSE"):
            self.index += 1
            result = ast.BooleanConstant(span=Span(item, item), value=item.type == "TRUE")
        else:
            result = self._with_subject()
        for token in reversed(nots):
            result = ast.NegatedCondition(span=Span(token, result.span.last), operand=result)
        return result

    def _type(self) -> str:
        """Terminal of the next item, "" when it is no token."""
        if self.index < len(self.items) and isinstance(self.items[self.index], Token):
            kind: str = self.items[self.index].type
            return kind
        return ""

    def _carried(self, at: Operator | ast.Expression | Group) -> ast.Expression:
        """Subject of an abbreviated relation."""
        if self.carry is None:
            raise _NeedsCarry(
                "CBL3005", "this relation has no subject, and none before it to take over", at=at.span
            )
        return self.carry.subject

    def _group(self, group: Group) -> ast.Condition:
        """A part in parentheses that continues the relation before it."""
        self._carried(group)
        reader = _Reader(self.context, group.items, self.carry)
        return reader.read()

    def _with_subject(self) -> ast.Condition:
        """Relation, class, sign or condition-name condition, or the lone object of an abbreviated relation."""
        subject, self.index = arithmetic(self.context, self.items, self.index, in_condition=True)
        start = self.index
        negated = self._type() == "NOT"
        if negated:
            self.index += 1
        if self.index < len(self.items):
            item = self.items[self.index]
            if isinstance(item, Operator):
                return self._relation(subject, negated=negated)
            test = self._test(subject, item, negated)
            if test is not None:
                self.index += 1
                return test
        if negated:
            self.index = start
        return self._lone(subject)

    def _relation(self, subject: ast.Expression, *, negated: bool) -> ast.Condition:
        """subject operator object, with the cursor at the operator."""
        operator: Operator = self.items[self.index]
        symbol = INVERSE[operator.symbol] if negated else operator.symbol
        self.index += 1
        self.carry = Carry(subject, symbol)
        if self.index < len(self.items) and isinstance(self.items[self.index], Group):
            self.index += 1
            return self._group(self.items[self.index - 1])
        target, self.index = arithmetic(self.context, self.items, self.index, in_condition=True)
        return _relation(subject, symbol, target)

    def _test(self, subject: ast.Expression, item: Item, negated: bool) -> ast.Condition | None:
        """A class, sign or omitted test of `subject`, or None when `item` is not one."""
        span = Span(subject.span.first, first_token(item))
        if isinstance(item, Token):
            if item.type in CLASSES:
                return ast.ClassCondition(
                    span=span, operand=subject, class_name=CLASSES[item.type], negated=negated
                )
            if item.type in SIGNS:
                return ast.SignCondition(span=span, operand=subject, sign=item.type, negated=negated)
            if item.type == "OMITTED":
                return ast.OmittedCondition(span=span, operand=subject, negated=negated)
            return None
        if isinstance(item, ast.FigurativeConstant) and item.name == "ZERO":
            return ast.SignCondition(span=span, operand=subject, sign="ZERO", negated=negated)
        if isinstance(item, ast.Identifier):
            return ast.ClassCondition(span=span, operand=subject, class_name=item.name, negated=negated)
        return None

    def _lone(self, subject: ast.Expression) -> ast.Condition:
        """An operand alone: a condition-name, or the object of an abbreviated relation."""
        bare = subject
        while isinstance(bare, ast.Parenthesized):
            bare = bare.operand
        if isinstance(bare, ast.Identifier) and (
            self.carry is None or _is_condition_name(self.context, bare)
        ):
            kinds = self.context.kinds(bare.name)
            if NameKind.DATA in kinds and not kinds & {NameKind.CONDITION, NameKind.SWITCH}:
                raise _NeedsCarry(
                    "CBL3005",
                    f"{bare.name} is a data item: alone it is no condition",
                    at=bare.span,
                    label="compare it with something, or use a condition-name",
                )
            return ast.ConditionNameTest(span=subject.span, identifier=bare)
        if self.carry is None:
            raise _NeedsCarry("CBL3005", "a value alone is no condition", at=subject.span)
        return _relation(self.carry.subject, self.carry.operator, subject)


def _relation(left: ast.Expression, operator: str, right: ast.Expression) -> ast.Relation:
    first = left.span.first
    return ast.Relation(span=Span(first, right.span.last), left=left, operator=operator, right=right)


def _combined(operator: str, operands: list[ast.Condition]) -> ast.Condition:
    """One condition of several; a single one stays as it is."""
    if len(operands) == 1:
        return operands[0]
    span = Span(operands[0].span.first, operands[-1].span.last)
    return ast.CombinedCondition(span=span, operator=operator, operands=tuple(operands))
