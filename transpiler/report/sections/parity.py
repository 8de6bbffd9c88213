"""Section 13: which programs were compared with the original, and which were not."""

from __future__ import annotations

from transpiler.report.estate import Estate
from transpiler.report.model import Column, Content, Figure, Finding, Kind, Level, Place, Table, row
from transpiler.report.parity import Comparison, records
from transpiler.report.registry import section
from transpiler.wording import counted, noun


@section(13, "parity", "Parity evidence")
def parity(estate: Estate) -> Content:
    """What is on record for each program."""
    found = estate.once(records)
    by_source: dict[str, list[Comparison]] = {}
    for item in found.comparisons:
        by_source.setdefault(item.source, []).append(item)
    rows = []
    for file in estate.files:
        mine = by_source.get(file.name, [])
        status = _status(mine)
        rows.append(
            row(("file", file.name), [Place(file.name), *(Place(item.record) for item in mine[:5])], _finding(file.name, status),
                file=file.name, status=status, comparisons=len(mine), oracles=tuple(dict.fromkeys(item.oracle for item in mine)),
                inputs=tuple(dict.fromkeys(name for item in mine for name in item.inputs)),
                bytes=sum(item.bytes_compared for item in mine), differences=sum(item.differences for item in mine))
        )  # fmt: skip
    columns = (
        Column("file", "File", Kind.PLACE), Column("status", "Status"), Column("comparisons", "Comparisons", Kind.NUMBER),
        Column("oracles", "Compared with", Kind.LIST), Column("inputs", "Inputs", Kind.LIST),
        Column("bytes", "Bytes compared", Kind.NUMBER), Column("differences", "Differences", Kind.NUMBER),
    )  # fmt: skip
    table = Table("parity", "Comparisons on record", columns, rows)
    unreadable = Table(
        "unreadable_records",
        "Records that cannot be read",
        (Column("file", "File", Kind.PLACE), Column("why", "Why")),
        [row((name,), [Place(name)], file=name, why=why) for name, why in found.unreadable],
    )
    verified = sum(item.values["status"] == "verified" for item in rows)
    without = sum(item.values["status"] == "not verified" for item in rows)
    text = f"{verified} of {counted(len(rows), 'program file')} {noun(verified, 'is', 'are')} verified by a comparison on record; {without} {noun(without, 'is', 'are')} not verified."
    tables = (table, unreadable) if found.unreadable else (table,)
    return Content(
        text,
        (Figure("verified", "program files verified", verified, "parity", f"{verified} of {len(rows)}"),),
        tables,
    )


def _status(mine: list[Comparison]) -> str:
    if any(item.differences for item in mine if not item.stale):
        return "differs"
    if any(item.bytes_compared for item in mine if not item.stale):
        return "verified"
    return "verified before the source changed" if mine else "not verified"


def _finding(name: str, status: str) -> Finding | None:
    if status == "differs":
        return Finding("parity/differs", Level.ERROR, f"{name} gave other results than the original")
    return None
