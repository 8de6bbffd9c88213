"""The statements of a generated module with the COBOL constructs they come from."""

from __future__ import annotations

import ast as python
from collections.abc import Iterable
from dataclasses import dataclass, field

from cobol_parser.ast.node import Node


@dataclass(slots=True, eq=False)
class PythonStatement:
    """A statement of a class. `lines` are the indexes of its own lines (not those of statements inside it), counted from 0;
    a documentation string belongs to the class or function it documents.

    `outer` is the number of the statement around it, -1 for a class; `method` the function it stands in.
    """

    number: int
    tree: python.stmt
    origin: Node | None
    outer: int
    class_name: str
    method: str
    lines: list[int] = field(default_factory=list)
    comments: list[int] = field(default_factory=list)
    """Comment lines before it."""
    documentation: frozenset[int] = frozenset()
    """The lines of `lines` that are its documentation string."""


@dataclass(slots=True, eq=False)
class PythonText:
    """A module: its lines, the statements of its classes, and the statement that each line belongs to (-1: none)."""

    lines: list[str]
    tree: python.Module
    statements: list[PythonStatement]
    owner: list[int]
    added: list[int] = field(default_factory=list)
    """Lines that somebody wrote into the module after it was converted."""


def python_text(text: str, origins: Iterable[Node | None]) -> PythonText:
    """Match the statements of the module's classes with `origins`. Raises ValueError when their numbers differ."""
    tree = python.parse(text)
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    found = _Finder(iter(origins), [-1] * len(lines))
    for node in tree.body:
        if isinstance(node, python.ClassDef):
            found.visit(node, -1, node.name, "")
    if next(found.origins, None) is not None:
        raise ValueError("the module has fewer statements than the conversion made")
    _give_lines(lines, found.statements, found.owner)
    return PythonText(lines, tree, found.statements, found.owner)


class _Finder:
    """Walks the classes in the order in which origins are listed."""

    def __init__(self, origins: Iterable[Node | None], owner: list[int]) -> None:
        self.origins = iter(origins)
        self.owner = owner
        self.statements: list[PythonStatement] = []

    def visit(self, node: python.stmt, outer: int, class_name: str, method: str) -> None:
        origin = next(self.origins)
        if _is_documentation(node, self.statements[outer].tree if outer >= 0 else None):
            documentation = frozenset(range(node.lineno - 1, node.end_lineno or node.lineno))
            self.statements[outer].documentation = documentation
            return
        number = len(self.statements)
        if isinstance(node, python.FunctionDef):
            method = node.name
        self.statements.append(PythonStatement(number, node, origin, outer, class_name, method))
        first = min((item.lineno for item in getattr(node, "decorator_list", ())), default=node.lineno)
        last = node.end_lineno or node.lineno
        self.owner[first - 1 : last] = [number] * (last - first + 1)
        for name in ("body", "orelse"):
            for inner in getattr(node, name, ()):
                self.visit(inner, number, class_name, method)


def _is_documentation(node: python.stmt, outer: python.stmt | None) -> bool:
    holds = isinstance(outer, (python.ClassDef, python.FunctionDef)) and outer.body[0] is node
    return (
        holds
        and isinstance(node, python.Expr)
        and isinstance(node.value, python.Constant)
        and isinstance(node.value.value, str)
    )


def _give_lines(lines: list[str], statements: list[PythonStatement], owner: list[int]) -> None:
    """A comment goes to the statement below it, a blank line to none."""
    following = -1
    starts = {statement.tree.lineno - 1: statement.number for statement in reversed(statements)}
    for index in range(len(lines) - 1, -1, -1):
        stripped = lines[index].strip()
        if not stripped:
            owner[index] = -1
        elif stripped.startswith("#") and owner[index] == -1 and following >= 0:
            owner[index] = following
            statements[following].comments.append(index)
        elif stripped.startswith("#") and owner[index] >= 0:
            if following >= 0 and _inside(statements, following, owner[index]):
                owner[index] = following
            statements[owner[index]].comments.append(index)
        elif owner[index] >= 0:
            statements[owner[index]].lines.append(index)
        following = starts.get(index, following)
    for statement in statements:
        statement.lines.reverse()
        statement.comments.reverse()


def _inside(statements: list[PythonStatement], inner: int, outer: int) -> bool:
    while inner >= 0:
        if inner == outer:
            return True
        inner = statements[inner].outer
    return False
