"""`cobolift data layout`: copybooks as they are found."""

from __future__ import annotations

import json
from pathlib import Path

from tests.data.tools import EVERY_USAGE, cobolift, copybook, done

ORDER = """
01 ORDER-RECORD.
05 ORDER-ID PIC 9(6).
05 ORDER-DATE PIC X(8).
05 ORDER-DATE-N REDEFINES ORDER-DATE PIC 9(8).
05 LINE-COUNT PIC S9(4) COMP.
05 ORDER-LINE OCCURS 1 TO 9 DEPENDING ON LINE-COUNT.
10 ITEM PIC X(5).
10 PRICE PIC S9(5)V99 COMP-3.
"""


def test_the_table_has_offsets_lengths_and_pictures(tmp_path: Path) -> None:
    output = done("layout", copybook(tmp_path, ORDER)).output
    lines = [" ".join(line.split()) for line in output.splitlines()]
    assert lines[0] == "ORDER-RECORD: 97 bytes"
    assert "6 8 05 ORDER-DATE-N DISPLAY 9(8) redefines ORDER-DATE" in lines
    assert "16 9 05 ORDER-LINE group 1 to 9 by LINE-COUNT" in lines
    assert "21 4 10 PRICE COMP-3 S9(5)V99" in lines


def test_json_has_everything_a_program_needs(tmp_path: Path) -> None:
    (record,) = json.loads(done("layout", copybook(tmp_path, ORDER), "--json").output)
    assert (record["name"], record["length"], record["variable"]) == ("ORDER-RECORD", 97, True)
    items = {item["name"]: item for item in record["items"]}
    assert items["PRICE"] == {
        "level": 10, "name": "PRICE", "group": "ORDER-LINE", "offset": 21, "length": 4, "usage": "COMP-3",
        "category": "NUMERIC", "picture": "S9(5)V99", "digits": 7, "scale": 2, "signed": True,
    }  # fmt: skip
    assert items["ORDER-LINE"]["occurs"] == {
        "minimum": 1, "maximum": 9, "stride": 9, "depending_on": "LINE-COUNT",
    }  # fmt: skip


def test_the_ruler_draws_bytes(tmp_path: Path) -> None:
    path = copybook(
        tmp_path,
        "01 R.\n05 A PIC X.\n05 NAME PIC X(8).\n05 NUM REDEFINES NAME PIC 9(4).\n05 FILLER PIC X(3).",
    )
    assert done("layout", path, "--ruler").output.splitlines() == [
        "R: 12 bytes",
        "",
        "|0...:....|1",
        "A[NAME--][#]",
        " [NU]",
    ]


def test_a_copybook_without_level_01_becomes_a_record(tmp_path: Path) -> None:
    path = copybook(tmp_path, "05 A PIC X(3).\n05 B PIC 9(4) COMP.")
    assert done("layout", path).output.startswith("RECORD-RECORD: 5 bytes")


def test_a_file_description_and_a_program_have_records_too(tmp_path: Path) -> None:
    path = copybook(tmp_path, "FD SOME-FILE.\n01 R.\n05 A PIC X(3).")
    assert "R: 3 bytes" in done("layout", path).output
    path.write_text(
        """       IDENTIFICATION DIVISION.
       PROGRAM-ID. SOMETHING.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  W PIC X(7).
       PROCEDURE DIVISION.
           STOP RUN.
"""
    )
    assert "W: 7 bytes" in done("layout", path).output


def test_the_sizes_of_a_dialect_are_used() -> None:
    assert "ALL-RECORD: 243 bytes" in done("layout", EVERY_USAGE).output
    assert "ALL-RECORD: 244 bytes" in done("layout", EVERY_USAGE, "--dialect", "ibm").output


def test_a_broken_copybook_is_shown_with_its_line(tmp_path: Path) -> None:
    result = cobolift("layout", copybook(tmp_path, "01 R.\n05 A PIC X(3.\n05 B PIC X."))
    assert result.exit_code == 1
    assert "RECORD.cpy:2:" in result.output


def test_a_file_without_records_is_a_usage_error(tmp_path: Path) -> None:
    path = tmp_path / "EMPTY.cpy"
    path.write_text("      * nothing here\n")
    result = cobolift("layout", path)
    assert result.exit_code == 2
    assert "describes no record" in result.output


def test_a_table_of_variable_length_may_stand_anywhere(tmp_path: Path) -> None:
    book = copybook(
        tmp_path,
        "05 N PIC 9.\n05 T OCCURS 1 TO 3 DEPENDING ON N.\n10 M PIC 9.\n10 S PIC X OCCURS 0 TO 2 DEPENDING ON M.\n05 E PIC X.",
    )
    output = done("layout", book, "--dialect", "gnucobol").output
    rows = [line.split() for line in output.splitlines()]
    assert ["2", "1", "10", "S", "DISPLAY", "X", "0", "to", "2", "by", "M"] in rows
    assert ["10", "1", "05", "E", "DISPLAY", "X"] in rows


def test_slack_bytes_are_counted(tmp_path: Path) -> None:
    book = copybook(
        tmp_path, "01 R.\n05 A PIC X.\n05 B PIC 9(4) COMP SYNC.\n05 C PIC X.\n05 D PIC 9(9) COMP SYNC."
    )
    output = done("layout", book).output
    assert "1 slack byte before" in output
    assert "3 slack bytes before" in output


def test_a_program_without_one_of_its_copybooks_says_so(tmp_path: Path) -> None:
    lines = ["IDENTIFICATION DIVISION.", "PROGRAM-ID. P.", "DATA DIVISION.", "WORKING-STORAGE SECTION.", "01 R.",
             "05 A PIC X(2).", "COPY NOWHERE.", "PROCEDURE DIVISION.", "STOP RUN."]  # fmt: skip
    book = copybook(tmp_path, "\n".join(lines))
    result = done("layout", book)
    assert "copybook NOWHERE was not found" in result.stderr
    assert "R: 2 bytes" in result.stdout


def test_items_of_level_66_and_77_have_their_places(tmp_path: Path) -> None:
    book = copybook(
        tmp_path,
        "77 LOOSE PIC X.\n01 R.\n05 A PIC X(2).\n05 B PIC X(3).\n66 BOTH RENAMES A THRU B.\n66 ONE RENAMES B.",
    )
    rows = [" ".join(line.split()) for line in done("layout", book).output.splitlines()]
    assert "0 5 66 BOTH group renames A to B" in rows
    assert "2 3 66 ONE DISPLAY X(3) renames B" in rows
    path = tmp_path / "data"
    path.write_bytes(b"ABCDE")
    shown = done("view", path, "-c", book, "--codepage", "ascii", "--json").stdout
    assert json.loads(shown) == {"A": "AB", "B": "CDE"}
