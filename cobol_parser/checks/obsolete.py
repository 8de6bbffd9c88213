"""Elements that COBOL-85 calls obsolete (standard X3.23-1985, section XVII 2): a compiler of that standard must point them out.

They are noted in the dialect `cobol85` only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from cobol_parser import ast
from cobol_parser.checks.registry import CheckContext, checks
from cobol_parser.source import Span, Token

_CODE = "CBL5025"


def check_obsolete(context: CheckContext) -> None:
    """Note the obsolete entries and clauses of the first three divisions, and segment-numbers."""
    if context.dialect.name != "cobol85":
        return
    program = context.analysis.program
    for place, what in (
        *_identification(program),
        *_environment(program.environment),
        *_files(program),
        *_sections(program),
    ):
        context.diagnostics.report(_CODE, place, f"{what} is an obsolete element of COBOL-85")


_Found: TypeAlias = Iterator[tuple[Token | Span, str]]


def _identification(program: ast.Program) -> _Found:
    for name, _ in program.identification.paragraphs:
        yield program.identification.span.first, f"the {name} paragraph"


def _environment(environment: ast.EnvironmentDivision | None) -> _Found:
    if environment is None:
        return
    for present, what in (
        (environment.memory_size, "MEMORY SIZE"),
        (environment.segment_limit is not None, "SEGMENT-LIMIT"),
        (bool(environment.reruns), "RERUN"),
        (bool(environment.multiple_file_tapes), "MULTIPLE FILE TAPE"),
    ):
        if present:
            yield environment.span.first, what


def _files(program: ast.Program) -> _Found:
    for file in program.data.files if program.data is not None else ():
        for present, what in (
            (file.label_records is not None, "LABEL RECORDS"),
            (file.value_of, "VALUE OF"),
            (bool(file.data_records), "DATA RECORDS"),
        ):
            if present:
                yield file.span.first, what


def _sections(program: ast.Program) -> _Found:
    procedure = program.procedure
    if procedure is None:
        return
    for declarative in procedure.declaratives:
        if declarative.use is not None and declarative.use.kind == "DEBUGGING":
            yield declarative.use.span, "USE FOR DEBUGGING"
    for section in procedure.sections:
        if section.segment is not None:
            yield section.span.first, "the segment-number of a section"


@checks(ast.Alter, ast.StopLiteral, ast.Enter)
def statement_is_obsolete(context: CheckContext, node: ast.Statement) -> None:
    """ALTER, STOP literal and ENTER."""
    names = {ast.Alter: "ALTER", ast.StopLiteral: "STOP with a literal", ast.Enter: "ENTER"}
    _note(context, node, names[type(node)])


@checks(ast.GoTo)
def target_is_written(context: CheckContext, node: ast.GoTo) -> None:
    """GO TO without a procedure-name, which only ALTER completes."""
    if node.target is None:
        _note(context, node, "GO TO without a procedure-name")


@checks(ast.Communication)
def key_is_not_written(context: CheckContext, node: ast.Communication) -> None:
    """ENABLE and DISABLE … WITH KEY."""
    if node.verb in ("ENABLE", "DISABLE") and "KEY" in node.words:
        _note(context, node, "WITH KEY")


@checks(ast.OpenFile)
def file_is_not_reversed(context: CheckContext, node: ast.OpenFile) -> None:
    """OPEN … REVERSED."""
    if "REVERSED" in node.options:
        _note(context, node, "REVERSED")


def _note(context: CheckContext, node: ast.Node, what: str) -> None:
    if context.dialect.name == "cobol85":
        context.report(_CODE, node, f"{what} is an obsolete element of COBOL-85")
