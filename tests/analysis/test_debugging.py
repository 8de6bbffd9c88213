"""What USE FOR DEBUGGING watches, and DEBUG-ITEM."""

from __future__ import annotations

from tests.analysis.programs import analyzed

SOURCE = """IDENTIFICATION DIVISION.
PROGRAM-ID. P.
ENVIRONMENT DIVISION.
CONFIGURATION SECTION.
SOURCE-COMPUTER. X{mode}.
INPUT-OUTPUT SECTION.
FILE-CONTROL. SELECT F ASSIGN TO "F".
DATA DIVISION.
FILE SECTION.
FD F.
01 R PIC X(50).
WORKING-STORAGE SECTION.
01 G.
   05 N PIC 9.
01 H.
   05 N PIC 9.
PROCEDURE DIVISION.
DECLARATIVES.
D SECTION. USE FOR DEBUGGING ON S2 F N OF H ALL REFERENCES OF G.
D1. DISPLAY DEBUG-NAME.
END DECLARATIVES.
S1 SECTION.
A. CONTINUE.
S2 SECTION.
B. CONTINUE.
"""


def test_targets_are_procedures_files_and_items() -> None:
    found = analyzed(SOURCE.format(mode=" WITH DEBUGGING MODE"))
    debugging = found.main.debugging
    assert debugging is not None
    assert [procedure.name for procedure in debugging.procedures] == ["S2"]
    assert [file.name for file in debugging.files] == ["F"]
    assert {item.qualified_name: watched.all_references for item, watched in debugging.items.items()} == {
        "N OF H": False,
        "G": True,
    }


def test_a_watched_section_begins_with_a_paragraph_of_its_own() -> None:
    found = analyzed(SOURCE.format(mode=" WITH DEBUGGING MODE"))
    assert [paragraph.name for paragraph in found.main.order] == ["D1", "A", None, "B"]


def test_contents_are_as_long_as_the_largest_thing_watched() -> None:
    assert analyzed(SOURCE.format(mode=" WITH DEBUGGING MODE")).item("DEBUG-CONTENTS").size == 50


def test_without_debugging_mode_nothing_is_watched() -> None:
    found = analyzed(SOURCE.format(mode=""))
    assert found.main.debugging is None
    assert [paragraph.name for paragraph in found.main.order] == ["A", "B"]
    assert found.codes == []
