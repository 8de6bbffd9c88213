"""Who needs whom in an estate: programs, copybooks, files, tables, queues, transactions, maps, jobs and datasets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from cobol_parser import ast
from cobol_parser.walk import walk
from transpiler.exec_text import Command, command, literal, sql_declared, sql_include, sql_tables
from transpiler.report.artefacts import Sort
from transpiler.report.cics_definitions import map_sets, transactions
from transpiler.report.embedded import blocks
from transpiler.report.estate import Estate, ProgramFile
from transpiler.report.jcl import Job, read_jcl
from transpiler.report.literals import Literals, Values
from transpiler.report.model import Place

if TYPE_CHECKING:
    Graph: TypeAlias = nx.DiGraph[str]
else:
    Graph = nx.DiGraph


class NodeKind(StrEnum):
    """What a node of the graph is."""

    PROGRAM = "program"
    COPYBOOK = "copybook"
    FILE = "file"
    TABLE = "table"
    QUEUE = "queue"
    TRANSACTION = "transaction"
    MAP = "map"
    JOB = "job"
    PROCEDURE = "procedure"
    DATASET = "dataset"


class EdgeKind(StrEnum):
    """How one needs the other."""

    CALLS = "calls"
    TRANSFERS = "transfers to"
    LINKS = "links to"
    STARTS = "starts"
    COPIES = "copies"
    USES = "uses"
    SENDS = "shows"
    RUNS = "runs"
    EXECUTES = "executes procedure"


CONTROL = frozenset({EdgeKind.CALLS, EdgeKind.TRANSFERS, EdgeKind.LINKS})
"""Edges along which control passes from program to program."""


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """Something that is needed or needs."""

    kind: NodeKind
    name: str

    @property
    def id(self) -> str:
        """Kind and name."""
        return f"{self.kind.value}:{self.name}"


@dataclass(frozen=True, slots=True)
class Edge:
    """`source` needs `target` at `place`. `how` says how the name is known: literal, found (a copybook that was read), resolved (by VALUE and
    MOVE of literals) or unknown, when no literal decides it; then the target is "?" with the item's name."""

    source: Node
    target: Node
    kind: EdgeKind
    place: Place
    how: str = "literal"


def edges(estate: Estate) -> list[Edge]:
    """Every dependency of the estate that can be read, in a stable order."""
    found: list[Edge] = []
    for file in estate.files:
        found += _of_file(estate, file)
    for item, jobs in estate.once(read_jobs):
        for job in jobs:
            found += _of_job(item, job)
    for artefact in estate.of_sort(Sort.CSD):
        for transaction, program, line in transactions(artefact.path):
            found.append(
                Edge(Node(NodeKind.TRANSACTION, transaction), Node(NodeKind.PROGRAM, program), EdgeKind.STARTS,
                     Place(artefact.name, line))
            )  # fmt: skip
    return list(dict.fromkeys(found))


def read_jobs(estate: Estate) -> list[tuple[str, list[Job]]]:
    """The jobs and procedures of every JCL file, by its name in the report."""
    return [
        (item.name, read_jcl(item.path.read_text(encoding="latin-1"), item.stem))
        for item in estate.of_sort(Sort.JCL, Sort.PROC)
    ]


def known(estate: Estate) -> set[Node]:
    """The nodes whose source is in the tree."""
    found = {Node(NodeKind.PROGRAM, name) for file in estate.files for name in file.program_ids}
    found |= {
        Node(NodeKind.PROGRAM, program.identification.program_id)
        for file in estate.files
        for program, _ in file.programs
    }
    found |= {Node(NodeKind.PROGRAM, entry) for file in estate.files for entry in entry_names(file)}
    for _, jobs in estate.once(read_jobs):
        found |= {_job_node(job) for job in jobs}
    for item in estate.of_sort(Sort.BMS):
        found |= {Node(NodeKind.MAP, name) for name in map_sets(item.path)}
    return found


def copied(estate: Estate) -> set[Node]:
    """Copybooks that a program found, wherever they were."""
    return {edge.target for edge in estate.once(edges) if edge.how == "found"}


