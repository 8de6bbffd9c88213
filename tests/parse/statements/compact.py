"""One statement in, one line of text out: the notation in which the tables of this folder write syntax trees.

`Add(addends=[1, A], receivers=[Receiver(item=B)])`: class and fields as in cobol_parser.ast. Fields that have their default value
are left out. Identifiers and literals are written as in COBOL: `A OF B(I, 2)(1:3)`, `-1.5`, `"text"`, `X"\\x00"`, `SPACE`; operations and
relations in full parentheses: `(A + (B * 2))`, `(A >= 5)`.
"""

from __future__ import annotations

import dataclasses

from cobol_parser import ast
from cobol_parser.diagnostics import Diagnostics
from cobol_parser.dialects import DIALECTS
from cobol_parser.parser import parse_tokens
from cobol_parser.scanner import scan
from cobol_parser.source import Inclusion, SourceFile
from cobol_parser.text_options import TextOptions

_PROGRAM = """\
IDENTIFICATION DIVISION.
PROGRAM-ID. T.
PROCEDURE DIVISION.
START-PARAGRAPH.
{}
"""
_SKIPPED = frozenset({"span", "comments", "trailing"})


def parse_statements(text: str, dialect: str = "gnucobol") -> tuple[list[ast.Statement], Diagnostics]:
    """Parse sentences in free form, as the whole PROCEDURE DIVISION of a program."""
    diagnostics = Diagnostics()
    lines = tuple(_PROGRAM.format(text).splitlines())
    file = SourceFile("snippet.cbl", lines, reference_format="free")
    options = TextOptions(dialect=DIALECTS[dialect], format="free")
    tokens = scan(Inclusion(file), options, diagnostics)
    unit = parse_tokens(tokens, DIALECTS[dialect], diagnostics)
    procedure = unit.programs[0].procedure
    assert procedure is not None
    statements = [
        statement
        for section in procedure.sections
        for paragraph in section.paragraphs
        for sentence in paragraph.sentences
        for statement in sentence.statements
    ]
    return statements, diagnostics


def statement(text: str, dialect: str = "gnucobol") -> str:
    """Compact text of the only statement in `text`, which must parse without any diagnostic."""
    statements, diagnostics = parse_statements(text + ".", dialect)
    assert [item.message for item in diagnostics.items] == []
    assert len(statements) == 1
    return compact(statements[0])


def failure(text: str, dialect: str = "gnucobol") -> tuple[str, str]:
    """Code of the only diagnostic for `text`, and the text that the tree keeps of it."""
    statements, diagnostics = parse_statements(text + ".", dialect)
    kept = statements[-1]
    assert isinstance(kept, ast.UnsupportedStatement)
    assert [item.code for item in diagnostics.items] == [kept.code]
    return kept.code, kept.text


def compact(value: object) -> str:
    """Write a node, or a tuple of nodes, in the notation of this module."""
    if isinstance(value, tuple):
        return "[" + ", ".join(compact(item) for item in value) + "]"
    if isinstance(value, ast.Expression | ast.Condition):
        written = _as_cobol(value)
        if written is not None:
            return written
    if isinstance(value, ast.Node):
        return f"{type(value).__name__}({', '.join(_fields(value))})"
    return value if isinstance(value, str) else repr(value)


def _fields(node: ast.Node) -> list[str]:
    return [
        f"{field.name}={compact(getattr(node, field.name))}"
        for field in dataclasses.fields(node)
        if field.name not in _SKIPPED and getattr(node, field.name) != field.default
    ]


def _as_cobol(value: ast.Expression | ast.Condition) -> str | None:
    """Identifiers, literals, operations, relations; None for nodes that are written as classes."""
    match value:
        case ast.Identifier():
            return _identifier(value)
        case ast.NumericLiteral():
            return value.text
        case ast.AlphanumericLiteral():
            return f'{value.kind}"{value.value}"'
        case ast.FigurativeConstant():
            return value.name
        case ast.AllLiteral():
            return f"ALL {compact(value.literal)}"
        case ast.Parenthesized():
            return f"[{compact(value.operand)}]"
        case ast.BinaryOperation() | ast.Relation():
            return f"({compact(value.left)} {value.operator} {compact(value.right)})"
        case ast.ConditionNameTest():
            return f"{compact(value.identifier)}?"
        case ast.BooleanConstant():
            return str(value.value).upper()
        case ast.NegatedCondition():
            return f"NOT {compact(value.operand)}"
        case ast.CombinedCondition():
            return "(" + f" {value.operator} ".join(compact(operand) for operand in value.operands) + ")"
    return None


def _identifier(identifier: ast.Identifier) -> str:
    text = " OF ".join((identifier.name, *identifier.qualifiers))
    if identifier.subscripts:
        text += "(" + ", ".join(compact(subscript) for subscript in identifier.subscripts) + ")"
    if identifier.reference_modifier is not None:
        length = identifier.reference_modifier.length
        text += (
            f"({compact(identifier.reference_modifier.start)}:{'' if length is None else compact(length)})"
        )
    return text
