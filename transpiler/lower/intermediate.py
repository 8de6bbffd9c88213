"""Arithmetic expressions under a profile with limited places: results are cut where the rules say, and only there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal

from cobol_parser import ast
from transpiler.arithmetic.floating import Arithmetic, arithmetic_of
from transpiler.arithmetic.operands import Facts
from transpiler.arithmetic.profiles import PROFILES, Profile
from transpiler.arithmetic.steps import (
    Cut,
    Leaf,
    Negation,
    Operation,
    Power,
    Step,
    Succession,
    steps,
    stored_alike,
)
from transpiler.ir import nodes as ir
from transpiler.ir.build import integer
from transpiler.lower.context import Context
from transpiler.lower.floating import floating_operand
from transpiler.lower.operand import Kind, Operand, decimal_constant
from transpiler.lower.run_time_checks import checked_number

Whole = tuple[ir.Expr, bool]
"""An expression, and whether its value is an int."""


def profile_of(context: Context) -> Profile:
    """The arithmetic profile of the program."""
    return PROFILES[context.options.arithmetic]


def facts_of(context: Context) -> Facts:
    """What the places rules ask of the program."""
    return Facts(context.analysis, {name: function.returning for name, function in context.functions.items()})


@contextmanager
def arithmetic_statement(
    context: Context,
    expressions: Sequence[ast.Expression],
    receivers: Sequence[ast.Receiver] = (),
    operator: str | None = None,
) -> Iterator[Arithmetic | None]:
    """Lower the arithmetic of one statement or relation: all of it is in fixed or all in floating point, with one dmax.

    Gives None where the profile sets no limits.
    """
    before = context.arithmetic
    profile = profile_of(context)
    if profile.capacity is not None:
        context.arithmetic = arithmetic_of(facts_of(context), profile, expressions, receivers, operator)
    try:
        yield context.arithmetic
    finally:
        context.arithmetic = before


@contextmanager
def own_arithmetic(context: Context, *, whole_quotients: bool = False) -> Iterator[None]:
    """Lower subscripts and reference modifiers, whose expressions do not belong to the statement around them.

    GnuCOBOL divides integers in a reference modifier without a fraction, as IBM's rules of places do.
    """
    before = context.arithmetic, context.whole_quotients
    context.arithmetic, context.whole_quotients = None, whole_quotients
    try:
        yield
    finally:
        context.arithmetic, context.whole_quotients = before


@contextmanager
def function_arguments(context: Context) -> Iterator[None]:
    """Lower the arguments of a function: fixed point with the dmax of the statement; a floating-point argument as exact as can be."""
    before = context.arithmetic
    context.arithmetic = Arithmetic(before.dmax if before is not None else 0, in_function=True)
    try:
        yield
    finally:
        context.arithmetic = before


def limited_operand(
    context: Context, node: ast.Expression, receivers: Sequence[ast.Receiver] = ()
) -> Operand | None:
    """The expression under the program's profile; None when the profile sets no limits.

    A last cut that `receivers` make anyway is left to them.
    """
    profile = profile_of(context)
    if profile.capacity is None:
        return None
    facts = facts_of(context)
    own = arithmetic_of(facts, profile, (node,))
    arithmetic = context.arithmetic or own
    if arithmetic.in_function and own.precision is not None:
        return None
    if arithmetic.precision is not None:
        return floating_operand(context, node, arithmetic.precision)
    dmax = max(arithmetic.dmax, own.dmax) if arithmetic.in_function else arithmetic.dmax
    step = steps(facts, node, profile, dmax)
    if receivers:
        step = stored_alike(facts, step, receivers)
    value, whole = _lowered(context, step, profile, dmax)
    return Operand(Kind.NUMBER, value, integer=whole)


def _lowered(context: Context, step: Step, profile: Profile, dmax: int) -> Whole:
    if isinstance(step, Leaf):
        return _leaf(context, step)
    if isinstance(step, Negation):
        value, whole = _lowered(context, step.operand, profile, dmax)
        return _negative(context, value), whole
    if isinstance(step, Operation):
        left = _lowered(context, step.left, profile, dmax)
        right = _lowered(context, step.right, profile, dmax)
        return _operation(context, step, left, right)
    value, whole = _lowered(context, step.base, profile, dmax)
    if isinstance(step, Power):
        return _power(context, step, value), whole
    exponent, _ = _lowered(context, step.exponent, profile, dmax)
    return _succession(context, step, value, exponent, profile, dmax), False


def _leaf(context: Context, leaf: Leaf) -> Whole:
    from transpiler.lower.expressions import operand

    if leaf.node is None:
        return integer(1), True
    single = operand(context, leaf.node)
    return checked_number(context, single), single.integer or single.figurative == "ZERO"


def _negative(context: Context, value: ir.Expr) -> ir.Expr:
    if isinstance(value, ir.Constant) and isinstance(value.value, int | Decimal):
        return decimal_constant(context, Decimal(-value.value))
    return ir.Negative(value)


def _operation(context: Context, step: Operation, left: Whole, right: Whole) -> Whole:
    places = integer(step.places.decimals)
    if step.operator == "/":
        arguments = (left[0], right[0])
        if step.cut is Cut.DECIMALS:
            return context.runtime_call("divide", *arguments, places), step.places.decimals == 0
        value: ir.Expr = context.runtime_call("divide", *arguments)
    else:
        value = ir.Binary(step.operator, left[0], right[0])
    if step.cut is Cut.DECIMALS:
        value = context.runtime_call("truncated", value, places)
    elif step.cut is Cut.DIGITS:
        value = context.runtime_call("carried", value, integer(step.places.integer), places)
    return value, left[1] and right[1] and step.operator != "/"


def _power(context: Context, step: Power, base: ir.Expr) -> ir.Expr:
    """RATE ** 3  ->  rate**3; to the power of zero zero is a size error"""
    if step.times == 0:
        return context.runtime_call("power", base, integer(0))
    return ir.Binary("**", base, integer(step.times)) if step.times > 1 else base


def _succession(
    context: Context, step: Succession, base: ir.Expr, exponent: ir.Expr, profile: Profile, dmax: int
) -> ir.Expr:
    """RATE ** YEARS  ->  fixed_power(rate, years, (3, 4), decimals=2, digits=30)"""
    assert profile.capacity is not None
    places = ir.Tuple((integer(step.base.places.integer), integer(step.base.places.decimals)))
    limits = {"decimals": integer(dmax), "digits": integer(profile.capacity)}
    return context.runtime_call("fixed_power", base, exponent, places, **limits)
