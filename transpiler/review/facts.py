"""What the page tells about a name: description, place in storage, uses, and how the Python holds it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cobol_parser import ast
from cobol_parser.symbols import (
    ConditionName,
    Constant,
    DataItem,
    FileItem,
    IndexName,
    SpecialRegister,
)
from transpiler.lower.context import Context
from transpiler.pipeline import Conversion
from transpiler.review.names import Names, Symbol
from transpiler.storage.plan import Kind, RecordPlan

Facts = dict[str, Any]


def symbol_facts(conversion: Conversion, names: Names) -> list[Facts]:
    """The facts of every symbol by number. The records that a name leads to are complete, with those that share their bytes, so that a
    ruler can show them."""
    contexts = {context.analysis.program: context for context in conversion.contexts}
    seen: set[DataItem] = set()
    for symbol in names.symbols:  # grows while it is walked
        if isinstance(symbol.meaning, DataItem) and symbol.meaning.record not in seen:
            record = symbol.meaning.record
            seen.add(record)
            overlaid = (record.redefines,) if record.redefines is not None else ()
            for item in (*record.walk(), *overlaid, *record.redefined_by):
                names.symbol(item, symbol.program)
    return [_facts(symbol, names, contexts.get(symbol.program)) for symbol in names.symbols]


def _facts(symbol: Symbol, names: Names, context: Context | None) -> Facts:
    meaning = symbol.meaning
    facts: Facts = {"n": getattr(meaning, "name", None) or "FILLER", "k": _kind(meaning)}
    if symbol.declared is not None:
        facts["d"] = symbol.declared
    if symbol.reads:
        facts["r"] = symbol.reads
    if symbol.writes:
        facts["w"] = symbol.writes
    if isinstance(meaning, DataItem):
        facts.update(_item(meaning, names, symbol.program))
        if context is not None:
            facts.update(_storage(meaning, context))
    elif isinstance(meaning, ConditionName):
        facts["of"] = names.symbol(meaning.item, symbol.program).number
        facts["v"] = ", ".join(_values(meaning.values))
    elif isinstance(meaning, Constant):
        facts["v"] = _literal(meaning.value)
    elif isinstance(meaning, FileItem):
        facts["u"] = f"{meaning.organization.lower()}, {meaning.record_size} bytes a record"
    elif isinstance(meaning, IndexName):
        facts["u"] = f"index of {meaning.table.name}"
    elif isinstance(meaning, ast.Paragraph) and context is not None:
        facts.update(_paragraph(meaning, context))
    return facts


def _kind(meaning: object) -> str:
    kinds: tuple[tuple[type, str], ...] = (
        (DataItem, "item"),
        (ConditionName, "condition-name"),
        (IndexName, "index"),
        (FileItem, "file"),
        (Constant, "constant"),
        (SpecialRegister, "special register"),
        (ast.Paragraph, "paragraph"),
        (ast.Section, "section"),
    )
    return next((name for kind, name in kinds if isinstance(meaning, kind)), "name")


def _item(item: DataItem, names: Names, program: ast.Program) -> Facts:
    facts: Facts = {
        "l": item.level,
        "q": item.qualified_name,
        "u": "group" if item.is_group else str(item.usage),
        "o": item.offset,
        "z": item.size,
        "rec": names.symbol(item.record, program).number,
        "s": str(item.section),
    }
    if item.parent is not None:
        facts["up"] = names.symbol(item.parent, program).number
    if item.picture is not None:
        facts["p"] = item.picture.text
    if item.occurs is not None:
        facts["oc"] = item.occurs.maximum
        facts["st"] = item.occurs.stride
    if item.redefines is not None:
        facts["rd"] = names.symbol(item.redefines, program).number
    if item.conditions:
        facts["c"] = [[condition.name, ", ".join(_values(condition.values))] for condition in item.conditions]
    if item.value is not None:
        facts["v"] = _literal(item.value)
    return facts


def _values(ranges: tuple[ast.ValueRange, ...]) -> Iterator[str]:
    for values in ranges:
        low = _literal(values.low)
        yield low if values.high is None else f"{low} THRU {_literal(values.high)}"


def _literal(expression: ast.Expression) -> str:
    first, last = expression.span
    return first.text if first is last else f"{first.text} {last.text}"


def _storage(item: DataItem, context: Context) -> Facts:
    """How the Python holds an item, and why: the record class, the field, and what else looks at the same bytes."""
    record = context.storage.record_of.get(item)
    if record is None:
        return {}
    field = context.storage.field_of.get(item)
    place = f"self.{record.attribute}" + (f".{field.attribute}" if field is not None else "")
    return {"py": place, "h": f"bytes of {record.class_name}", "why": _proof(item, record)}


def _proof(item: DataItem, record: RecordPlan) -> list[str]:
    reasons: list[str] = []
    if record.kind is Kind.FILE and record.file is not None:
        reasons.append(f"in the record area of {record.file.name}, which READ and WRITE move as bytes")
    elif record.kind is Kind.LINKAGE:
        reasons.append("in storage that the caller passes")
    elif record.kind is Kind.REDEFINED and record.base is not None:
        reasons.append(f"a second view on the bytes of {record.base.name or 'FILLER'}")
    overlays = [other for above in item.lineage() for other in above.redefined_by]
    reasons += [f"{other.name or 'FILLER'} redefines its bytes" for other in overlays]
    if item.redefines is not None and record.kind is not Kind.REDEFINED:
        reasons.append(f"redefines the bytes of {item.redefines.name or 'FILLER'}")
    if item.external:
        reasons.append("EXTERNAL: programs of the run unit share it")
    return reasons or ["every item keeps its COBOL bytes; nothing else looks at these"]


def _paragraph(paragraph: ast.Paragraph, context: Context) -> Facts:
    method = context.flow.method_of.get(paragraph)
    why = context.flow.why_jumping.get(paragraph)
    facts: Facts = {"h": f"returns where to go next: {why}" if why else "a plain method"}
    if method is not None:
        facts["py"] = f"self.{method}()"
    return facts
