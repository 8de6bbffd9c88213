"""The clock, and how COB_CURRENT_DATE fixes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobol_runtime.clock import Clock
from tests.oracle import GnuCobol
from tests.runtime.files.compiled import TestRun, with_cobc

PROGRAM = """
IDENTIFICATION DIVISION.
PROGRAM-ID. CLOCKS.
DATA DIVISION.
WORKING-STORAGE SECTION.
01 D PIC X(21).
PROCEDURE DIVISION.
    ACCEPT D FROM DATE DISPLAY D.
    ACCEPT D FROM DATE YYYYMMDD DISPLAY D.
    ACCEPT D FROM DAY DISPLAY D.
    ACCEPT D FROM DAY YYYYDDD DISPLAY D.
    ACCEPT D FROM DAY-OF-WEEK DISPLAY D.
    ACCEPT D FROM TIME DISPLAY D(1:4).
    STOP RUN.
"""

SETTINGS = [
    "2024/02/29 10:11:12.34",
    "20200101",
    "2020010112",
    "20200101123456.78",
    "2020-01-01T10:00:00Z",
    "2023/13/01 01:02:03",
    "2023/12/32 01:02:03",
    "24/05",
    "YYYY/MM/DD 12:00",
    "YYYY/02/03 12:00:00",
    "2024/02/31 23:59:60",
    "'2024/01/02 03:04:05'",
    "2024/01/02 03:04:05.123456-05:00",
    "2024",
    "99/12/31 23:59:59",
    "junk",
    "",
    "20240102030405+0130",
    "2024/01/02 1:2:3",
    "2024/01/02 HH:30:SS",
]


@pytest.mark.cobc
@pytest.mark.parametrize("setting", SETTINGS)
def test_settings_are_read_as_gnucobol_reads_them(gnucobol: GnuCobol, setting: str, tmp_path: Path) -> None:
    environment = {"COB_CURRENT_DATE": setting}
    for attempt in range(3):  # the real clock may move on between the two
        outcome = with_cobc(gnucobol, PROGRAM, tmp_path, environment=environment)
        run = TestRun(environment=environment)
        clock = run.clock
        ours = [
            clock.date(),
            clock.date_yyyymmdd(),
            clock.day(),
            clock.day_yyyyddd(),
            clock.day_of_week(),
            clock.time()[:4],
        ]
        expected = [line.rstrip() for line in outcome.stdout.decode().split("\n")[:-1]]
        if ours == expected or attempt == 2:
            break
    assert ours == expected
    assert run.errors.getvalue() == outcome.stderr


def test_hundredths_and_offset() -> None:
    now = Clock({"COB_CURRENT_DATE": "2024/01/02 03:04:05.678-05:30"})
    assert now.time() == "03040567"
    assert f"{now.now():%z}" == "-0530"


def test_the_seven_days() -> None:
    days = [Clock({"COB_CURRENT_DATE": f"2024/01/{day:02d} 00:00:00"}).day_of_week() for day in range(1, 8)]
    assert "".join(days) == "1234567"
