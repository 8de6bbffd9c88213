"""Paragraphs to methods."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser import ast
from cobol_parser.walk import walk
from transpiler.flow.plan import completes
from transpiler.ir import nodes as ir
from transpiler.ir.build import own
from transpiler.lower.context import Context
from transpiler.lower.debugging import at_start, on_entry
from transpiler.lower.nesting import lower_within_limits
from transpiler.lower.procedure_branching import calls_in_order, paragraph_method
from transpiler.lower.registry import comment_lines
from transpiler.lower.segments import reset
from transpiler.naming import Scope


@dataclass(frozen=True, slots=True)
class Method:
    """A method to be printed. `returns` is its annotation, `origin` the construct that its head stands for."""

    name: str
    documentation: str
    returns: str
    body: ir.Body
    origin: ast.Node | None = None
    parameters: str = ""
    is_property: bool = False


def procedure_methods(context: Context) -> list[Method]:
    """The method `procedure_division` and one method for each paragraph."""
    methods = [_procedure_division(context)]
    methods += [_paragraph(context, paragraph) for paragraph in context.flow.order]
    return methods


def _paragraph(context: Context, paragraph: ast.Paragraph) -> Method:
    context.paragraph = paragraph
    context.locals = Scope()
    context.present = set()
    body: list[ir.Stmt] = []
    for line in comment_lines(paragraph.comments):
        body.append(ir.Comment(line))
    body += reset(context, context.flow.openings.get(paragraph))
    body += on_entry(context, paragraph)
    for sentence in paragraph.sentences:
        body += _sentence(context, sentence)
    jumping = context.flow.exact or paragraph in context.flow.jumping
    returns = "None"
    if jumping:
        context.imports.runtime.add("Target")
        returns = "Target"
        if not body or not isinstance(body[-1], (ir.Return, ir.Raise)):
            body.append(ir.Return(ir.Constant(None)))
    context.paragraph = None
    return Method(
        context.flow.method_of[paragraph],
        f"{_title(context, paragraph)} ({location(paragraph)}).",
        returns,
        _tidy(body),
        paragraph,
    )


def _title(context: Context, paragraph: ast.Paragraph) -> str:
    if paragraph in context.flow.openings:
        return f"{context.flow.openings[paragraph].name} in its initial state"
    if paragraph in context.analysis.entries.values():
        return "Sentences from ENTRY on"
    whole = context.analysis.whole_of.get(paragraph)
    if paragraph.name is None and whole is not None and whole.name is not None:
        return f"{whole.name}, behind a statement with an ENTRY"
    return paragraph.name or "Sentences before the first paragraph"


def _tidy(body: list[ir.Stmt]) -> ir.Body:
    """Drop `pass` where something else stands in the body."""
    kept = [statement for statement in body if not isinstance(statement, ir.Pass)]
    return tuple(kept) if any(not isinstance(item, ir.Comment) for item in kept) else tuple(body)


def location(node: ast.Node) -> str:
    """file:first-last line of a construct, as the reader knows the file."""
    first, last = node.span
    name = first.inclusion.file.path.replace("\\", "/").rsplit("/", 1)[-1]
    if last.inclusion is not first.inclusion or last.end_line <= first.line:
        return f"{name}:{first.line}"
    return f"{name}:{first.line}-{last.end_line}"


def _sentence(context: Context, sentence: ast.Sentence) -> list[ir.Stmt]:
    result: list[ir.Stmt] = []
    for statement in sentence.statements:
        result += lower_within_limits(context, statement)
    if any(isinstance(node, ast.NextSentence) for node in walk(sentence)):
        context.imports.standard.add(("contextlib", "suppress"))
        guard = ir.Call(ir.Name("suppress"), (context.runtime("NextSentence"),))
        return [ir.With(guard, tuple(result), origin=sentence)]
    return result


def _procedure_division(context: Context) -> Method:
    """Run from the first paragraph behind the declaratives."""
    flow = context.flow
    procedure = context.analysis.program.procedure
    start = _first_position(context)
    body: list[ir.Stmt] = [*at_start(context)]
    if start is not None:
        end = start
        while end + 1 < len(flow.order) and completes(flow.order[end]):
            end += 1
        if flow.is_direct(start, end):
            body += calls_in_order(context, start, end)
        else:
            run = ir.Attribute(own("paragraphs"), "run_from")
            body.append(ir.Do(ir.Call(run, (paragraph_method(flow, flow.order[start]),))))
    where = f" ({location(procedure)})" if procedure is not None else ""
    return Method("procedure_division", f"PROCEDURE DIVISION{where}.", "None", tuple(body), procedure)


def _first_position(context: Context) -> int | None:
    procedure = context.analysis.program.procedure
    if procedure is None:
        return None
    return next(
        (context.flow.bounds[section][0] for section in procedure.sections if section in context.flow.bounds),
        None,
    )
