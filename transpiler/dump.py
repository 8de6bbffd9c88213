"""Text dumps of every stage, for `cobolift dump` and for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from cobol_parser.dump import dump_ast, dump_tokens
from cobol_parser.dump_symbols import dump_layout, dump_symbols
from transpiler.emit.printer import print_expression, print_statements
from transpiler.lower.context import Context
from transpiler.pipeline import (
    PASSES,
    Conversion,
    analyze_programs,
    finish,
    make_plans,
    parse_text,
    read_and_expand,
)

Pass = Callable[[Conversion], None]
Show = Callable[[Conversion], Iterator[str]]


def _tokens(conversion: Conversion) -> Iterator[str]:
    if conversion.text is not None:
        yield from dump_tokens(conversion.text.tokens).splitlines()


def _ast(conversion: Conversion) -> Iterator[str]:
    if conversion.unit is not None:
        yield from dump_ast(conversion.unit).splitlines()


def _symbols(conversion: Conversion) -> Iterator[str]:
    yield from dump_symbols(conversion.analyses.values()).splitlines()


def _layout(conversion: Conversion) -> Iterator[str]:
    yield from dump_layout(conversion.analyses.values()).splitlines()


def _name(context: Context) -> str:
    return context.analysis.program.identification.program_id


def _flow(conversion: Conversion) -> Iterator[str]:
    for context in conversion.contexts:
        yield f"{_name(context)}:"
        for position, paragraph in enumerate(context.flow.order):
            reason = context.flow.why_jumping.get(paragraph)
            state = f"dispatched: {reason}" if reason else "plain method"
            name = paragraph.name or "(sentences)"
            yield f"  {position:4} {name:31} {context.flow.method_of[paragraph]:31} {state}"


def _storage(conversion: Conversion) -> Iterator[str]:
    for context in conversion.contexts:
        yield f"{_name(context)}:"
        for record in context.storage.records:
            yield f"  {record.class_name} ({record.kind}, {record.length} bytes) as self.{record.attribute}"
            for field in record.fields:
                name = field.item.name or "FILLER"
                yield f"    {field.at:6} {field.item.size:6} {field.item.usage:13} {name:31} {field.attribute}"


def _ir(conversion: Conversion) -> Iterator[str]:
    for program in conversion.programs:
        yield f"class {program.name}:"
        for record in program.records:
            yield f"  record {record.name}"
            for field in record.fields:
                yield f"    {field.name} = {print_expression(field.value)}"
        for method in (program.constructor, *program.methods):
            yield f"  def {method.name}{method.parameters} -> {method.returns}"
            for line in print_statements(method.body):
                yield f"    {line}"


def _python(conversion: Conversion) -> Iterator[str]:
    finish([conversion])
    yield from conversion.module_text.splitlines()


_READ: tuple[Pass, ...] = (read_and_expand,)
_PARSE: tuple[Pass, ...] = (*_READ, parse_text)
_ANALYZE: tuple[Pass, ...] = (*_PARSE, analyze_programs)
_PLAN: tuple[Pass, ...] = (*_ANALYZE, make_plans)

STAGES: Mapping[str, tuple[tuple[Pass, ...], Show]] = MappingProxyType(
    {
        "tokens": (_READ, _tokens),
        "ast": (_PARSE, _ast),
        "symbols": (_ANALYZE, _symbols),
        "layout": (_ANALYZE, _layout),
        "flow": (_PLAN, _flow),
        "storage": (_PLAN, _storage),
        "ir": (PASSES, _ir),
        "python": (PASSES, _python),
    }
)
"""By name: the passes that a stage needs, and the function that shows it."""
