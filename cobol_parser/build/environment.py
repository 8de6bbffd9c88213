"""ENVIRONMENT DIVISION: computers, SPECIAL-NAMES, REPOSITORY, and the assembly of the division."""

from __future__ import annotations

from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext, NameKind
from cobol_parser.build.parts import Clause, DivisionHeader, EnvironmentPart
from cobol_parser.build.registry import builds
from cobol_parser.build.value_ranges import is_token, ranges_of
from cobol_parser.source import Span, Token


@builds("configuration_header", "input_output_header", "file_control", "i_o_control")
def bare_header(context: BuildContext, children: list[Any]) -> EnvironmentPart:
    """A section or paragraph header."""
    return EnvironmentPart(context.span, ())


@builds("source_computer")
def source_computer(context: BuildContext, children: list[Any]) -> EnvironmentPart:
    """SOURCE-COMPUTER. name [WITH DEBUGGING MODE]."""
    words = [child for child in children[2:] if isinstance(child, Token)]
    name = next((token.upper for token in words if token.type == "WORD"), None)
    debugging = any(token.type == "DEBUGGING" for token in words)
    return EnvironmentPart(
        context.span, (Clause("source_computer", name), Clause("debugging_mode", debugging or None))
    )


@builds("object_computer")
def object_computer(context: BuildContext, children: list[Any]) -> EnvironmentPart:
    """OBJECT-COMPUTER. name [PROGRAM COLLATING SEQUENCE IS alphabet] [SEGMENT-LIMIT IS n]."""
    clauses = [child for child in children if isinstance(child, Clause)]
    return EnvironmentPart(context.span, tuple(clauses))


@builds("object_clause")
def object_clause(context: BuildContext, children: list[Any]) -> Clause | None:
    """One clause of OBJECT-COMPUTER; MEMORY SIZE has no effect."""
    kinds = [child.type for child in children]
    if "SEQUENCE" in kinds:
        return Clause("program_collating_sequence", children[-1].upper)
    if kinds[0] == "SEGMENT_LIMIT":
        return Clause("segment_limit", int(children[-1].text))
    if kinds == ["WORD"]:
        return Clause("object_computer", children[0].upper)
    return Clause("memory_size", True) if kinds[0] == "MEMORY" else None


@builds("repository")
def repository(context: BuildContext, children: list[Any]) -> EnvironmentPart:
    """REPOSITORY. FUNCTION ALL INTRINSIC, FUNCTION names INTRINSIC, …"""
    names = tuple(name for child in children if isinstance(child, tuple) for name in child)
    return EnvironmentPart(context.span, (Clause("repository", names),))


@builds("repository_item")
def repository_item(context: BuildContext, children: list[Any]) -> tuple[str, ...]:
    """Function names that need no FUNCTION; programs and classes are of no interest."""
    kinds = [child.type for child in children]
    if kinds[0] != "FUNCTION":
        return ()
    names = ["ALL INTRINSIC"] if kinds[1] == "ALL" else [
        child.upper for child in children[1:] if child.type in ("WORD", "FUNCTION_NAME")
    ]  # fmt: skip
    for name in names:
        context.allow_function("ALL" if name == "ALL INTRINSIC" else name)
    return tuple(names)


# --- SPECIAL-NAMES


@builds("special_names")
def special_names(context: BuildContext, children: list[Any]) -> EnvironmentPart:
    """SPECIAL-NAMES. clauses, in one or several entries."""
    fields: dict[str, Any] = {}
    for child in children[2:]:
        for clause in child if isinstance(child, list) else [child]:
            if not isinstance(clause, Clause):
                continue
            if isinstance(clause.value, tuple):
                fields[clause.field] = fields.get(clause.field, ()) + clause.value
            else:
                fields[clause.field] = clause.value
    node = ast.SpecialNames(span=context.span, **fields)
    return EnvironmentPart(context.span, (Clause("special_names", node),))


