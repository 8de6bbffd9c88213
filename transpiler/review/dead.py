"""Units that control never reaches. Most have Python all the same: a conversion keeps dead code, and the review says that it is dead."""

from __future__ import annotations

from cobol_parser import ast
from transpiler.flow.dead import dead_code
from transpiler.pipeline import Conversion
from transpiler.review.units import Units


def dead_units(conversion: Conversion, units: Units) -> dict[int, str]:
    """The dead paragraphs and statements by number, each with the reason as the end of a sentence."""
    inside = {inner for program in conversion.analyses for inner in program.programs}
    found: dict[int, str] = {}
    for program, analysis in conversion.analyses.items():
        dead = dead_code(analysis, contained=program in inside)
        reasons: list[tuple[ast.Node, str]] = [*dead.paragraphs.items(), *dead.statements()]
        for node, why in reasons:
            unit = units.of(node)
            if unit is not None and unit.node is node:
                found[unit.number] = why
    return found
