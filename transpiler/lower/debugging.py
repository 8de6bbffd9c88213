"""USE FOR DEBUGGING: what a watched program does beside its own work.

GnuCOBOL 3.1.2 decides the order: a statement's own work first, then one debugging procedure for each watched item that the
statement names, in the order of the text; nothing in a debugging section is watched.
"""

from __future__ import annotations

from collections.abc import Iterator

from cobol_parser import ast
from cobol_parser.debugging import Debugging
from cobol_parser.symbols import DataItem, FileItem
from cobol_parser.walk import children, walk
from transpiler.flow.debug_lines import announced
from transpiler.ir import nodes as ir
from transpiler.ir.build import integer, own, text
from transpiler.lower.context import Context
from transpiler.lower.place import item_place

_UNWATCHED = (ast.GoTo, ast.GoToDepending, ast.Perform, ast.Write, ast.Rewrite)
"""Statements whose operands are watched in another way, or not at all."""
_FILE_STATEMENTS = (ast.Open, ast.Close, ast.Read, ast.Write, ast.Rewrite, ast.Delete, ast.Start)
_RECEIVING = ("receivers", "giving", "remainder")


def watched(context: Context) -> Debugging | None:
    """What is watched in the paragraph being lowered; None inside debugging sections and where nothing is."""
    debugging = context.analysis.debugging
    if debugging is None or context.paragraph is None:
        return None
    section = context.analysis.sections_of.get(context.paragraph)
    return None if section in debugging.sections else debugging


def call(method: str, *arguments: ir.Expr) -> ir.Stmt:
    """self.debugging.method(arguments)"""
    return ir.Do(ir.Call(ir.Attribute(own("debugging"), method), arguments))


def section_procedure(context: Context, section: ast.Section) -> ir.Expr:
    """A debugging section as something to call."""
    from transpiler.lower.declaratives import perform_section

    return perform_section(context, context, section)


def on_entry(context: Context, paragraph: ast.Paragraph) -> ir.Body:
    """What happens when control enters a paragraph."""
    debugging = watched(context)
    if debugging is None:
        return ()
    node: ast.Paragraph | ast.Section = debugging.heads.get(paragraph, paragraph)
    section = debugging.section_for(node) if node.name is not None else None
    if section is None:
        return ()
    return (call("entered", text(node.name or ""), section_procedure(context, section)),)


def at_start(context: Context) -> ir.Body:
    """What happens when the program starts."""
    debugging = context.analysis.debugging
    if debugging is None or not debugging.watches_procedures:
        return ()
    return (call("contents", text("START PROGRAM")),)


def falls_through(context: Context, paragraph: ast.Paragraph) -> bool:
    """Whether control that falls out of `paragraph` is noted before it enters the next one."""
    debugging = context.analysis.debugging
    if debugging is None or not debugging.watches_procedures:
        return False
    section = context.analysis.sections_of.get(paragraph)
    return section not in debugging.sections and bool(paragraph.sentences or paragraph.name)


def passing_control(context: Context, procedure: ir.Expr, contents: str) -> ir.Expr:
    """A procedure of SORT, MERGE or USE AFTER ERROR, which DEBUG-CONTENTS names before it runs."""
    debugging = context.analysis.debugging
    if debugging is None or not debugging.watches_procedures:
        return procedure
    return ir.Call(ir.Attribute(own("debugging"), "noting"), (text(contents), procedure))


def around(context: Context, statement: ast.Statement, lowered: list[ir.Stmt]) -> list[ir.Stmt]:
    """Put what is watched about a statement around its own work."""
    debugging = watched(context)
    if debugging is None:
        return lowered
    after = list(_item_calls(context, debugging, statement))
    contents = _contents(context, debugging, statement)
    passing = _runs_procedures(context, debugging, statement)
    if isinstance(statement, ast.GoTo) and context.paragraph in context.flow.altered:
        return _unless_altered(context, debugging, statement, lowered)
    if not after and not passing and statement not in _announced(context):
        return lowered
    line = integer(statement.span.first.line)
    before = call("at", line) if contents is None else call("at", line, text(contents))
    own_work = [done for done in lowered if not isinstance(done, ir.Pass)]
    return [before, *own_work, *after]


