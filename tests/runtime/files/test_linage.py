"""LINAGE and ADVANCING on line sequential files, byte for byte as GnuCOBOL."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from cobol_runtime import Area, Linage, LineSequentialFile
from tests.oracle import GnuCobol
from tests.runtime.files.compiled import TestRun, with_cobc

PROGRAM = """
IDENTIFICATION DIVISION.
PROGRAM-ID. PAGES.
ENVIRONMENT DIVISION.
INPUT-OUTPUT SECTION.
FILE-CONTROL.
    SELECT F ASSIGN TO "data" ORGANIZATION {organization} FILE STATUS FS.
DATA DIVISION.
FILE SECTION.
FD F LINAGE LN LINES {footing} LINES AT TOP TP LINES AT BOTTOM BT.
01 R PIC X(8).
WORKING-STORAGE SECTION.
01 FS PIC XX.
01 LN PIC 99 VALUE {lines}.
01 FT PIC 99 VALUE {foot}.
01 TP PIC 99 VALUE {top}.
01 BT PIC 99 VALUE {bottom}.
01 N PIC 99 VALUE 0.
01 IN-LINE.
   05 OP PIC X.
   05 AMOUNT PIC 99.
PROCEDURE DIVISION.
MAIN-PART.
    OPEN OUTPUT F
    DISPLAY FS "|" LINAGE-COUNTER
    PERFORM UNTIL OP = "E"
      ACCEPT IN-LINE
      MOVE AMOUNT TO N
      MOVE IN-LINE TO R
      EVALUATE OP
        WHEN "W" WRITE R AT END-OF-PAGE DISPLAY "EOP" END-WRITE
        WHEN "A" WRITE R AFTER ADVANCING N LINES AT END-OF-PAGE DISPLAY "EOP" END-WRITE
        WHEN "B" WRITE R BEFORE ADVANCING N LINES AT END-OF-PAGE DISPLAY "EOP" END-WRITE
        WHEN "P" WRITE R AFTER ADVANCING PAGE
        WHEN "Q" WRITE R BEFORE ADVANCING PAGE
        WHEN "L" MOVE N TO LN
        WHEN "T" MOVE N TO TP
      END-EVALUATE
      DISPLAY FS "|" LINAGE-COUNTER
    END-PERFORM
    CLOSE F
    STOP RUN.
"""


def ours(steps: list[str], sizes: dict[str, int], footing: bool, folder: Path) -> str:
    """What the same program does with the run time's interface; gives what it displays."""
    folder.mkdir()
    record, status = Area(bytearray(8)), Area(bytearray(2))
    linage = Linage(
        lambda: sizes["lines"],
        footing=(lambda: sizes["foot"]) if footing else None,
        top=lambda: sizes["top"],
        bottom=lambda: sizes["bottom"],
    )
    file = LineSequentialFile(
        TestRun(folder), name="F", assign="data", record=record, status=status, linage=linage
    )
    file.open_output()
    shown = [f"{status.text}|{file.linage_counter:010d}"]
    for step in steps:
        record.text = step
        operation, amount, met = step[0], int(step[1:]), False
        if operation == "W":
            met = not file.write(end_of_page=True)
        elif operation in "AB":
            met = not file.write(**{"after" if operation == "A" else "before": amount}, end_of_page=True)
        elif operation in "PQ":
            file.write(**{"after" if operation == "P" else "before": "PAGE"})
        elif operation in "LT":
            sizes["lines" if operation == "L" else "top"] = amount
        if operation in "WAB" and met:
            assert file.end_of_page
            shown.append("EOP")
        shown.append(f"{status.text}|{file.linage_counter:010d}")
    file.close()
    return "\n".join(shown)


@pytest.mark.cobc
@pytest.mark.parametrize(
    ("sizes", "footing", "organization"),
    [
        ((10, 8, 2, 3), True, "LINE SEQUENTIAL"),
        ((10, 0, 0, 0), False, "SEQUENTIAL"),
        ((5, 5, 1, 0), True, "LINE SEQUENTIAL"),
        ((3, 1, 0, 2), True, "SEQUENTIAL"),
        ((3, 4, 0, 2), True, "SEQUENTIAL"),
    ],
)
def test_pages(
    gnucobol: GnuCobol, sizes: tuple[int, ...], footing: bool, organization: str, tmp_path: Path
) -> None:
    names = dict(zip(("lines", "foot", "top", "bottom"), sizes, strict=True))
    invalid = footing and names["foot"] > names["lines"]
    text = PROGRAM.format(organization=organization, footing="WITH FOOTING AT FT" if footing else "", **names)
    chance = random.Random(sum(sizes))
    steps = [f"{chance.choice('WWWABABPQLT')}{chance.randrange(5):02d}" for _ in range(80)]
    steps = [step if step[0] not in "LT" or chance.random() < 0.3 else "W00" for step in steps]
    steps = ["L12" if step[0] == "L" else step for step in steps]
    steps = [] if invalid else steps
    outcome = with_cobc(gnucobol, text, tmp_path / "cobc", stdin="\n".join([*steps, "E00"]).encode())
    shown = outcome.stdout.decode().split("\n")
    if invalid:
        assert shown[0].startswith("57|")
        assert ours([], names, footing, tmp_path / "python").startswith("57|0000000000")
        return
    assert ours(steps, names, footing, tmp_path / "python").split("\n") == shown[:-2]
    assert (tmp_path / "python" / "data").read_bytes() == (tmp_path / "cobc" / "data").read_bytes()
