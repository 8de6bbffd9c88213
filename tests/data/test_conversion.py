"""`cobolift data convert`: no byte is lost, and packed fields are never translated."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.data.tools import EVERY_USAGE, cobolift, copybook, done

ITEM = """
01 ITEM.
05 KIND PIC X.
05 PRICE PIC S9(5)V99 COMP-3.
05 BODY PIC X(6).
05 FIGURES REDEFINES BODY.
10 N PIC S9(4) COMP.
10 P PIC S9(7) COMP-3.
05 TAGS PIC X(2) OCCURS 2.
05 PARTS-COUNT PIC 9.
05 PARTS OCCURS 0 TO 3 DEPENDING ON PARTS-COUNT.
10 CODE-OF PIC 9(2).
10 QUANTITY PIC S9(3) COMP-3.
"""
NEEDS_PYARROW = pytest.mark.skipif(
    find_spec("pyarrow") is None, reason="pyarrow is not installed: no Parquet here"
)
TABLES = ["csv", "jsonl", "sqlite", pytest.param("parquet", marks=NEEDS_PYARROW)]
WHEN = ("--when", "KIND=N:FIGURES", "--when", "KIND=T:BODY")


def item(kind: str, price: str, body: str, parts: str) -> bytes:
    tail = bytes.fromhex(parts)
    count = f"{len(tail) // 4}".encode("cp037")
    return kind.encode("cp037") + bytes.fromhex(price + body) + "R1R2".encode("cp037") + count + tail


ITEMS = [
    item("N", "0001299C", "FFFE0000123D", "F0F1005C"),
    item("T", "0000500D", "C1C2C3404040", ""),
    item("N", "40404040", "000100000010", "F0F1005CF0F2007D"),
]


@pytest.fixture
def items(tmp_path: Path) -> tuple[Path, Path]:
    path = tmp_path / "items"
    path.write_bytes(b"".join((len(data) + 4).to_bytes(2, "big") + b"\0\0" + data for data in ITEMS))
    return path, copybook(tmp_path, ITEM)


@pytest.mark.parametrize("hostile", [False, True], ids=["valid", "hostile"])
@pytest.mark.parametrize("form", ["fixed", "rdw"])
@pytest.mark.parametrize("page", ["cp037", "cp1047", "ascii"])
@pytest.mark.parametrize("kind", TABLES)
def test_every_usage_comes_back_from_a_table_byte_for_byte(
    tmp_path: Path, kind: str, page: str, form: str, hostile: bool
) -> None:
    data, table, back = tmp_path / "data", tmp_path / f"table.{kind}", tmp_path / "back"
    choice = ("--when", "REC-TYPE=N:DETAIL-NUMBERS", "--when", "REC-TYPE=T:DETAIL-AREA")
    shared = ("-c", EVERY_USAGE, *choice, "--dialect", "ibm")
    extra = ("--hostile",) if hostile else ()
    done("generate", *shared, "-n", 60, "--codepage", page, "--format", form, "-o", data, *extra)
    done("convert", data, *shared, "--codepage", page, "--format", form, "--to", kind, "-o", table)
    target = "ascii" if page == "ascii" else "ebcdic"
    done("convert", table, *shared, "--to", target, "--to-codepage", page, "--to-format", form, "-o", back)
    assert back.read_bytes() == data.read_bytes()


@pytest.mark.parametrize("sign", ["ascii", "ebcdic"])
def test_a_translated_file_has_the_same_values_and_comes_back(tmp_path: Path, sign: str) -> None:
    data, plain, back = tmp_path / "data", tmp_path / "plain", tmp_path / "back"
    shared = ("-c", EVERY_USAGE, "--record", "DETAIL-NUMBERS", "--dialect", "ibm")
    done("generate", *shared, "-n", 100, "--codepage", "cp037", "-o", data)
    done("convert", data, *shared, "--codepage", "cp037", "--to", "ascii", "--to-sign", sign, "-o", plain)
    two = ("--codepage", "cp037", "--right-codepage", "ascii", "--right-sign", sign, "--ignore", "F-4")
    done("diff", data, plain, *shared, *two)
    done("convert", plain, *shared, "--codepage", "ascii", "--sign", sign, "--to", "ebcdic", "-o", back)
    done("diff", data, back, *shared, "--codepage", "cp037", "--ignore", "F-4")


def test_translation_changes_characters_and_nothing_else(tmp_path: Path) -> None:
    book = copybook(
        tmp_path,
        "01 R.\n05 T PIC X(3).\n05 P PIC S9(5) COMP-3.\n05 B PIC S9(9) COMP.\n05 Z PIC S9(3).\n05 U PIC 9(2).",
    )
    path, out = tmp_path / "data", tmp_path / "out"
    path.write_bytes(bytes.fromhex("C1C2F1 40C1FC C1C2C3C4 F0F4D2 F1F2"))
    done("convert", path, "-c", book, "--codepage", "cp037", "--to", "ascii", "-o", out)
    assert out.read_bytes() == b"AB1" + bytes.fromhex("40C1FC C1C2C3C4") + b"04r12"
    done(
        "convert", path, "-c", book, "--codepage", "cp037", "--to", "ascii", "--to-sign", "ebcdic", "-o", out
    )
    assert out.read_bytes() == b"AB1" + bytes.fromhex("40C1FC C1C2C3C4") + b"04K12"


def test_characters_that_may_be_numbers_stop_a_translation(items: tuple[Path, Path], tmp_path: Path) -> None:
    path, book = items
    out = tmp_path / "out"
    result = cobolift("convert", path, "-c", book, "--codepage", "cp037", "--to", "ascii", "-o", out)
    assert result.exit_code == 1
    assert (
        "BODY is characters in one description and something else in another (BODY, FIGURES)" in result.output
    )
    assert not out.exists()
    assert not list(tmp_path.glob(".out*"))


def test_the_description_is_chosen_for_each_record(items: tuple[Path, Path], tmp_path: Path) -> None:
    path, book = items
    out = tmp_path / "out"
    done("convert", path, "-c", book, "--codepage", "cp037", *WHEN, "--to", "ascii", "-o", out)
    data = out.read_bytes()
    assert bytes.fromhex("FFFE0000123D") in data
    assert b"ABC   " in data
    only_numbers = ("--when", "KIND=N:FIGURES")
    result = cobolift(
        "convert", path, "-c", book, "--codepage", "cp037", *only_numbers, "--to", "ascii", "-o", out
    )
    assert result.exit_code == 1
    assert "record 2: BODY" in result.output


def test_bytes_beyond_the_description_stop_a_translation(tmp_path: Path) -> None:
    book = copybook(tmp_path, "01 R.\n05 T PIC X(3).")
    path = tmp_path / "data"
    path.write_bytes(b"\0\x0a\0\0\xc1\xc2\xc3\x12\x3c\xff")
    result = cobolift(
        "convert",
        path,
        "-c",
        book,
        "--codepage",
        "cp037",
        "--format",
        "rdw",
        "--to",
        "ascii",
        "-o",
        tmp_path / "out",
    )
    assert result.exit_code == 1
    assert "record 1 has 6 bytes and its description 3" in result.output


def test_json_lines_have_lists_and_exact_decimals(items: tuple[Path, Path], tmp_path: Path) -> None:
    path, book = items
    out = tmp_path / "out.jsonl"
    result = done("convert", path, "-c", book, "--codepage", "cp037", *WHEN, "--to", "jsonl", "-o", out)
    assert "2 fields have bytes that are no value, in 1 record;" in result.stderr
    first, second, third = [json.loads(line, parse_float=Decimal) for line in out.read_text().splitlines()]
    assert first == {
        "KIND": "N", "PRICE": Decimal("12.99"), "N": -2, "P": -123, "TAGS": ["R1", "R2"], "PARTS-COUNT": 1,
        "PARTS": [{"CODE-OF": 1, "QUANTITY": 5}], "_record": "ITEM/FIGURES",
    }  # fmt: skip
    assert second["BODY"] == "ABC"
    assert second["PARTS"] == []
    assert third["PRICE"] is None
    assert third["_bytes"] == {"PRICE": "40404040", "P": "00000010"}


def test_csv_has_a_line_of_names_and_json_in_cells_of_tables(
    items: tuple[Path, Path], tmp_path: Path
) -> None:
    path, book = items
    out = tmp_path / "out.csv"
    done("convert", path, "-c", book, "--codepage", "cp037", *WHEN, "--to", "csv", "-o", out)
    with out.open(newline="") as file:
        first = next(csv.DictReader(file))
    assert (first["PRICE"], first["BODY"], first["TAGS"], first["PARTS"]) == (
        "12.99", "", '["R1", "R2"]', '[{"CODE-OF": 1, "QUANTITY": 5}]',
    )  # fmt: skip


def test_sqlite_keeps_every_digit_of_a_decimal(items: tuple[Path, Path], tmp_path: Path) -> None:
    path, book = items
    out = tmp_path / "out.sqlite"
    done("convert", path, "-c", book, "--codepage", "cp037", *WHEN, "--to", "sqlite", "-o", out)
    with closing(sqlite3.connect(out)) as connection:
        rows = connection.execute(
            "SELECT PRICE, typeof(PRICE), N, PARTS FROM records WHERE KIND = 'N'"
        ).fetchall()
    assert rows[0] == ("12.99", "text", -2, '[{"CODE-OF": 1, "QUANTITY": 5}]')


@NEEDS_PYARROW
def test_parquet_has_decimals_lists_and_structs(items: tuple[Path, Path], tmp_path: Path) -> None:
    from pyarrow import parquet

    path, book = items
    out = tmp_path / "out.parquet"
    done("convert", path, "-c", book, "--codepage", "cp037", *WHEN, "--to", "parquet", "-o", out)
    table = parquet.read_table(out)
    kinds = {field.name: str(field.type) for field in table.schema}
    assert kinds["PRICE"] == "decimal128(7, 2)"
    assert kinds["P"] == "int64"
    assert kinds["PARTS"] == "list<element: struct<CODE-OF: int64, QUANTITY: int64>>"
    assert table.to_pylist()[0]["PRICE"] == Decimal("12.99")


def test_without_pyarrow_the_extra_is_named(
    items: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, book = items
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    result = cobolift("convert", path, "-c", book, "--to", "parquet", "-o", tmp_path / "out.parquet")
    assert result.exit_code == 2
    assert "pip install 'cobolift[parquet]'" in " ".join(result.output.split())


def test_an_edited_table_becomes_records(tmp_path: Path) -> None:
    book = copybook(tmp_path, "01 R.\n05 T PIC X(3).\n05 P PIC S9(3)V9 COMP-3.\n05 L PIC 9 OCCURS 2.")
    table, out = tmp_path / "table.csv", tmp_path / "out"
    table.write_text('T,P,L\nAB,-1.5,"[1, 2]"\n,,\n')
    done("convert", table, "-c", book, "--to", "ascii", "-o", out)
    assert out.read_bytes() == b"AB \0\1\x5d12" + b"   \0\0\x0c00"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("T,P\nABCD,1\n", "row 1: T (PICTURE X(3)): 'ABCD' is longer than 3 characters"),
        ("T,P\nA,1000\n", "row 1: P (PICTURE S9(3)V9): 1000 does not fit"),
        ("T,P\nA,1\nB,0.05\n", "row 2: P (PICTURE S9(3)V9): 0.05 does not fit"),
        ("T,P\nA,x\n", "table.csv:2: P: 'x' is no decimal"),
        ("T,X\nA,1\n", "the copybook has no X"),
        ("T,P\nA\n", "table.csv:2: 1 cells under 2 names"),
        ("T,_bytes\nA,{\n", "column _bytes is no JSON"),
        ('T,_bytes\nA,"{""Q"": ""00""}"\n', "the copybook has no item Q"),
    ],
)
def test_wrong_tables_are_explained(tmp_path: Path, text: str, message: str) -> None:
    book = copybook(tmp_path, "01 R.\n05 T PIC X(3).\n05 P PIC S9(3)V9 COMP-3.")
    table = tmp_path / "table.csv"
    table.write_text(text)
    result = cobolift("convert", table, "-c", book, "--to", "ascii", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert message in result.output


def test_chosen_columns_and_records_only(items: tuple[Path, Path], tmp_path: Path) -> None:
    path, book = items
    out = tmp_path / "out.csv"
    done("convert", path, "-c", book, "--codepage", "cp037", *WHEN, "--to", "csv", "-o", out,
         "--fields", "price,KIND", "--where", "KIND=T")  # fmt: skip
    assert out.read_text().splitlines() == ["PRICE,KIND", "-5.00,T"]


def test_several_records_need_a_choice(tmp_path: Path) -> None:
    book = copybook(
        tmp_path, "01 HEAD.\n05 T PIC X.\n05 D PIC 9(4).\n01 BODY.\n05 T PIC X.\n05 A PIC S9(7) COMP-3."
    )
    path, out, back = tmp_path / "data", tmp_path / "out.jsonl", tmp_path / "back"
    path.write_bytes(bytes.fromhex("C8F2F0F2F6C20000123CE712345678"))
    result = cobolift("convert", path, "-c", book, "--codepage", "cp037", "--to", "jsonl", "-o", out)
    assert result.exit_code == 2
    assert "they are HEAD, BODY" in " ".join(result.output.split())
    rules = ("--when", "T=H:HEAD", "--when", "T=B:BODY")
    done("convert", path, "-c", book, "--codepage", "cp037", *rules, "--to", "jsonl", "-o", out)
    assert [json.loads(line) for line in out.read_text().splitlines()] == [
        {"T": "H", "D": 2026, "_record": "HEAD"},
        {"T": "B", "A": 123, "_record": "BODY"},
        {"_record": None, "_bytes": {"@0": "e712345678"}},
    ]
    done("convert", out, "-c", book, *rules, "--to", "ebcdic", "-o", back)
    assert back.read_bytes() == path.read_bytes()


def test_items_behind_a_variable_table_slide_on_mainframes_only(tmp_path: Path) -> None:
    book = copybook(tmp_path, "01 R.\n05 N PIC 9.\n05 T PIC X OCCURS 1 TO 3 DEPENDING ON N.\n05 Z PIC X(2).")
    path = tmp_path / "data"
    path.write_bytes(b"\0\x08\0\0" + "1AYZ".encode("cp037"))
    shared = ("-c", book, "--dialect", "ibm", "--codepage", "cp037", "--format", "rdw", "--json")
    assert json.loads(done("view", path, *shared).stdout) == {"N": 1, "T": ["A"], "Z": "YZ"}
    kept = json.loads(done("view", path, *shared, "--no-slide").stdout)
    assert kept["Z"] is None


def test_a_folder_that_is_not_there_is_named(items: tuple[Path, Path], tmp_path: Path) -> None:
    path, book = items
    out = tmp_path / "nowhere" / "out.csv"
    result = cobolift("convert", path, "-c", book, "--codepage", "cp037", *WHEN, "--to", "csv", "-o", out)
    assert result.exit_code == 2
    assert f"there is no folder {tmp_path / 'nowhere'}" in "".join(result.output.split("\n"))


def test_a_shorter_record_stays_shorter_in_another_encoding(tmp_path: Path) -> None:
    book = copybook(
        tmp_path, "01 R.\n05 A PIC X.\n05 B PIC X OCCURS 0 TO 3 DEPENDING ON A-COUNT.\n05 C PIC X(2)."
    )
    book.write_text(book.read_text().replace("05 A PIC X.", "05 A-COUNT PIC 9."))
    path, out = tmp_path / "data", tmp_path / "out"
    path.write_bytes(b"\0\x06\0\0\xf0\xc1")
    done("convert", path, "-c", book, "--codepage", "cp037", "--format", "rdw", "--to", "ascii", "-o", out)
    assert out.read_bytes() == b"\0\x06\0\0" + b"0A"
