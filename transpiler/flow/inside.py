"""How control goes through the statements of one paragraph, and how it leaves."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from cobol_parser import ast
from cobol_parser.procedures import Procedure
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.walk import children, holds_statements, statement_lists, walk
from transpiler.flow.certain_conditions import alike, certainty, compared, is_steady

Range = tuple[int, int]
"""Positions of the first and the last paragraph that a PERFORM names."""

_HANDLED = re.compile(r"(?<![\w-])(?:RESP|NOHANDLE)(?![\w-])", re.IGNORECASE)
_LEAVING_COMMANDS = frozenset({"ABEND", "RETURN", "XCTL"})


@dataclass(frozen=True, slots=True, eq=False)
class DeadRun:
    """Statements that follow each other and are never executed, and why, as the end of a sentence."""

    statements: tuple[ast.Statement, ...]
    why: str


@dataclass(slots=True, eq=False)
class Course:
    """The ways of control out of one paragraph. Kept wide where a proof is missing: it can only have too many ways."""

    completes: bool = False
    """Control can come to the end of the paragraph."""
    leaves_section: bool = False
    jumps: list[Procedure] = field(default_factory=list)
    performed: list[Range] = field(default_factory=list)
    """Ranges run by PERFORM and as procedures of SORT, MERGE and XML PARSE."""
    awaited: set[int] = field(default_factory=set)
    """Ends of those ranges that were not known to come back."""
    altered: list[tuple[Procedure, Procedure]] = field(default_factory=list)
    live: set[ast.Statement] = field(default_factory=set)
    dead: list[DeadRun] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a paragraph is looked at with. `comes_back` tells whether control can come back from a range by its last position."""

    analysis: ProgramAnalysis
    bounds: Mapping[Procedure, Range]
    comes_back: Callable[[int], bool]
    contained: bool
    """The program stands inside another one: it is never the main program, and EXIT PROGRAM leaves it."""


def course(paragraph: ast.Paragraph, around: Surroundings, altered: Sequence[Procedure]) -> Course:
    """Follow control through a paragraph. `altered` are the procedures that ALTER makes its GO TO go to."""
    walker = _Walker(around, altered)
    walker.sentences(paragraph.sentences)
    return walker.course


