"""Condition-names and class conditions."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.checks.registry import CheckContext, checks
from cobol_parser.symbols import ConditionName, ProgramSymbols, SwitchStatus

_CLASSES = frozenset({"NUMERIC", "ALPHABETIC", "ALPHABETIC-LOWER", "ALPHABETIC-UPPER"})


@checks(ast.ConditionNameTest)
def tested_name_is_a_condition(context: CheckContext, node: ast.ConditionNameTest) -> None:
    """A name that stands alone as a condition is a condition-name or a switch status."""
    referent = context.referent(node.identifier)
    if referent is not None and not isinstance(referent, ConditionName | SwitchStatus):
        context.report("CBL4008", node.identifier, f"{node.identifier.name} is not a condition-name")


@checks(ast.SetCondition)
def set_name_is_a_condition(context: CheckContext, node: ast.SetCondition) -> None:
    """SET … TO TRUE names conditions; TO FALSE needs WHEN SET TO FALSE in their entry."""
    for condition in node.conditions:
        referent = context.referent(condition)
        if referent is None:
            continue
        if not isinstance(referent, ConditionName):
            context.report("CBL4008", condition, f"{condition.name} is not a condition-name")
        elif not node.value and referent.when_false is None:
            context.report("CBL5022", condition, f"{condition.name} has no value for FALSE")


@checks(ast.ClassCondition)
def class_is_known(context: CheckContext, node: ast.ClassCondition) -> None:
    """A class that is not predefined is declared in SPECIAL-NAMES."""
    if node.class_name in _CLASSES:
        return
    symbols: ProgramSymbols | None = context.analysis.symbols
    while symbols is not None:
        if node.class_name in symbols.classes or node.class_name in symbols.alphabets:
            return
        symbols = symbols.parent
    context.report("CBL4001", node, f"class {node.class_name} is not defined in SPECIAL-NAMES")
