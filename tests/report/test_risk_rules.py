"""The rules about data of section 11: what each finds, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report.estates import Json, of_program, tables


def found(folder: Path, data: str, procedure: str, rule: str, *options: str) -> list[Json]:
    """What one rule finds in a program."""
    rows = all_found(folder, data, procedure, *options)
    return [row for row in rows if row["rule"] == f"risks/{rule}"]


def all_found(folder: Path, data: str, procedure: str, *options: str) -> list[Json]:
    """What all rules find; every clause that ends with a full stop goes to a line of its own."""
    return of_program(folder, procedure, data.replace(". ", ".\n"), *options)["risks"]


MOVES = """01 BIG PIC S9(7)V99. 01 SMALL PIC 9(3). 01 SHOWN PIC ZZ9.9. 01 HALFWORD PIC S9(4) COMP-5.
01 LONG-TEXT PIC X(10). 01 SHORT-TEXT PIC X(4). 01 TO-RIGHT PIC X(4) JUST. 01 COUNTER PIC 9(5) COMP."""


@pytest.mark.parametrize(
    ("move", "rules"),
    [
        ("MOVE BIG TO SMALL", {"cut-digits", "cut-decimals", "lost-sign"}),
        ("MOVE BIG TO SHOWN", {"cut-digits", "cut-decimals", "lost-sign"}),
        ("MOVE SMALL TO BIG", set()),
        ("MOVE SMALL TO SHOWN", set()),
        ("MOVE 999 TO SMALL", set()),
        ("MOVE 1000 TO SMALL", {"cut-digits"}),
        ("MOVE -1 TO SMALL", {"lost-sign"}),
        ("MOVE 1.50 TO SHOWN", set()),
        ("MOVE COUNTER TO HALFWORD", set()),
        ("MOVE ZERO TO SMALL", set()),
        ("MOVE LONG-TEXT TO SHORT-TEXT", {"cut-text"}),
        ("MOVE LONG-TEXT TO TO-RIGHT", {"cut-text"}),
        ("MOVE SHORT-TEXT TO LONG-TEXT", set()),
        ('MOVE "ABCD  " TO SHORT-TEXT', set()),
        ('MOVE "ABCDE" TO SHORT-TEXT', {"cut-text"}),
        ("MOVE SPACES TO SHORT-TEXT", set()),
        ("MOVE COUNTER TO SHORT-TEXT", {"cut-text"}),
        ("MOVE LONG-TEXT(1:4) TO SHORT-TEXT", set()),
    ],
)
def test_what_a_move_cannot_keep(tmp_path: Path, move: str, rules: set[str]) -> None:
    rows = all_found(tmp_path, MOVES, f"INITIALIZE BIG SMALL COUNTER LONG-TEXT SHORT-TEXT.\n{move}.")
    assert {row["rule"].removeprefix("risks/") for row in rows} == rules


def test_the_reason_counts_what_is_lost(tmp_path: Path) -> None:
    (row,) = found(tmp_path, MOVES, "MOVE SPACES TO LONG-TEXT.\nMOVE LONG-TEXT TO TO-RIGHT.", "cut-text")
    assert row["reason"] == "MOVE LONG-TEXT to TO-RIGHT: of 10 characters 4 are kept, the first 6 are lost"


ORDER = """01 DAY-A. 05 YEAR-A PIC 9(4) VALUE 1. 01 DAY-B. 05 YEAR-B PIC 9(4) VALUE 1.
01 CODE-A PIC X(4) VALUE "A". 01 CODE-B PIC X(4) VALUE "B". 01 DIGITS PIC 9(4) VALUE 1.
01 KIND PIC X VALUE "A". 88 LETTER VALUE "A" THRU "Z". 88 EARLY VALUE "A" THRU "I". 88 DIGIT VALUE "0" THRU "9"."""


@pytest.mark.parametrize(
    ("condition", "count"),
    [
        ("CODE-A < CODE-B", 1),
        ("CODE-A = CODE-B", 0),
        ('CODE-A > "M"', 1),
        ("CODE-A > SPACES", 0),
        ("DIGITS > 5", 0),
        ("DAY-A > DAY-B", 0),
        ('"A" < "B"', 0),
        ("LETTER", 1),
        ("EARLY", 0),
        ("DIGIT", 0),
    ],
)
def test_comparisons_that_depend_on_the_order_of_characters(
    tmp_path: Path, condition: str, count: int
) -> None:
    rows = found(tmp_path, ORDER, f'IF {condition} DISPLAY "YES".', "order-of-text")
    assert len(rows) == count


def test_a_comparison_has_a_witness_of_two_values(tmp_path: Path) -> None:
    (row,) = found(tmp_path, ORDER, "IF CODE-A < CODE-B CONTINUE.", "order-of-text")
    assert row["reason"] == '"5" is less than "A" in ASCII, greater in EBCDIC'
    (row,) = found(tmp_path, ORDER, "IF LETTER CONTINUE.", "order-of-text")
    assert row["reason"] == '"\\" is in this range in EBCDIC, not in ASCII'


def test_a_program_that_keeps_the_order_of_the_mainframe_has_no_such_risk(tmp_path: Path) -> None:
    assert not found(
        tmp_path, ORDER, "IF CODE-A < CODE-B CONTINUE.", "order-of-text", "--collating", "ebcdic"
    )


TABLE = "01 T. 05 ROW-T OCCURS 3 ASCENDING KEY {key} INDEXED BY X. 10 NAME-T PIC X(4). 10 NUMBER-T PIC 9(4)."


@pytest.mark.parametrize(("key", "count"), [("NAME-T", 2), ("NUMBER-T", 0)])
def test_sequences_that_depend_on_the_order_of_characters(tmp_path: Path, key: str, count: int) -> None:
    value = '"A"' if key == "NAME-T" else "1"
    procedure = f"SORT ROW-T ASCENDING KEY {key}.\nSEARCH ALL ROW-T WHEN {key}(X) = {value} CONTINUE."
    assert len(found(tmp_path, TABLE.format(key=key), procedure, "order-of-keys")) == count


VIEWS = """01 A. 05 AMOUNT PIC S9(5) COMP-3. 05 PLAIN PIC 9(4). 05 WORD-A PIC X(4).
01 B REDEFINES A. 05 BYTES PIC X(3). 05 SHOWN PIC X(4). 05 WORD-B PIC X(4)."""


@pytest.mark.parametrize(
    ("procedure", "rule"),
    [
        ('MOVE "abc" TO BYTES.\nADD AMOUNT TO PLAIN.', "overlay"),
        ("MOVE 5 TO AMOUNT.\nDISPLAY PLAIN.\nIF BYTES = SPACES CONTINUE.", "overlay"),
        ('MOVE "1234" TO SHOWN.\nADD PLAIN TO AMOUNT.', "digits-as-text"),
        ('MOVE "abcd" TO WORD-A.\nIF WORD-B = "abcd" CONTINUE.', ""),
        ("MOVE 5 TO AMOUNT.\nADD AMOUNT TO PLAIN.", ""),
    ],
)
def test_storage_written_as_one_thing_and_read_as_another(tmp_path: Path, procedure: str, rule: str) -> None:
    rows = all_found(tmp_path, VIEWS, procedure)
    kinds = [row["rule"] for row in rows if row["rule"] in ("risks/overlay", "risks/digits-as-text")]
    assert kinds == ([f"risks/{rule}"] if rule else [])


STORED = (
    "01 TOTAL PIC 9(5). 01 SET-ONE PIC 9(5) VALUE 1. 01 G. 05 PART PIC 9(3). 01 REMAINS PIC 9(5) VALUE 0."
)


@pytest.mark.parametrize(
    ("procedure", "items"),
    [
        ("ADD 1 TO TOTAL.", ["TOTAL"]),
        ("MOVE 0 TO TOTAL.\nADD 1 TO TOTAL.", []),
        ("ADD SET-ONE TO REMAINS.", []),
        ("INITIALIZE G.\nADD PART TO REMAINS.", []),
        ("IF REMAINS = 0 MOVE 1 TO TOTAL.\nADD TOTAL TO REMAINS.", []),
        ("PERFORM P1.\nADD TOTAL TO REMAINS.\nSTOP RUN.\n>P1.\nMOVE 1 TO TOTAL.", []),
        ("PERFORM P1.\nSTOP RUN.\n>P1.\nADD TOTAL TO REMAINS.", ["TOTAL"]),
        (
            "PERFORM P1 2 TIMES.\nADD TOTAL TO REMAINS.\nSTOP RUN.\n>P1.\nIF REMAINS = 1 PERFORM P2.\n>P2.\nMOVE 1 TO TOTAL.",
            [],
        ),
        ('CALL "X" USING TOTAL.\nADD TOTAL TO REMAINS.', []),
        ("GO TO P1.\n>P1.\nADD TOTAL TO REMAINS.", []),
        ("IF TOTAL > 5 DISPLAY PART.", ["TOTAL"]),
        ("PERFORM VARYING TOTAL FROM 1 BY 1\nUNTIL TOTAL > 3 CONTINUE END-PERFORM.", []),
        ("PERFORM VARYING TOTAL FROM PART BY 1\nUNTIL TOTAL > 3 CONTINUE END-PERFORM.", ["PART"]),
        ("PERFORM UNTIL TOTAL > 3 MOVE 4 TO TOTAL END-PERFORM.", ["TOTAL"]),
        ("PERFORM WITH TEST AFTER UNTIL TOTAL > 3\nMOVE 4 TO TOTAL END-PERFORM.", []),
        ("PERFORM P1 WITH TEST AFTER UNTIL TOTAL > 3.\nSTOP RUN.\n>P1.\nMOVE 4 TO TOTAL.", []),
        ("PERFORM P1.\nSTOP RUN.\n>P1.\nIF REMAINS = 0 EXIT PARAGRAPH.\nADD TOTAL TO REMAINS.", []),
    ],
)
def test_items_that_are_read_before_anything_is_stored(
    tmp_path: Path, procedure: str, items: list[str]
) -> None:
    assert [row["about"] for row in found(tmp_path, STORED, procedure, "unset")] == items


GROUP = "01 G. 05 SUM-G PIC 9(5). 05 TEXT-G PIC X(5). 01 REMAINS PIC 9(5) VALUE 0."


@pytest.mark.parametrize(
    ("procedure", "count"),
    [
        ("MOVE SPACES TO G.\nADD SUM-G TO REMAINS.", 1),
        ("MOVE LOW-VALUES TO G.\nADD SUM-G TO REMAINS.", 1),
        ("MOVE ZEROS TO G.\nADD SUM-G TO REMAINS.", 0),
        ("MOVE SPACES TO G.\nMOVE 1 TO SUM-G.\nADD SUM-G TO REMAINS.", 0),
        ("MOVE SPACES TO G.\nMOVE ZERO TO SUM-G.\nADD SUM-G TO REMAINS.", 0),
        ("MOVE SPACES TO G.\nMOVE SPACES TO TEXT-G.\nADD SUM-G TO REMAINS.", 1),
        ("MOVE SPACES TO G.\nDISPLAY TEXT-G.", 0),
    ],
)
def test_numbers_that_are_filled_with_something_else(tmp_path: Path, procedure: str, count: int) -> None:
    assert len(found(tmp_path, GROUP, procedure, "filled-number")) == count


INPUT = """       IDENTIFICATION DIVISION.
       PROGRAM-ID. P.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT ORDERS ASSIGN "orders" FILE STATUS IS S.
       DATA DIVISION.
       FILE SECTION.
       FD  ORDERS.
       01  ORDER-RECORD. 05 PRICE PIC 9(5). 05 PIECES PIC 9(3).
       WORKING-STORAGE SECTION.
       01  S PIC XX VALUE SPACES.
       01  TOTAL PIC 9(9) VALUE 0.
       PROCEDURE DIVISION.
           OPEN INPUT ORDERS.
           READ ORDERS.
