"""Records as values, and values as records, without losing a byte.

What the values of a record do not hold (bytes that are no number, an unusual sign, fillers that are not blank, bytes behind
its end) is kept beside them by the label of the item or `@offset`, in hex. A record made from the values and what was kept is
the record it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from transpiler.data.codecs import Codec, Value, checked
from transpiler.data.errors import DataError
from transpiler.data.plans import Plan
from transpiler.data.shape import Leaf, Node, Shape, Shapes

LENGTH = "length"
"""The key under which the length of a record is kept that is shorter than its description."""
_MEMORY = 4_096
"""Values that a codec remembers."""


@dataclass(slots=True, eq=False)
class Row:
    """A record's values by column: tables are lists, groups in tables are dictionaries, None is a value that the bytes
    do not have. `kept` holds bytes (in hex) by label."""

    shape: Shape
    values: dict[str, Any]
    kept: dict[str, str]

    @property
    def bad(self) -> list[str]:
        """Labels of the items whose bytes are no value."""
        return [
            label
            for label in self.kept
            if label in self.shape.labels
            and not self.shape.labels[label].hidden
            and not _has_value(self, label)
        ]


def _has_value(row: Row, label: str) -> bool:
    leaf = row.shape.labels[label]
    data = bytes.fromhex(row.kept[label])
    return len(data) == leaf.codec.size and leaf.codec.decode(data) is not None


class Rows:
    """Turns the records of one file into rows, and rows into records.

    *padded* is the length of the records when all are filled up to it with spaces (formats without lengths).
    """

    def __init__(self, shapes: Shapes, padded: int | None = None) -> None:
        self.shapes = shapes
        self.padded = padded
        self.space = shapes.encoding.code_page.space
        self._plans: dict[Shape, Plan] = {}

    def decode(self, data: bytes) -> Row:
        """The values of a record."""
        shape = self.shapes.of_record(data)
        kept: dict[str, str] = {}
        values = self._plan(shape).values(data, kept)
        length, template = shape.length, shape.template
        for leaf in shape.hidden:
            found = data[leaf.at : leaf.end]
            if found != leaf.codec.default:
                kept[leaf.label] = found.hex()
        for start, end in shape.gaps:
            found = data[start:end]
            if found != template[start:end]:
                kept[f"@{start}"] = found.hex()
        if len(data) != self._length(length):
            self._keep_length(data, length, kept)
        elif len(data) > length and data[length:] != self.space * (len(data) - length):
            kept[f"@{length}"] = data[length:].hex()
        return Row(shape, values, kept)

    def _plan(self, shape: Shape) -> Plan:
        plan = self._plans.get(shape)
        if plan is None:
            if len(self._plans) >= _MEMORY:
                self._plans.clear()
            plan = self._plans[shape] = Plan(shape, _read)
        return plan

    def _length(self, length: int) -> int:
        return length if self.padded is None else max(self.padded, length)

    def _keep_length(self, data: bytes, length: int, kept: dict[str, str]) -> None:
        for label in [label for label, text in kept.items() if not text]:
            del kept[label]
        kept[LENGTH] = str(len(data))
        if len(data) > length:
            kept[f"@{length}"] = data[length:].hex()

    def encode(self, values: Mapping[str, Any], kept: Mapping[str, str], name: str | None) -> bytes:
        """The record of some values. Raises DataError when an item cannot hold its value."""
        holding = tuple(
            rule.condition is None or self._fulfils(values, rule.condition.item, rule.condition)
            for rule in self.shapes.choices.rules
        )
        shape = self.shapes.of_values(values, name, holding)
        record = bytearray(shape.template)
        for node in shape.nodes:
            _write(node, values.get(node.name), record, kept)
        length = int(kept.get(LENGTH, self._length(len(record))))
        record += self.space * (length - len(record))
        for label, text in kept.items():
            if label != LENGTH:
                at = shape.labels[label].at if label in shape.labels else _place(label)
                data = bytes.fromhex(text)
                record[at : at + len(data)] = data
        return bytes(record[:length])

    def _fulfils(self, values: Mapping[str, Any], item: Any, condition: Any) -> bool:
        return bool(condition.fulfilled(values.get(self.shapes.names[item])))


def _place(label: str) -> int:
    if label.startswith("@") and label[1:].isdigit():
        return int(label[1:])
    raise DataError(f"the copybook has no item {label}, whose bytes are given")


def _read(node: Node, data: bytes, kept: dict[str, str]) -> Any:
    if node.leaf is not None:
        return _take(node.leaf, data, kept)
    return [
        _take(element, data, kept)
        if isinstance(element, Leaf)
        else {inner.name: _read(inner, data, kept) for inner in element}
        for element in node.elements
    ]


def _take(leaf: Leaf, data: bytes, kept: dict[str, str]) -> Value | None:
    codec = leaf.codec
    raw = data[leaf.at : leaf.at + codec.size]
    if len(raw) < codec.size:
        if raw:
            kept[leaf.label] = raw.hex()
        return None
    if codec.ordinary is not None:
        value = codec.ordinary(raw)
        if value is not None:
            return value
    if codec.exact:
        return codec.decode(raw)
    found = codec.memo.get(raw)
    if found is None:
        found = _remember(codec, raw)
    value, restores = found
    if not restores:
        kept[leaf.label] = raw.hex()
    return value


def _remember(codec: Codec, raw: bytes) -> tuple[Value | None, bool]:
    value = codec.decode(raw)
    if len(codec.memo) >= _MEMORY:
        codec.memo.clear()
    found = codec.memo[raw] = value, value is not None and _restores(codec, value, raw)
    return found


def _restores(codec: Codec, value: Value, raw: bytes) -> bool:
    """Whether the value alone gives the bytes back; a float read from them may just be out of their range."""
    try:
        return codec.encode(value) == raw
    except ValueError:
        return False


def _write(node: Node, value: Any, record: bytearray, kept: Mapping[str, str]) -> None:
    if node.leaf is not None:
        _put(node.leaf, value, record, kept)
        return
    values = value if value is not None else ()
    if len(values) > len(node.elements):
        raise DataError(
            f"{node.name} has {len(values)} occurrences, and there is room for {len(node.elements)}"
        )
    for element, inner in zip(node.elements, values, strict=False):
        if isinstance(element, Leaf):
            _put(element, inner, record, kept)
        else:
            for child in element:
                _write(child, (inner or {}).get(child.name), record, kept)


def _put(leaf: Leaf, value: Any, record: bytearray, kept: Mapping[str, str]) -> None:
    if value is None or leaf.label in kept:
        return
    try:
        record[leaf.at : leaf.end] = checked(leaf.codec, value)
    except (ValueError, OverflowError) as error:
        picture = leaf.item.picture.text if leaf.item.picture is not None else leaf.item.usage
        raise DataError(f"{leaf.label} (PICTURE {picture}): {error}") from error
