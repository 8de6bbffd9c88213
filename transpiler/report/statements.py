"""How far each COBOL statement came, and what stopped those that were not converted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cobol_parser import ast
from cobol_parser.ast.node import Node
from cobol_parser.codes import ALL
from cobol_parser.diagnostics import Severity
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.source import Token, copy_chain
from cobol_parser.walk import children, holds_statements, walk
from transpiler.exec_text import command
from transpiler.lower.context import Context
from transpiler.report.estate import Estate, ProgramFile
from transpiler.report.model import Place
from transpiler.report.parity import verified_sources
from transpiler.report_table import FOLLOWS_FROM_MISSING, MISSING_COPYBOOK
from transpiler.trace.counts import Place as TracePlace
from transpiler.trace.counts import absolute, read_traces

RUNGS = ("read", "expanded", "parsed", "resolved", "converted", "executed", "checked")
"""The rungs of the ladder: a statement that reached one has reached all before it."""


@dataclass(frozen=True, slots=True, order=True)
class Cause:
    """What keeps statements from being converted: a diagnostic code and what it is about."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Reached:
    """A statement (or a COPY in a procedure division that was not found): the last rung it reached, and why no further."""

    place: Place
    rung: int
    cause: Cause | None = None


def reached(estate: Estate) -> dict[str, list[Reached]]:
    """Every statement by the file in which it was converted, in source order."""
    hits = read_traces(estate.report.traces).hits() if estate.report.traces else {}
    verified = estate.once(verified_sources)
    return {file.name: list(_of_file(estate, file, hits, file.name in verified)) for file in estate.files}


def _of_file(
    estate: Estate, file: ProgramFile, hits: dict[TracePlace, int], verified: bool
) -> Iterator[Reached]:
    text = file.conversion.text
    begins = procedure_line(file)
    for missing in text.missing if text is not None else ():
        site = missing.copied_at
        if site.inclusion.copied_at is None and 0 < begins < site.line:
            yield Reached(estate.place(site), 0, missing_copybook(missing.name))
    for program, analysis in file.programs:
        context = file.context(program)
        for statement, outer in _with_failed_outer(program, context):
            token = statement.span.first
            rung, cause = _rung(file, statement, outer, analysis, context)
            if rung == RUNGS.index("converted") and hits.get(_trace_place(token)):
                rung += 2 if verified else 1
            yield Reached(estate.place(token), rung, cause)


def procedure_line(file: ProgramFile) -> int:
    """The line of the first PROCEDURE DIVISION, 0 without one."""
    lines = (
        program.procedure.span.first.line for program, _ in file.programs if program.procedure is not None
    )
    return min(lines, default=0)


def _trace_place(token: Token) -> TracePlace:
    chain = tuple((absolute(site.inclusion.file.path), site.line) for site in copy_chain(token))
    return absolute(token.inclusion.file.path), token.line, token.column, chain


def _with_failed_outer(
    program: ast.Program, context: Context | None
) -> Iterator[tuple[ast.Statement, ast.Statement | None]]:
    """Every statement with the outermost statement around it (or itself) that is not converted."""
    failed = set(context.unconverted) if context is not None else set()
    stack: list[tuple[Node, ast.Statement | None]] = (
        [(program.procedure, None)] if program.procedure is not None else []
    )
    while stack:
        node, outer = stack.pop()
        if isinstance(node, ast.Statement):
            outer = outer or (node if node in failed else None)
            yield node, outer
        if holds_statements(node):
            stack += [(child, outer) for child in reversed(children(node))]


def _rung(
    file: ProgramFile,
    statement: ast.Statement,
    outer: ast.Statement | None,
    analysis: ProgramAnalysis,
    context: Context | None,
) -> tuple[int, Cause | None]:
    if isinstance(statement, ast.UnsupportedStatement):
        return RUNGS.index("expanded"), cause_of(file, statement, analysis)
    if statement in analysis.faulty:
        return RUNGS.index("parsed"), cause_of(file, statement, analysis)
    if outer is not None:
        return RUNGS.index("resolved"), cause_of(file, outer, analysis)
    if context is None or not file.outcome.module_text:
        return RUNGS.index("resolved"), file_cause(file)
    return RUNGS.index("converted"), None


def missing_copybook(name: str) -> Cause:
    """The cause for all that a missing copybook holds up."""
    bare = name.strip("\"'").upper()
    return Cause(MISSING_COPYBOOK, f"copybook {bare} is missing")


def cause_of(file: ProgramFile, statement: ast.Statement, analysis: ProgramAnalysis) -> Cause:
    """Why a statement is not converted."""
    if isinstance(statement, ast.UnsupportedStatement):
        return Cause(statement.code, ALL[statement.code].title)
    if isinstance(statement, ast.ExecBlock):
        words = statement.text.split()
        verb = command(statement.text).verb if statement.language == "CICS" else (words or [""])[0].upper()
        return Cause("CBL6000", f"EXEC {statement.language} {verb}".strip())
    if statement in analysis.faulty and _has_undefined(statement, analysis):
        missing = _missing_names(file)
        where = f", perhaps in the missing copybooks {missing}" if missing else ""
        return Cause("CBL4001", f"names that nothing defines{where}")
    return _reported(file, statement) or Cause("CBL6001", ALL["CBL6001"].title)


def _has_undefined(statement: ast.Statement, analysis: ProgramAnalysis) -> bool:
    return any(
        isinstance(node, ast.Identifier) and node not in analysis.references for node in walk(statement)
    )


def _missing_names(file: ProgramFile) -> str:
    text = file.conversion.text
    return (
        ", ".join(sorted({item.name.strip("\"'").upper() for item in text.missing}))
        if text is not None
        else ""
    )


def _reported(file: ProgramFile, statement: ast.Statement) -> Cause | None:
    """The diagnostic that stands at the statement."""
    first, last = statement.span
    path = first.inclusion.file.path
    end = last.end_line if last.inclusion is first.inclusion else first.line
    found = [
        item for item in file.outcome.diagnostics if item.path == path and first.line <= item.line <= end
    ]
    at_start = [item for item in found if (item.line, item.column) == (first.line, first.column)]
    chosen = next((item for item in (*at_start, *found) if item.severity is not Severity.NOTE), None)
    if chosen is None:
        return None
    _, _, reason = chosen.message.partition(" is not converted: ")
    return Cause(chosen.code, reason or ALL[chosen.code].title)


def file_cause(file: ProgramFile) -> Cause:
    """Why a whole file is not converted."""
    errors = [item for item in file.outcome.diagnostics if item.severity is Severity.ERROR]
    return (
        Cause(errors[0].code, ALL[errors[0].code].title) if errors else Cause("CBL7002", ALL["CBL7002"].title)
    )


def file_causes(estate: Estate) -> dict[str, set[Cause]]:
    """Everything that has to be mended before a file is converted without gaps."""
    found: dict[str, set[Cause]] = {}
    for file in estate.files:
        causes = {item.cause for item in estate.once(reached)[file.name] if item.cause is not None}
        text = file.conversion.text
        missing = text.missing if text is not None else ()
        causes |= {missing_copybook(item.name) for item in missing}
        for item in file.outcome.diagnostics:
            explained = item.code == MISSING_COPYBOOK or item.code in FOLLOWS_FROM_MISSING
            if item.severity is Severity.ERROR and not explained:
                causes.add(Cause(item.code, ALL[item.code].title))
        if missing:  # what the copybooks define is no cause of its own
            causes = {cause for cause in causes if cause.code != "CBL4001"}
        found[file.name] = causes
    return found
