"""Type declarations: entries that are described as a TYPEDEF entry, or as another item, is (ISO 1989:2002 13.16.58, 13.16.49)."""

from __future__ import annotations

from dataclasses import replace

from cobol_parser import ast
from cobol_parser.declare.scope import Scope
from cobol_parser.resolve_names import resolve_identifier
from cobol_parser.symbols import DataItem

_DESCRIPTION = ("picture", "usage", "sign", "justified", "blank_when_zero", "synchronized")
"""Clauses that an entry takes over from its type."""


def declare_type(scope: Scope, entry: ast.DataDescription) -> None:
    """Remember a TYPEDEF entry. It has no storage; its name stands behind USAGE and TYPE only."""
    if entry.name is None:
        scope.report("CBL5029", entry.span.first, "a TYPEDEF entry needs a name")
    else:
        scope.types[entry.name] = _described_through(scope, entry)


def described(scope: Scope, entry: ast.DataDescription) -> ast.DataDescription:
    """The entry with the description that TYPE, USAGE or SAME AS gives it; an entry without them as it is."""
    pattern = _pattern(scope, entry)
    if pattern is None:
        return entry
    taken = {name: getattr(pattern, name) for name in _DESCRIPTION}
    conditions = tuple(below for below in entry.children if below.level == 88)
    return replace(
        entry,
        **taken,
        value=entry.value or pattern.value,
        children=(*pattern.children, *conditions),
        type_name=None,
        same_as=None,
    )


def _described_through(scope: Scope, entry: ast.DataDescription) -> ast.DataDescription:
    """The entry and all below it with the descriptions of their types, so that no type can contain itself."""
    entry = described(scope, entry)
    return replace(entry, children=tuple(_described_through(scope, below) for below in entry.children))


def _pattern(scope: Scope, entry: ast.DataDescription) -> ast.DataDescription | None:
    """The entry that describes this one too; a name that means no such entry is reported."""
    if entry.type_name is not None:
        found = scope.types.get(entry.type_name)
        if found is None:
            scope.report(
                "CBL5029", entry.span.first, f"{entry.type_name} is not a type declared before this entry"
            )
        return found
    if entry.same_as is None:
        return None
    item = resolve_identifier(scope.symbols, scope.diagnostics, scope.references, entry.same_as)
    if isinstance(item, DataItem) and item.entry is not None:
        return item.entry
    if item is not None:
        scope.report("CBL5029", entry.same_as.span, f"{entry.same_as.name} of SAME AS is not a data item")
    return None
