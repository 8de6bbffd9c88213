"""`cobolift data load` and `unload`."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobol_runtime import IndexedFile, Key, RelativeFile, RunUnit
from cobol_runtime.area import Area
from tests.data.tools import cobolift, copybook, done

BOOK = "01 R.\n05 ID PIC 9(2).\n05 T PIC X(2).\n05 P PIC S9(3) COMP-3."
RECORDS = [b"03CC\x00\x3c", b"01AA\x00\x1c", b"02AA\x00\x2d"]


@pytest.fixture
def data(tmp_path: Path) -> tuple[Path, Path, Path]:
    path = tmp_path / "data"
    path.write_bytes(b"".join(RECORDS))
    return path, copybook(tmp_path, BOOK), tmp_path / "dataset"


def test_an_indexed_dataset_is_what_programs_read(data: tuple[Path, Path, Path], tmp_path: Path) -> None:
    path, book, dataset = data
    done(
        "load", path, "-c", book, "--codepage", "ascii", "--key", "ID", "--key", "T:duplicates", "-o", dataset
    )
    area = Area(bytearray(6))
    keys = (Key(0, 2), Key(2, 2, duplicates=True))
    file = IndexedFile(RunUnit(), name="F", assign=str(dataset), record=area, keys=keys, access="dynamic")
    assert file.open_input()
    area.raw = b"02AA\0\0"
    assert file.read_key()
    assert area.raw == RECORDS[2]
    file.close()
    out = tmp_path / "out"
    done("unload", dataset, "-o", out)
    assert out.read_bytes() == b"".join(sorted(RECORDS))
    assert [path.name for path in tmp_path.glob("dataset*")] == ["dataset"]


def test_a_relative_dataset_numbers_records(data: tuple[Path, Path, Path], tmp_path: Path) -> None:
    path, book, dataset = data
    done("load", path, "-c", book, "--codepage", "ascii", "--relative", "-o", dataset)
    area = Area(bytearray(6))
    file = RelativeFile(RunUnit(), name="F", assign=str(dataset), record=area)
    assert file.open_input()
    assert file.read()
    assert area.raw == RECORDS[0]
    file.close()
    out = tmp_path / "out"
    done("unload", dataset, "-o", out)
    assert out.read_bytes() == path.read_bytes()


def test_keys_come_from_the_select_of_a_program(data: tuple[Path, Path, Path], tmp_path: Path) -> None:
    path, _, dataset = data
    program = tmp_path / "PROG.cbl"
    program.write_text(
        """       IDENTIFICATION DIVISION.
       PROGRAM-ID. PROG.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT STOCK ASSIGN TO "STOCK" ORGANIZATION INDEXED
               ACCESS DYNAMIC RECORD KEY ID-OF
               ALTERNATE RECORD KEY T WITH DUPLICATES.
       DATA DIVISION.
       FILE SECTION.
       FD STOCK.
       01 R.
          05 ID-OF PIC 9(2).
          05 T PIC X(2).
          05 P PIC S9(3) COMP-3.
       WORKING-STORAGE SECTION.
       01 W PIC X.
       PROCEDURE DIVISION.
           STOP RUN.
"""
    )
    done("load", path, "-c", program, "--codepage", "ascii", "-o", dataset)
    lines = done("view", dataset, "-c", program, "--codepage", "ascii", "--table").stdout.splitlines()
    assert [line.split() for line in lines[1:]] == [["1", "AA", "1"], ["2", "AA", "-2"], ["3", "CC", "3"]]


def test_data_can_be_translated_on_the_way_in(data: tuple[Path, Path, Path], tmp_path: Path) -> None:
    path, book, dataset = data
    path.write_bytes(b"".join(record[:4].decode().encode("cp037") + record[4:] for record in RECORDS))
    done(
        "load",
        path,
        "-c",
        book,
        "--codepage",
        "cp037",
        "--to-codepage",
        "ascii",
        "--key",
        "ID",
        "-o",
        dataset,
    )
    out = tmp_path / "out"
    done("unload", dataset, "-o", out)
    assert out.read_bytes() == b"".join(sorted(RECORDS))


def test_equal_prime_keys_are_an_error_and_leave_nothing(data: tuple[Path, Path, Path]) -> None:
    path, book, dataset = data
    result = cobolift("load", path, "-c", book, "--codepage", "ascii", "--key", "T", "-o", dataset)
    assert result.exit_code == 1
    assert "record 3 was not written: another record has one of its keys (X'4141')" in result.output
    assert not dataset.exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ((), "say which dataset"),
        (("--key", "ID", "--relative"), "has no keys"),
        (("--key", "ID:twice"), "only stand :duplicates"),
        (("--key", "ID:duplicates"), "prime key"),
        (("--key", "IDENT"), "has no item IDENT"),
    ],
)
def test_wrong_keys_are_explained(
    data: tuple[Path, Path, Path], options: tuple[str, ...], message: str
) -> None:
    path, book, dataset = data
    result = cobolift("load", path, "-c", book, "--codepage", "ascii", *options, "-o", dataset)
    assert result.exit_code == 2
    assert message in " ".join(result.output.split())


def test_what_is_no_dataset_is_not_unloaded(data: tuple[Path, Path, Path], tmp_path: Path) -> None:
    result = cobolift("unload", data[0], "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "is no indexed or relative dataset" in result.output
