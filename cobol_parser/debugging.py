"""The debug module (COBOL-85 standard, part XV): what USE FOR DEBUGGING procedures watch.

Debugging sections are compiled only WITH DEBUGGING MODE; without it they count as comments.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cobol_parser import ast
from cobol_parser.diagnostics import Diagnostics
from cobol_parser.procedures import Procedure, Procedures, resolve_procedure
from cobol_parser.qualification import find, find_file
from cobol_parser.symbols import DataItem, FileItem, ProgramSymbols


@dataclass(frozen=True, slots=True)
class WatchedItem:
    """The debugging section of a data item; `all_references`: also where the item is only read."""

    section: ast.Section
    all_references: bool


@dataclass(slots=True, eq=False)
class Debugging:
    """The debugging sections of a program by what they watch."""

    everywhere: ast.Section | None = None
    """The section of ALL PROCEDURES."""
    procedures: dict[Procedure, ast.Section] = field(default_factory=dict)
    items: dict[DataItem, WatchedItem] = field(default_factory=dict)
    files: dict[FileItem, ast.Section] = field(default_factory=dict)
    sections: set[ast.Section] = field(default_factory=set)
    """The debugging sections themselves: nothing in them is watched."""
    heads: dict[ast.Paragraph, ast.Section] = field(default_factory=dict)
    """Paragraphs that stand for the header of a watched section."""

    @property
    def watches_procedures(self) -> bool:
        """Whether control flow is watched at all."""
        return self.everywhere is not None or bool(self.procedures)

    def section_for(self, procedure: Procedure) -> ast.Section | None:
        """The debugging section that runs when control enters `procedure`."""
        return self.everywhere or self.procedures.get(procedure)


def debugging_sections(program: ast.Program) -> Iterator[tuple[ast.Section, ast.UseStatement]]:
    """Yield the sections of DECLARATIVES that are USE FOR DEBUGGING procedures."""
    for declarative in program.procedure.declaratives if program.procedure is not None else ():
        if declarative.use is not None and declarative.use.kind == "DEBUGGING":
            yield declarative.section, declarative.use


def in_debugging_mode(program: ast.Program) -> bool:
    """Whether SOURCE-COMPUTER says WITH DEBUGGING MODE."""
    return program.environment is not None and program.environment.debugging_mode


def resolve_debugging(
    program: ast.Program, symbols: ProgramSymbols, procedures: Procedures, diagnostics: Diagnostics
) -> Debugging | None:
    """Look up what the USE FOR DEBUGGING statements name; None when nothing is watched."""
    found = Debugging()
    for section, use in debugging_sections(program):
        found.sections.add(section)
        for target in use.debugged:
            _watch(found, target, section, symbols, procedures, diagnostics)
    if not found.sections:
        return None
    _add_heads(found, procedures)
    return found


def _watch(
    found: Debugging,
    target: ast.DebuggingTarget,
    section: ast.Section,
    symbols: ProgramSymbols,
    procedures: Procedures,
    diagnostics: Diagnostics,
) -> None:
    if target.name is None:
        found.everywhere = section
        return
    file = find_file(symbols, target.name)
    if file is not None and not target.qualifiers:
        found.files[file] = section
        return
    items = [item for item in find(symbols, target.name, target.qualifiers) if isinstance(item, DataItem)]
    if items:
        found.items[items[0]] = WatchedItem(section, target.all_references)
        return
    name = ast.ProcedureName(
        span=target.span, name=target.name, section=target.qualifiers[0] if target.qualifiers else None
    )
    procedure = resolve_procedure(procedures, name, None, diagnostics)
    if procedure is not None:
        found.procedures[procedure] = section


def _add_heads(found: Debugging, procedures: Procedures) -> None:
    """Put an empty paragraph before the first one of a watched section: control enters the section there."""
    order: list[ast.Paragraph] = []
    before: ast.Section | None = None
    for paragraph in procedures.order:
        section = procedures.sections_of[paragraph]
        if section is not before and section.name is not None and section not in found.sections:
            if paragraph.name is None:
                found.heads[paragraph] = section
            elif found.section_for(section) is not None:
                first = section.span.first
                head = ast.Paragraph(span=type(section.span)(first, first), name=None, sentences=())
                order.append(head)
                procedures.sections_of[head] = section
                found.heads[head] = section
        order.append(paragraph)
        before = section
    procedures.order = order
