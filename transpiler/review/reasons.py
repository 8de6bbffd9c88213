"""Why a piece of COBOL and a piece of Python belong together: reason codes from facts of the lowering."""

from __future__ import annotations

import ast as python
import builtins
from collections import Counter
from collections.abc import Container, Iterator
from enum import StrEnum

from cobol_parser import ast
from cobol_parser.source import copy_chain
from transpiler.pipeline import Conversion
from transpiler.review.python_text import PythonStatement, PythonText
from transpiler.review.units import Unit
from transpiler.runtime_api import PROGRAM_MEMBERS, REPORT_NAMES, RUNTIME_NAMES


class Reason(StrEnum):
    """The relation of a COBOL unit to a Python statement.

    SAME: one stands for the other. SPLIT: the unit became several statements. MERGED: the statement stands for several units.
    HOISTED: the statement stands in the constructor or at the start of a call, not where the COBOL stands. GOTO_STRUCTURED:
    it says where control goes next, in the place of a GO TO or a fall through. NO_CODE is a relation to nothing: the unit does nothing.
    DEAD stands before the others where control never gets there, and alone where there is no Python either. Behind one of these can
    follow FROM_COPYBOOK and RUNTIME_HELPER.
    """

    SAME = "same"
    SPLIT = "split"
    MERGED = "merged"
    HOISTED = "hoisted"
    GOTO_STRUCTURED = "goto-structured"
    DEAD = "dead"
    NO_CODE = "no-code"
    FROM_COPYBOOK = "from-copybook"
    RUNTIME_HELPER = "runtime-helper"
    NOT_CONVERTED = "not-converted"
    """The Python raises NotConverted when control gets there."""
    EDITED = "edited"
    """The module was changed by hand there after it was converted."""


MEANINGS: dict[Reason, str] = {
    Reason.SAME: "one COBOL construct, one Python statement",
    Reason.SPLIT: "one COBOL construct, several Python statements",
    Reason.MERGED: "several COBOL constructs, one Python statement",
    Reason.HOISTED: "the Python runs earlier: when the program object is made, or when it is called",
    Reason.GOTO_STRUCTURED: "the Python says where control goes next",
    Reason.DEAD: "control never gets there",
    Reason.NO_CODE: "needs no Python",
    Reason.NOT_CONVERTED: "the Python raises NotConverted",
    Reason.FROM_COPYBOOK: "the COBOL comes from a copybook",
    Reason.RUNTIME_HELPER: "a function of cobol_runtime carries the meaning",
    Reason.EDITED: "changed by hand since it was converted",
}

_EARLY = frozenset({"__init__", "bind", "start_local_storage"})
_JUMPS = (ast.GoTo, ast.GoToDepending, ast.Alter)
_NO_HELPERS = frozenset({"main", "StopRun", "ExitProgram", "NotConverted", "EndOf"}) | frozenset(
    dir(builtins)
)


class Reasons:
    """Works out the reasons of one module's pairs of units and statements."""

    def __init__(
        self,
        conversion: Conversion,
        module: PythonText,
        pairs: list[tuple[Unit, PythonStatement]],
        dead: Container[int] = (),
    ) -> None:
        self._dead = dead
        self._module = module
        made_from = {(unit.number, statement.number) for unit, statement in pairs}
        self._statements: Counter[int] = Counter(
            unit.number
            for unit, statement in pairs
            if (unit.number, statement.outer) not in made_from and statement.method not in _EARLY
        )
        self._units: Counter[int] = Counter(statement.number for _, statement in pairs)
        self._jumping = {
            context.flow.method_of[paragraph]
            for context in conversion.contexts
            for paragraph in context.flow.order
            if context.flow.exact or paragraph in context.flow.jumping
        }
        self._own_methods = {
            statement.tree.name
            for statement in module.statements
            if isinstance(statement.tree, python.FunctionDef)
        } - PROGRAM_MEMBERS

    def of(self, unit: Unit, statement: PythonStatement, helpers: tuple[str, ...]) -> tuple[Reason, ...]:
        """The reasons of one pair, the shape of the relation first."""
        found = [self._shape(unit, statement)]
        if found[0] is Reason.MERGED and statement.method in _EARLY:
            found.append(Reason.HOISTED)
        if copy_chain(unit.first):
            found.append(Reason.FROM_COPYBOOK)
        if helpers:
            found.append(Reason.RUNTIME_HELPER)
        if unit.number in self._dead:
            found.insert(found[0] is Reason.NOT_CONVERTED, Reason.DEAD)
        return tuple(found)

    def _shape(self, unit: Unit, statement: PythonStatement) -> Reason:
        if _raises_not_converted(statement.tree):
            return Reason.NOT_CONVERTED
        if self._units[statement.number] > 1:
            return Reason.MERGED
        if statement.method in _EARLY and unit.kind != "program":
            return Reason.HOISTED
        if self._tells_where_to_go(unit, statement):
            return Reason.GOTO_STRUCTURED
        if self._statements[unit.number] > 1:
            return Reason.SPLIT
        return Reason.SAME

    def _tells_where_to_go(self, unit: Unit, statement: PythonStatement) -> bool:
        if isinstance(unit.node, _JUMPS):
            return True
        tree = statement.tree
        if isinstance(tree, python.Return):
            return statement.method in self._jumping
        return any(
            isinstance(node, python.Attribute) and node.attr == "paragraphs" for node in own_nodes(tree)
        )

    def helpers(self, statement: PythonStatement) -> tuple[str, ...]:
        """Functions and methods of the runtime that the statement's own line calls, in order."""
        if isinstance(statement.tree, (python.ClassDef, python.FunctionDef)):
            return ()
        found: dict[str, None] = {}
        for node in own_nodes(statement.tree):
            if isinstance(node, python.Call):
                name = self._helper(node.func)
                if name is not None:
                    found.setdefault(name)
        return tuple(found)

    def _helper(self, function: python.expr) -> str | None:
        if isinstance(function, python.Name):
            known = function.id in RUNTIME_NAMES or function.id in REPORT_NAMES
            lower = function.id[:1].islower()
            return function.id if known and lower and function.id not in _NO_HELPERS else None
        if isinstance(function, python.Attribute):
            text = isinstance(function.value, python.Constant)
            return None if text or function.attr in self._own_methods else function.attr
        return None


def _raises_not_converted(tree: python.stmt) -> bool:
    return (
        isinstance(tree, python.Raise)
        and isinstance(tree.exc, python.Call)
        and isinstance(tree.exc.func, python.Name)
        and tree.exc.func.id == "NotConverted"
    )


def own_nodes(tree: python.stmt) -> Iterator[python.AST]:
    """The nodes of a statement without those of the statements inside it."""
    pending: list[python.AST] = [tree]
    while pending:
        node = pending.pop()
        yield node
        pending += [child for child in python.iter_child_nodes(node) if not isinstance(child, python.stmt)]
