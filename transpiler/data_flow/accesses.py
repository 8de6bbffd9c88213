"""What each statement of a program reads and writes, item by item, after name resolution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from cobol_parser import ast
from cobol_parser.ast.node import Node
from cobol_parser.corresponding import corresponding
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import (
    ConditionName,
    DataItem,
    FileKey,
    IndexName,
    Referent,
    SpecialRegister,
    StorageSection,
)
from cobol_parser.walk import holds_statements, walk
from transpiler.data_flow.exec_accesses import exec_accesses, named_words
from transpiler.data_flow.file_accesses import file_accesses
from transpiler.data_flow.roles import Operand, Role, operands

Storage: TypeAlias = DataItem | IndexName | SpecialRegister
"""What has a value that a statement can take or change."""

_CORRESPONDING = ast.MoveCorresponding | ast.AddCorresponding | ast.SubtractCorresponding


@dataclass(frozen=True, slots=True, eq=False)
class Access:
    """One use of an item.

    `statement` is None for what a clause does: VALUE, PROCEDURE DIVISION USING, SOURCE of a report. `at` is where it stands: the identifier
    when one is written, else the statement or clause. `how` are the words for it: the verb, or the phrase or clause that implies it.
    """

    item: Storage
    role: Role
    how: str
    at: Node
    statement: ast.Statement | None = None
    identifier: ast.Identifier | None = None
    condition: ConditionName | None = None
    """The condition-name that was tested or set."""
    partial: bool = False
    """Only a part is meant: an element of a table, or some characters."""
    position: bool = False
    """It only says where: a subscript, or part of a reference modifier."""
    certain: bool = True
    """False when the text is not understood: the item is named in it."""

    @property
    def reads(self) -> bool:
        """The value is taken."""
        return Role.READ in self.role

    @property
    def writes(self) -> bool:
        """The value is changed."""
        return Role.WRITTEN in self.role


def accesses(analysis: ProgramAnalysis) -> list[Access]:
    """Every access of a program: clauses first, then statements in source order."""
    found = list(clause_accesses(analysis))
    for statement in statements(analysis):
        found += statement_accesses(statement, analysis)
    return found


def statements(analysis: ProgramAnalysis) -> Iterator[ast.Statement]:
    """Every statement of the procedure division in source order, those inside others included."""
    division = analysis.program.procedure
    if division is not None:
        for node in walk(division, into=holds_statements):
            if isinstance(node, ast.Statement):
                yield node


def statement_accesses(statement: ast.Statement, analysis: ProgramAnalysis) -> list[Access]:
    """What a statement itself does, without the statements inside it: first what it reads, in source order, then what it writes.

    A group that is moved is one access; who asks about members asks `extents`. CORRESPONDING gives its pairs.
    """
    if isinstance(statement, ast.ExecBlock | ast.UnsupportedStatement | ast.Communication):
        return _reads_first(list(_foreign(statement, analysis)))
    how = statement.span.first.upper
    found: list[Access] = []
    for operand in operands(statement):
        found += _operand(operand, how, statement, analysis)
    found += _implied(statement, found, how, analysis)
    return _reads_first(found)


def _reads_first(found: list[Access]) -> list[Access]:
    return sorted(found, key=lambda access: access.writes)


def _operand(
    operand: Operand, how: str, statement: ast.Statement, analysis: ProgramAnalysis
) -> Iterator[Access]:
    identifier = operand.identifier
    meaning = analysis.references.get(identifier)
    if isinstance(statement, _CORRESPONDING) and not operand.position:
        yield from _pairs(statement, operand, f"{how} CORRESPONDING", analysis)
        return
    partial = bool(identifier.subscripts or identifier.reference_modifier)
    for item, condition in storage_of(meaning):
        yield Access(
            item, operand.role, how, identifier, statement, identifier, condition, partial, operand.position
        )


def storage_of(meaning: Referent | None) -> Iterator[tuple[Storage, ConditionName | None]]:
    """What an identifier's meaning keeps its value in; nothing for files, constants and the like."""
    match meaning:
        case DataItem() | IndexName() | SpecialRegister():
            yield meaning, None
        case ConditionName():
            yield meaning.item, meaning
        case FileKey():
            for part in meaning.parts:
                yield part, None


def corresponding_pairs(
    statement: _CORRESPONDING, analysis: ProgramAnalysis
) -> Iterator[tuple[DataItem, DataItem, ast.Identifier]]:
    """The pairs of a CORRESPONDING phrase: sending item, receiving item, and the identifier of the receiving group."""
    source = analysis.references.get(statement.source)
    for receiver in corresponding_receivers(statement):
        target = analysis.references.get(receiver)
        if isinstance(source, DataItem) and isinstance(target, DataItem):
            arithmetic = not isinstance(statement, ast.MoveCorresponding)
            for sending, receiving in corresponding(source, target, arithmetic=arithmetic):
                yield sending, receiving, receiver


