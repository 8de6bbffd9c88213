"""The data items of an estate by definition: one for all programs that copy it, with what each program does with it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from cobol_parser import ast
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import DataItem
from transpiler.data_flow.accesses import Access, accesses
from transpiler.data_flow.extents import Extent, extent, merged, overlaps
from transpiler.report.estate import Estate, ProgramFile
from transpiler.report.model import Place


@dataclass(frozen=True, slots=True, eq=False)
class Instance:
    """An item in one program."""

    program: str
    item: DataItem
    file: ProgramFile
    analysis: ProgramAnalysis


@dataclass(frozen=True, slots=True, eq=False)
class Definition:
    """One description of an item, at `place`, and the programs that have it. `number` counts all definitions from 0."""

    number: int
    place: Place
    instances: list[Instance] = field(default_factory=list)

    @property
    def item(self) -> DataItem:
        """The item as its first program has it."""
        return self.instances[0].item

    @property
    def programs(self) -> tuple[str, ...]:
        """The programs that have it."""
        return tuple(dict.fromkeys(instance.program for instance in self.instances))


@dataclass(frozen=True, slots=True, eq=False)
class Dictionary:
    """All definitions, those of a program in order of description, and the definition of each item."""

    definitions: list[Definition]
    of_item: dict[DataItem, Definition]


def dictionary(estate: Estate) -> Dictionary:
    """Collect the items of every program of the estate. Names that the CICS translator adds are no part of it."""
    known: dict[tuple[object, ...], Definition] = {}
    made = Dictionary([], {})
    for file in estate.files:
        for program, analysis in file.programs:
            for item in _items(program, analysis):
                assert item.entry is not None
                place = estate.place(item.entry)
                key = (place, item.level, item.qualified_name, item.offset, item.size, str(item.usage))
                definition = known.get(key)
                if definition is None:
                    definition = known[key] = Definition(len(made.definitions), place)
                    made.definitions.append(definition)
                instance = Instance(program.identification.program_id, item, file, analysis)
                definition.instances.append(instance)
                made.of_item[item] = definition
    return made


def _items(program: ast.Program, analysis: ProgramAnalysis) -> Iterator[DataItem]:
    """The items of a program that are written somewhere: levels 01 to 49 and 77, then 66."""
    symbols = analysis.symbols
    renames = (
        referent
        for meanings in symbols.names.values()
        for referent in meanings
        if isinstance(referent, DataItem) and referent.level == 66
    )
    for item in (*symbols.data_items(), *renames):
        if item.entry is not None and item.entry.span is not program.span:
            yield item


# --- uses


@dataclass(frozen=True, slots=True, eq=False)
class Used:
    """An access and the program that it stands in."""

    program: str
    access: Access


def uses(estate: Estate) -> dict[DataItem, list[Used]]:
    """The uses of every item by its own name, in source order; VALUE clauses are no use."""
    found: dict[DataItem, list[Used]] = {}
    for file in estate.files:
        for program, analysis in file.programs:
            for access in accesses(analysis):
                if isinstance(access.item, DataItem):
                    found.setdefault(access.item, []).append(Used(program.identification.program_id, access))
    return found


class Way(IntEnum):
    """By which way an item is read or written, the surest last."""

    NEVER = 0
    VALUE = 1
    OTHERS = 2
    NAME = 3


Spans = dict[Hashable, list[tuple[int, int]]]


class Touched:
    """Which bytes of the estate are touched by a set of items."""

    def __init__(self, items: Iterable[DataItem]) -> None:
        self._names = set(items)
        self._tables: dict[Hashable, list[DataItem]] = {}
        plain: Spans = {}
        inside: Spans = {}
        for item in self._names:
            own = extent(item)
            spans = inside if item.dimensions else plain
            spans.setdefault(own.area, []).append((own.start, own.stop))
            if item.dimensions:
                self._tables.setdefault(own.area, []).append(item)
        self._plain = {area: merged(found) for area, found in plain.items()}
        self._inside = {area: merged(found) for area, found in inside.items()}

    def way(self, item: DataItem) -> Way:
        """How the item is touched: by its name, by a group or another description of its bytes, or not."""
        if item in self._names:
            return Way.NAME
        own = extent(item)
        if _meets(self._plain, own):
            return Way.OTHERS
        if not item.dimensions:
            return Way.OTHERS if _meets(self._inside, own) else Way.NEVER
        columns = self._tables.get(own.area, ())
        return Way.OTHERS if any(overlaps(item, other) for other in columns) else Way.NEVER


def _meets(spans: Spans, own: Extent) -> bool:
    return any(start < own.stop and own.start < stop for start, stop in spans.get(own.area, ()))


def ways(estate: Estate) -> tuple[Touched, Touched, Touched]:
    """What is read, what is written by statements and callers, and what has a VALUE."""
    found = estate.once(uses)
    named = [(item, one.access) for item, used in found.items() for one in used]
    return (
        Touched(item for item, access in named if access.reads),
        Touched(item for item, access in named if access.writes and access.how != "VALUE"),
        Touched(item for item, access in named if access.how == "VALUE"),
    )
