"""Syntax errors: what is said, what is lost, what goes on."""

from __future__ import annotations

import gc
import random

import pytest

from cobol_parser import ast
from cobol_parser.diagnostics import Diagnostics
from cobol_parser.dialects import DIALECTS
from cobol_parser.parser import parse_tokens
from tests.parse.core.reading import messages, read, statements, tokens_of

_ITEMS = "01 A PIC 9. 01 B PIC 9. 01 C PIC 9."


def _shape(found: list[ast.Statement]) -> list[str]:
    return [
        item.text if isinstance(item, ast.UnsupportedStatement) else type(item).__name__ for item in found
    ]


@pytest.mark.parametrize(
    ("text", "message", "column", "shape"),
    [
        ("MOVE A B. DISPLAY A.", "expected TO; found 'B'", 8, ["MOVE A B", "Display"]),
        ("MOVE A TO. DISPLAY A.", "expected a name; found a period", 10, ["MOVE A TO", "Display"]),
        (
            "ADD 1 TO A MOVE A TO TO B. DISPLAY A.",
            "expected a name; found 'TO'",
            22,
            ["Add", "MOVE A TO TO B", "Display"],
        ),
        ("IF A = B DISPLAY B ELSE. DISPLAY A.", "expected a statement; found a period", 24, None),
        ("READ F AT END. DISPLAY A.", "expected a statement; found a period", 14, None),
        ("CALL 'X' USING BY. DISPLAY A.", "expected CONTENT, REFERENCE or VALUE; found a period", 18, None),
    ],
)
def test_unexpected_text(text: str, message: str, column: int, shape: list[str] | None) -> None:
    found, diagnostics = statements(text, _ITEMS)
    assert [(item.code, item.message, item.column) for item in diagnostics.items] == [
        ("CBL3001", message, column)
    ]
    if shape is not None:
        assert _shape(found) == shape


@pytest.mark.parametrize(
    ("text", "message", "help"),
    [
        ("PREFORM P.", "unknown statement PREFORM", "did you mean PERFORM?"),
        ("DISPALY 'X' A.", "unknown statement DISPALY", "did you mean DISPLAY?"),
        ("FROBNICATE A B.", "unknown statement FROBNICATE", None),
    ],
)
def test_unknown_statement(text: str, message: str, help: str | None) -> None:
    found, diagnostics = statements(text + " DISPLAY A.", _ITEMS)
    assert [(item.code, item.message, item.help) for item in diagnostics.items] == [
        ("CBL3003", message, help)
    ]
    assert _shape(found) == [text[:-1], "Display"]


def test_misspelt_verb_inside_a_sentence_is_suggested() -> None:
    _, diagnostics = statements("IF A = B PREFORM P END-IF.", _ITEMS)
    assert [item.help for item in diagnostics.items] == ["did you mean PERFORM?"]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("IF A = B DISPLAY A. END-IF DISPLAY B. DISPLAY C.", ["If", "END-IF DISPLAY B", "Display"]),
        ("MOVE A TO B END-PERFORM. DISPLAY C.", ["Move", "END-PERFORM", "Display"]),
    ],
)
def test_unmatched_scope_terminator(text: str, shape: list[str]) -> None:
    found, diagnostics = statements(text, _ITEMS)
    assert [item.code for item in diagnostics.items] == ["CBL3004"]
    assert _shape(found) == shape


def test_scope_terminator_of_the_outer_statement_ends_the_inner_one() -> None:
    found, diagnostics = statements("PERFORM 2 TIMES IF A = B DISPLAY A END-PERFORM.", _ITEMS)
    assert messages(diagnostics) == []
    assert _shape(found) == ["PerformInline"]


def test_error_inside_a_statement_costs_the_whole_statement() -> None:
    """Keeping a part of an IF would run the wrong branch."""
    found, _ = statements("ADD 1 TO A IF A = B MOVE A B ELSE DISPLAY B END-IF. DISPLAY C.", _ITEMS)
    assert _shape(found) == ["Add", "IF A = B MOVE A B ELSE DISPLAY B END-IF", "Display"]


def test_lost_sentence_is_a_statement_with_text_reason_and_place() -> None:
    found, diagnostics = statements("MOVE A\n  B TOO C.", _ITEMS)
    (lost,) = found
    assert isinstance(lost, ast.UnsupportedStatement)
    assert lost.text == "MOVE A\nB TOO C"
    assert (lost.code, lost.reason) == (diagnostics.items[0].code, diagnostics.items[0].message)
    assert (lost.span.first.text, lost.span.last.text) == ("MOVE", "C")


def test_missing_period_before_a_paragraph() -> None:
    unit, diagnostics = read(
        """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. T.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  A PIC 9
       01  B PIC 9.
       PROCEDURE DIVISION.
           MOVE A TO B
       P-1.
           MOVE B TO A
       S-1 SECTION.
           DISPLAY A
""",
        format="fixed",
    )
    assert [(item.code, item.line, item.column) for item in diagnostics.items] == [
        ("CBL3002", 5, 18),
        ("CBL3002", 8, 22),
        ("CBL3002", 10, 22),
        ("CBL3002", 12, 20),
    ]
    procedure = unit.programs[0].procedure
    assert procedure is not None
    assert [section.name for section in procedure.sections] == [None, "S-1"]
    assert [paragraph.name for paragraph in procedure.sections[0].paragraphs] == [None, "P-1"]


