"""A program to the parts of its class: constructor, LINKAGE binding, methods."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from cobol_parser import ast
from cobol_parser.entry_points import InnerEntry
from cobol_parser.symbols import DataItem, StorageSection
from cobol_parser.walk import holds_statements, walk
from transpiler.ir import nodes as ir
from transpiler.ir.build import integer, own, text
from transpiler.ir.walk import attributes_in
from transpiler.lower.context import Context
from transpiler.lower.debugging import falls_through
from transpiler.lower.declaratives import attachments
from transpiler.lower.files import file_connector
from transpiler.lower.place import item_place
from transpiler.lower.procedure import Method, location, procedure_methods
from transpiler.lower.procedure_branching import paragraph_method
from transpiler.lower.records import RecordClass, record_class
from transpiler.lower.registry import comment_lines, lower_statements
from transpiler.lower.report_groups import report_methods
from transpiler.lower.segments import first_target
from transpiler.naming import Scope, snake_case
from transpiler.storage.plan import Kind, RecordPlan


@dataclass(frozen=True, slots=True)
class ProgramClass:
    """A program class to be printed."""

    name: str
    program_id: str
    documentation: str
    settings: tuple[tuple[str, ir.Expr], ...]
    records: tuple[RecordClass, ...]
    constructor: Method
    methods: tuple[Method, ...]
    origin: ast.Node


def lower_program(context: Context) -> ProgramClass:
    """Lower everything in one program (contained programs are classes of their own)."""
    program = context.analysis.program
    plans = (*context.storage.results, *context.storage.records)
    records = tuple(record_class(context, plan) for plan in plans)
    methods = procedure_methods(context)
    methods = [*_local_storage(context), *report_methods(context), *_entry_points(context), *methods]
    return ProgramClass(
        context.class_name,
        program.identification.program_id,
        _documentation(program),
        _settings(context, program),
        records,
        _constructor(context, methods),
        (*_bind(context), *methods),
        program,
    )


def _documentation(program: ast.Program) -> str:
    identification = program.identification
    lines = [f"{identification.program_id} ({location(identification)})."]
    extra = comment_lines(identification.comments)
    extra += [
        f"{title.capitalize()}: {' '.join(body.split())}"
        for title, body in identification.paragraphs
        if body.strip()
    ]
    if extra:
        lines += ["", *extra]
    return "\n".join(lines)


def _settings(context: Context, program: ast.Program) -> tuple[tuple[str, ir.Expr], ...]:
    identification = program.identification
    flags = (
        ("initial", identification.initial),
        ("recursive", _is_recursive(program)),
        ("common", identification.common),
    )
    settings: list[tuple[str, ir.Expr]] = [(name, ir.Constant(True)) for name, flag in flags if flag]
    if context.options.checks or any(turn.on for turn in context.checking.turns):
        settings.append(("keeps_places", text("procedure" if context.options.checks else "statement")))
    if context.contained:
        settings.append(
            ("contained", ir.Tuple(tuple(ir.Name(inner.class_name) for inner in context.contained)))
        )
    returning = context.analysis.symbols.returning
    is_function = identification.kind == "FUNCTION"
    if is_function and returning is not None:
        settings.append(("returning", text(context.storage.record_of[returning].attribute)))
    points = [*context.analysis.entries, *_inner_entries(context)]
    if points:
        names = tuple(
            ir.Tuple((text(entry.name), text(f"enter_{snake_case(entry.name)}"))) for entry in points
        )
        settings.append(("entries", ir.Tuple(names)))
    if _is_recursive(program):
        kept = [
            text(record.attribute)
            for record in context.storage.records
            if record.section in (StorageSection.LINKAGE, StorageSection.LOCAL_STORAGE)
        ]
        if kept:
            settings.append(("activation", ir.Tuple(tuple(kept))))
    return (*settings, *context.structures.items())


def _is_recursive(program: ast.Program) -> bool:
    """Whether a program may be called while it is active: it is RECURSIVE or a function, or GnuCOBOL assumes so because it calls itself
    by name."""
    identification = program.identification
    return (
        identification.recursive
        or identification.kind == "FUNCTION"
        or any(
            isinstance(node, ast.Call)
            and isinstance(node.program, ast.AlphanumericLiteral)
            and node.program.value.strip() == identification.program_id
            for node in walk(program.procedure or program, into=holds_statements)
        )
    )


def _uses_dispatcher(methods: list[Method], body: list[ir.Stmt]) -> bool:
    """Whether anything runs a range of paragraphs through `self.paragraphs`."""
    return "paragraphs" in attributes_in([*(method.body for method in methods), tuple(body)])


def _constructor(context: Context, methods: list[Method]) -> Method:
    body: list[ir.Stmt] = [
        ir.Do(ir.Call(ir.Attribute(ir.Call(ir.Name("super")), "__init__"), _constructor_arguments(context)))
    ]
    late: list[ir.Stmt] = []
    context.imports.runtime.add("RunUnit")
    for record in context.storage.records:
        if record.kind is not Kind.FILE:
            body.append(_record(context, record))
    body += _debugging(context)
    for file, attribute in context.storage.file_of.items():
        described = file.entry or file.description
        body.append(ir.Assign((own(attribute),), file_connector(context, file), origin=described))
    for record in context.storage.records:
        if record.kind is Kind.FILE:
            body.append(_record(context, record))
    for item, report in context.storage.reports.items():
        late.append(ir.Do(ir.Call(own(report.describe)), origin=item.description))
    for index, attribute in context.storage.index_of.items():
        body.append(ir.Assign((own(attribute),), integer(1), origin=index.table.entry))
    flow = context.flow
    if flow.order and (context.dispatched or _uses_dispatcher(methods, body)):
        steps = ir.Tuple(_steps(context))
        made = context.runtime_call("OverlappingParagraphs" if flow.overlapping else "Paragraphs", steps)
        late.append(ir.Assign((own("paragraphs"),), made, origin=context.analysis.program.procedure))
    late += attachments(context)
    for paragraph, attribute in flow.altered.items():
        late.append(_altered(context, paragraph, attribute))
    parameters = ", run: RunUnit"
    if context.outer is not None:
        parameters += f", parent: {context.outer.class_name}"
    if context.outer is not None and context.uses_parent:
        body.insert(1, ir.Assign((own("parent"),), ir.Name("parent"), context.outer.class_name))
    return Method("__init__", "", "None", tuple(body + late), parameters=parameters)


def _steps(context: Context) -> tuple[ir.Expr, ...]:
    """The paragraphs in order; a debugging program notes when control falls out of most of them."""
    steps: list[ir.Expr] = []
    for noted, paragraphs in groupby(context.flow.order, lambda paragraph: falls_through(context, paragraph)):
        methods = tuple(paragraph_method(context.flow, paragraph) for paragraph in paragraphs)
        if noted:
            steps.append(ir.Starred(ir.Call(ir.Attribute(own("debugging"), "falling"), methods)))
        else:
            steps += methods
    return tuple(steps)


def _debugging(context: Context) -> list[ir.Stmt]:
    """The object that fills DEBUG-ITEM."""
    if context.analysis.debugging is None:
        return []
    item = next(
        record
        for record in context.storage.records
        if record.root is not None and record.root.name == "DEBUG-ITEM"
    )
    made = context.runtime_call("Debugging", ir.Name("run"), own(item.attribute))
    return [ir.Assign((own("debugging"),), made)]


def _constructor_arguments(context: Context) -> tuple[ir.Expr, ...]:
    return (ir.Name("run"),) if context.outer is None else (ir.Name("run"), ir.Name("parent"))


def _altered(context: Context, paragraph: ast.Paragraph, attribute: str) -> ir.Stmt:
    """The target that the GO TO of an altered paragraph has before the first ALTER."""
    context.imports.runtime.add("Paragraph")
    value = first_target(context, paragraph)
    return ir.Assign((own(attribute),), value, "Paragraph", origin=paragraph)


def _record(context: Context, record: RecordPlan) -> ir.Stmt:
    """The object of a record class; a class of loose items comes from the DATA DIVISION."""
    origin = record.root.entry if record.root is not None else context.analysis.program.data
    return ir.Assign((own(record.attribute),), _new_record(context, record), origin=origin)


def _new_record(context: Context, record: RecordPlan) -> ir.Expr:
    made = ir.Name(record.class_name)
    if record.kind is Kind.FILE:
        assert record.file is not None
        area = ir.Attribute(own(context.storage.file_of[record.file]), "record")
        return ir.Call(ir.Attribute(made, "over"), (area,))
    if record.kind is Kind.LINKAGE:
        return ir.Call(ir.Attribute(made, "over"), (context.runtime("NOT_PASSED"),))
    if record.kind is Kind.REDEFINED:
        assert record.base is not None
        return ir.Call(ir.Attribute(made, "over"), (_area(context, record.base),))
    if record.root is not None and record.root.external:
        external = ir.Call(
            ir.Attribute(ir.Name("run"), "external"),
            (text(_external_name(record.root)), integer(max(record.length, record.storage))),
        )
        return ir.Call(ir.Attribute(made, "over"), (external,))
    return ir.Call(made)


def _external_name(item: DataItem) -> str:
    """The name that programs share the item under."""
    written = item.entry.external_name if item.entry is not None else None
    return written or item.name or ""


def _area(context: Context, item: DataItem) -> ir.Expr:
    place = item_place(context, item)
    is_record = place.attribute is None or item.dimensions
    return place.record if is_record else place.ask("area")


def _bind(context: Context) -> list[Method]:
    """Attach LINKAGE records to what the caller passed, then records that redefine them."""
    body: list[ir.Stmt] = []
    symbols = context.analysis.symbols
    procedure = context.analysis.program.procedure
    if procedure is not None and procedure.chaining:
        return [_chain(context)] if symbols.parameters else []
    for position, item in enumerate(symbols.parameters):
        record = context.storage.record_of.get(item)
        if record is None:
            continue
        area = context.runtime_call("argument", ir.Name("arguments"), integer(position))
        made = ir.Attribute(ir.Name(record.class_name), "over")
        body.append(ir.Assign((own(record.attribute),), ir.Call(made, (area,)), origin=item.entry))
    body += _result(context)
    if not body:
        return []
    for record in context.storage.in_section(StorageSection.LINKAGE):
        if record.kind is Kind.REDEFINED:
            body.append(_record(context, record))
    context.imports.runtime.add("Area")
    return [
        Method(
            "bind",
            "Attach the LINKAGE SECTION to the arguments of CALL.",
            "None",
            tuple(body),
            procedure,
            ", *arguments: Area | None",
        )
    ]


def _entry_points(context: Context) -> list[Method]:
    """A method for each ENTRY: attach its parameters and run from there on."""
    methods = []
    for entry, paragraph in context.analysis.entries.items():
        run = ir.Attribute(own("paragraphs"), "run_from")
        start = ir.Call(run, (paragraph_method(context.flow, paragraph),))
        methods.append(_entry_point(context, entry, (ir.Do(start),)))
    for entry, inner in _inner_entries(context).items():
        methods += _inner_entry_point(context, entry, inner)
    return methods


def _inner_entries(context: Context) -> dict[ast.Entry, InnerEntry]:
    """The ENTRY statements inside other statements that control can go on from."""
    return {entry: inner for entry, inner in context.analysis.inner_entries.items() if inner.rest is not None}


def _inner_entry_point(context: Context, entry: ast.Entry, inner: InnerEntry) -> list[Method]:
    """ENTRY inside a statement: what is left of that statement is a method of its own."""
    assert inner.rest is not None
    name = snake_case(f"rest_of_{entry.name}")
    context.paragraph, context.locals, context.present = inner.part, Scope(), set()
    rest = (*lower_statements(context, inner.rest), ir.Return(ir.Constant(None)))
    context.paragraph = None
    context.imports.runtime.add("Target")
    left = Method(name, f'What is left of a statement behind ENTRY "{entry.name}".', "Target", rest, entry)
    arguments: tuple[ir.Expr, ...] = (ir.Call(own(name)),)
    if inner.following is not None:
        arguments += (paragraph_method(context.flow, inner.following),)
    go_on = ir.Call(ir.Attribute(own("paragraphs"), "go_on"), arguments)
    return [_entry_point(context, entry, (ir.Do(go_on),)), left]


def _entry_point(context: Context, entry: ast.Entry, run: ir.Body) -> Method:
    body: list[ir.Stmt] = []
    for position, parameter in enumerate(entry.using):
        item = next((item for item in context.analysis.symbols.linkage if item.name == parameter.name), None)
        if item is not None:
            record = context.storage.record_of[item]
            area = context.runtime_call("argument", ir.Name("arguments"), integer(position))
            made = ir.Attribute(ir.Name(record.class_name), "over")
            body.append(ir.Assign((own(record.attribute),), ir.Call(made, (area,))))
    context.imports.runtime.add("Area")
    name = f"enter_{snake_case(entry.name)}"
    documentation = f'ENTRY "{entry.name}".'
    return Method(name, documentation, "None", (*body, *run), entry, ", *arguments: Area | None")


def _chain(context: Context) -> Method:
    """CHAINING: the command line fills items of WORKING-STORAGE."""
    context.imports.runtime.add("Area")
    areas = tuple(_area(context, item) for item in context.analysis.symbols.parameters)
    chain = ir.Attribute(ir.Attribute(own("run"), "process"), "chain")
    return Method(
        "bind",
        "CHAINING: the words of the command line are the parameters.",
        "None",
        (ir.Do(ir.Call(chain, areas)),),
        parameters=", *arguments: Area | None",
    )


def _result(context: Context) -> list[ir.Stmt]:
    """The item that a user-defined function returns is new on every call."""
    returning = context.analysis.symbols.returning
    if returning is None or context.analysis.program.identification.kind != "FUNCTION":
        return []
    record = context.storage.record_of[returning]
    return [ir.Assign((own(record.attribute),), ir.Call(ir.Name(record.class_name)))]


def _local_storage(context: Context) -> list[Method]:
    records = [
        record
        for record in context.storage.in_section(StorageSection.LOCAL_STORAGE)
        if record.kind is Kind.OWN
    ]
    body: ir.Body = tuple(_record(context, record) for record in records)
    if not body:
        return []
    return [Method("start_local_storage", "LOCAL-STORAGE is new on every call.", "None", body)]
