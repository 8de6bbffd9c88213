"""Data description entries and their clauses."""

from __future__ import annotations

from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext, Lost, NameKind
from cobol_parser.build.expressions import expression_of
from cobol_parser.build.parts import Clause, DataEntry, DataSection
from cobol_parser.build.registry import builds
from cobol_parser.build.value_ranges import is_token, ranges_of
from cobol_parser.source import Span, Token

USAGES = {
    "COMP": "BINARY",
    "COMP_4": "BINARY",
    "BINARY": "BINARY",
    "PACKED_DECIMAL": "COMP-3",
    "COMP_N": "COMP-X",
    "FLOAT": "COMP-1",
    "DOUBLE": "COMP-2",
    "FLOAT_SHORT": "COMP-1",
    "FLOAT_LONG": "COMP-2",
    "FLOAT_BINARY_32": "COMP-1",
    "FLOAT_BINARY_64": "COMP-2",
    "SIGNED_SHORT": "BINARY-SHORT",
    "SIGNED_INT": "BINARY-LONG",
    "SIGNED_LONG": "BINARY-DOUBLE",
    "UNSIGNED_SHORT": "BINARY-SHORT UNSIGNED",
    "UNSIGNED_INT": "BINARY-LONG UNSIGNED",
    "UNSIGNED_LONG": "BINARY-DOUBLE UNSIGNED",
    "BINARY_C_LONG": "BINARY-DOUBLE",
    "PROGRAM_POINTER": "PROCEDURE-POINTER",
    "FUNCTION_POINTER": "PROCEDURE-POINTER",
    "DISPLAY_1": "NATIONAL",
}
"""Terminal -> canonical usage, where it is not the word itself."""

_STANDARD_USAGES = frozenset({"DISPLAY", "COMP", "BINARY", "PACKED_DECIMAL", "INDEX"})
"""Terminals of the usages of COBOL-85."""
_OCCURS_PARTS = ("depending_on", "keys", "indexed_by")
_REPEATABLE = frozenset({"keys", "indexed_by", "report"})


# --- entries


@builds("data_section_header")
def data_section_header(context: BuildContext, children: list[Any]) -> DataSection:
    """FILE, WORKING-STORAGE, … SECTION."""
    name: Token = children[0][0]
    return DataSection(context.span, name.upper)


@builds("data_entry")
def data_entry(context: BuildContext, children: list[Any]) -> DataEntry:
    """level [name|FILLER] clauses."""
    level = _level(context, children[0])
    rest = [child for child in children[1:-1] if not isinstance(child, Lost)]
    name: str | None = None
    if rest and isinstance(rest[0], Token):
        token: Token = rest.pop(0)
        name = None if token.type == "FILLER" else token.upper
    clauses = [clause for part in rest for clause in (part if isinstance(part, list) else [part])]
    fields, reports = _collected(context, clauses)
    ranked = fields.pop("constant", False)
    if ranked:
        level = 78
    _join_occurs(context, fields)
    if "value" in fields:
        fields["value"] = _value(context, level, fields["value"], ranked=ranked)
    if name is not None:
        context.declare(name, NameKind.CONDITION if level == 88 else NameKind.DATA)
    fields["name"] = name
    if name is not None and token.text != name:
        fields["spelling"] = token.text
    fields["comments"] = context.take_comment_lines()
    return DataEntry(context.span, level, fields, reports)


def _level(context: BuildContext, token: Token) -> int:
    """The level-number; a wrong one is reported and taken as 77."""
    level = int(token.text) if len(token.text) < 4 else 0
    if 1 <= level <= 49 or level in (66, 77, 78, 88):
        return level
    context.report(
        "CBL3014",
        f"{token.text} is not a level-number",
        at=token,
        help="levels are 01 to 49, 66, 77, 78 and 88",
    )
    return 77


def _collected(context: BuildContext, clauses: list[Clause]) -> tuple[dict[str, Any], tuple[Clause, ...]]:
    """Clauses as fields, and the report clauses apart; a clause that is given twice is reported."""
    fields: dict[str, Any] = {}
    reports: list[Clause] = []
    for name, value in clauses:
        if name == "report":
            reports.append(value)
        elif name in _REPEATABLE:
            fields[name] = fields.get(name, ()) + value
        elif name == "ignored":
            continue
        elif name in fields:
            context.report("CBL3013", f"the {name.replace('_', ' ').upper()} clause is given twice")
        else:
            fields[name] = value
    return fields, tuple(reports)


def _join_occurs(context: BuildContext, fields: dict[str, Any]) -> None:
    """Put DEPENDING ON, KEY and INDEXED BY, which may stand anywhere in the entry, into the OCCURS clause."""
    parts = {name: fields.pop(name) for name in _OCCURS_PARTS if name in fields}
    bounds: tuple[Span, ast.Expression, ast.Expression] | None = fields.pop("occurs", None)
    if bounds is None:
        if parts:
            context.report("CBL3001", "DEPENDING ON, KEY and INDEXED BY need an OCCURS clause")
        return
    span, minimum, maximum = bounds
    fields["occurs"] = ast.OccursClause(span=span, minimum=minimum, maximum=maximum, **parts)


