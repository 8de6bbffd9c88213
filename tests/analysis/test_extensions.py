"""What COBOL-85 does not have is noted in that dialect, and only there."""

from __future__ import annotations

import pytest

from tests.analysis.programs import analyzed
from tests.parse.core.reading import read

FRAME = """IDENTIFICATION DIVISION.
PROGRAM-ID. P {attribute}.
ENVIRONMENT DIVISION.
CONFIGURATION SECTION.
{repository}
INPUT-OUTPUT SECTION.
FILE-CONTROL. SELECT F ASSIGN TO "F" ORGANIZATION INDEXED ACCESS DYNAMIC RECORD KEY K {select}.
DATA DIVISION.
FILE SECTION.
FD F {file}.
01 R. 05 K PIC X.
WORKING-STORAGE SECTION.
01 N PIC 9(4).
01 X PIC X(9).
   88 YES VALUE "Y" {false}.
{entry}
{section}
PROCEDURE DIVISION.
A. {statement}.
B. CONTINUE.
"""


def codes(dialect: str, **parts: str) -> list[str]:
    names = ("attribute", "repository", "select", "file", "false", "entry", "section")
    text = FRAME.format(**{**dict.fromkeys(names, ""), "statement": "CONTINUE", **parts})
    return [code for code in analyzed(text, dialect).codes if code == "CBL5028"]


EXTENSIONS = [
    {"attribute": "IS RECURSIVE"},
    {"repository": "REPOSITORY. FUNCTION ALL INTRINSIC."},
    {"select": "LOCK MODE IS AUTOMATIC"},
    {"file": "RECORDING MODE IS F"},
    {"false": 'WHEN SET TO FALSE "N"'},
    {"entry": "78 P VALUE 5."},
    {"entry": "01 P PIC X(4) VALUE X'41424344'."},
    {"entry": "01 A-NAME-THAT-IS-LONGER-THAN-THIRTY PIC X."},
    {"section": "LOCAL-STORAGE SECTION.\n01 L PIC X."},
    {"statement": "GOBACK"},
    {"statement": "STOP RUN 4"},
    {"statement": "PERFORM UNTIL N = 1 EXIT PERFORM END-PERFORM"},
    {"statement": "CALL 'C' USING BY VALUE N"},
    {"statement": "CALL 'C' USING OMITTED"},
    {"statement": "CALL 'C' RETURNING N"},
    {"statement": "ACCEPT X FROM DATE YYYYMMDD"},
    {"statement": "READ F PREVIOUS AT END CONTINUE END-READ"},
    {"statement": "START F KEY < K INVALID KEY CONTINUE END-START"},
    {"statement": "INITIALIZE X WITH FILLER"},
    {"statement": "COMPUTE N ROUNDED MODE IS TRUNCATION = 1.5"},
    {"statement": "SET YES TO FALSE", "false": ""},
    {"statement": "MOVE LENGTH OF X TO N"},
    {"statement": "MOVE FUNCTION TRIM (X) TO X"},
    {"statement": "MOVE 1234567890123456789 TO N"},
    {"statement": "DELETE FILE F"},
]
STANDARD = [
    {"entry": "01 P PIC 9(4) PACKED-DECIMAL. 01 Q PIC 9(4) COMP. 01 A BINARY PIC 9. 01 S PIC 9 DISPLAY. 01 I INDEX."},
    {"statement": "EXIT PROGRAM"},
    {"statement": "STOP RUN"},
    {"statement": "CALL 'C' USING BY REFERENCE X BY CONTENT N"},
    {"statement": "ACCEPT X FROM DAY-OF-WEEK"},
    {"statement": "READ F NEXT AT END CONTINUE END-READ"},
    {"statement": "START F KEY NOT < K INVALID KEY CONTINUE END-START"},
    {"statement": "INITIALIZE X REPLACING ALPHANUMERIC DATA BY 'A'"},
    {"statement": "COMPUTE N ROUNDED = 1.5"},
    {"statement": "MOVE FUNCTION UPPER-CASE (X (2:3)) TO X"},
    {"statement": "OPEN INPUT F WITH NO REWIND CLOSE F WITH LOCK"},
    {"statement": "SET YES TO TRUE"},
]  # fmt: skip


@pytest.mark.parametrize("parts", EXTENSIONS, ids=lambda parts: "; ".join(parts.values()))
def test_an_extension_is_noted_once(parts: dict[str, str]) -> None:
    assert codes("cobol85", **parts) == ["CBL5028"]


@pytest.mark.parametrize("parts", EXTENSIONS, ids=lambda parts: "; ".join(parts.values()))
def test_other_dialects_do_not_mind(parts: dict[str, str]) -> None:
    assert codes("gnucobol", **parts) == []


@pytest.mark.parametrize("parts", STANDARD, ids=lambda parts: "; ".join(parts.values()))
def test_what_the_standard_has_is_not_noted(parts: dict[str, str]) -> None:
    assert codes("cobol85", **parts) == []


@pytest.mark.parametrize("usage", ["COMP-3", "COMPUTATIONAL-5", "COMP-1", "POINTER", "BINARY-LONG"])
def test_usages_are_noted_as_they_are_written(usage: str) -> None:
    text = (
        f"IDENTIFICATION DIVISION. PROGRAM-ID. P. DATA DIVISION. WORKING-STORAGE SECTION. 01 A USAGE {usage}."
    )
    _, diagnostics = read(text, "cobol85")
    assert [found.message for found in diagnostics] == [f"USAGE {usage} is not an element of COBOL-85"]
    assert list(read(text, "gnucobol")[1]) == []
