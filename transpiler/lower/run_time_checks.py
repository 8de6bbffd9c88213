"""Run-time checks in the generated program: calls that give back what they check, or statements before a statement.

What is checked, and with which words, is what GnuCOBOL's `cobc -debug` checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.symbols import ConditionName, DataItem, Dimension, StorageSection, Usage
from cobol_parser.walk import children, holds_statements, walk
from transpiler.ir import nodes as ir
from transpiler.ir.build import integer, text
from transpiler.lower.context import Context
from transpiler.lower.operand import Kind, Operand, number
from transpiler.lower.place import Place, item_place

_DIGITS = (Usage.DISPLAY, Usage.COMP_3, Usage.COMP_6)
"""Usages whose bytes may be no number."""


def checked_subscripts(
    context: Context, item: DataItem, subscripts: tuple[ir.Expr, ...]
) -> tuple[ir.Expr, ...]:
    """TABLE (I)  ->  table[checked_subscript("TABLE", i, 10)]"""
    if "subscript" not in context.checks or len(subscripts) != len(item.dimensions):
        return subscripts  # LENGTH OF a table needs no subscripts
    return tuple(
        _checked_subscript(context, item, dimension, subscript)
        for dimension, subscript in zip(item.dimensions, subscripts, strict=True)
    )


def _checked_subscript(context: Context, item: DataItem, dimension: Dimension, subscript: ir.Expr) -> ir.Expr:
    name = text(_name(item))
    if dimension.depending_on is not None:
        highest = current_count(context, item, dimension)
        return context.runtime_call("checked_subscript", name, subscript, highest, current=ir.Constant(True))
    if isinstance(subscript, ir.Constant):
        return subscript
    return context.runtime_call("checked_subscript", name, subscript, integer(dimension.maximum))


def current_count(context: Context, item: DataItem, dimension: Dimension) -> ir.Expr:
    """The counter of an OCCURS DEPENDING ON, checked where GnuCOBOL does: for the table itself, and for a group that begins with it."""
    counter = dimension.depending_on
    assert counter is not None
    count: ir.Expr = item_place(context, counter).read()
    if "subscript" not in context.checks or dimension.table not in _beginnings(item):
        return count
    names = text(_name(dimension.table)), text(_name(counter))
    return context.runtime_call(
        "checked_count", *names, count, integer(dimension.minimum), integer(dimension.maximum)
    )


def _beginnings(item: DataItem) -> Iterator[DataItem]:
    """The item, the first item below it, the first one below that, and so on."""
    first: DataItem | None = item
    while first is not None:
        yield first
        first = next(iter(first.children), None)


def part_arguments(
    context: Context, place: Place, start: ir.Expr, length: ir.Expr | None
) -> tuple[ir.Expr, ...]:
    """Start and length of a reference modification as arguments: `*checked_part("ITEM", 10, start, length)`."""
    given = (start,) if length is None else (start, length)
    item = place.item
    literal = all(isinstance(bound, ir.Constant) for bound in given)
    if "modifier" not in context.checks or (literal and not item.any_length):
        return given
    size = ir.Attribute(place.record, "length") if item.any_length else integer(item.characters)
    empty = context.dialect.empty_parts and "empty part" not in context.checks
    keywords = {} if empty else {"empty": ir.Constant(False)}
    return (ir.Starred(context.runtime_call("checked_part", text(_name(item)), size, *given, **keywords)),)


def checked_number(context: Context, operand: Operand) -> ir.Expr:
    """An operand of arithmetic: `Rec.item.checked(self.rec, "ITEM")`, or its number without a check."""
    check = number_check(context, operand)
    return number(context, operand) if check is None else check


def number_check(context: Context, operand: Operand) -> ir.Expr | None:
    """The check of an item that may hold bytes that are no number."""
    item, place = operand.item, operand.place
    if "number" not in context.checks or operand.kind is not Kind.NUMBER or item is None or place is None:
        return None
    if item.category is not Category.NUMERIC or item.usage not in _DIGITS:
        return None
    if isinstance(place.record, ir.Call):
        return None  # what a function returns is asked for once
    host = {"host": ir.Constant(True)} if context.dialect.host_sign and item.usage is Usage.COMP_3 else {}
    return place.ask("checked", text(_name(item)), **host)


def address_checks(context: Context, statement: ast.Statement) -> list[ir.Stmt]:
    """Checks, before a statement, that the LINKAGE and BASED records it works on have storage: once in a row of statements."""
    checks = context.checks & {"address", "argument"}
    if not checks or isinstance(statement, (ast.Allocate, ast.Free)):
        return []
    result: list[ir.Stmt] = []
    for item in _records_used(context, statement):
        argument = item in context.analysis.symbols.parameters
        wanted = "argument" if argument else "address"
        if wanted in checks and item not in context.present:
            context.present.add(item)
            name = "check_argument" if argument else "check_address"
            check = context.runtime_call(name, text(_name(item)), item_place(context, item).record)
            result.append(ir.Do(check, origin=statement))
    return result


def _records_used(context: Context, statement: ast.Statement) -> Iterator[DataItem]:
    """The records without storage of their own that a statement itself refers to: not those of nested statements, nor those that it
    tests for an address, as `IF P OMITTED OR P = 1` does."""
    used: list[DataItem] = []
    tested: set[DataItem] = set()
    stack = list(reversed(children(statement)))
    while stack:
        node = stack.pop()
        if isinstance(node, (ast.Statement, ast.LengthOf)) or _is_length(node):
            continue
        if isinstance(node, (ast.AddressOf, ast.OmittedCondition)):
            tested.update(filter(None, (_record_without_storage(context, inner) for inner in walk(node))))
            continue
        record = _record_without_storage(context, node)
        if record is not None:
            used.append(record)
        stack += reversed(children(node))
    return (record for record in used if record not in tested)


_LENGTHS = frozenset({"LENGTH", "BYTE-LENGTH", "LENGTH-AN"})


def _is_length(node: ast.Node) -> bool:
    """FUNCTION LENGTH and its like, which look at the description alone."""
    return isinstance(node, ast.FunctionCall) and node.name in _LENGTHS


def _record_without_storage(context: Context, node: ast.Node) -> DataItem | None:
    """The LINKAGE or BASED record that an identifier belongs to."""
    item = context.analysis.references.get(node) if isinstance(node, ast.Identifier) else None
    if isinstance(item, ConditionName):
        item = item.item
    if not isinstance(item, DataItem):
        return None
    record = item.record.redefines or item.record
    passed = record.section is StorageSection.LINKAGE and record is not context.analysis.symbols.returning
    return record if record.based or passed else None


def may_change_addresses(statement: ast.Statement) -> bool:
    """Whether a statement, or one inside it, can take storage away from a record, or lead to statements that do."""
    return any(_changes(node) for node in walk(statement, into=holds_statements))


def _changes(node: ast.Node) -> bool:
    if isinstance(node, ast.SetIndex):
        return any(isinstance(receiver, ast.AddressOf) for receiver in node.receivers)
    return isinstance(node, (ast.Free, ast.Perform))


def _name(item: DataItem) -> str:
    """The name as the description spells it."""
    spelling = item.entry.spelling if item.entry is not None else None
    return spelling or item.name or "FILLER"
