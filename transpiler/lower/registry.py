"""Which function lowers which statement class."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from cobol_parser import ast
from transpiler.ir import nodes as ir
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.debugging import around
from transpiler.lower.run_time_checks import address_checks, may_change_addresses
from transpiler.lower.unsupported import not_converted

_S = TypeVar("_S", bound=ast.Statement)
Lowering = Callable[[Context, _S], Iterable[ir.Stmt]]
_LOWERINGS: dict[type[ast.Statement], Callable[[Context, Any], Iterable[ir.Stmt]]] = {}


def lowers(kind: type[_S]) -> Callable[[Lowering[_S]], Lowering[_S]]:
    """Register the decorated function as the lowering of statements of class `kind`."""

    def register(function: Lowering[_S]) -> Lowering[_S]:
        if kind in _LOWERINGS:
            raise ValueError(f"two lowerings for {kind.__name__}")
        _LOWERINGS[kind] = function
        return function

    return register


def lowerings() -> Mapping[type[ast.Statement], Callable[[Context, Any], Iterable[ir.Stmt]]]:
    """Return the registry (for the test that compares it with the statement classes)."""
    return _LOWERINGS


def lower_statement(context: Context, statement: ast.Statement) -> list[ir.Stmt]:
    """Lower one statement; what cannot be converted is reported and becomes a `raise`."""
    result: list[ir.Stmt] = [ir.Comment(line, origin=statement) for line in comment_lines(statement.comments)]
    if statement.trailing:
        result.append(ir.Comment(statement.trailing, origin=statement))
    lowering = _LOWERINGS.get(type(statement))
    context.at = statement
    try:
        if statement in context.analysis.faulty:
            raise Unconvertible("it has an error that was reported above", code="CBL6001", reported=True)
        if isinstance(statement, ast.UnsupportedStatement):
            raise Unconvertible(statement.reason, code=statement.code, reported=True)
        if lowering is None:
            raise Unconvertible(
                f"{type(statement).__name__} statements are not converted yet", code="CBL6000"
            )
        checks = address_checks(context, statement)
        if context.present and may_change_addresses(statement):
            context.present.clear()
        present = set(context.present)
        lowered = [*checks, *lowering(context, statement)]
        context.present = present
        if context.analysis.debugging is not None:
            lowered = around(context, statement, lowered)
    except Unconvertible as failure:
        lowered = not_converted(context, statement, failure)
    result += [item if item.origin is not None else replace(item, origin=statement) for item in lowered]
    return result


def lower_statements(context: Context, statements: Iterable[ast.Statement]) -> ir.Body:
    """Lower a list of statements in order."""
    return tuple(item for statement in statements for item in lower_statement(context, statement))


def comment_lines(comments: tuple[str, ...]) -> list[str]:
    """COBOL comment lines as the text of Python comments: the indicator and rulers of asterisks are dropped."""
    lines = []
    for comment in comments:
        text = comment.strip().lstrip("*").removeprefix(">").strip()
        if text.strip("*-=#+_ /"):
            lines.append(text.rstrip("* ").rstrip())
    return lines
