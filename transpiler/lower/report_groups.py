"""Report descriptions: RD entries and report groups to a method that makes the report of the runtime."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem, ReportGroupName, ReportItem, StorageSection, Usage
from transpiler.ir import nodes as ir
from transpiler.ir.build import SELF, integer, own, text
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.declaratives import perform_section
from transpiler.lower.expressions import operand
from transpiler.lower.operand import FIGURATIVES, Kind, Operand, as_text, number
from transpiler.lower.place import item_place, referent_place
from transpiler.lower.procedure import Method, location
from transpiler.lower.records import field_type
from transpiler.lower.registry import comment_lines
from transpiler.lower.report_layout import (
    PrintLine,
    columns_of,
    lines_below,
    not_printed,
    own_line,
    printed_width,
)
from transpiler.naming import Scope, snake_case
from transpiler.storage.reports import ReportPlan, reporting_sections

_CLASSES = {
    "REPORT HEADING": "ReportHeading",
    "PAGE HEADING": "PageHeading",
    "CONTROL HEADING": "ControlHeading",
    "DETAIL": "Detail",
    "CONTROL FOOTING": "ControlFooting",
    "PAGE FOOTING": "PageFooting",
    "REPORT FOOTING": "ReportFooting",
}
_FINAL = {"CONTROL HEADING": "FinalHeading", "CONTROL FOOTING": "FinalFooting"}
_NUMBERS = (Category.NUMERIC, Category.NUMERIC_EDITED, Category.FLOAT)
_USED = ("CONTROL HEADING", "CONTROL FOOTING", "REPORT FOOTING")
"""The groups whose USE BEFORE REPORTING procedure is performed."""

Keywords = tuple[tuple[str, ir.Expr], ...]


@dataclass(frozen=True, slots=True)
class _Report:
    """A report that is being described: its plan, the columns of its entries, the local names of its controls."""

    context: Context
    plan: ReportPlan
    columns: dict[ast.ReportGroupEntry, int]
    controls: dict[DataItem, ir.Name]
    sections: dict[ast.ReportGroupEntry, ast.Section]

    @property
    def report(self) -> ReportItem:
        return self.plan.report

    def make(self, name: str, *arguments: ir.Expr, **keywords: ir.Expr) -> ir.Expr:
        """Name(arguments, keyword=value) for a class or function of the report writer."""
        return ir.Call(self.name(name), arguments, tuple(keywords.items()))

    def name(self, name: str) -> ir.Name:
        """Name a member of the report writer and import it."""
        self.context.imports.reports.add(name)
        return ir.Name(name)


def report_methods(context: Context) -> list[Method]:
    """One method for each report; the constructor calls it."""
    return [_method(context, plan) for plan in context.storage.reports.values()]


def _method(context: Context, plan: ReportPlan) -> Method:
    description = plan.report.description
    context.at = description
    body: list[ir.Stmt] = [ir.Comment(line) for line in comment_lines(description.comments)]
    try:
        body += _description(context, plan)
    except Unconvertible as failure:
        context.diagnostics.report(
            failure.code,
            description.span.first,
            f"report {plan.report.name} is not converted: {failure.reason}",
        )
        body.append(ir.Raise(context.runtime_call("NotConverted", text(failure.code), text(failure.reason))))
    return Method(
        plan.describe,
        f"RD {plan.report.name} ({location(description)}).",
        "None",
        tuple(body),
        description,
    )


def _description(context: Context, plan: ReportPlan) -> list[ir.Stmt]:
    described = plan.report.description
    names = Scope()
    context.locals = names
    controls: dict[DataItem, ir.Name] = {}
    sections = {entry: section for section, entry in reporting_sections(context.analysis)}
    report = _Report(context, plan, columns_of(plan.report), controls, sections)
    body: list[ir.Stmt] = []
    for identifier in described.controls:
        place = referent_place(context, identifier)
        controls[place.item] = ir.Name(names.claim(snake_case(identifier.name)))
        body.append(ir.Assign((controls[place.item],), _control(report, identifier), origin=identifier))
    body.append(ir.Assign((own(plan.attribute),), _report(report), origin=described))
    for entry, attribute in _sums_in_order(report):
        assert entry.sum is not None
        body.append(ir.Assign((own(attribute),), _sum(report, entry), origin=entry))
    for group in described.groups:
        body += _group(report, group)
    return body


def _control(report: _Report, identifier: ast.Identifier) -> ir.Expr:
    """A control: the storage of its item."""
    place = referent_place(report.context, identifier)
    area: ir.Expr = place.record if place.attribute is None else place.ask("area")
    modifier = identifier.reference_modifier
    if modifier is not None:
        raise Unconvertible("a control with reference modification is not converted", code="CBL6000")
    moves = place.item.section in (StorageSection.LINKAGE, StorageSection.LOCAL_STORAGE)
    return report.make("Control", ir.Lambda(area) if moves or identifier.subscripts else area)


def _report(report: _Report) -> ir.Expr:
    context, described = report.context, report.report.description
    keywords: dict[str, ir.Expr] = {}
    if described.page is not None:
        keywords["page"] = _page(report, described.page)
    if report.controls:
        keywords["controls"] = ir.Tuple(tuple(report.controls.values()))
    if described.code is not None:
        code = as_text(context, operand(context, described.code))
        keywords["code"] = code if isinstance(code, ir.Constant) else ir.Lambda(code)
    if context.dialect.sign == "ebcdic":
        keywords["sign"] = text("ebcdic")
    return report.make("Report", own("run"), text(report.report.name), _file(report), **keywords)


def _file(report: _Report) -> ir.Expr:
    for file, attribute in report.context.storage.file_of.items():
        if file.description is not None and report.report.name in file.description.reports:
            return own(attribute)
    raise Unconvertible(f"report {report.report.name} belongs to no file", code="CBL6002")


def _page(report: _Report, clause: ast.PageClause) -> ir.Expr:
    keywords: dict[str, ir.Expr] = {}
    for name in ("lines", "columns", "heading", "first_detail", "last_detail", "footing"):
        value = getattr(clause, name)
        if value is not None:
            lowered = operand(report.context, value)
            shown = number(report.context, lowered)
            keywords[name] = shown if lowered.literal is not None else ir.Lambda(shown)
    lines = keywords.pop("lines", None)
    return report.make("Page", *(() if lines is None else (lines,)), **keywords)


# --- groups


def _group(report: _Report, group: ast.ReportGroupEntry) -> list[ir.Stmt]:
    body: list[ir.Stmt] = [
        ir.Comment(line, origin=group) for line in comment_lines(group.description.comments)
    ]
    if group.type is None:
        raise Unconvertible(f"report group {group.name or 'without a name'} has no TYPE", code="CBL6002")
    _warn(report, group, group.type)
    keywords = _group_keywords(report, group)
    made = report.make(_class_of(group.type), **keywords)
    added = ir.Call(ir.Attribute(own(report.plan.attribute), "add"), (made,))
    attribute = report.plan.group_of.get(group)
    if attribute is None:
        return [*body, ir.Do(added, origin=group)]
    return [*body, ir.Assign((own(attribute),), added, origin=group)]


def _class_of(clause: ast.TypeClause) -> str:
    if clause.is_final and clause.kind in _FINAL:
        return _FINAL[clause.kind]
    if clause.kind not in _CLASSES:
        raise Unconvertible(f"TYPE {clause.kind} is not known", code="CBL6002")
    return _CLASSES[clause.kind]


def _group_keywords(report: _Report, group: ast.ReportGroupEntry) -> dict[str, ir.Expr]:
    keywords: dict[str, ir.Expr] = {}
    assert group.type is not None
    if group.type.control is not None:
        control = report.context.analysis.references.get(group.type.control)
        if not isinstance(control, DataItem) or control not in report.controls:
            raise Unconvertible(f"{group.type.control.name} is not a control of the report", code="CBL6002")
        keywords["control"] = report.controls[control]
    if group in report.sections and group.type.kind in _USED:
        keywords["use"] = perform_section(report.context, report.context, report.sections[group])
    line = own_line(group)
    if line is not None:
        keywords["line"] = _line(report, line)
    below = lines_below(group)
    if below:
        keywords["lines"] = ir.Tuple(tuple(_line(report, line) for line in below))
    if group.next_group is not None and line is None:
        keywords["next_group"] = _next_group(report, group.next_group)
    return keywords


def _line(report: _Report, line: PrintLine) -> ir.Expr:
    keywords: dict[str, ir.Expr] = {}
    clause = line.entry.line
    assert clause is not None
    if clause.is_relative:
        keywords["plus"] = integer(clause.number or 0)
    else:
        keywords["number"] = integer(clause.number or 0)
    if clause.number is None and clause.next_page:
        keywords = {"number": ir.Attribute(report.name("Line"), "NEXT_PAGE")}
    if line.printed:
        keywords["columns"] = ir.Tuple(tuple(_column(report, entry) for entry in line.printed))
    if line.entry.next_group is not None:
        keywords["next_group"] = _next_group(report, line.entry.next_group)
    return report.make("Line", **keywords)


def _next_group(report: _Report, clause: ast.NextGroupClause) -> ir.Expr:
    if clause.number is None:
        return report.make("NextGroup", page=ir.Constant(True))
    return report.make("NextGroup", **{"plus" if clause.is_relative else "line": integer(clause.number)})


def _warn(report: _Report, group: ast.ReportGroupEntry, clause: ast.TypeClause) -> None:
    """Say which clauses have no effect in GnuCOBOL."""
    problems: list[tuple[ast.Node, str]] = []
    if clause.is_final and clause.kind == "CONTROL HEADING":
        problems.append((clause, "TYPE CONTROL HEADING FINAL: GnuCOBOL never presents the group"))
    if group in report.sections and clause.kind not in _USED:
        problems.append(
            (group, f"USE BEFORE REPORTING: GnuCOBOL does not perform it for a {clause.kind} group")
        )
    for entry in report.report.entries:
        if entry is group or group in (name.entry for name in report.report.entries[entry].groups):
            if entry.sum is not None and entry.sum.upon:
                problems.append((entry.sum, "SUM UPON: GnuCOBOL adds at every GENERATE"))
            if entry.reset is not None:
                problems.append(
                    (entry.reset, "RESET: GnuCOBOL resets the sum behind its own control footing")
                )
    problems += [(entry, "GnuCOBOL does not print this entry") for entry in not_printed(group)]
    for node, problem in problems:
        report.context.diagnostics.report(
            "CBL6011", node.span.first, f"{problem}, nor does the converted program"
        )


# --- columns


def _column(report: _Report, entry: ast.ReportGroupEntry) -> ir.Expr:
    context = report.context
    item = report.report.entries[entry].item
    if entry.description.occurs is not None or (entry.column is not None and len(entry.column.numbers) > 1):
        raise Unconvertible("a printable item that is repeated is not converted", code="CBL6000")
    keywords: dict[str, ir.Expr] = {}
    value = _value(context, entry, item)
    if entry.source is not None:
        keywords["source"] = ir.Lambda(_source(context, entry.source, item))
        if _is_early(context, entry.source):
            keywords["early"] = ir.Constant(True)
    elif entry.sum is not None:
        attribute = report.plan.sum_of.get(entry)
        keywords["sum"] = own(attribute) if attribute is not None else _sum(report, entry)
    elif value is not None:
        keywords["value"] = text(value)
    if entry.group_indicate:
        keywords["group_indicate"] = ir.Constant(True)
    if entry.column is not None and entry.column.alignment is not None:
        keywords["align"] = text(entry.column.alignment.lower())
    described, area = _field(context, item, value)
    if area is not None:
        keywords["area"] = area
    return report.make("Column", integer(report.columns[entry]), described, **keywords)


def _field(context: Context, item: DataItem, value: str | None) -> tuple[ir.Expr, ir.Expr | None]:
    """The field of an item, and its record when statements name it."""
    if item in context.storage.field_of:
        place = item_place(context, item)
        return place.field(), place.record
    if item.picture is None:
        return ir.Call(context.runtime("Text"), (integer(len(value or "")),)), None
    return field_type(context, item), None


def _value(context: Context, entry: ast.ReportGroupEntry, item: DataItem) -> str | None:
    """The characters that a VALUE clause prints: a number its digits, ALL the first character as often as it fits."""
    clause = entry.description.value
    if clause is None or not clause.values:
        return None
    value = operand(context, clause.values[0].low)
    if value.kind is Kind.FILL:
        if isinstance(value.literal, str):
            return value.literal[:1] * item.size
        return FIGURATIVES[value.figurative or "SPACE"][1] * item.size
    if isinstance(value.literal, str):
        return value.literal
    shown = as_text(context, value)
    return str(shown.value) if isinstance(shown, ir.Constant) else None


def _source(context: Context, expression: ast.Expression, item: DataItem) -> ir.Expr:
    """The value that SOURCE moves to an item."""
    source = operand(context, expression)
    if source.item is not None and source.item.category is Category.GROUP:
        return source.expr
    return number(context, source) if item.category in _NUMBERS else as_text(context, source)


def _is_early(context: Context, source: ast.Expression) -> bool:
    """Whether GnuCOBOL takes the source when the statement begins: a subscripted or reference-modified item."""
    if not isinstance(source, ast.Identifier):
        return False
    referent = context.analysis.references.get(source)
    local = isinstance(referent, DataItem) and referent.section is StorageSection.LOCAL_STORAGE
    return bool(source.subscripts) or source.reference_modifier is not None or local


# --- sums


def _sums_in_order(report: _Report) -> list[tuple[ast.ReportGroupEntry, str]]:
    """The sum counters with an attribute, each behind those that it adds."""
    ordered: list[tuple[ast.ReportGroupEntry, str]] = []
    visiting: set[ast.ReportGroupEntry] = set()

    def visit(entry: ast.ReportGroupEntry) -> None:
        if entry in visiting or entry.sum is None or entry not in report.plan.sum_of:
            return
        visiting.add(entry)
        for addend in entry.sum.addends:
            referent = report.context.analysis.references.get(addend)
            if isinstance(referent, ReportGroupName):
                visit(referent.entry)
        ordered.append((entry, report.plan.sum_of[entry]))

    for entry in report.plan.sum_of:
        visit(entry)
    return ordered


def _sum(report: _Report, entry: ast.ReportGroupEntry) -> ir.Expr:
    picture = report.report.entries[entry].item.picture
    assert entry.sum is not None
    addends = tuple(_addend(report, addend) for addend in entry.sum.addends)
    keywords: dict[str, ir.Expr] = {"digits": integer(picture.digits if picture is not None else 0)}
    if picture is not None and picture.scale > 0:
        keywords["scale"] = integer(picture.scale)
    return report.make("Sum", *addends, **keywords)


def _addend(report: _Report, addend: ast.Identifier) -> ir.Expr:
    """What a sum adds: another counter, or a function that gives the value of an item."""
    context = report.context
    referent = context.analysis.references.get(addend)
    if isinstance(referent, ReportGroupName) and referent.entry.sum is not None:
        return ir.Attribute(SELF, report.plan.sum_of[referent.entry])
    if isinstance(referent, ReportGroupName):
        place = item_place(context, referent.item)
        value = Operand(Kind.NUMBER, place.read(), item=referent.item, place=place)
    else:
        value = operand(context, addend)
    return ir.Lambda(_added(report, addend, value))


def _added(report: _Report, addend: ast.Identifier, value: Operand) -> ir.Expr:
    """The number that is added. GnuCOBOL adds no more digits of a packed or binary item than the item has bytes."""
    context, item = report.context, value.item
    added = number(context, value)
    if (
        item is None
        or item.category is not Category.NUMERIC
        or item.usage is Usage.DISPLAY
        or context.options.arithmetic != "gnucobol"
        or 0 < item.digits <= item.size
    ):
        return added
    context.diagnostics.report(
        "CBL6011",
        addend.span.first,
        f"SUM of {item.name}: GnuCOBOL adds its last {item.size} digits only, and so does the converted program",
        help="--arithmetic ibm-compat adds the whole value",
    )
    arguments = (added, integer(item.size), *((integer(item.scale),) if item.scale > 0 else ()))
    return report.make("low_digits", *arguments)


def report_width(context: Context, names: tuple[str, ...]) -> int:
    """The longest line of the reports of those names, in characters: what the record of their file must hold."""
    width = 0
    for report in context.storage.reports:
        if report.name in names:
            for entry, column in columns_of(report).items():
                if not entry.children:
                    item = report.entries[entry].item
                    literal = _value(context, entry, item)
                    width = max(width, column - 1 + printed_width(item, literal))
    return width
