"""Where text comes from: source files, tokens and spans.

A `Token` remembers the physical line and column it was written at and the `Inclusion` that brought
its file in, so that every diagnostic and every generated line can name the COBOL that caused it,
through any depth of COPY.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True, eq=False)
class SourceFile:
    """One physical file as it was read.

    `path` is how the user named it; `lines` are the decoded physical lines without line ends;
    `encoding` is the codec that was used; `reference_format` is ``fixed``, ``free`` or ``variable``.
    """

    path: str
    lines: tuple[str, ...] = field(repr=False)
    encoding: str = "utf-8"
    reference_format: str = "fixed"


@dataclass(frozen=True, slots=True, eq=False)
class Inclusion:
    """One use of a file: the main file (`copied_at` is None) or a copy of library text.

    `copied_at` is the first token of the COPY statement that brought this file in, `copy_ends` its last.
    """

    file: SourceFile
    copied_at: Token | None = None
    copy_ends: Token | None = None


class Token:
    """One text word.

    `type` is the terminal name the parser sees. The scanner sets it to one of the lexical kinds
    (WORD, INTEGER, DECIMAL, STRING, PICTURE, PERIOD, COMMA, EXEC_BLOCK, punctuation such as LPAREN);
    the contextual lexer may replace WORD by a keyword terminal.
    `text` is the word as written (literals with their quotes); `line` and `column` are 1-based
    positions in the physical file; `end_column` is one past the last character;
    `end_line` differs from `line` only for continued words.
    `comments` are the comment lines that stand before the token since the previous one; `trailing` is
    an inline comment behind it on the same line.
    """

    __slots__ = (
        "area_a",
        "column",
        "comments",
        "end_column",
        "end_line",
        "inclusion",
        "line",
        "text",
        "trailing",
        "type",
        "upper",
    )

    def __init__(
        self,
        type: str,
        text: str,
        inclusion: Inclusion,
        line: int,
        column: int,
        *,
        end_line: int | None = None,
        end_column: int | None = None,
        area_a: bool = False,
    ) -> None:
        self.type = type
        self.text = text
        self.upper = text.upper()
        self.inclusion = inclusion
        self.line = line
        self.column = column
        self.end_line = line if end_line is None else end_line
        self.end_column = column + len(text) if end_column is None else end_column
        self.area_a = area_a
        self.comments: tuple[str, ...] = ()
        self.trailing: str | None = None

    def __repr__(self) -> str:
        return f"Token({self.type}, {self.text!r}, {self.line}:{self.column})"


class Span(NamedTuple):
    """The first and the last token of a construct."""

    first: Token
    last: Token


def copy_chain(token: Token) -> tuple[Token, ...]:
    """Return the COPY statements that lead to `token`, innermost first."""
    chain: list[Token] = []
    site = token.inclusion.copied_at
    while site is not None:
        chain.append(site)
        site = site.inclusion.copied_at
    return tuple(chain)
