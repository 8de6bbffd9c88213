"""How hard a paragraph is to follow: words, nesting, jumps, ranges. Decisions are counted in `complexity`.

Halstead (M. H. Halstead, "Elements of Software Science", 1977): operands are names, literals and figurative constants, operators all
other words and signs; full stops, commas and closing brackets are not counted. Volume is length times the binary logarithm of the vocabulary,
difficulty half the distinct operators times operands per distinct operand, effort their product.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cobol_parser import ast
from cobol_parser.source import Token
from cobol_parser.walk import children, walk

_NAMES = frozenset({"WORD", "STRING", "INTEGER", "DECIMAL"})
_FIGURATIVE = frozenset(
    [
        "ZERO",
        "ZEROS",
        "ZEROES",
        "SPACE",
        "SPACES",
        "HIGH-VALUE",
        "HIGH-VALUES",
        "LOW-VALUE",
        "LOW-VALUES",
        "QUOTE",
        "QUOTES",
        "NULL",
        "NULLS",
    ]
)
_SILENT = frozenset({"PERIOD", "COMMA", "SEMICOLON", "RPAREN"})


@dataclass(frozen=True, slots=True)
class Halstead:
    """The counts: distinct and all operators, distinct and all operands."""

    operators: int = 0
    operands: int = 0
    all_operators: int = 0
    all_operands: int = 0

    @property
    def volume(self) -> float:
        """Bits needed to write the text down."""
        vocabulary = self.operators + self.operands
        length = self.all_operators + self.all_operands
        return length * math.log2(vocabulary) if vocabulary else 0.0

    @property
    def difficulty(self) -> float:
        """How error-prone the text is to write."""
        return self.operators / 2 * self.all_operands / self.operands if self.operands else 0.0

    @property
    def effort(self) -> float:
        """Volume times difficulty."""
        return self.volume * self.difficulty


def nesting(paragraph: ast.Paragraph) -> int:
    """How deep statements stand inside statements: 0 when none does."""
    deepest = 0
    stack: list[tuple[ast.Node, int]] = [(paragraph, -1)]
    while stack:
        node, depth = stack.pop()
        inner = depth + 1 if isinstance(node, ast.Statement) else depth
        deepest = max(deepest, inner)
        stack += [(child, inner) for child in children(node)]
    return deepest


def jumps(node: ast.Node) -> int:
    """The number of GO TOs, DEPENDING ON ones included."""
    return sum(isinstance(inner, ast.GoTo | ast.GoToDepending) for inner in walk(node))


def halstead(words: Iterable[Token]) -> Halstead:
    """Count the operators and operands of some words."""
    operators: dict[str, int] = {}
    operands: dict[str, int] = {}
    for word in words:
        if word.type not in _SILENT:
            is_operand = word.type in _NAMES or word.upper in _FIGURATIVE
            counts = operands if is_operand else operators
            text = word.text if word.type == "STRING" else word.upper
            counts[text] = counts.get(text, 0) + 1
    return Halstead(len(operators), len(operands), sum(operators.values()), sum(operands.values()))


@dataclass(frozen=True, slots=True)
class Range:
    """A PERFORM THRU: positions of its first and last paragraph, their names, and the first statement that runs it."""

    start: int
    end: int
    first: str
    last: str
    node: ast.Node


def overlaps(ranges: Sequence[Range]) -> list[tuple[Range, Range]]:
    """The pairs of ranges that share paragraphs while neither holds the other: control that leaves one is inside the other."""
    found: list[tuple[Range, Range]] = []
    open_ranges: list[Range] = []
    for item in sorted(ranges, key=lambda item: (item.start, -item.end)):
        open_ranges = [other for other in open_ranges if other.end >= item.start]
        found += [(other, item) for other in open_ranges if other.start < item.start and other.end < item.end]
        open_ranges.append(item)
    return found
