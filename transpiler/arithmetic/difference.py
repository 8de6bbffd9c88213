"""Statements whose result depends on the arithmetic profile.

A place is left out only when both profiles are sure to compute the same. Each of the others comes with a witness, operand values and both
results, or with the reason why none was found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cobol_parser import ast
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.walk import walk
from transpiler.arithmetic.evaluate import SizeError, Undefined, Values, cut_off
from transpiler.arithmetic.floating import arithmetic_of
from transpiler.arithmetic.operands import Facts, operand_places
from transpiler.arithmetic.profiles import Profile
from transpiler.arithmetic.samples import ATTEMPTS, Sample, Variable, samples, variables, with_value
from transpiler.arithmetic.sites import (
    SIZE_ERROR,
    Computation,
    Number,
    Site,
    computations,
    same_results,
    sites,
)
from transpiler.arithmetic.steps import loses_digits, steps


@dataclass(frozen=True, slots=True)
class Witness:
    """Operand values (by name) for which a statement has two results, one under each profile.

    Where none is known, `undecided` says why, and the results are empty.
    """

    statement: ast.Node
    operands: tuple[tuple[str, Decimal], ...]
    receiver: str
    result: str
    other_result: str
    undecided: str | None = None

    def sentence(self, profile: str, other: str) -> str:
        """What differs, for people."""
        if self.undecided is not None:
            return f"{self.receiver} may differ between {profile} and {other}: {self.undecided}"
        values = ", ".join(f"{name} = {value:f}" for name, value in self.operands) or "values as written"
        return f"{self.receiver} is {self.result} ({profile}) or {self.other_result} ({other}) with {values}"


def differences(analysis: ProgramAnalysis, profile: Profile, other: Profile) -> Iterator[Witness]:
    """Yield a witness, or the reason why there is none, for every statement, condition and subscript whose result can differ."""
    if profile == other:
        return
    facts = Facts(analysis)
    for site in sites(facts):
        found = _difference(facts, site, profile, other)
        if found is not None:
            yield found
    procedure = analysis.program.procedure
    if procedure is not None:
        yield from _arguments(facts, procedure, profile, other)


def _difference(facts: Facts, site: Site, profile: Profile, other: Profile) -> Witness | None:
    ours, others = computations(facts, site, profile), computations(facts, site, other)
    if same_results(ours, others):
        return None
    found = variables(facts, site.expressions)
    if isinstance(found, str):
        return _undecided(site.node, site.about, found)
    for sample in _tried(site, found, ours):
        one = _outcome(site, ours, sample[0])
        two = _outcome(site, others, sample[0])
        if one is not None and two is not None and one != two:
            return Witness(site.node, sample[1], site.about, one, two)
        if not found and one is not None and two is not None:
            return None
    return _undecided(
        site.node, site.about, f"{ATTEMPTS} combinations of operand values give the same result"
    )


def _undecided(node: ast.Node, about: str, reason: str) -> Witness:
    return Witness(node, (), about, "", "", reason)


def _outcome(site: Site, how: Sequence[Computation], values: Values) -> str | None:
    """The result of a site; None when it cannot be told."""
    try:
        return site.outcome([one.value(values) for one in how])
    except SizeError:
        return SIZE_ERROR if site.receivers else None
    except Undefined:
        return None


def _tried(site: Site, found: list[Variable], ours: Sequence[Computation]) -> Iterator[Sample]:
    """Samples; of a comparison with a single item also those where both sides are about equal."""
    sides = [_variable_of(found, expression) for expression in site.expressions] if not site.receivers else []
    for sample in samples(found):
        yield sample
        for position, variable in enumerate(sides):
            if variable is not None and len(sides) > 1:
                near = _beside(sample, variable, ours[1 - position if position < 2 else 0])
                if near is not None:
                    yield near


def _variable_of(found: list[Variable], expression: ast.Expression) -> Variable | None:
    return next((one for one in found if expression in one.nodes and not one.item.dimensions), None)


def _beside(sample: Sample, variable: Variable, how: Computation) -> Sample | None:
    """The sample with the value of the other side for `variable`, when it takes such a number."""
    try:
        value: Number = how.value(sample[0])
    except (SizeError, Undefined):
        return None
    if isinstance(value, float) or variable.item.scale < 0:
        return None
    near = cut_off(value, variable.decimals)
    digits = variable.item.digits - variable.item.scale
    if abs(near) >= Decimal(10) ** digits or (near < 0 and not variable.item.signed):
        return None
    return with_value(sample, variable, near)


def _arguments(facts: Facts, procedure: ast.Node, profile: Profile, other: Profile) -> Iterator[Witness]:
    """Arguments of functions that are expressions with cut digits: what the function makes of them is not worked out here."""
    for node in walk(procedure):
        if isinstance(node, ast.FunctionCall):
            for argument in node.arguments:
                if any(_may_lose(facts, argument, one) for one in (profile, other)):
                    reason = f"an argument of FUNCTION {node.name} is computed with other places"
                    yield _undecided(node, f"FUNCTION {node.name}", reason)
                    break


def _may_lose(facts: Facts, argument: ast.Expression, profile: Profile) -> bool:
    if profile.capacity is None or isinstance(argument, ast.AllSubscript):
        return False
    how = arithmetic_of(facts, profile, (argument,))
    if how.precision is not None or operand_places(facts, argument) is None:
        return False
    return loses_digits(steps(facts, argument, profile, how.dmax))
