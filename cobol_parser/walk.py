"""Traversal of the syntax tree.

Which fields of a class can hold nodes is worked out once per class from its annotations; a walk then touches only those.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields

from cobol_parser.ast import Node, Statement

_PLAIN_TYPES = frozenset({"str", "int", "bool", "None", "tuple", "Decimal", "Span", "Token"})


_FIELDS: dict[type[Node], tuple[str, ...]] = {}


def node_fields(kind: type[Node]) -> tuple[str, ...]:
    """Return the names of the fields of a node class that can hold nodes, in order."""
    known = _FIELDS.get(kind)
    if known is None:
        known = _FIELDS[kind] = _find_node_fields(kind)
    return known


def _find_node_fields(kind: type[Node]) -> tuple[str, ...]:
    return tuple(
        field.name for field in fields(kind) if not set(re.findall(r"\w+", str(field.type))) <= _PLAIN_TYPES
    )


def children(node: Node) -> list[Node]:
    """Return the nodes directly below `node` in order, those inside (nested) tuples included."""
    found: list[Node] = []
    for name in node_fields(type(node)):
        value = getattr(node, name)
        if isinstance(value, Node):
            found.append(value)
        elif isinstance(value, tuple):
            _collect(value, found)
    return found


def _collect(values: Iterable[object], found: list[Node]) -> None:
    for value in values:
        if isinstance(value, Node):
            found.append(value)
        elif isinstance(value, tuple):
            _collect(value, found)


_STATEMENT_HOLDERS: dict[type[Node], bool] = {}


def holds_statements(node: Node) -> bool:
    """Tell whether statements can stand below a node: `walk(root, into=holds_statements)` leaves expressions out."""
    kind = type(node)
    known = _STATEMENT_HOLDERS.get(kind)
    if known is None:
        annotations = " ".join(str(field.type) for field in fields(kind))
        known = _STATEMENT_HOLDERS[kind] = bool(_STATEMENT_TYPES & set(re.findall(r"\w+", annotations)))
    return known


_STATEMENT_TYPES = frozenset(
    [
        "Statement",
        "Sentence",
        "Paragraph",
        "Section",
        "DeclarativeSection",
        "ConditionalPhrase",
        "When",
        "SearchWhen",
    ]
)
"""Types of the fields that statements are reached through."""


def walk(node: Node, *, into: Callable[[Node], bool] | None = None) -> Iterator[Node]:
    """Yield `node` and everything below it, parents first, in source order.

    Nodes for which `into` is false are yielded but not entered. The depth of the tree does not matter.
    """
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        if into is None or into(current):
            below = children(current)
            below.reverse()
            stack += below


def statement_lists(node: Node) -> Iterator[tuple[Statement, ...]]:
    """Yield the lists of statements directly inside a statement or one of its phrases."""
    for name in node_fields(type(node)):
        value = getattr(node, name)
        values = value if isinstance(value, tuple) else (value,)
        inner = tuple(item for item in values if isinstance(item, Statement))
        if inner:
            yield inner
        for item in values:
            if isinstance(item, Node) and not isinstance(item, Statement) and holds_statements(item):
                yield from statement_lists(item)
