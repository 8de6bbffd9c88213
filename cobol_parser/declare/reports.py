"""Reports (RD) with the names of their groups and sum counters."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.declare.entries import declare_unnamed
from cobol_parser.declare.registers import declare_report_counters
from cobol_parser.declare.scope import Scope
from cobol_parser.symbols import ReportGroupName, ReportItem


def declare_reports(scope: Scope, reports: tuple[ast.ReportDescription, ...]) -> None:
    """Declare each report, its counters and its entries."""
    for description in reports:
        entries: dict[ast.ReportGroupEntry, ReportGroupName] = {}
        report = ReportItem(description.name, description, entries)
        scope.symbols.reports[description.name] = report
        scope.add_name(description.name, report)
        declare_report_counters(scope, report)
        for entry in description.groups:
            _declare_entry(scope, report, entry, entries, ())


def _declare_entry(
    scope: Scope,
    report: ReportItem,
    entry: ast.ReportGroupEntry,
    entries: dict[ast.ReportGroupEntry, ReportGroupName],
    outer: tuple[ReportGroupName, ...],
) -> None:
    item = declare_unnamed(scope, entry.description)
    name = entries[entry] = ReportGroupName(entry.name or "", report, entry, item, outer)
    scope.add_name(entry.name, name)
    for below in entry.children:
        _declare_entry(scope, report, below, entries, (name, *outer))
