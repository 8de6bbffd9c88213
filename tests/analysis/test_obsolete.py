"""Obsolete elements of COBOL-85 are noted in that dialect, and only there."""

from __future__ import annotations

import pytest

from tests.analysis.programs import analyzed

FRAME = """IDENTIFICATION DIVISION.
PROGRAM-ID. P.
{identification}
ENVIRONMENT DIVISION.
CONFIGURATION SECTION.
OBJECT-COMPUTER. X {computer}.
INPUT-OUTPUT SECTION.
FILE-CONTROL. SELECT F ASSIGN TO "F".
DATA DIVISION.
FILE SECTION.
FD F {file}.
01 R PIC X.
PROCEDURE DIVISION.
{declaratives}
{section}
A. {statement}.
B. CONTINUE.
"""
USE = "DECLARATIVES. D SECTION. USE FOR DEBUGGING ON A. E. CONTINUE. END DECLARATIVES."


def frame(**parts: str) -> str:
    every = dict.fromkeys(("identification", "computer", "file", "declaratives", "section"), "")
    return FRAME.format(**{**every, "statement": "CONTINUE", **parts})


OBSOLETE = [
    {"computer": "MEMORY SIZE 64000 WORDS"},
    {"computer": "SEGMENT-LIMIT IS 5"},
    {"file": "LABEL RECORDS ARE STANDARD"},
    {"file": "DATA RECORD IS R"},
    {"file": 'VALUE OF X IS "Y"'},
    {"section": "S SECTION 5."},
    {"declaratives": USE, "section": "S SECTION."},
    {"statement": "ALTER B TO PROCEED TO A"},
    {"statement": 'STOP "WAIT"'},
    {"statement": "GO TO"},
    {"statement": "OPEN INPUT F REVERSED"},
]


@pytest.mark.parametrize("parts", OBSOLETE)
def test_an_obsolete_element_is_noted_once(parts: dict[str, str]) -> None:
    assert analyzed(frame(**parts), "cobol85").codes == ["CBL5025"]


@pytest.mark.parametrize("parts", OBSOLETE)
def test_other_dialects_do_not_mind(parts: dict[str, str]) -> None:
    assert "CBL5025" not in analyzed(frame(**parts)).codes


def test_nothing_is_noted_of_a_modern_program() -> None:
    assert analyzed(frame(), "cobol85").codes == []
