"""Independent segments: sections with a segment-number from 50 on (COBOL-85 standard, XVI 2.2, segmentation module).

Such a section is in its initial state when control comes to it from another segment: what ALTER changed in it is forgotten. Where
that can matter a paragraph without sentences is put before the section, its *opening*, which control falls through on its way into
the section. PERFORM and GO TO go past it (see `lower.segments`).
"""

from __future__ import annotations

from collections.abc import Collection

from cobol_parser import ast
from cobol_parser.resolve import ProgramAnalysis

FIRST_INDEPENDENT = 50


def is_independent(section: ast.Section | None) -> bool:
    """Whether a section belongs to an independent segment."""
    return section is not None and (section.segment or 0) >= FIRST_INDEPENDENT


def openings(
    analysis: ProgramAnalysis, altered: Collection[ast.Paragraph]
) -> dict[ast.Paragraph, ast.Section]:
    """The openings of the independent sections that have an altered paragraph, each with its section."""
    sections = {analysis.sections_of.get(paragraph) for paragraph in altered}
    return {
        ast.Paragraph(span=section.span, name=None, sentences=()): section
        for section in sections
        if section is not None and is_independent(section)
    }


def with_openings(
    analysis: ProgramAnalysis, made: dict[ast.Paragraph, ast.Section]
) -> tuple[ast.Paragraph, ...]:
    """The paragraphs of the program in order, each opening before the first paragraph of its section."""
    waiting = {section: opening for opening, section in made.items()}
    order: list[ast.Paragraph] = []
    for paragraph in analysis.order:
        section = analysis.sections_of.get(paragraph)
        if section in waiting:
            order.append(waiting.pop(section))
        order.append(paragraph)
    return tuple(order)
