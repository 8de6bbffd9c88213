"""Which bytes an item stands for. Items of one area can share bytes: groups and their members, redefinitions, RENAMES, records of a file."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from cobol_parser.symbols import DataItem, FileItem


@dataclass(frozen=True, slots=True)
class Extent:
    """The bytes from `start` up to `stop` of an area, all occurrences of a table and what lies between them."""

    area: Hashable
    start: int
    stop: int

    def overlaps(self, other: Extent) -> bool:
        """Whether there is a byte in both."""
        return self.area == other.area and self.start < other.stop and other.start < self.stop

    def contains(self, other: Extent) -> bool:
        """Whether every byte of the other is in this one."""
        return self.area == other.area and self.start <= other.start and other.stop <= self.stop


def area(item: DataItem) -> Hashable:
    """What storage an item lies in: that of its record, of the record that this redefines, or of its file.

    EXTERNAL records of one name are one area in all programs; so are the areas of files with SAME RECORD AREA.
    """
    record = item.record
    if record.file is not None:
        return _record_area(record.file)
    base = record.redefines.record if record.redefines is not None else record
    return ("EXTERNAL", base.name) if base.external else base


def _record_area(file: FileItem) -> Hashable:
    if file.external:
        return ("EXTERNAL FILE", file.name)
    return min((file, *file.same_record_area), key=lambda member: member.name)


def extent(item: DataItem) -> Extent:
    """The bytes of an item."""
    further = sum(dimension.stride * (dimension.maximum - 1) for dimension in item.dimensions)
    return Extent(area(item), item.offset, item.offset + max(item.size, 1) + further)


def overlaps(item: DataItem, other: DataItem) -> bool:
    """Whether a write to one can change the other: a group and its members, a redefinition, RENAMES, two records of one file.

    Elements of the same table in different columns share no byte although their extents overlap.
    """
    if not extent(item).overlaps(extent(other)):
        return False
    return not _side_by_side(item, other)


def _side_by_side(item: DataItem, other: DataItem) -> bool:
    """Whether both are columns of one table that do not share bytes within an occurrence."""
    tables = {dimension.table: dimension.stride for dimension in item.dimensions}
    shared = [dimension for dimension in other.dimensions if dimension.table in tables]
    if not shared or len(item.dimensions) != len(shared) or len(other.dimensions) != len(shared):
        return False
    return item.offset + item.size <= other.offset or other.offset + other.size <= item.offset


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of bytes in order, those that touch as one."""
    found: list[tuple[int, int]] = []
    for start, stop in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(stop, found[-1][1])
        else:
            found.append((start, stop))
    return found


def sharing(item: DataItem, others: Iterable[DataItem]) -> Iterator[DataItem]:
    """Those of `others` that share a byte with the item, itself left out."""
    return (other for other in others if other is not item and overlaps(item, other))
