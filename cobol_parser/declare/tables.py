"""OCCURS clauses: DEPENDING ON items and keys, which may be described after the table."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.declare.scope import Scope
from cobol_parser.qualification import find
from cobol_parser.resolve_names import resolve_identifier
from cobol_parser.symbols import DataItem, Dimension, KeyItem


def link_tables(scope: Scope) -> None:
    """Resolve what the OCCURS clauses of `scope.tables` name."""
    for table in scope.tables:
        occurs = table.entry.occurs if table.entry else None
        own = table.occurs
        if occurs is None or own is None:
            continue
        if occurs.depending_on is not None:
            counter = _counter(scope, occurs.depending_on)
            limits = Dimension(table, own.minimum, own.maximum, own.stride, counter)
            table.dimensions = (*table.dimensions[:-1], limits)
            _check_place(scope, table, occurs)
        table.keys = tuple(_keys(scope, table, occurs))


def _counter(scope: Scope, identifier: ast.Identifier) -> DataItem | None:
    referent = resolve_identifier(scope.symbols, scope.diagnostics, scope.references, identifier)
    if referent is None:
        return None
    if isinstance(referent, DataItem) and (referent.is_integer or referent.is_group):
        return referent
    scope.report("CBL5015", identifier.span, f"{identifier.name} of DEPENDING ON is not an integer item")
    return None


def _check_place(scope: Scope, table: DataItem, occurs: ast.OccursClause) -> None:
    """Without the extension for complex tables nothing may follow a variable table, nor may it be inside another."""
    if scope.rules.complex_occurs:
        return
    for item in table.lineage():
        if item is not table and item.occurs is not None:
            scope.report(
                "CBL5016",
                occurs.span,
                f"{table.name} varies in length and cannot be inside table {item.name}",
            )
            return
        follower = _follower(item)
        if follower is not None:
            scope.report(
                "CBL5016",
                occurs.span,
                f"{table.name} varies in length and cannot be followed by {follower.name}",
            )
            return


def _follower(item: DataItem) -> DataItem | None:
    if item.parent is None:
        return None
    siblings = item.parent.children
    return next((s for s in siblings[siblings.index(item) + 1 :] if s.redefines is None), None)


def _keys(scope: Scope, table: DataItem, occurs: ast.OccursClause) -> list[KeyItem]:
    keys: list[KeyItem] = []
    for phrase in occurs.keys:
        for name in phrase.names:
            item = _key_item(scope, table, name)
            if item is not None:
                scope.references[name] = item
                keys.append(KeyItem(item, phrase.ascending))
    return keys


def _key_item(scope: Scope, table: DataItem, name: ast.Identifier) -> DataItem | None:
    """A key is the table itself or an item inside it, whatever else has its name."""
    found = [item for item in find(scope.symbols, name.name, name.qualifiers) if isinstance(item, DataItem)]
    for item in found:
        if any(outer is table for outer in item.lineage()):
            return item
    scope.report("CBL4001", name.span, f"key {name.name} is not an item of table {table.name}")
    return None
