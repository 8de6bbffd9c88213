"""How the Python holds data items, and why most are bytes behind typed attributes and not Python values of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cobol_parser.symbols import DataItem
from transpiler.report.estate import Estate, ProgramFile
from transpiler.report.model import Column, Kind, Table, row
from transpiler.storage.plan import Kind as Storage
from transpiler.storage.plan import RecordPlan

NATIVE = "an index-name: nothing can look at its bytes"
_FILE = "it is in a record area, which READ and WRITE move as bytes"
_LINKAGE = "it is in storage that a caller passes"
_EXTERNAL = "it is EXTERNAL: programs of the run unit share its bytes"
_REDEFINED = "other items redefine its bytes, or it redefines theirs"
_GROUP = "a group is the bytes of its items"
_OWN = "nothing else looks at its bytes; they are kept as in COBOL, so that damaged values behave the same"


def held(estate: Estate) -> Table:
    """The items of the estate by how they are held and why."""
    items: Counter[tuple[str, str]] = Counter()
    files: dict[tuple[str, str], set[str]] = {}
    for file in estate.files:
        for key in _ways(file) if file.outcome.module_text else ():
            items[key] += 1
            files.setdefault(key, set()).add(file.name)
    rows = [
        row(("held", how, why), how=how, why=why, items=count, files=len(files[how, why]))
        for (how, why), count in sorted(items.items(), key=lambda item: (-item[1], item[0]))
    ]
    columns = (
        Column("how", "Held as"),
        Column("why", "Why"),
        Column("items", "Items", Kind.NUMBER),
        Column("files", "Files", Kind.NUMBER),
    )
    return Table("held", "How data items are held", columns, rows)


def _ways(file: ProgramFile) -> Iterator[tuple[str, str]]:
    for context in file.conversion.contexts:
        storage = context.storage
        yield from (("Python value", NATIVE) for _ in storage.index_of)
        yield from (("bytes", why_bytes(item, storage.record_of[item])) for item in storage.field_of)


def why_bytes(item: DataItem, record: RecordPlan) -> str:
    """Why an item is bytes of a record object."""
    if record.kind is Storage.FILE:
        return _FILE
    if record.kind is Storage.LINKAGE:
        return _LINKAGE
    if item.record.external:
        return _EXTERNAL
    overlaid = record.kind is Storage.REDEFINED or any(
        above.redefines is not None or above.redefined_by for above in item.lineage()
    )
    if overlaid:
        return _REDEFINED
    return _GROUP if item.children else _OWN
