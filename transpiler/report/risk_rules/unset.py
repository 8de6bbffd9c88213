"""Items that are read before anything was put into them.

Only what is certain: the walk goes from the first paragraph through the statements that are executed for certain, into paragraphs that
are performed once; a store anywhere in a branch, a loop, a called program or an EXEC block counts as having happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import DataItem, StorageSection
from cobol_parser.walk import walk
from transpiler.data_flow.accesses import Access, statement_accesses
from transpiler.data_flow.extents import overlaps
from transpiler.flow.plan import paragraph_bounds
from transpiler.report.estate import ProgramFile
from transpiler.report.risk_rules.common import Found, uses

_OWN = (StorageSection.WORKING_STORAGE, StorageSection.LOCAL_STORAGE)
_LEAVING = (
    ast.GoTo,
    ast.GoToDepending,
    ast.StopRun,
    ast.Goback,
    ast.ExitProgram,
    ast.NextSentence,
    ast.Alter,
)
_EXITS = frozenset({"PARAGRAPH", "SECTION"})
_DEPTH = 25
"""How deep PERFORMs are followed."""


def read_before_set(file: ProgramFile, analysis: ProgramAnalysis) -> Found:
    """Items without VALUE whose first use, for certain, takes their value."""
    if analysis.entries or analysis.program.procedure is None:
        return
    candidates = set(_candidates(analysis))
    if not candidates:
        return
    seen: set[DataItem] = set()
    for access in _Walk(analysis, candidates).first_reads():
        item = access.item
        if isinstance(item, DataItem) and item not in seen:
            seen.add(item)
            yield item.name or "", _reason(item), access.at


def _reason(item: DataItem) -> str:
    start = "zero" if item.category is Category.NUMERIC else "spaces"
    return f"{item.name} has no VALUE and is read before anything is stored in it: here it holds {start}, on a mainframe what was in storage"


def _candidates(analysis: ProgramAnalysis) -> Iterator[DataItem]:
    """Elementary items of storage of the program's own without VALUE; what shares bytes with another description is left out."""
    symbols = analysis.symbols
    for record in (*symbols.working_storage, *symbols.local_storage):
        if record.section not in _OWN or record.external or record.based or record.is_global:
            continue
        items = list(record.walk())
        if record.redefines is not None or any(
            item.redefines is not None or item.value is not None for item in items
        ):
            continue
        if record.redefined_by:
            continue
        for item in items:
            if not item.children and item.name and not item.dimensions and item.category in _PLAIN:
                yield item


_PLAIN = (Category.NUMERIC, Category.ALPHANUMERIC, Category.ALPHABETIC)


class _Walk:
    """The certain beginning of a run."""

    def __init__(self, analysis: ProgramAnalysis, candidates: set[DataItem]) -> None:
        self._analysis = analysis
        self._bounds = paragraph_bounds(analysis.order, analysis)
        named = {access.item for access in uses(analysis) if not access.reads and not access.writes}
        self._open = candidates - named
        """Items that nothing can have been stored in so far."""
        self._certain = True
        """False from the first statement on of which it is not known what follows it."""

    def first_reads(self) -> Iterator[Access]:
        """Reads of items that are still open, in the order of execution."""
        procedure = self._analysis.program.procedure
        sections = procedure.sections if procedure is not None else ()
        start = next((self._bounds[section][0] for section in sections if section in self._bounds), None)
        if start is not None:
            yield from self._paragraphs(range(start, len(self._analysis.order)), 0)

    def _paragraphs(self, positions: Iterable[int], depth: int) -> Iterator[Access]:
        for position in positions:
            for sentence in self._analysis.order[position].sentences:
                for statement in sentence.statements:
                    if not self._certain or not self._open:
                        return
                    yield from self._statement(statement, depth)

    def _statement(self, statement: ast.Statement, depth: int) -> Iterator[Access]:
        found = statement_accesses(statement, self._analysis)
        if not isinstance(statement, ast.Call | ast.ExecBlock):
            later = _later(statement, self._analysis)
            yield from (
                access
                for access in found
                if access.reads
                and access.certain
                and access.item in self._open
                and access.item not in later
                and access.identifier not in later
            )
        performed = self._performed_once(statement) if depth < _DEPTH else None
        if performed is not None:
            yield from self._paragraphs(performed, depth + 1)
        else:
            self._maybe(statement, set())
        self._close(found)

    def _performed_once(self, statement: ast.Statement) -> range | None:
        """The paragraphs of a PERFORM without control phrase."""
        if not isinstance(statement, ast.Perform):
            return None
        control = statement.control
        if control.times is not None or control.until is not None or control.varying or control.forever:
            return None
        return self._range(statement)

    def _range(self, node: ast.Perform | ast.ProcedureRange) -> range | None:
        first = self._analysis.procedures.get(node.first)
        last = self._analysis.procedures.get(node.last or node.first)
        if first not in self._bounds or last not in self._bounds:
            return None
        return range(self._bounds[first][0], self._bounds[last][1] + 1)

    def _maybe(self, root: ast.Node, passed: set[int]) -> None:
        """Whatever stands in a statement, and in paragraphs performed from it, may have been executed."""
        for node in walk(root):
            if isinstance(node, _LEAVING) or (isinstance(node, ast.Exit) and node.kind in _EXITS):
                self._certain = False
            if isinstance(node, ast.Statement):
                self._close(statement_accesses(node, self._analysis))
            if isinstance(node, ast.Perform | ast.ProcedureRange):
                positions = self._range(node)
                if positions is None:
                    self._certain = False
                for position in positions or ():
                    if position not in passed:
                        passed.add(position)
                        self._maybe(self._analysis.order[position], passed)

    def _close(self, found: list[Access]) -> None:
        """What a statement stores into is not open any more, nor is what shares bytes with it."""
        for access in found:
            item = access.item
            if isinstance(item, DataItem) and (access.writes or not access.certain):
                self._open = {other for other in self._open if not overlaps(item, other)}


def _later(statement: ast.Statement, analysis: ProgramAnalysis) -> set[object]:
    """What a PERFORM does not read first: items that VARYING sets, and conditions that are tested after the body."""
    if not isinstance(statement, ast.Perform | ast.PerformInline):
        return set()
    control = statement.control
    after: list[ast.Node | None] = [varying.step for varying in control.varying]
    if control.test_after:
        after += [control.until, *(varying.until for varying in control.varying)]
    found: set[object] = {analysis.references.get(varying.item) for varying in control.varying}
    return found.union(node for part in after if part is not None for node in walk(part))