def _unless_altered(
    context: Context, debugging: Debugging, statement: ast.GoTo, lowered: list[ir.Stmt]
) -> list[ir.Stmt]:
    """The GO TO of a paragraph that ALTER names: a target that was altered is reached without notice."""
    from transpiler.lower.procedure_branching import target_method

    if statement.target is None or context.paragraph is None:
        return lowered
    contents = _contents(context, debugging, statement)
    line = integer(statement.span.first.line)
    before = call("at", line) if contents is None else call("at", line, text(contents))
    current = own(context.flow.altered[context.paragraph])
    unaltered = ir.Compare(current, "==", target_method(context, statement.target))
    return [ir.If(unaltered, (before,)), *lowered]


def _runs_procedures(context: Context, debugging: Debugging, statement: ast.Statement) -> bool:
    """Whether a procedure can run in the midst of a statement's own work."""
    if isinstance(statement, ast.PerformInline):
        named = (node for node in walk(statement.control) if isinstance(node, ast.Identifier))
        return any(context.analysis.references.get(node) in debugging.items for node in named)
    if isinstance(statement, _FILE_STATEMENTS):
        return bool(debugging.files) or _has_error_procedures(context)
    return isinstance(statement, (ast.Sort, ast.Merge, ast.Alter, *_UNWATCHED))


def _has_error_procedures(context: Context) -> bool:
    procedure = context.analysis.program.procedure
    declaratives = procedure.declaratives if procedure is not None else ()
    return any(item.use is not None and item.use.kind == "ERROR" for item in declaratives)


def _announced(context: Context) -> set[ast.Statement]:
    assert context.paragraph is not None
    debugging = context.analysis.debugging
    items = debugging is not None and bool(debugging.items)
    if context.announced is None or context.announced[0] is not context.paragraph:
        context.announced = (context.paragraph, announced(context.paragraph, items=items))
    return context.announced[1]


def _contents(context: Context, debugging: Debugging, statement: ast.Statement) -> str | None:
    """How a statement passes control on, as DEBUG-CONTENTS shows it."""
    if isinstance(statement, ast.Perform) and debugging.watches_procedures:
        return "PERFORM LOOP"
    if isinstance(statement, ast.GoTo) and statement.target is not None:
        target = context.analysis.procedures.get(statement.target)
        if target is not None and debugging.section_for(target) is not None:
            return ""
    return None


def before_branch(context: Context, target: ast.ProcedureName) -> ir.Body:
    """GO TO … DEPENDING ON: what the branch to one target notes."""
    debugging = watched(context)
    node = context.analysis.procedures.get(target)
    if debugging is None or node is None or debugging.section_for(node) is None:
        return ()
    return (call("contents", text("")),)


def on_alter(context: Context, altered: ast.Paragraph, target: ast.ProcedureName) -> ir.Body:
    """ALTER of a watched paragraph."""
    debugging = watched(context)
    section = debugging.section_for(altered) if debugging is not None else None
    if section is None:
        return ()
    names = (text(altered.name or ""), text(target.name))
    return (call("altered", *names, section_procedure(context, section)),)


# --- data items and files


def on_change(context: Context, identifier: ast.Identifier, *, all_references: bool = False) -> ir.Body:
    """A watched item of PERFORM VARYING, of its condition, or of GO TO … DEPENDING ON has a value that is looked at."""
    debugging = watched(context)
    item = context.analysis.references.get(identifier)
    if debugging is None or not isinstance(item, DataItem) or item not in debugging.items:
        return ()
    found = debugging.items[item]
    if all_references and not found.all_references:
        return ()
    value = _value(context, identifier, item)
    return (call("changed", text(item.name or ""), value, section_procedure(context, found.section)),)


