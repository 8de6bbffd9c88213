"""A module that was changed by hand since it was converted: the alignment of what was converted, carried over line by line."""

from __future__ import annotations

import ast as python
from dataclasses import replace
from difflib import SequenceMatcher

from transpiler.review.alignment import Alignment, Edge, aligned
from transpiler.review.python_text import PythonStatement, PythonText
from transpiler.review.reasons import Reason

NOBODY = -1


def with_edits(alignment: Alignment, text: str) -> Alignment:
    """The alignment of the module as it is now.

    Lines that are as converted keep their COBOL. A line in the place of others takes theirs, and its edges say EDITED. Lines
    that are new have no COBOL.
    """
    old = alignment.python
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    source_of, changed, added = _carried(old.lines, lines)
    owner = [old.owner[line] if line != NOBODY else NOBODY for line in source_of]
    touched = {owner[line] for line in changed if owner[line] != NOBODY}
    touched |= _shortened(old, source_of)
    module = PythonText(lines, _tree(text), _statements(old, source_of, owner), owner, added)
    _renew_trees(module)
    edges = [_edge(edge, touched) for edge in alignment.edges if module.statements[edge.statement].lines]
    return aligned(
        replace(alignment, python=module, edges=edges, rows=[], silent={}, of_unit={}, of_statement={})
    )


def _carried(old: list[str], new: list[str]) -> tuple[list[int], list[int], list[int]]:
    """For each new line the old one it stands for, the lines that are other than theirs, and the lines that are new."""
    source_of = [NOBODY] * len(new)
    changed: list[int] = []
    added: list[int] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new).get_opcodes():
        for line in range(j1, j2):
            if kind == "equal":
                source_of[line] = i1 + line - j1
            elif kind == "replace":
                source_of[line] = min(i1 + line - j1, i2 - 1)
                changed.append(line)
            elif new[line].strip():
                added.append(line)
    return source_of, changed, added


def _shortened(old: PythonText, source_of: list[int]) -> set[int]:
    """Statements that lost a line."""
    kept = set(source_of)
    return {
        old.owner[line] for line in range(len(old.lines)) if line not in kept and old.owner[line] != NOBODY
    }


def _statements(old: PythonText, source_of: list[int], owner: list[int]) -> list[PythonStatement]:
    comments = {line for statement in old.statements for line in statement.comments}
    documented = {line for statement in old.statements for line in statement.documentation}
    made = [replace(item, lines=[], comments=[], documentation=frozenset()) for item in old.statements]
    for line, (number, source) in enumerate(zip(owner, source_of, strict=True)):
        if number == NOBODY:
            continue
        statement = made[number]
        (statement.comments if source in comments else statement.lines).append(line)
        if source in documented:
            statement.documentation |= {line}
    return made


def _edge(edge: Edge, touched: set[int]) -> Edge:
    if edge.statement not in touched:
        return edge
    return replace(edge, reasons=(Reason.EDITED, *edge.reasons))


def _tree(text: str) -> python.Module:
    """The syntax tree of the module as it is now; an empty one when it does not parse."""
    try:
        return python.parse(text)
    except SyntaxError:
        return python.Module([], [])


def _renew_trees(module: PythonText) -> None:
    """Let the functions of statements be those of the module as it is now."""
    functions = {
        (node.name, inner.name): inner
        for node in module.tree.body
        if isinstance(node, python.ClassDef)
        for inner in node.body
        if isinstance(inner, python.FunctionDef)
    }
    for statement in module.statements:
        if isinstance(statement.tree, python.FunctionDef):
            now = functions.get((statement.class_name, statement.method))
            statement.tree = now if now is not None else statement.tree
