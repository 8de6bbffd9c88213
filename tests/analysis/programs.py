"""Short programs for tests of names and checks."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser import ast
from cobol_parser.diagnostics import Diagnostics
from cobol_parser.dialects import DIALECTS
from cobol_parser.parser import parse_tokens
from cobol_parser.resolve import ProgramAnalysis, analyze
from cobol_parser.scanner import scan
from cobol_parser.source import Inclusion, SourceFile
from cobol_parser.symbols import DataItem
from cobol_parser.text_options import TextOptions
from cobol_parser.walk import walk


@dataclass
class Analyzed:
    """The analysis of a source text, and what was reported."""

    analyses: dict[ast.Program, ProgramAnalysis]
    diagnostics: Diagnostics

    @property
    def main(self) -> ProgramAnalysis:
        """The first program."""
        return next(iter(self.analyses.values()))

    @property
    def codes(self) -> list[str]:
        """The codes reported, in order."""
        return [found.code for found in self.diagnostics]

    def item(self, name: str) -> DataItem:
        """The only data item of that name in the first program."""
        (found,) = self.main.symbols.named(name)
        assert isinstance(found, DataItem)
        return found

    def identifiers(self, name: str) -> list[ast.Identifier]:
        """The identifiers of that name in the first program's procedure division."""
        division = self.main.program.procedure
        assert division is not None
        return [node for node in walk(division) if isinstance(node, ast.Identifier) and node.name == name]


def analyzed(text: str, dialect: str = "gnucobol") -> Analyzed:
    """Analyze a free-form source text."""
    diagnostics = Diagnostics()
    speech = DIALECTS[dialect]
    file = SourceFile("TEST.cbl", tuple(text.splitlines()), reference_format="free")
    tokens = scan(Inclusion(file), TextOptions(dialect=speech, format="free"), diagnostics)
    unit = parse_tokens(tokens, speech, diagnostics)
    assert [found.message for found in diagnostics] == []
    return Analyzed(analyze(unit, speech, diagnostics), diagnostics)


def program(working_storage: str = "", procedure: str = "STOP RUN.", *, environment: str = "") -> str:
    """A program around some data and statements."""
    return f"""IDENTIFICATION DIVISION.
PROGRAM-ID. TEST-PROGRAM.
{environment}
DATA DIVISION.
WORKING-STORAGE SECTION.
{working_storage}
PROCEDURE DIVISION.
MAIN-PARAGRAPH.
    {procedure}
"""
