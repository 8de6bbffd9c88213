"""Which paragraphs and statements of a program control can reach.

A *state* is a paragraph together with the end of the innermost PERFORM range around it: at the end of that paragraph control goes back
behind the PERFORM instead of falling through. The walk begins at every entry of the program and goes on until it finds no new
state. Where it is not known what control does, all it may do is taken: what is not reached is dead for certain, as far as the text
of the program is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cobol_parser import ast
from cobol_parser.debugging import debugging_sections, in_debugging_mode
from cobol_parser.procedures import Procedure, all_sections
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.walk import walk
from transpiler.flow.inside import Course, Range, Surroundings, course
from transpiler.flow.plan import paragraph_bounds

State = tuple[int, int | None]
"""Position of a paragraph, and of the last one of the innermost range around it; None: control falls through to the end."""

_MOST_RANGES = 50
"""Around one paragraph. With more it is taken to be in none, which can only reach more."""
_WORD = re.compile(r"[A-Za-z0-9][\w-]*")


@dataclass(slots=True, eq=False)
class Reach:
    """What control can reach. Positions count the paragraphs of `order`, which are those of the analysis."""

    order: tuple[ast.Paragraph, ...]
    states: set[State] = field(default_factory=set)
    courses: dict[int, Course] = field(default_factory=dict)
    """How control goes through each paragraph that is reached."""

    def is_reached(self, position: int) -> bool:
        """Whether control can come to a paragraph."""
        return position in self.courses

    def live(self) -> set[ast.Statement]:
        """Every statement that control can reach."""
        return {statement for found in self.courses.values() for statement in found.live}


def reach(analysis: ProgramAnalysis, *, contained: bool = False) -> Reach:
    """Walk a program from its entries. `contained`: it stands inside another program, and can only be called."""
    walker = _Walk(analysis, contained)
    for state in _entries(analysis, walker.bounds):
        walker.add(state)
    walker.run()
    return walker.found


class _Walk:
    """The walk: states to look at, and what is known about ends of ranges and altered GO TOs so far."""

    def __init__(self, analysis: ProgramAnalysis, contained: bool) -> None:
        self.bounds = _bounds(analysis)
        self.found = Reach(analysis.order)
        self._analysis = analysis
        self._position = {paragraph: index for index, paragraph in enumerate(analysis.order)}
        self._completed: set[int] = set()
        """Paragraphs whose end control can come to: ranges that end there come back."""
        self._waiting: dict[int, set[int]] = {}
        """Paragraphs to look at again when control can come to the end of another one."""
        self._altered: dict[int, list[Procedure]] = {}
        self._ends: dict[int, set[int | None]] = {}
        self._pending: list[State] = []
        self._around = Surroundings(analysis, self.bounds, self._completed.__contains__, contained)

    def add(self, state: State) -> None:
        """Come to a state; one behind the last paragraph is the end of the program."""
        position, end = state
        ends = self._ends.setdefault(position, set())
        if position >= len(self.found.order) or end in ends or None in ends:
            return  # falling through to the end of the program leads wherever a range does
        if len(ends) >= _MOST_RANGES:
            end = None
        ends.add(end)
        self.found.states.add((position, end))
        self._pending.append((position, end))

    def run(self) -> None:
        """Look at states until there are no new ones."""
        while self._pending:
            position, end = self._pending.pop()
            if position not in self.found.courses:
                self._look(position)
            self._leave(position, end)

    def _look(self, position: int) -> None:
        paragraph = self.found.order[position]
        altered = self._altered.get(position, ())
        found = self.found.courses[position] = course(paragraph, self._around, altered)
        for end in found.awaited:
            self._waiting.setdefault(end, set()).add(position)
        for one, other in found.altered:
            self._alter(one, other)

    def _alter(self, one: Procedure, other: Procedure) -> None:
        if one not in self.bounds:
            return
        position = self.bounds[one][0]
        targets = self._altered.setdefault(position, [])
        if other not in targets:
            targets.append(other)
            self._again(position)

    def _again(self, position: int) -> None:
        """Look at a paragraph anew, in all its states."""
        if position in self.found.courses:
            self._look(position)
            self._pending += [(position, end) for end in self._ends[position]]

    def _leave(self, position: int, end: int | None) -> None:
        """Go every way out of a paragraph."""
        found = self.found.courses[position]
        for target in found.jumps:
            if target in self.bounds:
                self.add((self.bounds[target][0], end))
        for start, last in found.performed:
            self.add((start, last))
        if found.completes:
            self._complete(position, end)
        if found.leaves_section:
            section = self._analysis.sections_of.get(self.found.order[position])
            self._complete(self.bounds[section][1] if section in self.bounds else position, end)

    def _complete(self, position: int, end: int | None) -> None:
        if position not in self._completed:
            self._completed.add(position)
            for waiting in self._waiting.pop(position, ()):
                self._again(waiting)
        if position != end:
            self.add((position + 1, end))


def _bounds(analysis: ProgramAnalysis) -> dict[Procedure, Range]:
    """First and last position of every paragraph and section. A section without paragraphs is where the next one begins."""
    found = paragraph_bounds(analysis.order, analysis)
    procedure = analysis.program.procedure
    start = len(analysis.order)
    for section in reversed(list(all_sections(procedure)) if procedure is not None else []):
        start = found.setdefault(section, (start, start - 1))[0]
    return found


def _entries(analysis: ProgramAnalysis, bounds: dict[Procedure, Range]) -> Iterator[State]:
    """Where control can come from outside: the beginning, ENTRY, declaratives, and what text that is not COBOL names."""
    procedure = analysis.program.procedure
    if procedure is None:
        return
    for section in procedure.sections[:1]:
        yield bounds[section][0], None
    ignored = (
        set()
        if in_debugging_mode(analysis.program)
        else {section for section, _ in debugging_sections(analysis.program)}
    )
    for declarative in procedure.declaratives:
        start, end = bounds[declarative.section]
        if declarative.section not in ignored and start <= end:
            yield start, end
    for part in analysis.entries.values():
        yield bounds[part][0], None
    for inner in analysis.inner_entries.values():
        yield bounds[inner.part][0], None
    for inner in analysis.inner_entries.values():
        yield bounds[inner.part][0], None
        if inner.following is not None:
            yield bounds[inner.following][0], None
    named = set(_loosely_named(analysis))
    for place, (start, _) in bounds.items():
        if place.name is not None and place.name in named:
            yield start, None


def _loosely_named(analysis: ProgramAnalysis) -> Iterator[str]:
    """Names in EXEC blocks (labels of HANDLE and WHENEVER), in what was not understood, and procedure-names with several meanings."""
    procedure = analysis.program.procedure
    for node in walk(procedure) if procedure is not None else ():
        if isinstance(node, ast.ExecBlock | ast.UnsupportedStatement):
            yield from _words(node.text)
        elif isinstance(node, ast.ProcedureName) and node not in analysis.procedures:
            yield node.name


def _words(text: str) -> Iterable[str]:
    return (word.upper() for word in _WORD.findall(text))
