"""Section 9: what is never executed or used, with the reason."""

from __future__ import annotations

from transpiler.report.artefacts import Sort
from transpiler.report.dead import Unused, dead_statements
from transpiler.report.dead_data import unused_data
from transpiler.report.dead_files import tells_entries, unused_files
from transpiler.report.dead_text import dead_text
from transpiler.report.estate import Estate
from transpiler.report.lines import count_lines, read_files
from transpiler.report.model import Column, Content, Figure, Finding, Kind, Level, Row, Table, row
from transpiler.report.registry import section
from transpiler.wording import counted, noun

_COLUMNS = (
    Column("kind", "What"),
    Column("owner", "Program or file"),
    Column("name", "Name"),
    Column("code_lines", "Lines", Kind.NUMBER, "lines of code; the text of a copybook counts for each COPY"),
    Column("reason", "Why"),
    Column("certainty", "Certainty", help="certain: the program's own text proves it; in this tree: nothing here uses it; doubtful: something may that is not known"),
    Column("alive_if", "Unless"),
)  # fmt: skip
_FINDINGS = frozenset({"section", "paragraph", "statements", "program", "contained program", "file"})
"""Kinds that somebody should decide about; the others are a list to look at."""
_NO_JOB_CONTROL = (
    "The tree has neither JCL nor CICS definitions: which programs are never started cannot be said."
)


@section(9, "dead", "Dead code")
def dead(estate: Estate) -> Content:
    """Three tables: statements that control never reaches, what nothing uses, text that is not compiled."""
    statements = [_row(item) for item in estate.once(dead_statements)]
    unused = [_row(item) for item in (*estate.once(unused_files), *estate.once(unused_data))]
    text = [_row(item) for item in estate.once(dead_text)]
    paragraphs = sum(item.values["kind"] in ("paragraph", "section") for item in statements)
    lines = sum(int(str(item.values["code_lines"])) for item in statements)
    commented = sum(item.values["kind"] == "commented-out code" for item in text)
    total = _code_lines(estate)
    share = round(lines / total, 4) if total else 0.0
    note = "" if tells_entries(estate) else _NO_JOB_CONTROL
    reached = "Control can reach every statement." if not lines else (
        f"Control never reaches {counted(lines, 'line')}, {share:.1%} of the code: {counted(paragraphs, 'paragraph or section', 'paragraphs and sections')},"
        f" and statements in others."
    )  # fmt: skip
    words = (
        f"{reached} {counted(len(unused), 'program, file, copybook or item is', 'programs, files, copybooks and items are')} never used. {note}"
    )  # fmt: skip
    figures = (
        Figure("dead_paragraphs", noun(paragraphs, "dead paragraph or section", "dead paragraphs and sections"), paragraphs, "dead_statements"),
        Figure("dead_lines", noun(lines, "line that is never reached", "lines that are never reached"), lines, "dead_statements"),
        Figure("dead_share", "of all lines of code", share, "dead_statements", f"{share:.1%}", share=True),
        Figure("unused", noun(len(unused), "program, file, copybook or item never used", "programs, files, copybooks and items never used"), len(unused), "unused"),
        Figure("commented_code", noun(commented, "block of commented-out code", "blocks of commented-out code"), commented, "dead_text"),
    )  # fmt: skip
    return Content(
        words.strip(),
        figures,
        (
            Table("dead_statements", "Never reached", _COLUMNS, statements),
            Table("unused", "Never used", _COLUMNS, unused, note),
            Table("dead_text", "Not compiled", _COLUMNS, text, "Comments that can be read as COBOL statements with names of the program, and debugging lines."),
        ),
    )  # fmt: skip


def _row(item: Unused) -> Row:
    finding = None
    if item.kind in _FINDINGS:
        message = f"{item.owner}: {item.kind} {item.name} is never {'executed' if item.kind in _EXECUTED else 'used'}: {item.reason}"
        finding = Finding(f"dead/{item.kind.replace(' ', '-')}", Level.NOTE, message)
    return row(
        (item.kind, item.owner, item.name),
        [item.place],
        finding,
        kind=item.kind,
        owner=item.owner,
        name=item.name,
        code_lines=item.lines,
        reason=item.reason,
        certainty=item.certainty,
        alive_if=item.alive_if,
    )


_EXECUTED = frozenset({"section", "paragraph", "statements"})


def _code_lines(estate: Estate) -> int:
    """Lines of code of programs and copybooks, as the inventory counts them."""
    files = estate.once(read_files)
    return sum(
        count_lines(item, files.get(item.name)).code for item in estate.of_sort(Sort.PROGRAM, Sort.COPYBOOK)
    )
