"""Section 9: what control never reaches, what nothing uses, what is not compiled; and what must not be called dead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import program, write
from tests.report.estates import Json, of_program, tables
from tests.report.test_sections import report_of, rows

DATA = "01 A PIC 9 VALUE 1.\n78 NEVER VALUE 0."


def dead(folder: Path, procedure: str, data: str = DATA) -> list[tuple[str, str]]:
    """What control never reaches: kind and name."""
    return [(row["kind"], row["name"]) for row in of_program(folder, procedure, data)["dead_statements"]]


ALIVE = {
    "fall through": "DISPLAY A.\n>P1.\nDISPLAY A.",
    "a range runs through a paragraph that nothing names": "PERFORM P1 THRU P3\nSTOP RUN.\n>P1.\nDISPLAY A.\n>P2.\nDISPLAY A.\n>P3.\nEXIT.",
    "a GO TO out of a range falls through past its end": "PERFORM P1\nSTOP RUN.\n>P1.\nIF A = 1\nGO TO P2.\n>P2.\nDISPLAY A.\n>P3.\nSTOP RUN.",
    "GO TO DEPENDING": "GO TO P1 P2 DEPENDING ON A.\nSTOP RUN.\n>P1.\nSTOP RUN.\n>P2.\nSTOP RUN.",
    "ALTER": ">P0.\nGO TO P1.\n>P1.\nALTER P0 TO PROCEED TO P2.\nGO TO P0.\n>P2.\nSTOP RUN.",
    "a label of CICS": "EXEC CICS HANDLE CONDITION ERROR(P1) END-EXEC.\nSTOP RUN.\n>P1.\nSTOP RUN.",
    "a label of SQL": "EXEC SQL WHENEVER SQLERROR GO TO P1 END-EXEC.\nSTOP RUN.\n>P1.\nSTOP RUN.",
    "an answer is asked for": "EXEC CICS RETURN RESP(A) END-EXEC.\n>P1.\nSTOP RUN.",
    "ENTRY": 'STOP RUN.\n>P1.\nENTRY "OTHER".\nDISPLAY A.\nGOBACK.',
    "EXIT PROGRAM does nothing in a main program": "EXIT PROGRAM.\nDISPLAY A.\nSTOP RUN.",
    "a loop that is left": "PERFORM UNTIL EXIT\nIF A = 1\nEXIT PERFORM\nEND-IF\nEND-PERFORM\nSTOP RUN.",
    "NEXT SENTENCE": "IF A = 1\nNEXT SENTENCE\nELSE\nSTOP RUN.\nDISPLAY A.",
    "EXIT PARAGRAPH": "IF A = 1\nEXIT PARAGRAPH.\nSTOP RUN.\n>P1.\nDISPLAY A.",
    "a WHEN that may come true": "EVALUATE A\nWHEN 1\nDISPLAY A\nWHEN 2\nDISPLAY A\nWHEN OTHER\nDISPLAY A\nEND-EVALUATE.",
}


@pytest.mark.parametrize("procedure", ALIVE.values(), ids=ALIVE)
def test_nothing_is_dead_that_control_can_reach(tmp_path: Path, procedure: str) -> None:
    assert dead(tmp_path, procedure) == []


DEAD = {
    "no way leads to it": ("STOP RUN.\n>P1.\nDISPLAY A.", [("paragraph", "P1")]),
    "it is performed and nothing falls into it": (
        "PERFORM P1\nSTOP RUN.\n>P1.\nDISPLAY A.\n>P2.\nDISPLAY A.", [("paragraph", "P2")],
    ),
    "the PERFORM never comes back": ("PERFORM P1.\nDISPLAY A.\n>P1.\nSTOP RUN.", [("statements", "MAIN-PARA")]),
    "only dead code performs it": (
        "STOP RUN.\n>P1.\nPERFORM P2.\nSTOP RUN.\n>P2.\nEXIT.", [("paragraph", "P1"), ("paragraph", "P2")],
    ),
    "a section as a whole": ("STOP RUN.\n>S1 SECTION.\n>P1.\nEXIT.\n>P2.\nEXIT.", [("section", "S1")]),
    "behind GO TO": ("GO TO P1\nDISPLAY A.\nDISPLAY A.\n>P1.\nSTOP RUN.", [("statements", "MAIN-PARA")] * 2),
    "a condition that is never true": ("IF NEVER = 1\nDISPLAY A.", [("statements", "MAIN-PARA")]),
    "ELSE of a condition that is always true": ("IF 1 = 1 OR A = 2\nDISPLAY A\nELSE\nDISPLAY A.", [("statements", "MAIN-PARA")]),
    "the same WHEN twice": (
        "EVALUATE A\nWHEN 1\nDISPLAY A\nWHEN 2\nDISPLAY A\nWHEN 1\nDISPLAY A\nEND-EVALUATE.", [("statements", "MAIN-PARA")],
    ),
    "behind a loop without end": ("PERFORM UNTIL EXIT\nDISPLAY A\nEND-PERFORM\nDISPLAY A.", [("statements", "MAIN-PARA")]),
    "behind EXEC CICS RETURN": ("EXEC CICS RETURN END-EXEC.\n>P1.\nDISPLAY A.", [("paragraph", "P1")]),
}  # fmt: skip


@pytest.mark.parametrize(("procedure", "found"), DEAD.values(), ids=DEAD)
def test_dead_code_is_found(tmp_path: Path, procedure: str, found: list[tuple[str, str]]) -> None:
    if "CICS" in procedure:
        found = [item for item in found if item[0] == "paragraph"]
    assert dead(tmp_path, procedure) == found


def test_the_reason_names_what_stands_before_and_who_is_dead_itself(tmp_path: Path) -> None:
    text = "GO TO P3.\n>P1.\nPERFORM P2.\nGO TO P3.\n>P2.\nEXIT.\n>P3.\nSTOP RUN."
    first, second = of_program(tmp_path, text, DATA)["dead_statements"]
    assert (
        first["reason"]
        == "no PERFORM, GO TO or fall-through reaches it: the paragraph before, MAIN-PARA, ends with GO TO P3"
    )
    assert second["reason"] == "only PERFORM in P1 names it, which is dead itself"
    assert (first["code_lines"], first["certainty"], first["rule"]) == (3, "certain", "dead/paragraph")


def unused(found: dict[str, list[Json]]) -> list[tuple[str, str]]:
    return [(row["kind"], row["name"]) for row in found["unused"]]


def test_items_are_unused_when_no_byte_of_them_is_used(tmp_path: Path) -> None:
    data = (
        "01 G.\n05 G1 PIC X.\n05 G2 PIC X.\n   88 YES VALUE 'Y'.\n   88 NO-ONE VALUE 'N'.\n"
        "01 H.\n05 H1 PIC X.\n01 R REDEFINES H PIC X.\n01 W.\n05 W1 PIC X.\n05 W2 PIC X.\n"
    )
    found = of_program(tmp_path, "MOVE 'X' TO G1.\nIF YES DISPLAY R.\nSTOP RUN.", data)
    assert unused(found) == [("condition-name", "NO-ONE OF G2"), ("data item", "W")]
    assert found["unused"][1]["code_lines"] == 3


def test_host_variables_are_used(tmp_path: Path) -> None:
    text = "EXEC SQL SELECT X INTO :A FROM T END-EXEC.\nSTOP RUN."
    assert unused(of_program(tmp_path, text, "01 A PIC X.")) == []


def test_a_file_that_is_never_opened(tmp_path: Path) -> None:
    text = program("P", "STOP RUN.").replace(
        "       DATA DIVISION.",
        '       ENVIRONMENT DIVISION.\n       INPUT-OUTPUT SECTION.\n       FILE-CONTROL.\n           SELECT F ASSIGN "f".\n'
        "       DATA DIVISION.\n       FILE SECTION.\n       FD F.\n       01 R PIC X.",
    )
    assert "SELECT F" in text
    assert unused(tables(tmp_path, {"p.cbl": text})) == [("file", "F")]


JOB = "//J JOB\n//S EXEC PGM=ONE\n"


def test_programs_that_nothing_starts_are_told_only_with_job_control(tmp_path: Path) -> None:
    files = {
        "one.cbl": program("ONE", 'CALL "TWO".\nSTOP RUN.'),
        "two.cbl": program("TWO", "GOBACK."),
        "three.cbl": program("THREE", 'CALL "FOUR".\nGOBACK.'),
        "four.cbl": program("FOUR", "GOBACK."),
        "spare.cpy": "       01  SPARE PIC X.\n",
    }
    assert unused(tables(tmp_path / "without", files)) == [("copybook", "SPARE")]
    found = tables(tmp_path / "with", {**files, "run.jcl": JOB})
    assert unused(found) == [("program", "FOUR"), ("program", "THREE"), ("copybook", "SPARE")]
    assert found["unused"][0]["reason"] == "only THREE calls it, and nothing starts that"


def test_a_dynamic_call_makes_a_program_doubtful(tmp_path: Path) -> None:
    files = {
        "one.cbl": program("ONE", "ACCEPT A.\nCALL A.\nSTOP RUN.", "01 A PIC X(8)."),
        "two.cbl": program("TWO", "GOBACK."),
        "run.jcl": JOB,
    }
    (found,) = tables(tmp_path, files)["unused"]
    assert (found["certainty"], "ONE names a program by an item" in found["alive_if"]) == ("doubtful", True)


def test_commented_out_code_is_told_from_prose(tmp_path: Path) -> None:
    text = program("P", "STOP RUN.", DATA) + "".join(
        f"      *    {line}\n"
        for line in (
            "IF A = 1", "   MOVE 2 TO A", "END-IF.", "", "Move on to the next record.", "DISPLAY THE RESULT", "",
            "05 OLD-ITEM PIC X(4).", "", "CALL the office first",
        )
    )  # fmt: skip
    debugging = "      D    DISPLAY A.\n"
    rows = tables(tmp_path, {"p.cbl": text + debugging})["dead_text"]
    assert [(row["kind"], row["name"], row["code_lines"]) for row in rows] == [
        ("commented-out code", "IF A = 1", 3),
        ("commented-out code", "05 OLD-ITEM PIC X(4).", 1),
        ("debugging lines", "DISPLAY A.", 1),
    ]


def test_an_entry_inside_a_statement_makes_it_alive(tmp_path: Path) -> None:
    text = 'STOP RUN.\nDISPLAY A.\nIF A = 1\nENTRY "INNER"\nDISPLAY A\nEND-IF.\nDISPLAY A.\nGOBACK.'
    (row,) = of_program(tmp_path, text, DATA)["dead_statements"]
    assert (row["kind"], row["code_lines"], row["reason"]) == (
        "statements",
        1,
        "STOP RUN before it does not come back",
    )


def test_what_only_dead_code_uses_is_unused_and_a_new_name_is_no_use(tmp_path: Path) -> None:
    data = "01 A PIC X.\n01 B PIC X.\n01 G.\n05 C PIC X.\n66 ALIAS RENAMES C."
    found = of_program(tmp_path, "DISPLAY A.\nSTOP RUN.\n>P1.\nDISPLAY B.", data)["unused"]
    assert [(row["name"], row["reason"]) for row in found] == [
        ("B", "only statements that are never reached use it"),
        ("G", "neither it nor an item in it is named, nor anything that shares its bytes"),
    ]


def test_the_figures_follow_from_the_rows(tmp_path: Path) -> None:
    files = {"p.cbl": program("P", "STOP RUN.\nDISPLAY A.", DATA), "b.cpy": "       01  BOOK PIC X.\n"}
    report = report_of(write(tmp_path / "src", files), tmp_path / "out")
    figures = {
        item["key"]: item["value"]
        for part in report["sections"]
        if part["name"] == "dead"
        for item in part["figures"]
    }
    statements, code = rows(report, "dead_statements"), rows(report, "files")
    assert figures["dead_lines"] == sum(row["code_lines"] for row in statements) == 1
    assert figures["dead_share"] == round(1 / sum(row["code"] for row in code), 4)
    assert figures["unused"] == len(rows(report, "unused")) == 2
