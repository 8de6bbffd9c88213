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


def check_duplicates(context: CheckContext) -> None:
    """Note paragraphs that share their name with an earlier one of the same section: only the ambiguity of a use is an error."""
    known: set[tuple[ast.Section, str]] = set()
    for paragraph in context.analysis.order:
        if paragraph.name is None:
            continue
        key = (context.analysis.sections_of[paragraph], paragraph.name)
        if key in known:
            context.diagnostics.report(
                "CBL4014", paragraph.span.first, f"paragraph {paragraph.name} is already in this section"
            )
        known.add(key)
