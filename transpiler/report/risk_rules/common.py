"""What rules share: the form of what they find, the statements of a program, and who uses which item."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import DataItem
from cobol_parser.walk import walk
from transpiler.data_flow.accesses import Access, accesses

Found: TypeAlias = "Iterator[tuple[str, str, ast.Node]]"
"""About what (names only), why it matters (a sentence), and where."""

TEXT = frozenset({Category.GROUP, Category.ALPHABETIC, Category.ALPHANUMERIC, Category.ALPHANUMERIC_EDITED})


def nodes(analysis: ProgramAnalysis) -> Iterator[ast.Node]:
    """Every node of the procedure division."""
    procedure = analysis.program.procedure
    return walk(procedure) if procedure is not None else iter(())


@lru_cache(maxsize=8)
def uses(analysis: ProgramAnalysis) -> tuple[Access, ...]:
    """Every access of a program to its data; rules ask for it one after the other."""
    return tuple(accesses(analysis))


def item_of(analysis: ProgramAnalysis, expression: ast.Expression | ast.Condition) -> DataItem | None:
    """The whole data item that an operand is; None for a part of one and for anything else."""
    if not isinstance(expression, ast.Identifier) or expression.reference_modifier is not None:
        return None
    meaning = analysis.references.get(expression)
    return meaning if isinstance(meaning, DataItem) else None