def looking(context: Context, condition: ast.Condition, test: ir.Expr) -> ir.Expr:
    """The condition of PERFORM UNTIL (or its opposite) as `test`: watched items are looked at before it is evaluated."""
    if watched(context) is None:
        return test
    looks: list[ir.Expr] = []
    for node in walk(condition):
        if isinstance(node, ast.Identifier):
            looks += [
                ir.Call(ir.Attribute(own("debugging"), "looked"), change.value.arguments)
                for change in on_change(context, node)
                if isinstance(change, ir.Do) and isinstance(change.value, ir.Call)
            ]
    return ir.BoolOp("and", (*looks, test)) if looks else test


def before_write(context: Context, record: DataItem) -> ir.Body:
    """WRITE or REWRITE of a watched record."""
    debugging = watched(context)
    found = debugging.items.get(record) if debugging is not None else None
    if found is None:
        return ()
    value = ir.Attribute(item_place(context, record).record, "text")
    return (call("changed", text(record.name or ""), value, section_procedure(context, found.section)),)


def _value(context: Context, identifier: ast.Identifier, item: DataItem) -> ir.Expr:
    from transpiler.lower.expressions import subscripts_of

    place = item_place(context, item, subscripts_of(context, identifier))
    return place.read() if place.attribute is None else place.ask("text")


def after_operation(context: Context, file: FileItem) -> ir.Body:
    """OPEN, CLOSE, START or DELETE of a watched file was done."""
    debugging = watched(context)
    if debugging is None or file not in debugging.files:
        return ()
    section = section_procedure(context, debugging.files[file])
    return (call("changed", text(file.name), text(""), section),)


def after_read(context: Context, statement: ast.Read) -> ir.Body:
    """A successful READ of a watched file: DEBUG-CONTENTS is the record."""
    debugging = watched(context)
    file = context.analysis.files_of.get(statement)
    if debugging is None or file is None or file not in debugging.files or not file.records:
        return ()
    record = item_place(context, file.records[0]).record
    section = section_procedure(context, debugging.files[file])
    return (call("changed", text(file.name), ir.Attribute(record, "text"), section),)


def _item_calls(context: Context, debugging: Debugging, statement: ast.Statement) -> Iterator[ir.Stmt]:
    if not debugging.items or isinstance(statement, _UNWATCHED) or _in_declaratives(context):
        return
    receiving = set(_receivers(statement))
    seen: set[DataItem] = set()
    for identifier in _identifiers(statement):
        item = context.analysis.references.get(identifier)
        if not isinstance(item, DataItem) or item in seen or item not in debugging.items:
            continue
        found = debugging.items[item]
        if found.all_references or identifier in receiving:
            seen.add(item)
            yield _referred(context, identifier, item, found.section)


def _referred(context: Context, identifier: ast.Identifier, item: DataItem, section: ast.Section) -> ir.Stmt:
    from transpiler.lower.expressions import subscripts_of

    shown = " OF ".join((identifier.name, *identifier.qualifiers))
    arguments = (text(shown), _value(context, identifier, item), section_procedure(context, section))
    subscripts = subscripts_of(context, identifier)
    if subscripts:
        arguments = (*arguments, ir.Tuple(subscripts))  # type: ignore[assignment]
    return call("referred", *arguments)


def _in_declaratives(context: Context) -> bool:
    procedure = context.analysis.program.procedure
    section = context.analysis.sections_of.get(context.paragraph) if context.paragraph is not None else None
    declaratives = procedure.declaratives if procedure is not None else ()
    return any(declarative.section is section for declarative in declaratives)


def _identifiers(node: ast.Node) -> Iterator[ast.Identifier]:
    """The identifiers of a statement without those of statements inside it; subscripts before what they belong to."""
    for child in children(node):
        if not isinstance(child, ast.Statement):
            yield from _identifiers(child)
            if isinstance(child, ast.Identifier):
                yield child


def _receivers(statement: ast.Statement) -> Iterator[ast.Identifier]:
    named = {ast.Initialize: ("items",), ast.Call: ("returning",)}.get(type(statement), _RECEIVING)
    for name in named:
        value = getattr(statement, name, None)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, ast.Identifier):
                yield part
            elif isinstance(part, ast.Node) and not isinstance(part, ast.Statement):
                yield from (child for child in children(part) if isinstance(child, ast.Identifier))
