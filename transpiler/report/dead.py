"""What of an estate is never used: the values that section 9 has rows of, and the dead code of every program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cobol_parser import ast
from cobol_parser.procedures import all_sections
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.source import Token, copy_chain
from transpiler.flow.dead import SWITCHED_OFF, DeadCode, dead_code
from transpiler.flow.inside import DeadRun
from transpiler.report.estate import Estate, ProgramFile
from transpiler.report.model import Place
from transpiler.report.procedures import Words, shown_name
from transpiler.report.statements import procedure_line

CERTAIN = "certain"
IN_THIS_TREE = "in this tree"
DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Unused:
    """Something that is never executed or used. `reason` is a sentence without a full stop; `alive_if` says what would prove it wrong,
    "" when nothing can. `owner` is the program or file it belongs to."""

    kind: str
    owner: str
    name: str
    place: Place
    lines: int
    reason: str
    certainty: str = CERTAIN
    alive_if: str = ""


def contained(file: ProgramFile) -> set[ast.Program]:
    """The programs of a file that stand inside others."""
    return {inner for program, _ in file.programs for inner in program.programs}


def lines_of(words: Iterable[Token]) -> int:
    """On how many lines words stand; a copybook's lines count for each COPY."""
    return len({(id(word.inclusion), line) for word in words for line in range(word.line, word.end_line + 1)})


def doubts(file: ProgramFile) -> tuple[str, str]:
    """How certain it is that nothing else uses a name of a program, and what might: copybooks that are missing where statements stand."""
    begins = procedure_line(file)
    text = file.conversion.text
    missing = {
        item.name.strip("\"'").upper()
        for item in (text.missing if text is not None else ())
        if 0 < begins < [item.copied_at, *copy_chain(item.copied_at)][-1].line
    }
    if not missing:
        return CERTAIN, ""
    names = ", ".join(sorted(missing))
    return DOUBTFUL, f"the missing {'copybook' if len(missing) == 1 else 'copybooks'} {names} may use it"


def dead_programs(estate: Estate) -> dict[ast.Program, DeadCode]:
    """The dead code of every program."""
    return {
        program: dead_code(analysis, contained=program in contained(file))
        for file in estate.files
        for program, analysis in file.programs
    }


def dead_statements(estate: Estate) -> list[Unused]:
    """Dead sections, paragraphs and statements, in source order."""
    found: list[Unused] = []
    for file in estate.files:
        words = Words(file)
        for program, analysis in file.programs:
            dead = estate.once(dead_programs)[program]
            found += _Rows(estate, file, analysis, words, dead).all()
    return found


class _Rows:
    """Makes the rows of one program."""

    def __init__(
        self, estate: Estate, file: ProgramFile, analysis: ProgramAnalysis, words: Words, dead: DeadCode
    ) -> None:
        self._estate = estate
        self._program = analysis.program
        self._words = words
        self._dead = dead
        self._doubts = doubts(file)
        self._runs: dict[ast.Paragraph, list[DeadRun]] = {}
        for paragraph, run in dead.runs:
            self._runs.setdefault(paragraph, []).append(run)

    def all(self) -> Iterator[Unused]:
        """The rows in source order; a section that is dead as a whole is one row."""
        procedure = self._program.procedure
        for section in all_sections(procedure) if procedure is not None else ():
            if (
                section.name is not None
                and section.paragraphs
                and set(section.paragraphs) <= self._dead.paragraphs.keys()
            ):
                yield self._section(section)
            else:
                for paragraph in section.paragraphs:
                    yield from self._paragraph(paragraph, section)

    def _section(self, section: ast.Section) -> Unused:
        first = section.paragraphs[0]
        why = self._dead.paragraphs[first]
        reason = (
            why
            if first.name is None or why == SWITCHED_OFF
            else f"{first.name}, its first paragraph, is dead: {why}"
        )
        return self._row("section", section.name or "", section, lines_of(self._words.of(section)), reason)

    def _paragraph(self, paragraph: ast.Paragraph, section: ast.Section) -> Iterator[Unused]:
        name = shown_name(paragraph, section)
        why = self._dead.paragraphs.get(paragraph)
        if why is not None:
            yield self._row("paragraph", name, paragraph, lines_of(self._words.of(paragraph)), why)
        for run in self._runs.get(paragraph, ()):
            lines = lines_of(word for statement in run.statements for word in self._words.of(statement))
            yield self._row("statements", name, run.statements[0], lines, run.why)

    def _row(self, kind: str, name: str, at: ast.Node, lines: int, reason: str) -> Unused:
        owner = self._program.identification.program_id
        return Unused(kind, owner, name, self._estate.place(at), lines, reason, *self._doubts)
