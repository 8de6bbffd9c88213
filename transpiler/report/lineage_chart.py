"""What the page needs to follow a value through the estate, in numbers that stand for each other.

The page knows bytes: an item is `[offset, size, further, tables]` in an *area* (a record with all its redefinitions, a dataset, something
outside), `further` being the bytes from its first occurrence to its last and `tables` the definitions of the tables around it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from cobol_parser.symbols import DataItem
from transpiler.data_flow.extents import area
from transpiler.data_flow.lineage import Kind, Outside
from transpiler.report.data_dictionary import Dictionary
from transpiler.report.data_lineage import Step, Terminal, steps
from transpiler.report.estate import Estate
from transpiler.report.model import Chart, ChartKind, Place

_MOST_PLACES = 5
_KINDS = list(Kind)
T = TypeVar("T", bound=Hashable)


class _Numbers(dict[T, int]):
    """Numbers in the order of asking."""

    def of(self, key: T) -> int:
        return self.setdefault(key, len(self))


class _Made:
    """Collects the lists of the chart."""

    def __init__(self, estate: Estate, found: Dictionary, name: Callable[[Terminal], str]) -> None:
        self._estate = estate
        self._found = found
        self._name = name
        self.areas: _Numbers[Hashable] = _Numbers()
        self.nodes: dict[Terminal, int] = {}
        self.lines: list[list[object]] = []
        self.files: _Numbers[str] = _Numbers()

    def definitions(self) -> list[list[object]]:
        """For each row of the table of items: its bytes, and for each program that has it the name and the area."""
        rows: list[list[object]] = []
        for definition in self._found.definitions:
            homes = [[each.program, self.areas.of(area(each.item))] for each in definition.instances]
            rows.append([*self._bytes(definition.item, 0, 0), homes])
        return rows

    def _bytes(self, item: DataItem, start: int, size: int) -> list[object]:
        further = sum(one.stride * (one.maximum - 1) for one in item.dimensions)
        tables = [
            self._found.of_item[one.table].number
            for one in item.dimensions
            if one.table in self._found.of_item
        ]
        return [item.offset + start, size or item.size, further, tables]

    def node(self, end: Terminal) -> int:
        """The number of an end."""
        known = self.nodes.get(end)
        if known is not None:
            return known
        number = self.nodes[end] = len(self.nodes)
        what = end.what
        if isinstance(what, DataItem):
            row = self._found.of_item.get(what)
            place = [self.areas.of(area(what)), *self._bytes(what, end.start, end.size)]
            self.lines.append(
                [self._name(end), end.program, row.number if row is not None else -1, *place, 1]
            )
        else:
            own: Hashable = (end.program, what) if end.program else what
            self.lines.append(
                [self._name(end), end.program, -1, self.areas.of(own), 0, 0, 0, [], _passes(what)]
            )
        return number

    def place(self, place: Place) -> list[int]:
        """A place as the number of its file and the line."""
        return [self.files.of(place.path), place.line]


def _passes(what: object) -> int:
    """1 for what gives back what was put into it; a literal, a display or a command of SQL is where a way begins or ends."""
    return int(not isinstance(what, Outside))


def lineage_chart(estate: Estate, found: Dictionary, name: Callable[[Terminal], str]) -> Chart:
    """The steps of the estate for the page."""
    made = _Made(estate, found, name)
    items = made.definitions()
    together: dict[tuple[int, int, Kind, bool], list[Step]] = {}
    for step in estate.once(steps):
        key = made.node(step.source), made.node(step.target), step.kind, step.exact
        together.setdefault(key, []).append(step)
    edges = [
        [source, target, _KINDS.index(kind), int(exact), _places(estate, made, members), members[0].program]
        for (source, target, kind, exact), members in together.items()
    ]
    data = {
        "items": items,
        "nodes": made.lines,
        "edges": edges,
        "kinds": [kind.value for kind in _KINDS],
        "files": list(made.files),
        "table": "data_items",
    }
    return Chart(
        "lineage",
        "Where does a field come from, where does it go to?",
        ChartKind.LINEAGE,
        data,
        "Choose an item: its ways back and forth follow, through groups, redefinitions, calls and files.",
    )


def _places(estate: Estate, made: _Made, members: list[Step]) -> list[list[int]]:
    places = dict.fromkeys(estate.place(step.at) for step in members)
    return [made.place(place) for place in list(places)[:_MOST_PLACES]]
