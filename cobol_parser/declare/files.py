"""Files: SELECT entries with their FD or SD, records and the items that clauses name."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.declare.assignment import link_assign
from cobol_parser.declare.constants import FIGURATIVE_CHARACTERS
from cobol_parser.declare.entries import declare_section
from cobol_parser.declare.registers import declare_linage_counter
from cobol_parser.declare.scope import Scope
from cobol_parser.qualification import find
from cobol_parser.resolve_names import resolve_identifier
from cobol_parser.symbols import DataItem, FileItem, FileKey, StorageSection


def declare_files(scope: Scope, program: ast.Program) -> None:
    """Declare the files in order of SELECT, then those that only have an FD."""
    files = scope.symbols.files
    entries = program.environment.file_control if program.environment else ()
    for entry in entries:
        if entry.name in files:
            scope.report("CBL4004", entry.span.first, f"file {entry.name} has two SELECT entries")
            continue
        files[entry.name] = FileItem(entry.name, entry)
        scope.add_name(entry.name, files[entry.name])
    for description in program.data.files if program.data else ():
        _describe_file(scope, description)
    for file in files.values():
        if file.description is None and file.entry is not None:
            scope.report("CBL4011", file.entry.span.first, f"file {file.name} has no FD or SD entry")


def _describe_file(scope: Scope, description: ast.FileDescription) -> None:
    files = scope.symbols.files
    file = files.get(description.name)
    if file is None:
        scope.report("CBL4011", description.span.first, f"file {description.name} has no SELECT entry")
        file = files[description.name] = FileItem(description.name, None)
        scope.add_name(file.name, file)
    file.description = description
    file.is_global = description.is_global
    file.external = description.external
    file.records = declare_section(scope, description.records, StorageSection.FILE, file)
    largest = max((record.total_size for record in file.records), default=0)
    file.record_size = max(largest, description.record_maximum or 0)
    if description.linage is not None:
        declare_linage_counter(scope, file)


# --- once every name is known


def link_files(scope: Scope, program: ast.Program) -> None:
    """Resolve the items that SELECT and FD clauses name, and record sizes that depend on tables."""
    for file in scope.symbols.files.values():
        if file.entry is not None:
            _link_entry(scope, file, file.entry)
        if file.description is not None and file.description.record_depending_on is not None:
            file.record_depending_on = _item(scope, file.description.record_depending_on)
        file.minimum_size = _minimum_size(file)
    for area in program.environment.same_areas if program.environment else ():
        _link_same_area(scope, area)


def _link_entry(scope: Scope, file: FileItem, entry: ast.FileControlEntry) -> None:
    link_assign(scope, file, entry)
    file.status = _item(scope, entry.status) if entry.status else None
    if entry.secondary_status is not None:
        _item(scope, entry.secondary_status)
    file.relative_key = _item(scope, entry.relative_key) if entry.relative_key else None
    keys = ([entry.record_key] if entry.record_key else []) + list(entry.alternate_keys)
    if file.organization == "INDEXED" and entry.record_key is None:
        scope.report("CBL4011", entry.span.first, f"file {file.name} is INDEXED and has no RECORD KEY")
    file.keys = tuple(key for key in (_link_key(scope, file, written) for written in keys) if key is not None)


def _link_key(scope: Scope, file: FileItem, key: ast.RecordKey) -> FileKey | None:
    found = (_key_item(scope, file, part) for part in key.parts or (key.key,))
    parts = tuple(item for item in found if item is not None)
    if not parts:
        return None
    linked = FileKey(key.key.name, parts, key.duplicates, _suppressed(key.suppress))
    if key.parts:
        scope.add_name(linked.name, linked)
    return linked


def _suppressed(value: ast.Expression | None) -> str | None:
    """The character of SUPPRESS WHEN: a figurative constant's, or the first of a literal."""
    if isinstance(value, ast.FigurativeConstant):
        return FIGURATIVE_CHARACTERS[value.name]
    if isinstance(value, ast.AlphanumericLiteral):
        return value.value[:1]
    return value.text[:1] if isinstance(value, ast.NumericLiteral) else None


def _minimum_size(file: FileItem) -> int:
    """The shortest record: RECORD CONTAINS when given, else the smallest record with its tables at their minimum."""
    if file.description is not None and file.description.record_minimum:
        return file.description.record_minimum
    if file.organization == "LINE SEQUENTIAL":
        return 0
    return min((_shortest(record) for record in file.records), default=0)


def _shortest(record: DataItem) -> int:
    size = record.size
    for table in record.variable_tables:
        own = table.occurs
        if own is not None:
            size -= own.stride * (own.maximum - own.minimum)
    return size


def _link_same_area(scope: Scope, area: ast.SameArea) -> None:
    found = []
    for name in area.files:
        file = scope.symbols.files.get(name)
        if file is None:
            scope.report("CBL4007", area.span, f"file {name} of SAME AREA is not defined")
        else:
            found.append(file)
    if area.kind == "RECORD":
        for file in found:
            file.same_record_area = tuple(other for other in found if other is not file)


def _key_item(scope: Scope, file: FileItem, identifier: ast.Identifier) -> DataItem | None:
    """The item of a record key: of several with this name the one in a record of the file."""
    found = find(scope.symbols, identifier.name, identifier.qualifiers)
    own = [item for item in found if isinstance(item, DataItem) and item.record in file.records]
    if len(found) > 1 and len(own) == 1:
        scope.references[identifier] = own[0]
        return own[0]
    return _item(scope, identifier)


def _item(scope: Scope, identifier: ast.Identifier) -> DataItem | None:
    referent = resolve_identifier(scope.symbols, scope.diagnostics, scope.references, identifier)
    if referent is None or isinstance(referent, DataItem):
        return referent
    scope.report("CBL4008", identifier.span, f"{identifier.name} is not a data item")
    return None
