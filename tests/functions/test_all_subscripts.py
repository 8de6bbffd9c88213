"""The subscript ALL in function arguments (COBOL-85 amendment 1989, 4.2.3.2); GnuCOBOL 3.1.2 does not know it."""

from __future__ import annotations

from pathlib import Path

from tests.oracle import Converted, Source, run

PROGRAM = """
IDENTIFICATION DIVISION.
PROGRAM-ID. ALL-CASE.
DATA DIVISION.
WORKING-STORAGE SECTION.
01 T VALUE "001002003004005006".
  02 R OCCURS 3.
    03 E PIC 9(3) OCCURS 2.
01 U.
  02 K PIC 9 VALUE 3.
  02 V PIC 9 OCCURS 1 TO 5 DEPENDING ON K.
01 S PIC 9(3) OCCURS 4 VALUE 7.
01 C PIC 9(3) VALUE 100.
01 I PIC 9 VALUE 2.
01 N PIC 9(4).
PROCEDURE DIVISION.
    MOVE 4 TO V (1) MOVE 9 TO V (2) MOVE 2 TO V (3).
    COMPUTE N = FUNCTION SUM (E (ALL ALL)) DISPLAY N.
    COMPUTE N = FUNCTION SUM (E (I, ALL) C E (ALL 1)) DISPLAY N.
    COMPUTE N = FUNCTION MAX (V (ALL)) DISPLAY N.
    COMPUTE N = FUNCTION ORD-MIN (V (ALL)) DISPLAY N.
    COMPUTE N = FUNCTION SUM (S (ALL)) DISPLAY N.
    MOVE 1 TO K.
    COMPUTE N = FUNCTION MAX (V (ALL)) DISPLAY N.
    STOP RUN.
"""


def test_all_stands_for_every_occurrence(converted: Converted, tmp_path: Path) -> None:
    program = tmp_path / "all_case.cbl"
    program.write_text(PROGRAM)
    outcome = run(converted.build(Source(programs=(program,), free_format=True)), tmp_path)
    expected = [21, (3 + 4) + 100 + (1 + 3 + 5), 9, 3, 28, 4]
    assert outcome.stdout.decode() == "".join(f"{number:04d}\n" for number in expected)
