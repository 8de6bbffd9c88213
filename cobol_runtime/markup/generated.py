"""Putting generated text into the receiving item."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_runtime.area import Area
from cobol_runtime.markup.structure import Rules


@dataclass(frozen=True, slots=True)
class Generated:
    """The outcome of JSON GENERATE or XML GENERATE: `length` is for COUNT IN, in bytes; `exception` tells whether the ON
    EXCEPTION phrase is taken."""

    length: int
    exception: bool


def put(text: str, into: Area, rules: Rules) -> bool:
    """Store *text*, one character a byte; False when the receiver is too short and has only the beginning.

    GnuCOBOL fills the receiver up with spaces; IBM leaves what is behind the text as it was.
    """
    data = text.encode("latin-1")
    if rules is Rules.GNUCOBOL:
        data = data.ljust(into.length)
    into.raw = data
    return len(text) <= into.length
