"""What LINE SEQUENTIAL files make of bytes that are not plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobol_runtime import Area, LineSequentialFile
from tests.oracle import GnuCobol
from tests.runtime.files.compiled import TestRun, with_cobc

PROGRAM = """
IDENTIFICATION DIVISION.
PROGRAM-ID. COPIES.
ENVIRONMENT DIVISION.
INPUT-OUTPUT SECTION.
FILE-CONTROL.
    SELECT F ASSIGN TO "in" ORGANIZATION LINE SEQUENTIAL.
    SELECT G ASSIGN TO {line_advancing} "out" ORGANIZATION LINE SEQUENTIAL.
DATA DIVISION.
FILE SECTION.
FD F.
01 R PIC X(8).
FD G.
01 RG PIC X(8).
WORKING-STORAGE SECTION.
01 DONE PIC 9 VALUE 0.
PROCEDURE DIVISION.
MAIN-PART.
    OPEN INPUT F OUTPUT G
    PERFORM UNTIL DONE = 1
      READ F AT END MOVE 1 TO DONE
        NOT AT END WRITE RG FROM R
      END-READ
    END-PERFORM
    CLOSE F G
    STOP RUN.
"""

INPUTS = [
    b"",
    b"\n\n",
    b"\r",
    b"plain\nno end",
    b"longer than eight\nexactly8\nnine char\n",
    b"a\rb\r\n\r\n\tx\n",
    b"trailing   \n        \n  lead\n",
    b"\x00nul\x00\n\x0c\x1b\xe9\xff\n",
    b"\x00\nx\n\x00",
]


@pytest.mark.cobc
@pytest.mark.parametrize("settings", [{}, {"COB_LS_FIXED": "true"}, {"COB_LS_NULLS": "1"}], ids=str)
@pytest.mark.parametrize("line_advancing", [False, True])
def test_lines_are_copied_as_gnucobol_copies_them(
    gnucobol: GnuCobol, settings: dict[str, str], line_advancing: bool, tmp_path: Path
) -> None:
    text = PROGRAM.format(line_advancing="LINE ADVANCING FILE" if line_advancing else "")
    for data in INPUTS:
        if settings.get("COB_LS_NULLS") and data.endswith(b"\0"):
            continue  # GnuCOBOL reports status 30 and the program does not end
        (tmp_path / "in").write_bytes(data)
        with_cobc(gnucobol, text, tmp_path, environment=settings)
        expected = (tmp_path / "out").read_bytes()
        run = TestRun(tmp_path, settings)
        record = Area(bytearray(8))
        source = LineSequentialFile(run, name="F", assign="in", record=record)
        target = LineSequentialFile(run, name="G", assign="out", record=record, line_advancing=line_advancing)
        source.open_input()
        target.open_output()
        while source.read(at_end=True):
            target.write()
        source.close()
        target.close()
        assert (tmp_path / "out").read_bytes() == expected, data


def test_a_nul_with_nothing_behind_it_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(b"x\0")
    run = TestRun(tmp_path, {"COB_LS_NULLS": "true"})
    file = LineSequentialFile(
        run, name="F", assign="in", record=Area(bytearray(8)), status=Area(bytearray(2))
    )
    file.open_input()
    assert not file.read(at_end=True)
    assert file.status == "30"
