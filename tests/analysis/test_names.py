"""Qualification, ambiguity and near names."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.symbols import ConditionName, IndexName, SpecialRegister
from tests.analysis.programs import analyzed, program

TWO_RECORDS = """
01 IN-REC.
   05 KEY-PART.
      10 CODE-NO PIC 9(3).
   05 AMOUNT PIC 9(5).
01 OUT-REC.
   05 KEY-PART.
      10 CODE-NO PIC 9(3).
   05 AMOUNT PIC 9(5).
"""


def test_qualifiers_may_leave_levels_out() -> None:
    found = analyzed(program(TWO_RECORDS, "MOVE 1 TO CODE-NO OF OUT-REC CODE-NO IN KEY-PART OF IN-REC."))
    assert found.codes == []
    items = [found.main.references[node] for node in found.identifiers("CODE-NO")]
    assert [item.path for item in items if not isinstance(item, ast.Node)] == [  # type: ignore[union-attr]
        ("CODE-NO", "KEY-PART", "OUT-REC"),
        ("CODE-NO", "KEY-PART", "IN-REC"),
    ]


def test_qualifiers_must_go_outwards() -> None:
    assert analyzed(program(TWO_RECORDS, "MOVE 1 TO CODE-NO OF IN-REC OF KEY-PART.")).codes == ["CBL4001"]


def test_ambiguous_name_lists_its_candidates() -> None:
    found = analyzed(program(TWO_RECORDS, "MOVE 1 TO AMOUNT."))
    (report,) = found.diagnostics
    assert report.code == "CBL4002"
    assert report.notes == ("it can be AMOUNT OF IN-REC", "it can be AMOUNT OF OUT-REC")


def test_ambiguous_name_that_nobody_uses_is_no_error() -> None:
    assert analyzed(program(TWO_RECORDS)).codes == []


def test_undefined_name_offers_near_names() -> None:
    found = analyzed(program("01 CUSTOMER-NAME PIC X(5).", "MOVE SPACES TO CUSTOMER-NAM."))
    (report,) = found.diagnostics
    assert (report.code, report.help) == ("CBL4001", "did you mean CUSTOMER-NAME?")


def test_statement_with_an_undefined_name_is_faulty_and_its_neighbour_is_not() -> None:
    found = analyzed(program("01 A PIC 9.", "IF A = 1 MOVE 1 TO NOBODY ELSE MOVE 2 TO A END-IF."))
    (faulty,) = found.main.faulty
    assert isinstance(faulty, ast.Move)
    assert faulty.receivers[0].name == "NOBODY"


def test_conditions_indexes_and_registers_are_told_apart() -> None:
    data = "01 T. 05 E PIC 9 OCCURS 3 INDEXED BY I. 88 FULL VALUE 9."
    found = analyzed(program(data, "SET I TO 1 IF FULL (I) MOVE 4 TO RETURN-CODE."))
    assert found.codes == []
    kinds = [type(found.main.references[found.identifiers(name)[0]]) for name in ("I", "FULL", "RETURN-CODE")]
    assert kinds == [IndexName, ConditionName, SpecialRegister]


def test_abbreviated_condition_may_end_in_a_condition_name() -> None:
    data = "01 A PIC 9. 88 READY VALUE 5. 01 B PIC 9."
    found = analyzed(program(data, "IF A = 1 OR READY DISPLAY B."))
    assert found.codes == []
    assert found.main.is_test(found.identifiers("READY")[0])


def test_file_name_qualifies_records() -> None:
    environment = """ENVIRONMENT DIVISION. INPUT-OUTPUT SECTION. FILE-CONTROL.
        SELECT A-FILE ASSIGN TO "A". SELECT B-FILE ASSIGN TO "B"."""
    source = f"""IDENTIFICATION DIVISION. PROGRAM-ID. T.
{environment}
DATA DIVISION. FILE SECTION.
FD A-FILE. 01 REC. 05 X PIC X.
FD B-FILE. 01 REC. 05 X PIC X. 01 LONGER PIC X(9).
PROCEDURE DIVISION.
P. MOVE X OF REC OF B-FILE TO X OF A-FILE. WRITE LONGER."""
    found = analyzed(source)
    assert found.codes == []
    assert [file.record_size for file in found.main.symbols.files.values()] == [1, 9]
    (write,) = found.main.files_of
    assert found.main.files_of[write].name == "B-FILE"


def test_contained_programs_see_global_names_only() -> None:
    source = """IDENTIFICATION DIVISION. PROGRAM-ID. OUTER.
DATA DIVISION. WORKING-STORAGE SECTION.
01 SHARED GLOBAL. 05 PART PIC 9. 88 ON-TOP VALUE 1.
01 PRIVATE-ITEM PIC 9.
PROCEDURE DIVISION. P. STOP RUN.
IDENTIFICATION DIVISION. PROGRAM-ID. INNER.
PROCEDURE DIVISION. P.
    IF ON-TOP MOVE 1 TO PART.
    MOVE 1 TO PRIVATE-ITEM.
END PROGRAM INNER.
END PROGRAM OUTER."""
    found = analyzed(source)
    assert [(report.code, report.message) for report in found.diagnostics] == [
        ("CBL4001", "PRIVATE-ITEM is not defined")
    ]
