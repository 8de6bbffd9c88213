"""PROCEDURE DIVISION: header, sections, paragraphs, sentences, declaratives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext, Lost
from cobol_parser.build.parts import (
    DeclarativesMark,
    ParagraphHeader,
    Part,
    ProcedureHeader,
    SectionHeader,
)
from cobol_parser.build.phrases import single_statements
from cobol_parser.build.registry import builds
from cobol_parser.source import Span, Token

OPEN_MODES = frozenset({"INPUT", "OUTPUT", "I_O", "EXTEND"})


# --- headers


@builds("procedure_header")
def procedure_header(context: BuildContext, children: list[Any]) -> ProcedureHeader:
    """PROCEDURE DIVISION USING [BY VALUE|REFERENCE] [OPTIONAL] name … RETURNING name.

    WITH C LINKAGE, SIZE and UNSIGNED of parameters passed by value have no effect here.
    """
    using: list[ast.Parameter] = []
    returning: str | None = None
    mode, optional, part = "REFERENCE", False, "USING"
    for token in children[2:-1]:
        if isinstance(token, Lost):
            continue
        match token.type:
            case "USING" | "CHAINING":
                part = "USING"
            case "RETURNING" | "GIVING":
                part = "RETURNING"
            case "WITH":
                part = "WITH"
            case "REFERENCE" | "VALUE":
                mode = token.type
            case "OPTIONAL":
                optional = True
            case "WORD" if part == "RETURNING":
                returning = token.upper
            case "WORD" if part == "USING":
                span = Span(token, token)
                using.append(ast.Parameter(span=span, name=token.upper, mode=mode, optional=optional))
                optional = False
    chaining = any(isinstance(token, Token) and token.type == "CHAINING" for token in children)
    return ProcedureHeader(context.span, tuple(using), returning, chaining)


@builds("section_header")
def section_header(context: BuildContext, children: list[Any]) -> SectionHeader:
    """name SECTION [segment-number]."""
    segment = None if children[2] is None else int(children[2].text)
    return SectionHeader(context.span, children[0].upper, segment, context.take_comment_lines())


@builds("paragraph_header")
def paragraph_header(context: BuildContext, children: list[Any]) -> ParagraphHeader:
    """name."""
    return ParagraphHeader(context.span, children[0].upper, context.take_comment_lines())


@builds("declaratives")
def declaratives(context: BuildContext, children: list[Any]) -> DeclarativesMark:
    """DECLARATIVES."""
    return DeclarativesMark(context.span)


@builds("end_declaratives")
def end_declaratives(context: BuildContext, children: list[Any]) -> DeclarativesMark:
    """END DECLARATIVES."""
    return DeclarativesMark(context.span, end=True)


# --- sentences


@builds("sentence")
def sentence(context: BuildContext, children: list[Any]) -> ast.Sentence:
    """Statements up to a period. Comments that no statement took (before or behind the period) go to the last one."""
    lost = children[-2]
    if isinstance(lost, Lost):
        children[-2] = unsupported(context, lost)
    statements = single_statements(children[:-1])
    before = context.take_leftovers()
    if before:
        statements[0] = replace(statements[0], comments=before + statements[0].comments)
    comments, trailing = context.take_comments()
    if comments or trailing:
        last = statements[-1]
        if last.trailing is not None and trailing is not None:
            comments, trailing = (*comments, trailing), last.trailing
        statements[-1] = replace(last, comments=last.comments + comments, trailing=trailing or last.trailing)
    return ast.Sentence(span=context.span, statements=tuple(statements))


@builds("lost_sentence")
def lost_sentence(context: BuildContext, children: list[Any]) -> ast.Sentence | None:
    """A sentence of which nothing was understood."""
    lost: Lost = children[0]
    if lost.last < lost.first:
        return None
    return ast.Sentence(span=context.span, statements=(unsupported(context, lost),))


@builds("stray_period")
def stray_period(context: BuildContext, children: list[Any]) -> None:
    """A period without a sentence."""


def unsupported(context: BuildContext, lost: Lost) -> ast.UnsupportedStatement:
    """What was skipped after a syntax error, as a statement."""
    last = max(lost.first, lost.last)
    comments, trailing = context.take_comments()
    return ast.UnsupportedStatement(
        span=Span(context.tokens[lost.first], context.tokens[last]),
        comments=comments,
        trailing=trailing,
        text=context.text(lost.first, last),
        reason=lost.reason,
        code=lost.code,
    )


@builds("use_statement")
def use_statement(context: BuildContext, children: list[Any]) -> ast.UseStatement:
    """USE AFTER ERROR PROCEDURE, USE BEFORE REPORTING, USE FOR DEBUGGING."""
    words: list[Token] = children[1:]
    kinds = {token.type for token in words}
    kind = "REPORTING" if "REPORTING" in kinds else "DEBUGGING" if "DEBUGGING" in kinds else "ERROR"
    debugged: tuple[ast.DebuggingTarget, ...] = ()
    targets: tuple[str, ...] = ()
    if kind == "DEBUGGING":
        debugged = tuple(_debugging_targets(words))
    else:
        targets = tuple(token.upper for token in words if token.type == "WORD" or token.type in OPEN_MODES)
    return ast.UseStatement(
        **context.statement(),
        kind="BEFORE REPORTING" if kind == "REPORTING" else kind,
        targets=targets,
        debugged=debugged,
        is_global="GLOBAL" in kinds,
    )


def _debugging_targets(words: list[Token]) -> Iterator[ast.DebuggingTarget]:
    """[ALL [REFERENCES] [OF]] name [OF name]…, and ALL PROCEDURES."""
    everything = False
    name: Token | None = None
    qualifiers: list[str] = []
    qualified = False
    for token in words:
        if token.type in ("WORD", "INTEGER") and qualified and name is not None:
            qualifiers.append(token.upper)
        elif token.type in ("WORD", "INTEGER", "ALL", "PROCEDURES"):
            if name is not None:
                yield _debugging_target(name, qualifiers, everything)
                name, everything = None, False
            if token.type == "PROCEDURES":
                yield ast.DebuggingTarget(span=Span(token, token), name=None)
            everything = token.type == "ALL" or (everything and token.type != "PROCEDURES")
            name = token if token.type in ("WORD", "INTEGER") else None
            qualifiers = []
        qualified = token.type in ("OF", "IN")
    if name is not None:
        yield _debugging_target(name, qualifiers, everything)


def _debugging_target(name: Token, qualifiers: list[str], everything: bool) -> ast.DebuggingTarget:
    return ast.DebuggingTarget(
        span=Span(name, name), name=name.upper, qualifiers=tuple(qualifiers), all_references=everything
    )


# --- the division


@builds("procedure_division")
def procedure_division(context: BuildContext, children: list[Any]) -> ast.ProcedureDivision:
    """Put sentences into paragraphs, paragraphs into sections, the first sections into declaratives."""
    header: ProcedureHeader = children[0]
    declared: tuple[ast.DeclarativeSection, ...] = ()
    items: list[Part | ast.Sentence] = [item for item in children[1:] if item is not None]
    end = next((i for i, item in enumerate(items) if isinstance(item, DeclarativesMark) and item.end), None)
    if end is not None:
        declared = tuple(_declarative(section) for section in _sections(items[:end]))
        items = items[end + 1 :]
    return ast.ProcedureDivision(
        span=context.span,
        chaining=header.chaining,
        using=header.using,
        returning=header.returning,
        declaratives=declared,
        sections=tuple(_sections(items)),
    )


def _declarative(section: ast.Section) -> ast.DeclarativeSection:
    """Find the USE statement, which is the first sentence of the section."""
    use: ast.UseStatement | None = None
    paragraphs = section.paragraphs
    if paragraphs and paragraphs[0].name is None and paragraphs[0].sentences:
        first = paragraphs[0].sentences[0].statements[0]
        if isinstance(first, ast.UseStatement):
            use = first
            rest = paragraphs[0].sentences[1:]
            head = (replace(paragraphs[0], sentences=rest),) if rest else ()
            section = replace(section, paragraphs=head + paragraphs[1:])
    return ast.DeclarativeSection(span=section.span, section=section, use=use)


def _sections(items: list[Part | ast.Sentence]) -> list[ast.Section]:
    """Split at section headers; what stands before the first one is a section without a name."""
    sections: list[ast.Section] = []
    header: SectionHeader | None = None
    body: list[Part | ast.Sentence] = []
    for item in items:
        if isinstance(item, DeclarativesMark):
            continue
        if isinstance(item, SectionHeader):
            _add_section(sections, header, body)
            header, body = item, []
        else:
            body.append(item)
    _add_section(sections, header, body)
    return sections


def _add_section(
    sections: list[ast.Section], header: SectionHeader | None, body: list[Part | ast.Sentence]
) -> None:
    if header is None and not body:
        return
    first = header if header is not None else body[0]
    last = body[-1] if body else first
    sections.append(
        ast.Section(
            span=Span(first.span.first, last.span.last),
            name=header.name if header else None,
            segment=header.segment if header else None,
            comments=header.comments if header else (),
            paragraphs=tuple(_paragraphs(body)),
        )
    )


def _paragraphs(items: list[Part | ast.Sentence]) -> list[ast.Paragraph]:
    """Split at paragraph headers; what stands before the first one is a paragraph without a name."""
    paragraphs: list[ast.Paragraph] = []
    header: ParagraphHeader | None = None
    sentences: list[ast.Sentence] = []
    for item in items:
        if isinstance(item, ParagraphHeader):
            _add_paragraph(paragraphs, header, sentences)
            header, sentences = item, []
        elif isinstance(item, ast.Sentence):
            sentences.append(item)
    _add_paragraph(paragraphs, header, sentences)
    return paragraphs


def _add_paragraph(
    paragraphs: list[ast.Paragraph], header: ParagraphHeader | None, sentences: list[ast.Sentence]
) -> None:
    if header is None and not sentences:
        return
    first = header.span if header is not None else sentences[0].span
    last = sentences[-1].span if sentences else first
    paragraphs.append(
        ast.Paragraph(
            span=Span(first.first, last.last),
            name=header.name if header else None,
            comments=header.comments if header else (),
            sentences=tuple(sentences),
        )
    )
