"""Registration of rules, and what a rule can ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from cobol_parser import ast
from cobol_parser.diagnostics import Diagnostics, Severity
from cobol_parser.dialects import Dialect
from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem, ProgramSymbols, Referent

N = TypeVar("N", bound=ast.Node)


class Analysis(Protocol):
    """The parts of a ProgramAnalysis that rules use."""

    program: ast.Program
    symbols: ProgramSymbols
    references: dict[ast.Identifier, Referent]
    procedures: dict[ast.ProcedureName, ast.Paragraph | ast.Section]
    files_of: Any
    order: tuple[ast.Paragraph, ...]
    sections_of: dict[ast.Paragraph, ast.Section]


@dataclass(slots=True, eq=False)
class CheckContext:
    """The program that is checked.

    `whole_tables` collects identifiers that may name a table without subscripts (SEARCH, LENGTH OF …); the rule of
    the surrounding statement puts them there before they are visited themselves.
    """

    analysis: Analysis
    dialect: Dialect
    diagnostics: Diagnostics
    whole_tables: set[ast.Identifier] = field(default_factory=set)
    positions: dict[ast.Paragraph, int] = field(init=False)
    """The place of each paragraph in the order of the procedure division."""

    def __post_init__(self) -> None:
        self.positions = {paragraph: place for place, paragraph in enumerate(self.analysis.order)}

    def report(self, code: str, at: ast.Node, message: str, *, severity: Severity | None = None) -> None:
        """Report a finding at a node."""
        self.diagnostics.report(code, at.span, message, severity=severity)

    def referent(self, expression: ast.Node | None) -> Referent | None:
        """Return what an identifier means, None for anything else or when it could not be resolved."""
        return self.analysis.references.get(expression) if isinstance(expression, ast.Identifier) else None

    def item(self, expression: ast.Node | None) -> DataItem | None:
        """Return the data item of an identifier, reference modification aside."""
        referent = self.referent(expression)
        return referent if isinstance(referent, DataItem) else None

    def category(self, expression: ast.Node | None) -> Category | None:
        """Return the category of a data reference: alphanumeric when reference-modified; None when it is no item."""
        item = self.item(expression)
        if item is None or not isinstance(expression, ast.Identifier):
            return None
        if expression.reference_modifier is not None:
            return Category.ALPHANUMERIC
        return item.category


_CHECKS: dict[type[ast.Node], list[Callable[[CheckContext, Any], None]]] = {}


def checks(
    *kinds: type[ast.Node],
) -> Callable[[Callable[[CheckContext, N], None]], Callable[[CheckContext, N], None]]:
    """Register a rule for node classes."""

    def register(rule: Callable[[CheckContext, N], None]) -> Callable[[CheckContext, N], None]:
        for kind in kinds:
            _CHECKS.setdefault(kind, []).append(rule)
        return rule

    return register


def has_checks(kind: type[ast.Node]) -> bool:
    """Tell whether any rule is registered for a node class."""
    return kind in _CHECKS


def run_checks(
    context: CheckContext,
    nodes: Iterable[tuple[ast.Node, ast.Statement | None]],
    faulty: set[ast.Statement],
) -> None:
    """Apply the rules to nodes given with the innermost statement around them; statements with errors join `faulty`."""
    items = context.diagnostics.items
    for node, statement in nodes:
        for rule in _CHECKS.get(type(node), ()):
            known = len(items)
            rule(context, node)
            new = items[known:]
            if statement is not None and any(found.severity is Severity.ERROR for found in new):
                faulty.add(statement)
