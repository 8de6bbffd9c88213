"""Parts of a program between grammar and tree: what headers, paragraphs and entries say before they are put in their places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cobol_parser import ast
from cobol_parser.source import Span


class Clause(NamedTuple):
    """A clause as the field of the node it belongs to, and the field's value."""

    field: str
    value: Any


@dataclass(frozen=True)
class Part:
    """Anything that ends with its period."""

    span: Span


@dataclass(frozen=True)
class DivisionHeader(Part):
    """`name` DIVISION (not the PROCEDURE DIVISION)."""

    name: str
    comments: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProgramHeader(Part):
    """PROGRAM-ID or FUNCTION-ID; `external` is the name that AS gives other programs."""

    program_id: str
    kind: str
    attributes: frozenset[str]
    comments: tuple[str, ...] = ()
    external: str | None = None


@dataclass(frozen=True)
class CommentParagraph(Part):
    """AUTHOR and its like."""

    name: str
    text: str


@dataclass(frozen=True)
class ProgramEnd(Part):
    """END PROGRAM name."""

    program_id: str


@dataclass(frozen=True)
class EnvironmentPart(Part):
    """Clauses for ast.EnvironmentDivision; those with a tuple as value add up."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class DataSection(Part):
    """Header of a section of the DATA DIVISION: FILE, WORKING-STORAGE, …"""

    name: str


@dataclass(frozen=True)
class FileHeader(Part):
    """FD or SD before its records: fields of ast.FileDescription."""

    fields: dict[str, Any]


@dataclass(frozen=True)
class ReportHeader(Part):
    """RD before its groups."""

    fields: dict[str, Any]


@dataclass(frozen=True)
class CommunicationHeader(Part):
    """CD before its records."""

    fields: dict[str, Any]


@dataclass(frozen=True)
class DataEntry(Part):
    """A data, report group or screen description entry: fields of ast.DataDescription without children."""

    level: int
    fields: dict[str, Any]
    report_clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True)
class Ignored(Part):
    """Something without a place in the tree; a diagnostic was reported where that matters."""


@dataclass(frozen=True)
class ProcedureHeader(Part):
    """PROCEDURE DIVISION [USING …] [RETURNING …]."""

    using: tuple[ast.Parameter, ...] = ()
    returning: str | None = None
    chaining: bool = False


@dataclass(frozen=True)
class SectionHeader(Part):
    """name SECTION [segment]."""

    name: str
    segment: int | None
    comments: tuple[str, ...]


@dataclass(frozen=True)
class ParagraphHeader(Part):
    """name at the beginning of a paragraph."""

    name: str
    comments: tuple[str, ...]


@dataclass(frozen=True)
class DeclarativesMark(Part):
    """DECLARATIVES, or END DECLARATIVES when `end`."""

    end: bool = field(default=False)
