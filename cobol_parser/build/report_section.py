"""REPORT SECTION: RD entries and the clauses of report group entries."""

from __future__ import annotations

from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext, Lost, NameKind
from cobol_parser.build.expressions import expression_of
from cobol_parser.build.literals import number
from cobol_parser.build.parts import Clause, ReportHeader
from cobol_parser.build.registry import builds
from cobol_parser.source import Span, Token

NAMES = {"NEXT_GROUP": "NEXT GROUP"}
"""Terminal -> name of the clause, where it is not the word itself."""


@builds("report_description")
def report_description(context: BuildContext, children: list[Any]) -> ReportHeader:
    """RD report clauses."""
    if isinstance(children[1], Lost):
        return ReportHeader(context.span, {"name": ""})
    fields: dict[str, Any] = {"name": children[1].upper}
    context.declare(fields["name"], NameKind.DATA)
    clauses = [child for child in children[2:-1] if isinstance(child, Clause)]
    fields["clauses"] = tuple(clause.value for clause in clauses if clause.field == "report")
    fields["is_global"] = any(clause.field == "is_global" for clause in clauses)
    return ReportHeader(context.span, fields)


def _clause(context: BuildContext, name: str, children: list[Any]) -> Clause:
    """Split what stands behind the clause's name into operands and words."""
    operands: list[ast.Expression] = []
    words: list[str] = []
    for child in children:
        if isinstance(child, ast.Expression):
            operands.append(child)
        elif isinstance(child, Token) and child.type == "INTEGER":
            operands.append(number(context, child, Span(child, child)))
        elif isinstance(child, Token) and child.type != "COMMA":
            words.append(child.upper)
    node = ast.ReportClause(span=context.span, name=name, operands=tuple(operands), words=tuple(words))
    return Clause("report", node)


@builds("rd_code")
def rd_code(context: BuildContext, children: list[Any]) -> Clause:
    """CODE IS literal."""
    return _clause(context, "CODE", children[1:])


@builds("rd_control")
def rd_control(context: BuildContext, children: list[Any]) -> Clause:
    """CONTROLS ARE [FINAL] items."""
    return _clause(context, "CONTROL", children[1:])


@builds("rd_page")
def rd_page(context: BuildContext, children: list[Any]) -> Clause:
    """PAGE LIMIT IS n LINES."""
    noise = ("LIMIT", "LIMITS", "LINE", "LINES")
    rest = [child for child in children[1:] if not (isinstance(child, Token) and child.type in noise)]
    return _clause(context, "PAGE LIMIT", rest)


@builds("rd_limit")
def rd_limit(context: BuildContext, children: list[Any]) -> Clause:
    """HEADING, FIRST DETAIL, LAST DETAIL, FOOTING n."""
    name = " ".join(child.upper for child in children[:-1])
    return _clause(context, name, children[-1:])


@builds("type_clause")
def type_clause(context: BuildContext, children: list[Any]) -> Clause:
    """TYPE IS REPORT HEADING, …; the short forms RH, PH, CH, DE, CF, PF, RF are written out."""
    long = {
        "RH": ("REPORT", "HEADING"),
        "PH": ("PAGE", "HEADING"),
        "CH": ("CONTROL", "HEADING"),
        "DE": ("DETAIL",),
        "CF": ("CONTROL", "FOOTING"),
        "PF": ("PAGE", "FOOTING"),
        "RF": ("REPORT", "FOOTING"),
    }
    clause = _clause(context, "TYPE", children[1:])
    node: ast.ReportClause = clause.value
    words: list[str] = []
    for word in node.words:
        if word not in ("ON", "FOR"):
            words += long.get(word, (word,))
    return Clause(
        "report", ast.ReportClause(span=node.span, name="TYPE", operands=node.operands, words=tuple(words))
    )


@builds("line_clause", "next_group_clause", "column_clause", "sum_clause")
def report_clause(context: BuildContext, children: list[Any]) -> Clause:
    """LINE, NEXT GROUP, COLUMN, SUM with their operands and words (PLUS, NEXT, PAGE, UPON)."""
    token: Token = children[0]
    name = NAMES.get(token.type, token.type)
    noise = ("NUMBER", "NUMBERS")
    rest = [child for child in children[1:] if not (isinstance(child, Token) and child.type in noise)]
    return _clause(context, name, rest)


@builds("source_clause")
def source_clause(context: BuildContext, children: list[Any]) -> Clause:
    """SOURCE IS expression."""
    words = [child for child in children[1:] if isinstance(child, Token) and child.type == "ROUNDED"]
    items = [child for child in children[1:] if child not in words]
    return _clause(context, "SOURCE", [expression_of(context, items), *words])


@builds("reset_clause")
def reset_clause(context: BuildContext, children: list[Any]) -> Clause:
    """RESET ON FINAL or an item."""
    return _clause(context, "RESET", children[-1:])


@builds("group_indicate_clause")
def group_indicate_clause(context: BuildContext, children: list[Any]) -> Clause:
    """GROUP INDICATE."""
    return _clause(context, "GROUP INDICATE", [])


@builds("present_clause")
def present_clause(context: BuildContext, children: list[Any]) -> Clause:
    """PRESENT WHEN condition (an extension)."""
    context.report("CBL3012", "PRESENT WHEN is not converted")
    return Clause("ignored", None)
