"""Everything the page of a program shows, as plain lists and numbers for JSON.

Lines are named by position (COBOL, copybooks opened in place) or index (Python). Keys are short because a page can hold hundreds of
thousands of them; `docs/review.md` does not describe them, the page's scripts do.
"""

from __future__ import annotations

import ast as python
from collections.abc import Iterable
from typing import Any

from cobol_parser import ast
from cobol_parser.source import copy_chain
from transpiler.review import highlight
from transpiler.review.alignment import Alignment
from transpiler.review.evidence import Evidence
from transpiler.review.facts import symbol_facts
from transpiler.review.flow_graphs import Graph, cobol_graph, python_graph
from transpiler.review.gaps import python_alone
from transpiler.review.marks_between import MARKS, row_mark
from transpiler.review.names import Names, Spot, find_names
from transpiler.review.python_text import PythonStatement
from transpiler.review.reasons import MEANINGS
from transpiler.review.replaced import replaced_lines
from transpiler.review.shapes import shapes
from transpiler.review.status import Status, statuses
from transpiler.review.units import Unit
from transpiler.trace.counts import absolute

VERSION = 1
Json = dict[str, Any]


def page_data(alignment: Alignment, title: str, evidence: Evidence) -> Json:
    """The data of one page."""
    names = find_names(alignment)
    found = statuses(alignment, evidence.arithmetic)
    parity = evidence.parity.get(absolute(str(alignment.conversion.path)))
    return {
        "version": VERSION,
        "title": title,
        "source": alignment.conversion.path.as_posix(),
        "programs": [program.program_id for program in alignment.conversion.programs],
        "traced": evidence.hits is not None,
        "parity": [parity.good, parity.text] if parity is not None else None,
        "reasons": {mark: [str(reason), MEANINGS[reason]] for reason, mark in MARKS.items()},
        "copies": _copies(alignment),
        "cobol": _cobol_lines(alignment, names),
        "python": _python_lines(alignment, names),
        "rows": [side for row in alignment.rows for side in row],
        "marks": [row_mark(alignment, left, right) for left, right in alignment.rows],
        "units": [
            _unit(alignment, unit, found[unit.number], evidence) for unit in alignment.units.all if unit.lines
        ],
        "symbols": symbol_facts(alignment.conversion, names),
        "shapes": [
            {"cobol": shape.cobol, "python": shape.python, "rule": shape.rule, "units": shape.units}
            for shape in shapes(alignment, names)
        ],
        "graphs": _graphs(alignment),
        "alone": [list(gap) for gap in python_alone(alignment.python)],
    }


def _copies(alignment: Alignment) -> list[Json]:
    return [
        {
            "file": copy.file.path.replace("\\", "/"),
            "outer": copy.outer,
            "at": copy.position,
            "format": copy.file.reference_format,
        }
        for copy in alignment.cobol.copies
    ]


def _cobol_lines(alignment: Alignment, names: Names) -> list[list[Any]]:
    """[copy, number, text, runs, spots, literals, units, compiled text] of each line; empty ends are left out."""
    files = {id(copy.file): copy.file for copy in alignment.cobol.copies}
    runs = {
        key: highlight.cobol_runs(file.lines, free=file.reference_format == "free")
        for key, file in files.items()
    }
    compiled = replaced_lines(alignment)
    result = []
    for position, line in enumerate(alignment.cobol.lines):
        file = alignment.cobol.copies[line.copy].file
        row = [
            line.copy,
            line.number,
            line.text,
            _flat(runs[id(file)][line.number - 1]),
            _spots(names.cobol.get(position, ())),
            _spots(names.cobol_literals.get(position, ())),
            alignment.units.on_line.get(position, []),
            compiled.get(position, ""),
        ]
        result.append(_trimmed(row, 3))
    return result


def _python_lines(alignment: Alignment, names: Names) -> list[list[Any]]:
    """[text, runs, spots, literals, units] of each line; empty ends are left out."""
    runs = highlight.python_runs(alignment.python.lines)
    result = []
    for index, text in enumerate(alignment.python.lines):
        statement = alignment.python.owner[index]
        units = [edge.unit for edge in alignment.of_statement.get(statement, [])]
        row = [
            text,
            _flat(runs[index]),
            _spots(names.python.get(index, ())),
            _spots(names.python_literals.get(index, ())),
            list(dict.fromkeys(units)),
        ]
        result.append(_trimmed(row, 1))
    return result


def _flat(pairs: Iterable[tuple[int, int]]) -> list[int]:
    return [number for pair in pairs for number in pair]


def _spots(spots: Iterable[Spot]) -> list[int]:
    return [number for spot in spots for number in (spot.column, spot.length, spot.number)]


def _trimmed(row: list[Any], kept: int) -> list[Any]:
    while len(row) > kept and (row[-1] == [] or row[-1] == ""):
        row.pop()
    return row


def _unit(alignment: Alignment, unit: Unit, status: Status, evidence: Evidence) -> Json:
    edges = alignment.of_unit.get(unit.number, [])
    made: Json = {
        "i": unit.number,
        "k": unit.kind,
        "t": unit.title,
        "p": unit.program,
        "g": unit.paragraph,
        "key": status.identity.key,
        "hc": status.identity.cobol,
        "hp": status.identity.python,
        "rule": status.identity.rule,
        "m": "".join(MARKS[reason] for reason in status.reasons),
        "risk": status.risk,
        "s": status.state,
        "c": unit.lines,
        "y": [line for edge in edges for line in _lines(alignment.python.statements[edge.statement])],
    }
    if status.notes:
        made["n"] = status.notes
    if status.helpers:
        made["h"] = status.helpers
    hits = _hits(alignment, unit, evidence)
    if hits is not None:
        made["x"] = hits
    return made


def _lines(statement: PythonStatement) -> list[int]:
    return statement.comments + statement.lines


def _hits(alignment: Alignment, unit: Unit, evidence: Evidence) -> int | None:
    """How often a unit was executed; None where nobody counted. EVALUATE is counted by its first WHEN, which is always tested."""
    if evidence.hits is None or unit.kind not in ("statement", "phrase", "paragraph"):
        return None
    node = unit.node.whens[0] if isinstance(unit.node, ast.Evaluate) else unit.node
    first = node.span.first
    copies = tuple((absolute(site.inclusion.file.path), site.line) for site in copy_chain(first))
    return evidence.hits.get((absolute(first.inclusion.file.path), first.line, first.column, copies))


def _graphs(alignment: Alignment) -> list[Json]:
    """The graphs of every paragraph, by its unit."""
    methods = {
        statement.origin: statement.tree
        for statement in alignment.python.statements
        if isinstance(statement.tree, python.FunctionDef)
    }
    result: list[Json] = []
    for unit in alignment.units.all:
        method = methods.get(unit.node)
        if isinstance(unit.node, ast.Paragraph) and isinstance(method, python.FunctionDef):
            before, after = cobol_graph(alignment, unit.node), python_graph(alignment, method)
            result.append({"u": unit.number, "before": _graph(before), "after": _graph(after)})
    return result


def _graph(graph: Graph) -> list[Any]:
    nodes = [[node.kind, node.label, node.line, node.size] for node in graph.nodes]
    return [nodes, [list(edge) for edge in graph.edges]]
