"""EXEC … END-EXEC: text of another language, kept whole as one token."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cobol_parser.continuation import is_comment_or_blank
from cobol_parser.reference_format import INDICATOR
from cobol_parser.source import Token

if TYPE_CHECKING:
    from cobol_parser.scanner import Scanner

_END_EXEC = re.compile(r"(?<![\w-])END-EXEC(?![\w-])", re.IGNORECASE)
_LANGUAGE = re.compile(r"\s+(SQL|CICS|DLI|SQLIMS)\b", re.IGNORECASE)


def is_begun(scanner: Scanner, text: str, start: int) -> bool:
    """Whether EXEC before `start` begins a block in a dialect that does not reserve the word: END-EXEC follows somewhere, or the
    language is one that COBOL is used with."""
    if _LANGUAGE.match(text, start) or _END_EXEC.search(text, start):
        return True
    return any(_END_EXEC.search(line) for line in scanner.lines[scanner.index :])


def take(scanner: Scanner, exec_token: Token, text: str, start: int) -> tuple[str, int, int]:
    """Make `exec_token` the whole block, in which line ends stay, and return where the line behind it goes on.

    Without END-EXEC the block ends with the first line that ends with a full stop.
    """
    begin = exec_token.column - 1
    pieces: list[str] = []
    number = exec_token.line
    index = scanner.index
    search_from = start
    while (found := _END_EXEC.search(text, search_from)) is None:
        pieces.append(text[begin:])
        following = _next_line(scanner)
        if following is None:
            scanner.index = index
            return _unfinished(scanner, exec_token, pieces)
        text, number, begin = following
        search_from = begin
    pieces.append(text[begin : found.end()])
    _become_block(exec_token, pieces, number, found.end() + 1)
    return text, number, found.end()


def _become_block(token: Token, pieces: list[str], end_line: int, end_column: int) -> None:
    token.type = "EXEC_BLOCK"
    token.text = "\n".join(pieces)
    token.upper = token.text.upper()
    token.end_line = end_line
    token.end_column = end_column


def _next_line(scanner: Scanner) -> tuple[str, int, int] | None:
    """Return (text, number, start) of the next line with program text and move behind it."""
    margins = scanner.margins
    while scanner.index < len(scanner.lines):
        line = scanner.lines[scanner.index]
        scanner.index += 1
        if margins.columns:
            indicator = line[INDICATOR : INDICATOR + 1]
            if is_comment_or_blank(line) or (indicator in "Dd" and not scanner.state.debugging):
                continue
        elif not line.strip() or line.lstrip().startswith("*>"):
            continue
        return line[: margins.end].rstrip(), scanner.index, margins.start
    return None


def _unfinished(scanner: Scanner, token: Token, pieces: list[str]) -> tuple[str, int, int]:
    scanner.report(
        "CBL2003",
        token.line,
        token.column,
        f"{token.text} has no END-EXEC",
        "add END-EXEC behind the embedded statement",
    )
    number, line_end = token.line, len(pieces[0]) + token.column
    count = 1
    while not pieces[count - 1].endswith(".") and count < len(pieces):
        following = _next_line(scanner)
        if following is None:
            break
        number, line_end = following[1], len(following[0]) + 1
        count += 1
    _become_block(token, pieces[:count], number, line_end)
    text = scanner.lines[number - 1]
    return text, number, len(text)
