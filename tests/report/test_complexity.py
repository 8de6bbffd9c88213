"""Section 5: decisions, words, nesting, ranges, overlays."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill

import pytest

from tests.report.estates import of_program

DATA = "01 A PIC 9 VALUE 1.\n01 B PIC 9 VALUE 1.\n01 T.\n   05 E PIC 9 OCCURS 3 INDEXED BY I."


@pytest.mark.parametrize(
    ("statement", "mccabe"),
    [
        ("DISPLAY A.", 1),
        ("IF A = 1 DISPLAY A ELSE DISPLAY B END-IF.", 2),
        ("IF A = 1 AND B = 2 OR B = 3 DISPLAY A END-IF.", 4),
        ("EVALUATE A WHEN 1 WHEN 2 DISPLAY A WHEN 3 DISPLAY B WHEN OTHER DISPLAY T END-EVALUATE.", 4),
        ("PERFORM UNTIL A = 1 ADD 1 TO A END-PERFORM.", 2),
        ("PERFORM 3 TIMES ADD 1 TO A END-PERFORM.", 2),
        ("PERFORM VARYING A FROM 1 BY 1 UNTIL A = 3 DISPLAY A END-PERFORM.", 2),
        ("ADD 1 TO A ON SIZE ERROR DISPLAY A NOT ON SIZE ERROR DISPLAY B END-ADD.", 2),
        ("SEARCH E AT END DISPLAY A WHEN E(I) = 1 DISPLAY B WHEN E(I) = 2 DISPLAY A END-SEARCH.", 4),
    ],
)
def test_each_decision_adds_one(tmp_path: Path, statement: str, mccabe: int) -> None:
    (row,) = of_program(tmp_path, f"{fill(statement, 50)}\nSTOP RUN.", DATA)["paragraphs"]
    assert row["mccabe"] == mccabe


def test_halstead_counts_words_and_names(tmp_path: Path) -> None:
    (row,) = of_program(tmp_path, "MOVE A TO B.\nMOVE A TO B.", DATA)["paragraphs"]
    # operands: MAIN-PARA, A and B twice; operators: MOVE and TO twice
    assert (row["volume"], row["difficulty"]) == (round(9 * 2.321928), round(2 / 2 * 5 / 3, 1))


def test_nesting_counts_statements_inside_statements(tmp_path: Path) -> None:
    deep = "IF A = 1\n  IF B = 1\n    DISPLAY A\n  END-IF\nEND-IF.\nDISPLAY B."
    (row,) = of_program(tmp_path, deep, DATA)["paragraphs"]
    assert row["nesting"] == 2


def test_a_paragraph_with_go_to_needs_the_dispatcher_and_one_without_does_not(tmp_path: Path) -> None:
    found = of_program(tmp_path, "PERFORM P1.\nSTOP RUN.\n>P1.\nDISPLAY A.\n>P2.\nGO TO P1.", DATA)
    assert {row["paragraph"]: (row["structure"], row["jumps"]) for row in found["paragraphs"]} == {
        "MAIN-PARA": ("structured", 0), "P1": ("structured", 0), "P2": ("jumps", 1),
    }  # fmt: skip


@pytest.mark.parametrize(("second", "crossing"), [("P2 THRU P4", ["P2 THRU P4"]), ("P2 THRU P3", [])])
def test_ranges_overlap_when_neither_holds_the_other(
    tmp_path: Path, second: str, crossing: list[str]
) -> None:
    paragraphs = "\n".join(f">P{number}.\nDISPLAY A." for number in range(1, 5))
    found = of_program(tmp_path, f"PERFORM P1 THRU P3.\nPERFORM {second}.\nSTOP RUN.\n{paragraphs}", DATA)
    rows = {row["first"]: row for row in found["perform_ranges"]}
    assert rows["P1"]["overlaps"] == crossing
    assert rows["P1"]["rule"] == ("complexity/overlapping-ranges" if crossing else "")


def test_redefinitions_and_renames_are_overlays(tmp_path: Path) -> None:
    data = "01 A PIC X(4).\n01 B REDEFINES A PIC 9(4).\n01 G.\n   05 C PIC X.\n   05 D PIC X.\n66 R RENAMES C THRU D."
    found = of_program(tmp_path, "STOP RUN.", data)
    assert [(row["item"], row["how"], row["bytes"]) for row in found["overlays"]] == [
        ("B", "REDEFINES", 4), ("R OF G", "RENAMES", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("procedure", "loop"),
    [
        (">P1.\nADD 1 TO A.\nIF A < 5 GO TO P1.\nSTOP RUN.", []),
        ("IF A = 1 GO TO P2.\n>P1.\nADD 1 TO A.\n>P2.\nIF A < 5 GO TO P1.\nSTOP RUN.", ["P1", "P2"]),
        ("PERFORM P2\nSTOP RUN.\n>P1.\nADD 1 TO A.\n>P2.\nIF A < 5 GO TO P1.\nADD 1 TO A.", []),
        ("IF A = 1 GO TO P2.\n>P1.\nPERFORM P2\nSTOP RUN.\n>P2.\nADD 1 TO A.", []),
    ],
)
def test_loops_with_several_entries(tmp_path: Path, procedure: str, loop: list[str]) -> None:
    (row,) = of_program(tmp_path, procedure, "01 A PIC 9 VALUE 1.")["program_complexity"]
    assert row["loops"] == loop
