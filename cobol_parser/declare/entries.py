"""Data description entries to data items, record by record."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser import ast
from cobol_parser.declare.constants import declare_constant, integer_value
from cobol_parser.declare.elementary import describe_elementary
from cobol_parser.declare.scope import Scope
from cobol_parser.declare.types import declare_type, described
from cobol_parser.layout import lay_out, place_renames
from cobol_parser.picture import Category
from cobol_parser.resolve_names import resolve_identifier
from cobol_parser.symbols import (
    ConditionName,
    DataItem,
    Dimension,
    FileItem,
    IndexName,
    StorageSection,
    Usage,
)

MAXIMUM_UNBOUNDED = 2**31 - 1


@dataclass(frozen=True, slots=True)
class _Inherited:
    """What subordinate items take over from their group."""

    usage: str | None = None
    sign: ast.SignClause | None = None
    is_global: bool = False
    external: bool = False


_OTHER_USAGES = {
    "FLOAT-SHORT": Usage.COMP_1,
    "FLOAT-LONG": Usage.COMP_2,
    "PROGRAM-POINTER": Usage.PROCEDURE_POINTER,
    "SIGNED-SHORT": Usage.BINARY_SHORT,
    "SIGNED-INT": Usage.BINARY_LONG,
    "SIGNED-LONG": Usage.BINARY_DOUBLE,
    "UNSIGNED-SHORT": Usage.BINARY_SHORT,
    "UNSIGNED-INT": Usage.BINARY_LONG,
    "UNSIGNED-LONG": Usage.BINARY_DOUBLE,
}
_USAGES = {str(usage): usage for usage in Usage} | _OTHER_USAGES


def declare_section(
    scope: Scope,
    entries: tuple[ast.DataDescription, ...],
    section: StorageSection,
    file: FileItem | None = None,
) -> tuple[DataItem, ...]:
    """Declare and lay out the records of a section (or of one file)."""
    records: list[DataItem] = []
    for entry in entries:
        if entry.level == 78:
            declare_constant(scope, entry, records[-1] if records else None)
        elif entry.level in (66, 88):
            scope.report("CBL5008", entry.span.first, f"level {entry.level} entry belongs to no item")
        elif entry.typedef:
            declare_type(scope, entry)
        else:
            record = declare_record(scope, entry, section, file)
            if entry.redefines is not None:
                _link_redefinition(scope, record, entry, tuple(records))
            records.append(record)
    return tuple(records)


def declare_record(
    scope: Scope, entry: ast.DataDescription, section: StorageSection, file: FileItem | None = None
) -> DataItem:
    """Declare one level 01 or 77 entry with all below it, and lay it out."""
    inherited = _Inherited(is_global=file.is_global if file else False)
    record = _declare(scope, entry, None, section, file, inherited)
    lay_out(record, scope.rules)
    for item in record.walk():
        if item.redefines is not None and item.total_size > item.redefines.total_size:
            _report_longer(scope, item, item.redefines)
    assert record.entry is not None
    for below in record.entry.children:
        if below.level == 66:
            _declare_renames(scope, record, below)
    return record


def _declare(
    scope: Scope,
    entry: ast.DataDescription,
    parent: DataItem | None,
    section: StorageSection,
    file: FileItem | None,
    inherited: _Inherited,
) -> DataItem:
    entry = described(scope, entry)
    item = DataItem(
        entry.name,
        entry.level,
        entry,
        section,
        parent,
        file=file,
        external=entry.external or inherited.external,
        is_global=entry.is_global or inherited.is_global,
        based=entry.based,
        any_length=entry.any_length,
    )
    if parent is not None:
        parent.children += (item,)
    scope.add_name(entry.name, item)
    if entry.value is not None:
        _resolve_values(scope, entry.value)
    written_usage = entry.usage or inherited.usage
    sign = entry.sign or inherited.sign
    if written_usage is not None:
        item.usage = _usage(scope, written_usage, entry)
    if sign is not None:
        item.sign_leading = sign.leading
        item.sign_separate = sign.separate
    if entry.occurs is not None:
        _declare_table(scope, item, entry.occurs)
    if entry.children:
        passed_on = _Inherited(written_usage, sign, item.is_global, item.external)
        _declare_subordinates(scope, item, entry, section, file, passed_on)
    if not item.children:
        describe_elementary(scope, item, entry)
    elif entry.picture is not None:
        scope.report("CBL5003", entry.picture.span, f"group {_name(item)} cannot have a PICTURE")
    return item


def _usage(scope: Scope, written: str, entry: ast.DataDescription) -> Usage:
    usage = _USAGES.get(written.removesuffix(" UNSIGNED"))
    if usage is None:
        scope.report("CBL5009", entry.span.first, f"USAGE {written} is not supported")
        return Usage.DISPLAY
    return usage


def _declare_subordinates(
    scope: Scope,
    item: DataItem,
    entry: ast.DataDescription,
    section: StorageSection,
    file: FileItem | None,
    inherited: _Inherited,
) -> None:
    conditions: list[ConditionName] = []
    for below in entry.children:
        if below.level == 88:
            conditions.append(_declare_condition(scope, item, below))
        elif below.level == 78:
            declare_constant(scope, below, item)
        elif below.level != 66:
            child = _declare(scope, below, item, section, file, inherited)
            if below.redefines is not None:
                _link_redefinition(scope, child, below, item.children[:-1])
    item.conditions = tuple(conditions)


def _declare_condition(scope: Scope, item: DataItem, entry: ast.DataDescription) -> ConditionName:
    values = entry.value.values if entry.value else ()
    if entry.value is not None:
        _resolve_values(scope, entry.value)
    when_false = entry.value.when_false if entry.value else None
    condition = ConditionName(entry.name or "", item, entry, values, when_false)
    scope.add_name(entry.name, condition)
    if not values:
        scope.report("CBL5010", entry.span.first, f"condition-name {entry.name} has no VALUE")
    return condition


def _resolve_values(scope: Scope, clause: ast.ValueClause) -> None:
    """A word in a VALUE clause is a constant or a symbolic character."""
    literals = [literal for values in clause.values for literal in (values.low, values.high)]
    for literal in (*literals, clause.when_false):
        parts = literal.parts if isinstance(literal, ast.Concatenation) else (literal,)
        for part in parts:
            if isinstance(part, ast.Identifier):
                resolve_identifier(scope.symbols, scope.diagnostics, scope.references, part)


def declare_unnamed(scope: Scope, entry: ast.DataDescription) -> DataItem:
    """Describe an entry of a report group without declaring its name or its subordinates."""
    item = DataItem(entry.name, entry.level, entry, StorageSection.REPORT)
    if entry.picture is not None:
        describe_elementary(scope, item, entry)
    lay_out(item, scope.rules)
    return item


# --- OCCURS, REDEFINES, RENAMES

_UNBOUNDED = 999_999_999
"""Occurrences of a table that is UNBOUNDED: the most bytes that a group of Enterprise COBOL can have."""


def _declare_table(scope: Scope, item: DataItem, occurs: ast.OccursClause) -> None:
    """Give the item its own dimension; DEPENDING ON and keys are resolved when all names are known."""
    maximum = _UNBOUNDED if _is_unbounded(scope, occurs) else integer_value(scope, occurs.maximum)
    minimum = integer_value(scope, occurs.minimum)
    if maximum is None or maximum < 1:
        scope.report("CBL5011", occurs.maximum.span, f"OCCURS of {_name(item)} needs a positive integer")
        maximum = 1
    minimum = maximum if minimum is None else minimum
    if minimum > maximum:
        scope.report("CBL5011", occurs.span, f"OCCURS {minimum} TO {maximum}: the maximum is smaller")
        minimum = maximum
    if occurs.depending_on is not None and minimum == maximum:
        minimum = 1
    item.dimensions = (Dimension(item, minimum, maximum, 0),)
    item.indexes = tuple(IndexName(name, item) for name in occurs.indexed_by)
    for index in item.indexes:
        scope.add_name(index.name, index)
    if occurs.depending_on is not None or occurs.keys:
        scope.tables.append(item)


def _is_unbounded(scope: Scope, occurs: ast.OccursClause) -> bool:
    """OCCURS n TO UNBOUNDED, when no constant has that name."""
    bound = occurs.maximum
    is_word = isinstance(bound, ast.Identifier) and bound.name == "UNBOUNDED"
    return is_word and occurs.depending_on is not None and "UNBOUNDED" not in scope.symbols.names


def _link_redefinition(
    scope: Scope, item: DataItem, entry: ast.DataDescription, siblings: tuple[DataItem, ...]
) -> None:
    """Find the subject of REDEFINES among the items before it in the same group (or section)."""
    subject = next((s for s in reversed(siblings) if s.name == entry.redefines), None)
    if subject is None:
        scope.report(
            "CBL5012",
            entry.span.first,
            f"{_name(item)} redefines {entry.redefines}, which is not described before it",
        )
        return
    if subject.level != item.level:
        scope.report("CBL5012", entry.span.first, f"{_name(item)} and {subject.name} have different levels")
        return
    item.redefines = subject.redefines or subject
    item.redefines.redefined_by.append(item)
    _check_redefinition(scope, item, entry, siblings)


def _check_redefinition(
    scope: Scope, item: DataItem, entry: ast.DataDescription, siblings: tuple[DataItem, ...]
) -> None:
    subject = item.redefines
    assert subject is not None
    between = siblings[siblings.index(subject) + 1 :]
    if any(sibling.redefines is None and sibling.parent is not None for sibling in between):
        scope.report(
            "CBL5012",
            entry.span.first,
            f"{_name(item)} must follow {subject.name} directly: other storage stands between them",
        )


def _report_longer(scope: Scope, item: DataItem, subject: DataItem) -> None:
    assert item.entry is not None
    sizes = f"{item.total_size} bytes, {subject.name} has {subject.total_size}"
    scope.report("CBL5017", item.entry.span.first, f"{_name(item)} has {sizes}")


def _declare_renames(scope: Scope, record: DataItem, entry: ast.DataDescription) -> None:
    if entry.renames is None:
        scope.report("CBL5013", entry.span.first, f"level 66 entry {entry.name} has no RENAMES clause")
        return
    first_name, last_name = entry.renames
    first = _find_in_record(scope, record, first_name)
    last = _find_in_record(scope, record, last_name) if last_name is not None else first
    if first is None or last is None:
        return
    item = DataItem(
        entry.name, 66, entry, record.section, record, file=record.file, is_global=record.is_global
    )
    scope.add_name(entry.name, item)
    if last.offset + last.size < first.offset or (last is not first and last.offset < first.offset):
        scope.report("CBL5013", entry.span.first, f"{last.name} lies before {first.name}")
        return
    if first is last:
        _copy_description(item, first)
    else:
        item.category = Category.GROUP
    place_renames(item, first, last)
    item.conditions = tuple(
        _declare_condition(scope, item, below) for below in entry.children if below.level == 88
    )


def _copy_description(item: DataItem, original: DataItem) -> None:
    """RENAMES without THRU keeps the description of the renamed item."""
    for attribute in (
        "usage", "picture", "category", "digits", "scale", "signed", "sign_leading", "sign_separate", "justified",
        "blank_when_zero",
    ):  # fmt: skip
        setattr(item, attribute, getattr(original, attribute))


def _find_in_record(scope: Scope, record: DataItem, name: ast.Identifier) -> DataItem | None:
    for item in record.walk():
        if item.name == name.name and _qualified(item, name.qualifiers):
            scope.references[name] = item
            return item
    scope.report("CBL4001", name.span, f"{name.name} is not an item of {_name(record)}")
    return None


def _qualified(item: DataItem, qualifiers: tuple[str, ...]) -> bool:
    names = iter(item.path[1:])
    return all(qualifier in names for qualifier in qualifiers)


def _name(item: DataItem) -> str:
    return item.name or "FILLER"
