"""Compiler directives and lines that steer compilers."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from cobol_parser.dialects import DIALECTS
from cobol_parser.run_time_checks import BOUNDS, NONE, Checking
from tests.text.preprocessor import preprocessed, spelled
from tests.text.reading import FIXED, area, codes, read, shapes

CONDITIONS = [
    ("X = 5", True),
    ("X <> 5", False),
    ("X IS NOT EQUAL TO 5", False),
    ("X > 4 AND X <= 5", True),
    ("X GREATER THAN 5 OR X LESS THAN 6", True),
    ("T = 'abc'", True),
    ("X DEFINED", True),
    ("X IS NOT DEFINED", False),
    ("NOWHERE IS DEFINED", False),
    ("NOWHERE = 5", False),
    ("NOWHERE NOT DEFINED AND X = 5", True),
]

OURS_ALONE = {condition for condition, _ in CONDITIONS if " OR " in condition or " AND " in condition}
"""Compound conditions, which GnuCOBOL 3.1.2 does not know."""


def text_of(text: str) -> str:
    source, diagnostics = read(text)
    assert not diagnostics.items
    return " ".join(spelled(source.tokens))


@pytest.mark.parametrize(("condition", "true"), CONDITIONS)
def test_if_includes_one_branch(condition: str, true: bool) -> None:
    text = area(
        ">>DEFINE X AS 5",
        ">>DEFINE T AS 'abc'",
        f">>IF {condition}",
        "YES",
        ">>ELSE",
        "NO",
        ">>END-IF",
        "END.",
    )
    assert text_of(text) == ("YES END ." if true else "NO END .")


@pytest.mark.cobc
@pytest.mark.parametrize(("condition", "true"), [pair for pair in CONDITIONS if pair[0] not in OURS_ALONE])
def test_conditions_are_those_of_gnucobol(condition: str, true: bool, tmp_path: Path) -> None:
    text = area(
        ">>DEFINE X AS 5", ">>DEFINE T AS 'abc'", f">>IF {condition}", "YES", ">>ELSE", "NO", ">>END-IF"
    )
    (tmp_path / "a.cbl").write_text(text)
    assert preprocessed(tmp_path / "a.cbl") == (["YES"] if true else ["NO"])


def test_excluded_lines_are_not_looked_at() -> None:
    text = area(
        ">>IF X DEFINED",
        "MOVE 'unbalanced",
        ">>IF Y = 1",
        ">>ELSE",
        "B",
        ">>END-IF",
        ">>ELIF Y DEFINED",
        ">>END-IF",
        "C.",
    )
    assert text_of(text) == "C ."


def test_micro_focus_spelling() -> None:
    text = "      $SET CONSTANT DBMS (2)\n" + area("$IF DBMS = 2", "A", "$ELSE", "B", "$END", "C.")
    assert text_of(text) == "A C ."


def test_evaluate_takes_the_first_matching_branch() -> None:
    lines = [">>WHEN 1", "A", ">>WHEN 2 THRU 4", "B", ">>WHEN 3", "C", ">>WHEN OTHER", "D", ">>END-EVALUATE"]
    for value, word in ((1, "A"), (3, "B"), (9, "D")):
        assert text_of(area(f">>DEFINE X AS {value}", ">>EVALUATE X", *lines)) == word


def test_evaluate_true_takes_conditions() -> None:
    text = area(
        ">>DEFINE X 1", ">>EVALUATE TRUE", ">>WHEN X = 2", "A", ">>WHEN X DEFINED", "B", ">>END-EVALUATE"
    )
    assert text_of(text) == "B"


def test_define_off_forgets() -> None:
    assert (
        text_of(area(">>DEFINE X AS 1", ">>DEFINE X AS OFF", ">>IF X DEFINED", "A", ">>END-IF", "B")) == "B"
    )


def test_definitions_come_from_the_options() -> None:
    options = dataclasses.replace(FIXED, definitions={"X": "on"})
    source, _ = read(area(">>DEFINE X AS PARAMETER", ">>IF X = 'on'", "A", ">>END-IF"), options)
    assert spelled(source.tokens) == ["A"]


def test_definitions_of_a_copybook_hold_behind_it(tmp_path: Path) -> None:
    (tmp_path / "C.cpy").write_text(area(">>DEFINE X AS 1"))
    options = dataclasses.replace(FIXED, library_folders=(str(tmp_path),))
    source, diagnostics = read(area("COPY C.", ">>IF X = 1", "A", ">>END-IF"), options)
    assert not diagnostics.items
    assert spelled(source.tokens) == ["A"]


@pytest.mark.parametrize("line", [">>LISTING OFF", '$SET NOALTER"X"', ">>CALL-CONVENTION COBOL"])
def test_other_directives_are_noted(line: str) -> None:
    source, diagnostics = read(area(line, "A."))
    assert (codes(diagnostics), spelled(source.tokens)) == (["CBL2030"], ["A", "."])


@pytest.mark.parametrize(
    "line", ["CBL LIB,RENT", "       PROCESS NODYNAM,MAP", "000100 CBL OPT(2)", " PROCESS XREF"]
)
def test_compiler_options_before_the_program_are_noted(line: str) -> None:
    source, diagnostics = read(f"{line}\n" + area("IDENTIFICATION DIVISION."))
    assert codes(diagnostics) == ["CBL2030"]
    assert shapes(source.tokens)[0] == ("WORD", "IDENTIFICATION")


def test_listing_statements_are_left_out_and_counted_once() -> None:
    text = area("A.", "EJECT", "    SKIP2", "    SKIP3.", "    TITLE 'My listing'.", "*CBL NOLIST", "B.")
    source, diagnostics = read(text)
    assert spelled(source.tokens) == ["A", ".", "B", "."]
    assert codes(diagnostics) == ["CBL2033"]
    assert "4 more" in diagnostics.items[0].message


def test_listing_words_may_be_names_where_the_dialect_allows_it() -> None:
    text = area("A.", "SKIP1.", "    MOVE 1 TO", "    SKIP2.")
    assert text_of(text) == "A . SKIP1 . MOVE 1 TO SKIP2 ."
    source, _ = read(text, dataclasses.replace(FIXED, dialect=DIALECTS["ibm"]))
    assert spelled(source.tokens) == ["A", ".", "MOVE", "1", "TO"]


@pytest.mark.parametrize(
    "line", ["       ++INCLUDE MEMBER\n", "++INCLUDE MEMBER\n", "-INC MEMBER\n", "       INCLUDE MEMBER.\n"]
)
def test_include_lines_copy(line: str, tmp_path: Path) -> None:
    text = area("A.") + line + area("B.")
    assert codes(read(text)[1]) == ["CBL2010"]
    (tmp_path / "member.cpy").write_text(area("X."))
    source, diagnostics = read(text, dataclasses.replace(FIXED, library_folders=(str(tmp_path),)))
    assert not diagnostics.items
    assert spelled(source.tokens) == ["A", ".", "X", ".", "B", "."]


def test_turn_holds_from_its_line_on_in_its_file() -> None:
    source, diagnostics = read(
        area(">>TURN EC-BOUND EC-SIZE CHECKING ON", "A.", ">>TURN EC-BOUND CHECKING OFF", "B.")
    )
    checking = Checking(NONE, tuple(source.settings.turns))
    tokens = {token.upper: token for token in source.tokens}
    assert not diagnostics.items
    assert (checking.at(tokens["A"]), checking.at(tokens["B"])) == (BOUNDS, NONE)


@pytest.mark.parametrize(
    "line", [">>TURN CHECKING ON", ">>TURN EC-ALL", ">>TURN EC-ALL CHECKING", ">>TURN SIZE CHECKING ON"]
)
def test_turn_that_cannot_be_understood(line: str) -> None:
    _, diagnostics = read(area(line, "A."))
    assert codes(diagnostics) == ["CBL2032"]


@pytest.mark.parametrize("name", ["EC-I-O", "EC-I-O-AT-END", "EC-ALL"])
def test_turn_that_would_let_errors_of_files_pass_is_not_followed(name: str) -> None:
    _, diagnostics = read(area(f">>TURN {name} CHECKING OFF", "A."))
    assert codes(diagnostics) == ["CBL2034"]
