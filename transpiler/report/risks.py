"""Statements and files that can behave differently after a migration, each with its reason: a registry of rules by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cobol_parser import ast
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.walk import walk
from transpiler.arithmetic.difference import differences
from transpiler.arithmetic.profiles import PROFILES
from transpiler.flow.plan import FlowPlan
from transpiler.report.estate import Estate, ProgramFile


@dataclass(frozen=True, slots=True)
class Risk:
    """One place: what it is about (names only) and why it matters, a sentence."""

    program: str
    rule: str
    about: str
    reason: str
    at: ast.Node


_Found = Iterator[tuple[str, str, ast.Node]]
_Rule = Callable[[ProgramFile, ProgramAnalysis], _Found]


def risks(estate: Estate) -> list[Risk]:
    """Every risk of the estate, program by program and rule by rule."""
    return [
        Risk(program.identification.program_id, rule, about, reason, node)
        for file in estate.files
        for program, analysis in file.programs
        for rule, look in RULES.items()
        for about, reason, node in look(file, analysis)
    ]


def _statements(analysis: ProgramAnalysis) -> Iterator[ast.Node]:
    procedure = analysis.program.procedure
    return walk(procedure) if procedure is not None else iter(())


def _arithmetic(file: ProgramFile, analysis: ProgramAnalysis) -> _Found:
    own = file.conversion.options.arithmetic
    other = "ibm-extend" if own == "gnucobol" else "gnucobol"
    for found in differences(analysis, PROFILES[own], PROFILES[other]):
        yield found.receiver, found.sentence(own, other), found.statement


def _alter(file: ProgramFile, analysis: ProgramAnalysis) -> _Found:
    for node in _statements(analysis):
        if isinstance(node, ast.Alter):
            for altered, target in node.pairs:
                reason = f"the GO TO of {altered.name} goes to {target.name} from here on"
                yield altered.name, reason, node


def _no_status(file: ProgramFile, analysis: ProgramAnalysis) -> _Found:
    for used in analysis.symbols.files.values():
        if used.entry is not None and used.status is None and not used.is_sort:
            reason = f"without FILE STATUS the program cannot tell why an operation on {used.name} failed"
            yield used.name, reason, used.entry


_SHORT_YEAR = frozenset({"DATE", "DAY"})


def _short_year(file: ProgramFile, analysis: ProgramAnalysis) -> _Found:
    for node in _statements(analysis):
        if isinstance(node, ast.Accept) and node.source in _SHORT_YEAR:
            reason = (
                f"ACCEPT FROM {node.source} gives a year of two digits; its century is the program's guess"
            )
            yield node.item.name, reason, node


def _leaves_range(file: ProgramFile, analysis: ProgramAnalysis) -> _Found:
    """GO TO from a performed range to a paragraph outside of it: the PERFORM stays open until control comes to its end."""
    context = file.context(analysis.program)
    if context is None:
        return
    flow = context.flow
    jumps = [
        (position, flow.bounds[target][0], target.name or "", node)
        for position, paragraph in enumerate(flow.order)
        if paragraph in flow.jumping
        for node, target in _targets(paragraph, analysis)
        if target in flow.bounds
    ]
    seen: set[ast.Node] = set()
    for start, end in sorted(_ranges(analysis, flow)) if jumps else ():
        for position, to, name, node in jumps:
            if start <= position <= end and not start <= to <= end and node not in seen:
                seen.add(node)
                first, last = flow.order[start].name, flow.order[end].name
                reason = f"GO TO {name} leaves the performed range {first} to {last}, which stays open until control comes to its end"
                yield name, reason, node


def _targets(
    paragraph: ast.Paragraph, analysis: ProgramAnalysis
) -> Iterator[tuple[ast.Node, ast.Paragraph | ast.Section]]:
    for node in walk(paragraph):
        if isinstance(node, ast.GoTo | ast.GoToDepending):
            names = node.targets if isinstance(node, ast.GoToDepending) else (node.target,)
            for name in names:
                target = analysis.procedures.get(name) if name is not None else None
                if target is not None:
                    yield node, target


def _ranges(analysis: ProgramAnalysis, flow: FlowPlan) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for node in _statements(analysis):
        if isinstance(node, ast.Perform | ast.ProcedureRange):
            first = analysis.procedures.get(node.first)
            last = analysis.procedures.get(node.last or node.first)
            if first is not None and first in flow.bounds and last in flow.bounds:
                found.add(flow.span(first, last))
    return found


RULES: Mapping[str, _Rule] = MappingProxyType(
    {
        "arithmetic": _arithmetic,
        "alter": _alter,
        "leaves-perform": _leaves_range,
        "no-file-status": _no_status,
        "two-digit-year": _short_year,
    }
)
