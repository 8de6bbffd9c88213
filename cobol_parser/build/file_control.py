"""FILE-CONTROL entries."""

from __future__ import annotations

from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext, Lost, NameKind
from cobol_parser.build.parts import Clause, EnvironmentPart
from cobol_parser.build.registry import builds
from cobol_parser.source import Token


@builds("file_control_entry")
def file_control_entry(context: BuildContext, children: list[Any]) -> EnvironmentPart:
    """SELECT [OPTIONAL] file clauses."""
    comments = context.take_comment_lines()
    if isinstance(children[1], Lost):
        return EnvironmentPart(context.span, ())
    name: Token = children[2]
    context.declare(name.upper, NameKind.FILE)
    fields: dict[str, Any] = {}
    for clause in children[3:-1]:
        if not isinstance(clause, Clause):
            continue
        if isinstance(clause.value, tuple):
            fields[clause.field] = fields.get(clause.field, ()) + clause.value
        elif clause.field in fields:
            context.report("CBL3013", f"{clause.field.replace('_', ' ').upper()} is given twice")
        else:
            fields[clause.field] = clause.value
    _spread(fields)
    entry = ast.FileControlEntry(
        span=context.span,
        name=name.upper,
        optional=children[1] is not None,
        spelling=name.text if name.text != name.upper else None,
        comments=comments,
        **fields,
    )
    return EnvironmentPart(context.span, (Clause("file_control", (entry,)),))


def _spread(fields: dict[str, Any]) -> None:
    """FILE STATUS has one or two names; ASSIGN has operands and device words."""
    fields.update(zip(("status", "secondary_status"), fields.pop("statuses", ()), strict=False))
    fields.update(zip(("assign", "assign_words"), fields.pop("assignment", ()), strict=False))


@builds("assign_clause")
def assign_clause(context: BuildContext, children: list[Any]) -> Clause:
    """ASSIGN TO [device words] [literals or names]."""
    operands = tuple(child for child in children[1:] if isinstance(child, ast.Expression))
    words = tuple(
        "LINE ADVANCING" if child.type == "LINE_ADVANCING" else child.upper
        for child in children[1:]
        if isinstance(child, Token) and child.type not in ("TO", "FILE")
    )
    return Clause("assignment", (operands, words))


@builds("organization")
def organization(context: BuildContext, children: list[Any]) -> Clause:
    """SEQUENTIAL, LINE SEQUENTIAL, INDEXED, RELATIVE; RECORD and BINARY SEQUENTIAL are SEQUENTIAL."""
    words = [child.type for child in children]
    name = "LINE SEQUENTIAL" if words[0] == "LINE" else words[-1]
    return Clause("organization", name)


@builds("organization_clause")
def organization_clause(context: BuildContext, children: list[Any]) -> Clause:
    """ORGANIZATION IS organization."""
    clause: Clause = children[-1]
    return clause


@builds("access_clause")
def access_clause(context: BuildContext, children: list[Any]) -> Clause:
    """ACCESS MODE IS mode."""
    return Clause("access", children[-1].type)


@builds("key_definition")
def key_definition(context: BuildContext, children: list[Any]) -> ast.RecordKey:
    """A key item, or a key-name made of parts."""
    parts = children[2] if len(children) > 2 else ()
    return ast.RecordKey(span=context.span, key=children[0], parts=parts)


@builds("record_key_clause")
def record_key_clause(context: BuildContext, children: list[Any]) -> Clause:
    """RECORD KEY IS key."""
    return Clause("record_key", children[-1])


@builds("alternate_key_clause")
def alternate_key_clause(context: BuildContext, children: list[Any]) -> Clause:
    """ALTERNATE RECORD KEY IS key [WITH [NO] DUPLICATES] [SUPPRESS …]."""
    key = next(child for child in children if isinstance(child, ast.RecordKey))
    options = [child for child in children if isinstance(child, list)]
    words = {token.type for option in options for token in option if isinstance(token, Token)}
    suppress = next(
        (value for option in options for value in option if isinstance(value, ast.Expression)), None
    )
    duplicates = "DUPLICATES" in words and "NO" not in words
    made = ast.RecordKey(
        span=context.span, key=key.key, duplicates=duplicates, parts=key.parts, suppress=suppress
    )
    return Clause("alternate_keys", (made,))


@builds("relative_key_clause")
def relative_key_clause(context: BuildContext, children: list[Any]) -> Clause:
    """RELATIVE KEY IS item."""
    return Clause("relative_key", children[-1])


@builds("file_status_clause")
def file_status_clause(context: BuildContext, children: list[Any]) -> Clause:
    """FILE STATUS IS item [item]."""
    return Clause("statuses", children[-1])


@builds("padding_clause")
def padding_clause(context: BuildContext, children: list[Any]) -> Clause:
    """PADDING CHARACTER IS literal or item."""
    return Clause("padding", children[-1])


@builds("record_delimiter_clause")
def record_delimiter_clause(context: BuildContext, children: list[Any]) -> Clause:
    """RECORD DELIMITER IS STANDARD-1 or a name."""
    return Clause("record_delimiter", children[-1].upper)


@builds("reserve_clause")
def reserve_clause(context: BuildContext, children: list[Any]) -> Clause:
    """RESERVE n AREAS; NO is 0."""
    return Clause("reserve", 0 if children[1].type == "NO" else int(children[1].text))


@builds("lock_unit")
def lock_unit(context: BuildContext, children: list[Any]) -> Token:
    """ON [MULTIPLE] RECORDS."""
    token: Token = children[1]
    return token


@builds("lock_mode_clause")
def lock_mode_clause(context: BuildContext, children: list[Any]) -> Clause:
    """LOCK MODE IS …: the words behind MODE."""
    words = [child.upper for child in children[1:] if child.type != "MODE"]
    return Clause("lock_mode", " ".join(words))


@builds("sharing_clause")
def sharing_clause(context: BuildContext, children: list[Any]) -> Clause:
    """SHARING WITH …: the words behind WITH."""
    return Clause("sharing", " ".join(child.upper for child in children[1:] if child.type != "WITH"))


@builds("collating_clause")
def collating_clause(context: BuildContext, children: list[Any]) -> None:
    """COLLATING SEQUENCE of an indexed file."""
    context.report("CBL3012", "COLLATING SEQUENCE of a file has no effect")


@builds("key_option")
def key_option(context: BuildContext, children: list[Any]) -> list[Any]:
    """[WITH] [NO] DUPLICATES, SUPPRESS WHEN value: words and the value."""
    return children
