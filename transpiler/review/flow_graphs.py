"""Control flow of a paragraph before and after: one graph from the COBOL statements, one from the Python method.

A node is a run of statements, a decision or a way out; nodes stand in source order.
"""

from __future__ import annotations

import ast as python
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cobol_parser import ast
from cobol_parser.walk import children
from transpiler.review.alignment import Alignment

BLOCK, DECISION, LOOP, EXIT = "block", "decision", "loop", "exit"
_LABEL_LENGTH = 44

Way = tuple[int, str]
"""A node that control leaves, and the label of the edge."""


@dataclass(slots=True)
class GraphNode:
    """`line` is the position of its first line, -1 for a way out; `size` the number of statements in a block."""

    kind: str
    label: str
    line: int
    size: int = 1


@dataclass(slots=True, eq=False)
class Graph:
    """Nodes in source order and edges (from, to, label). Node 0 is where control enters."""

    nodes: list[GraphNode] = field(default_factory=list)
    edges: list[tuple[int, int, str]] = field(default_factory=list)
    _loops: list[tuple[int, list[Way]]] = field(default_factory=list)

    def add(self, node: GraphNode, ways: Sequence[Way]) -> int:
        """Add a node that `ways` lead to."""
        self.nodes.append(node)
        number = len(self.nodes) - 1
        self.edges += [(start, number, label) for start, label in ways]
        return number

    def step(self, label: str, line: int, ways: list[Way]) -> list[Way]:
        """Add a statement that control passes: to the block that ends there, or as a new one."""
        last = len(self.nodes) - 1
        if ways == [(last, "")] and last >= 0 and self.nodes[last].kind == BLOCK:
            self.nodes[last].size += 1
            return ways
        return [(self.add(GraphNode(BLOCK, label, line), ways), "")]

    def leave(self, label: str, ways: list[Way]) -> list[Way]:
        """Add a way out."""
        self.add(GraphNode(EXIT, label, -1), ways)
        return []

    def begin_loop(self, label: str, line: int, ways: list[Way]) -> int:
        """Add the head of a loop."""
        head = self.add(GraphNode(LOOP, label, line), ways)
        self._loops.append((head, []))
        return head

    def end_loop(self, ways: list[Way], done: str | None) -> list[Way]:
        """Close the innermost loop: `ways` go back to its head; returns the ways behind it."""
        head, left = self._loops.pop()
        self.edges += [(start, head, label or "again") for start, label in ways]
        return [*([(head, done)] if done is not None else []), *left]

    def jump_out(self, ways: list[Way], *, again: bool) -> list[Way]:
        """Leave the innermost loop, or begin its next turn."""
        if self._loops:
            head, left = self._loops[-1]
            if again:
                self.edges += [(start, head, label or "again") for start, label in ways]
            else:
                left += ways
        return []


def cobol_graph(alignment: Alignment, paragraph: ast.Paragraph) -> Graph:
    """The graph of a paragraph's statements."""
    return _CobolGraph(alignment).make(paragraph)


def python_graph(alignment: Alignment, method: python.FunctionDef) -> Graph:
    """The graph of a method's statements."""
    return _PythonGraph(alignment.python.lines).make(method)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LABEL_LENGTH else text[: _LABEL_LENGTH - 1] + "…"


