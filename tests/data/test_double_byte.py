"""Code pages that mix single and double bytes, and items of double bytes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cobol_runtime.double_byte import UnknownCodePage, mixed_page
from tests.data.tools import cobolift, copybook, done


def known(name: str) -> bool:
    try:
        mixed_page(name)
    except UnknownCodePage:
        return False
    return True


pytestmark = pytest.mark.skipif(not known("cp939"), reason="the C library's iconv does not know cp939")

BOOK = "01 R.\n05 G PIC G(3) DISPLAY-1.\n05 X PIC X(10).\n05 P PIC S9(3) COMP-3.\n05 Z PIC S9(3)."
RECORD = bytes.fromhex("456245664040C10E456245660FC24040123DF1F2D3")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return copybook(tmp_path, BOOK)


@pytest.mark.parametrize(("page", "lower"), [("cp930", "6263"), ("cp939", "8182")])
def test_a_page_knows_single_and_double_bytes(page: str, lower: str) -> None:
    data = bytes.fromhex(lower) + bytes.fromhex("0E456245660FF1")
    assert mixed_page(page).decode(data) == "ab日本1"
    assert mixed_page(page).encode("ab日本1") == data
    with pytest.raises(UnicodeDecodeError):
        mixed_page(page).decode(bytes.fromhex("0E45"))
    with pytest.raises(UnicodeEncodeError):
        mixed_page(page).encode("\U0001f600")


def test_items_are_shown_as_text(book: Path, tmp_path: Path) -> None:
    path = tmp_path / "data"
    path.write_bytes(RECORD)
    row = json.loads(done("view", path, "-c", book, "--codepage", "cp939", "--json").stdout)
    assert row == {"G": "日本", "X": "A日本B", "P": -123, "Z": -123}


@pytest.mark.parametrize("kind", ["csv", "jsonl", "sqlite"])
@pytest.mark.parametrize("damage", ["", "0EFF", "0E0F40", "0E40404040400F"])
def test_every_byte_comes_back_from_a_table(book: Path, tmp_path: Path, kind: str, damage: str) -> None:
    data, table, back = tmp_path / "data", tmp_path / f"table.{kind}", tmp_path / "back"
    bad = bytes.fromhex(damage)
    data.write_bytes(RECORD + RECORD[:6] + bad + RECORD[6 + len(bad) :])
    done("convert", data, "-c", book, "--codepage", "cp939", "--to", kind, "-o", table)
    done("convert", table, "-c", book, "--to", "ebcdic", "--to-codepage", "cp939", "-o", back)
    assert back.read_bytes() == data.read_bytes()


def test_a_file_becomes_shift_jis_and_comes_back(book: Path, tmp_path: Path) -> None:
    data, plain, back = tmp_path / "data", tmp_path / "plain", tmp_path / "back"
    data.write_bytes(RECORD)
    done("convert", data, "-c", book, "--codepage", "cp939", "--to", "ascii", "-o", plain)
    text = "日本".encode("cp932")
    assert plain.read_bytes() == text + b"  A" + text + b"B    " + bytes.fromhex("123D") + b"12s"
    done("convert", plain, "-c", book, "--dialect", "ibm", "--codepage", "cp932", "--to", "ebcdic",
         "--to-codepage", "cp939", "-o", back)  # fmt: skip
    assert back.read_bytes() == RECORD


def test_a_text_that_has_no_room_or_no_characters_is_named(book: Path, tmp_path: Path) -> None:
    path = tmp_path / "data"
    path.write_bytes("日本  日本日本日".encode("cp932") + bytes.fromhex("123D") + b"123")
    how = ("-c", book, "--dialect", "ibm", "--codepage", "cp932", "--to", "ebcdic", "-o", tmp_path / "out")
    result = cobolift("convert", path, *how)
    assert result.exit_code == 1
    assert "record 1: X: '日本日本日' is longer than 10 bytes" in result.output
    path.write_bytes(RECORD)
    how = (
        "-c",
        book,
        "--codepage",
        "cp939",
        "--to",
        "ascii",
        "--to-codepage",
        "cp1252",
        "-o",
        tmp_path / "out",
    )
    result = cobolift("convert", path, *how)
    assert "record 1: G is '日本', which code page cp1252 does not have" in result.output
