"""Programs: the parts of a source file put into divisions, and the programs put into each other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.data_tree import data_division
from cobol_parser.build.environment import environment_division
from cobol_parser.build.parts import (
    CommentParagraph,
    CommunicationHeader,
    DataEntry,
    DataSection,
    DivisionHeader,
    EnvironmentPart,
    FileHeader,
    Ignored,
    Part,
    ProgramEnd,
    ProgramHeader,
    ReportHeader,
)
from cobol_parser.build.registry import builds
from cobol_parser.source import Span, Token

DATA_PARTS = (DataSection, FileHeader, ReportHeader, CommunicationHeader, DataEntry)


# --- parts


@builds("identification_header", "environment_header", "data_header")
def division_header(context: BuildContext, children: list[Any]) -> DivisionHeader:
    """IDENTIFICATION, ENVIRONMENT or DATA DIVISION."""
    name = children[0].type
    comments = context.take_comment_lines() if name == "IDENTIFICATION" else ()
    return DivisionHeader(context.span, name, comments)


@builds("program_id", "function_id")
def program_header(context: BuildContext, children: list[Any]) -> ProgramHeader:
    """PROGRAM-ID. name [AS literal] [IS COMMON INITIAL RECURSIVE PROGRAM]."""
    tokens = [child for child in children if isinstance(child, Token)]
    name = next((child for child in children if isinstance(child, str)), "")
    words = [token for child in children if isinstance(child, list) for token in child]
    attributes = frozenset(token.type for token in words)
    kind = "FUNCTION" if tokens[0].type == "FUNCTION_ID" else "PROGRAM"
    external = next((token.text[1:-1] for token in words if token.type == "STRING"), None)
    if kind == "FUNCTION":
        name = name.upper()
    context.open_program(name)
    return ProgramHeader(context.span, name, kind, attributes, context.take_comment_lines(), external)


@builds("program_name")
def program_name(context: BuildContext, children: list[Any]) -> str:
    """A program-name as it is written: CALL compares names with regard to case."""
    token: Token = children[0]
    return token.text[1:-1] if token.type == "STRING" else token.text


@builds("comment_paragraph")
def comment_paragraph(context: BuildContext, children: list[Any]) -> CommentParagraph:
    """AUTHOR. free text."""
    text = children[2].text if children[2] is not None else ""
    return CommentParagraph(context.span, children[0].upper, text)


@builds("options")
def options(context: BuildContext, children: list[Any]) -> Ignored:
    """OPTIONS paragraph of COBOL 2014: DEFAULT ROUNDED MODE counts for the ROUNDED phrases that follow."""
    return Ignored(context.span)


@builds("option")
def option(context: BuildContext, children: list[Any]) -> None:
    """One clause of OPTIONS."""
    if children[0].type == "DEFAULT":
        context.set_default_rounding(children[-1].upper)
    else:
        words = " ".join(child.upper for child in children)
        context.report("CBL3012", f"{words} has no effect")


@builds("end_program")
def end_program(context: BuildContext, children: list[Any]) -> ProgramEnd:
    """END PROGRAM name."""
    name: str = children[2]
    context.close_program(name)
    return ProgramEnd(context.span, name)


@builds("lost_part")
def lost_part(context: BuildContext, children: list[Any]) -> Ignored:
    """What could not be read; the diagnostic was reported."""
    return Ignored(context.span)


@builds("exec_entry")
def exec_entry(context: BuildContext, children: list[Any]) -> Ignored:
    """EXEC … END-EXEC among data descriptions."""
    context.report("CBL3011", "an EXEC block among data descriptions is not converted")
    return Ignored(context.span)


# --- programs


@dataclass
class _Draft:
    """A program being collected."""

    first: Token
    last: Token
    header: ProgramHeader | None = None
    paragraphs: list[CommentParagraph] = field(default_factory=list)
    comments: tuple[str, ...] = ()
    environment: list[EnvironmentPart] = field(default_factory=list)
    environment_header: DivisionHeader | None = None
    data: list[Part] = field(default_factory=list)
    data_header: DivisionHeader | None = None
    procedure: ast.ProcedureDivision | None = None
    programs: list[ast.Program] = field(default_factory=list)
    ended: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing but comments and a division header were seen."""
        return self.header is None and not self.environment and not self.data and self.procedure is None


@builds("start")
def compilation_unit(context: BuildContext, children: list[Any]) -> ast.CompilationUnit:
    """All programs of the source. Comments behind the last one go to its IDENTIFICATION DIVISION."""
    assembly = _Assembly(context)
    for part in children:
        assembly.add(part)
    programs = assembly.finish()
    comments = context.take_comment_lines() + context.tokens[-1].comments
    if programs and comments:
        last = programs[-1].identification
        last = replace(last, comments=last.comments + comments)
        programs[-1] = replace(programs[-1], identification=last)
    return ast.CompilationUnit(span=context.span, programs=tuple(programs))


