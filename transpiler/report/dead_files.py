"""Programs that nothing starts, and copybooks that nothing copies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from transpiler.report.artefacts import Artefact, Sort
from transpiler.report.dead import CERTAIN, DOUBTFUL, IN_THIS_TREE, Unused, contained, lines_of
from transpiler.report.dependencies import CONTROL, Edge, EdgeKind, Node, NodeKind, edges, entry_names
from transpiler.report.estate import Estate, ProgramFile
from transpiler.report.lines import count_lines, read_files
from transpiler.report.model import Place
from transpiler.report.procedures import Words

if TYPE_CHECKING:
    _Calls: TypeAlias = nx.DiGraph[Node]
else:
    _Calls = nx.DiGraph

_ENTRIES = (Sort.JCL, Sort.PROC, Sort.CSD)


def tells_entries(estate: Estate) -> bool:
    """Whether the tree has job control or definitions of transactions: what says which programs are started from outside."""
    return any(True for _ in estate.of_sort(*_ENTRIES))


def unused_files(estate: Estate) -> list[Unused]:
    """Programs without a caller and copybooks without a COPY. Of outermost programs nothing is said without job control."""
    found = list(_contained_programs(estate))
    if tells_entries(estate):
        found += _programs(estate)
    return [*found, *_copybooks(estate)]


def _programs(estate: Estate) -> Iterator[Unused]:
    """Outermost programs to which no path leads from a job, a transaction or something else that is no program."""
    calls = _calls(estate)
    started = {node for node in calls if node.kind is not NodeKind.PROGRAM}
    alive = started.union(*(nx.descendants(calls, node) for node in started))
    unknown = [
        edge
        for edge in estate.once(edges)
        if edge.kind in CONTROL and edge.how not in ("literal", "resolved")
    ]
    for file in estate.files:
        names = [Node(NodeKind.PROGRAM, name) for name in (*file.program_ids, *entry_names(file))]
        if not any(node in alive for node in names):
            callers = sorted(
                {user.name for node in names if node in calls for user in calls.predecessors(node)}
                - set(file.program_ids)
            )
            yield _program(estate, file, callers, unknown)


def _calls(estate: Estate) -> _Calls:
    made: _Calls = nx.DiGraph()
    for edge in estate.once(edges):
        if edge.target.kind is NodeKind.PROGRAM:
            made.add_edge(edge.source, edge.target)
    return made


def _program(estate: Estate, file: ProgramFile, callers: list[str], unknown: list[Edge]) -> Unused:
    (lines,) = (_code_lines(estate, item) for item in estate.artefacts if item.name == file.name)
    if callers:
        reason = f"only {', '.join(callers)} calls it, and nothing starts that"
    else:
        reason = "no job step, transaction, CALL, LINK or XCTL of the tree names it"
    certainty, alive = IN_THIS_TREE, "something outside the tree may start it"
    others = [edge for edge in unknown if edge.source.name not in file.program_ids]
    if others:
        verb = "CALL" if others[0].kind is EdgeKind.CALLS else "EXEC CICS"
        certainty, alive = (
            DOUBTFUL,
            f"{others[0].source.name} names a program by an item ({verb}) that is not resolved: it may be this one",
        )
    return Unused(
        "program", file.name, ", ".join(file.program_ids), Place(file.name), lines, reason, certainty, alive
    )


def _contained_programs(estate: Estate) -> Iterator[Unused]:
    """Programs inside others that no program of their file calls."""
    for file in estate.files:
        inside = contained(file)
        calls = (
            [edge for edge in estate.once(edges) if edge.kind in CONTROL and edge.place.path == file.name]
            if inside
            else []
        )
        called = {edge.target.name for edge in calls if edge.source.name != edge.target.name}
        doubt = next((edge for edge in calls if edge.how not in ("literal", "resolved")), None)
        words = Words(file)
        for program, _ in file.programs:
            name = program.identification.program_id
            if program in inside and name not in called and program.identification.kind == "PROGRAM":
                certainty, alive = CERTAIN, ""
                if doubt is not None:
                    certainty, alive = (
                        DOUBTFUL,
                        f"CALL by {doubt.target.name.lstrip('?')} is not resolved: it may be this program",
                    )
                lines = lines_of(words.of(program))
                reason = "it is contained in another program, and no CALL of the file names it"
                yield Unused(
                    "contained program",
                    file.name,
                    name,
                    estate.place(program),
                    lines,
                    reason,
                    certainty,
                    alive,
                )


def _copybooks(estate: Estate) -> Iterator[Unused]:
    read = {
        estate.name_of(inclusion.file.path)
        for file in estate.files
        if file.conversion.text is not None
        for inclusion in file.conversion.text.inclusions
    }
    named = {edge.target.name for edge in estate.once(edges) if edge.target.kind is NodeKind.COPYBOOK}
    for item in estate.of_sort(Sort.COPYBOOK):
        if item.name not in read and (item.stem not in named or _has_twin(estate, item, read)):
            reason = (
                "no COPY of the tree names it"
                if item.stem not in named
                else "every COPY of its name takes another file"
            )
            alive = "something outside the tree may copy it"
            yield Unused(
                "copybook",
                item.name,
                item.stem,
                Place(item.name),
                _code_lines(estate, item),
                reason,
                IN_THIS_TREE,
                alive,
            )


def _has_twin(estate: Estate, item: Artefact, read: set[str]) -> bool:
    """Whether another file of the same name was read in its place."""
    return any(other.stem == item.stem and other.name in read for other in estate.of_sort(Sort.COPYBOOK))


def _code_lines(estate: Estate, item: Artefact) -> int:
    return count_lines(item, estate.once(read_files).get(item.name)).code
