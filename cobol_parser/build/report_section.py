"""REPORT SECTION: RD entries and the clauses of report group entries (COBOL-85 standard, XIII 3)."""

from __future__ import annotations

from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext, Lost, NameKind
from cobol_parser.build.expressions import expression_of
from cobol_parser.build.literals import number
from cobol_parser.build.parts import Clause, ReportHeader
from cobol_parser.build.registry import builds
from cobol_parser.source import Span, Token

_TYPES = {
    "RH": ("REPORT", "HEADING"),
    "PH": ("PAGE", "HEADING"),
    "CH": ("CONTROL", "HEADING"),
    "DE": ("DETAIL",),
    "CF": ("CONTROL", "FOOTING"),
    "PF": ("PAGE", "FOOTING"),
    "RF": ("REPORT", "FOOTING"),
}
"""The short forms of TYPE, written out."""

_LIMITS = {
    "HEADING": "heading",
    "FIRST DETAIL": "first_detail",
    "FIRST DE": "first_detail",
    "LAST DETAIL": "last_detail",
    "LAST DE": "last_detail",
    "FOOTING": "footing",
    "LAST CONTROL FOOTING": "footing",
    "LAST CF": "footing",
}
"""The parts of the PAGE clause as fields of `ast.PageClause`. LAST CONTROL HEADING has no effect in GnuCOBOL."""


# --- RD entries


@builds("report_description")
def report_description(context: BuildContext, children: list[Any]) -> ReportHeader:
    """RD report clauses."""
    if isinstance(children[1], Lost):
        return ReportHeader(context.span, {"name": ""})
    fields: dict[str, Any] = {"name": children[1].upper}
    context.declare(fields["name"], NameKind.DATA)
    limits: dict[str, ast.Expression] = {}
    for clause in children[2:-1]:
        if not isinstance(clause, Clause):
            continue
        if clause.field == "page":
            limits.update(clause.value)
        elif clause.field != "ignored":
            fields[clause.field] = clause.value
    if limits:
        fields["page"] = ast.PageClause(span=context.span, **limits)
    fields["comments"] = context.take_comment_lines()
    return ReportHeader(context.span, fields)


@builds("rd_code")
def rd_code(_context: BuildContext, children: list[Any]) -> Clause:
    """CODE IS literal or identifier."""
    return Clause("code", children[-1])


@builds("rd_control")
def rd_control(_context: BuildContext, children: list[Any]) -> Clause:
    """CONTROLS ARE [FINAL] items."""
    return Clause("controls", tuple(child for child in children if isinstance(child, ast.Identifier)))


@builds("rd_page")
def rd_page(context: BuildContext, children: list[Any]) -> Clause:
    """PAGE LIMIT IS n LINES n COLUMNS."""
    limits: dict[str, ast.Expression] = {}
    for at, child in enumerate(children):
        value = _value(context, child)
        if value is not None:
            follower = children[at + 1] if at + 1 < len(children) else None
            is_columns = isinstance(follower, Token) and follower.type in ("COLUMNS", "COLUMN")
            limits["columns" if is_columns else "lines"] = value
    return Clause("page", limits)


@builds("rd_limit")
def rd_limit(context: BuildContext, children: list[Any]) -> Clause:
    """HEADING, FIRST DETAIL, LAST DETAIL, FOOTING n."""
    name = " ".join(child.upper for child in children[:-1])
    value = _value(context, children[-1])
    return Clause("page", {_LIMITS[name]: value}) if name in _LIMITS else Clause("ignored", None)


def _value(context: BuildContext, child: Any) -> ast.Expression | None:
    if isinstance(child, ast.Expression):
        return child
    if isinstance(child, Token) and child.type == "INTEGER":
        return number(context, child, Span(child, child))
    return None


# --- report group entries


def _entry(field: str, value: Any) -> Clause:
    """A clause of a report group entry, kept apart from those of data description entries."""
    return Clause("report", Clause(field, value))


def _types(children: list[Any]) -> list[str]:
    return [child.type for child in children if isinstance(child, Token)]


def _integers(children: list[Any]) -> tuple[int, ...]:
    return tuple(
        int(child.text) for child in children if isinstance(child, Token) and child.type == "INTEGER"
    )


