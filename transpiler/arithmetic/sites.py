"""The places of a program where an arithmetic expression decides something: what a receiver holds, whether a condition is true, which
occurrence or part is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.resolve_names import spelled
from cobol_parser.symbols import DataItem, Usage
from cobol_parser.walk import walk
from transpiler.arithmetic.evaluate import (
    SizeError,
    Undefined,
    Values,
    evaluate,
    evaluate_floating,
    fixed_of,
    stored,
)
from transpiler.arithmetic.floating import Arithmetic, Precision, arithmetic_of
from transpiler.arithmetic.operands import Facts, item_places, operand_places, operands
from transpiler.arithmetic.profiles import Places, Profile
from transpiler.arithmetic.steps import Step, loses_digits, steps, stored_alike

Number = Decimal | float
"""A fixed-point result, or a floating-point one."""

SIZE_ERROR = "unchanged (size error)"


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """One place: the node to point at, what is decided (a receiver's name, or a word), the expressions, and how their values decide.

    `together` says that the expressions are of one statement or relation, with one dmax. Receivers are those of the whole statement.
    """

    node: ast.Node
    about: str
    expressions: tuple[ast.Expression, ...]
    outcome: Callable[[Sequence[Number]], str]
    receivers: tuple[ast.Receiver, ...] = ()
    operator: str | None = None
    together: bool = True
    whole_quotients: bool = False
    """A reference modifier: integers are divided without a fraction under every profile."""


@dataclass(frozen=True, slots=True)
class Computation:
    """How a profile computes one expression of a site: in steps, or (`step` is None) in floating point."""

    profile: Profile
    expression: ast.Expression
    arithmetic: Arithmetic
    step: Step | None

    def value(self, values: Values) -> Number:
        """The result. Raises Undefined and SizeError."""
        if self.step is not None:
            return evaluate(self.step, values, self.profile, self.arithmetic.dmax)
        precision = self.arithmetic.precision
        if precision is None or precision is Precision.EXTENDED:
            raise Undefined
        return evaluate_floating(self.expression, values, precision)


def computations(facts: Facts, site: Site, profile: Profile) -> list[Computation]:
    """How a profile computes the expressions of a site."""
    if profile.capacity is None:
        if site.whole_quotients and all(_is_whole(facts, one) for one in site.expressions):
            profile = _WHOLE
        exact = Arithmetic(0)
        return [Computation(profile, one, exact, steps(facts, one, profile, 0)) for one in site.expressions]
    shared = arithmetic_of(facts, profile, site.expressions, site.receivers, site.operator)
    found = []
    for one in site.expressions:
        how = shared if site.together else arithmetic_of(facts, profile, (one,))
        step = None if how.precision is not None else steps(facts, one, profile, how.dmax)
        if step is not None and site.receivers:
            step = stored_alike(facts, step, site.receivers)
        found.append(Computation(profile, one, how, step))
    return found


_WHOLE = Profile("gnucobol", 1_000)
"""Integers without limit, and without decimal places."""


def _is_whole(facts: Facts, expression: ast.Expression) -> bool:
    found = [operand_places(facts, operand) for operand, _ in operands(expression)]
    return all(places is not None and places.decimals == 0 for places in found)


def same_results(ours: Sequence[Computation], others: Sequence[Computation]) -> bool:
    """Whether two profiles are sure to give the same: they compute alike, or both without losing a digit."""
    pairs = list(zip(ours, others, strict=True))
    if all(one.step is not None and one.step == two.step for one, two in pairs):
        return True
    return not any(_loses(one) or _loses(two) for one, two in pairs)


def _loses(how: Computation) -> bool:
    """Without limits quotients have more places than any that another profile carries whole, and powers all their digits."""
    if how.profile.capacity is None:
        return False
    return how.step is None or loses_digits(how.step)


def sites(facts: Facts) -> Iterator[Site]:
    """Every place of the procedure division, in source order."""
    procedure = facts.analysis.program.procedure
    if procedure is None:
        return
    covered: set[ast.Node] = set()
    for node in walk(procedure):
        for site in _sites_of(facts, node):
            covered.update(inner for one in site.expressions for inner in _arithmetic(one))
            yield site
        if isinstance(node, ast.FunctionCall):
            for argument in node.arguments:
                covered.update(_arithmetic(argument))
        if isinstance(node, ast.BinaryOperation) and node not in covered:
            covered.update(_arithmetic(node))
            yield Site(node, "value", (node,), _whole)


def _arithmetic(node: ast.Expression) -> Iterator[ast.Expression]:
    """The operations of an expression, those in subscripts and arguments not included."""
    yield node
    if isinstance(node, ast.BinaryOperation):
        yield from _arithmetic(node.left)
        yield from _arithmetic(node.right)
    elif isinstance(node, (ast.UnaryOperation, ast.Parenthesized)):
        yield from _arithmetic(node.operand)


def _sites_of(facts: Facts, node: ast.Node) -> Iterator[Site]:
    if isinstance(node, ast.Compute):
        yield from _stores(facts, node, node.expression, node.receivers, None, node.size_error)
    elif isinstance(node, (ast.Add, ast.Subtract, ast.Multiply, ast.Divide)):
        yield from _verb(facts, node)
    elif isinstance(node, ast.Relation):
        if _computes(node.left) or _computes(node.right):
            yield Site(node, "condition", (node.left, node.right), partial(_holds, (node.operator,)))
    elif isinstance(node, ast.SignCondition):
        if _computes(node.operand):
            operator = {"POSITIVE": ">", "NEGATIVE": "<", "ZERO": "="}[node.sign]
            yield Site(node, "condition", (node.operand,), partial(_signed, operator, node.negated))
    elif isinstance(node, ast.Evaluate):
        yield from _selections(node)
    elif isinstance(node, ast.ReferenceModifier):
        for bound in (node.start, node.length):
            if bound is not None and _computes(bound):
                yield Site(bound, "position", (bound,), _whole, whole_quotients=True)


def _computes(node: ast.Expression) -> bool:
    return any(isinstance(inner, ast.BinaryOperation) for inner in _arithmetic(node))


def _selections(node: ast.Evaluate) -> Iterator[Site]:
    """Each value of a WHEN against its subject; every expression has a dmax of its own."""
    for when in node.whens:
        for row in when.selections:
            for subject, chosen in zip(node.subjects, row, strict=False):
                if isinstance(chosen, ast.EvaluateRange) and isinstance(subject, ast.Expression):
                    yield from _selection(subject, chosen)


def _selection(subject: ast.Expression, chosen: ast.EvaluateRange) -> Iterator[Site]:
    if isinstance(chosen.low, ast.Condition):
        return
    compared = (chosen.low,) if chosen.high is None else (chosen.low, chosen.high)
    if any(map(_computes, (subject, *compared))):
        operators = ("=",) if chosen.high is None else (">=", "<=")
        yield Site(chosen, "selection", (subject, *compared), partial(_holds, operators), together=False)


def _verb(facts: Facts, node: ast.Add | ast.Subtract | ast.Multiply | ast.Divide) -> Iterator[Site]:
    """ADD, SUBTRACT, MULTIPLY and DIVIDE as the expressions they stand for.

    Their fixed-point results have the digits that the receivers take under every profile, so these are sites for floating point only.
    """
    if isinstance(node, ast.Divide) and node.remainder is not None:
        return
    operator, given, first = _parts(node)
    total = given[0]
    for operand in given[1:]:
        total = ast.BinaryOperation(span=node.span, operator="+", left=total, right=operand)
    all_receivers = node.giving or node.receivers
    for receiver in all_receivers:
        changed = first if node.giving else receiver.item
        expression = total
        if changed is not None:
            expression = ast.BinaryOperation(span=node.span, operator=operator, left=changed, right=total)
        yield from _stores(
            facts, node, expression, (receiver,), operator, node.size_error, all_receivers, floating_only=True
        )


def _parts(
    node: ast.Add | ast.Subtract | ast.Multiply | ast.Divide,
) -> tuple[str, tuple[ast.Expression, ...], ast.Expression | None]:
    if isinstance(node, ast.Add):
        return "+", node.addends, None
    if isinstance(node, ast.Subtract):
        return "-", node.subtrahends, node.minuend
    if isinstance(node, ast.Multiply):
        return "*", (node.multiplicand,), node.multiplier
    return "/", (node.divisor,), node.dividend


def _stores(
    facts: Facts,
    node: ast.Statement,
    expression: ast.Expression,
    receivers: tuple[ast.Receiver, ...],
    operator: str | None,
    phrase: ast.ConditionalPhrase | None,
    all_receivers: tuple[ast.Receiver, ...] | None = None,
    *,
    floating_only: bool = False,
) -> Iterator[Site]:
    whole = all_receivers or receivers
    for receiver in receivers:
        outcome = partial(_received, facts, receiver, phrase is not None)
        site = Site(node, spelled(receiver.item), (expression,), outcome, whole, operator)
        if floating_only and not any(
            arithmetic_of(facts, profile, (expression,), whole, operator).precision for profile in _LIMITED
        ):
            continue
        yield site


_LIMITED = (Profile("ibm-compat", 30), Profile("ibm-extend", 31, extended=True))


# --- outcomes


def _holds(operators: Sequence[str], values: Sequence[Number]) -> str:
    compared = zip(operators, values[1:], strict=True)
    return str(all(_compare(values[0], operator, other) for operator, other in compared)).lower()


def _signed(operator: str, negated: bool, values: Sequence[Number]) -> str:
    return str(_compare(values[0], operator, Decimal(0)) is not negated).lower()


def _compare(left: Number, operator: str, right: Number) -> bool:
    return {
        "=": left == right,
        "<>": left != right,
        "<": left < right,
        "<=": left <= right,
        ">": left > right,
        ">=": left >= right,
    }[operator]


def _whole(values: Sequence[Number]) -> str:
    return str(int(values[0]))


def _received(facts: Facts, receiver: ast.Receiver, phrase: bool, values: Sequence[Number]) -> str:
    """What a receiver holds afterwards. Raises Undefined where its form is another one than that of plain decimal digits."""
    item = facts.referent(receiver.item)
    value = values[0]
    if isinstance(item, DataItem) and item.category is Category.FLOAT:
        return _as_float(item, value)
    rounding = receiver.rounding
    if rounding not in (None, "TRUNCATION", "NEAREST-AWAY-FROM-ZERO"):
        raise Undefined
    floating = isinstance(value, float)
    number = fixed_of(value) if isinstance(value, float) else value
    places = item_places(item) if isinstance(item, DataItem) else Places(10, 0)
    if places is None or (isinstance(item, DataItem) and item.scale < 0):
        raise Undefined
    rounded = floating or rounding == "NEAREST-AWAY-FROM-ZERO"
    signed = not isinstance(item, DataItem) or item.signed
    kept = stored(number, places, rounded=rounded, signed=signed)
    fits = stored(number, replace(places, integer=500), rounded=rounded, signed=True)
    if abs(fits) >= Decimal(10) ** places.integer:
        if phrase:
            return SIZE_ERROR
        if isinstance(item, DataItem) and item.usage not in (Usage.DISPLAY, Usage.COMP_3):
            raise Undefined
    return f"{kept if kept else Decimal(0):f}"


def _as_float(item: DataItem, value: Number) -> str:
    number = float(value)
    return f"{number:.6g}" if item.usage is Usage.COMP_1 else f"{number:.15g}"


__all__ = ["SIZE_ERROR", "Computation", "Site", "SizeError", "computations", "same_results", "sites"]
