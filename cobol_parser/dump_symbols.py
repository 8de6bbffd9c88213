"""Text dumps of symbols and layout, for `cobolift dump --stage symbols` and `--stage layout`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cobol_parser import ast
from cobol_parser.qualification import describe
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import (
    ConditionName,
    Constant,
    DataItem,
    FileItem,
    IndexName,
    Mnemonic,
    ProgramSymbols,
    Referent,
    SpecialRegister,
    Switch,
    SwitchStatus,
)


def dump_layout(analyses: Iterable[ProgramAnalysis]) -> str:
    """Return a byte ruler for every record: offset, length, level, name, usage, picture and what is special."""
    lines: list[str] = []
    for analysis in analyses:
        lines += _heading(analysis)
        for title, records in _sections(analysis.symbols):
            lines += ["", title]
            for record in records:
                lines += ["", _RULER, *(_layout_line(item) for item in record.walk())]
    return "\n".join(lines) + "\n"


def dump_symbols(analyses: Iterable[ProgramAnalysis]) -> str:
    """Return every declared name with what it is, in alphabetical order, then the procedures in source order."""
    lines: list[str] = []
    for analysis in analyses:
        lines += [*_heading(analysis), ""]
        for name in sorted(analysis.symbols.names):
            lines += [f"{name:<30}  {_describe(referent)}" for referent in analysis.symbols.names[name]]
        if analysis.order:
            lines += ["", "PROCEDURES"]
            lines += _procedures(analysis)
    return "\n".join(lines) + "\n"


def _heading(analysis: ProgramAnalysis) -> list[str]:
    return [f"PROGRAM {analysis.program.identification.program_id}"]


# --- layout

_RULER = f"{'offset':>6} {'length':>6}  level name"


def _sections(symbols: ProgramSymbols) -> Iterator[tuple[str, tuple[DataItem, ...]]]:
    for file in symbols.files.values():
        yield f"FILE {file.name}: record area of {file.record_size} bytes", file.records
    for title, records in (
        ("WORKING-STORAGE", symbols.working_storage),
        ("LOCAL-STORAGE", symbols.local_storage),
        ("LINKAGE", symbols.linkage),
        ("COMMUNICATION", symbols.communication),
    ):
        if records:
            yield title, records


def _layout_line(item: DataItem) -> str:
    depth = sum(1 for _ in item.lineage()) - 1
    name = "   " * depth + f"{item.level:02d} {item.name or 'FILLER'}"
    facts = [str(item.usage) if not item.is_group else "group"]
    if item.picture is not None:
        facts.append(item.picture.text)
    own = item.occurs
    if own is not None:
        bounds = f"{own.minimum} to {own.maximum}" if own.depending_on else f"{own.maximum}"
        facts.append(f"occurs {bounds}")
    if own is not None and own.depending_on is not None:
        facts.append(f"depending on {own.depending_on.name}")
    if item.redefines is not None:
        facts.append(f"redefines {item.redefines.name}")
    if item.slack:
        facts.append(f"{item.slack} slack bytes before")
    return f"{item.offset:>6} {item.size:>6}  {name:<40} {' '.join(facts)}".rstrip()


# --- symbols


def _describe(referent: Referent) -> str:
    match referent:
        case DataItem():
            place = f"{referent.section} offset {referent.offset} length {referent.size}"
            return f"{str(referent.category).lower()} {referent.qualified_name}: {place}"
        case ConditionName():
            return f"condition of {referent.item.qualified_name}: {_values(referent)}"
        case IndexName() | FileItem():
            return describe(referent) if isinstance(referent, IndexName) else f"file, {referent.organization}"
        case SpecialRegister():
            owner = referent.file or referent.report
            return f"special register{f' of {owner.name}' if owner else ''}"
        case Constant():
            return f"constant {_literal(referent.value)}"
        case Switch() | SwitchStatus():
            return f"switch {referent.number}"
        case Mnemonic():
            return f"mnemonic-name of {referent.system_name} ({referent.kind.lower()})"
        case _:
            return type(referent).__name__


def _values(condition: ConditionName) -> str:
    ranges = []
    for values in condition.values:
        low = _literal(values.low)
        ranges.append(low if values.high is None else f"{low} thru {_literal(values.high)}")
    return ", ".join(ranges)


def _literal(expression: ast.Expression) -> str:
    match expression:
        case ast.NumericLiteral():
            return expression.text
        case ast.AlphanumericLiteral():
            return repr(expression.value)
        case ast.FigurativeConstant() | ast.Identifier():
            return expression.name
        case ast.AllLiteral():
            return f"all {_literal(expression.literal)}"
        case _:
            return "?"


def _procedures(analysis: ProgramAnalysis) -> Iterator[str]:
    section: ast.Section | None = None
    for paragraph in analysis.order:
        owner = analysis.sections_of[paragraph]
        if owner is not section and owner.name is not None:
            yield f"{owner.name} SECTION"
        section = owner
        if paragraph.name is not None:
            yield f"   {paragraph.name}"