def _value(
    context: BuildContext, level: int, written: tuple[Span, list[Any]], *, ranked: bool
) -> ast.ValueClause:
    """VALUE clause of an entry: one expression for a constant, else values and ranges.

    Operators of CONSTANT entries are `ranked` as usual; those of level 78 apply in the order they are written.
    """
    span, items = written
    when_false: ast.Expression | None = None
    place = next((i for i, item in enumerate(items) if is_token(item, "FALSE")), None)
    if place is not None:
        when_false = expression_of(context, items[place + 1 :])
        items = items[:place]
    items = [item for item in items if not _is_noise(item)]
    if level == 78 and not any(is_token(item, "THRU") for item in items):
        value = expression_of(context, _with_signs(items))
        value = value if ranked else _from_left_to_right(value)
        only = ast.ValueRange(span=value.span, low=value)
        return ast.ValueClause(span=span, values=(only,))
    return ast.ValueClause(span=span, values=ranges_of(context, items), when_false=when_false)


def _from_left_to_right(expression: ast.Expression) -> ast.Expression:
    """The expression with its operators applied as they are written; parentheses still count."""
    if isinstance(expression, ast.Parenthesized):
        return ast.Parenthesized(span=expression.span, operand=_from_left_to_right(expression.operand))
    operands: list[ast.Expression] = []
    operators: list[str] = []
    pending: list[ast.Expression | str] = [expression]
    while pending:
        part = pending.pop()
        if isinstance(part, str):
            operators.append(part)
        elif isinstance(part, ast.BinaryOperation):
            pending += [part.right, part.operator, part.left]
        elif isinstance(part, ast.Parenthesized):
            operands.append(_from_left_to_right(part))
        else:
            operands.append(part)
    result = operands[0]
    for operator, right in zip(operators, operands[1:], strict=True):
        span = Span(result.span.first, right.span.last)
        result = ast.BinaryOperation(span=span, operator=operator, left=result, right=right)
    return result


def _is_noise(item: Any) -> bool:
    """WHEN SET TO before FALSE."""
    return isinstance(item, Token) and item.type in ("WHEN", "SET", "TO")


def _with_signs(items: list[Any]) -> list[Any]:
    """`A -1` in a constant expression is a subtraction: split signs off literals that follow an operand."""
    split: list[Any] = []
    for item in items:
        signed = isinstance(item, ast.NumericLiteral) and item.span.first is not item.span.last
        if signed and split and isinstance(split[-1], ast.Expression):
            unsigned = ast.NumericLiteral(
                span=Span(item.span.last, item.span.last), text=item.text.lstrip("+-"), value=abs(item.value)
            )
            split += [item.span.first, unsigned]
        else:
            split.append(item)
    return split


# --- clauses


@builds("picture_clause")
def picture_clause(context: BuildContext, children: list[Any]) -> Clause:
    """PICTURE IS character-string."""
    return Clause("picture", ast.PictureClause(span=context.span, text=children[1].upper))


@builds("usage")
def usage(context: BuildContext, children: list[Any]) -> Clause:
    """A usage in its canonical name."""
    token: Token = children[0]
    name = USAGES.get(token.type, token.type.replace("_", "-"))
    if token.type == "OBJECT":
        name = "OBJECT REFERENCE"
    elif len(children) > 1 and children[1].type == "UNSIGNED":
        name += " UNSIGNED"
    if context.dialect.name == "cobol85" and token.type not in _STANDARD_USAGES:
        context.report("CBL5028", f"USAGE {token.upper} is not an element of COBOL-85", at=token)
    return Clause("usage", name)


@builds("usage_clause")
def usage_clause(context: BuildContext, children: list[Any]) -> Clause:
    """[USAGE IS] usage, or the name of a type declaration."""
    last = children[-1]
    if isinstance(last, Clause):
        return last
    return Clause("type_name", last.upper)


@builds("value_clause")
def value_clause(context: BuildContext, children: list[Any]) -> Clause:
    """VALUE IS items; they are sorted out when the level is known."""
    items = children[1:]
    if is_token(items[0], "NEXT"):
        items = [ast.OffsetOf(span=Span(items[0], items[0]))]
    return Clause("value", (context.span, items))


@builds("value_of_start")
def value_of_start(context: BuildContext, children: list[Any]) -> Clause:
    """VALUE IS START OF item."""
    return Clause("value", (context.span, [ast.OffsetOf(span=context.span, item=children[-1])]))


@builds("byte_length")
def byte_length(context: BuildContext, children: list[Any]) -> ast.LengthOf:
    """BYTE-LENGTH OF operand: the same as its LENGTH, in a constant."""
    return ast.LengthOf(span=context.span, operand=children[-1])


