"""Waves: which programs can go together, so that what they need went before."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from transpiler.report.dependencies import EdgeKind, NodeKind, control, edges, owners
from transpiler.report.estate import Estate


@dataclass(frozen=True, slots=True)
class Group:
    """Programs that must move together, and why (empty for one alone); `wave` counts from 1."""

    programs: tuple[str, ...]
    wave: int
    why: str = ""


def groups(estate: Estate) -> list[Group]:
    """Programs that need each other in a circle, or share EXTERNAL items, go together; callees go before their callers."""
    base = estate.once(control)
    bound = base.copy()
    shared = _sharing_external(estate)
    for names in shared.values():
        for name in names[1:]:
            bound.add_edge(names[0], name)
            bound.add_edge(name, names[0])
    parts = nx.condensation(bound)
    waves: dict[int, int] = {}
    for part in reversed(list(nx.topological_sort(parts))):
        waves[part] = 1 + max((waves[after] for after in parts.successors(part)), default=0)
    found = []
    for part in parts:
        members = tuple(sorted(parts.nodes[part]["members"]))
        found.append(Group(members, waves[part], _why(members, base, shared)))
    return sorted(found, key=lambda group: (group.wave, -len(group.programs), group.programs))


def _why(members: tuple[str, ...], base: nx.DiGraph[str], shared: dict[str, list[str]]) -> str:
    if len(members) == 1:
        return ""
    inner = base.subgraph(members)
    reasons = ["they call or transfer to each other"] if not nx.is_directed_acyclic_graph(inner) else []
    items = sorted(item for item, names in shared.items() if len(set(names) & set(members)) > 1)
    reasons += [f"they share EXTERNAL {', '.join(items)}"] if items else []
    return " and ".join(reasons)


def _sharing_external(estate: Estate) -> dict[str, list[str]]:
    """EXTERNAL items and files with the programs that describe them, where there are several."""
    owner = estate.once(owners)
    users: dict[str, dict[str, None]] = {}
    for file in estate.files:
        for program, analysis in file.programs:
            name = owner[program.identification.program_id]
            for item in analysis.symbols.records():
                if item.external and item.name:
                    users.setdefault(item.name, {})[name] = None
    return {item: list(names) for item, names in users.items() if len(names) > 1}


def wave_of(estate: Estate) -> dict[str, int]:
    """Programs to their wave."""
    return {name: group.wave for group in estate.once(groups) for name in group.programs}


@dataclass(frozen=True, slots=True)
class Seam:
    """Something that programs of different waves share: while some have moved and some have not, both sides need it."""

    kind: str
    name: str
    programs: tuple[str, ...]
    waves: tuple[int, ...]


def seams(estate: Estate) -> list[Seam]:
    """Files, tables, queues and calls across waves."""
    wave = estate.once(wave_of)
    owner = estate.once(owners)
    users: dict[tuple[str, str], dict[str, None]] = {}
    for edge in estate.once(edges):
        source = owner.get(edge.source.name, "") if edge.source.kind is NodeKind.PROGRAM else ""
        if not source:
            continue
        if edge.kind is EdgeKind.USES and edge.target.kind in (NodeKind.FILE, NodeKind.TABLE, NodeKind.QUEUE):
            users.setdefault((edge.target.kind.value, edge.target.name), {})[source] = None
        elif edge.target.kind is NodeKind.PROGRAM and edge.target.name in owner:
            target = owner[edge.target.name]
            users.setdefault(("call", target), {}).update({target: None, source: None})
    found = []
    for (kind, name), programs in sorted(users.items()):
        across = sorted({wave[program] for program in programs})
        if len(across) > 1:
            found.append(Seam(kind, name, tuple(programs), tuple(across)))
    return found
