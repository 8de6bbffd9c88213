"""How deep the generated Python nests.

CPython refuses a module with more than 100 levels of indentation, 20 loops and `with` blocks inside each other, or 200 open brackets
(`Parser/tokenizer.c`, `Include/internal/pycore_pegen.h`, `Include/cpython/code.h`). COBOL has no such limits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any

from transpiler.ir import nodes as ir

SUITES = 90
"""Levels of indentation inside a method; class, method and a surrounding `with` come on top."""
BLOCKS = 18
"""Loops and `with` blocks inside each other."""
OPERANDS = 150
"""Expressions inside each other, each of which may need a bracket."""

_BLOCKS = (ir.For, ir.While, ir.With)
_Depth = tuple[int, int, int]


def nests_too_deep(body: ir.Body) -> bool:
    """Whether Python would refuse the statements for their nesting."""
    pending: list[tuple[object, _Depth]] = [(body, (0, 0, 0))]
    while pending:
        node, depth = pending.pop()
        if depth[0] > SUITES or depth[1] > BLOCKS or depth[2] > OPERANDS:
            return True
        pending.extend(_inside(node, depth))
    return False


def _inside(node: object, depth: _Depth) -> Iterator[tuple[object, _Depth]]:
    """The parts of a node, each with the depth at which it is printed."""
    suites, blocks, operands = depth
    if isinstance(node, tuple):
        yield from ((item, depth) for item in node)
    elif isinstance(node, ir.Stmt):
        inner = (suites + 1, blocks + isinstance(node, _BLOCKS), 0)
        for name, value in _parts(node):
            suite = name in ("then", "body", "otherwise")
            yield value, (depth if _is_elif(node, name, value) else inner) if suite else depth
    elif isinstance(node, ir.Expr):
        for name, value in _parts(node):
            chained = isinstance(node, ir.Binary) and name == "left"
            yield value, depth if chained else (suites, blocks, operands + 1)


def _is_elif(node: ir.Stmt, name: str, value: object) -> bool:
    """An `otherwise` that is one If prints as `elif`, at the same level."""
    alone = isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], ir.If)
    return isinstance(node, ir.If) and name == "otherwise" and alone


def _parts(node: ir.Expr | ir.Stmt) -> Iterator[tuple[str, object]]:
    kind: Any = type(node)
    return ((name, getattr(node, name)) for name in _names(kind))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name != "origin")
