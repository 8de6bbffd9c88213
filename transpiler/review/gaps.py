"""What stands on one side only, and why: COBOL without Python, Python without COBOL. Nothing may be left unexplained."""

from __future__ import annotations

import ast as python
from collections.abc import Container, Iterator
from dataclasses import dataclass

from cobol_parser import ast
from cobol_parser.symbols import DataItem
from transpiler.emit import silent as reasons
from transpiler.emit.silent import silent_statements
from transpiler.emit.views import origins
from transpiler.pipeline import Conversion
from transpiler.review.python_text import PythonText
from transpiler.review.reasons import Reason
from transpiler.review.units import Unit, Units


@dataclass(frozen=True, slots=True)
class Gap:
    """Why something stands alone; `reason` is None where nobody knows."""

    reason: Reason | None
    why: str


HEADING = Gap(Reason.NO_CODE, "a heading")
UNEXPLAINED = Gap(None, "unexplained")

_STATEMENTS = {
    reasons.SWITCHED_OFF: Reason.DEAD,
    reasons.UNEXPLAINED: None,
}


def silent_units(conversion: Conversion, units: Units, with_python: Container[int]) -> dict[int, Gap]:
    """Say of each unit without Python why it has none."""
    found: dict[int, Gap] = {}
    for item in silent_statements(conversion.contexts, frozenset(origins(conversion.programs))):
        unit = units.of(item.statement)
        if unit is not None:
            found[unit.number] = Gap(_STATEMENTS.get(item.reason, Reason.NO_CODE), item.reason)
    items = _items(conversion)
    for unit in units.all:
        if unit.number not in with_python and unit.number not in found and unit.lines:
            found[unit.number] = _explain(unit, items)
    return {number: gap for number, gap in found.items() if number not in with_python}


def _items(conversion: Conversion) -> dict[ast.Node, DataItem]:
    return {
        item.entry: item
        for analysis in conversion.analyses.values()
        for item in analysis.symbols.data_items()
        if item.entry is not None
    }


def _explain(unit: Unit, items: dict[ast.Node, DataItem]) -> Gap:
    match unit.node:
        case ast.Program() | ast.DataDivision() | ast.EnvironmentDivision() | ast.ProcedureDivision():
            return HEADING
        case ast.Section() | ast.Paragraph():
            return Gap(Reason.NO_CODE, "a name for the paragraphs in it")
        case ast.Evaluate() | ast.Search() | ast.SearchAll():
            return Gap(Reason.NO_CODE, "stands as its phrases")
        case ast.When() | ast.SearchWhen():
            return Gap(Reason.NO_CODE, "no test of its own: stands as its statements")
        case ast.FileDescription():
            return Gap(Reason.NO_CODE, "its records and its connector stand for it")
        case ast.FileControlEntry():
            return Gap(Reason.NO_CODE, "a sort file, or a file without description")
        case ast.ReportDescription() | ast.ReportGroupEntry():
            return Gap(Reason.NO_CODE, "part of the report group around it")
        case ast.DataDescription():
            return _explain_entry(unit.node, items.get(unit.node))
        case ast.Statement():
            return Gap(Reason.DEAD, "in a part of the program that is not compiled")
    return UNEXPLAINED


def _explain_entry(entry: ast.DataDescription, item: DataItem | None) -> Gap:
    if entry.level == 78 or (entry.value is not None and item is None and entry.level == 1):
        return Gap(Reason.NO_CODE, "a constant: its value stands where it is used")
    if entry.level == 66:
        return Gap(Reason.NO_CODE, "another name for items that have their own fields")
    if entry.level == 88:
        return Gap(Reason.NO_CODE, "a condition-name of an item without a field")
    if item is None:
        return Gap(Reason.NO_CODE, "not part of any record")
    if item.is_filler and item.children:
        return Gap(Reason.NO_CODE, "a group without a name: the offsets of its items say where it is")
    return UNEXPLAINED


def python_alone(module: PythonText) -> Iterator[tuple[int, int, str]]:
    """Yield (first line, last line, why) of the Python that no COBOL stands for; lines count from 0."""
    for node in module.tree.body:
        if not isinstance(node, python.ClassDef):
            yield node.lineno - 1, (node.end_lineno or node.lineno) - 1, _explain_python(node)
    for statement in module.statements:
        if statement.origin is None:
            yield statement.lines[0], statement.lines[-1], UNEXPLAINED.why
    for line in module.added:
        yield line, line, "written by hand"


def _explain_python(node: python.stmt) -> str:
    match node:
        case python.Expr():
            return "says which file the module was made from"
        case python.Import() | python.ImportFrom():
            return "imports"
        case python.Assign() | python.AnnAssign():
            return "a table that several statements use"
        case python.If():
            return "runs the program when the module is started"
    return UNEXPLAINED.why
