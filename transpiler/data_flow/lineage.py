"""From where to where statements take values.

An edge joins two ends: parts of items, files, or something outside of the program. An edge is `exact` when the bytes keep their
order (moves of groups and between alphanumeric items, records of files): who follows one byte of the source finds one of the target.
What a condition, a subscript or a length decides is no value and makes no edge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeAlias

from cobol_parser import ast
from cobol_parser.ast.node import Node
from cobol_parser.picture import Category
from cobol_parser.qualification import find_file
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import DataItem, FileItem, IndexName
from cobol_parser.walk import children
from transpiler.data_flow.accesses import (
    Access,
    Storage,
    corresponding_pairs,
    statement_accesses,
    statements,
    storage_of,
)


class Kind(StrEnum):
    """How a value gets from one end to the other."""

    MOVE = "move"
    GROUP_MOVE = "group move"
    CORRESPONDING = "corresponding"
    COMPUTE = "compute"
    STRING = "string"
    SET = "set"
    MARKUP = "markup"
    READ = "read from file"
    WRITE = "written to file"
    SORT = "sorted"
    CALL = "call parameter"
    ACCEPT = "accept"
    DISPLAY = "display"
    EMBEDDED = "command"


@dataclass(frozen=True, slots=True)
class Outside:
    """What is no storage of the program: `kind` is literal, function, accept, display, SQL, CICS or DLI."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Argument:
    """The operand of a CALL, or the area that a command passes: number `position` (from 0) of the program `called`."""

    called: ast.Expression
    position: int


What: TypeAlias = Storage | FileItem | Outside | Argument


@dataclass(frozen=True, slots=True)
class End:
    """One end. Of an item the bytes from `start` on, `size` of them: all when nothing else is known (a table: of one element).
    `placed` is False when a reference modifier decides while the program runs which of them are meant."""

    what: What
    start: int = 0
    size: int = 0
    placed: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Edge:
    """One step of a value."""

    source: End
    target: End
    kind: Kind
    at: Node
    statement: ast.Statement
    exact: bool = False


def edges(analysis: ProgramAnalysis) -> Iterator[Edge]:
    """Every step in a program, in source order."""
    for statement in statements(analysis):
        yield from statement_edges(statement, analysis)


def statement_edges(statement: ast.Statement, analysis: ProgramAnalysis) -> Iterator[Edge]:
    """The steps of one statement, without those of the statements inside it."""
    flow = _FLOWS.get(type(statement))
    if flow is not None:
        kind, sources, targets = flow
        yield from _joined(
            statement, kind, _fields(statement, sources), _fields(statement, targets), analysis
        )
    special = _SPECIAL.get(type(statement))
    if special is not None:
        yield from special(statement, analysis)


_GIVING = ("receivers", "giving", "remainder")
_FLOWS: Mapping[type[ast.Statement], tuple[Kind, tuple[str, ...], tuple[str, ...]]] = MappingProxyType(
    {
        ast.Move: (Kind.MOVE, ("source",), ("receivers",)),
        ast.Add: (Kind.COMPUTE, ("addends",), _GIVING),
        ast.Subtract: (Kind.COMPUTE, ("subtrahends", "minuend"), _GIVING),
        ast.Multiply: (Kind.COMPUTE, ("multiplicand", "multiplier"), _GIVING),
        ast.Divide: (Kind.COMPUTE, ("divisor", "dividend"), _GIVING),
        ast.Compute: (Kind.COMPUTE, ("expression",), ("receivers",)),
        ast.SetIndex: (Kind.SET, ("value",), ("receivers",)),
        ast.SetUpDown: (Kind.SET, ("value",), ("receivers",)),
        ast.InspectConverting: (Kind.STRING, ("to_characters",), ("item",)),
        ast.JsonGenerate: (Kind.MARKUP, ("source",), ("receiver",)),
        ast.JsonParse: (Kind.MARKUP, ("document",), ("receiver",)),
        ast.XmlGenerate: (Kind.MARKUP, ("source",), ("receiver",)),
    }
)
"""Statements whose sending fields go to all their receiving fields."""


def _fields(node: Node, names: Iterable[str]) -> list[Node]:
    found: list[Node] = []
    for name in names:
        value = getattr(node, name, None)
        found += [
            part for part in (value if isinstance(value, tuple) else (value,)) if isinstance(part, Node)
        ]
    return found


def _joined(
    statement: ast.Statement,
    kind: Kind,
    sources: Iterable[Node],
    targets: Iterable[Node],
    analysis: ProgramAnalysis,
) -> Iterator[Edge]:
    receiving = [(end, node) for target in targets for end, node in ends(target, analysis)]
    for source in sources:
        for sending, _ in ends(source, analysis):
            for target, node in receiving:
                yield _edge(sending, target, kind, node, statement)


