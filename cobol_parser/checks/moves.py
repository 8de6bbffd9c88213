"""MOVE between categories (COBOL-85 standard, VI 6.18, table of permitted moves)."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.checks.registry import CheckContext, checks
from cobol_parser.diagnostics import Severity
from cobol_parser.picture import Category
from cobol_parser.symbols import AlphabetSymbol, ConditionName, DataItem, FileItem

_NUMBERS = frozenset({Category.NUMERIC, Category.NUMERIC_EDITED, Category.FLOAT})
_TEXT_ONLY = frozenset({Category.ALPHABETIC, Category.ALPHANUMERIC_EDITED})
_POINTERS = frozenset({Category.POINTER, Category.PROCEDURE_POINTER})
_RELAXED = frozenset({"ibm", "mf"})


@checks(ast.Move)
def permitted_move(context: CheckContext, node: ast.Move) -> None:
    """Report moves that no rule of the standard covers."""
    for receiver in node.receivers:
        if _can_receive(context, receiver):
            _check_pair(context, node.source, receiver)


def _can_receive(context: CheckContext, receiver: ast.Identifier) -> bool:
    referent = context.referent(receiver)
    if isinstance(referent, ConditionName | FileItem | AlphabetSymbol):
        context.report("CBL5022", receiver, f"MOVE cannot store into {receiver.name}")
        return False
    return isinstance(referent, DataItem)


def _check_pair(context: CheckContext, source: ast.Expression, receiver: ast.Identifier) -> None:
    to = context.category(receiver)
    if isinstance(source, ast.FigurativeConstant):
        _check_figurative(context, source, receiver, to)
        return
    if isinstance(source, ast.NumericLiteral):
        if to is Category.ALPHABETIC:
            _forbid(context, source, receiver, "a number", to)
        return
    category = context.category(source)
    if category is None or to is None or Category.GROUP in (category, to):
        return
    if _is_forbidden(category, to):
        _forbid(context, source, receiver, str(category).lower(), to)
    elif category is Category.NUMERIC and to in (Category.ALPHANUMERIC, Category.ALPHANUMERIC_EDITED):
        _check_decimals(context, source, receiver)


def _is_forbidden(category: Category, to: Category) -> bool:
    if to in _NUMBERS:
        return category in _TEXT_ONLY or category in _POINTERS
    if to is Category.ALPHABETIC and category in _NUMBERS:
        return True
    return (category in _POINTERS) != (to in _POINTERS)


def _check_figurative(
    context: CheckContext, source: ast.FigurativeConstant, receiver: ast.Identifier, to: Category | None
) -> None:
    if source.name == "ZERO" and to is Category.ALPHABETIC:
        _forbid(context, source, receiver, "ZERO", to)
    elif source.name == "SPACE" and to in _NUMBERS:
        severity = Severity.WARNING if context.dialect.name in _RELAXED else None
        context.report("CBL5020", source, f"SPACE moved to numeric {receiver.name}", severity=severity)


def _check_decimals(context: CheckContext, source: ast.Expression, receiver: ast.Identifier) -> None:
    """Only integers may be moved to text; IBM and Micro Focus drop the point."""
    item = context.item(source)
    if item is not None and item.scale > 0:
        severity = Severity.WARNING if context.dialect.name in _RELAXED else None
        message = f"{item.name} has decimal places and is moved to alphanumeric {receiver.name}"
        context.report("CBL5020", source, message, severity=severity)


def _forbid(
    context: CheckContext, source: ast.Node, receiver: ast.Identifier, what: str, to: Category
) -> None:
    context.report("CBL5020", source, f"{what} cannot be moved to {str(to).lower()} {receiver.name}")
