"""Syntax colours of COBOL and Python lines, from Pygments."""

from __future__ import annotations

from collections.abc import Sequence

from pygments.lexer import Lexer
from pygments.lexers.business import CobolFreeformatLexer, CobolLexer
from pygments.lexers.python import PythonLexer
from pygments.token import Comment, Keyword, Name, Number, Operator, Punctuation, String, _TokenType

PLAIN, KEYWORD, NAME, STRING, NUMBER, COMMENT, OPERATOR, DECLARED = range(8)
"""Colours: indexes of `CLASSES`."""
CLASSES = ("", "k", "n", "s", "m", "c", "o", "d")
"""The class of each colour on the page."""

Run = tuple[int, int]
"""Number of characters and their colour."""

_COLOURS: tuple[tuple[_TokenType, int], ...] = (
    (Comment, COMMENT),
    (String, STRING),
    (Number, NUMBER),
    (Name.Function, DECLARED),
    (Name.Class, DECLARED),
    (Name.Decorator, DECLARED),
    (Name.Builtin, PLAIN),
    (Name.Constant, NUMBER),
    (Name, NAME),
    (Operator.Word, KEYWORD),
    (Keyword, KEYWORD),
    (Operator, OPERATOR),
    (Punctuation, OPERATOR),
)


def cobol_runs(lines: Sequence[str], *, free: bool) -> list[list[Run]]:
    """The runs of each line of a COBOL file."""
    return _runs(CobolFreeformatLexer() if free else CobolLexer(), lines)


def python_runs(lines: Sequence[str]) -> list[list[Run]]:
    """The runs of each line of a Python module."""
    return _runs(PythonLexer(), lines)


def _runs(lexer: Lexer, lines: Sequence[str]) -> list[list[Run]]:
    """Cut `lines` into runs; a line whose characters the lexer changed stays plain."""
    found: list[list[Run]] = [[] for _ in lines]
    at = 0
    colours: dict[_TokenType, int] = {}
    for _, kind, text in lexer.get_tokens_unprocessed("\n".join(lines)):
        colour = colours.get(kind)
        if colour is None:
            colour = colours[kind] = _colour(kind)
        parts = text.split("\n")
        for count, part in enumerate(parts):
            at += count > 0
            if part and at < len(found):
                _add(found[at], len(part), colour)
    for index, line in enumerate(lines):
        if sum(size for size, _ in found[index]) != len(line):
            found[index] = [(len(line), PLAIN)] if line else []
    return found


def _colour(kind: _TokenType) -> int:
    """The colour of a kind of token or of the nearest kind above it."""
    above: _TokenType | None = kind
    while above is not None:
        for base, colour in _COLOURS:
            if base is above:
                return colour
        above = above.parent
    return PLAIN


def _add(runs: list[Run], size: int, colour: int) -> None:
    if runs and runs[-1][1] == colour:
        runs[-1] = (runs[-1][0] + size, colour)
    else:
        runs.append((size, colour))
