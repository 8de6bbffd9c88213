"""A word that a dialect does not reserve is a name in it, wherever names can stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cobol_parser.diagnostics import Diagnostics, Severity
from cobol_parser.dialects import DIALECTS
from cobol_parser.grammar import load_grammar
from cobol_parser.lexer import SYNONYMS
from cobol_parser.parser import parse
from cobol_parser.resolve import analyze
from cobol_parser.text_manipulation import expand
from cobol_parser.text_options import TextOptions
from tests.parse.core.reading import statements

EVERY_WORD = frozenset[str]().union(*(dialect.reserved | dialect.context for dialect in DIALECTS.values()))
HANDLED = {"CBL", "PROCESS", "TITLE", "EXEC", "EXECUTE", "ESCAPE", "FOREVER", *SYNONYMS}
KNOWN = EVERY_WORD & {*load_grammar().keywords, *HANDLED}
"""Words that mean something to scanner, lexer or grammar; the others cannot be taken for anything but names."""
LISTING = {"EJECT", "SKIP1", "SKIP2", "SKIP3"}
"""Words that are listing statements when they are alone in a line, in every dialect."""

WORKING = """
IDENTIFICATION DIVISION.
PROGRAM-ID. prog.
DATA DIVISION.
WORKING-STORAGE SECTION.
01 X-X PIC 9(4) VALUE 1.
01 Z-Z PIC X(20).
01 T-T. 05 E-E PIC 9 OCCURS 5 INDEXED BY I-I.
{data}
PROCEDURE DIVISION.
MAIN-P. CONTINUE.
{code}
"""
FILES = """
IDENTIFICATION DIVISION.
PROGRAM-ID. prog.
ENVIRONMENT DIVISION.
{special}
INPUT-OUTPUT SECTION.
FILE-CONTROL.
{files}
DATA DIVISION.
FILE SECTION.
{data}
PROCEDURE DIVISION.
MAIN-P. CONTINUE.
{code}
"""

ITEM = """
MOVE 1 TO {w} MOVE {w} TO X-X {w} MOVE E-E ({w}) TO X-X MOVE E-E ({w} + 1) TO {w} MOVE Z-Z ({w}:{w}) TO Z-Z ({w}:)
ADD {w} TO X-X ADD 1 {w} TO X-X ADD X-X TO {w} ADD X-X {w} GIVING X-X {w} MULTIPLY {w} BY X-X
SUBTRACT {w} FROM X-X GIVING {w} DIVIDE {w} INTO X-X GIVING {w} REMAINDER {w}
COMPUTE {w} = {w} + X-X * {w} COMPUTE X-X ROUNDED {w} = {w}
IF {w} = X-X AND {w} > 1 OR X-X = {w} DISPLAY {w} END-IF IF {w} NOT = 1 OR 2 DISPLAY X-X {w} ELSE DISPLAY {w} END-IF
DISPLAY {w} DISPLAY {w} X-X ACCEPT {w} ACCEPT {w} FROM DATE INITIALIZE {w} INITIALIZE X-X {w}
PERFORM {w} TIMES CONTINUE END-PERFORM PERFORM MAIN-P {w} TIMES PERFORM UNTIL {w} > 3 ADD 1 TO {w} END-PERFORM
PERFORM VARYING {w} FROM {w} BY {w} UNTIL {w} > 9 CONTINUE END-PERFORM
EVALUATE {w} WHEN {w} DISPLAY {w} WHEN 1 THRU {w} DISPLAY {w} WHEN OTHER CONTINUE END-EVALUATE
STRING {w} DELIMITED BY SIZE Z-Z DELIMITED BY {w} INTO Z-Z WITH POINTER {w}
UNSTRING Z-Z DELIMITED BY {w} INTO {w} X-X TALLYING IN {w}
INSPECT Z-Z TALLYING {w} FOR ALL "A" {w} FOR CHARACTERS
INSPECT {w} REPLACING ALL "1" BY "2"
CALL "X" USING {w} X-X CALL "X" USING BY CONTENT {w} BY REFERENCE {w}
MOVE FUNCTION MAX ({w} X-X) TO {w} SET I-I TO {w} SEARCH E-E WHEN E-E (I-I) = {w} CONTINUE END-SEARCH.
"""
CONDITION = """
IF {w} DISPLAY X-X END-IF SET {w} TO TRUE IF NOT {w} DISPLAY Z-Z END-IF
EVALUATE TRUE WHEN {w} CONTINUE END-EVALUATE PERFORM UNTIL {w} CONTINUE END-PERFORM.
"""
INDEX = """
SET {w} TO 1 MOVE B-{n} ({w}) TO X-X SET {w} UP BY 1 SEARCH B-{n} VARYING {w} WHEN B-{n} ({w}) = 1 CONTINUE END-SEARCH.
"""
FILE = "OPEN INPUT {w} READ {w} AT END CONTINUE END-READ CLOSE {w}."
RECORD = "WRITE {w} WRITE {w} FROM {w} WRITE {w} AFTER ADVANCING 1 LINE WRITE {w} BEFORE PAGE REWRITE {w}."
KEY = """
START F-{n} KEY NOT < {w} INVALID KEY CONTINUE END-START READ F-{n} KEY {w} INVALID KEY CONTINUE END-READ MOVE 1 TO {w}.
"""
INDEXED = 'SELECT F-{n} ASSIGN TO "a" ORGANIZATION INDEXED ACCESS DYNAMIC RECORD KEY {w}.'
SORT = "SORT F-{n} ON ASCENDING KEY {w} INPUT PROCEDURE MAIN-P OUTPUT PROCEDURE MAIN-P."

POSITIONS = {
    "item": (WORKING, {"data": "01 {w} PIC 9(4) VALUE 1.", "code": ITEM}),
    "group": (WORKING, {"data": "01 {w}. 05 B-{n} PIC 9.", "code": "MOVE B-{n} OF {w} TO X-X."}),
    "condition-name": (WORKING, {"data": "01 A-{n} PIC 9. 88 {w} VALUE 1.", "code": CONDITION}),
    "index-name": (
        WORKING,
        {"data": "01 A-{n}. 05 B-{n} PIC 9 OCCURS 3 INDEXED BY {w}.", "code": INDEX},
    ),
    "paragraph-name": (WORKING, {"code": "PERFORM {w} PERFORM {w} THRU {w} GO TO {w}.\n{w}.\n    DISPLAY X-X."}),
    "section-name": (WORKING, {"code": "PERFORM {w}.\n{w} SECTION.\nP-{n}.\n    DISPLAY X-X."}),
    "file-name": (
        FILES,
        {"files": 'SELECT {w} ASSIGN TO "a".', "data": "FD {w}. 01 R-{n} PIC X.", "code": FILE},
    ),
    "record-name": (
        FILES,
        {"files": 'SELECT F-{n} ASSIGN TO "a".', "data": "FD F-{n}. 01 {w} PIC X(8).", "code": RECORD},
    ),
    "record key": (
        FILES,
        {"files": INDEXED, "data": "FD F-{n}. 01 R-{n}. 05 {w} PIC X.", "code": KEY},
    ),
    "sort key": (
        FILES,
        {"files": 'SELECT F-{n} ASSIGN TO "a".', "data": "SD F-{n}. 01 R-{n}. 05 {w} PIC X.", "code": SORT},
    ),
}  # fmt: skip
MEANT_OTHERWISE = {
    "paragraph-name": {"FUNCTION-ID"},
    "section-name": {"FUNCTION-ID"},
    "file-name": {"S"},
    "record-name": {"F"},
    "record key": {"F"},
}
"""Words that begin something else at these places: a function, and the format of a file."""


def words_with_errors(text: str, words: list[str], dialect: str, path: Path) -> dict[str, str]:
    """The words in whose lines an error was found, with its message; lines without a word count as theirs as well."""
    lines = [f"       {line}" for line in text.splitlines()]
    path.write_text("\n".join(lines), encoding="ascii")
    diagnostics = Diagnostics()
    options = TextOptions(dialect=DIALECTS[dialect], format="variable")
    unit = parse(expand(str(path), options, diagnostics), DIALECTS[dialect], diagnostics)
    analyze(unit, DIALECTS[dialect], diagnostics)
    found = {}
    for problem in diagnostics:
        if problem.severity is Severity.ERROR:
            line = lines[(problem.line or 1) - 1]
            named = [word for word in re.findall(r"[A-Z0-9-]+", line) if word in words]
            found[named[0] if named else line] = problem.message
    return found


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_words_of_other_dialects_are_names(dialect: str, position: str, tmp_path: Path) -> None:
    known = DIALECTS[dialect]
    words = sorted(KNOWN - known.reserved - LISTING - MEANT_OTHERWISE.get(position, set()))
    if "FOREVER" in known.context:
        words.remove("FOREVER")  # PERFORM FOREVER
    assert len(words) > 50
    frame, parts = POSITIONS[position]
    filled = {
        part: "\n".join(parts.get(part, "").format(w=word, n=number) for number, word in enumerate(words))
        for part in ("special", "files", "data", "code")
    }
    assert words_with_errors(frame.format(**filled), words, dialect, tmp_path / "prog.cbl") == {}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_reserved_words_are_no_names(dialect: str, tmp_path: Path) -> None:
    """The other way round: the check above would see a word that is not free."""
    text = WORKING.format(data="01 MOVE PIC 9.", code="")
    assert set(words_with_errors(text, ["MOVE"], dialect, tmp_path / "prog.cbl")) == {"MOVE"}


def test_the_help_names_dialects_that_do_not_reserve_the_word() -> None:
    for text in ("MOVE COLS TO X.", "SUBTRACT 1 FROM COLS."):
        _, diagnostics = statements(text, "01 X PIC 9.")
        assert [item.help for item in diagnostics.items] == [
            "COLS is reserved in the dialect gnucobol but a name in the dialects cobol85, ibm and mf: "
            "choose one with --dialect, or rename it"
        ]
    _, diagnostics = statements("MOVE MOVE TO X.", "01 X PIC 9.")
    assert [item.help for item in diagnostics.items] == [None]


def test_a_whole_sentence_is_a_header_in_area_a_only() -> None:
    found, diagnostics = statements("P. GOBACK. Q. COMMIT.", "", "cobol85")
    assert [type(statement).__name__ for statement in found] == ["Goback", "Commit"]
    assert list(diagnostics) == []
