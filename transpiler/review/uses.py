"""Which operands a statement stores into, by the fields of its node."""

from __future__ import annotations

from collections.abc import Iterator

from cobol_parser import ast
from cobol_parser.ast.node import Node
from cobol_parser.walk import walk

_RECEIVERS: dict[type[Node], tuple[str, ...]] = {
    ast.Receiver: ("item",),
    ast.Move: ("receivers",),
    ast.MoveCorresponding: ("receivers",),
    ast.Initialize: ("items",),
    ast.StringStatement: ("receiver", "pointer"),
    ast.Unstring: ("pointer", "tallying"),
    ast.UnstringReceiver: ("item", "delimiter", "count"),
    ast.TallyingPhrase: ("counter",),
    ast.InspectConverting: ("item",),
    ast.Read: ("into",),
    ast.Return: ("into",),
    ast.Accept: ("item",),
    ast.PerformVarying: ("item",),
    ast.Search: ("varying",),
    ast.SetIndex: ("receivers",),
    ast.SetUpDown: ("receivers",),
    ast.SetCondition: ("conditions",),
    ast.Call: ("returning",),
    ast.Allocate: ("returning",),
    ast.AllocateCharacters: ("returning",),
    ast.JsonGenerate: ("receiver", "count"),
    ast.JsonParse: ("receiver",),
    ast.XmlGenerate: ("receiver", "count"),
}


def receiving_fields() -> dict[type[Node], tuple[str, ...]]:
    """The fields of node classes that hold receivers (for the test that looks for new ones)."""
    return _RECEIVERS


def receivers(program: ast.Program) -> set[ast.Node]:
    """The identifiers of the procedure division that are stored into.

    An argument of CALL BY REFERENCE counts: the called program may store into it.
    """
    found: set[ast.Node] = set()
    if program.procedure is None:
        return found
    for node in walk(program.procedure):
        for name in _RECEIVERS.get(type(node), ()):
            found.update(_identifiers(getattr(node, name)))
        if isinstance(node, ast.Argument) and node.mode == "REFERENCE":
            found.update(_identifiers(node.value))
        elif isinstance(node, ast.Inspect) and node.replacing:
            found.update(_identifiers(node.item))
        elif isinstance(node, (ast.Write, ast.Rewrite, ast.Release)) and node.source is not None:
            found.update(_identifiers(node.record))
    return found


def _identifiers(value: object) -> Iterator[ast.Node]:
    for part in value if isinstance(value, tuple) else (value,):
        if isinstance(part, ast.Identifier):
            yield part
