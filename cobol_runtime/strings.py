"""STRING (ISO 1989:2002, 14.8.39): joining texts into one receiving item."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cobol_runtime.exceptions import OVERFLOW_STRING, raise_condition


class Strung(NamedTuple):
    """What a STRING statement leaves behind."""

    text: str
    """the receiver, characters that were not reached unchanged"""
    pointer: int
    """position after the last character moved; the value given when that was out of range"""
    overflow: bool
    """the ON OVERFLOW condition"""


def string_into(target: str, sources: Iterable[tuple[str, str | None]], pointer: int = 1) -> Strung:
    """Move *sources* one after the other into *target*, from character position *pointer* (1-based) on.

    Each source comes with its delimiter: the part before the first occurrence of the delimiter is moved, all of
    it for None (DELIMITED BY SIZE) or when the delimiter does not occur. A figurative constant, as source or
    delimiter, counts as it is written once; a delimiter of no characters moves nothing. Overflow: *pointer* is
    outside the target (then nothing is moved), or a source does not fit; its first characters are moved and
    the sources after it are not looked at.
    """
    position = pointer - 1
    if not 0 <= position < len(target):
        raise_condition(OVERFLOW_STRING)
        return Strung(target, pointer, True)
    moved: list[str] = []
    room = len(target) - position
    overflow = False
    for source, delimiter in sources:
        found = -1 if delimiter is None else source.find(delimiter)
        piece = source if found < 0 else source[:found]
        moved.append(piece[:room])
        if len(piece) > room:
            room = 0
            overflow = True
            raise_condition(OVERFLOW_STRING)
            break
        room -= len(piece)
    end = len(target) - room
    return Strung(target[:position] + "".join(moved) + target[end:], end + 1, overflow)
