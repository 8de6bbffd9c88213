"""What is known about each unit besides its Python: converted or not, risks, figures of a run, and what identifies it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from cobol_parser import ast
from cobol_parser.diagnostics import Diagnostic, Severity
from transpiler.arithmetic.difference import differences
from transpiler.arithmetic.profiles import PROFILES
from transpiler.lower.registry import lowerings
from transpiler.review.alignment import Alignment
from transpiler.review.reasons import Reason
from transpiler.review.units import Unit

CONVERTED, UNSUPPORTED, RISK = "converted", "unsupported", "risk"

_RULES = {
    "data": "records.record_class",
    "file": "files.file_connector",
    "report": "report_groups.report_methods",
    "paragraph": "procedure.procedure_methods",
    "section": "procedure.procedure_methods",
    "division": "program.lower_program",
    "program": "program.lower_program",
}
_UNSUPPORTED_RISK = 100
_NOTE_RISK = 60
_REASON_RISK = {
    Reason.EDITED: 70,
    Reason.NOT_CONVERTED: 0,
    Reason.GOTO_STRUCTURED: 40,
    Reason.RUNTIME_HELPER: 10,
    Reason.MERGED: 8,
    Reason.SPLIT: 6,
    Reason.HOISTED: 4,
    Reason.DEAD: 4,
    Reason.FROM_COPYBOOK: 0,
    Reason.NO_CODE: 0,
    Reason.SAME: 1,
}
"""How much each relation asks of a reviewer, for the order of the queue."""
_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Identity:
    """What a mark is bound to: digests of the unit's COBOL and Python and the rule that made one from the other.

    `key` names the unit in its program: the paragraph, the digests together, and which of several equal ones it is.
    """

    key: str
    cobol: str
    python: str
    rule: str


@dataclass(slots=True, eq=False)
class Status:
    """`state` is converted, unsupported or risk; `notes` say why; a higher `risk` comes earlier in the queue."""

    identity: Identity
    state: str = CONVERTED
    risk: int = 0
    reasons: tuple[Reason, ...] = ()
    helpers: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)


def rule_of(unit: Unit) -> str:
    """The name of the lowering rule that makes the Python of a unit, as `family.function`."""
    if isinstance(unit.node, ast.Statement):
        function = lowerings().get(type(unit.node))
        if function is None:
            return "unsupported.not_converted"
        return f"{function.__module__.rsplit('.', 1)[-1]}.{function.__name__}"
    if unit.kind == "phrase":
        return "conditional.evaluate" if isinstance(unit.node, ast.When) else "tables.search"
    return _RULES[unit.kind]


def statuses(alignment: Alignment, other_profile: str | None = None) -> list[Status]:
    """The status of every unit by number. With `other_profile`, statements whose result depends on the arithmetic profile are
    risks."""
    seen: Counter[str] = Counter()
    found = [_plain_status(alignment, unit, seen) for unit in alignment.units.all]
    for context in alignment.conversion.contexts:
        for statement in context.unconverted:
            unit = alignment.units.of(statement)
            if unit is not None:
                found[unit.number].state = UNSUPPORTED
                found[unit.number].risk += _UNSUPPORTED_RISK
    _note_diagnostics(alignment, found)
    if other_profile is not None:
        _note_profiles(alignment, found, other_profile)
    return found


def _plain_status(alignment: Alignment, unit: Unit, seen: Counter[str]) -> Status:
    edges = alignment.of_unit.get(unit.number, [])
    reasons = tuple(dict.fromkeys(reason for edge in edges for reason in edge.reasons))
    gap = alignment.silent.get(unit.number)
    notes: list[str] = []
    if gap is not None:
        reasons = (gap.reason,) if gap.reason is not None else ()
        notes.append(gap.why)
    dead = alignment.dead.get(unit.number)
    if dead is not None:
        notes.append(f"never reached: {dead}")
    asked = (Reason.DEAD,) if dead is not None and Reason.EDITED not in reasons else reasons
    return Status(
        _identity(alignment, unit, seen),
        risk=sum(_REASON_RISK[reason] for reason in asked),
        reasons=reasons,
        helpers=tuple(dict.fromkeys(helper for edge in edges for helper in edge.helpers)),
        notes=notes,
    )


def _identity(alignment: Alignment, unit: Unit, seen: Counter[str]) -> Identity:
    cobol = _digest(unit.words)
    python = _digest(python_code(alignment, unit))
    rule = rule_of(unit)
    key = f"{unit.program}/{unit.paragraph}/{_digest((cobol, python, rule))}"
    seen[key] += 1
    return Identity(f"{key}/{seen[key]}", cobol, python, rule)


def python_code(alignment: Alignment, unit: Unit) -> list[str]:
    """The Python of a unit without indentation, and without documentation, which names line numbers."""
    return [
        alignment.python.lines[line].strip()
        for statement in alignment.statements_of(unit)
        for line in statement.lines
        if line not in statement.documentation
    ]


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _note_diagnostics(alignment: Alignment, found: list[Status]) -> None:
    """Warnings and errors are risks of the unit that they stand in."""
    files = {copy.file.path: number for number, copy in reversed(list(enumerate(alignment.cobol.copies)))}
    for item in alignment.conversion.diagnostics:
        if item.severity is Severity.NOTE or item.path not in files:
            continue
        position = alignment.cobol.at.get((files[item.path], item.line))
        unit = _unit_at(alignment, position, item) if position is not None else None
        if unit is not None:
            _add_note(found[unit], f"{item.code}: {item.message}")


def _unit_at(alignment: Alignment, position: int, item: Diagnostic) -> int | None:
    """The unit of the word at the diagnostic's column, else the first of the line."""
    tokens, owner = alignment.units.tokens, alignment.units.owner
    line = alignment.cobol.lines[position]
    inclusion = alignment.cobol.copies[line.copy].inclusion
    for number in alignment.units.on_line.get(position, ()):
        at = alignment.units.index(alignment.units.all[number].first)
        while at is not None and at < len(tokens) and tokens[at].line <= line.number:
            token = tokens[at]
            if token.inclusion is inclusion and token.line == line.number and token.column == item.column:
                return owner[at]
            at += 1
    return next(iter(alignment.units.on_line.get(position, ())), None)


def _add_note(status: Status, text: str) -> None:
    if text not in status.notes:
        status.notes.append(text)
        status.risk += _NOTE_RISK
        if status.state == CONVERTED:
            status.state = RISK


def _note_profiles(alignment: Alignment, found: list[Status], other: str) -> None:
    own = alignment.conversion.options.arithmetic
    for analysis in alignment.conversion.analyses.values():
        for witness in differences(analysis, PROFILES[own], PROFILES[other]):
            unit = alignment.units.of(witness.statement)
            if unit is not None:
                _add_note(found[unit.number], witness.sentence(own, other))
