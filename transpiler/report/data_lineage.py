"""Where values come from and go to in the estate: the steps of all programs, joined through calls, files and areas of CICS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cobol_parser import ast
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import DataItem, FileItem
from transpiler.data_flow.lineage import RETURNED, Argument, Edge, End, Kind, Outside, edges
from transpiler.exec_text import command, literal
from transpiler.report.dependencies import read_jobs
from transpiler.report.estate import Estate, ProgramFile
from transpiler.report.literals import Literals

_FILE_OPTIONS = ("FILE", "DATASET", "QUEUE", "QNAME")
_PASSES = ("LINK", "XCTL")


@dataclass(frozen=True, slots=True)
class Stored:
    """What programs share by name: a dataset, a file of CICS, a queue; a sort file is one of its program."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Terminal:
    """One end of a step: bytes of an item of `program`, something stored, or something outside."""

    program: str
    what: object
    start: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """A value goes from `source` to `target` by a statement of `program`."""

    program: str
    source: Terminal
    target: Terminal
    kind: Kind
    at: ast.Node
    exact: bool


def steps(estate: Estate) -> list[Step]:
    """Every step of the estate, program by program in source order."""
    joins = _Joins(estate)
    return [
        step
        for file in estate.files
        for program, analysis in file.programs
        for step in _of_program(file, program.identification.program_id, analysis, joins)
    ]


def _of_program(file: ProgramFile, program: str, analysis: ProgramAnalysis, joins: _Joins) -> Iterator[Step]:
    literals = Literals(analysis)
    for edge in edges(analysis):
        exact = edge.exact
        sources = joins.terminals(edge.source, edge, program, literals)
        targets = joins.terminals(edge.target, edge, program, literals)
        if edge.kind is Kind.EMBEDDED:
            exact = any(isinstance(end.what, Stored | DataItem) for end in _outer(edge, sources, targets))
        for source in sources:
            for target in targets:
                if source != target:
                    yield Step(program, source, target, edge.kind, edge.at, exact)


def _outer(edge: Edge, sources: list[Terminal], targets: list[Terminal]) -> list[Terminal]:
    """What stands on the side of the command."""
    return sources if isinstance(edge.source.what, Outside) else targets


class _Joins:
    """What the ends of steps mean for the estate."""

    def __init__(self, estate: Estate) -> None:
        self._programs = {
            name: (name, analysis)
            for file in estate.files
            for program, analysis in file.programs
            for name in (program.identification.program_id,)
        }
        self._entries = {
            entry.name.upper(): (program.identification.program_id, analysis, entry)
            for file in estate.files
            for program, analysis in file.programs
            for entry in analysis.entries
        }
        self._datasets: dict[tuple[str, str], list[str]] = {}
        for _, jobs in estate.once(read_jobs):
            for step in (step for job in jobs for step in job.steps):
                for program in (step.program, *step.started):
                    for used in step.datasets:
                        names = self._datasets.setdefault((program.upper(), used.ddname.upper()), [])
                        if used.name not in names:
                            names.append(used.name)

    def terminals(self, end: End, edge: Edge, program: str, literals: Literals) -> list[Terminal]:
        """One end, or several when it can mean several things."""
        what = end.what
        if isinstance(what, FileItem):
            return [Terminal("", stored) for stored in self._stored(what, program)]
        if isinstance(what, Argument):
            found = self._parameters(what, literals)
            return found or [Terminal("", Outside("program", _called(what, literals)))]
        if isinstance(what, Outside) and what.kind == "CICS" and isinstance(edge.statement, ast.ExecBlock):
            return self._command(edge.statement, what, literals)
        return [Terminal("" if isinstance(what, Outside) else program, what, end.start, end.size)]

    def _stored(self, file: FileItem, program: str) -> list[Stored]:
        if file.is_sort:
            return [Stored("sort file", f"{file.name} of {program}")]
        name = (file.assign_literal or file.name).upper()
        datasets = self._datasets.get((program.upper(), name.rsplit("-", 1)[-1]))
        return [Stored("dataset", dataset) for dataset in datasets] if datasets else [Stored("file", name)]

    def _parameters(self, argument: Argument, literals: Literals) -> list[Terminal]:
        found: list[Terminal] = []
        for value in literals.of(argument.called).values:
            item = self._parameter(value.upper(), argument.position)
            if item is not None:
                found.append(item)
        return found

    def _parameter(self, called: str, position: int) -> Terminal | None:
        if called in self._programs:
            name, analysis = self._programs[called]
            parameters: Iterable[DataItem | None] = analysis.symbols.parameters
            if position == RETURNED:
                parameters, position = (analysis.symbols.returning,), 0
        elif called in self._entries:
            name, analysis, entry = self._entries[called]
            named = [analysis.symbols.named(parameter.name) for parameter in entry.using]
            parameters = [
                next((item for item in items if isinstance(item, DataItem)), None) for items in named
            ]
        else:
            return None
        items = list(parameters)
        item = items[position] if 0 <= position < len(items) else None
        return Terminal(name, item) if item is not None else None

    def _command(self, block: ast.ExecBlock, what: Outside, literals: Literals) -> list[Terminal]:
        """Files and queues that a command of CICS names, the DFHCOMMAREA of a program that it starts."""
        done = command(block.text)
        option = what.name.rsplit(" ", 1)[-1]
        if option in ("INTO", "FROM"):
            for word in _FILE_OPTIONS:
                if done.options.get(word):
                    kind = "CICS file" if word in ("FILE", "DATASET") else "queue"
                    names = _names(done.options[word], literals)
                    if names:
                        return [Terminal("", Stored(kind, name)) for name in names]
        if option == "COMMAREA" and done.verb in _PASSES and done.options.get("PROGRAM"):
            areas = [self._area(name) for name in _names(done.options["PROGRAM"], literals)]
            found = [area for area in areas if area is not None]
            if found:
                return found
        return [Terminal("", what)]

    def _area(self, name: str) -> Terminal | None:
        if name not in self._programs:
            return None
        _, analysis = self._programs[name]
        area = next((item for item in analysis.symbols.linkage if item.name == "DFHCOMMAREA"), None)
        return Terminal(name, area) if area is not None else None


def _called(argument: Argument, literals: Literals) -> str:
    values = literals.of(argument.called).values
    return ", ".join(values) or f"?{argument.called.span.first.text}"


def _names(operand: str, literals: Literals) -> list[str]:
    written = literal(operand)
    values = (written,) if written is not None else literals.named(operand).values
    return [value.upper() for value in values]
