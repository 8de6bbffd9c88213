"""DATA DIVISION: entries nested by level-number, records put below their files, sections collected."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.parts import (
    CommunicationHeader,
    DataEntry,
    DataSection,
    DivisionHeader,
    FileHeader,
    Part,
    ReportHeader,
)
from cobol_parser.source import Span

SECTION_FIELDS = {
    "WORKING-STORAGE": "working_storage",
    "LOCAL-STORAGE": "local_storage",
    "LINKAGE": "linkage",
    "SCREEN": "screens",
}


@dataclass
class _Node:
    """An entry whose subordinates are being collected."""

    entry: DataEntry
    children: list[_Node] = field(default_factory=list)


def data_division(
    context: BuildContext, header: DivisionHeader | None, parts: list[Part]
) -> ast.DataDivision | None:
    """Collect the sections; None when there is neither a header nor an entry."""
    if header is None and not parts:
        return None
    fields: dict[str, list[Any]] = {}
    section = "WORKING-STORAGE"
    index = 0
    while index < len(parts):
        part = parts[index]
        index += 1
        if isinstance(part, DataSection):
            section = part.name
            continue
        entries: list[DataEntry] = [part] if isinstance(part, DataEntry) else []
        while index < len(parts) and isinstance(entry := parts[index], DataEntry):
            entries.append(entry)
            index += 1
        _add(context, fields, section, part, entries)
    spans = [part.span for part in parts]
    if header is not None:
        spans.insert(0, header.span)
    made = {name: tuple(values) for name, values in fields.items()}
    return ast.DataDivision(span=Span(spans[0].first, spans[-1].last), **made)


def _add(
    context: BuildContext, fields: dict[str, list[Any]], section: str, part: Part, entries: list[DataEntry]
) -> None:
    """Add one file, report or communication description with its records, or entries that stand alone."""
    span = Span(part.span.first, entries[-1].span.last if entries else part.span.last)
    if isinstance(part, FileHeader):
        records = _descriptions(context, entries)
        fields.setdefault("files", []).append(ast.FileDescription(span=span, records=records, **part.fields))
    elif isinstance(part, ReportHeader):
        groups = tuple(_group(node) for node in _forest(context, entries))
        fields.setdefault("reports", []).append(
            ast.ReportDescription(span=span, groups=groups, **part.fields)
        )
    elif isinstance(part, CommunicationHeader):
        records = _descriptions(context, entries)
        made = ast.CommunicationDescription(span=span, records=records, **part.fields)
        fields.setdefault("communications", []).append(made)
    else:
        if section not in SECTION_FIELDS:
            context.report(
                "CBL3015", f"a record in the {section} SECTION stands before any description", at=part.span
            )
        name = SECTION_FIELDS.get(section, "working_storage")
        fields.setdefault(name, []).extend(_descriptions(context, entries))


def _forest(context: BuildContext, entries: list[DataEntry]) -> list[_Node]:
    """Nest entries by level-number. 88 goes below the entry before it, 66 below the record, 77 to the top, 78 below the
    group it stands in."""
    roots: list[_Node] = []
    path: list[_Node] = []
    for entry in entries:
        node = _Node(entry)
        level = entry.level
        if level == 78:
            _group_around(path, roots).append(node)
        elif level in (1, 77):
            roots.append(node)
            path = [node]
        elif level in (66, 88) and path:
            (path[0] if level == 66 else path[-1]).children.append(node)
        else:
            while path and path[-1].entry.level >= level:
                path.pop()
            if path and path[-1].entry.level != 77:
                _check_level(context, path[-1], node)
                path[-1].children.append(node)
            else:
                context.report("CBL3015", f"level {level:02d} stands before any record", at=entry.span.first)
                roots.append(node)
            path.append(node)
    return roots


def _group_around(path: list[_Node], roots: list[_Node]) -> list[_Node]:
    """What a constant is put with, so that it is declared between the items it stands between."""
    groups = [node for node in path if "picture" not in node.entry.fields]
    return groups[-1].children if groups else roots


def _check_level(context: BuildContext, parent: _Node, node: _Node) -> None:
    """Siblings must have the same level-number (standard, data description entry; GnuCOBOL says so too)."""
    siblings = [child for child in parent.children if child.entry.level not in (66, 78, 88)]
    if siblings and siblings[0].entry.level < node.entry.level:
        return
    if siblings and siblings[0].entry.level != node.entry.level:
        context.report(
            "CBL3016",
            f"level {node.entry.level:02d} belongs to no entry before it",
            at=node.entry.span.first,
            label=f"the entries beside it have level {siblings[0].entry.level:02d}",
        )


def _descriptions(context: BuildContext, entries: list[DataEntry]) -> tuple[ast.DataDescription, ...]:
    return tuple(_description(node) for node in _forest(context, entries))


def _description(node: _Node) -> ast.DataDescription:
    """The entry with its subordinates (at most 49 levels deep)."""
    children = tuple(_description(child) for child in node.children)
    entry = node.entry
    last = children[-1].span.last if children else entry.span.last
    return ast.DataDescription(
        span=Span(entry.span.first, last), level=entry.level, children=children, **entry.fields
    )


def _group(node: _Node) -> ast.ReportGroupEntry:
    """A report group entry; condition-names below it stay with its description."""
    entry = node.entry
    conditions = tuple(_description(child) for child in node.children if child.entry.level == 88)
    children = tuple(_group(child) for child in node.children if child.entry.level != 88)
    description = ast.DataDescription(span=entry.span, level=entry.level, children=conditions, **entry.fields)
    last = children[-1].span.last if children else entry.span.last
    return ast.ReportGroupEntry(
        span=Span(entry.span.first, last),
        level=entry.level,
        name=entry.fields["name"],
        description=description,
        children=children,
        **dict(entry.report_clauses),
    )
