"""Section 6: who calls, copies, reads and starts whom."""

from __future__ import annotations

from collections import Counter

import networkx as nx

from transpiler.report.dependencies import Edge, EdgeKind, NodeKind, control, depths, edges, graph, known
from transpiler.report.estate import Estate
from transpiler.report.model import (
    Chart,
    ChartKind,
    Column,
    Content,
    Figure,
    Finding,
    Kind,
    Level,
    Row,
    Table,
    row,
)
from transpiler.report.registry import section
from transpiler.wording import counted, noun

_MOST_DRAWN = 600


@section(6, "dependencies", "Dependencies")
def dependencies(estate: Estate) -> Content:
    """Edges, cycles, entry points and the graph."""
    found = estate.once(edges)
    table = Table(
        "edges",
        "Dependencies",
        (
            Column("from_kind", "From: what"),
            Column("from", "From"),
            Column("how", "How"),
            Column("to_kind", "To: what"),
            Column("to", "To"),
            Column("in_tree", "Source here", help="whether the source of what is needed is in the tree"),
            Column("known_by", "Name known by", help="literal; found: a copybook that was read; resolved: VALUE and MOVE of literals decide it; unknown: the program decides it as it runs"),
        ),
        _edge_rows(estate, found),
    )  # fmt: skip
    cycles, entries = _cycles(estate), _entry_points(estate)
    unknown = sum(edge.how == "unknown" for edge in found)
    text = (
        f"{counted(len(table.rows), 'dependency', 'dependencies')}; {counted(len(entries.rows), 'program is an entry point', 'programs are entry points')};"
        f" groups of programs that need each other in a circle: {len(cycles.rows)}; targets named by an item that no literal decides: {unknown}."
    )
    return Content(
        text,
        (
            Figure("edges", noun(len(table.rows), "dependency", "dependencies"), len(table.rows), "edges"),
            Figure("cycles", noun(len(cycles.rows), "cycle"), len(cycles.rows), "cycles"),
            Figure("entry_points", noun(len(entries.rows), "entry point"), len(entries.rows), "entry_points"),
        ),
        (table, cycles, entries),
        (_chart(estate),),
    )


def _edge_rows(estate: Estate, found: list[Edge]) -> list[Row]:
    """One row for each two nodes and each way, with every place as evidence."""
    sources = estate.once(known)
    grouped: dict[tuple[str, ...], list[Edge]] = {}
    for edge in found:
        key: tuple[str, ...] = (edge.source.id, edge.kind.value, edge.target.id, edge.how)
        grouped.setdefault(key, []).append(edge)
    rows = []
    for about, members in grouped.items():
        first = members[0]
        here = first.target in sources
        wanted = first.target.kind in (NodeKind.PROGRAM, NodeKind.MAP) and not here and first.how != "unknown"
        finding = None
        if first.how == "unknown" and first.kind in (EdgeKind.CALLS, EdgeKind.LINKS, EdgeKind.TRANSFERS):
            message = f"{first.source.name} {first.kind.value} a program that {first.target.name[1:]} names at run time"
            finding = Finding("dependencies/dynamic", Level.WARNING, message)
        values = {
            "from_kind": first.source.kind.value,
            "from": first.source.name,
            "how": first.kind.value,
            "to_kind": first.target.kind.value,
            "to": first.target.name,
            "in_tree": "yes" if here else "no" if wanted else "",
            "known_by": first.how,
        }
        rows.append(row(about, [edge.place for edge in members[:20]], finding, **values))
    return rows


def _cycles(estate: Estate) -> Table:
    groups = [
        sorted(group) for group in nx.strongly_connected_components(estate.once(control)) if len(group) > 1
    ]
    rows = [row(("cycle", *group), programs=tuple(group), size=len(group)) for group in sorted(groups)]
    columns = (Column("programs", "Programs", Kind.LIST), Column("size", "How many", Kind.NUMBER))
    return Table("cycles", "Programs that need each other in a circle", columns, rows)


def _entry_points(estate: Estate) -> Table:
    """Programs that a job or a transaction starts, and those that nothing in the tree calls."""
    called: Counter[str] = Counter()
    started: dict[str, list[Edge]] = {}
    for edge in estate.once(edges):
        if edge.target.kind is NodeKind.PROGRAM:
            if edge.kind in (EdgeKind.RUNS, EdgeKind.STARTS):
                started.setdefault(edge.target.name, []).append(edge)
            else:
                called[edge.target.name] += 1
    rows = []
    for file in estate.files:
        for name in file.program_ids:
            by = started.get(name, [])
            if by or not called[name]:
                names = tuple(dict.fromkeys(f"{edge.source.kind.value} {edge.source.name}" for edge in by))
                why = "started by a job or transaction" if by else "nothing in the tree calls it"
                rows.append(
                    row(
                        ("entry", name),
                        [edge.place for edge in by[:20]],
                        program=name,
                        why=why,
                        started_by=names,
                    )
                )
    columns = (
        Column("program", "Program"),
        Column("why", "Why"),
        Column("started_by", "Started by", Kind.LIST),
    )
    return Table("entry_points", "Entry points", columns, rows)


def _chart(estate: Estate) -> Chart:
    """The graph; the page draws it in columns. Programs have a column for each level of calls."""
    shown = estate.once(graph)
    if len(shown) > _MOST_DRAWN:
        shown = shown.subgraph([node for node, data in shown.nodes(data=True) if data["kind"] == "program"])
    ids = sorted(shown)
    number = {node: index for index, node in enumerate(ids)}
    deep = estate.once(depths)
    data = {
        "nodes": [
            {
                "label": shown.nodes[node]["label"],
                "kind": shown.nodes[node]["kind"],
                "known": shown.nodes[node]["known"],
                "level": deep.get(shown.nodes[node]["label"], 0),
            }
            for node in ids
        ],
        "edges": [[number[a], number[b], shown.edges[a, b]["kind"]] for a, b in sorted(shown.edges)],
    }
    summary = f"{counted(len(ids), 'node')} and {counted(shown.number_of_edges(), 'edge')}; the table of dependencies lists them all."
    return Chart("graph", "Dependency graph", ChartKind.GRAPH, data, summary)
