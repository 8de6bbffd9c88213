"""What the sections of a report say about a small estate."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.command import HELLO, cobolift, program, write

Json = dict[str, Any]


def report_of(source: Path, out: Path, *options: str | Path) -> Json:
    result = cobolift("report", source, "-o", out, *options)
    assert result.exit_code == 0, result.output
    loaded = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def rows(report: Json, table: str) -> list[Json]:
    (found,) = [item for section in report["sections"] for item in section["tables"] if item["name"] == table]
    return [{**row["values"], "id": row["id"]} for row in found["rows"]]


def test_every_file_is_found_and_classified(tmp_path: Path) -> None:
    files = {
        "a.cbl": HELLO,
        "b.cpy": "       01  B PIC X.\n      * note\n\n",
        "c.jcl": "//C JOB\n//* note\n//S EXEC PGM=HELLO\n",
        "d.bms": "D DFHMSD TYPE=MAP\n",
        "e.sql": "CREATE TABLE E (F INT);\n",
        "HELLO2": HELLO,
        "g.bin": "nothing\n",
    }
    report = report_of(write(tmp_path / "src", files), tmp_path / "out")
    found = {row["file"]: row for row in rows(report, "files")}
    assert {name: row["sort"] for name, row in found.items()} == {
        "a.cbl": "program", "b.cpy": "copybook", "c.jcl": "JCL", "d.bms": "BMS map", "e.sql": "SQL",
        "HELLO2": "program", "g.bin": "other",
    }  # fmt: skip
    assert (found["b.cpy"]["code"], found["b.cpy"]["comment"], found["b.cpy"]["blank"]) == (1, 1, 1)
    assert (found["c.jcl"]["code"], found["c.jcl"]["comment"]) == (2, 1)
    assert [row["files"] for row in rows(report, "twins")] == [["HELLO2", "a.cbl"]]


def test_every_item_is_held_in_some_way_with_its_reason(tmp_path: Path) -> None:
    data = "01 A PIC 9.\n01 G.\n   05 T PIC X OCCURS 3 INDEXED BY I.\n01 R REDEFINES G PIC X(3).\n"
    files = {"a.cbl": program("A", "SET I TO 1.\nDISPLAY A R T (I).\nSTOP RUN.", data)}
    report = report_of(write(tmp_path / "src", files), tmp_path / "out")
    (quality,) = rows(report, "quality")
    found = rows(report, "held")
    assert sum(row["items"] for row in found) == quality["items"]
    assert [row["items"] for row in found if row["how"] == "Python value"] == [quality["native"]] == [1]
    assert {row["items"] for row in found if "redefine" in row["why"]} == {2}


def test_ids_stay_when_lines_move(tmp_path: Path) -> None:
    before = report_of(write(tmp_path / "src", {"a.cbl": HELLO}), tmp_path / "one")
    write(tmp_path / "src", {"a.cbl": "      * a line\n" + HELLO})
    after = report_of(tmp_path / "src", tmp_path / "two")
    assert [row["id"] for row in rows(before, "files")] == [row["id"] for row in rows(after, "files")]


def test_an_empty_file_without_an_ending_does_not_hide_a_copybook(tmp_path: Path) -> None:
    files = {
        "src/a.cbl": program("A", "DISPLAY FROM-COPY.\nSTOP RUN.", "COPY BOOK."),
        "copy/BOOK.cpy": "       01  FROM-COPY PIC X VALUE 'Y'.\n",
        "aa/BOOK": "",
    }
    report = report_of(write(tmp_path / "tree", files), tmp_path / "out")
    assert [row["state"] for row in rows(report, "ladder")] == ["converted"]
