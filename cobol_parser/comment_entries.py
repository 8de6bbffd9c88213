"""Comment paragraphs of the IDENTIFICATION DIVISION (ANSI X3.23-1985 VI 3.3; REMARKS of older compilers).

Their text is free: it lasts until a line begins with the next header.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cobol_parser.continuation import is_comment_or_blank
from cobol_parser.source import Token

if TYPE_CHECKING:
    from cobol_parser.scanner import Scanner

_NAMES = "AUTHOR|INSTALLATION|DATE-WRITTEN|DATE-COMPILED|DATE-MODIFIED|SECURITY|REMARKS"
_PARAGRAPH = re.compile(rf"\s*({_NAMES})(?![\w-])\s*(\.)?", re.IGNORECASE)
_HEADER = re.compile(
    rf"""\s*(?:(?:ID|IDENTIFICATION|ENVIRONMENT|DATA|PROCEDURE)\s+DIVISION\b
    |(?:CONFIGURATION|INPUT-OUTPUT|FILE|WORKING-STORAGE|LOCAL-STORAGE|LINKAGE)\s+SECTION\b
    |(?:PROGRAM-ID|FUNCTION-ID|CLASS-ID|SOURCE-COMPUTER|OBJECT-COMPUTER|SPECIAL-NAMES|OPTIONS|{_NAMES})\s*(?:\.|$)
    |(?:COPY|REPLACE)\s|EXEC\s|>>|\$[A-Z])""",
    re.IGNORECASE | re.VERBOSE,
)

OPENING = frozenset({"ID", "IDENTIFICATION", "PROGRAM-ID"})
CLOSING = frozenset({"ENVIRONMENT", "DATA", "PROCEDURE", "CONFIGURATION"})


def take(scanner: Scanner, text: str, number: int, start: int) -> bool:
    """Take a comment paragraph that begins with this line; False when it does not begin one."""
    match = _PARAGRAPH.match(text, start)
    if match is None:
        return False
    name = Token("WORD", match[1], scanner.inclusion, number, match.start(1) + 1)
    name.area_a = scanner.margins.columns and name.column < 12
    name.comments = tuple(scanner.comments)
    scanner.comments.clear()
    taken = [name]
    if match[2]:
        taken.append(Token("PERIOD", ".", scanner.inclusion, number, match.start(2) + 1))
    pieces = [(text[match.end() :], number, match.end())]
    while (piece := _next_piece(scanner)) is not None:
        pieces.append(piece)
    entry = _entry(scanner, pieces)
    if entry is not None:
        taken.append(entry)
    scanner.tokens += taken
    if scanner.tab_origins:
        scanner.restore_columns(len(scanner.tokens) - len(taken))
    return True


def _next_piece(scanner: Scanner) -> tuple[str, int, int] | None:
    """Return (text, line number, index) of the next line when it belongs to the comment, and move behind it."""
    margins = scanner.margins
    index = scanner.index
    while index < len(scanner.lines):
        line = scanner.lines[index]
        index += 1
        if not line.strip() or (margins.columns and is_comment_or_blank(line)):
            continue
        text = line[margins.start : margins.end]
        header = _HEADER.match(text) is not None
        if header if not margins.columns or text[:4].strip() else text.lstrip()[:2] == ">>":
            return None
        scanner.index = index
        return text, index, margins.start
    return None


def _entry(scanner: Scanner, pieces: list[tuple[str, int, int]]) -> Token | None:
    written = [(text, number, index) for text, number, index in pieces if text.strip()]
    if not written:
        return None
    text, number, index = written[0]
    last, end_line, end_index = written[-1]
    return Token(
        "COMMENT_ENTRY",
        "\n".join(piece.strip() for piece, _, _ in written),
        scanner.inclusion,
        number,
        index + len(text) - len(text.lstrip()) + 1,
        end_line=end_line,
        end_column=end_index + len(last.rstrip()) + 1,
    )