def absent(estate: Estate) -> dict[Node, list[Edge]]:
    """What is needed and not in the tree, with those who need it."""
    here = estate.once(known) | {Node(NodeKind.COPYBOOK, item.stem) for item in estate.of_sort(Sort.COPYBOOK)}
    here |= copied(estate)
    wanted = (NodeKind.PROGRAM, NodeKind.COPYBOOK, NodeKind.MAP, NodeKind.PROCEDURE)
    users: dict[Node, list[Edge]] = {}
    for edge in estate.once(edges):
        if edge.target.kind in wanted and edge.how != "unknown" and edge.target not in here:
            users.setdefault(edge.target, []).append(edge)
    return users


def entry_names(file: ProgramFile) -> Iterator[str]:
    """The names of ENTRY statements: a CALL can name them too."""
    for _, analysis in file.programs:
        yield from (entry.name.upper() for entry in analysis.entries)


def graph(estate: Estate) -> Graph:
    """All edges as a directed graph of node ids, those between the same two nodes as one."""
    made: Graph = nx.DiGraph()
    sources = estate.once(known)
    for edge in estate.once(edges):
        for node in (edge.source, edge.target):
            made.add_node(node.id, kind=node.kind.value, label=node.name, known=node in sources)
        made.add_edge(edge.source.id, edge.target.id, kind=edge.kind.value)
    for node in sorted(sources):
        made.add_node(node.id, kind=node.kind.value, label=node.name, known=True)
    return made


def control(estate: Estate) -> Graph:
    """The programs of the tree by name, and CALL, LINK and XCTL between them."""
    made: Graph = nx.DiGraph()
    owner = estate.once(owners)
    for file in estate.files:
        made.add_nodes_from(file.program_ids)
    for edge in estate.once(edges):
        if edge.kind in CONTROL and edge.source.name in owner and edge.target.name in owner:
            source, target = owner[edge.source.name], owner[edge.target.name]
            if source != target:
                made.add_edge(source, target)
    return made


def depths(estate: Estate) -> dict[str, int]:
    """How many calls deep each program of the tree stands at most: 0 for one that none of them calls. Programs of a circle share one."""
    parts = nx.condensation(estate.once(control))
    deep: dict[int, int] = {}
    for part in nx.topological_sort(parts):
        deep[part] = 1 + max((deep[before] for before in parts.predecessors(part)), default=-1)
    return {name: deep[part] for part in parts for name in parts.nodes[part]["members"]}


def owners(estate: Estate) -> dict[str, str]:
    """Program and entry names to the outermost program that they are converted with."""
    found: dict[str, str] = {}
    for file in estate.files:
        first = file.program_ids[0]
        for name in (*file.program_ids, *entry_names(file)):
            found.setdefault(name, name if name in file.program_ids else first)
        for program, _ in file.programs:
            found.setdefault(program.identification.program_id, first)
    return found


def _of_file(estate: Estate, file: ProgramFile) -> Iterator[Edge]:
    first = Node(NodeKind.PROGRAM, file.program_ids[0])
    text = file.conversion.text
    for inclusion in text.inclusions if text is not None else ():
        if inclusion.copied_at is not None:
            name = inclusion.file.path.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0].upper()
            yield Edge(
                first,
                Node(NodeKind.COPYBOOK, name),
                EdgeKind.COPIES,
                estate.place(inclusion.copied_at),
                "found",
            )
    for missing in text.missing if text is not None else ():
        node = Node(NodeKind.COPYBOOK, missing.name.strip("\"'").upper())
        yield Edge(first, node, EdgeKind.COPIES, estate.place(missing.copied_at))
    literals = []
    for program, analysis in file.programs:
        literals.append(Literals(analysis))
        node = Node(NodeKind.PROGRAM, program.identification.program_id)
        yield from _calls(estate, node, program, literals[-1])
        for item in analysis.symbols.files.values():
            if item.entry is not None and not item.is_sort:
                name = (item.assign_literal or item.name).upper()
                yield Edge(node, Node(NodeKind.FILE, name), EdgeKind.USES, estate.place(item.entry))
    for block in blocks(file):
        at = estate.place(block.token)
        if block.language == "SQL":
            yield from _sql(first, block.text, at)
        elif block.language == "CICS":
            yield from _cics(first, command(block.text), at, literals)


