"""Section 8: data items, condition-names, who uses them, and where values come from and go to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.cli.command import program, write
from tests.report.estates import Json, of_program, tables
from tests.report.test_sections import report_of

DATA = """\
01 R.
   05 A PIC X(4) VALUE "ABCD".
   05 B REDEFINES A PIC 9(4).
   05 C PIC X(2).
   05 FILLER PIC X.
   66 D RENAMES A THRU C.
01 T.
   05 E OCCURS 3.
      10 F PIC X.
         88 YES VALUE "Y" "J" THRU "L".
      10 G PIC X.
77 N PIC S9(3)V99 COMP-3.
77 ALONE PIC X VALUE "Z"."""


def items(found: dict[str, list[Json]]) -> dict[str, Json]:
    return {row["name"]: row for row in found["data_items"]}


def ways(found: dict[str, list[Json]]) -> list[tuple[str, str, str, str]]:
    return [(row["program"], row["source"], row["kind"], row["target"]) for row in found["lineage"]]


def test_an_item_has_its_bytes_and_description(tmp_path: Path) -> None:
    row = items(of_program(tmp_path, "MOVE 1 TO N.\nSTOP RUN.", DATA))
    assert [row["C"][key] for key in ("level", "path", "picture", "offset", "length")] == [
        5,
        "R",
        "X(2)",
        4,
        2,
    ]
    assert [row["N"][key] for key in ("picture", "usage", "length")] == ["S9(3)V99", "COMP-3", 3]
    assert [row["E"][key] for key in ("usage", "occurs", "length")] == ["group", "3", 2]
    assert (row["B"]["redefines"], row["A"]["value"]) == ("A", '"ABCD"')
    assert (row["D"]["level"], row["D"]["offset"], row["D"]["length"]) == (66, 0, 6)
    assert row["FILLER"]["offset"] == 6
    assert row["N"]["storage"] == "WorkingStorage.n: a loose item"
    assert row["A"]["storage"] == "R.a: its own bytes"


def test_reads_and_writes_by_name_and_by_other_names_are_told_apart(tmp_path: Path) -> None:
    text = "MOVE 12 TO B.\nMOVE SPACE TO T.\nIF YES (1) DISPLAY C.\nSTOP RUN."
    row = items(of_program(tmp_path, text, DATA))
    told = {name: (item["read"], item["written"]) for name, item in row.items()}
    assert told["A"] == ("never", "by another name")
    assert told["B"] == ("never", "by name")
    assert told["C"] == ("by name", "never")
    assert told["F"] == ("by name", "by another name")
    assert told["G"] == ("never", "by another name")
    assert told["ALONE"] == ("never", "VALUE only")


def test_condition_names_have_values_and_uses(tmp_path: Path) -> None:
    found = of_program(tmp_path, "IF YES (1) CONTINUE.\nSET YES (2) TO TRUE.\nSTOP RUN.", DATA)
    (row,) = found["condition_names"]
    assert (row["name"], row["item"]) == ("YES", "F OF E OF T")
    assert (row["values"], row["tests"], row["sets"]) == (['"Y"', '"J" THRU "L"'], 1, 1)


def test_uses_have_their_places(tmp_path: Path) -> None:
    found = of_program(tmp_path, "MOVE 1 TO N.\nADD 1 TO N.\nSTOP RUN.", DATA)
    (row,) = (row for row in found["item_uses"] if row["item"] == "N")
    assert (row["does"], row["how"], row["reads"], row["writes"]) == (
        "reads and writes",
        ["ADD", "MOVE"],
        1,
        2,
    )
    assert len(row["lines"]) == 2


def test_a_copybook_is_told_once_for_all_programs(tmp_path: Path) -> None:
    files = {
        "p.cbl": program("P", "MOVE 1 TO N.\nSTOP RUN.", "COPY C."),
        "q.cbl": program("Q", "DISPLAY N.\nSTOP RUN.", "COPY C."),
        "c.cpy": "       01 N PIC 9.\n",
    }
    found = tables(tmp_path, files)
    (row,) = found["data_items"]
    assert (row["where"], row["programs"], row["reads"], row["writes"]) == ("c.cpy", 2, 1, 1)
    assert [(use["program"], use["does"]) for use in found["item_uses"]] == [("P", "writes"), ("Q", "reads")]


def test_replacing_makes_definitions_of_their_own(tmp_path: Path) -> None:
    data = "COPY C REPLACING ==:X:== BY ==A==.\nCOPY C REPLACING ==:X:== BY ==B==."
    found = tables(tmp_path, {"p.cbl": program("P", "STOP RUN.", data), "c.cpy": "       01 :X:-N PIC 9.\n"})
    assert [row["name"] for row in found["data_items"]] == ["A-N", "B-N"]


def test_arguments_lead_into_the_called_program_and_back(tmp_path: Path) -> None:
    files = {
        "p.cbl": program("P", 'CALL "Q" USING N.\nCALL "GONE" USING N.\nSTOP RUN.', "01 N PIC 9."),
        "q.cbl": program("Q", "GOBACK.", "", "01 L PIC 9.", "L"),
    }
    found = ways(tables(tmp_path, files))
    assert ("P", "N", "call parameter", "L of program Q") in found
    assert ("P", "L of program Q", "call parameter", "N") in found
    assert ("P", "N", "call parameter", "program GONE") in found


STORING = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. {name}.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT F ASSIGN {dd}.
       DATA DIVISION.
       FILE SECTION.
       FD F.
       01 {name}-REC.
          05 {name}-KEY PIC X(4).
          05 {name}-TEXT PIC X(6).
       PROCEDURE DIVISION.
           {statement}
           STOP RUN.
"""
STORED = {
    "w.cbl": STORING.format(name="W", dd="OUTDD", statement="WRITE W-REC."),
    "r.cbl": STORING.format(name="R", dd="INDD", statement="READ F."),
    "j.jcl": "//J JOB\n//S1 EXEC PGM=W\n//OUTDD DD DSN=THE.DATA,DISP=OLD\n//S2 EXEC PGM=R\n//INDD DD DSN=THE.DATA,DISP=SHR\n",
}


