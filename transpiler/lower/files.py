"""SELECT and FD to the file connectors of the runtime."""

from __future__ import annotations

from cobol_parser.record_keys import numbers_in
from cobol_parser.symbols import DataItem, FileItem, StorageSection
from transpiler.ir import nodes as ir
from transpiler.ir.build import integer, own, text
from transpiler.lower.collating import native_sequence
from transpiler.lower.context import Context
from transpiler.lower.declaratives import use_procedure
from transpiler.lower.expressions import operand
from transpiler.lower.file_locks import sharing_clauses
from transpiler.lower.operand import number
from transpiler.lower.place import Place, item_place
from transpiler.lower.report_groups import report_width
from transpiler.lower.stored_files import (
    check_stored,
    records_in_python,
    rules_in_python,
    stored_file,
    stored_organization,
)

_CONNECTORS = {
    "SEQUENTIAL": "SequentialFile",
    "LINE SEQUENTIAL": "LineSequentialFile",
    "RELATIVE": "RelativeFile",
    "INDEXED": "IndexedFile",
}


_DEVICES = {"KEYBOARD": "stdin", "DISPLAY": "stdout"}
"""ASSIGN words that mean a standard stream."""


def file_connector(context: Context, file: FileItem) -> ir.Expr:
    """The constructor call of a file's connector."""
    spelling = file.entry.spelling if file.entry is not None else None
    keywords: list[tuple[str, ir.Expr]] = [("name", text(spelling or file.name))]
    if file.is_sort:
        keywords.append(("record", _record_area(context, file)))
        return ir.Call(context.runtime("SortFile"), (ir.Name("run"),), tuple(keywords))
    words = file.entry.assign_words if file.entry is not None else ()
    device = next((_DEVICES[word] for word in words if word in _DEVICES), None)
    keywords.append(("assign", _assign(file, context)))
    keywords.append(("record", _record_area(context, file)))
    if any(other.record_size > file.record_size for other in file.same_record_area):
        keywords.append(("maximum", integer(file.record_size)))
    if file.minimum_size != file.record_size:
        keywords.append(("minimum", integer(file.minimum_size)))
    if file.entry is not None and file.entry.optional:
        keywords.append(("optional", ir.Constant(True)))
    if file.access != "SEQUENTIAL":
        keywords.append(("access", text(file.access.lower())))
    if file.status is not None:
        keywords.append(("status", _status(context, file.status)))
    keywords += _keys(context, file)
    if "LINE ADVANCING" in words:
        keywords.append(("line_advancing", ir.Constant(True)))
    keywords += _record_length(context, file)
    keywords += sharing_clauses(file)
    keywords += _linage(context, file)
    keywords += _stored(context, file)
    handler = use_procedure(context, file)
    if handler is not None:
        keywords.append(("on_error", handler))
    if device is not None:
        keywords.append(("device", text(device)))
    # A file with LINAGE, on a device or for reports is written in lines whatever its organization says, as GnuCOBOL does.
    linage = file.description is not None and file.description.linage is not None
    reports = file.description is not None and bool(file.description.reports)
    in_lines = linage or reports or device is not None
    name = "LineSequentialFile" if in_lines else _CONNECTORS[stored_organization(context, file)]
    made = ir.Call(context.runtime(name), (ir.Name("run"),), tuple(keywords))
    if file.external:
        return ir.Call(ir.Attribute(ir.Name("run"), "external_file"), (ir.Name("self"), made))
    return made


def _stored(context: Context, file: FileItem) -> list[tuple[str, ir.Expr]]:
    """How the dataset is stored, where that is not as its records are in memory."""
    found = stored_file(context, file)
    if found is None:
        return []
    check_stored(context, file, found)
    arguments = [text(found.encoding)] if found.encoding else []
    keywords: list[tuple[str, ir.Expr]] = []
    if found.format and found.format != "line":
        keywords.append(("format", text(found.format)))
    rules = rules_in_python(context, file, found)
    if rules:
        keywords.append(("when", ir.Tuple(tuple(text(rule) for rule in rules))))
    records = records_in_python(context, file, found)
    if records:
        keywords.append(("records", ir.Tuple(tuple(text(name) for name in records))))
    if not arguments and not keywords:
        return []
    return [("stored", ir.Call(context.runtime("Stored"), tuple(arguments), tuple(keywords)))]


