"""Where the items of one record lie.

A `Shape` lists the items of records that have the same description, the same choice among redefinitions and the same
numbers of occurrences. It is made once for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

from cobol_parser.symbols import DataItem, Dimension
from transpiler.data.codecs import Codec, Kind, RawCodec, codec_of
from transpiler.data.encoding import Encoding
from transpiler.data.names import column_names, item_label
from transpiler.data.overlays import disputed
from transpiler.data.selection import Choices

_MOST_SHAPES = 4_000
Scope: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """One occurrence of an elementary item: *at* bytes from the start of the record.

    `label` names it: data-name and subscripts, or `@at` for a filler, which is `hidden` and no column.
    """

    item: DataItem
    label: str
    at: int
    codec: Codec
    hidden: bool
    disputed: bool

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.at + self.codec.size


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A column of a shape: one `leaf`; or a table with `elements`, each of them a leaf or the nodes of a group."""

    name: str
    leaf: Leaf | None = None
    elements: tuple[Leaf | tuple[Node, ...], ...] = ()


@dataclass(slots=True, eq=False)
class Shape:
    """The items of a record of `length` bytes. `name` says which descriptions were chosen; `record` is None when no
    description is known. `gaps` are the places (start, end) that no item describes; `template` has every item's default."""

    record: DataItem | None
    name: str
    nodes: tuple[Node, ...]
    leaves: tuple[Leaf, ...]
    length: int
    gaps: tuple[tuple[int, int], ...] = ()
    template: bytes = b""
    labels: dict[str, Leaf] = field(default_factory=dict)
    hidden: tuple[Leaf, ...] = ()

    @property
    def disputed(self) -> tuple[Leaf, ...]:
        """Items whose bytes two descriptions contradict each other about."""
        return tuple(leaf for leaf in self.leaves if leaf.disputed)


class ShapeSource(Protocol):
    """What decides the shape: a record's bytes, or the values for a record to be."""

    def choose(self, item: DataItem) -> DataItem | None: ...

    def count(self, table: DataItem, own: Dimension, at: int, scope: Scope | None, walk: Walk) -> int: ...


class Shapes:
    """The shapes of the records of one copybook in one encoding.

    *slides*: items behind a table with OCCURS DEPENDING ON move up when it has fewer occurrences than it may have, as on
    mainframes; otherwise they stay, as with GnuCOBOL.
    """

    def __init__(self, choices: Choices, encoding: Encoding, *, slides: bool | None = None) -> None:
        self.choices = choices
        self.encoding = encoding
        self.slides = encoding.is_ebcdic if slides is None else slides
        self.names = column_names(choices.records)
        self.codecs: dict[tuple[DataItem, bool], Codec] = {}
        self.size = max(record.total_size for record in choices.records)
        self._counters = {record: _counters(record, slides=self.slides) for record in choices.records}
        self._tables = {record: _variable_tables(record) for record in choices.records}
        self._known: dict[object, Shape] = {}
        self._only: Shape | None = None

    @property
    def varies(self) -> bool:
        """Whether records can have different lengths."""
        sizes = {record.total_size for record in self.choices.records}
        return len(sizes) > 1 or any(self._tables.values())

    def of_record(self, data: bytes) -> Shape:
        """The shape of a record."""
        if self._only is not None:
            return self._only
        holding = self.choices.holding(data)
        record = self.choices.record_of(holding)
        if record is None:
            return _NO_SHAPE
        counters = self._counters[record]
        if counters is None:
            return self.walk(record, _Bytes(self, data, holding), None)
        key = (record, holding, tuple([data[item.offset : item.offset + item.size] for item in counters]))
        shape = self._cached(key, record, _Bytes(self, data, holding), None)
        if not holding and not counters and not self._tables[record]:
            self._only = shape
        return shape

    def of_values(self, values: Scope, name: str | None, holding: tuple[bool, ...]) -> Shape:
        """The shape of the record that `values` describe: `name` is that of the shape they came from, if known."""
        chosen = frozenset(name.split("/")) if name is not None else None
        record = self._record_named(chosen) if chosen is not None else self.choices.record_of(holding)
        if record is None:
            return _NO_SHAPE
        tables = self._tables[record]
        source = _Values(self, chosen, holding)
        if any(len(table.dimensions) > 1 for table in tables):
            return self.walk(record, source, values)
        lengths = tuple(len(values.get(self.names[table]) or ()) for table in tables)
        return self._cached((record, name, holding, lengths, "values"), record, source, values)

    def _record_named(self, chosen: frozenset[str]) -> DataItem | None:
        return next((item for item in self.choices.records if item_label(item) in chosen), None)

    def _cached(self, key: object, record: DataItem, source: ShapeSource, scope: Scope | None) -> Shape:
        shape = self._known.get(key)
        if shape is None:
            if len(self._known) >= _MOST_SHAPES:
                self._known.clear()
            shape = self._known[key] = self.walk(record, source, scope)
        return shape

    def walk(self, record: DataItem, source: ShapeSource, scope: Scope | None) -> Shape:
        """The shape of a record with the descriptions and numbers of occurrences that *source* tells."""
        walk = Walk(self, source)
        nodes, shrunk = walk.item(record, 0, (), scope)
        length = record.total_size - (shrunk if self.slides or record.variable_tables else 0)
        gaps = tuple(_gaps(walk.leaves, length))
        template = bytearray(length)
        for leaf in walk.leaves:
            template[leaf.at : leaf.end] = leaf.codec.default
        return Shape(
            record,
            "/".join(dict.fromkeys([item_label(record), *walk.chosen])),
            tuple(nodes),
            tuple(walk.leaves),
            length,
            gaps,
            bytes(template),
            {leaf.label: leaf for leaf in walk.leaves},
            tuple(leaf for leaf in walk.leaves if leaf.hidden),
        )

    def codec(self, item: DataItem, *, raw: bool) -> Codec:
        """The codec of an item; one for bytes where descriptions contradict each other."""
        codec = self.codecs.get((item, raw))
        if codec is None:
            codec = RawCodec(item.size) if raw else codec_of(item, self.encoding)
            self.codecs[item, raw] = codec
        return codec