def test_programs_meet_in_the_dataset_that_their_jobs_name(tmp_path: Path) -> None:
    found = ways(tables(tmp_path, STORED))
    assert ("W", "W-REC OF F", "written to file", "dataset THE.DATA") in found
    assert ("R", "dataset THE.DATA", "read from file", "R-REC OF F") in found


def test_programs_without_jobs_meet_in_the_assigned_name(tmp_path: Path) -> None:
    files = {name: text.replace("OUTDD", "BOTHDD").replace("INDD", "BOTHDD") for name, text in STORED.items()}
    del files["j.jcl"]
    found = ways(tables(tmp_path, files))
    assert ("W", "W-REC OF F", "written to file", "file BOTHDD") in found
    assert ("R", "file BOTHDD", "read from file", "R-REC OF F") in found


def test_a_program_that_does_not_convert_is_told_as_far_as_it_is_known(tmp_path: Path) -> None:
    found = of_program(tmp_path, "MOVE N TO NOWHERE.\nMOVE N TO ALONE.\nSTOP RUN.", DATA)
    assert ("P", "N", "move", "ALONE") in ways(found)
    assert items(found)["N"]["reads"] == 2


def test_global_items_are_used_by_contained_programs(tmp_path: Path) -> None:
    inner = program("I", "MOVE 1 TO G.\nEXIT PROGRAM.") + "       END PROGRAM I.\n"
    text = program("P", 'CALL "I".\nSTOP RUN.', "01 G PIC 9 IS GLOBAL.") + inner + "       END PROGRAM P.\n"
    found = tables(tmp_path, {"p.cbl": text})
    assert [(row["program"], row["item"]) for row in found["item_uses"]] == [("I", "G")]
    assert items(found)["G"]["written"] == "by name"


def test_figures_can_be_counted_in_the_tables(tmp_path: Path) -> None:
    folder = tmp_path / "src"
    folder.mkdir()
    (folder / "p.cbl").write_text(program("P", "MOVE 1 TO N.\nSTOP RUN.", DATA), encoding="utf-8")
    report = report_of(folder, tmp_path / "out", "--dialect", "gnucobol")
    (section,) = (part for part in report["sections"] if part["name"] == "dictionary")
    figures = {figure["key"]: figure["value"] for figure in section["figures"]}
    rows: list[dict[str, Any]] = [row["values"] for row in section["tables"][0]["rows"]]
    named = [row for row in rows if row["name"] != "FILLER"]
    assert figures["items"] == len(rows)
    assert figures["never_read"] == sum(row["read"] == "never" for row in named) == len(named)
    assert figures["never_written"] == sum(row["written"] == "never" for row in named) == 5
    assert figures["ways"] == len(section["tables"][3]["rows"]) == 1


def test_the_text_of_the_report_has_a_line_for_each_row(tmp_path: Path) -> None:
    report_of(write(tmp_path / "src", STORED), tmp_path / "out")
    text = (tmp_path / "out" / "report.json").read_text(encoding="utf-8")
    assert text.isascii()
    assert sum('"name": "W-KEY"' in line for line in text.splitlines()) == 1
    assert max(len(line) for line in text.splitlines() if '"evidence"' in line) < 2000
