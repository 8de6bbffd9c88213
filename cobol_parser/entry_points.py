"""ENTRY: places in the middle of a procedure division where a CALL can begin (GnuCOBOL Programmer's Guide, ENTRY).

A paragraph that has ENTRY statements is cut before each of them, so that control can enter at the cut. An ENTRY inside another
statement cannot be cut at; the paragraph is cut behind that statement, and what is left of it is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from cobol_parser import ast
from cobol_parser.procedures import Procedures
from cobol_parser.source import Span
from cobol_parser.walk import holds_statements, node_fields, walk


@dataclass(frozen=True, slots=True)
class InnerEntry:
    """An ENTRY inside another statement of `part`: the statements `rest` that are left of that one, then `following`, the part or
    paragraph behind it (None at the end of the division). `rest` is None where a loop cannot be gone on with."""

    part: ast.Paragraph
    rest: tuple[ast.Statement, ...] | None
    following: ast.Paragraph | None


@dataclass(slots=True)
class EntryPoints:
    """`whole_of` is the paragraph that each part belongs to, `entries` the part that begins with each ENTRY, `inner` the others."""

    whole_of: dict[ast.Paragraph, ast.Paragraph] = field(default_factory=dict)
    entries: dict[ast.Entry, ast.Paragraph] = field(default_factory=dict)
    inner: dict[ast.Entry, InnerEntry] = field(default_factory=dict)


def cut_at_entries(procedures: Procedures) -> EntryPoints:
    """Replace paragraphs with ENTRY statements in `procedures.order` by their parts."""
    points = EntryPoints()
    order: list[ast.Paragraph] = []
    holders: list[tuple[int, ast.Statement]] = []
    for paragraph in procedures.order:
        parts = _parts(paragraph)
        for part in parts:
            holders += ((len(order), statement) for statement in _statements(part) if _holds_entry(statement))
            order.append(part)
            first = _first(part)
            if len(parts) > 1 or isinstance(first, ast.Entry):
                points.whole_of[part] = paragraph
                procedures.sections_of[part] = procedures.sections_of[paragraph]
            if isinstance(first, ast.Entry):
                points.entries[first] = part
    for position, statement in holders:
        following = order[position + 1] if position + 1 < len(order) else None
        for entry in _entries_in(statement):
            points.inner[entry] = InnerEntry(order[position], _rest(statement, entry), following)
    procedures.order = order
    return points


def _statements(paragraph: ast.Paragraph) -> Iterator[ast.Statement]:
    return (statement for sentence in paragraph.sentences for statement in sentence.statements)


def _entries_in(statement: ast.Statement) -> Iterator[ast.Entry]:
    return (node for node in walk(statement, into=holds_statements) if isinstance(node, ast.Entry))


def _holds_entry(statement: ast.Statement) -> bool:
    return not isinstance(statement, ast.Entry) and any(_entries_in(statement))


def _rest(statement: ast.Statement, entry: ast.Entry) -> tuple[ast.Statement, ...] | None:
    """What is left to be done of a statement from the ENTRY inside it on."""
    for block in _blocks(statement):
        for position, inner in enumerate(block):
            if entry not in _entries_in(inner):
                continue
            left = () if inner is entry else _rest(inner, entry)
            again = _going_on(statement)
            return None if left is None or again is None else (*left, *block[position + 1 :], *again)
    return ()


def _going_on(statement: ast.Statement) -> tuple[ast.Statement, ...] | None:
    """A loop goes on with its condition; None where it has a counter, or tests behind its statements."""
    if not isinstance(statement, ast.PerformInline):
        return ()
    control = statement.control
    plain = control.until is not None and not control.varying and not control.test_after
    leaves = any(isinstance(node, ast.Exit) for node in walk(statement, into=holds_statements))
    return (statement,) if (plain or control.forever) and not leaves else None


def _blocks(node: ast.Node) -> Iterator[tuple[ast.Statement, ...]]:
    """The lists of statements directly inside a statement, those of its phrases included."""
    for name in node_fields(type(node)):
        value = getattr(node, name)
        values = value if isinstance(value, tuple) else (value,)
        if values and all(isinstance(item, ast.Statement) for item in values):
            yield values
            continue
        for item in values:
            if isinstance(item, ast.Node) and not isinstance(item, ast.Statement) and holds_statements(item):
                yield from _blocks(item)


def _first(paragraph: ast.Paragraph) -> ast.Statement | None:
    return next(_statements(paragraph), None)


def _parts(paragraph: ast.Paragraph) -> list[ast.Paragraph]:
    parts: list[list[ast.Sentence]] = [[]]
    behind = False
    for sentence in paragraph.sentences:
        pieces: list[list[ast.Statement]] = [[]]
        for statement in sentence.statements:
            cut = behind or isinstance(statement, ast.Entry)
            if cut and (pieces[-1] or parts[-1] or len(pieces) > 1):
                pieces.append([])
            pieces[-1].append(statement)
            behind = _holds_entry(statement)
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