_NO_SHAPE = Shape(None, "", (), (), 0)


class _Bytes:
    """The shape of a record that exists."""

    def __init__(self, shapes: Shapes, data: bytes, holding: tuple[bool, ...]) -> None:
        self.shapes, self.data, self.holding = shapes, data, holding

    def choose(self, item: DataItem) -> DataItem | None:
        return self.shapes.choices.redefinition_of(item, self.holding)

    def count(self, table: DataItem, own: Dimension, at: int, scope: Scope | None, walk: Walk) -> int:
        """The counter's value within its bounds; as many as there is room for when it is no number."""
        room = (len(self.data) - at) // own.stride if own.stride else own.maximum
        leaf = walk.latest.get(own.depending_on) if own.depending_on is not None else None
        value = (
            leaf.codec.decode(self.data[leaf.at : leaf.end]) if leaf and leaf.end <= len(self.data) else None
        )
        wanted = int(value) if isinstance(value, int) else room
        return max(0, min(wanted, own.maximum))


class _Values:
    """The shape of a record that is to be made."""

    def __init__(self, shapes: Shapes, chosen: frozenset[str] | None, holding: tuple[bool, ...]) -> None:
        self.shapes, self.chosen, self.holding = shapes, chosen, holding

    def choose(self, item: DataItem) -> DataItem | None:
        if self.chosen is None:
            return self.shapes.choices.redefinition_of(item, self.holding)
        options = (item, *item.redefined_by)
        return next((option for option in options if item_label(option) in (self.chosen or ())), None)

    def count(self, table: DataItem, own: Dimension, at: int, scope: Scope | None, walk: Walk) -> int:
        values = (scope or {}).get(self.shapes.names[table])
        return min(len(values), own.maximum) if values is not None else own.minimum


