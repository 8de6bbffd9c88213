"""SORT, MERGE, RELEASE, RETURN."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.qualification import find_file
from cobol_parser.symbols import DataItem, FileItem
from transpiler.ir import nodes as ir
from transpiler.ir.build import TRUE, integer, own
from transpiler.lower.collating import sequence_constant, warn_of_numbers
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.debugging import passing_control
from transpiler.lower.expressions import item_operand
from transpiler.lower.input_output import (
    Keywords,
    connector,
    file_item,
    outcome,
    written_record,
)
from transpiler.lower.place import item_place
from transpiler.lower.procedure_branching import range_calls
from transpiler.lower.registry import lowers
from transpiler.lower.store import move


def _keys(context: Context, keys: tuple[ast.SortKey, ...]) -> tuple[ir.Expr, ...]:
    made: list[ir.Expr] = []
    for key in keys:
        for identifier in key.items:
            item = context.analysis.references.get(identifier)
            if not isinstance(item, DataItem):
                raise Unconvertible(f"{identifier.name} is not a key", code="CBL6002")
            warn_of_numbers(context, item)
            place = item_place(context, item, tuple(integer(1) for _ in item.dimensions))
            flags: Keywords = () if key.ascending else (("descending", TRUE),)
            made.append(ir.Call(context.runtime("SortKey"), (place.field(),), flags))
    return tuple(made)


def _files(context: Context, names: tuple[str, ...]) -> ir.Expr:
    return ir.Tuple(tuple(connector(context, file_item(context, name)) for name in names))


def _procedure(context: Context, procedure: ast.ProcedureRange, contents: str) -> ir.Expr:
    """An INPUT or OUTPUT PROCEDURE; `contents` is what DEBUG-CONTENTS shows of it."""
    return passing_control(context, procedure_function(context, procedure), contents)


def procedure_function(context: Context, procedure: ast.ProcedureRange) -> ir.Expr:
    """A range of paragraphs as a function without arguments that runs it once."""
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


def _ordering(context: Context, node: ast.Sort | ast.Merge, file: FileItem, method: str) -> list[ir.Stmt]:
    keywords: list[tuple[str, ir.Expr]] = []
    if node.using:
        keywords.append(("using", _files(context, node.using)))
    if isinstance(node, ast.Sort) and node.input_procedure is not None:
        keywords.append(("input_procedure", _procedure(context, node.input_procedure, "SORT INPUT")))
    if node.giving:
        keywords.append(("giving", _files(context, node.giving)))
    if node.output_procedure is not None:
        contents = "MERGE OUTPUT" if isinstance(node, ast.Merge) else "SORT OUTPUT"
        keywords.append(("output_procedure", _procedure(context, node.output_procedure, contents)))
    keywords += _collating(context, node)
    ordered = ir.Call(
        ir.Attribute(connector(context, file), method), _keys(context, node.keys), tuple(keywords)
    )
    if "SORT-RETURN" in context.analysis.symbols.registers:
        return [ir.Assign((own("sort_return"),), ordered)]
    return [ir.Do(ordered)]


def _collating(context: Context, node: ast.Sort | ast.Merge) -> Keywords:
    alphabet = context.analysis.symbols.program_collating
    if node.collating_sequence is not None:
        alphabet = context.analysis.symbols.alphabets.get(node.collating_sequence)
    constant = sequence_constant(context, alphabet)
    return () if constant is None else (("collating", constant),)


def _sort_table(context: Context, node: ast.Sort) -> list[ir.Stmt]:
    """SORT table ON keys  ->  sort_table(self.rec, offset, stride, count, SortKey(Rec.key.at(1)))"""
    table = context.analysis.references.get(node.target)
    if not isinstance(table, DataItem) or table.occurs is None or len(table.dimensions) != 1:
        raise Unconvertible("SORT of something that is not a table of one dimension", code="CBL6002")
    if table.moved_by:
        raise Unconvertible(f"{table.name} stands behind a table of variable length", code="CBL6054")
    dimension = table.dimensions[0]
    count: ir.Expr = integer(dimension.maximum)
    if dimension.depending_on is not None:
        count = item_operand(context, item_place(context, dimension.depending_on)).expr
    place = item_place(context, table)
    keys = _table_keys(context, node, table)
    entry = context.storage.field_of.get(table)
    offset = integer(entry.at if entry is not None else table.offset)
    sizes = (offset, integer(dimension.stride), count)
    call = ir.Call(context.runtime("sort_table"), (place.record, *sizes, *keys), _collating(context, node))
    return [ir.Do(call)]


def _table_keys(context: Context, node: ast.Sort, table: DataItem) -> tuple[ir.Expr, ...]:
    """The keys of the statement, or those of the table's own KEY phrase."""
    if any(key.items for key in node.keys):
        return _keys(context, node.keys)
    made: list[ir.Expr] = []
    ascending = [(key.item, key.ascending) for key in table.keys]
    if node.keys:
        ascending = [(table, node.keys[0].ascending)]
    for item, upward in ascending:
        flags: Keywords = () if upward else (("descending", TRUE),)
        field = item_place(context, item, (integer(1),)).field()
        made.append(ir.Call(context.runtime("SortKey"), (field,), flags))
    return tuple(made)


@lowers(ast.Sort)
def sort(context: Context, node: ast.Sort) -> list[ir.Stmt]:
    """SORT s ON ASCENDING KEY k USING a GIVING b  ->  self.s.sort(SortKey(SRec.k), using=(self.a,), giving=(self.b,))"""
    file = find_file(context.analysis.symbols, node.target.name)
    if file is None or not file.is_sort:
        return _sort_table(context, node)
    return _ordering(context, node, file, "sort")


@lowers(ast.Merge)
def merge(context: Context, node: ast.Merge) -> list[ir.Stmt]:
    """MERGE s ON ASCENDING KEY k USING a b GIVING c  ->  self.s.merge(…)"""
    return _ordering(context, node, file_item(context, node.target.name), "merge")


@lowers(ast.Release)
def release(context: Context, node: ast.Release) -> list[ir.Stmt]:
    """RELEASE r FROM x  ->  self.r.… = x; self.s.release()"""
    file, _, result = written_record(context, node, node.record, node.source)
    call = ir.Call(ir.Attribute(connector(context, file), "release"))
    return [*result, ir.Do(call)]


@lowers(ast.Return)
def return_statement(context: Context, node: ast.Return) -> list[ir.Stmt]:
    """RETURN s AT END …  ->  self.s.return_record(at_end=True); if self.s.at_end: …"""
    file = file_item(context, node.file)
    before: ir.Body = ()
    if node.into is not None:
        if not file.records:
            raise Unconvertible(f"file {file.name} has no record", code="CBL6002")
        record = max(file.records, key=lambda item: item.size)
        before = (move(context, item_operand(context, item_place(context, record)), node.into),)
    call = ir.Call(ir.Attribute(connector(context, file), "return_record"))
    return outcome(context, file, call, "at_end", node.at_end, before)
