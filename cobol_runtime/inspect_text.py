"""INSPECT (ISO 1989:2002, 14.8.20): counting and replacing characters inside a text.

The phrases of a statement are worked off one after the other, each over the whole of its region, and a character
taken by one phrase is out of reach of the later ones. That is GnuCOBOL's order: the standard goes through the text once
and tries all phrases at each position, which differs when a later phrase would match further to the left.

A signed numeric DISPLAY item is inspected as its digits alone; the sign, overpunched or separate, is put back afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cobol_runtime.figurative import Fill


@dataclass(frozen=True, slots=True)
class Tally:
    """FOR *kind* [*value*] [BEFORE INITIAL *before*] [AFTER INITIAL *after*].

    *kind* is CHARACTERS, ALL, LEADING or TRAILING; *value* is None for CHARACTERS. *after_first* says that AFTER is written
    before BEFORE, which then is looked for only behind it.
    """

    kind: str
    value: str | None = None
    before: str | None = None
    after: str | None = None
    after_first: bool = False


@dataclass(frozen=True, slots=True)
class Replacement:
    """*kind* [*value*] BY *by* [BEFORE INITIAL *before*] [AFTER INITIAL *after*].

    *kind* is CHARACTERS, ALL, LEADING, FIRST or TRAILING; *value* is None for CHARACTERS. A figurative constant in *by*
    takes the length of *value*; any other *by* of another length makes the phrase do nothing. *after_first* as in Tally.
    """

    kind: str
    value: str | None
    by: str
    before: str | None = None
    after: str | None = None
    after_first: bool = False


def inspect_tallying(text: str, phrases: Sequence[Tally]) -> tuple[int, ...]:
    """How much each phrase adds to its counter. A counter whose phrase adds nothing is not stored into at all."""
    taken = bytearray(len(text))
    counts = []
    for phrase in phrases:
        start, end = _region(text, phrase)
        if phrase.value is None:
            counts.append(taken.count(0, start, end))
            _take(taken, start, end)
        elif len(phrases) == 1 and phrase.kind == "ALL" and phrase.value:
            counts.append(text.count(phrase.value, start, end))
        else:
            found = _occurrences(text, phrase.kind, phrase.value, start, end, taken)
            counts.append(sum(1 for _ in found))
    return tuple(counts)


def inspect_replacing(text: str, phrases: Sequence[Replacement]) -> str:
    """*text* with what the phrases match replaced; matching sees the text as it was before the statement."""
    taken = bytearray(len(text))
    result = list(text)
    for phrase in phrases:
        start, end = _region(text, phrase)
        if phrase.value is None:
            for position in range(start, end):
                if not taken[position]:
                    result[position] = phrase.by[0]
            _take(taken, start, end)
            continue
        size = len(phrase.value)
        by = phrase.by.to_length(size) if isinstance(phrase.by, Fill) else phrase.by
        if len(by) == size:
            for position in _occurrences(text, phrase.kind, phrase.value, start, end, taken):
                result[position : position + size] = by
    return "".join(result)


def inspect_converting(
    text: str,
    characters: str,
    to: str,
    before: str | None = None,
    after: str | None = None,
    after_first: bool = False,
) -> str:
    """*text* with each of *characters* in the region replaced by the one at the same place of *to*.

    Of a character written twice the first place counts. A figurative constant in *to* takes the length of
    *characters*; when the lengths differ otherwise nothing is converted.
    """
    if isinstance(to, Fill):
        to = to.to_length(len(characters))
    if len(characters) != len(to):
        return text
    table: dict[int, str] = {}
    for old, new in zip(str(characters), to, strict=True):
        table.setdefault(ord(old), new)
    start, end = _region(text, Tally("CHARACTERS", None, before, after, after_first))
    return text[:start] + text[start:end].translate(table) + text[end:]


def _region(text: str, phrase: Tally | Replacement) -> tuple[int, int]:
    """The half-open range of positions the phrase works on; an absent AFTER text leaves it empty at its end."""
    start, end = 0, len(text)
    if phrase.after is not None and phrase.after_first:
        start = _behind(text, phrase.after, start, end)
    if phrase.before is not None:
        found = text.find(phrase.before, start, end)
        end = found if found >= 0 else end
    if phrase.after is not None and not phrase.after_first:
        start = _behind(text, phrase.after, start, end)
    return start, end


def _behind(text: str, after: str, start: int, end: int) -> int:
    found = text.find(after, start, end)
    return found + len(after) if found >= 0 else end


def _occurrences(text: str, kind: str, value: str, start: int, end: int, taken: bytearray) -> Iterator[int]:
    """Positions of *value* that are still free, in the order they are met; each is marked as taken."""
    size = len(value)
    if size == 0 or size > end - start:
        return
    if kind == "TRAILING":
        yield from _trailing(text, value, start, end, taken)
        return
    position = start
    while (position := _next(text, kind, value, position, end)) >= 0:
        if any(taken[position : position + size]):
            position += 1
            continue
        _take(taken, position, position + size)
        yield position
        if kind == "FIRST":
            return
        position += size


def _next(text: str, kind: str, value: str, position: int, end: int) -> int:
    if kind != "LEADING":
        return text.find(value, position, end)
    return position if text.startswith(value, position, end) else -1


def _trailing(text: str, value: str, start: int, end: int, taken: bytearray) -> Iterator[int]:
    size = len(value)
    position = end - size
    while position >= start and text.startswith(value, position):
        if any(taken[position : position + size]):
            position -= 1
            continue
        _take(taken, position, position + size)
        yield position
        position -= size


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\x01" * (end - start)
