"""Which COBOL belongs to which Python, and why: the model that the page, the terminal and the marks share."""

from __future__ import annotations

import ast as python
from collections.abc import Container, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from cobol_parser import ast
from cobol_parser.ast.node import Node
from cobol_parser.walk import holds_statements, walk
from transpiler.emit.views import origins
from transpiler.pipeline import Conversion
from transpiler.review.cobol_text import CobolText, cobol_text
from transpiler.review.dead import dead_units
from transpiler.review.gaps import Gap, silent_units
from transpiler.review.python_text import PythonStatement, PythonText, python_text
from transpiler.review.reasons import Reason, Reasons
from transpiler.review.rows import Anchor, Row, make_rows
from transpiler.review.units import Unit, Units, find_units


@dataclass(frozen=True, slots=True)
class Edge:
    """A unit and a Python statement that stand for each other. The first reason says in which way; the others add where the
    COBOL comes from and what of the runtime carries its meaning (`helpers`)."""

    unit: int
    statement: int
    reasons: tuple[Reason, ...]
    helpers: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Alignment:
    """One program file beside its module. `rows` are pairs of line positions, -1 for an empty side."""

    conversion: Conversion
    cobol: CobolText
    units: Units
    python: PythonText
    edges: list[Edge]
    rows: list[Row]
    silent: dict[int, Gap] = field(default_factory=dict)
    """Units without Python, and why."""
    dead: dict[int, str] = field(default_factory=dict)
    """Units that control never reaches, and why."""
    of_unit: dict[int, list[Edge]] = field(default_factory=dict)
    of_statement: dict[int, list[Edge]] = field(default_factory=dict)

    def statements_of(self, unit: Unit) -> list[PythonStatement]:
        """The Python of a unit, in order."""
        return [self.python.statements[edge.statement] for edge in self.of_unit.get(unit.number, [])]

    def python_lines(self, unit: Unit) -> list[int]:
        """Indexes of the Python lines of a unit, without comments."""
        return [line for statement in self.statements_of(unit) for line in statement.lines]


def align(conversion: Conversion) -> Alignment | None:
    """Align a finished conversion (see `pipeline.finish`); None when there is no module."""
    if conversion.text is None or conversion.unit is None or not conversion.module_text:
        return None
    cobol = cobol_text(conversion.text)
    units = find_units(conversion.unit.programs, conversion.text.tokens, cobol)
    module = python_text(conversion.module_text, origins(conversion.programs))
    dead = dead_units(conversion, units)
    edges = list(_edges(conversion, units, module, dead))
    return aligned(Alignment(conversion, cobol, units, module, edges, [], dead=dead))


def aligned(alignment: Alignment) -> Alignment:
    """Fill in what follows from the edges: the tables of both directions, what stands alone, and the rows."""
    for edge in alignment.edges:
        alignment.of_unit.setdefault(edge.unit, []).append(edge)
        alignment.of_statement.setdefault(edge.statement, []).append(edge)
    alignment.silent = silent_units(alignment.conversion, alignment.units, alignment.of_unit)
    alignment.rows = _rows(alignment)
    return alignment


def _edges(conversion: Conversion, units: Units, module: PythonText, dead: Container[int]) -> Iterator[Edge]:
    """Every pair of a unit and a statement made from it."""
    _separate_else(conversion, module)
    companions = dict(_companions(conversion))
    pairs: list[tuple[Unit, PythonStatement]] = []
    for statement in module.statements:
        for origin in _origins(statement.origin, companions):
            unit = units.of(origin)
            if unit is not None:
                pairs.append((unit, statement))
    reasons = Reasons(conversion, module, pairs, dead)
    for unit, statement in pairs:
        helpers = reasons.helpers(statement)
        yield Edge(unit.number, statement.number, reasons.of(unit, statement, helpers), helpers)


def _origins(origin: Node | None, companions: dict[Node, Node]) -> Iterator[Node]:
    if origin is not None:
        yield origin
        if origin in companions:
            yield companions[origin]


def _companions(conversion: Conversion) -> Iterator[tuple[Node, Node]]:
    """A connector stands for SELECT and FD alike, the test of a WHEN for the
    subject of its EVALUATE, and a SEARCH ALL for the keys of its WHEN."""
    for context in conversion.contexts:
        for file in context.storage.file_of:
            if file.entry is not None and file.description is not None:
                yield file.entry, file.description
        for node in _statements(context.analysis.program):
            if isinstance(node, ast.SearchAll):
                yield node, node.when
            elif isinstance(node, ast.Evaluate):
                yield from ((when, node) for when in node.whens if when.selections)


def _statements(program: ast.Program) -> Iterator[Node]:
    if program.procedure is not None:
        yield from walk(program.procedure, into=holds_statements)


def _separate_else(conversion: Conversion, module: PythonText) -> None:
    """Make a statement of its own of each `else:` that stands for WHEN OTHER."""
    others: dict[Node, ast.When] = {}
    for context in conversion.contexts:
        for node in _statements(context.analysis.program):
            if isinstance(node, ast.Evaluate):
                for when, following in pairwise(node.whens):
                    if when.selections and not following.selections:
                        others[when] = following
    for statement in tuple(module.statements):
        other = others.get(statement.origin) if statement.origin is not None else None
        otherwise = [line for line in statement.lines if module.lines[line].strip() == "else:"]
        if other is None or len(otherwise) != 1:
            continue
        number = len(module.statements)
        module.statements.append(
            replace(
                statement, number=number, origin=other, outer=statement.number, lines=otherwise, comments=[]
            )
        )
        statement.lines.remove(otherwise[0])
        module.owner[otherwise[0]] = number


