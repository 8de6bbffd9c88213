"""The values a report is made of: places, rows, tables, figures, charts, sections."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = str | int | float | bool | tuple[str, ...] | None
"""A cell. A tuple is a list of names."""

_DIGITS = 12


class Kind(StrEnum):
    """How a column is shown and sorted. A PERCENT is a share from 0 to 1."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    LIST = "list"
    PLACE = "place"


class Level(StrEnum):
    """How much a finding matters, in SARIF's words."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Evidence: a file, relative to the source tree, and a 1-based physical line (0: the file as a whole)."""

    path: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """What somebody should act on: `rule` is a diagnostic code or `section/word`, `message` one sentence."""

    rule: str
    level: Level
    message: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; see `row`."""

    id: str
    values: Mapping[str, Value]
    evidence: tuple[Place, ...] = ()
    finding: Finding | None = None


def row(
    about: Iterable[str], evidence: Iterable[Place] = (), finding: Finding | None = None, /, **values: Value
) -> Row:
    """Make a row. `about` says what it is about, without line numbers: its digest is the id that stays from run to run."""
    return Row(stable_id(about), values, tuple(evidence), finding)


def stable_id(about: Iterable[str]) -> str:
    """Twelve hexadecimal digits that stand for what something is about."""
    return hashlib.sha256("\0".join(about).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the key of its values, its heading, how it is shown, and what it means where that is not plain."""

    key: str
    title: str
    kind: Kind = Kind.TEXT
    help: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `name` is unique in the report; its CSV file is `<section>-<name>.csv`. `note` stands above it."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] | list[Row]
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", tuple(_with_unique_ids(self.rows)))


def _with_unique_ids(rows: Iterable[Row]) -> Iterable[Row]:
    seen: dict[str, int] = {}
    for item in rows:
        count = seen[item.id] = seen.get(item.id, 0) + 1
        yield item if count == 1 else replace(item, id=f"{item.id}-{count}")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number for the head of a section: what it counts (`label`), and the table whose rows prove it.

    `text` is how the value reads when the bare number would not do (a range, a share). `share` tells that it is one, from 0 to 1.
    """

    key: str
    label: str
    value: int | float
    table: str = ""
    text: str = ""
    share: bool = False


class ChartKind(StrEnum):
    """What the page can draw. The keys that `Chart.data` needs stand in docs/report.md."""

    TREEMAP = "treemap"
    GRAPH = "graph"
    BARS = "bars"
    WAVES = "waves"
    LINEAGE = "lineage"


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture: data only. `summary` says in words what it shows, for whoever cannot see it."""

    name: str
    title: str
    kind: ChartKind
    data: Mapping[str, object]
    summary: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a section function returns. `text` is a plain sentence or two for a lead."""

    text: str
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its number, name and title. `failed` says that its function raised, and why."""

    number: int
    name: str
    title: str
    content: Content
    failed: str = ""
