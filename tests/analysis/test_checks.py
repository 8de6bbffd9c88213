"""Rules beyond syntax and names, and what must not be reported."""

from __future__ import annotations

import pytest

from tests.analysis.programs import analyzed, program

ITEMS = """
01 LETTERS PIC A(5).
01 TEXT-ITEM PIC X(5).
01 EDITED-TEXT PIC XBX.
01 WHOLE PIC 9(5).
01 MONEY PIC 9(3)V99.
01 EDITED PIC ZZ9.99.
01 PLACE USAGE POINTER.
01 GROUP-ITEM.
   05 PART PIC 9 OCCURS 3 INDEXED BY I.
      88 PART-IS-ONE VALUE 1.
"""


@pytest.mark.parametrize(
    "statement",
    [
        "MOVE LETTERS TO WHOLE",
        "MOVE EDITED-TEXT TO EDITED",
        "MOVE WHOLE TO LETTERS",
        "MOVE 5 TO LETTERS",
        "MOVE ZERO TO LETTERS",
        "MOVE SPACE TO WHOLE",
        "MOVE MONEY TO TEXT-ITEM",
        "MOVE WHOLE TO PLACE",
    ],
)
def test_forbidden_move(statement: str) -> None:
    found = analyzed(program(ITEMS, statement + "."))
    assert found.codes == ["CBL5020"]
    assert len(found.main.faulty) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "MOVE TEXT-ITEM TO WHOLE",
        "MOVE WHOLE TO TEXT-ITEM",
        "MOVE MONEY (1:2) TO TEXT-ITEM",
        "MOVE EDITED TO WHOLE",
        "MOVE GROUP-ITEM TO WHOLE",
        "MOVE LETTERS TO GROUP-ITEM",
        "MOVE LOW-VALUES TO WHOLE",
        "MOVE SPACES TO TEXT-ITEM GROUP-ITEM",
        'MOVE "12" TO WHOLE',
        "MOVE PART (I) TO PART (I + 1)",
        "SET I TO 2",
        "MOVE 2 TO I",
        "INITIALIZE I",
        "SEARCH PART WHEN PART (I) = 1 CONTINUE END-SEARCH",
        "DISPLAY FUNCTION LENGTH (PART)",
    ],
)
def test_allowed_statement(statement: str) -> None:
    assert analyzed(program(ITEMS, statement + ".")).codes == []


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("MOVE PART TO WHOLE", "CBL4009"),
        ("MOVE WHOLE (1) TO WHOLE", "CBL4009"),
        ("MOVE PART (1 2) TO WHOLE", "CBL4009"),
        ("IF PART-IS-ONE CONTINUE", "CBL4009"),
        ("ADD LETTERS TO WHOLE", "CBL5021"),
        ("ADD 1 TO EDITED", "CBL5021"),
        ("COMPUTE WHOLE = TEXT-ITEM + 1", "CBL5021"),
        ("COMPUTE TEXT-ITEM = 1", "CBL5021"),
        ("SET PART-IS-ONE (1) TO FALSE", "CBL5022"),
        ("IF WHOLE IS DIGIT-CLASS CONTINUE", "CBL4001"),
        ("SEARCH WHOLE WHEN WHOLE = 1 CONTINUE END-SEARCH", "CBL4008"),
        (f"MOVE {'1' * 39} TO WHOLE", "CBL5024"),
        ("INITIALIZE PART-IS-ONE (1)", "CBL5022"),
        ("DISPLAY WHOLE UPON NOWHERE", "CBL4010"),
        ("MOVE CORRESPONDING WHOLE TO GROUP-ITEM", "CBL4008"),
        ("XML GENERATE WHOLE FROM GROUP-ITEM", "CBL5026"),
        ("JSON GENERATE TEXT-ITEM FROM GROUP-ITEM (1:2)", "CBL5026"),
        ("JSON PARSE TEXT-ITEM INTO GROUP-ITEM SUPPRESS WHOLE", "CBL5026"),
        ("XML GENERATE TEXT-ITEM FROM GROUP-ITEM WITH ENCODING 1140", "CBL5027"),
    ],
)
def test_reported_statement(statement: str, code: str) -> None:
    assert analyzed(program(ITEMS, statement + ".")).codes == [code]


@pytest.mark.parametrize(
    "described",
    [
        "01 R. 03 FILLER PIC X. 03 FILLER PIC 9.",
        "01 R. 03 A PIC X. 03 P USAGE POINTER.",
        "01 S. 03 A PIC X. 03 B PIC X. 66 R RENAMES A THRU B.",
    ],
)
def test_an_item_without_anything_to_show_is_no_document(described: str) -> None:
    assert analyzed(program(described + " 01 OUT PIC X(99).", "XML GENERATE OUT FROM R.")).codes == [
        "CBL5026"
    ]


def test_ibm_only_warns_about_moves_that_it_compiles() -> None:
    found = analyzed(program(ITEMS, "MOVE MONEY TO TEXT-ITEM."), "ibm")
    assert found.codes == ["CBL5020"]
    assert not found.diagnostics.has_errors
    assert not found.main.faulty


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        ("PIC 9(2) VALUE 100", ["CBL5018"]),
        ("PIC 9(2) VALUE 1.5", ["CBL5018"]),
        ("PIC 9(2)P VALUE 990", []),
        ("PIC X(2) VALUE 'ABC'", ["CBL5018"]),
        ("PIC 9(2) VALUE -1", ["CBL5019"]),
        ("PIC 9(2) VALUE SPACE", ["CBL5019"]),
        ("PIC 9(2) VALUE 'AB'", ["CBL5019"]),
        ("PIC 9(2) COMP-5 VALUE 200", []),
        ("PIC ZZ9 VALUE ' 12'", []),
        ("PIC S9V9 VALUE -1.5", []),
    ],
)
def test_value_fits_its_item(entry: str, codes: list[str]) -> None:
    assert analyzed(program(f"01 A {entry}.")).codes == codes
