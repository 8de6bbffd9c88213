"""Bytes that are written as one thing and read as another: REDEFINES, and the records of one file.

Text over text, and items described alike at the same place, are the same thing twice and no risk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import DataItem, Usage
from transpiler.data_flow.accesses import Access
from transpiler.data_flow.extents import overlaps
from transpiler.report.estate import ProgramFile
from transpiler.report.risk_rules.common import TEXT, Found, uses


class Clash(NamedTuple):
    """A write of an item, and a read of other bytes' meaning that shares storage with it."""

    written: Access
    read: Access


def reinterpreted(file: ProgramFile, analysis: ProgramAnalysis) -> Found:
    """Packed, binary, signed and edited numbers written or read as something else."""
    for clash in _clashes(analysis):
        if not _plain_digits(clash):
            yield _about(clash), _reason(clash), clash.read.at


def digits_as_text(file: ProgramFile, analysis: ProgramAnalysis) -> Found:
    """Unsigned digits written or read as text: the same characters, as long as they are digits."""
    for clash in _clashes(analysis):
        if _plain_digits(clash):
            yield _about(clash), _reason(clash), clash.read.at


def _clashes(analysis: ProgramAnalysis) -> Iterator[Clash]:
    """One for each pair of views: the first write and the first read that do not agree."""
    written, read = _by_record(analysis, writes=True), _by_record(analysis, writes=False)
    for one, other in _views(analysis):
        for first, second in ((one, other), (other, one)):
            clash = _clash(_inside(first, written), _inside(second, read))
            if clash is not None:
                yield clash
                break


def _by_record(analysis: ProgramAnalysis, *, writes: bool) -> dict[DataItem, list[Access]]:
    """The direct uses of elementary items by record. What READ, EXEC and clauses do to a whole area is no use of a view."""
    found: dict[DataItem, list[Access]] = {}
    for access in uses(analysis):
        item = access.item
        if (
            not isinstance(item, DataItem)
            or item.children
            or not isinstance(access.identifier, ast.Identifier)
        ):
            continue
        if (
            access.position
            or not (access.writes if writes else access.reads)
            or access.how in ("CALL", "DISPLAY")
        ):
            continue
        found.setdefault(item.record, []).append(access)
    return found


def _views(analysis: ProgramAnalysis) -> Iterator[tuple[DataItem, DataItem]]:
    symbols = analysis.symbols
    records = [*symbols.working_storage, *symbols.local_storage, *symbols.linkage]
    for used in symbols.files.values():
        records += used.records
        for position, record in enumerate(used.records):
            for other in used.records[position + 1 :]:
                yield record, other
    for record in records:
        for item in record.walk():
            if item.redefines is not None:
                yield item.redefines, item


def _inside(view: DataItem, by_record: dict[DataItem, list[Access]]) -> list[Access]:
    members = set(view.walk())
    return [access for access in by_record.get(view.record, ()) if access.item in members]


def _clash(written: Iterable[Access], read: list[Access]) -> Clash | None:
    for write in written:
        for look in read:
            one, other = write.item, look.item
            assert isinstance(one, DataItem)
            assert isinstance(other, DataItem)
            if not _agree(one, other) and overlaps(one, other):
                return Clash(write, look)
    return None


def _agree(one: DataItem, other: DataItem) -> bool:
    """Whether the bytes mean the same by both descriptions."""
    if one.category in TEXT and other.category in TEXT:
        return True
    return _form(one) == _form(other) and one.offset == other.offset


def _form(item: DataItem) -> tuple[object, ...]:
    if item.category is not Category.NUMERIC:
        return (item.category, item.usage)
    return (item.usage, item.size, item.scale, item.signed, item.sign_leading, item.sign_separate)


def _plain_digits(clash: Clash) -> bool:
    return all(
        isinstance(item, DataItem)
        and (
            item.category in TEXT
            or (item.category is Category.NUMERIC and item.usage is Usage.DISPLAY and not item.signed)
        )
        for item in (clash.written.item, clash.read.item)
    )


def _about(clash: Clash) -> str:
    return f"{clash.written.item.name} read as {clash.read.item.name}"


def _reason(clash: Clash) -> str:
    written, read = clash.written.item, clash.read.item
    assert isinstance(written, DataItem)
    assert isinstance(read, DataItem)
    line = clash.written.at.span.first.line
    return (
        f"{written.name} ({_kind(written)}), written at line {line}, is read as {read.name} ({_kind(read)})"
    )


def _kind(item: DataItem) -> str:
    if item.category is Category.NUMERIC:
        return "digits" if item.usage is Usage.DISPLAY else f"{item.usage} number"
    return {Category.NUMERIC_EDITED: "edited number"}.get(
        item.category, "text" if item.category in TEXT else item.usage
    )