def _calls(estate: Estate, node: Node, program: ast.Program, literals: Literals) -> Iterator[Edge]:
    for statement in walk(program.procedure) if program.procedure is not None else ():
        if isinstance(statement, ast.Call):
            values = literals.of(statement.program)
            how = "literal" if isinstance(statement.program, ast.AlphanumericLiteral) else _how(values)
            word = statement.program.span.first.text
            for target in _targets(NodeKind.PROGRAM, values, word):
                yield Edge(node, target, EdgeKind.CALLS, estate.place(statement), how)


def _how(values: Values) -> str:
    if not values.values:
        return "unknown"
    return "resolved" if values.complete else "resolved, perhaps more"


def _targets(kind: NodeKind, values: Values, word: str) -> list[Node]:
    return [Node(kind, value.upper()) for value in values.values] or [Node(kind, f"?{word.upper()}")]


def _sql(node: Node, text: str, at: Place) -> Iterator[Edge]:
    member = sql_include(text)
    if member is not None:
        yield Edge(node, Node(NodeKind.COPYBOOK, member), EdgeKind.COPIES, at)
        return
    declared = sql_declared(text)
    if declared is not None and declared[1] == "TABLE":
        yield Edge(node, Node(NodeKind.TABLE, declared[0]), EdgeKind.USES, at)
    for table, _ in sql_tables(text):
        yield Edge(node, Node(NodeKind.TABLE, table), EdgeKind.USES, at)


_OPERANDS = {
    "FILE": (NodeKind.FILE, EdgeKind.USES), "DATASET": (NodeKind.FILE, EdgeKind.USES),
    "QUEUE": (NodeKind.QUEUE, EdgeKind.USES), "QNAME": (NodeKind.QUEUE, EdgeKind.USES),
    "TRANSID": (NodeKind.TRANSACTION, EdgeKind.STARTS),
}  # fmt: skip
_PASSES = {"LINK": EdgeKind.LINKS, "XCTL": EdgeKind.TRANSFERS}


def _cics(node: Node, done: Command, at: Place, literals: list[Literals]) -> Iterator[Edge]:
    wanted = [(option, *_OPERANDS[option]) for option in done.options if option in _OPERANDS]
    if done.verb in _PASSES and "PROGRAM" in done.options:
        wanted.append(("PROGRAM", NodeKind.PROGRAM, _PASSES[done.verb]))
    if done.verb in ("SEND MAP", "RECEIVE MAP"):
        wanted.append(("MAPSET" if "MAPSET" in done.options else "MAP", NodeKind.MAP, EdgeKind.SENDS))
    for option, kind, edge in wanted:
        operand = done.options[option]
        if not operand:
            continue
        written = literal(operand)
        values = Values((written,), True) if written else _first_known(operand, literals)
        how = "literal" if written else _how(values)
        for target in _targets(kind, values, operand.split("(")[0].strip()):
            yield Edge(node, target, edge, at, how)


def _first_known(operand: str, literals: list[Literals]) -> Values:
    found = (values.named(operand) for values in literals)
    return next((values for values in found if values.values), Values((), False))


def _job_node(job: Job) -> Node:
    return Node(NodeKind.PROCEDURE if job.is_procedure else NodeKind.JOB, job.name.upper())


def _of_job(file: str, job: Job) -> Iterator[Edge]:
    node = _job_node(job)
    for step in job.steps:
        at = Place(file, step.line)
        for program in filter(None, (step.program, *step.started)):
            yield Edge(node, Node(NodeKind.PROGRAM, program), EdgeKind.RUNS, at)
        if step.procedure:
            yield Edge(node, Node(NodeKind.PROCEDURE, step.procedure), EdgeKind.EXECUTES, at)
        for used in step.datasets:
            yield Edge(node, Node(NodeKind.DATASET, used.name), EdgeKind.USES, Place(file, used.line))
