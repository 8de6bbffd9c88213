"""Paragraphs that were copied: the same words but for names and literals, or nearly so.

A paragraph is reduced to its *shape*: the words of its statements in order, every name and every literal replaced by one mark. Paragraphs
are alike as far as their shapes have the same runs of `RUN` words: runs in common against all runs of both (Jaccard index), the
measure of S. Schleimer, D. Wilkerson and A. Aiken, "Winnowing" (2003). Of the runs only every `KEPT`-th, by its digest, is looked
at, so that the cost grows with the text and not with the number of pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from zlib import crc32

from cobol_parser.source import Token
from transpiler.report.estate import Estate
from transpiler.report.procedures import Unit, units

SMALLEST = 30
"""Words of the smallest paragraph that is looked at: shorter ones are alike by chance."""
RUN = 6
KEPT = 3
ALIKE = 0.75
"""Share of the runs in common from which on paragraphs belong together."""
COMMON = 200
"""A run that more paragraphs have is a phrase everybody uses and joins none."""

_NAMES = frozenset({"WORD"})
_LITERALS = frozenset({"STRING", "INTEGER", "DECIMAL"})
_SILENT = frozenset({"PERIOD", "COMMA", "SEMICOLON"})


@dataclass(frozen=True, slots=True)
class Cluster:
    """Paragraphs that are alike, in the order of the sources. `likeness` is the least of a pair that was joined, 1 for equal shapes."""

    members: tuple[Unit, ...]
    words: int
    likeness: float


def shape(words: Iterable[Token]) -> tuple[str, ...]:
    """The words with names and literals taken out."""
    return tuple(
        "name" if word.type in _NAMES else "literal" if word.type in _LITERALS else word.upper
        for word in words
        if word.type not in _SILENT
    )


def runs(shaped: Sequence[str]) -> frozenset[int]:
    """Digests of the runs of words that are looked at."""
    digests = (
        crc32(" ".join(shaped[start : start + RUN]).encode()) for start in range(len(shaped) - RUN + 1)
    )
    return frozenset(digest for digest in digests if digest % KEPT == 0)


def clusters(estate: Estate) -> list[Cluster]:
    """The groups of paragraphs that are alike, the one with the most words first. A paragraph of a copybook counts once."""
    written = {estate.place(unit.paragraph): unit for unit in reversed(estate.once(units))}
    shaped = [(unit, shape(unit.words)) for unit in reversed(written.values())]
    large = [(unit, words) for unit, words in shaped if len(words) >= SMALLEST]
    leader = list(range(len(large)))
    least = [1.0] * len(large)
    for one, other, likeness in _pairs([words for _, words in large]):
        low, high = sorted((_root(leader, one), _root(leader, other)))
        least[low] = min(least[low], least[high], likeness)
        leader[high] = low
    groups: dict[int, list[int]] = {}
    for number in range(len(large)):
        groups.setdefault(_root(leader, number), []).append(number)
    found = [
        Cluster(
            tuple(large[number][0] for number in group),
            sum(len(large[number][1]) for number in group),
            least[first],
        )
        for first, group in groups.items()
        if len(group) > 1
    ]
    return sorted(found, key=lambda cluster: -cluster.words)


def _pairs(shapes: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int, float]]:
    """The pairs that are alike, with how much."""
    first_of: dict[tuple[str, ...], int] = {}
    for number, shaped in enumerate(shapes):
        first = first_of.setdefault(shaped, number)
        if first != number:
            yield first, number, 1.0
    distinct = {number: runs(shapes[number]) for number in first_of.values()}
    having: dict[int, list[int]] = {}
    for number, digests in distinct.items():
        for digest in digests:
            having.setdefault(digest, []).append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in having.values():
        if len(numbers) <= COMMON:
            shared.update(combinations(numbers, 2))
    for (one, other), count in shared.items():
        likeness = count / (len(distinct[one]) + len(distinct[other]) - count)
        if likeness >= ALIKE:
            yield one, other, likeness


def _root(leader: list[int], number: int) -> int:
    while leader[number] != number:
        leader[number] = leader[leader[number]]
        number = leader[number]
    return number
