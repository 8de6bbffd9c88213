"""SORT, MERGE, RELEASE, RETURN."""

from __future__ import annotations

from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.phrase_list import Phrase, gather, phrase
from cobol_parser.build.registry import SyntaxProblem, builds
from cobol_parser.source import Token

_INPUT = ("USING", "INPUT PROCEDURE")
_OUTPUT = ("GIVING", "OUTPUT PROCEDURE")


@builds("sort_statement")
def sort(context: BuildContext, children: list[Any]) -> ast.Sort:
    """SORT of a file, or of a table (extension)."""
    _, target, *phrases = children
    found = gather((item for item in phrases if isinstance(item, Phrase)), _INPUT, _OUTPUT)
    return ast.Sort(
        **context.statement(),
        target=target,
        keys=tuple(item for item in phrases if isinstance(item, ast.SortKey)),
        duplicates="DUPLICATES" in found,
        collating_sequence=found.get("SEQUENCE"),
        using=found.get("USING", ()),
        input_procedure=found.get("INPUT PROCEDURE"),
        giving=found.get("GIVING", ()),
        output_procedure=found.get("OUTPUT PROCEDURE"),
    )


@builds("merge_statement")
def merge(context: BuildContext, children: list[Any]) -> ast.Merge:
    """MERGE of files. Raises: SyntaxProblem for phrases that only SORT has."""
    _, target, *phrases = children
    found = gather((item for item in phrases if isinstance(item, Phrase)), _OUTPUT)
    for name in ("DUPLICATES", "INPUT PROCEDURE"):
        if name in found:
            raise SyntaxProblem("CBL3023", f"MERGE has no {name} phrase", at=context.span)
    return ast.Merge(
        **context.statement(),
        target=target,
        keys=tuple(item for item in phrases if isinstance(item, ast.SortKey)),
        collating_sequence=found.get("SEQUENCE"),
        using=found.get("USING", ()),
        giving=found.get("GIVING", ()),
        output_procedure=found.get("OUTPUT PROCEDURE"),
    )


@builds("sort_key")
def sort_key(context: BuildContext, children: list[Any]) -> ast.SortKey:
    """ON ASCENDING|DESCENDING KEY items; no items stand for the whole element of a table."""
    ascending = any(isinstance(child, Token) and child.type == "ASCENDING" for child in children)
    return ast.SortKey(span=context.span, ascending=ascending, items=tuple(children[-1] or ()))


@builds("sort_duplicates")
def sort_duplicates(context: BuildContext, _children: list[Any]) -> Phrase:
    """WITH DUPLICATES IN ORDER."""
    return phrase(context, "DUPLICATES")


@builds("sort_collating")
def sort_collating(context: BuildContext, children: list[Token]) -> Phrase:
    """COLLATING SEQUENCE IS alphabet-name."""
    return phrase(context, "SEQUENCE", children[-1].upper)


@builds("sort_using", "sort_giving")
def sort_files(context: BuildContext, children: list[Token]) -> Phrase:
    """USING files, GIVING files."""
    return phrase(context, children[0].type, tuple(token.upper for token in children[1:]))


@builds("sort_procedure")
def sort_procedure(context: BuildContext, children: list[Any]) -> Phrase:
    """INPUT|OUTPUT PROCEDURE IS first [THRU last]."""
    side, _, first, last = children
    return phrase(
        context, f"{side.type} PROCEDURE", ast.ProcedureRange(span=context.span, first=first, last=last)
    )


@builds("release_statement")
def release(context: BuildContext, children: list[Any]) -> ast.Release:
    """RELEASE record [FROM source]."""
    _, record, source = children
    return ast.Release(**context.statement(), record=record, source=source.value if source else None)


@builds("return_statement")
def return_(context: BuildContext, children: list[Any]) -> ast.Return:
    """RETURN file RECORD [INTO item] AT END …"""
    _, file, _, into, at_end, _ = children
    return ast.Return(
        **context.statement(), file=file.upper, into=into.value if into else None, at_end=at_end
    )
