"""The storage plan: which record class and which attribute holds each data item.

Every level-01 group is a record class of its own; the level-77 items and elementary level-01 items of a section share one class
(`WorkingStorage`, `LocalStorage`), because that is how a person would group loose variables. Index-names are plain
integers of the program object. Nothing but the plan and `place` knows where an item lives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from cobol_parser.symbols import (
    ConditionName,
    DataItem,
    FileItem,
    IndexName,
    ProgramSymbols,
    ReportItem,
    StorageSection,
)
from transpiler.naming import Scope, camel_case, snake_case
from transpiler.runtime_api import PROGRAM_MEMBERS, RECORD_MEMBERS

if TYPE_CHECKING:
    from transpiler.storage.reports import ReportPlan

WHOLE = "value"
"""The field that covers a record without subordinate items (an elementary FD record or LINKAGE item)."""


class Kind(StrEnum):
    """How a record gets its storage; a LINKAGE record (or a BASED one) has none until some is given to it."""

    OWN = "own"
    REDEFINED = "redefined"
    FILE = "file"
    LINKAGE = "linkage"


@dataclass(frozen=True, slots=True, eq=False)
class FieldPlan:
    """A field of a record class: `at` is its offset in the record's storage."""

    item: DataItem
    attribute: str
    at: int


@dataclass(slots=True, eq=False)
class RecordPlan:
    """A record class and the program attribute that holds its only object.

    `root` is the level-01 item, None for a class of loose items. `base` is the item whose storage a redefinition shares.
    `length` is the length in bytes; `storage` what the longest redefinition needs.
    """

    class_name: str
    attribute: str
    kind: Kind
    section: StorageSection
    root: DataItem | None
    length: int = 0
    storage: int = 0
    base: DataItem | None = None
    file: FileItem | None = None
    fields: list[FieldPlan] = field(default_factory=list)
    conditions: list[tuple[ConditionName, str]] = field(default_factory=list)
    scope: Scope = field(default_factory=lambda: Scope(RECORD_MEMBERS))


@dataclass(slots=True, eq=False)
class StoragePlan:
    """Where everything is. `outer` is the plan of the containing program (for GLOBAL items)."""

    records: list[RecordPlan] = field(default_factory=list)
    record_of: dict[DataItem, RecordPlan] = field(default_factory=dict)
    field_of: dict[DataItem, FieldPlan] = field(default_factory=dict)
    condition_of: dict[ConditionName, str] = field(default_factory=dict)
    index_of: dict[IndexName, str] = field(default_factory=dict)
    file_of: dict[FileItem, str] = field(default_factory=dict)
    reports: dict[ReportItem, ReportPlan] = field(default_factory=dict)
    results: list[RecordPlan] = field(default_factory=list)
    """What functions of other files return: classes without an object."""
    sum_of_item: dict[DataItem, str] = field(default_factory=dict)
    """The sum counters of items that show a sum, by item."""
    members: Scope = field(default_factory=lambda: Scope(PROGRAM_MEMBERS))

    def in_section(self, section: StorageSection) -> Iterator[RecordPlan]:
        """Yield the records of one section in order."""
        return (record for record in self.records if record.section is section)


Renames: TypeAlias = Mapping[DataItem, list[DataItem]]
"""The level 66 items of each record."""


def plan_storage(symbols: ProgramSymbols, module: Scope, prefix: str = "") -> StoragePlan:
    """Assign a record class and an attribute to every item of the program.

    `module` holds the names of the module; `prefix` tells the classes of loose items of several programs apart.
    """
    plan = StoragePlan()
    renames = _renames(symbols)
    for file in symbols.files.values():
        plan.file_of[file] = plan.members.claim(snake_case(file.name))
        for item in file.records:
            plan_record(plan, item, Kind.FILE, module, renames, file)
    for section, items, loose_class, loose_attribute in (
        (StorageSection.WORKING_STORAGE, symbols.working_storage, f"{prefix}WorkingStorage", "ws"),
        (StorageSection.LOCAL_STORAGE, symbols.local_storage, f"{prefix}LocalStorage", "local"),
    ):
        _plan_section(plan, items, section, (loose_class, loose_attribute), module, renames)
    for item in symbols.communication:
        kind = Kind.REDEFINED if item.redefines is not None else Kind.OWN
        plan_record(plan, item, kind, module, renames)
    for item in symbols.linkage:
        if item.redefines is not None:
            plan_record(plan, item, Kind.REDEFINED, module, renames)
        else:
            plan_record(plan, item, Kind.LINKAGE, module, renames)
    for item in symbols.data_items():
        for index in item.indexes:
            plan.index_of[index] = plan.members.claim(snake_case(index.name))
    return plan


