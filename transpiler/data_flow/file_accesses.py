"""What input-output statements do with items that are not written in them: record areas, FILE STATUS, keys, record lengths."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from cobol_parser import ast
from cobol_parser.qualification import find_file
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import DataItem, FileItem
from transpiler.data_flow.roles import Role

Implied: TypeAlias = tuple[DataItem, Role, str]
"""An item, what is done with it, and the words for it."""

_ON_RECORDS = (
    ast.Read | ast.Write | ast.Rewrite | ast.Delete | ast.Start | ast.Return | ast.Release | ast.Unlock
)


def file_accesses(statement: ast.Statement, analysis: ProgramAnalysis) -> Iterator[Implied]:
    """The items that a statement on files uses by the way."""
    if isinstance(statement, _ON_RECORDS):
        file = analysis.files_of.get(statement)
        if file is not None:
            yield from _records(statement, file)
            yield from _keys(statement, file)
            yield from _status(file)
    else:
        for file in named_files(statement, analysis):
            if file.assign_item is not None and not isinstance(statement, ast.Close):
                yield file.assign_item, Role.READ, "ASSIGN"
            yield from _status(file)


def named_files(statement: ast.Statement, analysis: ProgramAnalysis) -> Iterator[FileItem]:
    """The files that OPEN, CLOSE, DELETE FILE, SORT and MERGE name (of the last two those of USING and GIVING)."""
    names: tuple[str, ...] = ()
    if isinstance(statement, ast.Open | ast.Close):
        names = tuple(phrase.file for phrase in statement.files)
    elif isinstance(statement, ast.DeleteFile):
        names = statement.files
    elif isinstance(statement, ast.Sort | ast.Merge):
        names = (*statement.using, *statement.giving)
    for name in names:
        file = find_file(analysis.symbols, name)
        if file is not None:
            yield file


def _status(file: FileItem) -> Iterator[Implied]:
    if file.status is not None:
        yield file.status, Role.WRITTEN, "FILE STATUS"


def _records(statement: ast.Statement, file: FileItem) -> Iterator[Implied]:
    """READ fills the record area, whatever record is meant; WRITE FILE takes from it."""
    length = file.record_depending_on
    if isinstance(statement, ast.Read | ast.Return):
        verb = "READ" if isinstance(statement, ast.Read) else "RETURN"
        for record in file.records:
            yield record, Role.WRITTEN, verb
        if length is not None:
            yield length, Role.WRITTEN, "DEPENDING ON"
    elif isinstance(statement, ast.Write | ast.Rewrite | ast.Release):
        if statement.record is None and file.records:
            yield file.records[0], Role.BOTH if statement.source is not None else Role.READ, "record area"
        if length is not None:
            yield length, Role.READ, "DEPENDING ON"


def _keys(statement: ast.Statement, file: FileItem) -> Iterator[Implied]:
    if isinstance(statement, ast.Return | ast.Release | ast.Unlock):
        return
    in_order = _goes_in_order(statement, file)
    if file.organization == "RELATIVE" and file.relative_key is not None:
        sets = in_order and isinstance(statement, ast.Read | ast.Write)
        if sets or not in_order:
            yield file.relative_key, Role.WRITTEN if sets else Role.READ, "RELATIVE KEY"
    elif file.organization == "INDEXED" and not in_order and file.keys and _key_is_implied(statement):
        for part in file.keys[0].parts:
            yield part, Role.READ, "RECORD KEY"


def _goes_in_order(statement: ast.Statement, file: FileItem) -> bool:
    """Whether the record is the next one, or the one read last, and no key tells it."""
    if isinstance(statement, ast.Read):
        return statement.direction is not None or file.access == "SEQUENTIAL"
    return file.access == "SEQUENTIAL" and not isinstance(statement, ast.Start)


def _key_is_implied(statement: ast.Statement) -> bool:
    if isinstance(statement, ast.Read | ast.Start):
        return statement.key is None
    return isinstance(statement, ast.Rewrite | ast.Delete)
