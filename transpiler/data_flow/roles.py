"""What a statement does with the identifiers written in it, by the fields of its nodes.

A field that is not in the tables is read. A new statement that stores into something must be entered here; a test looks for fields that
are named as receivers are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Flag

from cobol_parser import ast
from cobol_parser.ast.node import Node
from cobol_parser.walk import node_fields


class Role(Flag):
    """What happens to an item. NAMED alone: its value is neither taken nor changed, as in LENGTH OF."""

    NAMED = 0
    READ = 1
    WRITTEN = 2
    BOTH = 3


_FIELDS: Mapping[type[Node], Mapping[str, Role]] = {
    ast.Add: {"receivers": Role.BOTH, "giving": Role.WRITTEN},
    ast.AddCorresponding: {"receiver": Role.BOTH},
    ast.Subtract: {"receivers": Role.BOTH, "giving": Role.WRITTEN},
    ast.SubtractCorresponding: {"receiver": Role.BOTH},
    ast.Multiply: {"receivers": Role.BOTH, "giving": Role.WRITTEN},
    ast.Divide: {"receivers": Role.BOTH, "giving": Role.WRITTEN, "remainder": Role.WRITTEN},
    ast.Compute: {"receivers": Role.WRITTEN},
    ast.Move: {"receivers": Role.WRITTEN},
    ast.MoveCorresponding: {"receivers": Role.WRITTEN},
    ast.Initialize: {"items": Role.WRITTEN},
    ast.StringStatement: {"receiver": Role.WRITTEN, "pointer": Role.BOTH},
    ast.Unstring: {"pointer": Role.BOTH, "tallying": Role.BOTH},
    ast.UnstringReceiver: {"item": Role.WRITTEN, "delimiter": Role.WRITTEN, "count": Role.WRITTEN},
    ast.TallyingPhrase: {"counter": Role.BOTH},
    ast.InspectConverting: {"item": Role.BOTH},
    ast.Read: {"into": Role.WRITTEN},
    ast.Return: {"into": Role.WRITTEN},
    ast.Accept: {"item": Role.WRITTEN},
    ast.PerformVarying: {"item": Role.BOTH},
    ast.Search: {"varying": Role.BOTH},
    ast.SetIndex: {"receivers": Role.WRITTEN},
    ast.SetUpDown: {"receivers": Role.BOTH},
    ast.SetCondition: {"conditions": Role.WRITTEN},
    ast.Call: {"returning": Role.WRITTEN},
    ast.Allocate: {"item": Role.WRITTEN, "returning": Role.WRITTEN},
    ast.AllocateCharacters: {"returning": Role.WRITTEN},
    ast.Free: {"operands": Role.BOTH},
    ast.Sort: {"target": Role.BOTH},
    ast.JsonGenerate: {"receiver": Role.WRITTEN, "count": Role.WRITTEN},
    ast.JsonParse: {"receiver": Role.WRITTEN},
    ast.XmlGenerate: {"receiver": Role.WRITTEN, "count": Role.WRITTEN},
    ast.MarkupName: {"item": Role.NAMED},
    ast.MarkupType: {"item": Role.NAMED},
    ast.MarkupSuppression: {"item": Role.NAMED},
    ast.JsonBoolean: {"item": Role.NAMED, "true": Role.NAMED, "false": Role.NAMED},
    ast.LengthOf: {"operand": Role.NAMED},
    ast.OffsetOf: {"item": Role.NAMED},
}
"""What fields do with the identifiers in them, where that is not reading."""

_SIZES = frozenset({"LENGTH", "LENGTH-AN", "BYTE-LENGTH"})
"""Functions that ask for the size of their argument only."""

_PASSES_ON = (ast.Receiver, ast.Parenthesized)
"""Nodes whose identifier has the role of the field that they stand in."""


def receiving_fields() -> Mapping[type[Node], tuple[str, ...]]:
    """The fields of node classes that hold receivers (for the test that looks for new ones)."""
    fields = {
        kind: tuple(name for name, role in roles.items() if Role.WRITTEN in role)
        for kind, roles in _FIELDS.items()
    }
    return {**fields, ast.Receiver: ("item",)}


@dataclass(frozen=True, slots=True, eq=False)
class Operand:
    """An identifier in a statement. `position` tells that it only says where: a subscript, or part of a reference modifier."""

    identifier: ast.Identifier
    role: Role
    position: bool = False


def operands(statement: Node) -> Iterator[Operand]:
    """The identifiers of a statement (or of a clause) in source order, those of statements inside it left out."""
    waiting: list[tuple[Node, Role, bool]] = [(statement, Role.READ, False)]
    while waiting:
        node, role, position = waiting.pop()
        if isinstance(node, ast.Identifier):
            yield Operand(node, role, position)
            below = [(child, Role.READ, True) for _, child in _children(node)]
        else:
            below = [
                (child, _role(node, name, role), position)
                for name, child in _children(node)
                if not isinstance(child, ast.Statement)
            ]
        waiting += reversed(below)


def _role(node: Node, field: str, inherited: Role) -> Role:
    """The role of what stands in a field of `node`, which itself stands where `inherited` is done."""
    match node:
        case _ if isinstance(node, _PASSES_ON):
            return inherited
        case ast.AddressOf():
            return Role.BOTH if inherited is Role.READ else inherited  # who has the address may do anything
        case ast.FunctionCall() if node.name in _SIZES:
            return Role.NAMED
        case ast.Argument():
            return Role.BOTH if node.mode == "REFERENCE" else Role.READ
        case ast.Inspect() if field == "item":
            return Role.BOTH if node.replacing else Role.READ
        case ast.Write() | ast.Rewrite() | ast.Release() if field == "record":
            return Role.BOTH if node.source is not None else Role.READ
    return _FIELDS.get(type(node), {}).get(field, Role.READ)


def _children(node: Node) -> Iterator[tuple[str, Node]]:
    """The nodes directly below with the fields that they stand in."""
    for name in node_fields(type(node)):
        for child in _nodes(getattr(node, name)):
            yield name, child


def _nodes(value: object) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _nodes(part)