def _edge(source: End, target: End, kind: Kind, at: Node, statement: ast.Statement) -> Edge:
    placed = source.placed and target.placed
    exact = placed and kind is Kind.MOVE and _keeps_bytes(source.what, target.what)
    groups = [end.what for end in (source, target) if isinstance(end.what, DataItem) and end.what.is_group]
    return Edge(source, target, Kind.GROUP_MOVE if exact and groups else kind, at, statement, exact)


_AS_TEXT = frozenset({Category.GROUP, Category.ALPHABETIC, Category.ALPHANUMERIC})


def _keeps_bytes(source: What, target: What) -> bool:
    """Whether a MOVE copies bytes from left to right."""
    if not isinstance(source, DataItem) or not isinstance(target, DataItem) or target.justified:
        return False
    if Category.GROUP in (source.category, target.category):
        return True
    return source.category in _AS_TEXT and target.category in _AS_TEXT


def ends(expression: Node, analysis: ProgramAnalysis) -> Iterator[tuple[End, Node]]:
    """The ends that an expression takes values from, or a receiver is: identifiers, functions without arguments; a literal that is
    the whole expression."""
    if isinstance(expression, _LITERALS):
        yield End(Outside("literal", _text(expression))), expression
        return
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Identifier):
            for item, condition in storage_of(analysis.references.get(node)):
                if condition is None:
                    yield _part(item, node.reference_modifier), node
        elif isinstance(node, ast.FunctionCall) and not node.arguments:
            yield End(Outside("function", node.name)), node
        elif not isinstance(node, ast.LengthOf | ast.AddressOf | ast.ReferenceModifier | ast.Statement):
            waiting += reversed(children(node))


_LITERALS = (
    ast.AlphanumericLiteral,
    ast.NumericLiteral,
    ast.FigurativeConstant,
    ast.AllLiteral,
    ast.Concatenation,
)


def _text(node: Node) -> str:
    first, last = node.span
    return first.text if first is last else f"{first.text} {last.text}"


def _part(item: Storage, modifier: ast.ReferenceModifier | None) -> End:
    """The bytes that are meant; a modifier that is not made of literals means all of them."""
    if modifier is None or not isinstance(item, DataItem) or item.utf16:
        return End(item, placed=modifier is None)
    start, length = modifier.start, modifier.length
    if not isinstance(start, ast.NumericLiteral) or not 1 <= start.value <= item.size:
        return End(item, placed=False)
    at = int(start.value) - 1
    size = int(length.value) if isinstance(length, ast.NumericLiteral) else item.size - at
    return End(item, at, size)


# --- statements with a way of their own


def _corresponding(
    statement: ast.MoveCorresponding | ast.AddCorresponding | ast.SubtractCorresponding,
    analysis: ProgramAnalysis,
) -> Iterator[Edge]:
    for sending, receiving, at in corresponding_pairs(statement, analysis):
        exact = isinstance(statement, ast.MoveCorresponding) and _keeps_bytes(sending, receiving)
        yield Edge(End(sending), End(receiving), Kind.CORRESPONDING, at, statement, exact)


def _string(statement: ast.StringStatement, analysis: ProgramAnalysis) -> Iterator[Edge]:
    sources = [item for source in statement.sources for item in source.items]
    yield from _joined(statement, Kind.STRING, sources, (statement.receiver,), analysis)


def _unstring(statement: ast.Unstring, analysis: ProgramAnalysis) -> Iterator[Edge]:
    targets = [
        part
        for receiver in statement.receivers
        for part in (receiver.item, receiver.delimiter)
        if part is not None
    ]
    yield from _joined(statement, Kind.STRING, (statement.source,), targets, analysis)


def _inspect(statement: ast.Inspect, analysis: ProgramAnalysis) -> Iterator[Edge]:
    counters = [phrase.counter for phrase in statement.tallying]
    yield from _joined(statement, Kind.STRING, (statement.item,), counters, analysis)
    replacements = [phrase.replacement for phrase in statement.replacing]
    yield from _joined(statement, Kind.STRING, replacements, (statement.item,), analysis)


def _set_condition(statement: ast.SetCondition, analysis: ProgramAnalysis) -> Iterator[Edge]:
    for identifier in statement.conditions:
        for item, condition in storage_of(analysis.references.get(identifier)):
            if condition is not None:
                value = condition.values[0].low if statement.value else condition.when_false
                source = Outside(
                    "literal", f"{_text(value)} ({condition.name})" if value is not None else condition.name
                )
                yield Edge(End(source), End(item), Kind.SET, identifier, statement)


def _perform(statement: ast.Perform | ast.PerformInline, analysis: ProgramAnalysis) -> Iterator[Edge]:
    for varying in statement.control.varying:
        sources = (varying.start, varying.step)
        yield from _joined(statement, Kind.COMPUTE, sources, (varying.item,), analysis)


