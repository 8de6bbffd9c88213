"""Records shown to people."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from rich.markup import escape

from transpiler.data.codecs import Value
from transpiler.data.rows import Row
from transpiler.data.schema import Column
from transpiler.data.shape import Leaf, Node


def head_and_tail(
    records: Iterable[tuple[int, bytes]], head: int | None, tail: int | None
) -> Iterator[tuple[int, bytes]]:
    """The first and the last records; all without limits. A record is never given twice."""
    if head is None and tail is None:
        yield from records
        return
    last: deque[tuple[int, bytes]] = deque(maxlen=tail or 0)
    for count, record in enumerate(records):
        if head is not None and count < head:
            yield record
        elif tail:
            last.append(record)
        else:
            return
    yield from last


def record_lines(number: int, record: bytes, row: Row, columns: tuple[Column, ...]) -> Iterator[str]:
    """A record as lines of markup: its number, length and description, then a line for each field."""
    name = row.shape.name or "no description fits"
    yield f"[bold]record {number}[/]  {len(record)} bytes  {escape(name)}"
    if row.shape.record is None:
        yield f"  [red]{_hex(record.hex())}[/]"
        return
    wanted = {column.name for column in columns}
    nodes = [node for node in row.shape.nodes if node.name in wanted]
    fields = [field for node in nodes for field in _fields(node, row.values[node.name], row)]
    width = min(max((len(label) for label, _ in fields), default=0), 44)
    for label, value in fields:
        yield f"  {escape(label):<{width}}  {value}"


def _fields(node: Node, value: Any, row: Row) -> Iterator[tuple[str, str]]:
    if node.leaf is not None:
        yield node.leaf.label, _shown(node.leaf, value, row)
        return
    if not node.elements:
        yield node.name, "(no occurrence)"
    for element, inner in zip(node.elements, value, strict=True):
        if isinstance(element, Leaf):
            yield element.label, _shown(element, inner, row)
        else:
            for child in element:
                yield from _fields(child, inner[child.name], row)


def _shown(leaf: Leaf, value: Value | None, row: Row) -> str:
    """A value; bytes that are none in hex and red."""
    if value is None:
        kept = row.kept.get(leaf.label)
        return f"[red]{_hex(kept)}[/]" if kept is not None else "[dim](not in the record)[/]"
    return escape(plain(value))


def plain(value: Any) -> str:
    """A value as people write it; control characters escaped."""
    if isinstance(value, bytes):
        return _hex(value.hex())
    if isinstance(value, float):
        return repr(value)
    text = str(value) if not isinstance(value, str) else value
    return text if text.isprintable() else repr(text)[1:-1]


def _hex(digits: str) -> str:
    return f"X'{digits.upper()}'"


def table_heading(columns: tuple[Column, ...]) -> str:
    """The line of names above records shown as a table."""
    return "  ".join(f"{column.name:<{_width(column)}}" for column in columns).rstrip()


def table_line(row: Row, columns: tuple[Column, ...]) -> str:
    """A record as one line under `table_heading`."""
    cells = [_cell(row, column).ljust(_width(column)) for column in columns]
    return "  ".join(cells).rstrip()


def _cell(row: Row, column: Column) -> str:
    value = row.values.get(column.name)
    if value is None:
        kept = row.kept.get(column.name)
        return _hex(kept) if kept is not None else ""
    text = "; ".join(map(_item, value)) if isinstance(value, list) else plain(value)
    width = _width(column)
    number = column.type.name in ("integer", "decimal") and not column.repeated
    return text.rjust(width) if number else text if len(text) <= width else text[: width - 1] + "…"


def _item(value: Any) -> str:
    if isinstance(value, dict):
        return ",".join("" if inner is None else plain(inner) for inner in value.values())
    return "" if value is None else plain(value)


def _width(column: Column) -> int:
    return max(len(column.name), min(column.width or 30, 40))