def corresponding_receivers(statement: _CORRESPONDING) -> tuple[ast.Identifier, ...]:
    """The receiving groups."""
    if isinstance(statement, ast.MoveCorresponding):
        return statement.receivers
    return (statement.receiver.item,)


def _pairs(
    statement: _CORRESPONDING, operand: Operand, how: str, analysis: ProgramAnalysis
) -> Iterator[Access]:
    identifier = operand.identifier
    seen: set[DataItem] = set()
    for sending, receiving, receiver in corresponding_pairs(statement, analysis):
        item = sending if identifier is statement.source else receiving if identifier is receiver else None
        if item is not None and item not in seen:
            seen.add(item)
            partial = bool(identifier.subscripts)
            yield Access(item, operand.role, how, identifier, statement, identifier, partial=partial)


def _implied(
    statement: ast.Statement, written: Iterable[Access], how: str, analysis: ProgramAnalysis
) -> Iterator[Access]:
    """What no identifier of the statement names."""
    for item, role, words in file_accesses(statement, analysis):
        yield Access(item, role, words, statement, statement)
    counters = {
        table.depending_on
        for access in written
        if isinstance(access.item, DataItem) and access.role is not Role.NAMED
        for table in access.item.variable_tables
    }
    if isinstance(statement, ast.Search | ast.SearchAll):
        table = analysis.references.get(statement.table)
        if isinstance(table, DataItem):
            counters.add(table.depending_on)
            if table.indexes:
                role = Role.BOTH if isinstance(statement, ast.Search) else Role.WRITTEN
                yield Access(table.indexes[0], role, how, statement.table, statement)
    for counter in counters - {None}:
        assert counter is not None
        yield Access(counter, Role.READ, "OCCURS DEPENDING ON", statement, statement)


def _foreign(
    statement: ast.ExecBlock | ast.UnsupportedStatement | ast.Communication, analysis: ProgramAnalysis
) -> Iterator[Access]:
    symbols, certain = analysis.symbols, False
    match statement:
        case ast.ExecBlock():
            certain = statement.language in ("SQL", "CICS")
            named = exec_accesses(statement.language, statement.text, symbols)
        case ast.Communication():
            named = named_words(" ".join(statement.words), symbols, statement.verb)
        case _:
            named = named_words(statement.text, symbols, "not converted")
    for meaning, role, how, partial in named:
        for item, condition in storage_of(meaning):
            yield Access(
                item, role, how, statement, statement, None, condition, partial=partial, certain=certain
            )


# --- clauses


def clause_accesses(analysis: ProgramAnalysis) -> Iterator[Access]:
    """What happens to items without a statement: VALUE, arguments that the caller passes, what a report shows."""
    symbols = analysis.symbols
    for record in (*symbols.working_storage, *symbols.local_storage):
        for item in record.walk():
            if item.value is not None and item.entry is not None:
                yield Access(item, Role.WRITTEN, "VALUE", item.entry)
    division = analysis.program.procedure
    if division is not None:
        for parameter in symbols.parameters:
            yield Access(parameter, Role.BOTH, "USING", division)
        if symbols.returning is not None:
            yield Access(symbols.returning, Role.READ, "RETURNING", division)
    for record in symbols.linkage:
        if record.name in _PASSED_BY_CICS and record.entry is not None and record not in symbols.parameters:
            yield Access(record, Role.BOTH, "EXEC CICS", record.entry)
    yield from _entry_parameters(analysis)
    yield from _report_sources(analysis)


_PASSED_BY_CICS = frozenset({"DFHCOMMAREA", "DFHEIBLK"})


def _entry_parameters(analysis: ProgramAnalysis) -> Iterator[Access]:
    for entry in analysis.entries:
        for parameter in entry.using:
            for meaning in analysis.symbols.named(parameter.name):
                if isinstance(meaning, DataItem) and meaning.section is StorageSection.LINKAGE:
                    yield Access(meaning, Role.BOTH, "USING", entry, entry)


def _report_sources(analysis: ProgramAnalysis) -> Iterator[Access]:
    for report in analysis.symbols.reports.values():
        for node in walk(report.description):
            if isinstance(node, ast.Identifier):
                for item, condition in storage_of(analysis.references.get(node)):
                    yield Access(item, Role.READ, f"REPORT {report.name}", node, None, node, condition)
