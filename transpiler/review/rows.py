"""Rows of two columns: which COBOL line and which Python line stand level.

Both columns keep the order of their file. Lines that belong together are level where that order allows it: of all pairs
of first lines the longest rising chain is taken.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

NOTHING = -1
Row = tuple[int, int]
"""Index of a line on the left and on the right; NOTHING where a side is empty."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Two lines that should stand level; a heavier pair wins where not all can."""

    left: int
    right: int
    weight: int = 1


def rising_chain(anchors: Iterable[Anchor]) -> list[Anchor]:
    """The heaviest chain of anchors that rises on both sides, in order (n log n); of equal ones on a line the upper."""
    ordered = sorted(anchors, key=lambda anchor: (anchor.left, -anchor.right))
    rights = sorted({anchor.right for anchor in ordered})
    tree: list[tuple[int, int]] = [(0, -1)] * (len(rights) + 1)  # Fenwick tree of (weight, last anchor)
    before: list[int] = []
    for index, anchor in enumerate(ordered):
        place = bisect_left(rights, anchor.right)
        best = (0, -1)
        at = place
        while at > 0:
            best = max(best, tree[at])
            at -= at & -at
        before.append(best[1])
        reached = (best[0] + anchor.weight, index)
        at = place + 1
        while at < len(tree):
            tree[at] = max(tree[at], reached)
            at += at & -at
    chain: list[Anchor] = []
    last = max(tree)[1] if ordered else -1
    while last >= 0:
        chain.append(ordered[last])
        last = before[last]
    return chain[::-1]


def make_rows(
    left: int,
    right: Sequence[int],
    anchors: Iterable[Anchor],
    together: Callable[[int, int], bool],
    alone: tuple[Callable[[int], bool], Callable[[int], bool]],
) -> list[Row]:
    """Lay out the `left` lines 0, 1, … and the lines of `right` in their order.

    Below an anchor, lines that are `together` stand side by side; so do lines that are `alone` on both sides, from the beginning
    and from the end of a gap. Every other line has a row of its own, since beside another it would seem to belong to it.
    """
    place = {line: index for index, line in enumerate(right)}
    chain = rising_chain(
        Anchor(anchor.left, place[anchor.right], anchor.weight) for anchor in anchors if anchor.right in place
    )
    rows: list[Row] = []
    begins = Anchor(0, 0)
    for number, anchor in enumerate([*chain, Anchor(left, len(right))]):
        lefts = list(range(begins.left, anchor.left))
        rights = list(right[begins.right : anchor.right])
        rows += _gap(lefts, rights, together, alone, level=number > 0)
        begins = anchor
    return rows


def _gap(
    lefts: list[int],
    rights: list[int],
    together: Callable[[int, int], bool],
    alone: tuple[Callable[[int], bool], Callable[[int], bool]],
    *,
    level: bool,
) -> list[Row]:
    """The rows from one anchor to the next; with `level` they begin with the two lines of an anchor."""
    own_lefts = own_rights = int(level)
    if level:
        own_lefts += _run(lefts[1:], lambda line: together(line, rights[0]))
        own_rights += _run(rights[1:], lambda line: together(lefts[0], line))
    own = zip_longest(lefts[:own_lefts], rights[:own_rights], fillvalue=NOTHING)
    rows: list[Row] = list(own)
    lefts, rights = lefts[own_lefts:], rights[own_rights:]
    head = _run(rights, alone[1])
    tail = min(_run(lefts[::-1], alone[0]), _run(rights[head:][::-1], alone[1]))
    spare = iter(rights[:head])
    for line in lefts[: len(lefts) - tail]:
        rows.append((line, next(spare, NOTHING) if alone[0](line) else NOTHING))
    rows += [(NOTHING, line) for line in (*spare, *rights[head : len(rights) - tail])]
    return [*rows, *zip(lefts[len(lefts) - tail :], rights[len(rights) - tail :], strict=True)]


def _run(lines: list[int], belongs: Callable[[int], bool]) -> int:
    """How many of the first lines belong."""
    return next((count for count, line in enumerate(lines) if not belongs(line)), len(lines))
