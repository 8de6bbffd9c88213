"""FD and SD entries."""

from __future__ import annotations

from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext, Lost, NameKind
from cobol_parser.build.parts import Clause, CommunicationHeader, FileHeader
from cobol_parser.build.registry import builds
from cobol_parser.source import Token

Bounds = tuple[int | None, int | None]


@builds("file_description")
def file_description(context: BuildContext, children: list[Any]) -> FileHeader:
    """FD or SD file clauses."""
    fields: dict[str, Any] = {"sort": children[0].type == "SD", "name": ""}
    fields["comments"] = context.take_comment_lines()
    if isinstance(children[1], Lost):
        return FileHeader(context.span, fields)
    fields["name"] = children[1].upper
    context.declare(fields["name"], NameKind.FILE)
    for clause in children[2:-1]:
        if isinstance(clause, Lost):
            continue
        for name, value in clause if isinstance(clause, list) else [clause]:
            if name == "ignored":
                continue
            if name in fields:
                context.report("CBL3013", f"{name.replace('_', ' ').upper()} is given twice")
            fields[name] = value
    return FileHeader(context.span, fields)


def _integers(children: list[Any]) -> list[int]:
    return [int(child.text) for child in children if isinstance(child, Token) and child.type == "INTEGER"]


@builds("block_clause")
def block_clause(context: BuildContext, children: list[Any]) -> Clause:
    """BLOCK CONTAINS [n TO] m RECORDS|CHARACTERS."""
    sizes = _integers(children)
    unit = "RECORDS" if children[-1].type == "RECORDS" else "CHARACTERS"
    return Clause("block_contains", (sizes[0], sizes[-1], unit))


@builds("record_clause")
def record_clause(context: BuildContext, children: list[Any]) -> list[Clause]:
    """RECORD CONTAINS [n TO] m CHARACTERS."""
    sizes = _integers(children)
    return [Clause("record_minimum", sizes[0]), Clause("record_maximum", sizes[-1])]


@builds("record_varying_clause")
def record_varying_clause(context: BuildContext, children: list[Any]) -> list[Clause]:
    """RECORD IS VARYING IN SIZE [FROM n] [TO m] CHARACTERS [DEPENDING ON item]."""
    clauses = [Clause("record_varying", True)]
    bound = "record_minimum"
    for child in children:
        if isinstance(child, ast.Expression):
            clauses.append(Clause("record_depending_on", child))
        elif child.type == "TO":
            bound = "record_maximum"
        elif child.type == "INTEGER":
            clauses.append(Clause(bound, int(child.text)))
    return clauses


@builds("label_clause")
def label_clause(context: BuildContext, children: list[Any]) -> Clause:
    """LABEL RECORDS ARE STANDARD|OMITTED|names."""
    words = [child.upper for child in children[1:] if child.type not in ("RECORD", "RECORDS")]
    return Clause("label_records", " ".join(words))


@builds("value_of_clause")
def value_of_clause(context: BuildContext, children: list[Any]) -> Clause:
    """VALUE OF implementor-name IS …: obsolete, no effect."""
    return Clause("value_of", True)


@builds("data_records_clause")
def data_records_clause(context: BuildContext, children: list[Any]) -> Clause:
    """DATA RECORDS ARE names."""
    return Clause("data_records", tuple(child.upper for child in children[2:]))


@builds("linage_item")
def linage_item(context: BuildContext, children: list[Any]) -> Clause | None:
    """FOOTING, TOP or BOTTOM and its operand."""
    kind = next((child.type for child in children if _is_place(child)), None)
    return None if kind is None else Clause(kind.lower(), children[-1])


def _is_place(child: Any) -> bool:
    return isinstance(child, Token) and child.type in ("FOOTING", "TOP", "BOTTOM")


@builds("linage_clause")
def linage_clause(context: BuildContext, children: list[Any]) -> Clause:
    """LINAGE IS body LINES [WITH FOOTING AT n] [LINES AT TOP n] [LINES AT BOTTOM n]."""
    places = {clause.field: clause.value for clause in children[2:] if clause is not None}
    return Clause("linage", ast.LinageClause(span=context.span, body=children[1], **places))


@builds("recording_mode_clause")
def recording_mode_clause(context: BuildContext, children: list[Any]) -> Clause:
    """RECORDING MODE IS F|V|U|S."""
    return Clause("recording_mode", children[-1].upper[:1])


@builds("code_set_clause")
def code_set_clause(context: BuildContext, children: list[Any]) -> Clause:
    """CODE-SET IS alphabet."""
    return Clause("code_set", children[-1].upper)


@builds("report_clause")
def report_clause(context: BuildContext, children: list[Any]) -> Clause:
    """REPORTS ARE names."""
    return Clause("reports", tuple(child.upper for child in children[1:]))


@builds("communication_description")
def communication_description(context: BuildContext, children: list[Any]) -> CommunicationHeader:
    """CD name FOR [INITIAL] INPUT|OUTPUT|I-O …: kept as words."""
    words = [child for child in children[1:-1] if isinstance(child, Token)]
    direction = next((token.upper for token in words if token.type in ("INPUT", "OUTPUT", "I_O")), "")
    for token in words:
        if token.type == "WORD":
            context.declare(token.upper, NameKind.DATA)
    fields = {
        "name": words[0].upper if words else "",
        "direction": direction,
        "words": tuple(token.upper for token in words[1:]),
    }
    return CommunicationHeader(context.span, fields)
