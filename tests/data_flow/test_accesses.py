"""Which items a statement reads and writes."""

from __future__ import annotations

import pytest

from tests.analysis.programs import program
from tests.data_flow.uses import found, said, uses

ITEMS = """
77 A PIC 9(4). 77 B PIC 9(4). 77 C PIC 9(4). 77 I PIC 9(4). 77 S PIC X(9). 77 T PIC X(9). 77 P USAGE POINTER.
01 TAB. 05 E PIC 9(4) OCCURS 9 INDEXED BY X.
01 F PIC X. 88 YES VALUE "Y".
"""


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("MOVE A TO B C", ["reads A", "writes B", "writes C"]),
        ("ADD A TO B", ["reads A", "reads+writes B"]),
        ("ADD A TO B GIVING C", ["reads A", "reads B", "writes C"]),
        ("SUBTRACT A FROM B", ["reads A", "reads+writes B"]),
        ("DIVIDE A BY B GIVING C REMAINDER I", ["reads B", "reads A", "writes C", "writes I"]),
        ("COMPUTE A ROUNDED = (B + 1) * A", ["reads B", "reads A", "writes A"]),
        ("MOVE E(I) TO E(A + 1)", ["reads E", "reads I", "reads A", "writes E"]),
        ("MOVE S(I:A) TO T", ["reads S", "reads I", "reads A", "writes T"]),
        ("MOVE LENGTH OF S TO A", ["named S", "writes A"]),
        ("MOVE FUNCTION LENGTH(S) TO A", ["named S", "writes A"]),
        ("SET P TO ADDRESS OF A", ["writes P", "reads+writes A"]),
        ("SET YES TO TRUE", ["writes F"]),
        ("IF YES CONTINUE", ["reads F"]),
        ("SET X UP BY A", ["reads A", "reads+writes X"]),
        ("SEARCH E WHEN E(X) = A CONTINUE", ["reads E", "reads E", "reads X", "reads A", "reads+writes X by SEARCH"]),
        ("STRING S DELIMITED BY A INTO T POINTER I", ["reads S", "reads A", "writes T", "reads+writes I"]),
        ("UNSTRING S DELIMITED BY F INTO T COUNT A TALLYING B",
         ["reads S", "reads F", "writes T", "writes A", "reads+writes B"]),
        ("INSPECT S TALLYING A FOR ALL F", ["reads S", "reads F", "reads+writes A"]),
        ("INSPECT S REPLACING ALL F BY T(1:1)", ["reads F", "reads T", "reads+writes S"]),
        ("INSPECT S CONVERTING T TO F", ["reads T", "reads F", "reads+writes S"]),
        ("PERFORM VARYING I FROM A BY B UNTIL I > C CONTINUE END-PERFORM",
         ["reads A", "reads B", "reads I", "reads C", "reads+writes I"]),
        ('CALL "X" USING A BY CONTENT B BY VALUE C RETURNING I',
         ["reads B", "reads C", "reads+writes A", "writes I"]),
        ("INITIALIZE TAB", ["writes TAB"]),
        ("ACCEPT S FROM DATE", ["writes S"]),
        ("DISPLAY S", ["reads S"]),
        ("FREE P", ["reads+writes P"]),
        ("EVALUATE A WHEN B THRU C CONTINUE WHEN OTHER MOVE I TO A", ["reads A", "reads B", "reads C", "reads I", "writes A"]),
    ],
)  # fmt: skip
def test_a_statement_does_what_its_fields_say(statement: str, expected: list[str]) -> None:
    assert uses(ITEMS, f"{statement}.") == expected


def test_corresponding_does_it_to_pairs() -> None:
    data = "01 G. 05 A PIC 9. 05 B PIC 9. 05 C PIC 9. 01 H. 05 C PIC 9. 05 A PIC 9."
    assert uses(data, "MOVE CORRESPONDING G TO H.") == ["reads A", "reads C", "writes A", "writes C"]
    assert uses(data, "ADD CORRESPONDING G TO H.") == [
        "reads A",
        "reads C",
        "reads+writes A",
        "reads+writes C",
    ]


def test_the_counter_of_a_variable_group_is_read() -> None:
    data = "77 N PIC 99. 01 G. 05 E PIC X OCCURS 1 TO 9 DEPENDING ON N. 01 H PIC X(9)."
    assert uses(data, "MOVE G TO H.") == ["reads G", "reads N by OCCURS DEPENDING ON", "writes H"]
    assert uses(data, "MOVE E(1) TO H.") == ["reads E", "writes H"]


