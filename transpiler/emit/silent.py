"""COBOL statements that no Python statement stands for, and why: nothing of a program disappears without being named.

The source map lists them, so that every statement of the source is found either in its `lines` or in its `silent`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from cobol_parser import ast
from cobol_parser.ast.node import Node
from cobol_parser.walk import holds_statements, walk
from transpiler.lower.context import Context

NOTHING_TO_DO = "does nothing"
NOT_CONVERTED = "inside a statement that is not converted"
NOTHING_TO_INITIALIZE = "leaves its items alone: none is of a category that it fills"
DECLARATION = "says when its section runs"
SWITCHED_OFF = "in a debugging section without WITH DEBUGGING MODE"
UNEXPLAINED = "unexplained"
"""A statement that was lost; a test holds that there is none."""

_WITHOUT_PYTHON = {
    ast.Continue: NOTHING_TO_DO,
    ast.Enter: NOTHING_TO_DO,
    ast.Exit: NOTHING_TO_DO,
    ast.Initialize: NOTHING_TO_INITIALIZE,
    ast.UseStatement: DECLARATION,
}


@dataclass(frozen=True, slots=True)
class Silent:
    """A statement without Python: the file and line where it starts, and the reason."""

    file: str
    line: int
    reason: str
    statement: ast.Statement


def silent_statements(contexts: Iterable[Context], origins: Set[Node | None]) -> Iterator[Silent]:
    """Find the statements of the programs that are not among the `origins` of Python statements, nor contain one."""
    for context in contexts:
        procedure = context.analysis.program.procedure
        if procedure is None:
            continue
        reasons = _reasons(context, procedure)
        for statement in _statements(procedure):
            if statement in origins:
                continue
            reason = reasons.get(statement) or _WITHOUT_PYTHON.get(type(statement), UNEXPLAINED)
            if reason == UNEXPLAINED and any(node in origins for node in walk(statement)):
                continue  # EVALUATE and SEARCH stand in the module as their WHEN phrases
            first = statement.span.first
            yield Silent(first.inclusion.file.path, first.line, reason, statement)


def _reasons(context: Context, procedure: ast.ProcedureDivision) -> dict[ast.Statement, str]:
    """Why statements have no Python that would have some elsewhere."""
    reasons = {inner: NOT_CONVERTED for outer in context.unconverted for inner in _statements(outer)}
    for section in procedure.declaratives:
        if section.use is not None and section.use.kind == "DEBUGGING":
            reasons.update(dict.fromkeys(_statements(section.section), SWITCHED_OFF))
    return reasons


def _statements(root: Node) -> Iterator[ast.Statement]:
    return (node for node in walk(root, into=holds_statements) if isinstance(node, ast.Statement))