@builds("constant_clause")
def constant_clause(context: BuildContext, children: list[Any]) -> list[Clause]:
    """CONSTANT [IS GLOBAL] [AS] value."""
    items = [
        child for child in children[1:] if not (isinstance(child, Token) and child.type in ("AS", "GLOBAL"))
    ]
    clauses = [Clause("constant", True)]
    if items and is_token(items[0], "FROM"):
        context.report(
            "CBL3012", f"the constant is defined outside the program as {items[1].upper}", at=items[1]
        )
    else:
        clauses.append(Clause("value", (context.span, items)))
    if any(is_token(child, "GLOBAL") for child in children):
        clauses.append(Clause("is_global", True))
    return clauses


@builds("redefines_clause")
def redefines_clause(context: BuildContext, children: list[Any]) -> Clause:
    """REDEFINES name."""
    return Clause("redefines", children[1].upper)


@builds("occurs_clause")
def occurs_clause(context: BuildContext, children: list[Any]) -> Clause:
    """OCCURS [minimum TO] maximum TIMES."""
    bounds = [child for child in children[1:] if isinstance(child, ast.Expression)]
    if not bounds:
        context.report("CBL3012", "OCCURS DYNAMIC is not converted")
        return Clause("ignored", None)
    return Clause("occurs", (context.span, bounds[0], bounds[-1]))


@builds("occurs_phrase")
def occurs_phrase(context: BuildContext, children: list[Any]) -> Clause:
    """DEPENDING ON item, ASCENDING|DESCENDING KEY names, or INDEXED BY names."""
    kind = children[0].type
    if kind == "DEPENDING":
        return Clause("depending_on", children[-1])
    if kind == "INDEXED":
        names = [child.upper for child in children[1:] if child.type == "WORD"]
        for name in names:
            context.declare(name, NameKind.DATA)
        return Clause("indexed_by", tuple(names))
    return Clause(
        "keys", (ast.TableKey(span=context.span, ascending=kind == "ASCENDING", names=children[-1]),)
    )


@builds("sign_clause")
def sign_clause(context: BuildContext, children: list[Any]) -> Clause:
    """SIGN IS LEADING|TRAILING [SEPARATE CHARACTER]."""
    kinds = {child.type for child in children}
    leading, separate = "LEADING" in kinds, "SEPARATE" in kinds
    return Clause("sign", ast.SignClause(span=context.span, leading=leading, separate=separate))


@builds("synchronized_clause")
def synchronized_clause(context: BuildContext, children: list[Any]) -> Clause:
    """SYNCHRONIZED [LEFT|RIGHT]."""
    return Clause("synchronized", children[1].type if len(children) > 1 else "")


@builds("justified_clause")
def justified_clause(context: BuildContext, children: list[Any]) -> Clause:
    """JUSTIFIED RIGHT."""
    return Clause("justified", True)


@builds("blank_clause")
def blank_clause(context: BuildContext, children: list[Any]) -> Clause:
    """BLANK WHEN ZERO."""
    return Clause("blank_when_zero", True)


@builds("external_clause")
def external_clause(context: BuildContext, children: list[Any]) -> list[Clause]:
    """EXTERNAL [AS literal]."""
    clauses = [Clause("external", True)]
    if len(children) > 1:
        clauses.append(Clause("external_name", children[-1].text[1:-1]))
    return clauses


@builds("global_clause")
def global_clause(context: BuildContext, children: list[Any]) -> Clause:
    """GLOBAL."""
    return Clause("is_global", True)


@builds("renames_clause")
def renames_clause(context: BuildContext, children: list[Any]) -> Clause:
    """RENAMES item [THRU item]."""
    return Clause("renames", (children[1], children[3] if len(children) > 2 else None))


@builds("simple_clause")
def simple_clause(context: BuildContext, children: list[Any]) -> Clause:
    """BASED, TYPEDEF, and clauses that change nothing here."""
    kind = children[0].type
    if kind in ("BASED", "TYPEDEF"):
        return Clause(kind.lower(), True)
    if kind == "ANY" and children[-1].type == "LENGTH":
        return Clause("any_length", True)
    if kind == "ANY":
        context.report(
            "CBL5009", "ANY NUMERIC is not supported: the item has the USAGE of each argument", at=children[0]
        )
        return Clause("ignored", None)
    if kind == "LOCALE":
        words = " ".join(child.upper for child in children)
        context.report("CBL3012", f"{words} is not converted")
    return Clause("ignored", None)


@builds("same_as_clause")
def same_as_clause(context: BuildContext, children: list[Any]) -> Clause:
    """SAME AS item."""
    return Clause("same_as", children[-1])


@builds("screen_clause")
def screen_clause(context: BuildContext, children: list[Any]) -> Clause:
    """A clause of a screen description entry."""
    return Clause("ignored", None)