def _record_area(context: Context, file: FileItem) -> ir.Expr:
    for other in file.same_record_area:
        if list(context.storage.file_of).index(other) < list(context.storage.file_of).index(file):
            return ir.Attribute(own(context.storage.file_of[other]), "record")
    size = max(other.record_size for other in (file, *file.same_record_area))
    if file.description is not None and file.description.reports:
        size = max(size, report_width(context, file.description.reports))
    memory = ir.Call(ir.Name("bytearray"), (integer(size),))
    return context.runtime_call("Area", memory)


def _area(place: Place) -> ir.Expr:
    return place.record if place.attribute is None else place.ask("area")


def _status(context: Context, item: DataItem) -> ir.Expr:
    """The storage of the FILE STATUS item; a function that gives it where every call has another one."""
    area = _area(item_place(context, item))
    moves = item.section in (StorageSection.LINKAGE, StorageSection.LOCAL_STORAGE)
    return ir.Lambda(area) if moves else area


def _assign(file: FileItem, context: Context) -> ir.Expr:
    if file.assign_item is not None:
        return ir.Lambda(item_place(context, file.assign_item).read())
    return text(file.assign_literal or file.name)


def _accessors(context: Context, item: DataItem) -> ir.Expr:
    """A pair of functions that read and store an item."""
    place = item_place(context, item)
    setter = ir.Lambda(place.ask("store", ir.Name("value")), ("value",))
    return ir.Tuple((ir.Lambda(place.read()), setter))


def _keys(context: Context, file: FileItem) -> list[tuple[str, ir.Expr]]:
    if file.organization == "RELATIVE" and file.relative_key is not None:
        return [("relative_key", _accessors(context, file.relative_key))]
    if file.organization != "INDEXED":
        return []
    keys = []
    for key in file.keys:
        arguments = (integer(key.parts[0].offset), integer(sum(part.size for part in key.parts)))
        flags: tuple[tuple[str, ir.Expr], ...] = (
            (("duplicates", ir.Constant(True)),) if key.duplicates else ()
        )
        if key.suppress is not None:
            flags = (*flags, ("suppress", integer(ord(key.suppress))))
        if len(key.parts) > 1:
            parts = [(part.offset, part.size) for part in key.parts]
            flags = (*flags, ("parts", _pairs(parts)))
        numbers = list(numbers_in(key.parts)) if native_sequence(context) is not None else []
        if numbers:
            flags = (*flags, ("numbers", _pairs(numbers)))
        keys.append(ir.Call(context.runtime("Key"), arguments, flags))
    result: list[tuple[str, ir.Expr]] = [("keys", ir.Tuple(tuple(keys)))]
    collating = native_sequence(context)
    return result if collating is None else [*result, ("collating", collating)]


def _pairs(pairs: list[tuple[int, int]]) -> ir.Expr:
    return ir.Tuple(tuple(ir.Tuple((integer(first), integer(second))) for first, second in pairs))


def _record_length(context: Context, file: FileItem) -> list[tuple[str, ir.Expr]]:
    if file.record_depending_on is None:
        return []
    return [("record_length", _accessors(context, file.record_depending_on))]


def _linage(context: Context, file: FileItem) -> list[tuple[str, ir.Expr]]:
    clause = file.description.linage if file.description is not None else None
    if clause is None:
        return []
    parts: list[tuple[str, ir.Expr]] = []
    for name, value in (
        ("body", clause.body),
        ("footing", clause.footing),
        ("top", clause.top),
        ("bottom", clause.bottom),
    ):
        if value is None:
            continue
        lowered = operand(context, value)
        shown = number(context, lowered)
        parts.append((name, shown if lowered.literal is not None else ir.Lambda(shown)))
    body = (parts[0][1],)
    return [("linage", ir.Call(context.runtime("Linage"), body, tuple(parts[1:])))]