def test_missing_period_before_a_section_in_free_form() -> None:
    found, diagnostics = statements("DISPLAY A\nS-1 SECTION.\nDISPLAY B.", _ITEMS)
    assert [(item.code, item.column) for item in diagnostics.items] == [("CBL3002", 9)]
    assert _shape(found) == ["Display", "Display"]


def test_collector_is_as_it_was() -> None:
    for enable in (gc.enable, gc.disable):
        enable()
        before = gc.isenabled()
        statements("MOVE A B. DISPLAY A.", _ITEMS)
        assert gc.isenabled() == before
    gc.enable()


def test_operand_in_area_a_is_no_header() -> None:
    _, diagnostics = read(
        """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. T.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  A PIC 9.
       01  B PIC 9.
       PROCEDURE DIVISION.
           MOVE A TO
       B.
""",
        format="fixed",
    )
    assert messages(diagnostics) == []


def test_error_does_not_swallow_the_next_paragraph() -> None:
    unit, diagnostics = read(
        """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. T.
       PROCEDURE DIVISION.
           MOVE A B
       P-1.
           DISPLAY A.
""",
        format="fixed",
    )
    assert [item.code for item in diagnostics.items] == ["CBL3001"]
    procedure = unit.programs[0].procedure
    assert procedure is not None
    assert [paragraph.name for paragraph in procedure.sections[0].paragraphs] == [None, "P-1"]


def test_every_bad_sentence_is_reported() -> None:
    found, diagnostics = statements("MOVE A B. ADD 1 A. DISPLAY A. SUBTRACT FROM B. STOP RUN.", _ITEMS)
    assert [item.code for item in diagnostics.items] == ["CBL3001"] * 3
    assert _shape(found) == ["MOVE A B", "ADD 1 A", "Display", "SUBTRACT FROM B", "StopRun"]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "JUNK", ". . .", "IDENTIFICATION DIVISION.", "PROCEDURE", "01", "\0\1\2"]
)
def test_junk_is_diagnosed_or_empty(text: str) -> None:
    unit, _ = read(text)
    assert isinstance(unit, ast.CompilationUnit)


def test_no_tokens_at_all() -> None:
    diagnostics = Diagnostics()
    unit = parse_tokens([], DIALECTS["gnucobol"], diagnostics)
    assert unit.programs == ()


_SAMPLE = """
    IDENTIFICATION DIVISION. PROGRAM-ID. T. ENVIRONMENT DIVISION. CONFIGURATION SECTION.
    SPECIAL-NAMES. SYSIN IS R. INPUT-OUTPUT SECTION. FILE-CONTROL. SELECT F ASSIGN TO 'f' STATUS S.
    DATA DIVISION. FILE SECTION. FD F RECORD CONTAINS 5 CHARACTERS. 01 R-1 PIC X(5).
    WORKING-STORAGE SECTION. 01 A. 05 B PIC 9(4) OCCURS 5 TIMES INDEXED BY I. 88 C VALUE 1 THRU 5.
    PROCEDURE DIVISION. MAIN SECTION. P. OPEN INPUT F. PERFORM UNTIL C (1) READ F AT END MOVE 1 TO B (1)
    NOT AT END DISPLAY B (I + 1) (2:1) END-READ END-PERFORM IF A = '1' OR '2' AND NOT C (2) ADD 1 TO B (2)
    ON SIZE ERROR DISPLAY 'X' ELSE EVALUATE TRUE WHEN C (1) STOP RUN WHEN OTHER CONTINUE END-EVALUATE END-IF.
    COMPUTE B (1) = (B (2) + 1) * FUNCTION MAX (B (ALL)) ** 2. CLOSE F. STOP RUN. END PROGRAM T.
    """


@pytest.mark.parametrize("seed", range(60))
def test_damaged_programs_never_raise_and_always_end(seed: int) -> None:
    """Drop, double and swap words at random."""
    chance = random.Random(seed)
    words = _SAMPLE.split()
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(words))
        match chance.randrange(3):
            case 0:
                del words[place]
            case 1:
                words.insert(place, chance.choice(words))
            case _:
                other = chance.randrange(len(words))
                words[place], words[other] = words[other], words[place]
    unit, _ = read(" ".join(words))
    assert isinstance(unit, ast.CompilationUnit)


@pytest.mark.parametrize("seed", range(20))
def test_words_in_any_order_never_raise(seed: int) -> None:
    chance = random.Random(seed)
    words = _SAMPLE.split()
    chance.shuffle(words)
    tokens, diagnostics = tokens_of(" ".join(words))
    assert isinstance(parse_tokens(tokens, DIALECTS["ibm"], diagnostics), ast.CompilationUnit)
