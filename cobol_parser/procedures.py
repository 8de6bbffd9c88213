"""Procedure-names to paragraphs and sections (COBOL-85 standard, IV 4.3.8.1 and VI 6.1)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from cobol_parser import ast
from cobol_parser.diagnostics import Diagnostics
from cobol_parser.qualification import near_names

Procedure = ast.Paragraph | ast.Section


@dataclass(slots=True, eq=False)
class Procedures:
    """The paragraphs and sections of one program by name, and where they stand.

    `order` lists all paragraphs as they follow each other, declaratives first; `sections_of` gives the section of each.
    """

    order: list[ast.Paragraph] = field(default_factory=list)
    sections_of: dict[ast.Paragraph, ast.Section] = field(default_factory=dict)
    paragraphs: dict[str, list[ast.Paragraph]] = field(default_factory=dict)
    sections: dict[str, list[ast.Section]] = field(default_factory=dict)


def collect(division: ast.ProcedureDivision, skipped: Collection[ast.Section] = ()) -> Procedures:
    """Index the procedures of a division, without the sections that are `skipped`."""
    found = Procedures()
    for section in all_sections(division):
        if section in skipped:
            continue
        if section.name is not None:
            found.sections.setdefault(section.name, []).append(section)
        for paragraph in section.paragraphs:
            found.order.append(paragraph)
            found.sections_of[paragraph] = section
            if paragraph.name is not None:
                found.paragraphs.setdefault(paragraph.name, []).append(paragraph)
    return found


def all_sections(division: ast.ProcedureDivision) -> Iterator[ast.Section]:
    """Yield the sections of DECLARATIVES, then the others."""
    for declarative in division.declaratives:
        yield declarative.section
    yield from division.sections


def resolve_procedure(
    procedures: Procedures, name: ast.ProcedureName, inside: ast.Section | None, diagnostics: Diagnostics
) -> Procedure | None:
    """Return what a procedure-name means in section `inside`; report an unknown (CBL4005) or ambiguous (CBL4006) one.

    A paragraph of the same section is preferred to anything elsewhere.
    """
    candidates = _candidates(procedures, name, inside)
    if len(candidates) == 1:
        return candidates[0]
    shown = f"{name.name} OF {name.section}" if name.section else name.name
    if candidates:
        diagnostics.report(
            "CBL4006",
            name.span,
            f"{shown} can mean {len(candidates)} procedures",
            notes=tuple(_where(procedures, candidate) for candidate in candidates[:5]),
        )
        return None
    near = near_names(name.name, (*procedures.paragraphs, *procedures.sections))
    help_text = f"did you mean {' or '.join(near)}?" if near else None
    diagnostics.report("CBL4005", name.span, f"there is no paragraph or section {shown}", help=help_text)
    return None


def _candidates(
    procedures: Procedures, name: ast.ProcedureName, inside: ast.Section | None
) -> list[Procedure]:
    paragraphs = procedures.paragraphs.get(name.name, [])
    if name.section is not None:
        return [p for p in paragraphs if procedures.sections_of[p].name == name.section]
    own: list[Procedure] = [p for p in paragraphs if procedures.sections_of[p] is inside]
    if own:
        return own
    return [*paragraphs, *procedures.sections.get(name.name, [])]


def _where(procedures: Procedures, procedure: Procedure) -> str:
    line = procedure.span.first.line
    if isinstance(procedure, ast.Section):
        return f"section {procedure.name} at line {line}"
    section = procedures.sections_of[procedure].name
    return (
        f"{procedure.name} of section {section} at line {line}"
        if section
        else f"{procedure.name} at line {line}"
    )
