"""Shapes of units: what is left when names and literals are taken out. Units of one shape are reviewed once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from cobol_parser.picture import Category
from cobol_parser.source import Token
from cobol_parser.symbols import ConditionName, DataItem, FileItem, IndexName
from transpiler.review.alignment import Alignment
from transpiler.review.names import Names, Spot
from transpiler.review.status import rule_of
from transpiler.review.units import Unit

_LITERAL_SHAPES = {"STRING": "‹text›", "INTEGER": "‹number›", "DECIMAL": "‹number›"}


@dataclass(slots=True, eq=False)
class Shape:
    """`cobol` and `python` are the texts with placeholders, equal names with equal numbers; `units` have this shape."""

    cobol: str
    python: str
    rule: str
    units: list[int] = field(default_factory=list)


def shapes(alignment: Alignment, names: Names) -> list[Shape]:
    """The shapes of statements and phrases that occur more than once, the most frequent first."""
    found: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    words = _Words(alignment, names)
    for unit in alignment.units.all:
        if unit.kind in ("statement", "phrase", "data") and unit.lines:
            found[words.shape(unit)].append(unit.number)
    made = [Shape(*key, units) for key, units in found.items() if len(units) > 1]
    return sorted(made, key=lambda shape: (-len(shape.units), shape.units[0]))


class _Words:
    """Replaces names and literals by placeholders."""

    def __init__(self, alignment: Alignment, names: Names) -> None:
        self._alignment = alignment
        self._names = names
        self._tokens: dict[int, list[Token]] = defaultdict(list)
        for token, number in zip(alignment.units.tokens, alignment.units.owner, strict=True):
            self._tokens[number].append(token)

    def shape(self, unit: Unit) -> tuple[str, str, str]:
        """COBOL shape, Python shape and rule of a unit."""
        numbers: dict[int, int] = {}
        cobol = " ".join(self._cobol_word(token, numbers) for token in self._tokens[unit.number])
        python = "\n".join(self._python_lines(unit, numbers))
        return cobol, python, rule_of(unit)

    def _cobol_word(self, token: Token, numbers: dict[int, int]) -> str:
        if token.type in _LITERAL_SHAPES:
            return _LITERAL_SHAPES[token.type]
        position = self._alignment.cobol.position(token.inclusion, token.line)
        for spot in self._names.cobol.get(position, ()) if position is not None else ():
            if spot.column == token.column - 1:
                return self._placeholder(spot, numbers)
        return token.upper

    def _python_lines(self, unit: Unit, numbers: dict[int, int]) -> Iterator[str]:
        for statement in self._alignment.statements_of(unit):
            for line in statement.lines:
                if line not in statement.documentation:
                    yield self._python_line(line, numbers)

    def _python_line(self, line: int, numbers: dict[int, int]) -> str:
        text = self._alignment.python.lines[line]
        replaced: list[tuple[Spot, str]] = [
            (spot, self._placeholder(spot, numbers)) for spot in self._names.python.get(line, ())
        ]
        names = {spot.column for spot, _ in replaced}
        replaced += [
            (spot, "‹literal›")
            for spot in self._names.python_literals.get(line, ())
            if spot.column not in names
        ]
        parts: list[str] = []
        at = 0
        for spot, placeholder in sorted(replaced, key=lambda pair: pair[0].column):
            if spot.column >= at:
                parts += [text[at : spot.column], placeholder]
                at = spot.column + spot.length
        return "".join([*parts, text[at:]]).strip()

    def _placeholder(self, spot: Spot, numbers: dict[int, int]) -> str:
        number = numbers.setdefault(spot.number, len(numbers) + 1)
        return f"‹{_description(self._names.symbols[spot.number].meaning)} {number}›"


def _description(meaning: object) -> str:
    """What of a name the conversion depends on."""
    if isinstance(meaning, DataItem):
        if meaning.category is Category.NUMERIC:
            sign = "S" if meaning.signed else ""
            return f"{sign}9({meaning.digits},{meaning.scale}) {meaning.usage}"
        return f"{meaning.category.lower()}{' table' if meaning.dimensions else ''}"
    if isinstance(meaning, ConditionName):
        return "condition"
    if isinstance(meaning, IndexName):
        return "index"
    return "file" if isinstance(meaning, FileItem) else "name"
