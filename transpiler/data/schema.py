"""The columns that the records of a file can have: one table for all shapes."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.symbols import DataItem
from transpiler.data.codecs import Kind, ValueType
from transpiler.data.errors import UsageProblem
from transpiler.data.names import KEPT, RECORD
from transpiler.data.overlays import alternatives, disputed
from transpiler.data.shape import Shapes

_BYTES = ValueType("bytes")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: a value of `type`, or a list of them, or (with `members`) a list of groups."""

    name: str
    type: ValueType
    repeated: bool = False
    members: tuple[Column, ...] = ()
    width: int = 0
    """Characters that its longest value needs, for tables on a screen."""


def columns_of(shapes: Shapes) -> tuple[Column, ...]:
    """The columns of all records, in order of description; those of redefinitions that may be chosen included."""
    found: dict[str, Column] = {}
    for record in shapes.choices.records:
        for column in _Schema(shapes).of(record):
            found.setdefault(column.name, column)
    return tuple(found.values())


def own_columns(shapes: Shapes, *, plain: bool = False) -> tuple[str, ...]:
    """The columns of our own that the file needs: the chosen descriptions where there is a choice, and kept bytes."""
    if plain:
        return ()
    choices = shapes.choices
    return (RECORD, KEPT) if choices.rules or len(choices.records) > 1 else (KEPT,)


def select_columns(columns: tuple[Column, ...], names: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns called *names* in that order, all without names. Raises UsageProblem for one that is not there."""
    known = {column.name: column for column in columns}
    for name in names:
        if name.upper() not in known:
            raise UsageProblem(f"there is no column {name.upper()}; there are {', '.join(known)}")
    return tuple(known[name.upper()] for name in names) or columns


class _Schema:
    def __init__(self, shapes: Shapes) -> None:
        self.shapes = shapes
        self.contested: frozenset[int] = frozenset()

    def of(self, item: DataItem) -> list[Column]:
        if item.children and item.occurs is None:
            return self.below(item)
        if item.is_filler and not item.children and not self.contested:
            return []
        name = self.shapes.names[item]
        if item.children:
            return [Column(name, _BYTES, True, tuple(self.below(item)))]
        codec = self.shapes.codec(item, raw=False)
        places = range(item.offset, item.offset + item.size)
        raw = codec.kind in (Kind.TEXT, Kind.OVERPUNCH) and not self.contested.isdisjoint(places)
        if item.is_filler and not raw:
            return []
        kind = _BYTES if raw else codec.type
        width = 2 * item.size if raw else _width(kind, item)
        return [Column(name + "@bytes" * raw, kind, item.occurs is not None, (), width)]

    def below(self, group: DataItem) -> list[Column]:
        found: dict[str, Column] = {}
        for child in group.children:
            if child.redefines is None:
                for column in self.choice(child):
                    found.setdefault(column.name, column)
        return list(found.values())

    def choice(self, item: DataItem) -> list[Column]:
        """The columns of an item, and of the redefinitions of its storage that a rule may choose."""
        if not item.redefined_by:
            return self.of(item)
        outer = self.contested
        columns: list[Column] = []
        always = False
        for rule in self.shapes.choices.rules:
            option = next((one for one in alternatives(item) if one in rule.target.lineage()), None)
            if option is not None:
                self.contested = frozenset()
                columns += self.of(option)
                always = always or rule.condition is None
        if not always:
            self.contested = disputed(item) | outer
            columns = [*self.of(item), *columns]
        self.contested = outer
        return columns


def _width(kind: ValueType, item: DataItem) -> int:
    if kind.name == "text":
        return item.size
    return 22 if kind.name == "float" else kind.digits + (kind.scale > 0) + 1
