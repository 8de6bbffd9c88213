"""PERFORM ranges and procedure-names."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.checks.registry import CheckContext, checks


@checks(ast.Perform)
def range_runs_forwards(context: CheckContext, node: ast.Perform) -> None:
    """Warn about PERFORM A THRU B where B stands before A."""
    if node.last is None:
        return
    first = context.analysis.procedures.get(node.first)
    last = context.analysis.procedures.get(node.last)
    if first is None or last is None or first is last:
        return
    if _place(context, last) < _place(context, first):
        context.report("CBL4015", node.last, f"{node.last.name} stands before {node.first.name}")


def _place(context: CheckContext, procedure: ast.Paragraph | ast.Section) -> int:
    """The position of a paragraph, or of the first one of a section, in the procedure division."""
    if isinstance(procedure, ast.Paragraph):
        return context.positions[procedure]
    return context.positions[procedure.paragraphs[0]] if procedure.paragraphs else len(context.positions)
