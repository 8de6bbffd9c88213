"""Which statements a debugging program has to announce by their line.

DEBUG-LINE shows the line of the statement executed last before a debugging procedure runs. A statement that another one
follows, with nothing between that is watched, need not be announced.
"""

from __future__ import annotations

from collections.abc import Sequence

from cobol_parser import ast
from cobol_parser.walk import statement_lists

_LEAVING = (ast.GoTo, ast.GoToDepending, ast.Exit, ast.NextSentence)
_ENDING = (ast.StopRun, ast.Goback, ast.ExitProgram)


def announced(paragraph: ast.Paragraph, *, items: bool) -> set[ast.Statement]:
    """The statements of a paragraph that can be the last one executed before a debugging procedure runs.

    `items` says that data items are watched: then one can run at the end of any statement that contains others.
    """
    found: set[ast.Statement] = set()
    statements = [statement for sentence in paragraph.sentences for statement in sentence.statements]
    _mark(statements, False, items, found)
    return found


def _mark(
    statements: Sequence[ast.Statement], followed: bool, items: bool, found: set[ast.Statement]
) -> None:
    for position, statement in enumerate(statements):
        last = position == len(statements) - 1 and not followed
        if isinstance(statement, _LEAVING) or (last and not isinstance(statement, _ENDING)):
            found.add(statement)
        for inner in statement_lists(statement):
            _mark(inner, not last and not items, items, found)
