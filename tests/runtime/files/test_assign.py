"""The path an ASSIGN name stands for, and the message about a file that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobol_runtime import Area, FatalError, SequentialFile
from cobol_runtime.assign import resolve
from tests.oracle import GnuCobol
from tests.runtime.files.compiled import TestRun, with_cobc

PROGRAM = """
IDENTIFICATION DIVISION.
PROGRAM-ID. NAMES.
ENVIRONMENT DIVISION.
INPUT-OUTPUT SECTION.
FILE-CONTROL.
    SELECT F ASSIGN TO WS-NAME ORGANIZATION SEQUENTIAL.
DATA DIVISION.
FILE SECTION.
FD F.
01 R PIC X(8).
WORKING-STORAGE SECTION.
01 WS-NAME PIC X(60).
PROCEDURE DIVISION.
    ACCEPT WS-NAME
    OPEN INPUT F
    STOP RUN.
"""

ENVIRONMENT = {
    "DD_ALPHA": "from-dd",
    "dd_BETA": "from/small-dd",
    "GAMMA": "/nowhere/gamma",
    "DD_part_dat": "part",
    "DELTA": "-F  with-device",
    "DD_EMPTY": "",
    "EMPTY": "used",
}

NAMES = [
    "plain",
    "plain.dat",
    "ALPHA",
    "BETA",
    "GAMMA",
    "$GAMMA",
    "$ALPHA",
    "DELTA",
    "EMPTY",
    "part.dat",
    ".hidden",
    "9digits.dat",
    "-dash",
    "-F  other",
    "folder/file.dat",
    "ALPHA/file.dat",
    "$ALPHA/file",
    "$UNKNOWN/file",
    "a/$ALPHA/b",
    "a/$UNKNOWN/b",
    "a/$UNKNOWN",
    "/abs/file",
    "/abs//twice/",
    "/abs/$GAMMA",
    "back\\slash",
    "./here",
]


@pytest.mark.cobc
@pytest.mark.parametrize("setting", ["", "COB_FILE_PATH", "COB_ENV_MANGLE"])
def test_names_resolve_and_are_shown_as_gnucobol_does(
    gnucobol: GnuCobol, setting: str, tmp_path: Path
) -> None:
    environment = dict(ENVIRONMENT)
    if setting:
        environment[setting] = "some/folder" if setting == "COB_FILE_PATH" else "true"
    for name in NAMES:
        outcome = with_cobc(gnucobol, PROGRAM, tmp_path, environment=environment, stdin=name.encode())
        run = TestRun(environment=environment)
        file = SequentialFile(run, name="F", assign=name.ljust(60), record=Area(bytearray(8)))
        with pytest.raises(FatalError) as failure:
            file.open_input()
        expected = outcome.stderr.decode().split("\n")[0]
        assert f"libcob: error: {failure.value.message}" == expected
        assert failure.value.status == outcome.returncode == 1


def test_a_value_in_the_environment_is_used_as_it_is() -> None:
    assert resolve("MASTER", {"DD_MASTER": "x/y.dat", "MASTER": "z"}).path == "x/y.dat"
    assert resolve("MASTER", {"MASTER": "z", "COB_FILE_PATH": "data"}).path == "data/z"


def test_an_empty_name_is_inconsistent() -> None:
    file = SequentialFile(
        TestRun(), name="F", assign="  ", record=Area(bytearray(8)), status=Area(bytearray(2))
    )
    assert not file.open_output()
    assert file.status == "31"


def test_a_data_item_names_the_file_at_each_open(tmp_path: Path) -> None:
    name = Area(bytearray(b"one     "))
    file = SequentialFile(
        TestRun(tmp_path), name="F", assign=lambda: name.text, record=Area(bytearray(b"abc"))
    )
    for text in ("one", "two"):
        name.text = text
        file.open_output()
        file.write()
        file.close()
        assert (tmp_path / text).read_bytes() == b"abc"
