"""SELECT and FD to the file connectors of the runtime."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.symbols import DataItem, FileItem
from transpiler.ir import nodes as ir
from transpiler.ir.build import integer, own, text
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.expressions import operand
from transpiler.lower.operand import number
from transpiler.lower.place import Place, item_place
from transpiler.lower.procedure_branching import paragraph_method

_CONNECTORS = {
    "SEQUENTIAL": "SequentialFile",
    "LINE SEQUENTIAL": "LineSequentialFile",
    "RELATIVE": "RelativeFile",
    "INDEXED": "IndexedFile",
}
_ERROR_MODES = ("INPUT", "OUTPUT", "I-O", "EXTEND")


def file_connector(context: Context, file: FileItem) -> ir.Expr:
    """The constructor call of a file's connector."""
    keywords: list[tuple[str, ir.Expr]] = [("name", text(file.name))]
    if file.is_sort:
        keywords.append(("record", _record_area(context, file)))
        return ir.Call(context.runtime("SortFile"), (ir.Name("run"),), tuple(keywords))
    keywords.append(("assign", _assign(file, context)))
    keywords.append(("record", _record_area(context, file)))
    if file.minimum_size != file.record_size:
        keywords.append(("minimum", integer(file.minimum_size)))
    if file.entry is not None and file.entry.optional:
        keywords.append(("optional", ir.Constant(True)))
    if file.access != "SEQUENTIAL":
        keywords.append(("access", text(file.access.lower())))
    if file.status is not None:
        keywords.append(("status", _area(item_place(context, file.status))))
    keywords += _keys(context, file)
    keywords += _record_length(context, file)
    keywords += _linage(context, file)
    handler = _use_procedure(context, file)
    if handler is not None:
        keywords.append(("on_error", handler))
    # A file with LINAGE is written in lines whatever its organization says, as GnuCOBOL does.
    linage = file.description is not None and file.description.linage is not None
    name = "LineSequentialFile" if linage else _CONNECTORS[file.organization]
    return ir.Call(context.runtime(name), (ir.Name("run"),), tuple(keywords))


def _record_area(context: Context, file: FileItem) -> ir.Expr:
    for other in file.same_record_area:
        if list(context.storage.file_of).index(other) < list(context.storage.file_of).index(file):
            return ir.Attribute(own(context.storage.file_of[other]), "record")
    memory = ir.Call(ir.Name("bytearray"), (integer(file.record_size),))
    return context.runtime_call("Area", memory)


def _area(place: Place) -> ir.Expr:
    return place.record if place.attribute is None else place.ask("area")


def _assign(file: FileItem, context: Context) -> ir.Expr:
    if file.assign_item is not None:
        return ir.Lambda(item_place(context, file.assign_item).read())
    return text(file.assign_literal or file.name)


def _accessors(context: Context, item: DataItem) -> ir.Expr:
    """A pair of functions that read and store an item."""
    place = item_place(context, item)
    setter = ir.Lambda(place.ask("write", ir.Name("value")), ("value",))
    return ir.Tuple((ir.Lambda(place.read()), setter))


def _keys(context: Context, file: FileItem) -> list[tuple[str, ir.Expr]]:
    if file.organization == "RELATIVE" and file.relative_key is not None:
        return [("relative_key", _accessors(context, file.relative_key))]
    if file.organization != "INDEXED":
        return []
    keys = []
    for key in file.keys:
        if len(key.parts) != 1:
            raise Unconvertible(f"split key {key.name}", code="CBL6000")
        arguments = (integer(key.parts[0].offset), integer(key.parts[0].size))
        flags = (("duplicates", ir.Constant(True)),) if key.duplicates else ()
        keys.append(ir.Call(context.runtime("Key"), arguments, flags))
    return [("keys", ir.Tuple(tuple(keys)))]


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


def _use_procedure(context: Context, file: FileItem) -> ir.Expr | None:
    """The USE AFTER ERROR procedure of the file, or one for each open mode."""
    procedure = context.analysis.program.procedure
    modes: dict[str, ir.Expr] = {}
    for declarative in procedure.declaratives if procedure is not None else ():
        use = declarative.use
        if use is None or use.kind != "ERROR":
            continue
        if file.name in use.targets:
            return _procedure(context, declarative.section)
        for mode in _ERROR_MODES:
            if mode in use.targets:
                modes[mode] = _procedure(context, declarative.section)
    if not modes:
        return None
    return ir.Call(
        ir.Name("dict"), (ir.Tuple(tuple(ir.Tuple((text(mode), run)) for mode, run in modes.items())),)
    )


def _procedure(context: Context, section: ast.Section) -> ir.Expr:
    start, end = context.flow.bounds[section]
    methods = tuple(paragraph_method(context.flow, context.flow.order[at]) for at in sorted({start, end}))
    perform = ir.Attribute(ir.Attribute(ir.Name("self"), "paragraphs"), "perform")
    return ir.Lambda(ir.Call(perform, methods))
