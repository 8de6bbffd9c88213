"""PROCEDURE DIVISION USING and RETURNING."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.declare.scope import Scope
from cobol_parser.qualification import near_names
from cobol_parser.symbols import DataItem, StorageSection


def link_parameters(scope: Scope, program: ast.Program) -> None:
    """Resolve the parameters of the program to its LINKAGE items."""
    procedure = program.procedure
    if procedure is None:
        return
    if procedure.chaining:
        chained = (_chained_item(scope, parameter) for parameter in procedure.using)
        scope.symbols.parameters = tuple(item for item in chained if item is not None)
        return
    found = (linkage_item(scope, parameter.name, parameter) for parameter in procedure.using)
    scope.symbols.parameters = tuple(item for item in found if item is not None)
    if procedure.returning is not None:
        scope.symbols.returning = linkage_item(scope, procedure.returning, procedure)


def _chained_item(scope: Scope, parameter: ast.Parameter) -> DataItem | None:
    """Return the WORKING-STORAGE item that CHAINING names; report a missing one."""
    for referent in scope.symbols.named(parameter.name):
        if isinstance(referent, DataItem) and referent.section is StorageSection.WORKING_STORAGE:
            return referent
    scope.report("CBL4013", parameter.span.first, f"CHAINING item {parameter.name} is not in WORKING-STORAGE")
    return None


def linkage_item(scope: Scope, name: str, at: ast.Node) -> DataItem | None:
    """Return the level 01 or 77 LINKAGE item of that name; report a missing one."""
    for referent in scope.symbols.named(name):
        if isinstance(referent, DataItem) and referent.parent is None:
            if referent.section is not StorageSection.LINKAGE:
                scope.report("CBL4013", at.span.first, f"{name} is not in the LINKAGE SECTION")
            return referent
    near = near_names(name, (item.name for item in scope.symbols.linkage if item.name))
    help_text = f"did you mean {' or '.join(near)}?" if near else None
    scope.report("CBL4013", at.span.first, f"parameter {name} is not a LINKAGE item", help=help_text)
    return None
