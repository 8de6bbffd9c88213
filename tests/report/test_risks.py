"""Section 11: each rule with a program that breaks it and one that does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report.estates import of_program, tables
from tests.report.test_crud import FILES

DATA = "01 A PIC 9(6) VALUE 1.\n01 B PIC 9(4)V99 VALUE 3.\n01 C PIC 9(6)V9(4)."


@pytest.mark.parametrize(
    ("procedure", "rule"),
    [
        ("ACCEPT A FROM DATE.", "risks/two-digit-year"),
        ("ACCEPT A FROM DATE YYYYMMDD.", ""),
        ("COMPUTE C = A / B * 3.", "risks/arithmetic"),
        ("COMPUTE C = A + B.", ""),
        (">P1.\nGO TO P2.\n>P2.\nALTER P1 TO PROCEED TO P3.\n>P3.\nSTOP RUN.", "risks/alter"),
        ("PERFORM P1.\n>P1.\nGO TO P2.\n>P2.\nSTOP RUN.", "risks/leaves-perform"),
        ("PERFORM P1 THRU P2.\nSTOP RUN.\n>P1.\nGO TO P2.\n>P2.\nEXIT.", ""),
    ],
)
def test_each_rule_finds_its_statement_and_no_other(tmp_path: Path, procedure: str, rule: str) -> None:
    found = of_program(tmp_path, procedure, DATA)["risks"]
    assert [row["rule"] for row in found] == ([rule] if rule else [])


@pytest.mark.parametrize(("status", "missing"), [("", ["LISTING"]), ("FILE STATUS F-S", [])])
def test_files_without_status(tmp_path: Path, status: str, missing: list[str]) -> None:
    text = FILES.replace('ASSIGN "listing"', f'ASSIGN "listing" {status}')
    text = text.replace(
        "       PROCEDURE", "       WORKING-STORAGE SECTION.\n       01 F-S PIC XX.\n       PROCEDURE"
    )
    found = tables(tmp_path, {"p.cbl": text + "           STOP RUN.\n"})["risks"]
    assert [row["about"] for row in found if row["about"] == "LISTING"] == missing
