"""ENTRY: places in the middle of a procedure division where a CALL can begin (GnuCOBOL Programmer's Guide, ENTRY).

A paragraph that has ENTRY statements is cut before each of them, so that control can enter at the cut.
"""

from __future__ import annotations

from dataclasses import replace

from cobol_parser import ast
from cobol_parser.procedures import Procedures
from cobol_parser.source import Span


def cut_at_entries(
    procedures: Procedures,
) -> tuple[dict[ast.Paragraph, ast.Paragraph], dict[ast.Entry, ast.Paragraph]]:
    """Replace paragraphs with ENTRY statements in `procedures.order` by their parts.

    Gives the paragraph that each part belongs to, and the part that begins with each ENTRY. An ENTRY inside another
    statement is in neither.
    """
    whole_of: dict[ast.Paragraph, ast.Paragraph] = {}
    entries: dict[ast.Entry, ast.Paragraph] = {}
    order: list[ast.Paragraph] = []
    for paragraph in procedures.order:
        parts = _parts(paragraph)
        if len(parts) == 1 and not isinstance(_first(parts[0]), ast.Entry):
            order.append(paragraph)
            continue
        for part in parts:
            whole_of[part] = paragraph
            procedures.sections_of[part] = procedures.sections_of[paragraph]
            first = _first(part)
            if isinstance(first, ast.Entry):
                entries[first] = part
        order += parts
    procedures.order = order
    return whole_of, entries


def _first(paragraph: ast.Paragraph) -> ast.Statement | None:
    return next((statement for sentence in paragraph.sentences for statement in sentence.statements), None)


def _parts(paragraph: ast.Paragraph) -> list[ast.Paragraph]:
    parts: list[list[ast.Sentence]] = [[]]
    for sentence in paragraph.sentences:
        pieces: list[list[ast.Statement]] = [[]]
        for statement in sentence.statements:
            if isinstance(statement, ast.Entry) and (pieces[-1] or parts[-1] or len(pieces) > 1):
                pieces.append([])
            pieces[-1].append(statement)
        for position, piece in enumerate(pieces):
            if position:
                parts.append([])
            if piece:
                parts[-1].append(replace(sentence, statements=tuple(piece)))
    if len(parts) == 1:
        return [paragraph]
    head = replace(paragraph, sentences=tuple(parts[0]))
    rest = [
        replace(
            paragraph,
            span=Span(part[0].statements[0].span.first, part[-1].span.last),
            name=None,
            sentences=tuple(part),
            comments=(),
        )
        for part in parts[1:]
    ]
    return [head, *rest]
