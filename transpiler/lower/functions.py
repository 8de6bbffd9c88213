"""FUNCTION calls: the table of intrinsic functions gives the Python name and the kinds of arguments and result."""

from __future__ import annotations

from collections.abc import Callable

from cobol_parser import ast
from transpiler.ir import nodes as ir
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.operand import Operand

Lower = Callable[[Context, ast.Expression], Operand]


def function_operand(context: Context, node: ast.FunctionCall, lower: Lower) -> Operand:
    """Lower a function call, its reference modifier aside."""
    raise Unconvertible(f"FUNCTION {node.name} is not converted yet", code="CBL6010")


def shown_function(context: Context, node: ast.FunctionCall, lower: Lower) -> ir.Expr | None:
    """A function call as DISPLAY prints it; None when its text is the value itself."""
    return None
