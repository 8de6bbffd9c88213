"""Independent segments: what ALTER changed in a section is forgotten when control comes to it from another segment.

GnuCOBOL keeps the altered GO TO statements of a section while it performs another one, and forgets those of the performed section
afterwards.
"""

from __future__ import annotations

from cobol_parser import ast
from transpiler.flow.segments import is_independent
from transpiler.ir import nodes as ir
from transpiler.ir.build import own
from transpiler.lower.context import Context

Procedure = ast.Paragraph | ast.Section


def reset(context: Context, section: ast.Section | None) -> ir.Body:
    """Give every altered GO TO of an independent section its first target again; nothing for other sections."""
    return tuple(
        ir.Assign((own(context.flow.altered[paragraph]),), first_target(context, paragraph))
        for paragraph in _altered_in(context, section)
    )


def first_target(context: Context, paragraph: ast.Paragraph) -> ir.Expr:
    """The target that the GO TO of a paragraph has before the first ALTER."""
    from transpiler.lower.procedure_branching import paragraph_method, target_method

    for sentence in paragraph.sentences:
        for statement in sentence.statements:
            if isinstance(statement, ast.GoTo) and statement.target in context.analysis.procedures:
                return target_method(context, statement.target)
    return paragraph_method(context.flow, paragraph)


def before_go_to(context: Context, target: Procedure) -> ir.Body:
    """GO TO a procedure of another segment."""
    section = _section_of(context, target)
    return reset(context, section) if _in_other_segment(context, section) else ()


def around_perform(context: Context, first: Procedure, calls: ir.Body) -> ir.Body:
    """PERFORM of a procedure that is in another section."""
    here = context.analysis.sections_of.get(context.paragraph) if context.paragraph is not None else None
    there = _section_of(context, first)
    if here is there or not context.flow.openings:
        return calls
    before: list[ir.Stmt] = []
    after: list[ir.Stmt] = []
    for paragraph in _altered_in(context, here):
        attribute = context.flow.altered[paragraph]
        kept = context.local(f"kept_{attribute}")
        before.append(ir.Assign((kept,), own(attribute)))
        after.append(ir.Assign((own(attribute),), kept))
    if _in_other_segment(context, there):
        before += reset(context, there)
    return (*before, *calls, *after, *reset(context, there))


def _altered_in(context: Context, section: ast.Section | None) -> tuple[ast.Paragraph, ...]:
    if section is None or not context.flow.openings or not is_independent(section):
        return ()
    return tuple(item for item in section.paragraphs if item in context.flow.altered)


def _section_of(context: Context, node: Procedure) -> ast.Section | None:
    return node if isinstance(node, ast.Section) else context.analysis.sections_of.get(node)


def _in_other_segment(context: Context, section: ast.Section | None) -> bool:
    here = context.analysis.sections_of.get(context.paragraph) if context.paragraph is not None else None
    return _segment(here) != _segment(section)


def _segment(section: ast.Section | None) -> int:
    return section.segment or 0 if section is not None else 0
