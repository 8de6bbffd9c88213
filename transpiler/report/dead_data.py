"""Data items, condition-names and files that a program describes and never uses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Set

from cobol_parser import ast
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.source import Inclusion, copy_chain
from cobol_parser.symbols import ConditionName, DataItem, FileItem, FileKey, IndexName, Referent
from cobol_parser.walk import walk
from transpiler.data_flow.extents import extent, merged
from transpiler.report.dead import DOUBTFUL, Unused, dead_programs, doubts, lines_of
from transpiler.report.embedded import blocks
from transpiler.report.estate import Estate, ProgramFile
from transpiler.report.procedures import Words
from transpiler.wording import counted

_WORD = re.compile(r"[A-Za-z0-9][\w-]*")
_ONLY_DEAD = "only statements that are never reached use it"
_SECTIONS = ("WORKING-STORAGE", "LOCAL-STORAGE", "LINKAGE", "FILE")
"""Sections whose items are looked at."""


def unused_data(estate: Estate) -> list[Unused]:
    """Files, items and condition-names without use, program by program."""
    found: list[Unused] = []
    for file in estate.files:
        renames, dead = set(_renames(file)), set(_never_executed(estate, file))
        used, words = _Used(file, renames | dead), Words(file)
        named = _Used(file, renames) if dead else used
        for _, analysis in file.programs:
            found += _Rows(estate, file, analysis, used, named, words).all()
    return found


def _never_executed(estate: Estate, file: ProgramFile) -> Iterator[ast.Node]:
    """Everything in statements that control never reaches."""
    for program, _ in file.programs:
        for statement, _ in estate.once(dead_programs)[program].statements():
            yield from walk(statement)


def _renames(file: ProgramFile) -> Iterator[ast.Node]:
    """The operands of RENAMES: another name for an item is no use of it."""
    for program, _ in file.programs:
        for node in walk(program.data) if program.data is not None else ():
            if isinstance(node, ast.DataDescription) and node.renames is not None:
                yield from (operand for operand in node.renames if operand is not None)


class _Used:
    """Everything that the programs of one file refer to, but for some nodes. An item counts as used when any byte of it is."""

    def __init__(self, file: ProgramFile, without: Set[ast.Node]) -> None:
        self._conditions: set[ConditionName] = set()
        self._bytes: dict[Hashable, list[tuple[int, int]]] = {}
        self.files: set[FileItem] = set()
        words = set(_outside_words(file))
        for _, analysis in file.programs:
            references = [item for name, item in analysis.references.items() if name not in without]
            for referent in (*references, *_named(analysis, words), *_implied(analysis)):
                self._note(referent)
            self.files |= set(_opened(analysis, without))
        for used in self.files:
            for record in used.records:
                self._note(record)
        self._merged = {area: merged(spans) for area, spans in self._bytes.items()}

    def _note(self, referent: Referent) -> None:
        match referent:
            case DataItem():
                found = extent(referent)
                self._bytes.setdefault(found.area, []).append((found.start, found.stop))
            case ConditionName():
                self._conditions.add(referent)
                self._note(referent.item)
            case IndexName():
                self._note(referent.table)
            case FileKey():
                for part in referent.parts:
                    self._note(part)

    def item(self, item: DataItem) -> bool:
        """Whether a byte of the item is used, by its own name or another one."""
        own = extent(item)
        spans = self._merged.get(own.area, [])
        at = bisect_left(spans, (own.stop, own.stop))
        return at > 0 and spans[at - 1][1] > own.start

    def condition(self, condition: ConditionName) -> bool:
        """Whether a condition-name is tested or set."""
        return condition in self._conditions


def _outside_words(file: ProgramFile) -> Iterator[str]:
    """Words of EXEC blocks and of what was not understood, and names with several meanings: any of them may be a use."""
    for block in blocks(file):
        yield from map(str.upper, _WORD.findall(block.text))
    for program, analysis in file.programs:
        for node in walk(program):
            if isinstance(node, ast.UnsupportedStatement):
                yield from map(str.upper, _WORD.findall(node.text))
            elif isinstance(node, ast.Identifier) and node not in analysis.references:
                yield node.name


def _named(analysis: ProgramAnalysis, words: Iterable[str]) -> Iterator[Referent]:
    for word in words:
        yield from analysis.symbols.named(word)


def _implied(analysis: ProgramAnalysis) -> Iterator[Referent]:
    """Items that clauses use: parameters, status, keys, lengths of tables and records."""
    symbols = analysis.symbols
    yield from symbols.parameters
    yield from (symbols.returning,) if symbols.returning is not None else ()
    for used in symbols.files.values():
        clauses = (used.status, used.relative_key, used.record_depending_on, used.assign_item)
        yield from (item for item in clauses if item is not None)
        for key in used.keys:
            yield from key.parts
    for item in symbols.data_items():
        if item.depending_on is not None:
            yield item.depending_on


def _opened(analysis: ProgramAnalysis, without: Set[ast.Node]) -> Iterator[FileItem]:
    """Files that a program opens, sorts or merges."""
    procedure = analysis.program.procedure
    for node in walk(procedure) if procedure is not None else ():
        if node in without:
            continue
        if isinstance(node, ast.OpenFile):
            yield from _file(analysis, (node.file,))
        elif isinstance(node, ast.Sort | ast.Merge):
            yield from _file(analysis, (*node.using, *node.giving))
            if node in analysis.files_of:
                yield analysis.files_of[node]


def _file(analysis: ProgramAnalysis, names: Iterable[str]) -> Iterator[FileItem]:
    for name in names:
        symbols = analysis.symbols
        while name not in symbols.files and symbols.parent is not None:
            symbols = symbols.parent
        if name in symbols.files:
            yield symbols.files[name]


class _Rows:
    """Makes the rows of one program."""

    def __init__(
        self,
        estate: Estate,
        file: ProgramFile,
        analysis: ProgramAnalysis,
        used: _Used,
        named: _Used,
        words: Words,
    ) -> None:
        """`used` leaves out what dead statements use, `named` does not."""
        self._estate = estate
        self._analysis = analysis
        self._used = used
        self._named = named
        self._words = words
        self._doubts = doubts(file)
        self._owner = analysis.program.identification.program_id

    def all(self) -> Iterator[Unused]:
        """Files, then items and condition-names in order of description."""
        symbols = self._analysis.symbols
        for file in symbols.files.values():
            if file not in self._used.files and file.entry is not None:
                yield self._file(file, file.entry)
        for record in symbols.records():
            if record.section.value in _SECTIONS and not record.external and not self._of_dead_file(record):
                yield from self._items(record)
        yield from self._copies()

    def _copies(self) -> Iterator[Unused]:
        """Copybooks of which no item is used."""
        members: dict[Inclusion, list[DataItem]] = {}
        for item in self._analysis.symbols.data_items():
            if (
                item.entry is not None
                and item.name is not None
                and self._is_copied(item)
                and not item.record.external
            ):
                members.setdefault(item.entry.span.first.inclusion, []).append(item)
        for inclusion, items in members.items():
            if inclusion.copied_at is not None and not any(map(self._used.item, items)):
                name = inclusion.file.path.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0].upper()
                lines = lines_of(
                    word for item in items if item.entry is not None for word in self._words.of(item.entry)
                )
                place = self._estate.place(inclusion.copied_at)
                reason = f"none of the {counted(len(items), 'data item')} that it describes is used here"
                yield Unused("copied data", self._owner, name, place, lines, reason, *self._doubts)

    def _of_dead_file(self, record: DataItem) -> bool:
        return record.file is not None and record.file not in self._used.files

    def _file(self, file: FileItem, entry: ast.FileControlEntry) -> Unused:
        reason = "no SORT or MERGE names it" if file.is_sort else "no OPEN, SORT or MERGE names it"
        reason = _ONLY_DEAD if file in self._named.files else reason
        nodes = [node for node in (entry, file.description) if node is not None]
        lines = lines_of(word for node in nodes for word in self._words.of(node))
        certainty, alive = self._doubts
        if file.external:
            certainty, alive = DOUBTFUL, "it is EXTERNAL: another program may open it"
        return Unused(
            "file", self._owner, file.name, self._estate.place(entry), lines, reason, certainty, alive
        )

    def _items(self, item: DataItem) -> Iterator[Unused]:
        """The outermost items below (and with) one of which no byte is used, and condition-names of the others."""
        if item.entry is None or (self._is_copied(item) and item.parent is not None):
            return
        if not self._used.item(item):
            if item.name is not None and not self._is_copied(item):
                yield self._item(item)
                return
        else:
            yield from self._conditions(item)
        for child in item.children:
            yield from self._items(child)

    def _is_copied(self, item: DataItem) -> bool:
        return item.entry is not None and bool(copy_chain(item.entry.span.first))

    def _item(self, item: DataItem) -> Unused:
        assert item.entry is not None
        entries = [inner.entry for inner in item.walk() if inner.entry is not None]
        lines = lines_of(word for entry in entries for word in self._words.of(entry))
        what = "neither it nor an item in it is named" if item.children else "nothing names it"
        reason = _ONLY_DEAD if self._named.item(item) else f"{what}, nor anything that shares its bytes"
        name = item.qualified_name
        return Unused(
            "data item", self._owner, name, self._estate.place(item.entry), lines, reason, *self._doubts
        )

    def _conditions(self, item: DataItem) -> Iterator[Unused]:
        for condition in item.conditions:
            if not self._used.condition(condition) and not copy_chain(condition.entry.span.first):
                lines = lines_of(self._words.of(condition.entry))
                name = f"{condition.name} OF {item.name}" if item.name else condition.name
                place = self._estate.place(condition.entry)
                reason = _ONLY_DEAD if self._named.condition(condition) else "nothing tests or sets it"
                yield Unused("condition-name", self._owner, name, place, lines, reason, *self._doubts)
