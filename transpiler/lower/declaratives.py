"""USE AFTER ERROR procedures: which one deals with a failing operation (COBOL-85 standard, VII 4.6 and X 5.5).

A procedure for the file itself comes before one for the way the file is open, one of the program before a GLOBAL one
of the programs around it.
"""

from __future__ import annotations

from collections.abc import Iterator

from cobol_parser import ast
from cobol_parser.qualification import find_file
from cobol_parser.symbols import FileItem
from cobol_parser.walk import walk
from transpiler.ir import nodes as ir
from transpiler.ir.build import text
from transpiler.lower.context import Context
from transpiler.lower.debugging import passing_control
from transpiler.lower.place import enclosing, file_place

_ANY_MODE = ""
_MODES = ("INPUT", "OUTPUT", "I-O", "EXTEND")

Procedures = dict[str, tuple[Context, ast.Section]]
"""The program and the section to perform by open mode; `_ANY_MODE` alone for a procedure of the file itself."""


def use_procedure(context: Context, file: FileItem) -> ir.Expr | None:
    """What runs when an operation of this program on `file` fails: a procedure, one for each open mode, or nothing."""
    return _expression(context, _procedures(context, file))


def attachments(context: Context) -> list[ir.Stmt]:
    """Tell GLOBAL files of containing programs which procedures this program has for them, where it matters."""
    made: list[ir.Stmt] = []
    for file in _files_around(context):
        own_procedures = _procedures(context, file)
        _, owner = enclosing(context, lambda around, file=file: file in around.storage.file_of)  # type: ignore[misc]
        if own_procedures != _procedures(owner, file):
            attach = ir.Attribute(file_place(context, file), "attach")
            handler = _expression(context, own_procedures) or ir.Constant(None)
            made.append(ir.Do(ir.Call(attach, (ir.Name("self"),), (("on_error", handler),))))
    return made


def _files_around(context: Context) -> list[FileItem]:
    """GLOBAL files of containing programs that statements of this one work on, in order of first use."""
    procedure = context.analysis.program.procedure
    if context.outer is None or procedure is None:
        return []
    found: dict[FileItem, None] = dict.fromkeys(context.analysis.files_of.values())
    for node in walk(procedure):
        if isinstance(node, (ast.Open, ast.Close)):
            for named in node.files:
                file = find_file(context.analysis.symbols, named.file)
                if file is not None:
                    found.setdefault(file)
    return [file for file in found if file not in context.storage.file_of and not file.is_sort]


def _procedures(context: Context, file: FileItem) -> Procedures:
    modes: Procedures = {}
    for scope, declarative, use in _declaratives(context):
        if file.name in use.targets and find_file(scope.analysis.symbols, file.name) is file:
            return {_ANY_MODE: (scope, declarative.section)}
        for mode in _MODES:
            if mode in use.targets:
                modes.setdefault(mode, (scope, declarative.section))
    return modes


def _declaratives(context: Context) -> Iterator[tuple[Context, ast.DeclarativeSection, ast.UseStatement]]:
    """The USE AFTER ERROR procedures that hold in the program: its own, then GLOBAL ones from the inside out."""
    scope: Context | None = context
    while scope is not None:
        procedure = scope.analysis.program.procedure
        for declarative in procedure.declaratives if procedure is not None else ():
            use = declarative.use
            if use is not None and use.kind == "ERROR" and (scope is context or use.is_global):
                yield scope, declarative, use
        scope = scope.outer


def _expression(context: Context, procedures: Procedures) -> ir.Expr | None:
    if _ANY_MODE in procedures:
        return _handler(context, *procedures[_ANY_MODE])
    if not procedures:
        return None
    return ir.Dict(
        tuple((text(mode), _handler(context, *procedures[mode])) for mode in _MODES if mode in procedures)
    )


def _handler(context: Context, scope: Context, section: ast.Section) -> ir.Expr:
    return passing_control(context, perform_section(context, scope, section), "USE PROCEDURE")


def perform_section(context: Context, scope: Context, section: ast.Section) -> ir.Expr:
    """The section as something to call: its method where that is all, else a run through the dispatcher."""
    holder, _ = enclosing(context, lambda around: around is scope)
    flow = scope.flow
    if section not in flow.bounds:
        return ir.Lambda(ir.Constant(None))
    start, end = flow.bounds[section]
    methods = tuple(ir.Attribute(holder, flow.method_of[flow.order[at]]) for at in sorted({start, end}))
    if len(methods) == 1 and flow.is_direct(start, end):
        return methods[0]
    scope.dispatched = True
    return ir.Lambda(ir.Call(ir.Attribute(ir.Attribute(holder, "paragraphs"), "perform"), methods))
