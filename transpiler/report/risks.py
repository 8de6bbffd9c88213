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
from transpiler.report.model import Level
from transpiler.report.risk_rules.centuries import short_years_compared
from transpiler.report.risk_rules.collating import ordered_comparisons, ordered_keys
from transpiler.report.risk_rules.common import Found, nodes
from transpiler.report.risk_rules.damaged import filled_numbers, unchecked_input
from transpiler.report.risk_rules.overlays import digits_as_text, reinterpreted
from transpiler.report.risk_rules.truncation import cut_decimals, cut_digits, cut_text, lost_sign
from transpiler.report.risk_rules.unset import read_before_set


@dataclass(frozen=True, slots=True)
class Risk:
    """One place: what it is about (names only) and why it matters, a sentence."""

    program: str
    rule: str
    about: str
    reason: str
    at: ast.Node


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule is called in the report, how it looks, and how much its findings matter."""

    title: str
    look: Callable[[ProgramFile, ProgramAnalysis], Found]
    level: Level = Level.WARNING


def risks(estate: Estate) -> list[Risk]:
    """Every risk of the estate, program by program and rule by rule."""
    return [
        Risk(program.identification.program_id, name, about, reason, node)
        for file in estate.files
        for program, analysis in file.programs
        for name, rule in RULES.items()
        for about, reason, node in rule.look(file, analysis)
    ]


def _arithmetic(file: ProgramFile, analysis: ProgramAnalysis) -> Found:
    own = file.conversion.options.arithmetic
    other = "ibm-extend" if own == "gnucobol" else "gnucobol"
    for found in differences(analysis, PROFILES[own], PROFILES[other]):
        yield found.receiver, found.sentence(own, other), found.statement


def _alter(file: ProgramFile, analysis: ProgramAnalysis) -> Found:
    for node in nodes(analysis):
        if isinstance(node, ast.Alter):
            for altered, target in node.pairs:
                reason = f"the GO TO of {altered.name} goes to {target.name} from here on"
                yield altered.name, reason, node


def _no_status(file: ProgramFile, analysis: ProgramAnalysis) -> Found:
    for used in analysis.symbols.files.values():
        if used.entry is not None and used.status is None and not used.is_sort:
            reason = f"without FILE STATUS the program cannot tell why an operation on {used.name} failed"
            yield used.name, reason, used.entry


_SHORT_YEAR = frozenset({"DATE", "DAY"})


def _short_year(file: ProgramFile, analysis: ProgramAnalysis) -> Found:
    for node in nodes(analysis):
        if isinstance(node, ast.Accept) and node.source in _SHORT_YEAR:
            reason = (
                f"ACCEPT FROM {node.source} gives a year of two digits; its century is the program's guess"
            )
            yield node.item.name, reason, node


def _leaves_range(file: ProgramFile, analysis: ProgramAnalysis) -> Found:
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
    for node in nodes(analysis):
        if isinstance(node, ast.Perform | ast.ProcedureRange):
            first = analysis.procedures.get(node.first)
            last = analysis.procedures.get(node.last or node.first)
            if first is not None and first in flow.bounds and last in flow.bounds:
                found.add(flow.span(first, last))
    return found


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "arithmetic": Rule("Results that depend on the arithmetic profile", _arithmetic),
        "cut-digits": Rule("MOVEs that lose leading digits", cut_digits),
        "lost-sign": Rule("MOVEs that lose a sign", lost_sign, Level.NOTE),
        "cut-decimals": Rule("MOVEs that lose decimal places", cut_decimals, Level.NOTE),
        "cut-text": Rule("MOVEs that lose characters", cut_text, Level.NOTE),
        "order-of-text": Rule("Comparisons that depend on the order of characters", ordered_comparisons),
        "order-of-keys": Rule("Sequences that depend on the order of characters", ordered_keys),
        "overlay": Rule("Storage written as one thing and read as another", reinterpreted),
        "digits-as-text": Rule(
            "Digits written as numbers and read as text, or the other way round", digits_as_text, Level.NOTE
        ),
        "unset": Rule("Items read before anything is stored in them", read_before_set),
        "filled-number": Rule("Numbers filled with something else than digits", filled_numbers),
        "unchecked-number": Rule("Numbers of files used without a test", unchecked_input, Level.NOTE),
        "two-digit-year": Rule("Years of two digits from the system", _short_year),
        "century": Rule("Comparisons of years with two digits", short_years_compared),
        "alter": Rule("GO TOs changed while the program runs", _alter),
        "leaves-perform": Rule("GO TOs out of a PERFORM range", _leaves_range),
        "no-file-status": Rule("Files without FILE STATUS", _no_status),
    }
)
