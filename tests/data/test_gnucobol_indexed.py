"""GnuCOBOL's own indexed files become datasets and come back; GnuCOBOL reads and writes them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from cobol_runtime import IndexedFile, Key, RunUnit
from cobol_runtime.area import Area
from tests.data.tools import cobolift, copybook, done

BOOK = "01 R.\n05 NO-OF PIC 9(2).\n05 A PIC X.\n05 B PIC X.\n05 P PIC S9(3) COMP-3."
KEYS = ("--key", "NO-OF", "--key", "A:duplicates", "--key", "B:duplicates")
PROGRAM = """
IDENTIFICATION DIVISION.
PROGRAM-ID. INDEXED.
ENVIRONMENT DIVISION.
INPUT-OUTPUT SECTION.
FILE-CONTROL.
SELECT F ASSIGN "FILE" ORGANIZATION INDEXED ACCESS DYNAMIC
RECORD KEY NO-OF ALTERNATE RECORD KEY A DUPLICATES
ALTERNATE RECORD KEY B DUPLICATES STATUS S.
DATA DIVISION.
FILE SECTION.
FD F.
{book}
WORKING-STORAGE SECTION.
01 S PIC XX.
PROCEDURE DIVISION.
{statements}
STOP RUN.
"""
WRITE = 'MOVE "{}" TO R(1:4) MOVE {} TO P WRITE R'
READ = """
OPEN INPUT F
PERFORM 5 TIMES READ F NEXT DISPLAY NO-OF A B P END-PERFORM
MOVE LOW-VALUE TO A START F KEY >= A
PERFORM 5 TIMES READ F NEXT DISPLAY NO-OF END-PERFORM
MOVE LOW-VALUE TO B START F KEY >= B
PERFORM 5 TIMES READ F NEXT DISPLAY NO-OF END-PERFORM
"""
WRITTEN = [("04XZ", 1), ("02XZ", 2), ("05YZ", 3), ("01XQ", -4), ("03YQ", 5)]
IN_ORDER = ["01XQ-004", "02XZ+002", "03YQ+005", "04XZ+001", "05YZ+003"]
BY_A, BY_B = ["04", "02", "01", "05", "03"], ["01", "03", "04", "02", "05"]

pytestmark = pytest.mark.cobc


def gnucobol(folder: Path, statements: str) -> list[str]:
    (folder / "p.cob").write_text(PROGRAM.format(book=BOOK, statements=statements))
    subprocess.run(["cobc", "-x", "-free", "-o", "p", "p.cob"], cwd=folder, check=True, capture_output=True)
    return subprocess.run(["./p"], cwd=folder, check=True, capture_output=True, text=True).stdout.split()


def written_by_gnucobol(folder: Path) -> Path:
    writes = "\n".join(WRITE.format(*record) for record in WRITTEN)
    gnucobol(folder, f"OPEN OUTPUT F\n{writes}\nCLOSE F")
    return folder / "FILE"


def ids_by(dataset: Path, number: int) -> list[str]:
    """The records' NO-OF in the order of an alternate key."""
    keys = (Key(0, 2), Key(2, 1, duplicates=True), Key(3, 1, duplicates=True))
    area = Area(bytearray(6))
    file = IndexedFile(RunUnit(), name="F", assign=str(dataset), record=area, keys=keys, access="dynamic")
    assert file.open_input()
    assert file.start("first", number)
    found = []
    while file.read_next(at_end=True):
        found.append(area.text[:2])
    file.close()
    return found


def test_a_file_of_gnucobol_becomes_a_dataset_with_the_order_of_its_duplicates(tmp_path: Path) -> None:
    path, dataset = written_by_gnucobol(tmp_path), tmp_path / "dataset"
    book = copybook(tmp_path, BOOK)
    result = done("load", path, "-c", book, "--from-gnucobol", *KEYS, "-o", dataset)
    assert result.stderr == f"5 records -> {dataset}\n"
    assert (ids_by(dataset, 1), ids_by(dataset, 2)) == (BY_A, BY_B)
    shown = done("view", dataset, "-c", book, "--codepage", "ascii", "--json").stdout
    assert '{"NO-OF": 1, "A": "X", "B": "Q", "P": -4}' in shown


def test_a_dataset_becomes_a_file_of_gnucobol(tmp_path: Path) -> None:
    path, dataset = written_by_gnucobol(tmp_path), tmp_path / "dataset"
    done("load", path, "-c", copybook(tmp_path, BOOK), "--from-gnucobol", *KEYS, "-o", dataset)
    for part in tmp_path.glob("FILE*"):
        part.unlink()
    done("unload", dataset, "--to-gnucobol", "-o", path)
    assert gnucobol(tmp_path, READ) == [*IN_ORDER, *BY_A, *BY_B]
    assert not [found for found in tmp_path.iterdir() if found.name.startswith(".")]


def test_split_keys_and_records_of_several_lengths(tmp_path: Path) -> None:
    book = copybook(
        tmp_path, "01 R.\n05 K PIC X.\n05 N PIC 9.\n05 L PIC X.\n05 T PIC X OCCURS 1 TO 5 DEPENDING ON N."
    )
    flat, dataset, foreign, back, out = (
        tmp_path / name for name in ("flat", "dataset", "foreign", "back", "out")
    )
    records = [b"A3Bxyz", b"A1Ax", b"B5A12345"]
    flat.write_bytes(b"".join(len(data).to_bytes(2, "big") + b"\0\0" + data for data in records))
    shared = ("-c", book, "--codepage", "ascii", "--key", "K+L")
    done("load", flat, *shared, "--format", "gnucobol-variable", "-o", dataset)
    done("unload", dataset, "--to-gnucobol", "-o", foreign)
    done("load", foreign, *shared, "--from-gnucobol", "-o", back)
    for path in (dataset, back):
        done("unload", path, "--format", "gnucobol-variable", "-o", out)
        ordered = [records[1], records[0], records[2]]
        assert out.read_bytes() == b"".join(len(data).to_bytes(2, "big") + b"\0\0" + data for data in ordered)


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    book, path = copybook(tmp_path, BOOK), tmp_path / "FILE"
    path.write_bytes(b"nothing of the kind")
    result = cobolift("load", path, "-c", book, "--from-gnucobol", *KEYS, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert f"error: GnuCOBOL cannot work on {path}" in result.output
    assert not (tmp_path / "out").exists()


def test_without_cobc_the_compiler_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book, path = copybook(tmp_path, BOOK), tmp_path / "FILE"
    path.write_bytes(b"")
    monkeypatch.setenv("PATH", str(tmp_path))
    result = cobolift("load", path, "-c", book, "--from-gnucobol", *KEYS, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "its compiler cobc is not installed" in " ".join(result.output.split())
