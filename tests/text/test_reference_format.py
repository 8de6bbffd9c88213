"""Columns, indicators, continuation, tabs, and finding out the reference format."""

from __future__ import annotations

import dataclasses
import textwrap
from pathlib import Path

import pytest

from cobol_parser.reference_format import detect_format
from cobol_parser.text_manipulation import TextOptions
from tests.text.reading import FIXED, area, codes, read, shapes


def words(text: str, options: TextOptions = FIXED) -> list[str]:
    source, diagnostics = read(text, options)
    assert not diagnostics.items
    return [text for _, text in shapes(source.tokens)]


def test_columns_1_to_6_and_73_to_80_are_no_text() -> None:
    line = "000100 MOVE A TO B.".ljust(72) + "PROG0001"
    assert words(f"{line}\nABC123 GOBACK.\n") == ["MOVE", "A", "TO", "B", ".", "GOBACK", "."]


def test_only_the_first_word_of_a_line_is_in_area_a() -> None:
    source, _ = read("       01 A.\n           05 B.\n          X.\n")
    assert [token.text for token in source.tokens if token.area_a] == ["01", "X"]


def test_a_line_shorter_than_column_8_is_blank() -> None:
    assert words("000100\n*\n\n       A\n") == ["A"]


def test_a_literal_is_continued_from_column_72() -> None:
    first = '           DISPLAY "ABC'
    source, _ = read(f'{first}\n      -    "DEF".\n')
    literal = source.tokens[1]
    assert literal.text == '"ABC' + " " * (72 - len(first)) + 'DEF"'
    assert (literal.line, literal.column, literal.end_line, literal.end_column) == (1, 20, 2, 17)


def test_a_doubled_quotation_mark_may_be_cut_by_the_margin() -> None:
    first = "       MOVE " + '"' + "A" * 58 + '"'
    assert len(first) == 72
    assert words(f'{first}\n      -    ""B".\n')[1] == '"' + "A" * 58 + '""B"'


def test_a_word_is_continued_across_comments_and_blank_lines() -> None:
    assert words("       MOV\n      * no\n\n      -        E A-\n      -    B.\n") == ["MOVE", "A-B", "."]


def test_a_continued_word_has_both_places() -> None:
    source, _ = read("           ABC-\n      -    DEF.\n")
    word, stop = source.tokens[:2]
    assert (word.line, word.column, word.end_line, word.end_column) == (1, 12, 2, 15)
    assert (stop.line, stop.column) == (2, 15)


def test_debugging_lines_count_only_with_debugging_mode() -> None:
    text = "      D    A.\n       SOURCE-COMPUTER. X WITH DEBUGGING MODE.\n      D    B.\n       >>D  C.\n"
    assert words(text)[-4:] == ["B", ".", "C", "."]
    assert "A" not in words(text)
    assert words("      D    A.\n       B.\n") == ["B", "."]
    assert words("      d    A.\n       B.\n", dataclasses.replace(FIXED, debugging=True)) == [
        "A",
        ".",
        "B",
        ".",
    ]


def test_tabs_go_to_the_next_stop_and_columns_stay_physical() -> None:
    source, diagnostics = read("\tMOVE A\tTO B.\n")
    assert not diagnostics.items
    assert [(token.text, token.column, token.end_column) for token in source.tokens[:4]] == [
        ("MOVE", 2, 6),
        ("A", 7, 8),
        ("TO", 9, 11),
        ("B", 12, 13),
    ]
    assert source.tokens[0].area_a


def test_tabs_are_narrow_where_text_fits_only_so() -> None:
    text = "           05  A" + " " * 50 + "PIC X.\n\t\t     05  B" + " " * 38 + "PIC X(25).\n"
    source, diagnostics = read(text)
    assert codes(diagnostics) == ["CBL1016"]
    assert [text for _, text in shapes(source.tokens)][-4:] == ["B", "PIC", "X(25)", "."]
    wide, _ = read(text, dataclasses.replace(FIXED, tab_width=8))
    assert [text for _, text in shapes(wide.tokens)][-1] == "X(25"


def test_variable_form_has_no_right_margin() -> None:
    text = "       DISPLAY '" + "X" * 90 + "'.\n"
    assert words(text, TextOptions(format="variable")) == ["DISPLAY", "'" + "X" * 90 + "'", "."]


FREE_PROGRAM = textwrap.dedent(
    """\
    IDENTIFICATION DIVISION.
    PROGRAM-ID. P.
    *> a comment
    PROCEDURE DIVISION.
        DISPLAY "A"
        GOBACK.
    """
)
FIXED_PROGRAM = area("IDENTIFICATION DIVISION.", "PROGRAM-ID. P.", "PROCEDURE DIVISION.", "    GOBACK.")


@pytest.mark.parametrize(
    ("text", "format"),
    [
        (FREE_PROGRAM, "free"),
        (FIXED_PROGRAM, "fixed"),
        ("".join(f"{n:06} {line[7:]}\n" for n, line in enumerate(FIXED_PROGRAM.splitlines(), 100)), "fixed"),
        ("      >>SOURCE FORMAT IS FREE\n" + FREE_PROGRAM, "free"),
        (">>SOURCE FORMAT IS FREE\n" + FIXED_PROGRAM, "free"),
        (FIXED_PROGRAM + area("    DISPLAY '" + "X" * 80 + "'."), "variable"),
        ("      * only\n", "fixed"),
        ("01 CUST-REC.\n   05 NAME PIC X.\n", "free"),
        ("", None),
        (area("    MOVE A TO B."), None),
        (area("MOVE A TO B.").replace("       ", "\t"), None),
        ("      MOVE A TO B.\n" + FIXED_PROGRAM, "fixed"),
    ],
)
def test_the_format_is_found_out(text: str, format: str | None) -> None:
    assert detect_format(tuple(text.splitlines())) == format


def test_free_form_knows_no_columns() -> None:
    assert words(FREE_PROGRAM, TextOptions())[-4:] == ["DISPLAY", '"A"', "GOBACK", "."]


def test_a_directive_changes_the_format() -> None:
    text = '       A.\n       >>SOURCE FORMAT IS FREE\nB.\n>>SOURCE FORMAT FIXED\n000100 C.\n      $SET SOURCEFORMAT"FREE"\nD.\n'
    assert words(text) == ["A", ".", "B", ".", "C", ".", "D", "."]


def test_text_across_column_72_is_warned_of() -> None:
    text = "           MOVE WS-FIRST-LONG-NAME TO " + "X" * 40 + ".\n"
    assert codes(read(text)[1]) == ["CBL1012"]
    assert codes(read("       >>SOURCE FORMAT FREE\n" + text)[1]) == []


def test_identification_that_touches_column_72_is_no_overrun() -> None:
    text = "".join("           DISPLAY 'A'".ljust(71) + f"{'. '[n % 2]}P{n:07}\n" for n in range(9))
    assert not read(text)[1].items


@pytest.mark.parametrize("format", ["auto", "fixed"])
def test_library_text_is_in_the_form_in_force(format: str, tmp_path: Path) -> None:
    (tmp_path / "C.cpy").write_text("\n       A" + " " * 70 + "B\n")
    options = dataclasses.replace(FIXED, format=format, library_folders=(str(tmp_path),))
    text = "000100 COPY C.\n       >>SOURCE FORMAT FREE\n  COPY C.\n"
    source, _ = read(text, options)
    assert [text for _, text in shapes(source.tokens)] == ["A", "A", "B"]
