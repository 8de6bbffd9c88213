"""Paragraphs as a report names them, with their words and statements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cobol_parser import ast
from cobol_parser.procedures import all_sections
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.source import Token
from transpiler.report.estate import Estate, ProgramFile


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """A paragraph of a program. `name` is unique enough to read: sentences without a paragraph-name go by their section, or START."""

    file: ProgramFile
    analysis: ProgramAnalysis
    program: str
    name: str
    paragraph: ast.Paragraph
    words: tuple[Token, ...]


def units(estate: Estate) -> list[Unit]:
    """Every paragraph of the estate in source order; empty ones that the parser put in are left out."""
    return [unit for file in estate.files for unit in _of_file(file)]


def by_program(estate: Estate) -> dict[ProgramAnalysis, list[Unit]]:
    """The paragraphs of each program that has a procedure division."""
    found: dict[ProgramAnalysis, list[Unit]] = {}
    for unit in estate.once(units):
        found.setdefault(unit.analysis, []).append(unit)
    return found


def _of_file(file: ProgramFile) -> Iterator[Unit]:
    words = Words(file)
    for program, analysis in file.programs:
        if program.procedure is None:
            continue
        for section in all_sections(program.procedure):
            for paragraph in section.paragraphs:
                if paragraph.name is not None or paragraph.sentences:
                    name = shown_name(paragraph, section)
                    known = program.identification.program_id
                    yield Unit(file, analysis, known, name, paragraph, words.of(paragraph))


def shown_name(paragraph: ast.Paragraph, section: ast.Section | None) -> str:
    """The paragraph-name with its section where it has one."""
    around = section.name if section is not None else None
    if paragraph.name is None:
        return around or "START"
    return f"{paragraph.name} OF {around}" if around else paragraph.name


class Words:
    """The words of a program file by place; a node knows its first and its last."""

    def __init__(self, file: ProgramFile) -> None:
        text = file.conversion.text
        self._words = text.tokens if text is not None else []
        self._at = {token: index for index, token in enumerate(self._words)}

    def of(self, node: ast.Node) -> tuple[Token, ...]:
        """The words of a node, first to last."""
        first, last = self._at.get(node.span.first), self._at.get(node.span.last)
        return () if first is None or last is None else tuple(self._words[first : last + 1])
