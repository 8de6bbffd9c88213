"""The constructs of a COBOL program that are reviewed one by one: statements, phrases, entries, headers.

A unit owns the words that stand in it and in no unit inside it: an IF owns `IF … ELSE … END-IF` and its statements own the
rest. So every word of the program belongs to exactly one unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cobol_parser import ast
from cobol_parser.ast.node import Node
from cobol_parser.source import Token
from cobol_parser.walk import holds_statements, walk
from transpiler.review.cobol_text import CobolText

_KINDS: tuple[tuple[type[Node], str], ...] = (
    (ast.Statement, "statement"),
    (ast.When, "phrase"),
    (ast.SearchWhen, "phrase"),
    (ast.Paragraph, "paragraph"),
    (ast.Section, "section"),
    (ast.DataDescription, "data"),
    (ast.FileDescription, "file"),
    (ast.FileControlEntry, "file"),
    (ast.ReportDescription, "report"),
    (ast.ReportGroupEntry, "report"),
    (ast.DataDivision, "division"),
    (ast.EnvironmentDivision, "division"),
    (ast.ProcedureDivision, "division"),
    (ast.Program, "program"),
)
_HOLDERS = (
    ast.Program,
    ast.EnvironmentDivision,
    ast.DataDivision,
    ast.FileDescription,
    ast.DataDescription,
    ast.ReportDescription,
    ast.ReportGroupEntry,
    ast.CommunicationDescription,
)


@dataclass(slots=True, eq=False)
class Unit:
    """One construct. `lines` are the positions of the lines it has words on, `words` those words.

    `program` is the PROGRAM-ID and `paragraph` the paragraph (or division) it stands in.
    """

    number: int
    kind: str
    node: Node
    first: Token
    program: str
    paragraph: str
    lines: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The first words, for lists."""
        return self.beginning(4)

    def beginning(self, count: int) -> str:
        """The first words without a full stop."""
        return " ".join(self.words[:count]).removesuffix(" .")


@dataclass(slots=True, eq=False)
class Units:
    """All units in source order. `owner` gives the unit of each word, `on_line` the units that have words on a line."""

    all: list[Unit]
    tokens: list[Token]
    owner: list[int]
    on_line: dict[int, list[int]]
    _by_node: dict[Node, int]
    _places: dict[tuple[int, int, int], int]

    def of(self, node: Node) -> Unit | None:
        """The unit of a construct: its own, or that of its first word."""
        number = self._by_node.get(node)
        if number is None:
            at = self.index(node.span.first)
            number = self.owner[at] if at is not None else -1
        return self.all[number] if number >= 0 else None

    def index(self, token: Token) -> int | None:
        """Where a word stands in `tokens`."""
        return self._places.get((id(token.inclusion), token.line, token.column))


def find_units(programs: Iterable[ast.Program], tokens: list[Token], text: CobolText) -> Units:
    """Cut programs into units and give every word to one of them."""
    first_at: dict[tuple[int, int, int], int] = {}
    last_at: dict[tuple[int, int, int], int] = {}
    for index, token in enumerate(tokens):
        place = (id(token.inclusion), token.line, token.column)
        first_at.setdefault(place, index)
        last_at[place] = index
    owner = [-1] * len(tokens)
    found: list[Unit] = []
    by_node: dict[Node, int] = {}
    where = _Where()
    for node, kind in _constructs(programs):
        first, last = node.span
        start = first_at.get((id(first.inclusion), first.line, first.column))
        stop = last_at.get((id(last.inclusion), last.line, last.column))
        if start is None or stop is None or stop < start:
            continue
        where.enter(node, start, stop)
        unit = Unit(len(found), kind, node, first, where.program(start), where.paragraph(start))
        by_node[node] = unit.number
        found.append(unit)
        owner[start : stop + 1] = [unit.number] * (stop + 1 - start)
    _give_full_stops(found, tokens, owner)
    on_line = _spread(found, tokens, owner, text)
    return Units(found, tokens, owner, on_line, by_node, first_at)


def _constructs(programs: Iterable[ast.Program]) -> Iterator[tuple[Node, str]]:
    for program in programs:
        described: set[Node] = set()
        for node in walk(program, into=_enters):
            if isinstance(node, ast.ReportGroupEntry):
                described.add(node.description)
            kind = next((kind for base, kind in _KINDS if isinstance(node, base)), None)
            if kind is not None and node not in described:
                yield node, kind


def _enters(node: Node) -> bool:
    return isinstance(node, _HOLDERS) or holds_statements(node)


class _Where:
    """The program and the paragraph around the word at an index, while units are entered outermost first."""

    def __init__(self) -> None:
        self._programs: list[tuple[int, str]] = []
        self._paragraph: tuple[int, str] = (-1, "")

    def enter(self, node: Node, start: int, stop: int) -> None:
        match node:
            case ast.Program():
                self._programs.append((stop, node.identification.program_id))
                self._paragraph = (stop, "IDENTIFICATION DIVISION")
            case ast.EnvironmentDivision():
                self._paragraph = (stop, "ENVIRONMENT DIVISION")
            case ast.DataDivision():
                self._paragraph = (stop, "DATA DIVISION")
            case ast.ProcedureDivision():
                self._paragraph = (stop, "PROCEDURE DIVISION")
            case ast.Section() | ast.Paragraph() if node.name is not None:
                self._paragraph = (stop, node.name)

    def program(self, at: int) -> str:
        while len(self._programs) > 1 and self._programs[-1][0] < at:
            self._programs.pop()
        return self._programs[-1][1] if self._programs else ""

    def paragraph(self, at: int) -> str:
        return self._paragraph[1] if at <= self._paragraph[0] else ""


def _give_full_stops(units: list[Unit], tokens: list[Token], owner: list[int]) -> None:
    """The full stop of a sentence belongs to the statement that it ends, not to the paragraph."""
    for index, token in enumerate(tokens):
        if token.type == "PERIOD" and owner[index] >= 0 and units[owner[index]].kind == "paragraph":
            owner[index] = owner[index - 1]


def _spread(
    units: list[Unit], tokens: list[Token], owner: list[int], text: CobolText
) -> dict[int, list[int]]:
    """Note lines and words in the units; returns the units on each line, in order of their first word there."""
    on_line: dict[int, list[int]] = {}
    for token, number in zip(tokens, owner, strict=True):
        if number < 0:
            continue
        unit = units[number]
        unit.words.append(token.text)
        for line in range(token.line, token.end_line + 1):
            position = text.position(token.inclusion, line)
            if position is None:
                continue
            here = on_line.setdefault(position, [])
            if number not in here:
                here.append(number)
            if not unit.lines or unit.lines[-1] != position:
                unit.lines.append(position)
    for unit in units:
        unit.lines = sorted(set(unit.lines))
    return on_line