def _accept(statement: ast.Accept, analysis: ProgramAnalysis) -> Iterator[Edge]:
    source = End(Outside("accept", statement.source or "standard input"))
    for end, node in ends(statement.item, analysis):
        yield Edge(source, end, Kind.ACCEPT, node, statement)


def _display(statement: ast.Display, analysis: ProgramAnalysis) -> Iterator[Edge]:
    target = End(Outside("display", statement.upon or "standard output"))
    for item in statement.items:
        for end, node in ends(item, analysis):
            if not isinstance(end.what, Outside):
                yield Edge(end, target, Kind.DISPLAY, node, statement)


def _read(statement: ast.Read | ast.Return, analysis: ProgramAnalysis) -> Iterator[Edge]:
    file = analysis.files_of.get(statement)
    if file is None:
        return
    for record in file.records:
        yield Edge(End(file), End(record), Kind.READ, statement, statement, True)
    if statement.into is not None and file.records:
        largest = max(file.records, key=lambda record: record.size)
        for end, node in ends(statement.into, analysis):
            yield _edge(End(largest), end, Kind.MOVE, node, statement)


def _write(statement: ast.Write | ast.Rewrite | ast.Release, analysis: ProgramAnalysis) -> Iterator[Edge]:
    file = analysis.files_of.get(statement)
    if file is None:
        return
    named = analysis.references.get(statement.record) if statement.record is not None else None
    record = named if isinstance(named, DataItem) else next(iter(file.records), None)
    if record is None:
        return
    if statement.source is not None:
        for end, _ in ends(statement.source, analysis):
            yield _edge(end, End(record), Kind.MOVE, statement, statement)
    yield Edge(End(record), End(file), Kind.WRITE, statement, statement, True)


def _sort(statement: ast.Sort | ast.Merge, analysis: ProgramAnalysis) -> Iterator[Edge]:
    """USING and GIVING take whole records through the sort file."""
    file = analysis.files_of.get(statement)
    if file is None:
        return
    for name in statement.using:
        source = find_file(analysis.symbols, name)
        if source is not None:
            yield Edge(End(source), End(file), Kind.SORT, statement, statement, True)
    for name in statement.giving:
        target = find_file(analysis.symbols, name)
        if target is not None:
            yield Edge(End(file), End(target), Kind.SORT, statement, statement, True)


def _call(statement: ast.Call, analysis: ProgramAnalysis) -> Iterator[Edge]:
    for position, argument in enumerate(statement.arguments):
        passed = End(Argument(statement.program, position))
        for end, node in ends(argument.value, analysis) if argument.value is not None else ():
            yield Edge(end, passed, Kind.CALL, node, statement, end.placed)
            if argument.mode == "REFERENCE" and not isinstance(end.what, Outside):
                yield Edge(passed, end, Kind.CALL, node, statement, end.placed)
    if statement.returning is not None:
        returned = End(Argument(statement.program, RETURNED))
        for end, node in ends(statement.returning, analysis):
            yield Edge(returned, end, Kind.CALL, node, statement, end.placed)


RETURNED = -1
"""The position of what a called program gives back by RETURNING."""


def _embedded(statement: ast.ExecBlock, analysis: ProgramAnalysis) -> Iterator[Edge]:
    """Commands are one outside to which values go and from which they come."""
    for access in statement_accesses(statement, analysis):
        if access.certain and not access.position and _carries_data(access):
            outside = End(Outside(statement.language, access.how.partition(" ")[2]))
            if access.reads:
                yield Edge(End(access.item), outside, Kind.EMBEDDED, statement, statement)
            if access.writes:
                yield Edge(outside, End(access.item), Kind.EMBEDDED, statement, statement)


_AREAS = frozenset({"INTO", "FROM", "COMMAREA", "SET", "ABSTIME", "RIDFLD"})


def _carries_data(access: Access) -> bool:
    """Of CICS only data areas and keys; the other operands say how."""
    words = access.how.split()
    return not isinstance(access.item, IndexName) and (
        words[0] == "SQL" or words[-1] in _AREAS or access.writes
    )


_SPECIAL: Mapping[type[ast.Statement], Callable[[Any, ProgramAnalysis], Iterator[Edge]]] = MappingProxyType(
    {
        ast.MoveCorresponding: _corresponding,
        ast.AddCorresponding: _corresponding,
        ast.SubtractCorresponding: _corresponding,
        ast.StringStatement: _string,
        ast.Unstring: _unstring,
        ast.Inspect: _inspect,
        ast.SetCondition: _set_condition,
        ast.Perform: _perform,
        ast.PerformInline: _perform,
        ast.Accept: _accept,
        ast.Display: _display,
        ast.Read: _read,
        ast.Return: _read,
        ast.Write: _write,
        ast.Rewrite: _write,
        ast.Release: _write,
        ast.Sort: _sort,
        ast.Merge: _sort,
        ast.Call: _call,
        ast.ExecBlock: _embedded,
    }
)
"""By statement class; each function takes exactly that class."""
