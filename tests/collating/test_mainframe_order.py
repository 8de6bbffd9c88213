"""`--collating ebcdic`: programs that say nothing about alphabets behave as on a mainframe; their data stay ASCII."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cobol_parser import alphabets
from cobol_runtime import EBCDIC
from transpiler.options import ConvertOptions
from transpiler.pipeline import Conversion, convert_file

STATEMENTS = Path(__file__).parents[1] / "statements"
CASES = ("conditions/ebcdic_alphabet_everywhere", "conditions/collating_sequence_ebcdic")
CLAUSES = ("PROGRAM COLLATING SEQUENCE IS E", "ALPHABET E IS EBCDIC")


def converted(folder: Path, text: str, collating: str = "ebcdic") -> Conversion:
    path = folder / "program.cbl"
    path.write_text(text)
    return convert_file(path, folder, ConvertOptions(collating=collating))


def printed(folder: Path, text: str, collating: str = "ebcdic") -> str:
    conversion = converted(folder, text, collating)
    assert not list(conversion.diagnostics)
    command = [sys.executable, "program.py"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def program(statements: str, *, names: str = "", select: str = "", file: str = "", storage: str = "") -> str:
    parts = [
        "IDENTIFICATION DIVISION.", "PROGRAM-ID. ORDERED.", "ENVIRONMENT DIVISION.",
        *(("CONFIGURATION SECTION.", "SPECIAL-NAMES.", names) if names else ()),
        *(("INPUT-OUTPUT SECTION.", "FILE-CONTROL.", select) if select else ()),
        "DATA DIVISION.",
        *(("FILE SECTION.", file) if file else ()),
        "WORKING-STORAGE SECTION.", storage or "01 DUMMY PIC X.", "PROCEDURE DIVISION.", statements, "STOP RUN.",
    ]  # fmt: skip
    return "".join(f"       {line.strip()}\n" for part in parts for line in part.strip().splitlines())


def test_the_runtime_and_the_parser_know_one_order() -> None:
    assert bytes(alphabets.ebcdic()) == EBCDIC


@pytest.mark.parametrize("case", CASES)
def test_a_program_behaves_as_one_with_the_alphabet_of_gnucobol(case: str, tmp_path: Path) -> None:
    text = (STATEMENTS / case / "program.cbl").read_text()
    expected = (STATEMENTS / case / "expected.out").read_text()
    assert all(clause in text for clause in CLAUSES)
    for clause in CLAUSES:
        text = text.replace(clause, "")
    text = text.replace("SPECIAL-NAMES. .", "").replace("SPECIAL-NAMES.\n           .", "")
    assert printed(tmp_path, text) == expected
    assert printed(tmp_path, text, "native") != expected


def test_ordinals_count_in_the_mainframes_character_set(tmp_path: Path) -> None:
    names = 'SYMBOLIC CHARACTERS CAPITAL-A IS 194\nCLASS I-TO-J IS "I" THRU "J".'
    statements = """
        DISPLAY FUNCTION ORD ("A") " " FUNCTION CHAR (194) CAPITAL-A
        IF "}" IS I-TO-J DISPLAY "BETWEEN I AND J"
        END-IF
        IF "A" < "1" DISPLAY "LETTERS FIRST"
        END-IF"""
    text = program(statements, names=names)
    assert printed(tmp_path, text).splitlines() == ["000000194 AA", "BETWEEN I AND J", "LETTERS FIRST"]


INDEXED = program(
    """
    OPEN OUTPUT F
    MOVE "10" TO K MOVE "B" TO A MOVE 2 TO P WRITE R
    MOVE "A1" TO K MOVE "1" TO A MOVE 3 TO P WRITE R
    MOVE "a2" TO K MOVE "B" TO A MOVE 1 TO P WRITE R
    CLOSE F
    OPEN I-O F
    PERFORM 3 TIMES READ F NEXT DISPLAY K END-PERFORM
    MOVE "A " TO K
    START F KEY NOT LESS THAN K
    READ F NEXT DISPLAY "FROM A: " K
    MOVE "1" TO A
    START F KEY LESS THAN A
    READ F PREVIOUS DISPLAY "BELOW 1: " K
    MOVE LOW-VALUE TO A MOVE 0 TO P
    START F KEY NOT LESS THAN AP
    PERFORM 3 TIMES READ F NEXT DISPLAY A P END-PERFORM
    MOVE "A1" TO K REWRITE R MOVE "a2" TO K DELETE F RECORD
    CLOSE F
    """,
    select="SELECT F ASSIGN 'F' ORGANIZATION INDEXED ACCESS DYNAMIC\nRECORD KEY K\n"
    "ALTERNATE RECORD KEY A WITH DUPLICATES\nALTERNATE RECORD KEY AP STATUS S.",
    file="FD F.\n01 R.\n05 K PIC X(2).\n05 AP.\n10 A PIC X.\n10 P PIC S9(5) COMP-3.",
    storage="01 S PIC X(2).",
)


def test_indexed_files_are_read_in_the_mainframes_order(tmp_path: Path) -> None:
    expected = ["a2", "A1", "10", "FROM A: A1", "BELOW 1: a2", "B+00001", "B+00002", "1+00003"]
    assert printed(tmp_path, INDEXED).splitlines() == expected
    assert printed(tmp_path, INDEXED, "native").splitlines()[0] == "10"


def test_a_dataset_in_one_order_is_not_opened_in_the_other(tmp_path: Path) -> None:
    printed(tmp_path, INDEXED)
    opened = program(
        "OPEN INPUT F DISPLAY S",
        select="SELECT F ASSIGN 'F' ORGANIZATION INDEXED RECORD KEY K STATUS S.",
        file="FD F.\n01 R.\n05 K PIC X(2).\n05 FILLER PIC X(4).",
        storage="01 S PIC X(2).",
    )
    assert printed(tmp_path, opened, "native") == "39\n"


def test_groups_with_numbers_are_warned_of(tmp_path: Path) -> None:
    text = program(
        "IF G < H DISPLAY 'LESS'.", storage="01 G.\n05 P PIC S9(3) COMP-3.\n05 X PIC X.\n01 H PIC X(3)."
    )
    found = list(converted(tmp_path, text).diagnostics)
    assert [(item.code, item.message) for item in found] == [
        ("CBL6052", "G holds numbers and is ordered as characters")
    ]


def test_the_order_is_named_once_and_equality_does_not_need_it(tmp_path: Path) -> None:
    text = program("IF A = 'X' OR A NOT = 'Y' DISPLAY A.", storage="01 A PIC X VALUE 'X'.")
    module = converted(tmp_path, text).module_text
    assert module.count("EBCDIC") == 1
    assert 'if self.ws.a == "X" or self.ws.a != "Y":' in module
