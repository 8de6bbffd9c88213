"""Reports (RD) with the names of their groups and sum counters."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.declare.entries import declare_unnamed
from cobol_parser.declare.registers import declare_report_counters
from cobol_parser.declare.scope import Scope
from cobol_parser.symbols import ReportGroupName, ReportItem


def declare_reports(scope: Scope, reports: tuple[ast.ReportDescription, ...]) -> None:
    """Declare each report, its counters and its named groups."""
    for description in reports:
        groups: dict[str, ast.ReportGroupEntry] = {}
        report = ReportItem(description.name, description, groups)
        scope.symbols.reports[description.name] = report
        scope.add_name(description.name, report)
        declare_report_counters(scope, report)
        for entry in description.groups:
            _declare_group(scope, report, entry, groups, ())


def _declare_group(
    scope: Scope,
    report: ReportItem,
    entry: ast.ReportGroupEntry,
    groups: dict[str, ast.ReportGroupEntry],
    outer: tuple[ReportGroupName, ...],
) -> None:
    if entry.name is not None:
        groups[entry.name] = entry
    item = declare_unnamed(scope, entry.description)
    name = ReportGroupName(entry.name or "", report, entry, item, outer)
    scope.add_name(entry.name, name)
    for below in entry.children:
        _declare_group(scope, report, below, groups, (name, *outer))