@builds("alphabet_clause")
def alphabet_clause(context: BuildContext, children: list[Any]) -> Clause:
    """ALPHABET name [FOR ALPHANUMERIC|NATIONAL] IS predefined | literals."""
    name: str = children[1].upper
    values = children[4:] if is_token(children[2], "FOR") else children[2:]
    predefined: str | None = None
    ranges: tuple[tuple[ast.ValueRange, ...], ...] = ()
    if isinstance(values[0], Token) and values[0].type not in ("THRU", "ALSO"):
        predefined = values[0].upper
    else:
        ranges = _alphabet_ranges(context, values)
    context.declare(name, NameKind.MNEMONIC)
    node = ast.AlphabetClause(span=context.span, name=name, predefined=predefined, ranges=ranges)
    return Clause("alphabets", (node,))


def _alphabet_ranges(context: BuildContext, values: list[Any]) -> tuple[tuple[ast.ValueRange, ...], ...]:
    """`"A" ALSO "a" "B" THRU "D"` as (("A", "a"), ("B".."D",))."""
    groups: list[tuple[ast.ValueRange, ...]] = []
    part: list[Any] = []
    joined = False
    for index, value in enumerate(values):
        if is_token(value, "ALSO"):
            joined = True
            continue
        part.append(value)
        following = values[index + 1] if index + 1 < len(values) else None
        if is_token(value, "THRU") or is_token(following, "THRU"):
            continue
        made = ranges_of(context, part)
        if joined and groups:
            groups[-1] += made
        else:
            groups.append(made)
        part, joined = [], False
    return tuple(groups)


@builds("class_clause")
def class_clause(context: BuildContext, children: list[Any]) -> Clause:
    """CLASS name IS literal [THRU literal] …"""
    name: str = children[1].upper
    values = children[4:] if is_token(children[2], "FOR") else children[2:]
    context.declare(name, NameKind.CLASS)
    return Clause(
        "classes", (ast.ClassClause(span=context.span, name=name, ranges=ranges_of(context, values)),)
    )


@builds("mnemonic_status")
def mnemonic_status(context: BuildContext, children: list[Any]) -> tuple[str, Token]:
    """ON or OFF STATUS IS name: the state and the name."""
    return children[0].type, children[-1]


@builds("mnemonic_clause")
def mnemonic_clause(context: BuildContext, children: list[Any]) -> Clause:
    """system-name IS mnemonic-name [ON STATUS IS name] [OFF STATUS IS name], any number of times."""
    return Clause("mnemonics", _mnemonics(context, children))


def _mnemonics(context: BuildContext, items: list[Any]) -> tuple[ast.MnemonicClause, ...]:
    """Split a list of words and ON/OFF phrases: a word begins a clause, a second word directly behind it is the mnemonic."""
    clauses: list[ast.MnemonicClause] = []
    index = 0
    while index < len(items):
        system = items[index]
        index += 1
        if isinstance(system, tuple):
            context.report("CBL3001", "expected a system-name before ON or OFF", at=system[1])
            continue
        system_name = system.upper
        if index < len(items) and is_token(items[index], "INTEGER"):
            system_name += "-" + items[index].text  # SWITCH 25
            index += 1
        mnemonic: Token | None = None
        last: Token = system
        if index < len(items) and isinstance(items[index], Token):
            mnemonic = last = items[index]
            context.declare(last.upper, NameKind.MNEMONIC)
            index += 1
        statuses: dict[str, str] = {}
        while index < len(items) and isinstance(items[index], tuple):
            state, last = items[index]
            statuses[state] = last.upper
            context.declare(last.upper, NameKind.SWITCH)
            index += 1
        clauses.append(
            ast.MnemonicClause(
                span=Span(system, last),
                system_name=system_name,
                mnemonic=mnemonic.upper if mnemonic else None,
                on_status=statuses.get("ON"),
                off_status=statuses.get("OFF"),
            )
        )
    return tuple(clauses)