class _Walker:
    """One walk through a paragraph."""

    def __init__(self, around: Surroundings, altered: Sequence[Procedure]) -> None:
        self.course = Course()
        self._around = around
        self._analysis = around.analysis
        self._altered = altered
        self._next_sentence = False
        self._loops: list[set[str]] = []
        """For each inline PERFORM around: the kinds of EXIT PERFORM seen in it."""

    def sentences(self, sentences: Sequence[ast.Sentence]) -> None:
        """Go from sentence to sentence."""
        goes_on = True
        for position, sentence in enumerate(sentences):
            self._next_sentence = False
            goes_on = self._sequence(sentence.statements)
            if not goes_on and not self._next_sentence:
                rest = tuple(
                    statement for later in sentences[position + 1 :] for statement in later.statements
                )
                goes_on = self._bury(rest, _why_not_behind(sentence.statements))
                break
        self.course.completes |= goes_on or self._next_sentence

    def _bury(self, statements: tuple[ast.Statement, ...], why: str) -> bool:
        """Note statements that control does not come to, up to one with an ENTRY inside; whether control goes on behind the last."""
        count = next(
            (at for at, statement in enumerate(statements) if _holds_entry(statement)), len(statements)
        )
        if count:
            self.course.dead.append(DeadRun(statements[:count], why))
        return count < len(statements) and self._sequence(statements[count:])

    def _sequence(self, statements: tuple[ast.Statement, ...]) -> bool:
        for position, statement in enumerate(statements):
            self.course.live.add(statement)
            if not self._statement(statement):
                return self._bury(statements[position + 1 :], _why_not_behind(statements[: position + 1]))
        return True

    def _statement(self, statement: ast.Statement) -> bool:
        """Whether control goes on behind the statement."""
        match statement:
            case ast.If():
                return self._if(statement)
            case ast.Evaluate():
                return self._evaluate(statement)
            case ast.PerformInline():
                return self._inline(statement)
            case ast.Perform():
                return self._perform(statement) and not _for_ever(statement.control, self._analysis)
            case ast.GoTo():
                return self._go_to(statement)
            case ast.Exit():
                return self._exit(statement)
            case ast.NextSentence():
                self._next_sentence = True
                return False
            case ast.StopRun() | ast.Goback():
                return False
            case ast.ExitProgram():
                return not self._around.contained
            case ast.ExecBlock():
                return not leaves(statement)
        self._others(statement)
        return True

    def _others(self, statement: ast.Statement) -> None:
        """Statements that control comes back from: their phrases, their procedures, their targets."""
        if isinstance(statement, ast.GoToDepending):
            for target in statement.targets:
                self._jump(target)
        elif isinstance(statement, ast.Alter):
            known = self._analysis.procedures
            self.course.altered += [
                (known[one], known[other])
                for one, other in statement.pairs
                if one in known and other in known
            ]
        for child in children(statement):
            if isinstance(child, ast.ProcedureRange):
                self._perform(child)
        for inner in statement_lists(statement):
            self._sequence(inner)

    def _if(self, statement: ast.If) -> bool:
        always = certainty(statement.condition, self._analysis)
        if always is False:
            goes_on = self._bury(statement.then, "its condition is never true")
        else:
            goes_on = self._sequence(statement.then)
        if statement.otherwise is None:
            return goes_on or always is not True
        if always is True:
            return self._bury(statement.otherwise, "the condition before it is always true") or goes_on
        return self._sequence(statement.otherwise) or goes_on

    def _evaluate(self, statement: ast.Evaluate) -> bool:
        goes_on = decided = False
        earlier: list[_Selection] = []
        for when in statement.whens:
            chances = [self._chance(statement, selection, earlier) for selection in when.selections]
            if decided:
                goes_on = self._bury(when.statements, "a WHEN before it takes every case") or goes_on
            elif when.selections and all(chance is False for chance in chances):
                goes_on = self._bury(when.statements, _why_never(when, earlier)) or goes_on
            else:
                goes_on = self._sequence(when.statements) or goes_on
            decided = decided or not when.selections or True in chances
            earlier += [item for item in when.selections if all(map(is_steady, item))]
        return goes_on or not decided

    def _chance(
        self, statement: ast.Evaluate, selection: _Selection, earlier: list[_Selection]
    ) -> bool | None:
        """Whether a selection is met whenever it is looked at: always, never, or that depends (None)."""
        if any(alike(selection, other) for other in earlier):
            return False
        met = [self._met(subject, item) for subject, item in zip(statement.subjects, selection, strict=False)]
        return False if False in met else None if None in met else True

    def _met(
        self, subject: ast.Expression | ast.Condition, item: ast.EvaluateAny | ast.EvaluateRange
    ) -> bool | None:
        if isinstance(item, ast.EvaluateAny):
            return True
        if item.high is not None:
            return None
        found: bool | None = None
        if isinstance(subject, ast.Condition):
            wanted = certainty(subject, self._analysis)
            given = certainty(item.low, self._analysis)
            found = None if wanted is None or given is None else wanted is given
        elif isinstance(item.low, ast.Expression):
            found = compared(subject, "=", item.low, self._analysis)
        return found if found is None or not item.negated else not found

    def _inline(self, statement: ast.PerformInline) -> bool:
        control = statement.control
        if _never_begins(control, self._analysis):
            self._bury(statement.statements, "the loop is never entered: its UNTIL is always true")
            return True
        self._loops.append(set())
        goes_on = self._sequence(statement.statements)
        exits = self._loops.pop()
        if _for_ever(control, self._analysis):
            return "PERFORM" in exits
        if control.times is None and control.until is None and not control.varying:
            return goes_on or bool(exits)
        return True

    def _perform(self, statement: ast.Perform | ast.ProcedureRange) -> bool:
        known = self._analysis.procedures
        first, last = known.get(statement.first), known.get(statement.last or statement.first)
        if first is None or last is None:
            return True
        start, end = self._around.bounds[first][0], self._around.bounds[last][1]
        if end < start and first is last:
            return True  # a section without paragraphs
        self.course.performed.append((start, end))
        if self._around.comes_back(end):
            return True
        self.course.awaited.add(end)
        return isinstance(statement, ast.Perform) and _can_be_skipped(statement.control, self._analysis)

    def _go_to(self, statement: ast.GoTo) -> bool:
        self.course.jumps += self._altered
        return statement.target is not None and not self._jump(statement.target)

    def _jump(self, name: ast.ProcedureName) -> bool:
        target = self._analysis.procedures.get(name)
        if target is None:
            return False
        self.course.jumps.append(target)
        return True

    def _exit(self, statement: ast.Exit) -> bool:
        if statement.kind == "PARAGRAPH":
            self.course.completes = True
        elif statement.kind == "SECTION":
            self.course.leaves_section = True
        elif statement.kind and self._loops:
            self._loops[-1].add(statement.kind)
        else:
            return True
        return False


