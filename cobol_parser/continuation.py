"""Continuation of lines in fixed and variable form (ANSI X3.23-1985 IV 5.3.3).

A line with a hyphen in column 7 goes on where the previous line stopped: a word behind its last character that
is not a space, a literal that was not closed behind column 72.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from cobol_parser.reference_format import INDICATOR, NO_MARGIN, Margins
from cobol_parser.text_words import text_words

Report = Callable[[str, int, int, str, str], None]
"""Called with code, line, column, message and help."""


@dataclass(frozen=True, slots=True)
class LogicalLine:
    """The program text of a line and its continuations, joined.

    `starts` are the offsets in `text` at which the physical lines begin; `places` their line numbers and the
    index there of the first character. `next_index` is the index of the first line that is not part of it.
    """

    text: str
    starts: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    next_index: int

    def place(self, offset: int) -> tuple[int, int]:
        """Return (line number, column) of the character at `offset`."""
        part = bisect_right(self.starts, offset) - 1
        line, index = self.places[part]
        return line, index + offset - self.starts[part] + 1


def is_comment_or_blank(line: str) -> bool:
    """Whether a line of fixed or variable form holds no program text."""
    return (
        line[INDICATOR : INDICATOR + 1] in ("*", "/", "")
        or not (text := line[7:72].lstrip())
        or text[:2] == "*>"
    )


def continued_lines(lines: tuple[str, ...]) -> frozenset[int]:
    """Return the indexes of the lines that a continuation line follows."""
    heads = set()
    last = -1
    for index, line in enumerate(lines):
        if is_comment_or_blank(line):
            continue
        if line[INDICATOR] == "-" and last >= 0:
            heads.add(last)
        last = index
    return frozenset(heads)


def join(lines: tuple[str, ...], index: int, margins: Margins, report: Report) -> LogicalLine:
    """Join the line at `index` with its continuations."""
    quote, text = _close(lines[index][margins.start : margins.end], "")
    starts, places = [0], [(index + 1, margins.start)]
    next_index = index + 1
    while (following := _next_continuation(lines, next_index)) is not None:
        piece = lines[following][margins.start : margins.end]
        skipped = len(piece) - len(piece.lstrip())
        piece = piece[skipped:]
        width = margins.end - places[-1][1]
        text, quote = _prepare(text, quote, piece, starts[-1], width)
        if quote and piece[0] == quote:
            piece, skipped = piece[1:], skipped + 1
        elif quote:
            report(
                "CBL1014",
                following + 1,
                margins.start + skipped + 1,
                f"the continued literal must go on with {quote}",
                f"begin the text of this line with {quote}",
            )
        starts.append(len(text))
        places.append((following + 1, margins.start + skipped))
        quote, piece = _close(piece, quote)
        text += piece
        next_index = following + 1
    return LogicalLine(text, tuple(starts), tuple(places), next_index)


def _prepare(text: str, quote: str, piece: str, begin: int, width: int) -> tuple[str, str]:
    """Make the end of `text` ready to take `piece`; return it and the quotation mark that `piece` has to repeat.

    An open literal reaches to the right margin, `width` characters from `begin`. A quotation mark in the last
    column may be the first of two that stand for one.
    """
    if quote:
        return (text.ljust(begin + width) if width < NO_MARGIN // 2 else text), quote
    full = len(text) - begin == width
    text = text.rstrip()
    last = text[-1:]
    if last in ("'", '"') and piece[0] in ("'", '"'):
        if full and piece[:2] == last * 2:
            return text, last
        return text + " ", ""
    return text, ""


def _next_continuation(lines: tuple[str, ...], index: int) -> int | None:
    """Return the index of the continuation line at or, behind comments and blank lines, after `index`."""
    while index < len(lines) and is_comment_or_blank(lines[index]):
        index += 1
    return index if index < len(lines) and lines[index][INDICATOR] == "-" else None


def _close(piece: str, quote: str) -> tuple[str, str]:
    """Return the quotation mark that is still open after `piece`, and the piece without an inline comment."""
    at = 0
    if quote:
        at = _literal_end(piece, quote)
        if at < 0:
            return quote, piece
    for kind, word, index in text_words(piece, at):
        if kind == "OPEN":
            return word[0], piece
        if kind == "COMMENT":
            return "", piece[:index]
    return "", piece


def _literal_end(piece: str, quote: str) -> int:
    """Return the index behind the closing quotation mark, -1 without one; a doubled mark does not close."""
    at = piece.find(quote)
    while at >= 0 and piece[at + 1 : at + 2] == quote:
        at = piece.find(quote, at + 2)
    return at + 1 if at >= 0 else -1
