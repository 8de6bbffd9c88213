"""Text dumps of tokens and syntax trees, for reading and for tests.

A node is one line, `Class line:column`, its fields below it, two columns further in; fields that are None, false or empty are left
out. Dumping does not recurse, so any depth of nesting can be shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from cobol_parser.ast.node import Node
from cobol_parser.source import Token

_STEP = "  "


def dump_tokens(tokens: Iterable[Token]) -> str:
    """One line a token: position, type, text, and the comments it carries."""
    lines: list[str] = []
    for token in tokens:
        lines += (f"{'':>10}* {comment.strip()}" for comment in token.comments)
        margin = "A" if token.area_a else " "
        trailing = f"  *> {token.trailing.strip()}" if token.trailing else ""
        lines.append(
            f"{token.line:>5}:{token.column:<4}{margin} {token.type:<12} {token.text}{trailing}".rstrip()
        )
    return "\n".join([*lines, ""])


def dump_ast(node: Node) -> str:
    """The tree below `node`, one line a node or value."""
    lines: list[str] = []
    pending: list[Iterator[tuple[int, str, Any]]] = [iter([(0, "", node)])]
    while pending:
        item = next(pending[-1], None)
        if item is None:
            pending.pop()
            continue
        depth, label, value = item
        line, below = _shown(depth, label, value)
        lines.append(line)
        if below:
            pending.append(iter(below))
    return "\n".join([*lines, ""])


def _shown(depth: int, label: str, value: Any) -> tuple[str, list[tuple[int, str, Any]]]:
    """Line of a value, and what has to be shown below it as (depth, label, value)."""
    margin = _STEP * depth + (f"{label}: " if label else "")
    if isinstance(value, Node):
        token = value.span.first
        parts = [
            (depth + 1, name, part)
            for name in _field_names(type(value))
            if _is_telling(part := getattr(value, name))
        ]
        return f"{margin}{type(value).__name__} {token.line}:{token.column}", parts
    if isinstance(value, tuple) and any(isinstance(member, Node | tuple) for member in value):
        return margin.rstrip(), [(depth + 1, "-", member) for member in value]
    return f"{margin}{_plain(value)}", []


def _field_names(node_type: type[Node]) -> tuple[str, ...]:
    """Fields in order of declaration, without the span."""
    assert is_dataclass(node_type)
    return tuple(field.name for field in fields(node_type) if field.name != "span")


def _is_telling(value: Any) -> bool:
    """Whether a field is worth a line."""
    return value is not None and value is not False and value != ()


def _plain(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(_plain(member) for member in value)
    return str(value) if isinstance(value, Decimal | int) else repr(value)
