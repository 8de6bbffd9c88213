"""Section 10: copied paragraphs."""

from __future__ import annotations

from pathlib import Path

from tests.report.estates import of_program, tables

DATA = "01 A PIC 9(4) VALUE 1.\n01 B PIC 9(4) VALUE 1.\n01 C PIC 9(4) VALUE 1.\n01 D PIC 9(4) VALUE 1."


def work(one: str, other: str, literal: str = "3") -> str:
    """Statements of more than thirty words on two items."""
    return "\n".join(
        (
            f"MOVE {literal} TO {one}",
            f"ADD {one} TO {other}",
            f"IF {one} > {other}",
            f"   SUBTRACT {other} FROM {one}",
            "ELSE",
            f"   MULTIPLY {one} BY {other}",
            "END-IF",
            f"DISPLAY {one} {other}",
            f"COMPUTE {one} = {other} + {literal}",
            f"PERFORM UNTIL {one} > 5000",
            f"   ADD 17 TO {one}",
            "END-PERFORM.",
        )
    )


def test_paragraphs_that_differ_in_names_and_literals_are_copies(tmp_path: Path) -> None:
    text = f"STOP RUN.\n>P1.\n{work('A', 'B')}\n>P2.\nDISPLAY A.\n>P3.\n{work('C', 'D', '77')}"
    (cluster,) = of_program(tmp_path, text, DATA)["clones"]
    assert cluster["members"] == ["P: P1", "P: P3"]
    assert (cluster["paragraphs"], cluster["programs"], cluster["alike"]) == (2, 1, 100)


def test_a_small_change_leaves_them_alike_and_a_large_one_does_not(tmp_path: Path) -> None:
    changed = work("C", "D") + "\n" + "DISPLAY C."
    other = "\n".join(f"STRING A DELIMITED BY SIZE INTO T{number}." for number in range(8))
    data = DATA + "".join(f"\n01 T{number} PIC X(9)." for number in range(8))
    text = f"STOP RUN.\n>P1.\n{work('A', 'B')}\n>P2.\n{changed}\n>P3.\n{other}"
    (cluster,) = of_program(tmp_path, text, data)["clones"]
    assert cluster["members"] == ["P: P1", "P: P2"]
    assert 75 <= cluster["alike"] < 100


def test_short_paragraphs_are_no_copies(tmp_path: Path) -> None:
    assert of_program(tmp_path, "STOP RUN.\n>P1.\nDISPLAY A B.\n>P2.\nDISPLAY C D.", DATA)["clones"] == []


def test_the_text_of_a_copybook_counts_once(tmp_path: Path) -> None:
    def source(name: str) -> str:
        items = "".join(f"       01 {item} PIC 9(4) VALUE 1.\n" for item in "AB")
        return (
            f"       IDENTIFICATION DIVISION.\n       PROGRAM-ID. {name}.\n       DATA DIVISION.\n"
            f"       WORKING-STORAGE SECTION.\n{items}       PROCEDURE DIVISION.\n       MAIN-PARA.\n"
            "           STOP RUN.\n           COPY WORKING.\n"
        )

    copied = "       SHARED-PARA.\n" + "".join(f"           {line}\n" for line in work("A", "B").splitlines())
    files = {"one.cbl": source("ONE"), "two.cbl": source("TWO"), "working.cpy": copied}
    assert tables(tmp_path, files)["clones"] == []
