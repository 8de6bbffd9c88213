"""The control-flow plan: how paragraphs become methods and PERFORM becomes calls.

A paragraph is *plain* when control can leave it only at its end: it has no GO TO, no EXIT SECTION that skips paragraphs, and is not
the target of ALTER. A plain paragraph is a method without a result, and a PERFORM of plain paragraphs is a
sequence of calls. Every other paragraph is *jumping*: its method returns where to go next (None: fall through), and
ranges that contain one are run by `Program.perform`, which keeps the meaning of PERFORM exactly: a range is left
when control reaches the end of its last paragraph, however it got there.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from cobol_parser import ast
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.walk import walk
from transpiler.flow.segments import openings, with_openings
from transpiler.naming import Scope, snake_case

_NEVER_COMPLETES = (ast.StopRun, ast.Goback)
_GO_TO_THE_END = ("PARAGRAPH", "SECTION")
"""Kinds of EXIT that go to the end of the paragraph, or past it."""


@dataclass(slots=True, eq=False)
class FlowPlan:
    """Decisions about the procedure division. Keys are paragraphs and sections of the tree."""

    order: tuple[ast.Paragraph, ...]
    position: dict[ast.Paragraph, int]
    bounds: dict[ast.Paragraph | ast.Section, tuple[int, int]]
    """First and last position in `order` (both included); a section without paragraphs has none."""
    method_of: dict[ast.Paragraph, str] = field(default_factory=dict)
    jumping: set[ast.Paragraph] = field(default_factory=set)
    why_jumping: dict[ast.Paragraph, str] = field(default_factory=dict)
    altered: dict[ast.Paragraph, str] = field(default_factory=dict)
    """Attribute that holds the current target of an altered GO TO."""
    openings: dict[ast.Paragraph, ast.Section] = field(default_factory=dict)
    """Paragraphs made to put independent segments into their initial state (see `flow.segments`)."""
    range_ends: frozenset[ast.Paragraph] = frozenset()
    """Paragraphs that a PERFORM (or a procedure of SORT) names as its end."""
    overlapping: frozenset[tuple[int, int]] = frozenset()
    """Ranges that run behind the dispatcher because one can end inside another (see `flow.overlapping`)."""
    exits_sections: bool = False
    """Whether the program has EXIT SECTION."""
    exact: bool = False

    def span(
        self, first: ast.Paragraph | ast.Section, last: ast.Paragraph | ast.Section | None
    ) -> tuple[int, int]:
        """Positions of the first and the last paragraph of a PERFORM range."""
        start = self.bounds[first][0]
        return start, self.bounds[last or first][1]

    def is_direct(self, start: int, end: int) -> bool:
        """Whether the range can be a plain sequence of calls."""
        if self.exact or end < start or (start, end) in self.overlapping:
            return False
        return not any(paragraph in self.jumping for paragraph in self.order[start : end + 1])


def plan_flow(
    analysis: ProgramAnalysis, members: Scope, *, exact: bool, independent_segments: bool = False
) -> FlowPlan:
    """Decide for every paragraph of the program; `members` holds the names of the program object.

    `independent_segments` says that segment-numbers have a meaning (see `flow.segments`).
    """
    altered = _altered(analysis)
    segment_openings = openings(analysis, altered) if independent_segments else {}
    order = with_openings(analysis, segment_openings)
    plan = FlowPlan(
        order,
        {paragraph: index for index, paragraph in enumerate(order)},
        paragraph_bounds(order, analysis),
        openings=segment_openings,
        range_ends=_range_ends(analysis),
        exits_sections=_has_exit_section(analysis),
        exact=exact,
    )
    _name_methods(plan, analysis, members)
    for paragraph in order:
        reason = _jump(paragraph, analysis, plan)
        if paragraph in altered:
            reason = "its GO TO is changed by ALTER"
            plan.altered[paragraph] = members.claim(f"{plan.method_of[paragraph]}_target")
        if reason is not None:
            plan.jumping.add(paragraph)
            plan.why_jumping[paragraph] = reason
    return plan


def paragraph_bounds(
    order: tuple[ast.Paragraph, ...], analysis: ProgramAnalysis
) -> dict[ast.Paragraph | ast.Section, tuple[int, int]]:
    bounds: dict[ast.Paragraph | ast.Section, tuple[int, int]] = {}
    for index, paragraph in enumerate(order):
        bounds[paragraph] = (index, index)
        for around in (analysis.sections_of.get(paragraph), analysis.whole_of.get(paragraph)):
            if around is not None:
                start = bounds[around][0] if around in bounds else index
                bounds[around] = (start, index)
    return bounds


def _range_ends(analysis: ProgramAnalysis) -> frozenset[ast.Paragraph]:
    procedure = analysis.program.procedure
    ends: set[ast.Paragraph] = set()
    for node in walk(procedure) if procedure is not None else ():
        if isinstance(node, (ast.Perform, ast.ProcedureRange)):
            last = analysis.procedures.get(node.last or node.first)
            if isinstance(last, ast.Paragraph):
                ends.add(last)
    return frozenset(ends)


def _has_exit_section(analysis: ProgramAnalysis) -> bool:
    procedure = analysis.program.procedure
    return procedure is not None and any(
        isinstance(node, ast.Exit) and node.kind == "SECTION" for node in walk(procedure)
    )


def _name_methods(plan: FlowPlan, analysis: ProgramAnalysis, members: Scope) -> None:
    entered = {paragraph: entry.name for entry, paragraph in analysis.entries.items()}
    for paragraph in plan.order:
        if paragraph in plan.openings:
            opened = snake_case(plan.openings[paragraph].name or "", digit_prefix="p")
            plan.method_of[paragraph] = members.claim(f"{opened}_opening")
            continue
        section = analysis.sections_of.get(paragraph)
        around = snake_case(section.name, digit_prefix="p") if section is not None and section.name else ""
        if paragraph in entered:
            plan.method_of[paragraph] = members.claim(snake_case(f"entry_{entered[paragraph]}"))
            continue
        whole = analysis.whole_of.get(paragraph)
        if paragraph.name is None and whole is not None and whole.name is not None:
            plan.method_of[paragraph] = members.claim(snake_case(f"{whole.name}_continued", digit_prefix="p"))
            continue
        if paragraph.name is None:
            plan.method_of[paragraph] = members.claim(around or "main_sentences")
            continue
        name = snake_case(paragraph.name, digit_prefix="p")
        plan.method_of[paragraph] = members.claim(
            name, f"{around}_{name}" if around else f"{name}_paragraph", f"{name}_paragraph"
        )


def _altered(analysis: ProgramAnalysis) -> set[ast.Paragraph]:
    procedure = analysis.program.procedure
    result: set[ast.Paragraph] = set()
    if procedure is None:
        return result
    for node in walk(procedure):
        if isinstance(node, ast.Alter):
            for altered, _ in node.pairs:
                target = analysis.procedures.get(altered)
                if isinstance(target, ast.Paragraph):
                    result.add(target)
    return result


def _jump(paragraph: ast.Paragraph, analysis: ProgramAnalysis, plan: FlowPlan) -> str | None:
    """The reason why control can leave the paragraph other than at its end, None when it cannot."""
    for node in walk(paragraph):
        if isinstance(node, (ast.GoTo, ast.GoToDepending)):
            return "it has a GO TO"
        if isinstance(node, ast.Exit) and node.kind == "SECTION":
            section = analysis.sections_of.get(paragraph)
            if section is None:
                continue
            if plan.bounds[section][1] != plan.position[paragraph]:
                return "its EXIT SECTION skips paragraphs"
            if paragraph in plan.range_ends:
                return "its EXIT SECTION goes past the end of a PERFORM of the paragraph"
    return None


def completes(paragraph: ast.Paragraph) -> bool:
    """Whether control can reach the end of the paragraph (False only when that is plain to see)."""
    sentences = [sentence for sentence in paragraph.sentences if sentence.statements]
    if not sentences or not _ends_run_or_leaves(sentences[-1].statements[-1]):
        return True
    return any(isinstance(node, ast.Exit) and node.kind in _GO_TO_THE_END for node in walk(paragraph)) or any(
        isinstance(node, ast.NextSentence) for node in walk(sentences[-1])
    )


def _ends_run_or_leaves(statement: ast.Statement) -> bool:
    if isinstance(statement, ast.GoTo):
        return statement.target is not None
    return isinstance(statement, _NEVER_COMPLETES)


def procedure_name(analysis: ProgramAnalysis, paragraph: ast.Paragraph) -> str:
    """The name of a paragraph as messages have it: `PARAGRAPH OF SECTION`, as far as there are names."""
    whole = analysis.whole_of.get(paragraph, paragraph)
    named = (whole, analysis.sections_of.get(paragraph))
    return " OF ".join(procedure.span.first.text for procedure in named if procedure and procedure.name)
