"""IF, EVALUATE, CONTINUE, NEXT SENTENCE."""

from __future__ import annotations

from typing import Any, NamedTuple

from cobol_parser import ast
from cobol_parser.build.conditions import Operator, condition_of, selection_of
from cobol_parser.build.context import BuildContext
from cobol_parser.build.expressions import Item, expression_of
from cobol_parser.build.registry import SyntaxProblem, builds
from cobol_parser.source import Span, Token


class PartialRelation(NamedTuple):
    """A selection object such as `> 5`, which lacks its left side: the subject."""

    items: list[Item]
    span: Span


class Selection(NamedTuple):
    """The objects of one WHEN; none for WHEN OTHER."""

    objects: list[ast.EvaluateAny | ast.EvaluateRange | PartialRelation]
    span: Span


class WhenDraft(NamedTuple):
    """WHEN lines that share `statements`."""

    selections: list[Selection]
    statements: tuple[ast.Statement, ...]
    span: Span


@builds("if_statement")
def if_(context: BuildContext, children: list[Any]) -> ast.If:
    """IF condition THEN … ELSE …"""
    _, condition, _, then, _, otherwise, _ = children
    return ast.If(**context.statement(), condition=condition, then=then, otherwise=otherwise)


@builds("if_else_alone")
def if_else_alone(context: BuildContext, children: list[Any]) -> ast.If:
    """IF condition ELSE …: nothing is done where the condition holds."""
    _, condition, _, _, otherwise, _ = children
    return ast.If(**context.statement(), condition=condition, then=(), otherwise=otherwise)


@builds("continue_statement")
def continue_(context: BuildContext, _children: list[Any]) -> ast.Continue:
    """CONTINUE."""
    return ast.Continue(**context.statement())


@builds("continue_after")
def continue_after(context: BuildContext, children: list[Any]) -> ast.ContinueAfter:
    """CONTINUE AFTER expression SECONDS."""
    return ast.ContinueAfter(**context.statement(), seconds=expression_of(context, children[2:-1]))


@builds("next_sentence")
def next_sentence(context: BuildContext, _children: list[Any]) -> ast.NextSentence:
    """NEXT SENTENCE."""
    return ast.NextSentence(**context.statement())


# --- EVALUATE


@builds("evaluate_statement")
def evaluate(context: BuildContext, children: list[Any]) -> ast.Evaluate:
    """EVALUATE subjects WHEN …"""
    _, subjects, *drafts, _ = children
    whens = tuple(_when(context, subjects, draft) for draft in drafts)
    return ast.Evaluate(**context.statement(), subjects=subjects, whens=whens)


@builds("evaluate_subjects")
def evaluate_subjects(
    _context: BuildContext, children: list[Any]
) -> tuple[ast.Expression | ast.Condition, ...]:
    """Subjects, with ALSO between them."""
    return tuple(child for child in children if not isinstance(child, Token))


@builds("evaluate_when")
def evaluate_when(context: BuildContext, children: list[Any]) -> WhenDraft:
    """WHEN lines and their statements."""
    *selections, statements = children
    return WhenDraft(selections, statements, context.span)


@builds("evaluate_when_empty")
def evaluate_when_empty(context: BuildContext, children: list[Any]) -> WhenDraft:
    """WHEN lines at the end that have no statements."""
    return WhenDraft(children, (), context.span)


@builds("evaluate_other")
def evaluate_other(context: BuildContext, _children: list[Any]) -> Selection:
    """WHEN OTHER."""
    return Selection([], context.span)


@builds("evaluate_selection")
def evaluate_selection(context: BuildContext, children: list[Any]) -> Selection:
    """WHEN objects, with ALSO between them."""
    return Selection([child for child in children if not isinstance(child, Token)], context.span)


@builds("evaluate_object")
def evaluate_object(
    context: BuildContext, children: list[Any]
) -> ast.EvaluateAny | ast.EvaluateRange | PartialRelation:
    """ANY, [NOT] value [THRU value], TRUE, FALSE, a condition, or a relation that lacks its subject."""
    first = children[0]
    span = context.span
    if isinstance(first, Token) and first.type == "ANY":
        return ast.EvaluateAny(span=span)
    negated = isinstance(first, Token) and first.type == "NOT"
    items = children[1:] if negated else children
    if items and isinstance(items[0], Operator):
        return PartialRelation(children, span)
    if len(items) > 2 and isinstance(items[-2], Token) and items[-2].type == "THRU":
        low = expression_of(context, items[:-2])
        return ast.EvaluateRange(span=span, low=low, high=items[-1], negated=negated)
    value = selection_of(context, items)
    if negated and isinstance(value, ast.Condition) and not isinstance(value, ast.BooleanConstant):
        return ast.EvaluateRange(span=span, low=condition_of(context, children))
    return ast.EvaluateRange(span=span, low=value, negated=negated)


def _when(
    context: BuildContext, subjects: tuple[ast.Expression | ast.Condition, ...], draft: WhenDraft
) -> ast.When:
    """Finish the WHEN lines now that the subjects are known. WHEN OTHER among them makes the others superfluous."""
    selections: list[tuple[ast.EvaluateAny | ast.EvaluateRange, ...]] = []
    for selection in draft.selections:
        if not selection.objects:
            return ast.When(span=draft.span, selections=(), statements=draft.statements)
        if len(selection.objects) != len(subjects):
            message = (
                f"EVALUATE has {len(subjects)} subject(s), this WHEN has {len(selection.objects)} object(s)"
            )
            raise SyntaxProblem("CBL3024", message, at=selection.span)
        pairs = zip(subjects, selection.objects, strict=True)
        selections.append(tuple(_object(context, subject, item) for subject, item in pairs))
    return ast.When(span=draft.span, selections=tuple(selections), statements=draft.statements)


def _object(
    context: BuildContext,
    subject: ast.Expression | ast.Condition,
    item: ast.EvaluateAny | ast.EvaluateRange | PartialRelation,
) -> ast.EvaluateAny | ast.EvaluateRange:
    """Complete what depends on the subject: a relation without left side, and a name that must be a condition-name."""
    if isinstance(item, PartialRelation):
        if isinstance(subject, ast.Condition):
            raise SyntaxProblem("CBL3023", "this relation needs a value as subject of EVALUATE", at=item.span)
        return ast.EvaluateRange(span=item.span, low=condition_of(context, [subject, *item.items]))
    if (
        isinstance(subject, ast.Condition)
        and isinstance(item, ast.EvaluateRange)
        and isinstance(item.low, ast.Identifier)
        and item.high is None
    ):
        test = ast.ConditionNameTest(span=item.low.span, identifier=item.low)
        return ast.EvaluateRange(span=item.span, low=test, negated=item.negated)
    return item
