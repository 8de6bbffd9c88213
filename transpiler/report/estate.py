"""What a run over a source tree knows, for the sections of the report to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from cobol_parser import ast
from cobol_parser.ast.node import Node
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.source import Span, Token
from transpiler.configuration import Configuration
from transpiler.lower.context import Context
from transpiler.options import ConvertOptions
from transpiler.outcome import Outcome, convert_kept
from transpiler.pipeline import Conversion
from transpiler.report.artefacts import Artefact, Sort, find_artefacts
from transpiler.report.model import Place
from transpiler.tree import SourceEntry

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class ProgramFile:
    """A program source: its path in the report, what became of it and all that is known of its conversion.

    `conversion.text` is None when the file could not be read, `conversion.unit` when it could not be parsed; `conversion.contexts` (plans)
    and `conversion.programs` are empty and the module text is "" when it was not converted.
    """

    name: str
    entry: SourceEntry
    outcome: Outcome
    conversion: Conversion

    @property
    def programs(self) -> Iterator[tuple[ast.Program, ProgramAnalysis]]:
        """Every program of the file, contained ones included, with its analysis."""
        yield from self.conversion.analyses.items()

    @property
    def program_ids(self) -> tuple[str, ...]:
        """Names of its outermost programs; the file's stem when there are none."""
        return self.conversion.program_ids or (self.entry.path.stem.upper(),)

    def context(self, program: ast.Program) -> Context | None:
        """Flow plan, storage plan and what was not converted; None when conversion did not come that far."""
        return next((item for item in self.conversion.contexts if item.analysis.program is program), None)


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What the user chose about the report: files with parity evidence besides those in the tree, traces of runs, and whether
    ruff and mypy look at the modules (slow)."""

    parity: tuple[Path, ...] = ()
    traces: tuple[Path, ...] = ()
    lint: bool = False
    out: Path | None = None
    """The folder of the report, resolved: what is in it is no part of the estate."""


@dataclass(slots=True, eq=False)
class Estate:
    """One source tree. `artefacts` are all its files, `files` its program sources, both in a stable order."""

    root: Path
    options: ConvertOptions
    settings: Configuration
    artefacts: tuple[Artefact, ...]
    files: tuple[ProgramFile, ...]
    report: ReportOptions = field(default_factory=ReportOptions)
    _known: dict[Callable[..., Any], Any] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    def once(self, function: Callable[[Estate], T]) -> T:
        """The result of a function of this estate, worked out when it is first asked for."""
        if function not in self._known:
            self._known[function] = function(self)
        found: T = self._known[function]
        return found

    def name_of(self, path: str | Path) -> str:
        """A path as the report shows it: relative to the tree, or as it is when it lies outside."""
        known = self._names.get(str(path))
        if known is None:
            known = self._names[str(path)] = self._name_of(Path(path))
        return known

    def _name_of(self, path: Path) -> str:
        base = self.root if self.root.is_dir() else self.root.parent
        try:
            return path.relative_to(base).as_posix()
        except ValueError:
            return path.as_posix()

    def place(self, at: Node | Span | Token) -> Place:
        """Where a construct begins: in the copybook, when it stands in one."""
        token = at if isinstance(at, Token) else at.first if isinstance(at, Span) else at.span.first
        return Place(self.name_of(token.inclusion.file.path), token.line)

    def of_sort(self, *sorts: Sort) -> Iterator[Artefact]:
        """The files of some sorts, in order."""
        return (item for item in self.artefacts if item.sort in sorts)


def make_estate(
    root: Path,
    entries: list[SourceEntry],
    options: ConvertOptions,
    settings: Configuration,
    report: ReportOptions,
) -> Estate:
    """Read the tree and convert its programs. Nothing is written."""
    estate = Estate(
        root, options, settings, tuple(find_artefacts(root, settings.exclude, report.out)), (), report
    )
    estate.files = tuple(
        ProgramFile(estate.name_of(entry.path), entry, outcome, conversion)
        for entry, (outcome, conversion) in zip(entries, convert_kept(entries, options), strict=True)
    )
    return estate
