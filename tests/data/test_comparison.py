"""`cobolift data diff`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.data.tools import cobolift, copybook, done

BOOK = "01 R.\n05 ID PIC 9(2).\n05 T PIC X(2).\n05 P PIC S9(3) COMP-3."


def record(number: int, text: str, packed: str = "001C") -> bytes:
    return f"{number:02d}{text}".encode("cp037") + bytes.fromhex(packed)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(record(1, "AA") + record(2, "BB") + record(3, "CC"))
    return one, other, copybook(tmp_path, BOOK)


def diff(files: tuple[Path, Path, Path], *options: str) -> tuple[int, list[str]]:
    one, other, book = files
    result = cobolift("diff", one, other, "-c", book, "--codepage", "cp037", "--format", "fixed", *options)
    return result.exit_code, result.output.splitlines()


def test_equal_files_are_silent(files: tuple[Path, Path, Path]) -> None:
    files[1].write_bytes(files[0].read_bytes())
    assert diff(files) == (0, [])


def test_fields_that_differ_are_listed(files: tuple[Path, Path, Path]) -> None:
    files[1].write_bytes(record(1, "AA") + record(2, "BX", "404C") + record(3, "CC", "001F"))
    assert diff(files) == (
        1,
        ["record 2 / 2", "  T: BB -> BX", "  P: 1 -> 404", "1 record differs"],
    )


def test_records_in_one_file_only(files: tuple[Path, Path, Path]) -> None:
    files[1].write_bytes(record(1, "AA"))
    assert diff(files)[1] == [
        "- record 2 is only in the first file", "- record 3 is only in the first file", "2 records differ",
    ]  # fmt: skip


def test_keys_pair_records_wherever_they_stand(files: tuple[Path, Path, Path]) -> None:
    files[1].write_bytes(record(4, "DD") + record(3, "CX") + record(1, "AA"))
    assert diff(files, "--key", "ID")[1] == [
        "- record 2 (2) is only in the first file",
        "record 3 / 2 (3)",
        "  T: CC -> CX",
        "+ record 1 (4) is only in the second file",
        "3 records differ",
    ]


def test_order_can_be_left_out_of_account(files: tuple[Path, Path, Path]) -> None:
    files[1].write_bytes(record(3, "CC") + record(2, "BB") + record(1, "AA"))
    assert diff(files)[0] == 1
    assert diff(files, "--unordered") == (0, [])
    files[1].write_bytes(record(3, "CC") + record(2, "BB") + record(1, "AX"))
    assert diff(files, "--unordered")[1] == [
        "- record 1 is only in the first file", "+ record 3 is only in the second file", "2 records differ",
    ]  # fmt: skip


def test_fields_can_be_ignored(files: tuple[Path, Path, Path]) -> None:
    files[1].write_bytes(record(1, "AA") + record(2, "BX") + record(3, "CC"))
    assert diff(files, "--ignore", "T")[0] == 0
    assert diff(files, "--ignore", "NOTHING")[0] == 2


def test_files_of_two_encodings_are_compared_by_value(files: tuple[Path, Path, Path], tmp_path: Path) -> None:
    one, other, book = files
    done("convert", one, "-c", book, "--codepage", "cp037", "--format", "fixed", "--to", "ascii", "-o", other)
    assert diff(files, "--right-codepage", "ascii") == (0, [])
    other.write_bytes(other.read_bytes().replace(b"BB", b"BX"))
    assert diff(files, "--right-codepage", "ascii")[1][1] == "  T: BB -> BX"
