"""report.json: the report for machines. Its schema is `report.schema.json` beside this module."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from transpiler.report.model import Chart, Content, Figure, Place, Row, Section, Table
from transpiler.version import VERSION

FORMAT = 1
_ROWS = 6
"""How deep the rows of tables stand: report, sections, section, tables, table, rows."""
Json = dict[str, Any]


def document(title: str, sections: Sequence[Section], summary: Sequence[Figure] = ()) -> Json:
    """The whole report as JSON values."""
    return {
        "format": FORMAT,
        "tool": {"name": "cobolift", "version": VERSION},
        "title": title,
        "summary": [_figure(item) for item in summary],
        "sections": [_section(item) for item in sections],
    }


def to_text(report: Json) -> str:
    """The text of report.json: ASCII, the same for the same report, with a line for each row of a table."""
    return _indented(report, 0) + "\n"


def _indented(value: object, depth: int) -> str:
    """JSON with a line for each member down to rows and the lists of charts, which are lines of their own: written in a third of the
    time and size that `json.dumps` needs to indent everything."""
    if depth == _ROWS or not value or not isinstance(value, dict | list):
        return json.dumps(value)
    between = ",\n" + " " * (depth + 1)
    if isinstance(value, dict):
        members = [f"{json.dumps(key)}: {_indented(inner, depth + 1)}" for key, inner in value.items()]
        return f"{{{between[1:]}{between.join(members)}{between[1:-1]}}}"
    return f"[{between[1:]}{between.join(_indented(inner, depth + 1) for inner in value)}{between[1:-1]}]"


def _section(item: Section) -> Json:
    content: Content = item.content
    made: Json = {
        "number": item.number,
        "name": item.name,
        "title": item.title,
        "text": content.text,
        "figures": [_figure(figure) for figure in content.figures],
        "charts": [_chart(chart) for chart in content.charts],
        "tables": [_table(table) for table in content.tables],
    }
    return {**made, "failed": item.failed} if item.failed else made


def _figure(item: Figure) -> Json:
    made: Json = {"key": item.key, "label": item.label, "value": item.value, "table": item.table}
    if item.text:
        made["text"] = item.text
    return {**made, "share": True} if item.share else made


def _chart(item: Chart) -> Json:
    return {
        "name": item.name,
        "title": item.title,
        "kind": item.kind.value,
        "summary": item.summary,
        "data": dict(item.data),
    }


def _table(item: Table) -> Json:
    columns = [
        {"key": column.key, "title": column.title, "kind": column.kind.value, "help": column.help}
        for column in item.columns
    ]
    return {
        "name": item.name,
        "title": item.title,
        "note": item.note,
        "columns": columns,
        "rows": [_row(row) for row in item.rows],
    }


def _row(item: Row) -> Json:
    values = {key: list(value) if isinstance(value, tuple) else value for key, value in item.values.items()}
    made: Json = {"id": item.id, "values": values, "evidence": [_place(at) for at in item.evidence]}
    if item.finding is not None:
        made["finding"] = {
            "rule": item.finding.rule,
            "level": item.finding.level.value,
            "message": item.finding.message,
        }
    return made


def _place(item: Place) -> Json:
    return {"path": item.path, "line": item.line}