def _only_integers(context: BuildContext, children: list[Any], clause: str) -> None:
    for child in children:
        if isinstance(child, ast.Expression):
            context.report("CBL3012", f"{clause} needs an integer", at=child.span)


@builds("type_clause")
def type_clause(context: BuildContext, children: list[Any]) -> Clause:
    """TYPE IS REPORT HEADING, …; TYPE [TO] a type declaration."""
    words: list[str] = []
    for child in children[1:]:
        if isinstance(child, Token):
            words += _TYPES.get(child.type, (child.type,))
    kind = [word for word in words if word not in ("ON", "FOR", "OR", "FINAL")]
    if kind[:1] == ["TO"]:
        return Clause("type_name", children[-1].upper)
    only = children[1]
    if len(children) == 2 and isinstance(only, ast.Identifier):
        return Clause("type_name", only.name)
    control = next((child for child in children if isinstance(child, ast.Identifier)), None)
    node = ast.TypeClause(
        span=context.span, kind=" ".join(kind[:2]), control=control, is_final="FINAL" in words
    )
    return _entry("type", node)


@builds("line_clause")
def line_clause(context: BuildContext, children: list[Any]) -> Clause:
    """LINE NUMBER IS n, PLUS n, [n ON] NEXT PAGE."""
    words, numbers = _types(children), _integers(children)
    _only_integers(context, children, "LINE")
    node = ast.LineClause(
        span=context.span,
        number=numbers[0] if numbers else None,
        is_relative="PLUS" in words,
        next_page="PAGE" in words,
    )
    return _entry("line", node)


@builds("next_group_clause")
def next_group_clause(context: BuildContext, children: list[Any]) -> Clause:
    """NEXT GROUP IS n, PLUS n, NEXT PAGE."""
    numbers = _integers(children)
    node = ast.NextGroupClause(
        span=context.span, number=numbers[0] if numbers else None, is_relative="PLUS" in _types(children)
    )
    return _entry("next_group", node)


@builds("column_clause")
def column_clause(context: BuildContext, children: list[Any]) -> Clause:
    """COLUMN NUMBER IS n, PLUS n."""
    words = _types(children)
    _only_integers(context, children, "COLUMN")
    alignment = next((word for word in words if word in ("LEFT", "CENTER", "RIGHT")), None)
    node = ast.ColumnClause(
        span=context.span, numbers=_integers(children), is_relative="PLUS" in words, alignment=alignment
    )
    return _entry("column", node)


@builds("sum_clause")
def sum_clause(context: BuildContext, children: list[Any]) -> Clause:
    """SUM addends [UPON details]."""
    addends: list[ast.Identifier] = []
    upon: list[ast.Identifier] = []
    names = addends
    for child in children:
        if isinstance(child, ast.Identifier):
            names.append(child)
        elif isinstance(child, Token) and child.type == "UPON":
            names = upon
    return _entry("sum", ast.SumClause(span=context.span, addends=tuple(addends), upon=tuple(upon)))


@builds("source_clause")
def source_clause(context: BuildContext, children: list[Any]) -> Clause:
    """SOURCE IS expression."""
    words = [child for child in children[1:] if isinstance(child, Token) and child.type == "ROUNDED"]
    items = [child for child in children[1:] if child not in words]
    return _entry("source", expression_of(context, items))


@builds("reset_clause")
def reset_clause(context: BuildContext, children: list[Any]) -> Clause:
    """RESET ON FINAL or an item."""
    control = children[-1] if isinstance(children[-1], ast.Identifier) else None
    return _entry("reset", ast.ResetClause(span=context.span, control=control))


@builds("group_indicate_clause")
def group_indicate_clause(_context: BuildContext, _children: list[Any]) -> Clause:
    """GROUP INDICATE."""
    return _entry("group_indicate", True)


@builds("present_clause")
def present_clause(context: BuildContext, children: list[Any]) -> Clause:
    """PRESENT WHEN condition (an extension)."""
    context.report("CBL3012", "PRESENT WHEN is not converted")
    return Clause("ignored", None)