class _CobolGraph:
    def __init__(self, alignment: Alignment) -> None:
        self._alignment = alignment
        self._graph = Graph()

    def make(self, paragraph: ast.Paragraph) -> Graph:
        graph = self._graph
        unit = self._alignment.units.of(paragraph)
        line = unit.lines[0] if unit is not None and unit.lines else -1
        ways: list[Way] = [(graph.add(GraphNode(BLOCK, paragraph.name or "start", line, 0), ()), "")]
        for sentence in paragraph.sentences:
            ways = self._list(sentence.statements, ways)
        if ways:
            graph.leave("end of the paragraph", ways)
        return graph

    def _list(self, statements: Sequence[ast.Statement], ways: list[Way]) -> list[Way]:
        for statement in statements:
            ways = self._statement(statement, ways)
        return ways

    def _statement(self, node: ast.Statement, ways: list[Way]) -> list[Way]:
        graph = self._graph
        label, line = self._label(node)
        match node:
            case ast.If():
                head = graph.add(GraphNode(DECISION, label, line), ways)
                then = self._list(node.then, [(head, "yes")])
                return [*then, *self._list(node.otherwise or (), [(head, "no")])]
            case ast.Evaluate():
                return self._evaluate(node, [(graph.add(GraphNode(BLOCK, label, line), ways), "")])
            case ast.PerformInline():
                head = graph.begin_loop(label, line, ways)
                inside = self._list(node.statements, [(head, "")])
                return graph.end_loop(inside, None if node.control.forever else "done")
            case ast.Exit(kind="PERFORM") | ast.Exit(kind="PERFORM CYCLE"):
                return graph.jump_out(ways, again=node.kind.endswith("CYCLE"))
            case ast.GoTo():
                return graph.leave(f"go to {node.target.name if node.target else '(altered)'}", ways)
            case ast.StopRun() | ast.Goback() | ast.ExitProgram():
                return graph.leave(label.lower(), graph.step(label, line, ways))
            case ast.Exit() if node.kind:
                return graph.leave(f"exit {node.kind.lower()}", ways)
            case ast.GoToDepending():
                head = graph.add(GraphNode(DECISION, label, line), ways)
                for number, target in enumerate(node.targets, 1):
                    graph.leave(f"go to {target.name}", [(head, str(number))])
                return [(head, "other")]
        branches = list(_branches(node))
        if not branches:
            return graph.step(label, line, ways)
        head = graph.add(GraphNode(DECISION, label, line), ways)
        behind: list[Way] = [] if _is_complete(node) else [(head, "")]
        for name, statements in branches:
            behind += self._list(statements, [(head, name)])
        return behind

    def _evaluate(self, node: ast.Evaluate, ways: list[Way]) -> list[Way]:
        """One decision after the other, as the WHENs are tested."""
        behind: list[Way] = []
        for when in node.whens:
            if when.selections:
                head = self._graph.add(GraphNode(DECISION, *self._label(when)), ways)
                behind += self._list(when.statements, [(head, "yes")])
                ways = [(head, "no")]
            else:
                behind += self._list(when.statements, ways)
                ways = []
        return [*behind, *ways]

    def _label(self, node: ast.Statement | ast.When) -> tuple[str, int]:
        unit = self._alignment.units.of(node)
        if unit is None or not unit.lines:
            return type(node).__name__.upper(), -1
        words = unit.beginning(8).split(" ")
        if words[-1].upper().startswith("END-"):
            words.pop()
        return _short(" ".join(words)), unit.lines[0]


def _branches(node: ast.Statement) -> Iterator[tuple[str, tuple[ast.Statement, ...]]]:
    """The lists of statements that a statement chooses from, by the words that lead to them."""
    for below in children(node):
        if isinstance(below, ast.SearchWhen):
            yield "when", below.statements
        elif isinstance(below, ast.ConditionalPhrase):
            if below.taken is not None:
                yield "condition", below.taken
            if below.not_taken is not None:
                yield "no condition", below.not_taken
    at_end = getattr(node, "at_end", None)
    if isinstance(at_end, tuple):
        yield "at end", at_end


def _is_complete(node: ast.Statement) -> bool:
    """Whether one of the branches is always taken."""
    phrases = [below for below in children(node) if isinstance(below, ast.ConditionalPhrase)]
    return any(phrase.taken is not None and phrase.not_taken is not None for phrase in phrases)


class _PythonGraph:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._graph = Graph()

    def make(self, method: python.FunctionDef) -> Graph:
        graph = self._graph
        start = graph.add(GraphNode(BLOCK, f"{method.name}()", method.lineno - 1, 0), ())
        body = method.body
        first = body[0]
        if isinstance(first, python.Expr) and isinstance(first.value, python.Constant):
            body = body[1:]
        ways = self._list(body, [(start, "")])
        if ways:
            graph.leave("end of the method", ways)
        return graph

    def _list(self, statements: Sequence[python.stmt], ways: list[Way]) -> list[Way]:
        for statement in statements:
            ways = self._statement(statement, ways)
        return ways

    def _head(self, node: python.stmt) -> str:
        """A statement without the statements inside it, as one line."""
        body = getattr(node, "body", None)
        end = body[0].lineno - 1 if body else node.end_lineno or node.lineno
        lines = self._lines[node.lineno - 1 : max(end, node.lineno)]
        text = " ".join(line.strip() for line in lines if not line.lstrip().startswith("#"))
        return text.replace("( ", "(").replace(", )", ")").replace(" )", ")").rstrip(":")

    def _statement(self, node: python.stmt, ways: list[Way]) -> list[Way]:
        graph = self._graph
        line = node.lineno - 1
        label = _short(self._head(node))
        match node:
            case python.If():
                head = graph.add(GraphNode(DECISION, label, line), ways)
                then = self._list(node.body, [(head, "yes")])
                return [*then, *self._list(node.orelse, [(head, "no")])]
            case python.While() | python.For():
                head = graph.begin_loop(label, line, ways)
                inside = self._list(node.body, [(head, "")])
                forever = isinstance(node, python.While) and isinstance(node.test, python.Constant)
                behind = graph.end_loop(inside, None if forever else "done")
                if not node.orelse:
                    return behind
                finished = [way for way in behind if way[0] == head]
                return [*(way for way in behind if way[0] != head), *self._list(node.orelse, finished)]
            case python.With():
                return self._list(node.body, graph.step(label, line, ways))
            case python.Break() | python.Continue():
                return graph.jump_out(ways, again=isinstance(node, python.Continue))
            case python.Return() | python.Raise():
                return graph.leave(label, ways)
        return graph.step(label, line, ways)
