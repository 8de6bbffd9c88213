"""Dead code of a program and why it is dead, in words: paragraphs that control never comes to, statements it never comes to in the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cobol_parser import ast
from cobol_parser.debugging import debugging_sections, in_debugging_mode
from cobol_parser.procedures import Procedure
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.walk import children, holds_statements, walk
from transpiler.flow.inside import Course, DeadRun, Surroundings, course, words
from transpiler.flow.plan import paragraph_bounds, procedure_name
from transpiler.flow.reach import Reach, reach

SWITCHED_OFF = "it belongs to a debugging section, and the program has no WITH DEBUGGING MODE"


@dataclass(slots=True, eq=False)
class DeadCode:
    """What of a program is dead. Paragraphs are those of the tree; `runs` are in paragraphs that are reached.

    The reasons are ends of sentences without a full stop.
    """

    paragraphs: dict[ast.Paragraph, str] = field(default_factory=dict)
    runs: list[tuple[ast.Paragraph, DeadRun]] = field(default_factory=list)

    def statements(self) -> Iterator[tuple[ast.Statement, str]]:
        """Every dead statement with its reason, those inside other ones too."""
        for paragraph, why in self.paragraphs.items():
            for statement in _statements(paragraph):
                yield statement, f"{paragraph.name or 'the paragraph'} is dead: {why}"
        for _, run in self.runs:
            for outer in run.statements:
                for statement in _statements(outer):
                    yield statement, run.why


def dead_code(analysis: ProgramAnalysis, *, contained: bool = False) -> DeadCode:
    """Find the dead code of a program. `contained`: it stands inside another program."""
    found = DeadCode()
    reached = reach(analysis, contained=contained)
    reasons = _Reasons(analysis, reached, contained)
    whole_of = analysis.whole_of
    alive = {whole_of.get(part, part) for part in _reached(reached)}
    for position, part in enumerate(reached.order):
        whole = whole_of.get(part, part)
        if reached.is_reached(position):
            found.runs += [(whole, run) for run in reached.courses[position].dead]
        elif whole in alive:
            found.runs.append((whole, _run(part)))
        elif whole not in found.paragraphs and (part.name is not None or part.sentences):
            found.paragraphs[whole] = reasons.of(position)
    found.paragraphs |= dict.fromkeys(_switched_off(analysis), SWITCHED_OFF)
    return found


def _reached(reached: Reach) -> Iterator[ast.Paragraph]:
    return (paragraph for position, paragraph in enumerate(reached.order) if reached.is_reached(position))


def _run(part: ast.Paragraph) -> DeadRun:
    statements = tuple(statement for sentence in part.sentences for statement in sentence.statements)
    return DeadRun(statements, "control never comes to this part of the paragraph")


def _statements(root: ast.Node) -> Iterator[ast.Statement]:
    return (node for node in walk(root, into=holds_statements) if isinstance(node, ast.Statement))


def _switched_off(analysis: ProgramAnalysis) -> Iterator[ast.Paragraph]:
    if not in_debugging_mode(analysis.program):
        for section, _ in debugging_sections(analysis.program):
            yield from section.paragraphs


@dataclass(frozen=True, slots=True, eq=False)
class _Use:
    """A statement that names a procedure, by its verb and the paragraph it stands in; `start` is where control would come to."""

    verb: str
    user: ast.Paragraph
    live: bool
    start: int


class _Reasons:
    """Says of paragraphs that are not reached why they are not."""

    def __init__(self, analysis: ProgramAnalysis, reached: Reach, contained: bool) -> None:
        self._analysis = analysis
        self._reached = reached
        self._bounds = paragraph_bounds(analysis.order, analysis)
        self._around = Surroundings(analysis, self._bounds, lambda end: True, contained)
        self._live = reached.live()
        self._named = self._uses()

    def _uses(self) -> dict[int, list[_Use]]:
        """By position: what names a paragraph, its section or a range with it."""
        found: dict[int, list[_Use]] = {}
        for user in self._analysis.order:
            for use, end in self._targets(user):
                for position in range(use.start, end + 1):
                    found.setdefault(position, []).append(use)
        return found

    def _targets(self, user: ast.Paragraph) -> Iterator[tuple[_Use, int]]:
        for statement in _statements(user):
            live = statement in self._live
            if isinstance(statement, ast.GoTo | ast.GoToDepending):
                names = statement.targets if isinstance(statement, ast.GoToDepending) else (statement.target,)
                for name in names:
                    place = self._place(name)
                    if place is not None:
                        yield _Use("GO TO", user, live, place[0]), place[0]
            for node in (statement, *children(statement)):
                if isinstance(node, ast.Perform | ast.ProcedureRange):
                    first, last = self._place(node.first), self._place(node.last or node.first)
                    if first is not None and last is not None:
                        verb = statement.span.first.upper
                        yield _Use(verb, user, live, first[0]), last[1]

    def _place(self, name: ast.ProcedureName | None) -> tuple[int, int] | None:
        target: Procedure | None = self._analysis.procedures.get(name) if name is not None else None
        return self._bounds.get(target) if target is not None else None

    def of(self, position: int) -> str:
        """Why control never comes to the paragraph at a position, as the end of a sentence."""
        own = self._whole(self._reached.order[position])
        uses = [use for use in self._named.get(position, ()) if self._whole(use.user) is not own]
        live = next((use for use in uses if use.live), None)
        if live is not None:
            return f"{live.verb} in {self._name(live.user)} includes it, but {self._before(position)}"
        if uses:
            first = uses[0]
            where = "which is dead itself" if self._is_dead(first.user) else "but is never executed"
            more = f" (and {len(uses) - 1} more like it)" if len(uses) > 1 else ""
            return f"only {first.verb} in {self._name(first.user)} names it, {where}{more}"
        return f"no PERFORM, GO TO or fall-through reaches it: {self._before(position)}"

    def _before(self, position: int) -> str:
        """Why control does not fall through from the paragraph before."""
        if position == 0 or self._opens_declarative(position):
            return "nothing stands before it"
        before = self._reached.order[position - 1]
        name = self._name(before)
        dead = self._is_dead(before)
        found = course(before, self._around, ()) if dead else self._reached.courses[position - 1]
        if not found.completes:
            return f"the paragraph before, {name}, {_leaving(before, found)}"
        if dead:
            return f"the paragraph before, {name}, is dead itself"
        return f"the paragraph before, {name}, is the end of a PERFORM whenever control comes to its end"

    def _opens_declarative(self, position: int) -> bool:
        procedure = self._analysis.program.procedure
        section = self._analysis.sections_of.get(self._reached.order[position])
        return procedure is not None and any(
            declarative.section is section and self._bounds[section][0] == position
            for declarative in procedure.declaratives
        )

    def _is_dead(self, paragraph: ast.Paragraph) -> bool:
        start, end = self._bounds[paragraph]
        return not any(self._reached.is_reached(position) for position in range(start, end + 1))

    def _whole(self, paragraph: ast.Paragraph) -> ast.Paragraph:
        return self._analysis.whole_of.get(paragraph, paragraph)

    def _name(self, paragraph: ast.Paragraph) -> str:
        return procedure_name(self._analysis, self._whole(paragraph)) or "the first paragraph"


def _leaving(paragraph: ast.Paragraph, found: Course) -> str:
    """How a paragraph that never comes to its end leaves: by the last statement that is executed."""
    statements = [statement for sentence in paragraph.sentences for statement in sentence.statements]
    last = next((statement for statement in reversed(statements) if statement in found.live), None)
    if last is None or isinstance(last, ast.If | ast.Evaluate | ast.Perform | ast.PerformInline):
        return "never comes to its end"
    return f"ends with {words(last)}"