FILES = """
IDENTIFICATION DIVISION.
PROGRAM-ID. T.
ENVIRONMENT DIVISION.
INPUT-OUTPUT SECTION.
FILE-CONTROL.
    SELECT F ASSIGN "f" ORGANIZATION INDEXED ACCESS DYNAMIC RECORD KEY K FILE STATUS ST.
    SELECT R ASSIGN "r" ORGANIZATION RELATIVE ACCESS {access} RELATIVE KEY RK.
DATA DIVISION.
FILE SECTION.
FD F.
01 F1. 05 K PIC X. 05 V PIC X.
01 F2 PIC XX.
FD R.
01 R1 PIC X.
WORKING-STORAGE SECTION.
77 ST PIC XX. 77 RK PIC 9. 77 A PIC XX.
PROCEDURE DIVISION.
M.
    {statement}.
"""


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("READ F INTO A", ["reads K by RECORD KEY", "writes A", "writes F1 by READ", "writes F2 by READ", "writes ST by FILE STATUS"]),
        ("READ F NEXT", ["writes F1 by READ", "writes F2 by READ", "writes ST by FILE STATUS"]),
        ("WRITE F1", ["reads F1", "writes ST by FILE STATUS"]),
        ("WRITE F1 FROM A", ["reads A", "reads+writes F1", "writes ST by FILE STATUS"]),
        ("DELETE F", ["reads K by RECORD KEY", "writes ST by FILE STATUS"]),
        ("OPEN INPUT F", ["writes ST by FILE STATUS"]),
        ("READ R", ["reads RK by RELATIVE KEY", "writes R1 by READ"]),
    ],
)  # fmt: skip
def test_files_use_items_by_the_way(statement: str, expected: list[str]) -> None:
    text = FILES.format(statement=statement, access="RANDOM")
    assert [said(item) for item in found(text)] == expected


def test_a_relative_key_is_set_when_records_follow_each_other() -> None:
    text = FILES.format(statement="READ R", access="SEQUENTIAL")
    assert [said(item) for item in found(text)] == ["writes R1 by READ", "writes RK by RELATIVE KEY"]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("SQL SELECT A, B INTO :A, :G.B FROM T WHERE C = :C AND D = ':S'", ["writes A", "writes B", "reads C"]),
        ("SQL INSERT INTO T VALUES (:A, :S)", ["reads A", "reads S"]),
        ("SQL FETCH CUR INTO :A:I", ["writes A", "writes I"]),
        ("SQL CALL PROC(:A)", ["reads+writes A"]),
        ("CICS READ FILE('F') INTO(S) RIDFLD(A) RESP(I)", ["reads A", "writes S", "writes I"]),
        ("CICS SEND MAP('M') FROM(S) LENGTH(LENGTH OF S)", ["reads S", "named S"]),
        ("CICS LINK PROGRAM(T) COMMAREA(S)", ["reads T", "reads+writes S"]),
        ("CICS RETURN COMMAREA(S(1:I))", ["reads S", "reads I"]),
        ("CICS ASSIGN APPLID(S)", ["writes S"]),
    ],
)  # fmt: skip
def test_blocks_of_other_languages_use_items_by_their_words(block: str, expected: list[str]) -> None:
    data = "77 A PIC 9. 77 C PIC 9. 77 I PIC 9. 77 S PIC X(9). 77 T PIC X. 01 G. 05 B PIC 9."
    text = program(data, f"EXEC {block} END-EXEC.")
    got = [said(item).split(" by ")[0] for item in found(text, "ibm") if not item.how.startswith("EXEC")]
    assert sorted(got) == sorted(expected)


def test_a_name_in_a_text_that_is_not_understood_may_be_read_and_written() -> None:
    text = program("77 A PIC 9. 77 B PIC 9.", "EXEC DLI GU SEGMENT(A) WHERE(X='B') END-EXEC.")
    assert [(said(item), item.certain) for item in found(text)] == [("reads+writes A by EXEC DLI", False)]


def test_values_and_parameters_come_before_statements() -> None:
    text = program("77 A PIC 9 VALUE 1.").replace(
        "PROCEDURE DIVISION.", "LINKAGE SECTION. 01 L PIC X. PROCEDURE DIVISION USING L."
    )
    assert [said(item) for item in found(text)] == ["writes A by VALUE", "reads+writes L by USING"]


def test_a_contained_program_uses_global_items_of_the_program_around_it() -> None:
    text = (
        program("01 G PIC X IS GLOBAL.")
        + "IDENTIFICATION DIVISION. PROGRAM-ID. I. PROCEDURE DIVISION. MOVE 1 TO G. END PROGRAM I.\n"
        + "END PROGRAM TEST-PROGRAM."
    )
    assert [said(item) for item in found(text)] == ["writes G"]
