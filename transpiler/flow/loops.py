"""Loops of GO TO and fall-through that can be entered at more than one paragraph: such a flow is irreducible.

A flow graph is reducible when it has no cycle left without the edges to a node that dominates where they start (M. S. Hecht and
J. D. Ullman, "Characterizations of Reducible Flow Graphs", 1974). PERFORM is a call, not an edge: the beginning of every range is an
entry of the graph.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from cobol_parser import ast
from cobol_parser.resolve import ProgramAnalysis
from transpiler.flow.plan import paragraph_bounds
from transpiler.flow.reach import Reach, reach

if TYPE_CHECKING:
    _Graph: TypeAlias = nx.DiGraph[int]
else:
    _Graph = nx.DiGraph

_OUTSIDE = -1
"""The node that leads to every entry."""


def loops_with_entries(analysis: ProgramAnalysis) -> list[list[ast.Paragraph]]:
    """The paragraphs of every loop with more than one entry, in order; dead paragraphs left out."""
    found = reach(analysis)
    graph = _graph(analysis, found)
    dominators = nx.immediate_dominators(graph, _OUTSIDE)
    back = [(start, end) for start, end in graph.edges if _dominates(dominators, end, start)]
    graph.remove_edges_from(back)
    loops = (sorted(loop) for loop in nx.strongly_connected_components(graph) if len(loop) > 1)
    return [[found.order[position] for position in loop] for loop in sorted(loops)]


def _graph(analysis: ProgramAnalysis, found: Reach) -> _Graph:
    made: _Graph = nx.DiGraph()
    made.add_node(_OUTSIDE)
    made.add_edges_from(_edges(analysis, found))
    inside = {end for start, end in made.edges if start != _OUTSIDE}
    performed = {start for way in found.courses.values() for start, _ in way.performed}
    entries = {position for position in found.courses if position in performed or position not in inside}
    made.add_edges_from((_OUTSIDE, position) for position in entries)
    lost = found.courses.keys() - nx.descendants(made, _OUTSIDE)
    while lost:  # a loop that control comes into from outside only
        made.add_edge(_OUTSIDE, min(lost))
        lost = found.courses.keys() - nx.descendants(made, _OUTSIDE)
    return made


def _edges(analysis: ProgramAnalysis, found: Reach) -> Iterator[tuple[int, int]]:
    """GO TO and fall-through between paragraphs that are reached."""
    bounds = paragraph_bounds(found.order, analysis)
    for position, end in found.states:
        way = found.courses[position]
        ends = [position] if way.completes else []
        section = analysis.sections_of.get(found.order[position])
        if way.leaves_section and section in bounds:
            ends.append(bounds[section][1])
        targets = [last + 1 for last in ends if last != end]
        targets += [bounds[target][0] for target in way.jumps if target in bounds]
        yield from ((position, target) for target in targets if found.is_reached(target))


def _dominates(dominators: dict[int, int], one: int, other: int) -> bool:
    while other not in (one, _OUTSIDE):
        other = dominators[other]
    return other == one
