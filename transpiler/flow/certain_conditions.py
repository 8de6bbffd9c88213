"""Conditions that are always true or always false, whatever the data: comparisons of literals and constants."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from cobol_parser import ast
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import Constant
from cobol_parser.walk import walk

_TESTS: Mapping[str, Callable[[Any, Any], bool]] = MappingProxyType(
    {
        "=": operator.eq, "<>": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    }
)  # fmt: skip


def certainty(condition: ast.Condition | ast.Expression, analysis: ProgramAnalysis) -> bool | None:
    """True or False for a condition that does not depend on data, None for every other one."""
    match condition:
        case ast.BooleanConstant():
            return condition.value
        case ast.NegatedCondition():
            inner = certainty(condition.operand, analysis)
            return None if inner is None else not inner
        case ast.CombinedCondition():
            return _combined(condition, analysis)
        case ast.Relation():
            return compared(condition.left, condition.operator, condition.right, analysis)
    return None


def _combined(condition: ast.CombinedCondition, analysis: ProgramAnalysis) -> bool | None:
    deciding = condition.operator == "OR"
    found = [certainty(operand, analysis) for operand in condition.operands]
    if deciding in found:
        return deciding
    return None if None in found else not deciding


def compared(
    left: ast.Expression, sign: str, right: ast.Expression, analysis: ProgramAnalysis
) -> bool | None:
    """The result of a comparison of two numbers; of two texts only whether they are equal, as order depends on the alphabet."""
    one, other = _literal(left, analysis), _literal(right, analysis)
    if isinstance(one, ast.NumericLiteral) and isinstance(other, ast.NumericLiteral):
        return _TESTS[sign](one.value, other.value)
    if (
        isinstance(one, ast.AlphanumericLiteral)
        and isinstance(other, ast.AlphanumericLiteral)
        and sign in ("=", "<>")
    ):
        if one.kind or other.kind:
            return None
        return _TESTS[sign](one.value.rstrip(" "), other.value.rstrip(" "))
    return None


def _literal(expression: ast.Expression, analysis: ProgramAnalysis) -> ast.Expression:
    while isinstance(expression, ast.Parenthesized):
        expression = expression.operand
    if isinstance(expression, ast.Identifier):
        known = analysis.references.get(expression)
        if isinstance(known, Constant):
            return known.value
    return expression


def alike(one: object, other: object) -> bool:
    """Whether two parts of a program are written the same: the same nodes with the same names and values."""
    if isinstance(one, ast.Node):
        if type(one) is not type(other):
            return False
        return all(
            alike(getattr(one, item.name), getattr(other, item.name))
            for item in fields(one)
            if item.name != "span"
        )
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    return one == other


def is_steady(node: ast.Node) -> bool:
    """Whether a condition gives the same result when it is worked out twice: it calls no function."""
    return not any(isinstance(inner, ast.FunctionCall) for inner in walk(node))