"""


@pytest.mark.parametrize(
    ("statements", "reasons"),
    [
        (
            "COMPUTE TOTAL = PRICE * PIECES.",
            ["PRICE, PIECES are read and used as a number without a test IS NUMERIC"],
        ),
        ("IF PRICE IS NUMERIC ADD PRICE TO TOTAL.", []),
        ("DISPLAY PRICE.", []),
    ],
)
def test_numbers_of_files_that_are_used_without_a_test(
    tmp_path: Path, statements: str, reasons: list[str]
) -> None:
    rows = tables(tmp_path, {"p.cbl": f"{INPUT}           {statements}\n"})["risks"]
    assert [row["reason"] for row in rows if row["rule"] == "risks/unchecked-number"] == reasons


YEARS = """01 WS-YY PIC 99 VALUE 1. 01 BIRTH-YEAR PIC 9(4) VALUE 1. 01 COUNT-A PIC 99 VALUE 1.
01 DUE-YYMMDD PIC 9(6) VALUE 1. 01 NOW-YYMMDD PIC 9(6) VALUE 1. 01 DUE-YYYYMMDD PIC 9(8) VALUE 1. 01 NOW-YYYYMMDD PIC 9(8) VALUE 1."""


@pytest.mark.parametrize(
    ("condition", "count"),
    [
        ("WS-YY < 50", 1),
        ("50 > WS-YY", 1),
        ("WS-YY = 50", 0),
        ("BIRTH-YEAR < 50", 0),
        ("COUNT-A < 50", 0),
        ("DUE-YYMMDD < NOW-YYMMDD", 1),
        ("DUE-YYYYMMDD < NOW-YYYYMMDD", 0),
    ],
)
def test_years_of_two_digits_that_are_compared(tmp_path: Path, condition: str, count: int) -> None:
    assert len(found(tmp_path, YEARS, f"IF {condition} CONTINUE.", "century")) == count
