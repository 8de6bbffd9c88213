"""How the records of one shape are read: cut at once, each piece by the quick reader of its item."""

from __future__ import annotations

from collections.abc import Callable
from struct import Struct
from typing import Any

from transpiler.data.ordinary import Reader
from transpiler.data.shape import Node, Shape

Exact = Callable[[Node, bytes, dict[str, str]], Any]
"""Reads any node of a record (data, what is kept) whatever its bytes are."""


class Plan:
    """The columns of a shape in order: name, quick reader (None for tables and items without one) and node."""

    def __init__(self, shape: Shape, exact: Exact) -> None:
        self.columns = tuple((node.name, _reader(node), node) for node in shape.nodes)
        layout = _layout(shape)
        self.cut = Struct(layout) if layout is not None else None
        self.exact = exact

    def values(self, data: bytes, kept: dict[str, str]) -> dict[str, Any]:
        """The values of a record by column; what they do not say is added to *kept*."""
        exact = self.exact
        if self.cut is None or len(data) < self.cut.size:
            return {name: exact(node, data, kept) for name, _, node in self.columns}
        values: dict[str, Any] = {}
        for (name, reader, node), piece in zip(self.columns, self.cut.unpack_from(data), strict=True):
            value = reader(piece) if reader is not None else None
            values[name] = exact(node, data, kept) if value is None else value
        return values


def _reader(node: Node) -> Reader | None:
    return node.leaf.codec.ordinary if node.leaf is not None else None


def _layout(shape: Shape) -> str | None:
    """The pieces of a record for `struct`: one for each column, an empty one for a table. None when items overlap."""
    place, parts = 0, ["<"]
    for node in shape.nodes:
        if node.leaf is None:
            parts.append("0s")
        elif node.leaf.at < place:
            return None
        else:
            parts.append(f"{node.leaf.at - place}x{node.leaf.codec.size}s")
            place = node.leaf.end
    return "".join(parts)
