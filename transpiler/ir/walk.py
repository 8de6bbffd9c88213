"""Traversal of the Python-shaped tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from typing import Any

from transpiler.ir import nodes as ir


@cache
def _field_names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name != "origin")


def names_in(nodes: Iterable[object]) -> Iterator[str]:
    """Yield the identifier of every `Name` in trees, lists and tuples of trees."""
    pending = list(nodes)
    while pending:
        node = pending.pop()
        if isinstance(node, ir.Name):
            yield node.id
        elif isinstance(node, (ir.Expr, ir.Stmt)):
            kind: Any = type(node)
            pending.extend(getattr(node, name) for name in _field_names(kind))
        elif isinstance(node, tuple):
            pending.extend(node)
