"""Sources in, tree and diagnostics out."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.diagnostics import Diagnostics, Severity
from cobol_parser.dialects import DIALECTS
from cobol_parser.parser import parse_tokens
from cobol_parser.source import Token
from cobol_parser.text_manipulation import expand_text
from cobol_parser.text_options import TextOptions
from tests.parse.statements.compact import compact

_PROGRAM = """\
IDENTIFICATION DIVISION.
PROGRAM-ID. T.
{}
"""
_PROCEDURE = """\
DATA DIVISION.
WORKING-STORAGE SECTION.
{}
PROCEDURE DIVISION.
{}
"""


def tokens_of(
    source: str, dialect: str = "gnucobol", format: str = "free"
) -> tuple[list[Token], Diagnostics]:
    """Tokens of a source text."""
    diagnostics = Diagnostics()
    options = TextOptions(dialect=DIALECTS[dialect], format=format)
    return expand_text(source, options, diagnostics, path="snippet.cbl").tokens, diagnostics


def read(
    source: str, dialect: str = "gnucobol", format: str = "free"
) -> tuple[ast.CompilationUnit, Diagnostics]:
    """Parse a whole source."""
    tokens, diagnostics = tokens_of(source, dialect, format)
    return parse_tokens(tokens, DIALECTS[dialect], diagnostics), diagnostics


def messages(diagnostics: Diagnostics) -> list[str]:
    """`code message` of everything that was reported."""
    return [f"{item.code} {item.message}" for item in diagnostics.items]


def errors(diagnostics: Diagnostics) -> list[str]:
    """`code message` of the errors."""
    return [f"{item.code} {item.message}" for item in diagnostics.items if item.severity is Severity.ERROR]


def program(divisions: str, dialect: str = "gnucobol") -> ast.Program:
    """The only program of a source that must be clean; PROGRAM-ID is supplied."""
    unit, diagnostics = read(_PROGRAM.format(divisions), dialect)
    assert messages(diagnostics) == []
    (only,) = unit.programs
    return only


def environment(text: str, dialect: str = "gnucobol") -> ast.EnvironmentDivision:
    """The ENVIRONMENT DIVISION of a clean source."""
    division = program("ENVIRONMENT DIVISION.\n" + text, dialect).environment
    assert division is not None
    return division


def special_names(text: str) -> ast.SpecialNames:
    """The SPECIAL-NAMES paragraph of a clean source."""
    node = environment(f"CONFIGURATION SECTION.\nSPECIAL-NAMES.\n{text}.").special_names
    assert node is not None
    return node


def select(clauses: str) -> ast.FileControlEntry:
    """The only FILE-CONTROL entry of a clean source."""
    (entry,) = environment(f"INPUT-OUTPUT SECTION.\nFILE-CONTROL.\n SELECT {clauses}.").file_control
    return entry


def data(text: str, dialect: str = "gnucobol") -> ast.DataDivision:
    """The DATA DIVISION of a clean source; `text` begins with a section header."""
    division = program("DATA DIVISION.\n" + text, dialect).data
    assert division is not None
    return division


def entries(text: str, dialect: str = "gnucobol") -> tuple[ast.DataDescription, ...]:
    """WORKING-STORAGE entries."""
    return data("WORKING-STORAGE SECTION.\n" + text, dialect).working_storage


def statements(
    text: str, declarations: str = "", dialect: str = "gnucobol"
) -> tuple[list[ast.Statement], Diagnostics]:
    """Statements of a PROCEDURE DIVISION after WORKING-STORAGE entries."""
    unit, diagnostics = read(_PROGRAM.format(_PROCEDURE.format(declarations, text)), dialect)
    procedure = unit.programs[0].procedure
    assert procedure is not None
    found = [
        statement
        for section in procedure.sections
        for paragraph in section.paragraphs
        for sentence in paragraph.sentences
        for statement in sentence.statements
    ]
    return found, diagnostics


def condition(text: str, declarations: str = "") -> str:
    """Compact text of a condition, which must be clean."""
    found, diagnostics = statements(f"IF {text} CONTINUE END-IF.", declarations)
    assert messages(diagnostics) == []
    assert isinstance(found[0], ast.If)
    return compact(found[0].condition)


def expression(text: str, declarations: str = "") -> str:
    """Compact text of an arithmetic expression, which must be clean."""
    found, diagnostics = statements(f"COMPUTE R = {text}.", declarations)
    assert messages(diagnostics) == []
    assert isinstance(found[0], ast.Compute)
    return compact(found[0].expression)


def outline(items: tuple[ast.DataDescription, ...], depth: int = 0) -> str:
    """Levels and names, indented."""
    lines = ""
    for item in items:
        lines += f"{'  ' * depth}{item.level:02d} {item.name or 'FILLER'}\n"
        lines += outline(item.children, depth + 1)
    return lines
