"""Who deals with a failing operation: the statement, a USE procedure, the FILE STATUS item, or nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobol_runtime import Area, FatalError, LineSequentialFile, SequentialFile
from cobol_runtime.program import Program, execute
from tests.oracle import GnuCobol
from tests.runtime.files.compiled import TestRun, with_cobc

PROGRAM = """
IDENTIFICATION DIVISION.
PROGRAM-ID. USES.
ENVIRONMENT DIVISION.
INPUT-OUTPUT SECTION.
FILE-CONTROL.
    SELECT F ASSIGN TO "f.dat" ORGANIZATION SEQUENTIAL.
    SELECT G ASSIGN TO "g.dat" ORGANIZATION SEQUENTIAL.
    SELECT H ASSIGN TO "h.dat" ORGANIZATION LINE SEQUENTIAL.
DATA DIVISION.
FILE SECTION.
FD F.
01 R PIC X(10).
FD G.
01 RG PIC X(10).
FD H.
01 HR PIC X(10).
PROCEDURE DIVISION.
DECLARATIVES.
S1 SECTION. USE AFTER ERROR PROCEDURE ON INPUT.
P1. DISPLAY "USE INPUT".
S2 SECTION. USE AFTER ERROR PROCEDURE ON OUTPUT.
P2. DISPLAY "USE OUTPUT".
S3 SECTION. USE AFTER ERROR PROCEDURE ON G.
P3. DISPLAY "USE G".
END DECLARATIVES.
M SECTION.
PM.
    OPEN INPUT F.
    READ F.
    OPEN OUTPUT F.
    READ F AT END DISPLAY "NOT AT END".
    CLOSE F.
    OPEN INPUT F.
    READ F AT END DISPLAY "AT END".
    READ F.
    CLOSE F.
    CLOSE F.
    OPEN INPUT G.
    CLOSE G.
    OPEN OUTPUT H.
    OPEN EXTEND F.
    DISPLAY "BEFORE".
    READ F.
    DISPLAY "NEVER".
    STOP RUN.
"""


class Uses(Program):
    """The same program with the run time's interface."""

    program_id = "USES"

    def __init__(self, run: TestRun) -> None:
        super().__init__(run)
        uses = {"INPUT": lambda: self.display("USE INPUT"), "OUTPUT": lambda: self.display("USE OUTPUT")}
        record = Area(bytearray(10))
        self.f = SequentialFile(run, name="F", assign="f.dat", record=record, on_error=uses)
        self.g = SequentialFile(
            run, name="G", assign="g.dat", record=record, on_error=lambda: self.display("USE G")
        )
        self.h = LineSequentialFile(run, name="H", assign="h.dat", record=record, on_error=uses)

    def procedure_division(self) -> None:
        f, g = self.f, self.g
        f.open_input()
        f.read()
        f.open_output()
        if not f.read(at_end=True) and f.at_end:
            self.display("NOT AT END")
        f.close()
        f.open_input()
        if not f.read(at_end=True) and f.at_end:
            self.display("AT END")
        f.read()
        f.close()
        f.close()
        g.open_input()
        g.close()
        self.h.open_output()
        f.open_extend()
        self.display("BEFORE")
        f.read()
        self.display("NEVER")


@pytest.mark.cobc
def test_use_procedures_by_file_and_open_mode_and_the_message_without_one(
    gnucobol: GnuCobol, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = with_cobc(gnucobol, PROGRAM, tmp_path / "cobc")
    (tmp_path / "python").mkdir()
    monkeypatch.chdir(tmp_path / "python")
    run = TestRun()
    assert execute(Uses, run) == outcome.returncode == 1  # type: ignore[arg-type]
    assert run.out.getvalue() == outcome.stdout
    assert run.errors.getvalue() == outcome.stderr


def test_a_status_item_keeps_the_run_unit_going(tmp_path: Path) -> None:
    status = Area(bytearray(2))
    file = SequentialFile(
        TestRun(tmp_path), name="F", assign="none", record=Area(bytearray(1)), status=status
    )
    assert not file.open_input()
    assert (status.text, file.status) == ("35", "35")
    assert not file.close()
    assert status.text == "42"


def test_the_statement_deals_only_with_its_own_condition(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    file = SequentialFile(TestRun(tmp_path), name="F", assign="empty", record=Area(bytearray(1)))
    file.open_input()
    assert not file.read(at_end=True)
    assert file.at_end and not file.invalid_key
    with pytest.raises(FatalError, match=r"READ after unsuccessful READ/START \(status = 46\)"):
        file.read(at_end=True)


@pytest.mark.parametrize(
    ("path", "opening", "expected"),
    [
        ("no/such/folder", "open_output", "30"),
        ("no/such/folder", "open_input", "35"),
        (".", "open_output", "37"),
        ("plain/below", "open_input", "30"),
    ],
)
def test_what_the_operating_system_refuses(path: str, opening: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    for kind in (SequentialFile, LineSequentialFile):
        file = kind(
            TestRun(tmp_path), name="F", assign=path, record=Area(bytearray(1)), status=Area(bytearray(2))
        )
        getattr(file, opening)()
        assert file.status == expected


def test_an_incomplete_last_record_is_status_04(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"abcdefgh12")
    record = Area(bytearray(8))
    file = SequentialFile(TestRun(tmp_path), name="F", assign="data", record=record)
    file.open_input()
    assert file.read()
    assert file.read()
    assert (file.status, record.raw) == ("04", b"12cdefgh")
    assert not file.read(at_end=True)


def test_delete_file(tmp_path: Path) -> None:
    file = SequentialFile(
        TestRun(tmp_path), name="F", assign="data", record=Area(bytearray(1)), status=Area(bytearray(2))
    )
    assert not file.delete_file()
    assert file.status == "35"
    file.open_output()
    assert not file.delete_file()
    assert file.status == "41"
    file.close()
    assert file.delete_file()
    assert not (tmp_path / "data").exists()
    file.open_output()
    file.close(lock=True)
    assert not file.delete_file()
    assert file.status == "38"


def test_reel_and_no_rewind(tmp_path: Path) -> None:
    run = TestRun(tmp_path)
    file = SequentialFile(run, name="F", assign="data", record=Area(bytearray(1)), status=Area(bytearray(2)))
    file.open_output()
    file.write()
    assert file.close(unit=True)
    assert (file.status, file.is_open) == ("07", True)
    assert (tmp_path / "data").read_bytes() == b"\0"
    assert file.close(no_rewind=True)
    assert (file.status, file.is_open) == ("07", False)
