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


def attributes_in(nodes: Iterable[object]) -> set[str]:
    """The attributes of `self` that trees, lists and tuples of trees name."""
    return {
        node.name
        for node in walk(nodes)
        if isinstance(node, ir.Attribute) and isinstance(node.value, ir.Name) and node.value.id == "self"
    }


def names_in(nodes: Iterable[object]) -> Iterator[str]:
    """Yield the identifier of every `Name` in trees, lists and tuples of trees."""
    return (node.id for node in walk(nodes) if isinstance(node, ir.Name))


def walk(nodes: Iterable[object]) -> Iterator[ir.Expr | ir.Stmt]:
    """Yield every expression and statement in trees, lists and tuples of trees, in no particular order."""
    pending = list(nodes)
    while pending:
        node = pending.pop()
        if isinstance(node, (ir.Expr, ir.Stmt)):
            yield node
            kind: Any = type(node)
            pending.extend(getattr(node, name) for name in _field_names(kind))
        elif isinstance(node, tuple):
            pending.extend(node)
