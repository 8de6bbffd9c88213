"""Where reports live: attributes for reports, for the groups and sum counters that statements or other counters name, and a
record class for the printable items that statements name."""

from __future__ import annotations

from dataclasses import dataclass, field

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import DataItem, ReportGroupName, ReportItem, StorageSection
from cobol_parser.walk import walk
from transpiler.naming import Scope, camel_case, snake_case
from transpiler.storage.plan import Kind, RecordPlan, StoragePlan, add_field


@dataclass(slots=True, eq=False)
class ReportPlan:
    """The attributes of one report: its own, and those of its named groups and sum counters.

    `describe` is the method that makes the report; `items` is the record of the printable items that statements name.
    """

    report: ReportItem
    attribute: str
    describe: str
    group_of: dict[ast.ReportGroupEntry, str] = field(default_factory=dict)
    sum_of: dict[ast.ReportGroupEntry, str] = field(default_factory=dict)
    items: RecordPlan | None = None


def plan_reports(analysis: ProgramAnalysis, plan: StoragePlan, module: Scope) -> None:
    """Add the reports of a program to its storage plan."""
    named = {item for item in analysis.references.values() if isinstance(item, DataItem)}
    entries = {name.entry for name in analysis.references.values() if isinstance(name, ReportGroupName)}
    entries |= _groups_with_procedures(analysis)
    for report in analysis.symbols.reports.values():
        attribute = plan.members.claim(snake_case(report.name))
        made = ReportPlan(report, attribute, plan.members.claim(f"describe_{attribute}"))
        plan.reports[report] = made
        for entry, name in report.entries.items():
            if entry.type is not None and entry in entries:
                made.group_of[entry] = plan.members.claim(snake_case(name.name))
            if entry.sum is not None and (entry in entries or _is_edited_sum(name, named)):
                made.sum_of[entry] = plan.members.claim(snake_case(name.name))
                plan.sum_of_item[name.item] = made.sum_of[entry]
            if name.item in named or (entry in entries and entry.sum is None and entry.description.picture):
                _add_item(plan, made, name.item, module)


def _is_edited_sum(name: ReportGroupName, named: set[DataItem]) -> bool:
    return name.item in named and name.item.category is Category.NUMERIC_EDITED


def _groups_with_procedures(analysis: ProgramAnalysis) -> set[ast.ReportGroupEntry]:
    """The groups of USE BEFORE REPORTING sections that suppress them."""
    return {
        entry
        for section, entry in reporting_sections(analysis)
        if any(isinstance(node, ast.Suppress) for node in walk(section))
    }


def reporting_sections(analysis: ProgramAnalysis) -> list[tuple[ast.Section, ast.ReportGroupEntry]]:
    """The USE BEFORE REPORTING sections and the group each is for."""
    procedure = analysis.program.procedure
    found: list[tuple[ast.Section, ast.ReportGroupEntry]] = []
    for declarative in procedure.declaratives if procedure is not None else ():
        use = declarative.use
        if use is None or use.kind != "BEFORE REPORTING" or not use.targets:
            continue
        entry = next(
            (
                entry
                for report in analysis.symbols.reports.values()
                for entry, name in report.entries.items()
                if name.name == use.targets[0]
            ),
            None,
        )
        if entry is not None:
            found.append((declarative.section, entry))
    return found


def _add_item(plan: StoragePlan, report: ReportPlan, item: DataItem, module: Scope) -> None:
    """Put a printable item behind those that the record of its report has."""
    if item in plan.record_of:
        return
    if report.items is None:
        name = f"{camel_case(report.report.name)}Items"
        attribute = plan.members.claim(f"{report.attribute}_items")
        report.items = RecordPlan(module.claim(name), attribute, Kind.OWN, StorageSection.REPORT, None)
        plan.records.append(report.items)
    add_field(plan, report.items, item, report.items.length, (snake_case(item.name or "item"),))
    report.items.length += item.size
