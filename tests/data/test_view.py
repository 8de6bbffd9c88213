"""`cobolift data view`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.data.tools import cobolift, copybook, done

ACCOUNT = """
01 ACCOUNT.
05 ID PIC 9(3).
05 NAME PIC X(5).
05 BALANCE PIC S9(3)V99 COMP-3.
"""
RECORDS = [("001ANNA ", "12345C"), ("002BERT ", "00050D"), ("003CARL ", "404040")]


@pytest.fixture
def data(tmp_path: Path) -> tuple[Path, Path]:
    path = tmp_path / "accounts"
    path.write_bytes(b"".join(text.encode("cp037") + bytes.fromhex(packed) for text, packed in RECORDS))
    return path, copybook(tmp_path, ACCOUNT)


def test_fields_are_decoded_and_bad_bytes_are_shown_in_hex(data: tuple[Path, Path]) -> None:
    path, book = data
    lines = done("view", path, "-c", book, "--codepage", "cp037").output.splitlines()
    assert lines[:4] == [
        "record 1  11 bytes  ACCOUNT",
        "  ID       1",
        "  NAME     ANNA",
        "  BALANCE  123.45",
    ]
    assert lines[7] == "  BALANCE  -0.50"
    assert lines[11] == "  BALANCE  X'404040'"


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        (["--head", "1"], [1]),
        (["--tail", "2"], [2, 3]),
        (["--head", "1", "--tail", "1"], [1, 3]),
        (["--head", "2", "--tail", "5"], [1, 2, 3]),
        (["--where", "NAME=BERT"], [2]),
        (["--where", "BALANCE<0"], [2]),
        (["--where", "ID>=2"], [2, 3]),
        (["--where", "ID>=2", "--where", "NAME!=CARL"], [2]),
        (["--where", "BALANCE=123.450"], [1]),
        (["--where", "NAME='ANNA'"], [1]),
        (["--where", "NAME=NOBODY"], []),
    ],
)
def test_records_can_be_chosen(data: tuple[Path, Path], options: list[str], numbers: list[int]) -> None:
    path, book = data
    output = done("view", path, "-c", book, "--codepage", "cp037", "--json", *options).stdout
    assert [json.loads(line)["ID"] for line in output.splitlines()] == numbers


def test_a_table_has_a_line_for_each_record(data: tuple[Path, Path]) -> None:
    path, book = data
    output = done("view", path, "-c", book, "--codepage", "cp037", "--table", "--fields", "BALANCE,ID").stdout
    assert [line.split() for line in output.splitlines()] == [
        ["BALANCE", "ID"], ["123.45", "1"], ["-0.50", "2"], ["X'404040'", "3"],
    ]  # fmt: skip


def test_the_code_page_is_found_out_and_said(data: tuple[Path, Path]) -> None:
    path, book = data
    result = done("view", path, "-c", book, "--head", "1")
    assert "looks like EBCDIC" in result.stderr
    assert "NAME     ANNA" in result.stdout


def test_a_short_last_record_is_shown_as_far_as_it_goes(data: tuple[Path, Path]) -> None:
    path, book = data
    path.write_bytes(path.read_bytes()[:-5])
    output = done("view", path, "-c", book, "--codepage", "cp037", "--format", "fixed", "--tail", "1").output
    assert "record 3  6 bytes" in output
    assert "NAME     X'C3C1D9'" in output
    assert "BALANCE  (not in the record)" in output


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--where", "NAMES=X"], "did you mean NAME?"),
        (["--where", "ID"], "write FIELD=VALUE"),
        (["--where", "ID=X"], "ID is a number"),
        (["--fields", "XYZ"], "there are ID, NAME, BALANCE"),
        (["--codepage", "cp999"], "no code page cp999"),
        (["--record", "NAME"], "nothing to choose"),
        (["--when", "ID=1"], "write FIELD=VALUE:NAME"),
        (["--format", "rdw"], "no record descriptor word"),
    ],
)
def test_wrong_requests_are_explained(data: tuple[Path, Path], options: list[str], message: str) -> None:
    path, book = data
    result = cobolift("view", path, "-c", book, "--codepage", "cp037", *options)
    assert result.exit_code == (1 if "rdw" in options else 2)
    assert message in " ".join(result.output.split())


def test_a_file_that_fits_no_format_is_explained(data: tuple[Path, Path]) -> None:
    path, book = data
    path.write_bytes(path.read_bytes() + b"\1\2\3\4\5")
    result = cobolift("view", path, "-c", book, "--codepage", "cp037")
    assert result.exit_code == 2
    assert "not a multiple of the record length 11" in " ".join(result.output.split())


def test_a_last_record_that_is_cut_off_is_shown_and_told(tmp_path: Path) -> None:
    book, path = copybook(tmp_path, "01 R.\n05 A PIC X(3)."), tmp_path / "data"
    path.write_bytes(b"ABCDE")
    result = done("view", path, "-c", book, "--codepage", "ascii", "--format", "fixed", "--json")
    assert "the last record of" in result.stderr
    assert "has 2 of 3 bytes" in result.stderr
    cut = '{"A": null, "_bytes": {"A": "4445", "length": "2"}}'
    assert result.stdout.splitlines() == ['{"A": "ABC"}', cut]
