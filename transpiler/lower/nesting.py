"""Statements that nest deeper than Python can hold are not converted."""

from __future__ import annotations

from dataclasses import replace

from cobol_parser import ast
from transpiler.ir import nodes as ir
from transpiler.ir.nesting import nests_too_deep
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.registry import lower_statement
from transpiler.lower.unsupported import not_converted


def lower_within_limits(context: Context, statement: ast.Statement) -> list[ir.Stmt]:
    """Lower a statement of a sentence; one that nests too deep is reported and becomes a `raise`."""
    loops, unconverted = len(context.loops), len(context.unconverted)
    try:
        lowered = lower_statement(context, statement)
        if not nests_too_deep(tuple(lowered)):
            return lowered
    except RecursionError:
        del context.loops[loops:]
    del context.unconverted[unconverted:]
    failure = Unconvertible("it nests deeper than Python allows", code="CBL6090")
    return [replace(item, origin=statement) for item in not_converted(context, statement, failure)]
