"""Every clause of the ENVIRONMENT and DATA DIVISION parses, and GnuCOBOL agrees that it is COBOL."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.parse.core import clauses
from tests.parse.core.reading import errors, read

_ITEMS = """\
WORKING-STORAGE SECTION.
01 X PIC 9(4).
01 W-NAME PIC X(20).
01 W-KEY PIC 9(4).
01 W-ST PIC XX.
01 W-LEN PIC 9(4).
"""
_FILES = """\
INPUT-OUTPUT SECTION.
FILE-CONTROL.
    SELECT F ASSIGN 'f'.
    SELECT G ASSIGN 'g'.
"""
_RECORDS = "FILE SECTION.\nFD F. 01 F-REC PIC X(80).\nFD G. 01 G-REC PIC X(80).\n"
_KEYED = "FILE SECTION.\nFD F. 01 F-REC. 02 R-KEY PIC X(4). 02 R-ALT PIC X(4).\n"


def _source(environment: str, data: str) -> str:
    return (
        "IDENTIFICATION DIVISION.\nPROGRAM-ID. T.\nENVIRONMENT DIVISION.\n"
        f"{environment}\nDATA DIVISION.\n{data}\nPROCEDURE DIVISION.\n    STOP RUN.\n"
    )


def _sources() -> dict[str, str]:
    """Clause -> a complete program that has it."""
    sources: dict[str, str] = {}
    for text in clauses.SPECIAL_NAMES:
        sources[text] = _source(f"CONFIGURATION SECTION.\nSPECIAL-NAMES.\n    {text}.", _ITEMS)
    for text in clauses.CONFIGURATION:
        sources[text] = _source(f"CONFIGURATION SECTION.\n{text}", _ITEMS)
    for text in clauses.SELECT:
        environment = f"INPUT-OUTPUT SECTION.\nFILE-CONTROL.\n    SELECT {text}."
        sources[f"SELECT {text}"] = _source(environment, _KEYED + _ITEMS)
    for text in clauses.I_O_CONTROL:
        sources[text] = _source(f"{_FILES}I-O-CONTROL.\n    {text}.", _RECORDS + _ITEMS)
    for text in clauses.FILE:
        environment = "CONFIGURATION SECTION.\nSPECIAL-NAMES. ALPHABET ALPHA-1 IS NATIVE.\n"
        environment += "INPUT-OUTPUT SECTION.\nFILE-CONTROL.\n    SELECT F ASSIGN 'f'."
        data = f"FILE SECTION.\nFD F {text}.\n01 F-REC PIC X(80).\n" + _ITEMS
        sources[f"FD F {text}"] = _source(environment, data)
    for text in clauses.DATA:
        sources[text] = _source("", "WORKING-STORAGE SECTION.\n" + text)
    for text in clauses.REPORT:
        environment = "INPUT-OUTPUT SECTION.\nFILE-CONTROL.\n    SELECT F ASSIGN 'f'."
        data = "FILE SECTION.\nFD F REPORT IS R-1.\n" + _ITEMS + f"REPORT SECTION.\nRD R-1 {text}"
        sources[f"RD R-1 {text}"] = _source(environment, data)
    return sources


SOURCES = _sources()


@pytest.mark.parametrize("clause", SOURCES)
def test_clause_parses(clause: str) -> None:
    _, diagnostics = read(SOURCES[clause])
    assert errors(diagnostics) == []


@pytest.mark.cobc
@pytest.mark.parametrize("clause", SOURCES)
def test_gnucobol_accepts_clause(clause: str, tmp_path: Path) -> None:
    path = tmp_path / "t.cob"
    path.write_text(SOURCES[clause])
    command = ["cobc", "-std=default", "-frelax-syntax-checks", "-fsyntax-only", "-free", "-w", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "error" not in done.stderr
