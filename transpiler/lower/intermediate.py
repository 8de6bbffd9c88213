"""Arithmetic expressions under a profile with limited places: results are cut where the rules say, and only there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from cobol_parser import ast
from transpiler.arithmetic.operands import is_floating, largest_decimals, operand_places
from transpiler.arithmetic.profiles import (
    PROFILES,
    Places,
    carried,
    product_places,
    quotient_places,
    sum_places,
)
from transpiler.ir import nodes as ir
from transpiler.ir.build import integer
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.operand import Kind, Operand
from transpiler.lower.run_time_checks import checked_number

Limited = tuple[ir.Expr, Places, bool]
"""An expression, its places, and whether its value is an int."""


@contextmanager
def statement_decimals(
    context: Context, expressions: Iterable[ast.Expression], receivers: Iterable[ast.Receiver] = ()
) -> Iterator[None]:
    """Lower the arithmetic of one statement: its dmax holds for every expression inside."""
    before = context.dmax
    if PROFILES[context.options.arithmetic].capacity is not None:
        context.dmax = largest_decimals(context.analysis, expressions, receivers)
    try:
        yield
    finally:
        context.dmax = before


def limited_operand(context: Context, node: ast.BinaryOperation) -> Operand | None:
    """The expression under the program's profile; None when the profile sets no limits."""
    capacity = PROFILES[context.options.arithmetic].capacity
    if capacity is None:
        return None
    if is_floating(context.analysis, node):
        return None
    dmax = context.dmax if context.dmax is not None else largest_decimals(context.analysis, (node,))
    value, _, whole = _limited(context, node, dmax, capacity)
    return Operand(Kind.NUMBER, value, integer=whole)


def _limited(context: Context, node: ast.Expression, dmax: int, capacity: int) -> Limited:
    if isinstance(node, ast.Parenthesized):
        return _limited(context, node.operand, dmax, capacity)
    if isinstance(node, ast.UnaryOperation):
        value, places, whole = _limited(context, node.operand, dmax, capacity)
        return (ir.Negative(value) if node.operator == "-" else value), places, whole
    if isinstance(node, ast.BinaryOperation):
        left = _limited(context, node.left, dmax, capacity)
        right = _limited(context, node.right, dmax, capacity)
        return _operation(context, node.operator, left, right, dmax, capacity)
    from transpiler.lower.expressions import operand

    single = operand(context, node)
    known = operand_places(context.analysis, node)
    if known is None:
        raise Unconvertible("a floating-point operand in fixed-point arithmetic", code="CBL6003")
    return checked_number(context, single), known, single.integer


def _operation(
    context: Context, operator: str, left: Limited, right: Limited, dmax: int, capacity: int
) -> Limited:
    if operator == "**":
        base = ir.Tuple((integer(left[1].integer), integer(left[1].decimals)))
        arguments = (left[0], right[0], base, integer(dmax), integer(capacity))
        power = context.runtime_call("fixed_power", *arguments)
        return power, Places(capacity - dmax, dmax), False
    if operator == "/":
        exact = quotient_places(left[1], right[1], dmax)
        value: ir.Expr = context.runtime_call("divide", left[0], right[0])
    else:
        exact = product_places(left[1], right[1]) if operator == "*" else sum_places(left[1], right[1])
        value = ir.Binary(operator, left[0], right[0])
    kept = carried(exact, dmax, capacity)
    if operator == "/" and kept.integer >= exact.integer:
        value = context.runtime_call("truncated", value, integer(kept.decimals))
    elif operator == "/" or kept != exact:
        value = context.runtime_call("carried", value, integer(kept.integer), integer(kept.decimals))
    return value, kept, left[2] and right[2] and operator != "/"
