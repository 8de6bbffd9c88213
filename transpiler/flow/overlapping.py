"""PERFORM ranges that overlap: where it matters that the end of an outer range ends it, also inside of an inner one.

A mainframe keeps one exit for each paragraph: control that comes to the end of any active range goes back behind its PERFORM, and the
ranges begun since are left too (cobc: perform-osvs). It matters only when an inner range runs past the end of an outer one. Such
ranges run behind the dispatcher, which watches all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cobol_parser import ast
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.walk import walk
from transpiler.flow.plan import FlowPlan, completes

Range = tuple[int, int]
"""Positions of the first and the last paragraph."""


def overlapping_ranges(analysis: ProgramAnalysis, plan: FlowPlan) -> frozenset[Range]:
    """The ranges of a program of which one can run past the end of another that is active, and those others."""
    jumps = {position: frozenset(_jumps(analysis, plan, position)) for position in range(len(plan.order))}
    performed = {position: frozenset(_performed(analysis, plan, position)) for position in jumps}
    bodies = {found: _body(plan, jumps, found) for ranges in performed.values() for found in ranges}
    begun = _begun(bodies, performed)
    pairs = [
        (outer, inner)
        for outer, inside in begun.items()
        for inner in inside
        if inner[1] != outer[1] and outer[1] in bodies[inner]
    ]
    return frozenset(found for pair in pairs for found in pair)


def _jumps(analysis: ProgramAnalysis, plan: FlowPlan, position: int) -> Iterator[int]:
    """Positions that control can go to from a paragraph by GO TO, by what ALTER makes of one, or by EXIT SECTION."""
    paragraph = plan.order[position]
    for node in walk(paragraph):
        if isinstance(node, ast.GoTo) and node.target is not None:
            yield from _starts(analysis, plan, (node.target,))
        elif isinstance(node, ast.GoToDepending):
            yield from _starts(analysis, plan, node.targets)
        elif isinstance(node, ast.Exit) and node.kind == "SECTION":
            section = analysis.sections_of.get(paragraph)
            if section is not None:
                yield plan.bounds[section][1]
    if paragraph in plan.altered:
        procedure = analysis.program.procedure
        for node in walk(procedure) if procedure is not None else ():
            if isinstance(node, ast.Alter):
                yield from _starts(analysis, plan, (target for _, target in node.pairs))


def _starts(analysis: ProgramAnalysis, plan: FlowPlan, names: Iterable[ast.ProcedureName]) -> Iterator[int]:
    for name in names:
        procedure = analysis.procedures.get(name)
        if procedure in plan.bounds:
            yield plan.bounds[procedure][0]


def _performed(analysis: ProgramAnalysis, plan: FlowPlan, position: int) -> Iterator[Range]:
    """The ranges that a paragraph performs, procedures of SORT and MERGE included."""
    for node in walk(plan.order[position]):
        if isinstance(node, (ast.Perform, ast.ProcedureRange)):
            first, last = (analysis.procedures.get(name) for name in (node.first, node.last or node.first))
            if first in plan.bounds and last in plan.bounds:
                yield plan.span(first, last)


def _body(plan: FlowPlan, jumps: Mapping[int, frozenset[int]], found: Range) -> frozenset[int]:
    """The paragraphs that control goes through, GO TO and falling through counted, from the start of a range to its end."""
    start, end = found
    reached: set[int] = set()
    waiting = [start]
    while waiting:
        position = waiting.pop()
        if position in reached or position >= len(plan.order):
            continue
        reached.add(position)
        waiting += jumps[position]
        if position != end and completes(plan.order[position]):
            waiting.append(position + 1)
    return frozenset(reached)


def _begun(
    bodies: Mapping[Range, frozenset[int]], performed: Mapping[int, frozenset[Range]]
) -> dict[Range, frozenset[Range]]:
    """The ranges that can be begun while a range is active, however deep inside."""
    direct = {found: {inner for at in body for inner in performed[at]} for found, body in bodies.items()}
    result: dict[Range, frozenset[Range]] = {}
    for found in direct:
        reached: set[Range] = set()
        waiting = list(direct[found])
        while waiting:
            inner = waiting.pop()
            if inner not in reached:
                reached.add(inner)
                waiting += direct[inner]
        result[found] = frozenset(reached)
    return result
