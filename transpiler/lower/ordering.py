"""SORT, MERGE, RELEASE, RETURN."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.symbols import DataItem, FileItem
from transpiler.ir import nodes as ir
from transpiler.ir.build import TRUE, own
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.expressions import item_operand
from transpiler.lower.input_output import (
    Keywords,
    connector,
    file_item,
    outcome,
    written_length,
    written_record,
)
from transpiler.lower.place import item_place
from transpiler.lower.procedure_branching import range_calls
from transpiler.lower.registry import lowers
from transpiler.lower.store import move


def _keys(context: Context, keys: tuple[ast.SortKey, ...]) -> ir.Expr:
    made: list[ir.Expr] = []
    for key in keys:
        for identifier in key.items:
            item = context.analysis.references.get(identifier)
            if not isinstance(item, DataItem):
                raise Unconvertible(f"{identifier.name} is not a key", code="CBL6002")
            place = item_place(context, item)
            flags: Keywords = () if key.ascending else (("descending", TRUE),)
            made.append(ir.Call(context.runtime("SortKey"), (place.field(),), flags))
    return ir.Tuple(tuple(made))


def _files(context: Context, names: tuple[str, ...]) -> ir.Expr:
    return ir.Tuple(tuple(connector(context, file_item(context, name)) for name in names))


def _procedure(context: Context, procedure: ast.ProcedureRange) -> ir.Expr:
    calls = range_calls(context, procedure.first, procedure.last)
    if len(calls) == 1 and isinstance(calls[0], ir.Do):
        value = calls[0].value
        if isinstance(value, ir.Call) and not value.arguments:
            return value.function
        return ir.Lambda(value)
    flow = context.flow
    nodes = [
        context.analysis.procedures[procedure.first],
        context.analysis.procedures[procedure.last or procedure.first],
    ]
    start, end = flow.span(nodes[0], nodes[1])
    methods = tuple(own(flow.method_of[flow.order[at]]) for at in (start, end))
    return ir.Lambda(ir.Call(ir.Attribute(own("paragraphs"), "perform"), methods))


def _sort_file(context: Context, target: ast.Identifier) -> FileItem:
    file = context.analysis.symbols.files.get(target.name)
    if file is None or not file.is_sort:
        raise Unconvertible("SORT of a table", code="CBL6000")
    return file


def _ordering(context: Context, node: ast.Sort | ast.Merge, method: str) -> list[ir.Stmt]:
    file = _sort_file(context, node.target)
    keywords: list[tuple[str, ir.Expr]] = [("keys", _keys(context, node.keys))]
    if node.using:
        keywords.append(("using", _files(context, node.using)))
    if isinstance(node, ast.Sort) and node.input_procedure is not None:
        keywords.append(("input_procedure", _procedure(context, node.input_procedure)))
    if node.giving:
        keywords.append(("giving", _files(context, node.giving)))
    if node.output_procedure is not None:
        keywords.append(("output_procedure", _procedure(context, node.output_procedure)))
    alphabet = context.analysis.symbols.program_collating
    if node.collating_sequence is not None:
        alphabet = context.analysis.symbols.alphabets.get(node.collating_sequence)
    if alphabet is not None and not alphabet.is_native:
        keywords.append(("collating", ir.Constant(bytes(alphabet.collating))))
    return [ir.Do(ir.Call(ir.Attribute(connector(context, file), method), (), tuple(keywords)))]


@lowers(ast.Sort)
def sort(context: Context, node: ast.Sort) -> list[ir.Stmt]:
    """SORT s ON ASCENDING KEY k USING a GIVING b  ->  self.s.sort(keys=(SortKey(SRec.k),), using=(self.a,), giving=(self.b,))"""
    return _ordering(context, node, "sort")


@lowers(ast.Merge)
def merge(context: Context, node: ast.Merge) -> list[ir.Stmt]:
    """MERGE s ON ASCENDING KEY k USING a b GIVING c  ->  self.s.merge(…)"""
    return _ordering(context, node, "merge")


@lowers(ast.Release)
def release(context: Context, node: ast.Release) -> list[ir.Stmt]:
    """RELEASE r FROM x  ->  self.r.… = x; self.s.release()"""
    file, record, result = written_record(context, node, node.record, node.source)
    call = ir.Call(ir.Attribute(connector(context, file), "release"), written_length(context, file, record))
    return [*result, ir.Do(call)]


@lowers(ast.Return)
def return_statement(context: Context, node: ast.Return) -> list[ir.Stmt]:
    """RETURN s AT END …  ->  self.s.return_record(at_end=True); if self.s.at_end: …"""
    file = file_item(context, node.file)
    before: ir.Body = ()
    if node.into is not None:
        record = max(file.records, key=lambda item: item.size)
        before = (move(context, item_operand(context, item_place(context, record)), node.into),)
    call = ir.Call(ir.Attribute(connector(context, file), "return_record"))
    return outcome(context, file, call, "at_end", node.at_end, before)
