"""The SQLite files below indexed and relative files: other programs' files, sharing, and a run unit that is killed."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from cobol_runtime import Area, IndexedFile, Key, RelativeFile
from tests.runtime.files.compiled import TestRun

KEYS = (Key(0, 2), Key(2, 2, duplicates=True))


def indexed(
    run: TestRun, keys: tuple[Key, ...] = KEYS, size: int = 6, access: str = "dynamic"
) -> IndexedFile:
    """A file connector for the file "f"."""
    return IndexedFile(
        run,
        name="F",
        assign="f",
        record=Area(bytearray(size)),
        keys=keys,
        access=access,
        status=Area(bytearray(2)),
    )


def write(file: IndexedFile, *texts: str) -> None:
    """Write records."""
    for text in texts:
        file.record.text = text
        assert file.write()


def texts(file: IndexedFile) -> list[str]:
    """All records from the first on."""
    file.start("first", invalid_key=True)
    found = []
    while file.status[0] == "0" and file.read_next(at_end=True):
        found.append(file.record.text)
    return found


@pytest.fixture
def run(tmp_path: Path) -> TestRun:
    """A run unit whose files are in the test's folder."""
    return TestRun(tmp_path)


def test_a_file_of_another_kind_is_a_permanent_error_with_a_note(run: TestRun, tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"flat data")
    file = indexed(run)
    assert not file.open_input()
    assert file.status == "30"
    assert b"f is not an indexed or relative file" in run.errors.getvalue()
    assert file.open_output()
    assert (tmp_path / "f").read_bytes()[:6] == b"" or file.close()


def test_another_database_is_not_touched(run: TestRun, tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "f")
    connection.execute("CREATE TABLE own(x)")
    connection.close()
    file = indexed(run)
    assert not file.open_io()
    assert file.status == "30"


@pytest.mark.parametrize(
    ("keys", "size"), [(KEYS[:1], 6), ((Key(0, 3), KEYS[1]), 6), ((KEYS[0], Key(2, 2)), 6), (KEYS, 8)]
)
def test_other_attributes_conflict(run: TestRun, keys: tuple[Key, ...], size: int) -> None:
    file = indexed(run)
    file.open_output()
    file.close()
    other = indexed(run, keys, size)
    assert not other.open_input()
    assert other.status == "39"
    relative = RelativeFile(run, name="R", assign="f", record=Area(bytearray(6)), status=Area(bytearray(2)))
    assert not relative.open_io()
    assert relative.status == "39"


def test_an_empty_file_is_an_empty_dataset(run: TestRun, tmp_path: Path) -> None:
    (tmp_path / "f").touch()
    file = indexed(run)
    assert file.open_io()
    write(file, "aaxx11")
    file.close()
    assert file.open_input()
    assert texts(file) == ["aaxx11"]


def test_connectors_of_one_run_unit_see_each_others_records(run: TestRun) -> None:
    one, two = indexed(run), indexed(run)
    one.open_output()
    two.open_input()
    write(one, "bbxx11", "aaxx22")
    assert texts(two) == ["aaxx22", "bbxx11"]
    one.close()
    assert texts(two) == ["aaxx22", "bbxx11"]
    two.close()


def test_writing_elsewhere_is_a_sharing_conflict(tmp_path: Path) -> None:
    one, two = indexed(TestRun(tmp_path)), indexed(TestRun(tmp_path))
    one.open_output()
    assert not two.open_input()
    assert two.status == "61"
    one.close()
    assert one.open_input()
    assert two.open_input()
    two.close()
    assert not two.open_io()
    assert two.status == "61"


def test_a_file_that_cannot_be_written_can_be_read(run: TestRun, tmp_path: Path) -> None:
    file = indexed(run)
    file.open_output()
    write(file, "aaxx11")
    file.close()
    (tmp_path / "f").chmod(0o444)
    if os.access(tmp_path / "f", os.W_OK):
        pytest.skip("permissions do not bind this user")
    assert file.open_input()
    file.close()
    assert not file.open_io()
    assert file.status == "37"


def test_suppressed_and_split_keys(run: TestRun) -> None:
    file = indexed(run, (Key(0, 2), Key(2, 2, True, suppress=ord(" ")), Key(0, 2, parts=((5, 1), (0, 1)))))
    file.open_output()
    write(file, "aaxx13", "ab  22", "acaa31")
    file.close()
    file.open_input()
    assert file.start("first", 1)
    found = []
    while file.read_next(at_end=True):
        found.append(file.record.text)
    assert found == ["acaa31", "aaxx13"]
    file.record.text = "a    2"
    assert file.read_key(2)
    assert file.record.text == "ab  22"


KILLED = """
import os, signal, sys
from cobol_runtime import Area, IndexedFile, Key, RunUnit
record = Area(bytearray(6))
file = IndexedFile(RunUnit(), name="F", assign=sys.argv[1], record=record, access="dynamic",
                   keys=(Key(0, 2), Key(2, 2, duplicates=True)))
file.open_io()
record.text = "aazz99"
file.rewrite()
record.text = "zzzz99"
file.write()
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_run_unit_leaves_the_file_as_it_was_at_open(run: TestRun, tmp_path: Path) -> None:
    file = indexed(run)
    file.open_output()
    write(file, "aaxx11", "bbxx22")
    file.close()
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "f")], env=environment)
    assert done.returncode == -signal.SIGKILL
    assert file.open_io()
    assert texts(file) == ["aaxx11", "bbxx22"]


def test_the_end_of_the_run_unit_keeps_what_was_written(tmp_path: Path) -> None:
    first = TestRun(tmp_path)
    file = indexed(first)
    file.open_output()
    write(file, "aaxx11")
    first.close()
    assert first.errors.getvalue() == b"libcob: warning: implicit CLOSE of F ('f')\n"
    again = indexed(TestRun(tmp_path))
    assert again.open_input()
    assert texts(again) == ["aaxx11"]
