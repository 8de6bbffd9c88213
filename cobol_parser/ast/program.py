"""Programs, sections, paragraphs and sentences."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.ast.data import DataDivision
from cobol_parser.ast.environment import EnvironmentDivision
from cobol_parser.ast.node import Node


@dataclass(frozen=True, kw_only=True, eq=False)
class Statement(Node):
    """An imperative or conditional statement. `comments` are the comment lines before it, `trailing` is an inline comment
    behind its first line."""

    comments: tuple[str, ...] = ()
    trailing: str | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class UnsupportedStatement(Statement):
    """A statement that was not understood, or is not converted: its text and the reason.

    `code` is the diagnostic code that was reported for it.
    """

    text: str
    reason: str
    code: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Sentence(Node):
    """One or more statements ended by a full stop."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Paragraph(Node):
    """`name` is None for sentences before the first paragraph-name of a section or division."""

    name: str | None
    sentences: tuple[Sentence, ...]
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Section(Node):
    """`name` is None for paragraphs outside any section. `segment` is the priority number."""

    name: str | None
    paragraphs: tuple[Paragraph, ...]
    segment: int | None = None
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Parameter(Node):
    """One operand of PROCEDURE DIVISION USING. `mode` is REFERENCE or VALUE."""

    name: str
    mode: str = "REFERENCE"
    optional: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class DebuggingTarget(Node):
    """An operand of USE FOR DEBUGGING: the name of a procedure, file, cd or data item; None is ALL PROCEDURES.

    `all_references` is ALL REFERENCES OF a data item.
    """

    name: str | None
    qualifiers: tuple[str, ...] = ()
    all_references: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class UseStatement(Statement):
    """USE AFTER ERROR/EXCEPTION PROCEDURE ON files|INPUT|OUTPUT|I-O|EXTEND; `kind` is ERROR, BEFORE REPORTING
    or DEBUGGING. `targets` are file or report-group names, or open modes, upper case; `debugged` are the operands of
    FOR DEBUGGING."""

    kind: str
    targets: tuple[str, ...]
    debugged: tuple[DebuggingTarget, ...] = ()
    is_global: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class DeclarativeSection(Node):
    """A section of DECLARATIVES: its USE statement and its paragraphs."""

    section: Section
    use: UseStatement | None


@dataclass(frozen=True, kw_only=True, eq=False)
class ProcedureDivision(Node):
    """PROCEDURE DIVISION [USING|CHAINING …] [RETURNING …]."""

    chaining: bool = False
    using: tuple[Parameter, ...] = ()
    returning: str | None = None
    declaratives: tuple[DeclarativeSection, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class IdentificationDivision(Node):
    """PROGRAM-ID and the comment paragraphs (AUTHOR, REMARKS, …) as (name, text) pairs.

    `kind` is PROGRAM or FUNCTION.
    """

    program_id: str
    initial: bool = False
    common: bool = False
    recursive: bool = False
    kind: str = "PROGRAM"
    paragraphs: tuple[tuple[str, str], ...] = ()
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Program(Node):
    """A (possibly nested) source program."""

    identification: IdentificationDivision
    environment: EnvironmentDivision | None = None
    data: DataDivision | None = None
    procedure: ProcedureDivision | None = None
    programs: tuple[Program, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class CompilationUnit(Node):
    """All programs of one source file, in order."""

    programs: tuple[Program, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class ProcedureName(Node):
    """A paragraph-name or section-name, the former optionally OF a section."""

    name: str
    section: str | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class DataName(Node):
    """A name of a file, record, report or program where no subscript can stand."""

    name: str