class _Assembly:
    """Collects parts into programs. A program that begins while another is open is nested in it if END PROGRAM ends either of
    them, else it is its neighbour."""

    def __init__(self, context: BuildContext) -> None:
        self.context = context
        self.open: list[_Draft] = []
        self.done: list[ast.Program] = []

    def add(self, part: Any) -> None:
        """Take the next part of the source."""
        if part is None or isinstance(part, Ignored):
            return
        if isinstance(part, ProgramEnd):
            self._end(part)
            return
        if isinstance(part, ProgramHeader) or (
            isinstance(part, DivisionHeader) and part.name == "IDENTIFICATION"
        ):
            draft = self._begin(part)
        else:
            draft = self._current(part)
        draft.last = part.span.last
        self._place(draft, part)

    def _begin(self, part: Part) -> _Draft:
        """The program that a header belongs to: a new one, unless only IDENTIFICATION DIVISION was seen of the last."""
        if self.open and self.open[-1].is_empty:
            return self.open[-1]
        return self._new(part)

    def _new(self, part: Part) -> _Draft:
        draft = _Draft(part.span.first, part.span.last)
        self.open.append(draft)
        return draft

    def _current(self, part: Part) -> _Draft:
        """The program being collected; one without a name when no PROGRAM-ID was seen."""
        return self.open[-1] if self.open else self._new(part)

    def _place(self, draft: _Draft, part: Part | ast.ProcedureDivision) -> None:
        match part:
            case ProgramHeader():
                draft.header = part
                draft.comments += part.comments
            case CommentParagraph():
                draft.paragraphs.append(part)
            case DivisionHeader(name="IDENTIFICATION"):
                draft.comments += part.comments
            case DivisionHeader(name="ENVIRONMENT"):
                draft.environment_header = part
            case DivisionHeader():
                draft.data_header = part
            case EnvironmentPart():
                draft.environment.append(part)
            case ast.ProcedureDivision():
                draft.procedure = part
            case _ if isinstance(part, DATA_PARTS):
                draft.data.append(part)

    def _end(self, part: ProgramEnd) -> None:
        """Close the program that END PROGRAM names, and those left open inside it."""
        names = [draft.header.program_id.strip().upper() if draft.header else "" for draft in self.open]
        ended = part.program_id.strip().upper()
        if ended not in names:
            self.context.report("CBL3010", f"no program {part.program_id} is open here", at=part.span)
            return
        depth = len(names) - 1 - names[::-1].index(ended)
        while len(self.open) > depth + 1:
            self._close(nested=True)
        self.open[-1].last = part.span.last
        self._close(nested=True)

    def _close(self, *, nested: bool) -> None:
        """Finish the innermost open program."""
        draft = self.open.pop()
        program = self._program(draft)
        if nested and self.open:
            self.open[-1].programs.append(program)
        else:
            self.done.append(program)

    def finish(self) -> list[ast.Program]:
        """Programs left open at the end of the source stand side by side, in order."""
        left: list[ast.Program] = []
        while self.open:
            draft = self.open.pop()
            if not draft.is_empty or draft.programs:
                left.insert(0, self._program(draft))
        return self.done + left

    def _program(self, draft: _Draft) -> ast.Program:
        span = Span(draft.first, draft.last)
        header = draft.header
        if header is None:
            self.context.report("CBL3009", "the PROGRAM-ID paragraph is missing", at=draft.first)
        attributes = header.attributes if header else frozenset()
        name = (header.external or header.program_id).strip() if header else _name_from_file(draft.first)
        identification = ast.IdentificationDivision(
            span=header.span if header else Span(draft.first, draft.first),
            program_id=name,
            initial="INITIAL" in attributes,
            common="COMMON" in attributes,
            recursive="RECURSIVE" in attributes,
            kind=header.kind if header else "PROGRAM",
            paragraphs=tuple((paragraph.name, paragraph.text) for paragraph in draft.paragraphs),
            comments=draft.comments,
        )
        return ast.Program(
            span=span,
            identification=identification,
            environment=environment_division(draft.environment_header, draft.environment),
            data=data_division(self.context, draft.data_header, draft.data),
            procedure=draft.procedure,
            programs=tuple(draft.programs),
        )


def _name_from_file(token: Token) -> str:
    """A program-name for a source without PROGRAM-ID: the file's name."""
    return PurePath(token.inclusion.file.path).stem.upper() or "MAIN"