@builds("symbolic_clause")
def symbolic_clause(context: BuildContext, children: list[Any]) -> list[Clause]:
    """SYMBOLIC CHARACTERS names ARE ordinals … [IN alphabet]; mnemonic-name clauses may follow in the same list."""
    items = [child for child in children[1:] if not is_token(child, "CHARACTERS")]
    alphabet: str | None = None
    if (place := next((i for i, item in enumerate(items) if is_token(item, "IN")), None)) is not None:
        alphabet = items[place + 1].upper if place + 1 < len(items) else None
        del items[place : place + 2]
    last = max((i for i, item in enumerate(items) if is_token(item, "INTEGER")), default=-1)
    names = [item.upper for item in items[: last + 1] if is_token(item, "WORD")]
    ordinals = [int(item.text) for item in items[: last + 1] if is_token(item, "INTEGER")]
    if len(names) != len(ordinals):
        context.report("CBL3001", f"{len(names)} symbolic characters but {len(ordinals)} positions")
    for name in names:
        context.declare(name, NameKind.DATA)
    node = ast.SymbolicCharacters(
        span=context.span, names=tuple(names), ordinals=tuple(ordinals), alphabet=alphabet
    )
    return [
        Clause("symbolic_characters", (node,)),
        Clause("mnemonics", _mnemonics(context, items[last + 1 :])),
    ]


@builds("currency_clause")
def currency_clause(context: BuildContext, children: list[Any]) -> list[Clause]:
    """CURRENCY SIGN IS literal [WITH PICTURE SYMBOL literal]."""
    values = [child.value for child in children if isinstance(child, ast.AlphanumericLiteral)]
    clauses = [Clause("currency_sign", values[0] if values else None)]
    if len(values) > 1:
        clauses.append(Clause("currency_symbol", values[1]))
    return clauses


@builds("decimal_point_clause")
def decimal_point_clause(context: BuildContext, children: list[Any]) -> Clause:
    """DECIMAL-POINT IS COMMA."""
    return Clause("decimal_point_is_comma", True)


@builds("sign_clause_special")
def sign_clause_special(context: BuildContext, children: list[Any]) -> Clause:
    """NUMERIC SIGN IS TRAILING SEPARATE."""
    return Clause("numeric_sign_separate", True)


@builds("cursor_clause")
def cursor_clause(context: BuildContext, children: list[Any]) -> Clause:
    """CURSOR IS item."""
    return Clause("cursor", children[1])


@builds("crt_status_clause")
def crt_status_clause(context: BuildContext, children: list[Any]) -> Clause:
    """CRT STATUS IS item."""
    return Clause("crt_status", children[1])


# --- I-O-CONTROL


@builds("i_o_control_entry")
def i_o_control_entry(context: BuildContext, children: list[Any]) -> EnvironmentPart:
    """Clauses of I-O-CONTROL up to a period."""
    return EnvironmentPart(context.span, tuple(child for child in children if isinstance(child, Clause)))


@builds("same_clause")
def same_clause(context: BuildContext, children: list[Any]) -> Clause:
    """SAME [RECORD|SORT|SORT-MERGE] AREA FOR files."""
    kind = children[1].upper if children[1].type in ("RECORD", "SORT", "SORT_MERGE") else ""
    files = tuple(child.upper for child in children[1:] if child.type == "WORD")
    return Clause("same_areas", (ast.SameArea(span=context.span, kind=kind, files=files),))


@builds("rerun_clause")
def rerun_clause(context: BuildContext, children: list[Any]) -> Clause:
    """RERUN ON … EVERY …: kept as text."""
    return Clause("reruns", (" ".join(child.upper for child in children),))


@builds("multiple_file_clause")
def multiple_file_clause(context: BuildContext, children: list[Any]) -> Clause:
    """MULTIPLE FILE TAPE CONTAINS files."""
    return Clause("multiple_file_tapes", tuple(child.upper for child in children if child.type == "WORD"))


@builds("apply_clause")
def apply_clause(context: BuildContext, children: list[Any]) -> None:
    """APPLY … ON files: storage and device tuning without effect on results."""
    context.report("CBL3012", "the APPLY clause has no effect")


# --- the division


def environment_division(
    header: DivisionHeader | None, parts: list[EnvironmentPart]
) -> ast.EnvironmentDivision | None:
    """Join the paragraphs; None when there is neither a header nor a paragraph."""
    if header is None and not parts:
        return None
    fields: dict[str, Any] = {}
    for part in parts:
        for name, value in part.clauses:
            if value is None:
                continue
            fields[name] = fields.get(name, ()) + value if isinstance(value, tuple) else value
    spans = [part.span for part in parts]
    if header is not None:
        spans.insert(0, header.span)
    return ast.EnvironmentDivision(span=Span(spans[0].first, spans[-1].last), **fields)
