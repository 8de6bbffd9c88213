"""Descriptions that share bytes: records of one file and REDEFINES, and where they contradict each other.

Two descriptions agree on a byte when both call it characters (or both packed or binary …). Where they do not, nobody but the
user knows what it is, and no translation between code pages may touch it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem, Usage

UNKNOWN, TEXT, OTHER, DISPUTED = range(4)
"""What a byte is: nothing described, characters, something else (a number after OTHER tells apart what), disputed."""

_KINDS: dict[object, int] = {}


@lru_cache(maxsize=4096)
def alternatives(item: DataItem) -> tuple[DataItem, ...]:
    """The item and the items that redefine it, in order of description."""
    return (item, *item.redefined_by)


def disputed(item: DataItem) -> frozenset[int]:
    """Offsets (in the record) of the bytes that the descriptions of *item*'s storage read in different ways."""
    return frozenset(item.offset + place for place in contradictions(alternatives(item)))


def contradictions(descriptions: Iterable[DataItem], *, signs: bool = True) -> list[int]:
    """Places of the bytes that descriptions of the same storage read in different ways. Without *signs* a digit with a sign is a
    character: both spell it as a mainframe does."""
    maps = [_kinds(description) for description in descriptions]
    if not signs:
        maps = [tuple(TEXT if kind == _kind("overpunch") else kind for kind in kinds) for kinds in maps]
    found = []
    for place in range(max(len(kinds) for kinds in maps)):
        kinds = {single[place] for single in maps if place < len(single)} - {UNKNOWN}
        if len(kinds) > 1 or DISPUTED in kinds:
            found.append(place)
    return found


@lru_cache(maxsize=4096)
def _kinds(item: DataItem) -> tuple[int, ...]:
    """What each byte of all occurrences of *item* is."""
    one = _group(item) if item.children else _elementary(item)
    times = item.total_size // item.size if item.size else 1
    return one * times


def _group(group: DataItem) -> tuple[int, ...]:
    kinds = [UNKNOWN] * group.size
    for child in group.children:
        start = child.offset - group.offset
        for place, kind in enumerate(_kinds(child), start):
            if place < len(kinds):
                kinds[place] = kind if kinds[place] in (UNKNOWN, kind) else DISPUTED
    return tuple(kinds)


def _elementary(item: DataItem) -> tuple[int, ...]:
    if item.category is Category.NUMERIC and item.usage is Usage.DISPLAY:
        if item.signed and not item.sign_separate:
            kinds = [TEXT] * item.size
            kinds[0 if item.sign_leading else -1] = _kind("overpunch")
            return tuple(kinds)
        return (TEXT,) * item.size
    if item.usage is Usage.DISPLAY:
        return (TEXT,) * item.size
    if item.usage in (Usage.COMP_3, Usage.COMP_6, Usage.BINARY, Usage.COMP_X):
        return (_kind("bytes"),) * item.size
    return (_kind((item.usage, item.size)),) * item.size


def _kind(key: object) -> int:
    return _KINDS.setdefault(key, DISPUTED + 1 + len(_KINDS))
