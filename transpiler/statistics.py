"""How much of a program was converted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cobol_parser import ast
from cobol_parser.walk import walk
from transpiler.lower.context import Context


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts over the programs of a file: COBOL statements, and those among them that are not converted."""

    statements: int = 0
    unconverted: int = 0
    paragraphs: int = 0
    dispatched: int = 0


def count_statements(contexts: Iterable[Context]) -> Statistics:
    """Count over all programs of one file."""
    statements = unconverted = paragraphs = dispatched = 0
    for context in contexts:
        procedure = context.analysis.program.procedure
        if procedure is not None:
            statements += sum(isinstance(node, ast.Statement) for node in walk(procedure))
        unconverted += len(context.unconverted)
        paragraphs += len(context.flow.order)
        dispatched += len(context.flow.jumping)
    return Statistics(statements, unconverted, paragraphs, dispatched)
