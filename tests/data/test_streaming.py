"""Memory does not grow with the file."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from tests.data.tools import copybook, done

BOOK = "01 R.\n05 ID PIC 9(8).\n05 T PIC X(80).\n05 P PIC S9(9)V99 COMP-3.\n05 D PIC X(6)."


def peak(*arguments: object) -> int:
    """Bytes that a command has allocated at most."""
    tracemalloc.start()
    try:
        done(*arguments)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    folder = tmp_path_factory.mktemp("streaming")
    book = copybook(folder, BOOK)
    small, large = folder / "small", folder / "large"
    for path, count in ((small, 3_000), (large, 15_000)):
        with path.open("wb") as file:
            for number in range(count):
                text = f"{number:08d}{'NAME':80}".encode("cp037")
                file.write(text + bytes.fromhex(f"{number:011d}c") + b"\x40" * 6)
    done("view", small, "-c", book, "--codepage", "cp037", "--head", 1)
    return book, small, large


@pytest.mark.parametrize("target", ["csv", "jsonl", "sqlite", "ascii"])
def test_converting_a_file_five_times_as_large_takes_no_more_memory(
    files: tuple[Path, Path, Path], tmp_path: Path, target: str
) -> None:
    book, small, large = files
    how = ("-c", book, "--codepage", "cp037", "--to", target, "-o", tmp_path / "out")
    done("convert", small, *how)
    few, many = peak("convert", small, *how), peak("convert", large, *how)
    assert many < few + 1_200_000


def test_viewing_the_end_of_a_file_keeps_the_last_records_only(files: tuple[Path, Path, Path]) -> None:
    book, small, large = files
    how = ("-c", book, "--codepage", "cp037", "--tail", 2)
    assert peak("view", large, *how) < peak("view", small, *how) + 1_000_000


def test_comparing_by_key_does_not_hold_a_file_in_memory(files: tuple[Path, Path, Path]) -> None:
    book, small, large = files
    how = ("-c", book, "--codepage", "cp037", "--key", "ID")
    assert peak("diff", large, large, *how) < peak("diff", small, small, *how) + 1_500_000
