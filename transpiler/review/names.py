"""Where names stand on both sides and what they mean; where literals stand."""

from __future__ import annotations

import ast as python
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from cobol_parser import ast
from cobol_parser.procedures import all_sections
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.source import Token
from cobol_parser.symbols import FileItem, Referent
from transpiler.review.alignment import Alignment
from transpiler.review.python_names import PythonNames
from transpiler.review.uses import receivers

Meaning: TypeAlias = Referent | ast.Paragraph | ast.Section
"""What a name stands for."""

_LITERALS = frozenset({"STRING", "INTEGER", "DECIMAL"})
_QUOTED = re.compile(r"""^[A-Za-z]*(["'])(.*)\1$""", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Spot:
    """A name or a literal on a line: column from 0, length, and the number of the symbol or literal."""

    column: int
    length: int
    number: int


@dataclass(slots=True, eq=False)
class Symbol:
    """What a name means, with the positions of the COBOL lines that declare, read and write it."""

    number: int
    meaning: Meaning
    program: ast.Program
    declared: int | None = None
    reads: list[int] = field(default_factory=list)
    writes: list[int] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Names:
    """The names of an alignment: spots by line on each side, symbols and literals by number."""

    symbols: list[Symbol] = field(default_factory=list)
    cobol: dict[int, list[Spot]] = field(default_factory=dict)
    python: dict[int, list[Spot]] = field(default_factory=dict)
    cobol_literals: dict[int, list[Spot]] = field(default_factory=dict)
    python_literals: dict[int, list[Spot]] = field(default_factory=dict)
    literals: dict[str, int] = field(default_factory=dict)
    _number: dict[Meaning, int] = field(default_factory=dict)

    def symbol(self, meaning: Meaning, program: ast.Program) -> Symbol:
        """The symbol of a meaning; made when it is first asked for."""
        number = self._number.get(meaning)
        if number is None:
            number = self._number[meaning] = len(self.symbols)
            self.symbols.append(Symbol(number, meaning, program))
        return self.symbols[number]

    def literal(self, value: str) -> int:
        """The number of a literal's value."""
        return self.literals.setdefault(value, len(self.literals))


def find_names(alignment: Alignment) -> Names:
    """Collect the names and literals of both sides."""
    names = Names()
    finder = _Finder(alignment, names)
    for analysis in alignment.conversion.analyses.values():
        finder.declarations(analysis)
        finder.procedures(analysis)
        finder.references(analysis)
    finder.file_names()
    finder.literals()
    _python_side(alignment, names)
    for spots in (names.cobol, names.python, names.cobol_literals, names.python_literals):
        for line, found in spots.items():
            spots[line] = sorted(set(found), key=lambda spot: (spot.column, spot.number))
    return names


class _Finder:
    """Collects the COBOL side."""

    def __init__(self, alignment: Alignment, names: Names) -> None:
        self.alignment = alignment
        self.names = names
        self._taken: set[tuple[int, int]] = set()

    def _spot(self, token: Token, spots: dict[int, list[Spot]], number: int) -> int | None:
        """Note a spot over a word; returns the position of its line."""
        position = self.alignment.cobol.position(token.inclusion, token.line)
        if position is None:
            return None
        end = token.end_column if token.end_line == token.line else token.column + len(token.text)
        spots.setdefault(position, []).append(Spot(token.column - 1, max(1, end - token.column), number))
        return position

    def _note(self, token: Token, meaning: Meaning, program: ast.Program) -> tuple[Symbol, int | None]:
        symbol = self.names.symbol(meaning, program)
        self._taken.add((id(token.inclusion), token.line * 1000 + token.column))
        return symbol, self._spot(token, self.names.cobol, symbol.number)

    def declarations(self, analysis: ProgramAnalysis) -> None:
        """The names of data items, condition-names and constants, each behind its level-number."""
        units = self.alignment.units
        for declared in analysis.symbols.names.values():
            for meaning in declared:
                entry = getattr(meaning, "entry", None)
                if isinstance(entry, ast.DataDescription):
                    at = units.index(entry.span.first)
                    if at is not None and at + 1 < len(units.tokens):
                        symbol, position = self._note(units.tokens[at + 1], meaning, analysis.program)
                        symbol.declared = position

    def procedures(self, analysis: ProgramAnalysis) -> None:
        """Heads of sections and paragraphs, and the PERFORMs and GO TOs that name them."""
        division = analysis.program.procedure
        if division is None:
            return
        for section in all_sections(division):
            procedures: tuple[ast.Paragraph | ast.Section, ...] = (section, *section.paragraphs)
            for procedure in procedures:
                if procedure.name is not None:
                    symbol, position = self._note(procedure.span.first, procedure, analysis.program)
                    symbol.declared = position
        for name, target in analysis.procedures.items():
            symbol, position = self._note(name.span.first, target, analysis.program)
            if position is not None:
                symbol.reads.append(position)

    def references(self, analysis: ProgramAnalysis) -> None:
        """Every identifier that has a meaning, as a reading or a writing use."""
        stored = receivers(analysis.program)
        for identifier, meaning in analysis.references.items():
            symbol, position = self._note(identifier.span.first, meaning, analysis.program)
            uses = symbol.writes if identifier in stored else symbol.reads
            if position is not None and position not in uses[-1:]:
                uses.append(position)

    def file_names(self) -> None:
        """File-names in statements and entries: words with the name of a file of the program."""
        files: dict[str, dict[str, tuple[FileItem, ast.Program]]] = {}
        for analysis in self.alignment.conversion.analyses.values():
            own = files.setdefault(analysis.program.identification.program_id, {})
            own.update({name: (file, analysis.program) for name, file in analysis.symbols.files.items()})
        units = self.alignment.units
        for token, number in zip(units.tokens, units.owner, strict=True):
            if number < 0 or token.type in _LITERALS:
                continue
            unit = units.all[number]
            found = files.get(unit.program, {}).get(token.upper)
            place = (id(token.inclusion), token.line * 1000 + token.column)
            if found is not None and unit.kind in ("statement", "file") and place not in self._taken:
                symbol, position = self._note(token, *found)
                if position is not None and unit.kind == "statement":
                    symbol.reads.append(position)
                elif position is not None and symbol.declared is None:
                    symbol.declared = position

    def literals(self) -> None:
        """Nonnumeric and numeric literals by value."""
        for token in self.alignment.units.tokens:
            if token.type in _LITERALS:
                number = self.names.literal(_cobol_value(token))
                self._spot(token, self.names.cobol_literals, number)


def _cobol_value(token: Token) -> str:
    """The value of a literal as both sides can compare it."""
    if token.type == "STRING":
        match = _QUOTED.match(token.text)
        if match is None:
            return f"s{token.text}"
        quote, inside = match.groups()
        return f"s{inside.replace(quote * 2, quote)}"
    return number_key(token.text.replace(",", "."))


def number_key(text: str) -> str:
    """A number as both sides can compare it, whatever its zeros."""
    try:
        return f"n{Decimal(text).normalize():f}"
    except InvalidOperation:
        return f"n{text}"


# --- Python


def _python_side(alignment: Alignment, names: Names) -> None:
    found = PythonNames(alignment.conversion)
    columns = _Columns(alignment.python.lines)
    for line, column, length, meaning, program in found.spots(alignment.python.tree):
        symbol = names.symbol(meaning, program)
        spot = Spot(columns.character(line, column), length, symbol.number)
        names.python.setdefault(line, []).append(spot)
    for node, value in _constants(alignment.python.tree):
        if value in names.literals and node.end_col_offset is not None and node.end_lineno == node.lineno:
            start = columns.character(node.lineno - 1, node.col_offset)
            stop = columns.character(node.lineno - 1, node.end_col_offset)
            spot = Spot(start, stop - start, names.literals[value])
            names.python_literals.setdefault(node.lineno - 1, []).append(spot)


def _constants(tree: python.Module) -> Iterator[tuple[python.Constant, str]]:
    decimals = {
        node.args[0]
        for node in python.walk(tree)
        if isinstance(node, python.Call)
        and isinstance(node.func, python.Name)
        and node.func.id == "Decimal"
        and node.args
    }
    for node in python.walk(tree):
        if not isinstance(node, python.Constant):
            continue
        if isinstance(node.value, str):
            yield node, number_key(node.value) if node in decimals else f"s{node.value}"
        elif isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
            yield node, number_key(str(node.value))


class _Columns:
    """Python's syntax tree counts bytes of UTF-8; the page counts characters."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def character(self, line: int, byte: int) -> int:
        text = self._lines[line]
        return byte if text.isascii() else len(text.encode()[:byte].decode(errors="ignore"))