# --- rows


def _rows(alignment: Alignment) -> list[Row]:
    cobol, module = alignment.cobol, alignment.python
    linked = {(edge.unit, edge.statement) for edge in alignment.edges}
    on_line = alignment.units.on_line

    def together(left: int, right: int) -> bool:
        statement = module.owner[right]
        return any((unit, statement) in linked for unit in on_line.get(left, ()))

    def alone_left(left: int) -> bool:
        return not any(unit in alignment.of_unit for unit in on_line.get(left, ()))

    def alone_right(right: int) -> bool:
        return module.owner[right] < 0

    order = _python_order(alignment)
    return make_rows(len(cobol.lines), order, _anchors(alignment), together, (alone_left, alone_right))


def _anchors(alignment: Alignment) -> Iterator[Anchor]:
    """The first lines of everything that belongs together, comments and ELSE included.

    What is hoisted stands elsewhere; what stands inside Python of the same unit goes with it.
    """
    for unit in alignment.units.all:
        edges = alignment.of_unit.get(unit.number, [])
        own = {edge.statement for edge in edges}
        statements = [
            statement
            for edge in edges
            for statement in [alignment.python.statements[edge.statement]]
            if Reason.HOISTED not in edge.reasons and statement.outer not in own
        ]
        if not unit.lines or not statements:
            continue
        weight = (
            1 if _is_condition_name(unit.node) else 3
        )  # properties stand behind the fields of their record
        for statement in statements:
            if statement.lines:
                yield Anchor(unit.lines[0], statement.lines[0], weight)
            yield from _comment_anchors(alignment.cobol, unit, statement)
            weight = 1
        if isinstance(unit.node, ast.If):
            yield from _else_anchor(alignment, unit, statements[0])


def _is_condition_name(node: Node) -> bool:
    return isinstance(node, ast.DataDescription) and node.level == 88


def _comment_anchors(cobol: CobolText, unit: Unit, statement: PythonStatement) -> Iterator[Anchor]:
    """A COBOL comment becomes one Python comment a line, rulers left out."""
    if statement.comments:
        comments = cobol.comment_before(unit.lines[0])
        if len(comments) == len(statement.comments):
            yield from map(Anchor, comments, statement.comments)


def _else_anchor(alignment: Alignment, unit: Unit, statement: PythonStatement) -> Iterator[Anchor]:
    otherwise = [line for line in statement.lines if alignment.python.lines[line].strip() == "else:"]
    tokens = alignment.units.tokens
    start = alignment.units.index(unit.first)
    stop = alignment.units.index(unit.node.span.last)
    if len(otherwise) != 1 or start is None or stop is None:
        return
    for index in range(start, stop + 1):
        if alignment.units.owner[index] == unit.number and tokens[index].upper == "ELSE":
            position = alignment.cobol.position(tokens[index].inclusion, tokens[index].line)
            if position is not None:
                yield Anchor(position, otherwise[0])


def _python_order(alignment: Alignment) -> list[int]:
    """The lines of the module as they are shown: its head, the programs in the order of the COBOL file, its end.

    A contained program stands before its container in the module and behind it in COBOL; with one program nothing moves.
    """
    module = alignment.python
    owners = _class_owners(alignment.conversion)
    starts: list[tuple[int, int]] = []
    for node in module.tree.body:
        if isinstance(node, python.ClassDef):
            starts.append((_begin(module, node), owners[node.name]))
    if not starts:
        return list(range(len(module.lines)))
    end = _end_of_classes(module)
    spans: dict[int, list[int]] = {}
    for (begin, program), (following, _) in zip(starts, [*starts[1:], (end, -1)], strict=True):
        spans.setdefault(program, []).extend(range(begin, following))
    order = sorted(spans, key=lambda program: _position(alignment, program))
    shown = list(range(starts[0][0]))
    for program in order:
        shown += spans[program]
    return [*shown, *range(end, len(module.lines))]


def _class_owners(conversion: Conversion) -> dict[str, int]:
    """The number of the program that each class belongs to."""
    owners: dict[str, int] = {}
    for number, program in enumerate(conversion.programs):
        owners[program.name] = number
        owners.update((record.name, number) for record in program.records)
    return owners


def _begin(module: PythonText, node: python.ClassDef) -> int:
    """The first line of a class, with the comments before it."""
    first = node.lineno - 1
    while first > 0 and module.lines[first - 1].startswith("#"):
        first -= 1
    return first


def _end_of_classes(module: PythonText) -> int:
    last = [node for node in module.tree.body if isinstance(node, python.ClassDef)][-1]
    return last.end_lineno or last.lineno


def _position(alignment: Alignment, program: int) -> int:
    unit = alignment.units.of(alignment.conversion.programs[program].origin)
    return unit.lines[0] if unit is not None and unit.lines else 0
