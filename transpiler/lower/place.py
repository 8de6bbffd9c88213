"""Places: data items as the generated program names them, to be read, stored into or asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cobol_parser import ast
from cobol_parser.symbols import ConditionName, DataItem, FileItem, IndexName, ReportItem, StorageSection
from transpiler.ir import nodes as ir
from transpiler.ir.build import SELF
from transpiler.lower.context import Context, Unconvertible


@dataclass(frozen=True, slots=True)
class Place:
    """A data item with its subscripts worked out.

    `record` is the object that holds it, `record_class` the class; `attribute` is None for a whole level-01 group.
    """

    item: DataItem
    record: ir.Expr
    record_class: ir.Expr
    attribute: str | None
    subscripts: tuple[ir.Expr, ...] = ()

    def read(self) -> ir.Expr:
        """The item's value as an expression (also what an assignment stores into)."""
        if self.attribute is None:
            return ir.Attribute(self.record, "text")
        value = ir.Attribute(self.record, self.attribute)
        return ir.Subscript(value, self.subscripts) if self.subscripts else value

    def field(self) -> ir.Expr:
        """The field descriptor, for what a value alone cannot do."""
        described = ir.Attribute(self.record_class, self.attribute or "whole")
        if self.subscripts:
            return ir.Call(ir.Attribute(described, "at"), self.subscripts)
        return described

    def ask(self, method: str, *arguments: ir.Expr, **keywords: ir.Expr) -> ir.Call:
        """Call a method of the field on the record: `AcctRec.balance.shown(self.acct)`."""
        return ir.Call(ir.Attribute(self.field(), method), (self.record, *arguments), tuple(keywords.items()))


def enclosing(context: Context, has: Callable[[Context], bool], missing: str = "") -> tuple[ir.Expr, Context]:
    """The nearest program from `context` outwards that `has` what is looked for, and the expression that names it:
    `self`, `self.parent`, … Raises Unconvertible with the text `missing` when no program has it."""
    holder: ir.Expr = SELF
    scope = context
    passed: list[Context] = []
    while not has(scope):
        if scope.outer is None:
            raise Unconvertible(f"{missing} in this program", code="CBL6002")
        passed.append(scope)
        holder, scope = ir.Attribute(holder, "parent"), scope.outer
    for inner in passed:
        inner.uses_parent = True
    return holder, scope


def item_place(context: Context, item: DataItem, subscripts: tuple[ir.Expr, ...] = ()) -> Place:
    """The place of `item` in this program, or in a containing one for GLOBAL items."""
    if item.section is StorageSection.SCREEN:
        raise Unconvertible(f"{item.name or 'FILLER'} is placed on a screen", code="CBL6040")
    holder, scope = enclosing(
        context, lambda around: item in around.storage.record_of, f"{item.qualified_name} has no storage"
    )
    if context.dialect.tables_slide:
        subscripts = _where_it_slides(context, item, subscripts)
    record = scope.storage.record_of[item]
    entry = scope.storage.field_of.get(item)
    value = context.record_self if context.record_self is not None else ir.Attribute(holder, record.attribute)
    return Place(item, value, ir.Name(record.class_name), entry.attribute if entry else None, subscripts)


def index_place(context: Context, index: IndexName) -> ir.Expr:
    """The attribute of an index-name: an occurrence number."""
    holder, scope = enclosing(
        context, lambda around: index in around.storage.index_of, f"index {index.name} has no storage"
    )
    return ir.Attribute(holder, scope.storage.index_of[index])


def file_place(context: Context, file: FileItem) -> ir.Expr:
    """The attribute that holds a file's connector: of this program, or of a containing one for GLOBAL files."""
    holder, scope = enclosing(
        context, lambda around: file in around.storage.file_of, f"file {file.name} has no connector"
    )
    return ir.Attribute(holder, scope.storage.file_of[file])


def report_place(context: Context, report: ReportItem, group: ast.ReportGroupEntry | None = None) -> ir.Expr:
    """The attribute that holds a report, or one of its groups."""
    holder, scope = enclosing(
        context, lambda around: report in around.storage.reports, f"report {report.name} is not described"
    )
    plan = scope.storage.reports[report]
    return ir.Attribute(holder, plan.attribute if group is None else plan.group_of[group])


def condition_place(context: Context, condition: ConditionName, subscripts: tuple[ir.Expr, ...]) -> ir.Expr:
    """The property (or, below a table, the method) of a record class that tests a condition-name."""
    place = item_place(context, condition.item, subscripts)
    scope: Context | None = context
    while scope is not None and condition not in scope.storage.condition_of:
        scope = scope.outer
    assert scope is not None
    test = ir.Attribute(place.record, scope.storage.condition_of[condition])
    return ir.Call(test, place.subscripts) if place.subscripts else test


def _where_it_slides(
    context: Context, item: DataItem, subscripts: tuple[ir.Expr, ...]
) -> tuple[ir.Expr, ...]:
    """The subscripts of an item, and how far it is moved where it stands behind tables of variable length."""
    if any(outer.table.variable_tables for outer in item.dimensions):
        raise Unconvertible(f"occurrences of {item.name} vary in length", code="CBL6054")
    moved = item.renames[1].moved_by if item.renames else item.moved_by
    if not moved or len(subscripts) > len(item.dimensions):
        return subscripts
    if item.dimensions and not subscripts:
        return ()  # its description alone is asked for: LENGTH OF
    if item.renames or len(subscripts) < len(item.dimensions):
        raise Unconvertible(f"{item.name} stands behind a table of variable length", code="CBL6054")
    return (*subscripts, displacement(context, item))


def displacement(context: Context, item: DataItem) -> ir.Expr:
    """By how many bytes an item stands before its place at the maximum length of the tables that move it, as a negative number."""
    moved: ir.Expr | None = None
    for table in item.moved_by:
        own = table.occurs
        assert own is not None and own.depending_on is not None
        if table.variable_tables or len(table.dimensions) > 1:
            raise Unconvertible(
                f"{item.name} stands behind variable tables inside each other", code="CBL6054"
            )
        less = ir.Binary("-", item_place(context, own.depending_on).read(), ir.Constant(own.maximum))
        part = less if own.stride == 1 else ir.Binary("*", ir.Constant(own.stride), less)
        moved = part if moved is None else ir.Binary("+", moved, part)
    assert moved is not None
    return moved


def referent_place(context: Context, identifier: ast.Identifier) -> Place:
    """The place of an identifier that must be a data item; raises Unconvertible for anything else."""
    from transpiler.lower.expressions import subscripts_of

    referent = context.analysis.references.get(identifier)
    if not isinstance(referent, DataItem):
        kind = type(referent).__name__ if referent is not None else "unknown name"
        raise Unconvertible(f"{identifier.name} ({kind}) cannot stand here", code="CBL6002")
    return item_place(context, referent, subscripts_of(context, identifier))
