"""Which statements a debugging program has to announce by their line.

DEBUG-LINE shows the line of the statement executed last before a debugging procedure runs. A statement that another one
follows, with nothing between that is watched, need not be announced.
"""

from __future__ import annotations

from collections.abc import Iterator

from cobol_parser import ast
from cobol_parser.walk import holds_statements, node_fields

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


def _mark(statements: list[ast.Statement], followed: bool, items: bool, found: set[ast.Statement]) -> None:
    for position, statement in enumerate(statements):
        last = position == len(statements) - 1 and not followed
        if isinstance(statement, _LEAVING) or (last and not isinstance(statement, _ENDING)):
            found.add(statement)
        for inner in _lists(statement):
            _mark(inner, not last and not items, items, found)


def _lists(node: ast.Node) -> Iterator[list[ast.Statement]]:
    """Yield the lists of statements directly inside a statement or one of its phrases."""
    for name in node_fields(type(node)):
        value = getattr(node, name)
        values = value if isinstance(value, tuple) else (value,)
        inner = [item for item in values if isinstance(item, ast.Statement)]
        if inner:
            yield inner
        for item in values:
            if isinstance(item, ast.Node) and not isinstance(item, ast.Statement) and holds_statements(item):
                yield from _lists(item)
