"""Elements of COBOL-85 that a subset of the standard does not have."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import cobolift, program, write

DATA = """01 A PIC 9(4) VALUE 1.
01 B PIC 9(4) VALUE 2.
01 G. 05 C PIC 9. 05 D PIC X(4).
01 H. 05 C PIC 9."""


def noted(folder: Path, procedure: str, data: str = DATA, subset: str = "intermediate") -> list[str]:
    """What is noted about a program, without the end of the sentence."""
    source = write(folder, {"p.cbl": program("P", procedure, data.replace(". ", ".\n"))})
    result = cobolift("check", source / "p.cbl", "--json", "--dialect", "cobol85", "--flag-subset", subset)
    found = json.loads(result.stdout)["files"][0]["diagnostics"]
    return [item["message"].partition(" is not in the ")[0] for item in found if item["code"] == "CBL5030"]


@pytest.mark.parametrize(
    ("procedure", "elements"),
    [
        ("ADD A TO B.\nMOVE A TO B.\nSTOP RUN.", []),
        ("COMPUTE A = B.", ["COMPUTE"]),
        ("ADD CORRESPONDING G TO H.", ["ADD CORRESPONDING"]),
        ("MOVE C OF G TO A.", ["qualification"]),
        ("MOVE D(1:2) TO D.", ["reference modification"]),
        ("IF A + 1 > B MOVE A TO B.", ["an arithmetic expression in a relation"]),
        ("IF A > B AND A > 1 MOVE A TO B.", ["a combined condition"]),
        ("IF A IS POSITIVE MOVE A TO B.", ["a sign condition"]),
        ("IF A > B IF A > 1 MOVE A TO B.", ["an IF inside of another one"]),
        ("DIVIDE A INTO B GIVING A REMAINDER B.", ["REMAINDER"]),
        ("EVALUATE A WHEN 1 MOVE A TO B.", ["EVALUATE"]),
        ("INITIALIZE D.", ["INITIALIZE"]),
        ("ACCEPT A FROM DAY-OF-WEEK.", ["ACCEPT FROM DAY-OF-WEEK"]),
        ("STRING D DELIMITED BY SIZE INTO D.", ["STRING"]),
        ("PERFORM Q WITH TEST AFTER UNTIL A > 1.\nQ.\nMOVE A TO B.", ["WITH TEST AFTER"]),
        ('CALL "X" USING BY CONTENT A.', ["BY CONTENT"]),
        ("MOVE FUNCTION MAX(A B) TO A.", ["the intrinsic function module"]),
    ],
)
def test_statements_above_the_intermediate_subset(
    tmp_path: Path, procedure: str, elements: list[str]
) -> None:
    assert noted(tmp_path, procedure) == elements


@pytest.mark.parametrize(
    ("data", "elements"),
    [
        ("01 A PIC X. 88 ONE VALUE 'X'.", ["level 88"]),
        ("01 T. 05 N PIC 9. 05 E PIC X OCCURS 1 TO 3 TIMES DEPENDING ON N.", ["OCCURS DEPENDING ON"]),
        ("01 A PIC X(4) VALUE ALL 'AB'.", ["VALUE ALL"]),
        ("01 A PIC X(4) EXTERNAL.", ["EXTERNAL"]),
        ("01 A PIC X(4). 01 B REDEFINES A PIC 9(4).", []),
    ],
)
def test_descriptions_above_the_intermediate_subset(tmp_path: Path, data: str, elements: list[str]) -> None:
    assert noted(tmp_path, "STOP RUN.", data) == elements


@pytest.mark.parametrize(("subset", "count"), [("minimum", 1), ("intermediate", 1), ("high", 0)])
def test_the_high_subset_has_both_levels_of_the_required_modules(
    tmp_path: Path, subset: str, count: int
) -> None:
    assert len(noted(tmp_path, "COMPUTE A = B.", subset=subset)) == count


def test_without_the_option_nothing_is_noted(tmp_path: Path) -> None:
    source = write(tmp_path, {"p.cbl": program("P", "COMPUTE A = B.", DATA.replace(". ", ".\n"))})
    assert "CBL5030" not in cobolift("check", source / "p.cbl", "-v", "--dialect", "cobol85").output