_Selection = tuple[ast.EvaluateAny | ast.EvaluateRange, ...]


def _holds_entry(statement: ast.Statement) -> bool:
    return any(isinstance(node, ast.Entry) for node in walk(statement, into=holds_statements))


def leaves(block: ast.ExecBlock) -> bool:
    """Whether control never comes back from an EXEC block: it ends the task or passes it on, and asks for no response code.

    CICS gives control back after a failed command only where RESP or NOHANDLE says so (CICS application programming reference).
    """
    words = block.text.split(maxsplit=1)
    if block.language != "CICS" or not words or words[0].upper() not in _LEAVING_COMMANDS:
        return False
    return _HANDLED.search(block.text) is None


def _until(control: ast.PerformControl) -> ast.Condition | None:
    return control.varying[0].until if control.varying else control.until


def _for_ever(control: ast.PerformControl, analysis: ProgramAnalysis) -> bool:
    until = _until(control)
    return control.forever or (until is not None and certainty(until, analysis) is False)


def _never_begins(control: ast.PerformControl, analysis: ProgramAnalysis) -> bool:
    until = _until(control)
    return until is not None and not control.test_after and certainty(until, analysis) is True


def _can_be_skipped(control: ast.PerformControl, analysis: ProgramAnalysis) -> bool:
    """Whether control can go on without having run the range once."""
    until = _until(control)
    if control.times is not None:
        return True
    return until is not None and not control.test_after and certainty(until, analysis) is not False


def _why_not_behind(before: Sequence[ast.Statement]) -> str:
    """Why nothing behind the last of some statements is executed."""
    if not before:
        return "control never comes there"
    last = before[-1]
    match last:
        case ast.If() | ast.Evaluate():
            return f"every branch of the {last.span.first.upper} before it leaves"
        case ast.Perform():
            return f"PERFORM {last.first.name} before it never comes back"
        case ast.PerformInline():
            return "the PERFORM before it never ends"
    return f"{words(last)} before it does not come back"


def words(statement: ast.Statement) -> str:
    """A statement that leaves, as it is written."""
    match statement:
        case ast.GoTo():
            return "GO TO" if statement.target is None else f"GO TO {statement.target.name}"
        case ast.StopRun():
            return "STOP RUN"
        case ast.Exit():
            return f"EXIT {statement.kind}".strip()
        case ast.ExitProgram():
            return "EXIT PROGRAM"
        case ast.NextSentence():
            return "NEXT SENTENCE"
        case ast.ExecBlock():
            return f"EXEC {statement.language} {statement.text.split(maxsplit=1)[0].upper()}"
    return statement.span.first.upper


def _why_never(when: ast.When, earlier: list[_Selection]) -> str:
    if any(alike(selection, other) for selection in when.selections for other in earlier):
        return "an earlier WHEN of the EVALUATE has the same value"
    return "its WHEN is never met"