class Walk:
    """One pass over a record description."""

    def __init__(self, shapes: Shapes, source: ShapeSource) -> None:
        self.shapes, self.source = shapes, source
        self.leaves: list[Leaf] = []
        self.latest: dict[DataItem, Leaf] = {}
        self.chosen: list[str] = []
        self.contested: tuple[int, frozenset[int]] = (0, frozenset())

    def item(
        self, item: DataItem, at: int, subscripts: tuple[int, ...], scope: Scope | None
    ) -> tuple[list[Node], int]:
        """The nodes of an item whose first occurrence is *at*, and the bytes by which it is shorter than it may be."""
        own = item.occurs
        if own is not None:
            return self.table(item, own, at, subscripts, scope)
        if item.children:
            return self.group(item, at, subscripts, scope)
        leaf = self.leaf(item, at, subscripts)
        return [] if leaf.hidden else [Node(self.name(leaf), leaf)], 0

    def group(
        self, item: DataItem, at: int, subscripts: tuple[int, ...], scope: Scope | None
    ) -> tuple[list[Node], int]:
        nodes: list[Node] = []
        shrunk = 0
        for child in item.children:
            if child.redefines is not None:
                continue
            place = at + child.offset - item.offset - (shrunk if self.shapes.slides else 0)
            outer = self.contested
            chosen = self.choose(child, place)
            more, less = self.item(chosen, place, subscripts, scope)
            self.contested = outer
            nodes += more
            shrunk += less
        return nodes, shrunk

    def table(
        self, item: DataItem, own: Dimension, at: int, subscripts: tuple[int, ...], scope: Scope | None
    ) -> tuple[list[Node], int]:
        count = own.maximum
        if own.depending_on is not None:
            count = self.source.count(item, own, at, scope, self)
        name = self.shapes.names[item]
        values = scope.get(name) if scope is not None else None
        elements: list[Leaf | tuple[Node, ...]] = []
        place, shrunk = at, (own.maximum - count) * own.stride
        for number in range(1, count + 1):
            within = (*subscripts, number)
            if item.children:
                inner = _element(values, number)
                nodes, less = self.group(item, place, within, inner if scope is not None else None)
                elements.append(tuple(nodes))
                shrunk += less
                place += own.stride - (less if self.shapes.slides else 0)
            else:
                elements.append(self.leaf(item, place, within))
                place += own.stride
        if item.is_filler and not item.children:
            return [], shrunk
        return [Node(name, None, tuple(elements))], shrunk

    def leaf(self, item: DataItem, at: int, subscripts: tuple[int, ...]) -> Leaf:
        base, places = self.contested
        codec = self.shapes.codec(item, raw=False)
        raw = bool(places) and codec.kind in (Kind.TEXT, Kind.OVERPUNCH)
        raw = raw and any(place - base in places for place in range(at, at + item.size))
        if raw:
            codec = self.shapes.codec(item, raw=True)
        label = f"@{at}" if item.is_filler else self.shapes.names[item] + ("@bytes" if raw else "")
        if subscripts and not item.is_filler:
            label += f"({','.join(map(str, subscripts))})"
        leaf = Leaf(item, label, at, codec, item.is_filler and not raw, raw)
        self.leaves.append(leaf)
        self.latest[item] = leaf
        return leaf

    def name(self, leaf: Leaf) -> str:
        """The column of a leaf."""
        return self.shapes.names[leaf.item] + ("@bytes" if leaf.disputed else "")

    def choose(self, item: DataItem, at: int) -> DataItem:
        """The description that counts for the storage of *item*, which lies *at*."""
        if not item.redefined_by:
            return item
        chosen = self.source.choose(item)
        if chosen is not None:
            self.chosen.append(item_label(chosen))
            self.contested = (0, frozenset())
            return chosen
        places = frozenset(place - item.offset for place in disputed(item))
        if places:
            self.contested = (at, places)
        return item


def _element(values: Any, number: int) -> Scope:
    inner = values[number - 1] if values is not None and number <= len(values) else None
    return inner if isinstance(inner, Mapping) else {}


def _variable_tables(record: DataItem) -> list[DataItem]:
    return [item for item in record.walk() if item.depending_on is not None]


def _counters(record: DataItem, *, slides: bool) -> tuple[DataItem, ...] | None:
    """The counters of the record's tables, when each lies in one place in every record; else None."""
    tables = _variable_tables(record)
    counters = tuple(dict.fromkeys(table.depending_on for table in tables if table.depending_on is not None))
    first = min((table.offset for table in tables), default=0)
    for counter in counters:
        if counter.record is not record or counter.dimensions or (slides and counter.offset >= first):
            return None
    return counters


def _gaps(leaves: Iterable[Leaf], length: int) -> Iterable[tuple[int, int]]:
    end = 0
    for leaf in sorted(leaves, key=lambda leaf: leaf.at):
        if leaf.at > end:
            yield end, leaf.at
        end = max(end, leaf.end)
    if end < length:
        yield end, length
