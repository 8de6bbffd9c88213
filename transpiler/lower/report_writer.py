"""INITIATE, GENERATE, TERMINATE, SUPPRESS."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.symbols import ReportGroupName, ReportItem
from transpiler.ir import nodes as ir
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.place import report_place
from transpiler.lower.registry import lowers
from transpiler.storage.reports import reporting_sections


@lowers(ast.Initiate)
def initiate(context: Context, node: ast.Initiate) -> list[ir.Stmt]:
    """INITIATE SALES  ->  self.sales.initiate()"""
    return [_do(context, name, "initiate") for name in node.reports]


@lowers(ast.Terminate)
def terminate(context: Context, node: ast.Terminate) -> list[ir.Stmt]:
    """TERMINATE SALES  ->  self.sales.terminate()"""
    return [_do(context, name, "terminate") for name in node.reports]


def _do(context: Context, name: str, method: str) -> ir.Stmt:
    report = report_place(context, context.analysis.symbols.reports[name])
    return ir.Do(ir.Call(ir.Attribute(report, method)))


@lowers(ast.Generate)
def generate(context: Context, node: ast.Generate) -> list[ir.Stmt]:
    """GENERATE DETAIL-LINE  ->  self.sales.generate(self.detail_line)"""
    target = context.analysis.references.get(node.target)
    if isinstance(target, ReportItem):
        return [_do(context, target.name, "generate")]
    if not isinstance(target, ReportGroupName) or target.entry.type is None:
        raise Unconvertible(f"{node.target.name} is not a report group", code="CBL6002")
    report = report_place(context, target.report)
    group = report_place(context, target.report, target.entry)
    return [ir.Do(ir.Call(ir.Attribute(report, "generate"), (group,)))]


@lowers(ast.Suppress)
def suppress(context: Context, _node: ast.Suppress) -> list[ir.Stmt]:
    """SUPPRESS PRINTING in the procedure of TOTAL-LINE  ->  self.sales.suppress(self.total_line)"""
    section = context.analysis.sections_of.get(context.paragraph) if context.paragraph is not None else None
    for procedure, entry in reporting_sections(context.analysis):
        if procedure is section:
            report = next(
                report for report in context.analysis.symbols.reports.values() if entry in report.entries
            )
            group = report_place(context, report, entry)
            return [ir.Do(ir.Call(ir.Attribute(report_place(context, report), "suppress"), (group,)))]
    raise Unconvertible("SUPPRESS stands outside of USE BEFORE REPORTING procedures", code="CBL6002")