def _renames(symbols: ProgramSymbols) -> Renames:
    result: dict[DataItem, list[DataItem]] = {}
    for declared in symbols.names.values():
        for item in declared:
            if isinstance(item, DataItem) and item.renames is not None:
                result.setdefault(item.record, []).append(item)
    return result


def _plan_section(
    plan: StoragePlan,
    items: tuple[DataItem, ...],
    section: StorageSection,
    loose_names: tuple[str, str],
    module: Scope,
    renames: Renames,
) -> None:
    loose: RecordPlan | None = None
    needed = _storage_needed(items)
    for item in items:
        if item.based and item.redefines is None:
            plan_record(plan, item, Kind.LINKAGE, module, renames)
        elif item.children or item.dimensions or item.external or item.based:
            kind = Kind.REDEFINED if item.redefines is not None else Kind.OWN
            plan_record(plan, item, kind, module, renames).storage = needed.get(item, 0)
        elif item.redefines is not None and plan.record_of[_origin(item)] is not loose:
            plan_record(plan, item, Kind.REDEFINED, module, renames)
        else:
            if loose is None:
                loose = RecordPlan(
                    module.claim(loose_names[0]), plan.members.claim(loose_names[1]), Kind.OWN, section, None
                )
                plan.records.append(loose)
            _plan_loose(plan, loose, item, needed.get(item, 0))


def _origin(item: DataItem) -> DataItem:
    """The item at the bottom of a chain of redefinitions."""
    while item.redefines is not None:
        item = item.redefines
    return item


def _storage_needed(items: tuple[DataItem, ...]) -> dict[DataItem, int]:
    """Bytes of the longest redefinition of each item that has any."""
    needed: dict[DataItem, int] = {}
    for item in items:
        if item.redefines is not None:
            origin = _origin(item)
            needed[origin] = max(needed.get(origin, 0), item.total_size)
    return needed


def _plan_loose(plan: StoragePlan, record: RecordPlan, item: DataItem, needed: int) -> None:
    at = record.length if item.redefines is None else plan.field_of[_origin(item)].at
    add_field(plan, record, item, at, (snake_case(item.name or "filler"),))
    record.length = max(record.length, at + item.total_size, at + needed)


def plan_record(
    plan: StoragePlan,
    item: DataItem,
    kind: Kind,
    module: Scope,
    renames: Renames,
    file: FileItem | None = None,
) -> RecordPlan:
    """Plan the record class of a level 01 item and a field for each item below it."""
    name = _record_name(item)
    record = RecordPlan(
        class_name=module.claim(camel_case(name), camel_case(name) + "Record"),
        attribute=plan.members.claim(snake_case(name)),
        kind=kind,
        section=item.section,
        root=item,
        length=item.total_size,
        base=_origin(item) if kind is Kind.REDEFINED else None,
        file=file,
    )
    plan.records.append(record)
    if item.dimensions or not item.children:
        add_field(plan, record, item, 0, (WHOLE,))
    else:
        plan.record_of[item] = record
        _conditions(plan, record, item)
    for child in item.walk():
        if child is not item:
            add_field(plan, record, child, child.offset, _candidates(child))
    for child in renames.get(item, ()):
        add_field(plan, record, child, child.offset, _candidates(child))
    return record


def _record_name(item: DataItem) -> str:
    """The COBOL name of a record; one without a name is called for what it redefines."""
    if item.name is not None:
        return item.name
    return f"{item.redefines.name}-PARTS" if item.redefines is not None and item.redefines.name else "FILLER"


def _candidates(item: DataItem) -> tuple[str, ...]:
    """The item's own name, then qualified by more and more of its groups."""
    names: list[str] = []
    path = [snake_case(name) for name in item.path]
    for depth in range(1, len(path) + 1):
        names.append("_".join(part.strip("_") for part in reversed(path[:depth])))
    if names:
        names[0] = path[0]
    return tuple(names) or ("_filler",)


def add_field(
    plan: StoragePlan, record: RecordPlan, item: DataItem, at: int, candidates: tuple[str, ...]
) -> None:
    if item.is_filler:
        candidates = ("_filler_1",) if not record.fields else (f"_filler_{len(record.fields) + 1}",)
    entry = FieldPlan(item, record.scope.claim(*candidates), at)
    record.fields.append(entry)
    plan.record_of[item] = record
    plan.field_of[item] = entry
    _conditions(plan, record, item)


def _conditions(plan: StoragePlan, record: RecordPlan, item: DataItem) -> None:
    for condition in item.conditions:
        name = record.scope.claim(snake_case(condition.name), f"is_{snake_case(condition.name)}")
        record.conditions.append((condition, name))
        plan.condition_of[condition] = name
