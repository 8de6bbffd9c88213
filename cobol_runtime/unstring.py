"""UNSTRING (ISO 1989:2002, 14.8.42): taking one text apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cobol_runtime.exceptions import OVERFLOW_UNSTRING, raise_condition


class Delimiter(NamedTuple):
    """DELIMITED BY [ALL] *text*; a figurative constant counts as one character."""

    text: str
    all: bool = False
    """several of them in a row are one delimiter"""


@dataclass(frozen=True, slots=True)
class Piece:
    """What one receiver of an UNSTRING gets."""

    text: str
    """INTO: to be moved as an alphanumeric item; no characters at all move like one space"""
    delimiter: str
    """DELIMITER IN: the delimiter, once even for ALL; empty when the end of the source ended the piece"""
    count: int
    """COUNT IN: characters examined, without the delimiter"""


class Unstrung(NamedTuple):
    """What an UNSTRING statement leaves behind."""

    pieces: tuple[Piece, ...]
    """one for each receiver acted upon (TALLYING adds their number); receivers beyond them are unchanged"""
    pointer: int
    """position after the last character examined; the value given when that was out of range"""
    overflow: bool
    """the ON OVERFLOW condition"""


def unstring(
    source: str, delimiters: Sequence[Delimiter], sizes: Sequence[int], pointer: int = 1
) -> Unstrung:
    """Cut *source*, from character position *pointer* (1-based) on, into a piece for each receiver.

    *sizes* are the sizes of the receivers in characters (without a separate sign); they are the lengths of the
    pieces when there are no *delimiters*. Otherwise a piece ends at the nearest delimiter; of several that begin
    at one place the one written first wins. Overflow: *pointer* is outside the source (then nothing is done), or
    characters are left when every receiver has its piece.
    """
    position = pointer - 1
    if not 0 <= position < len(source):
        raise_condition(OVERFLOW_UNSTRING)
        return Unstrung((), pointer, True)
    pieces: list[Piece] = []
    for size in sizes:
        if position >= len(source):
            break
        if delimiters:
            piece, position = _delimited(source, position, delimiters)
        else:
            text = source[position : position + size]
            piece, position = Piece(text, "", len(text)), position + len(text)
        pieces.append(piece)
    overflow = position < len(source)
    if overflow:
        raise_condition(OVERFLOW_UNSTRING)
    return Unstrung(tuple(pieces), position + 1, overflow)


def _delimited(source: str, start: int, delimiters: Sequence[Delimiter]) -> tuple[Piece, int]:
    """The piece that begins at *start*, and where the next one begins."""
    end = len(source)
    nearest: Delimiter | None = None
    for delimiter in delimiters:
        found = source.find(delimiter.text, start, end + len(delimiter.text) - 1 if nearest else end)
        if found >= 0 and (nearest is None or found < end):
            end, nearest = found, delimiter
    text = source[start:end]
    if nearest is None:
        return Piece(text, "", len(text)), end
    width = len(nearest.text)
    after = end + width
    while nearest.all and width and source.startswith(nearest.text, after):
        after += width
    return Piece(text, str(nearest.text), len(text)), after
