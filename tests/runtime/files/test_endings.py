"""Run units that end badly: killed while they write, or without room for what they write.

The file opens afterwards and holds whole records; none that was there at the last CLOSE is lost.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cobol_runtime import (
    Area,
    IndexedFile,
    Key,
    LineSequentialFile,
    RelativeFile,
    RunUnit,
    SequentialFile,
)

LENGTH = 100
CLOSED = 50
"""Records that are there at the last CLOSE."""
INTERVAL = 7
"""Changes of a dataset that are made permanent together."""
KINDS = ("indexed", "relative", "sequential", "line sequential")


def connector(folder: Path, kind: str) -> Any:
    """A file of numbered records, written one after the other."""
    run = RunUnit(environment={"COB_FILE_PATH": str(folder), "COBOLIFT_COMMIT_INTERVAL": str(INTERVAL)})
    common: dict[str, Any] = {
        "name": "F", "assign": "f", "record": Area(bytearray(LENGTH)), "status": Area(bytearray(2))
    }  # fmt: skip
    if kind == "indexed":
        return IndexedFile(run, keys=(Key(0, 6),), access="dynamic", **common)
    return {"relative": RelativeFile, "sequential": SequentialFile, "line sequential": LineSequentialFile}[
        kind
    ](run, **common)


def record(number: int) -> str:
    """The record of this number: as long as it can be, and to be recognized by its end as well as by its beginning."""
    return f"{number:06d}".ljust(LENGTH - 6, "x") + f"{number:06d}"


def write(file: Any, first: int, count: int) -> str:
    """Write records from number *first* on until one cannot be written; the last status."""
    for number in range(first, first + count):
        file.record.text = record(number)
        if not file.write():
            break
    return str(file.status)


CHILD = """
import sys
from pathlib import Path
from tests.runtime.files.test_endings import CLOSED, connector, write
folder, kind = Path(sys.argv[1]), sys.argv[2]
file = connector(folder, kind)
file.open_output()
write(file, 1, CLOSED)
file.close()
file.open_io() if kind == "indexed" else file.open_extend()
print("ready", flush=True)
print(write(file, CLOSED + 1, int(sys.argv[3])))
file.close()
print(file.status)
"""


def start(folder: Path, kind: str, count: int, **how: Any) -> subprocess.Popen[str]:
    """Start a process that writes; it has closed the file once when this comes back."""
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder), kind, str(count)],
        cwd=Path(__file__).parents[3],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **how,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    return child


def check(folder: Path, kind: str) -> int:
    """Every record is whole and in its place, none is missing; their number. What the operating system was writing when the process
    ended may stand behind the last record of a sequential file, and is no record."""
    file = connector(folder, kind)
    assert file.open_input(), file.status
    number = 0
    while file.read_next(at_end=True):
        if file.status == "04" or len(file.record.text.rstrip()) < LENGTH:
            break
        number += 1
        assert file.record.text == record(number)
    assert file.close()
    assert number >= CLOSED
    return number


def kill_while_writing(folder: Path, kind: str, times: int) -> None:
    """Kill a writing process after a random time, again and again."""
    for _ in range(times):
        child = start(folder, kind, 10_000_000)
        try:
            child.wait(random.uniform(0, 0.04))
        except subprocess.TimeoutExpired:
            child.kill()
        child.communicate()
        assert child.returncode == -9
        records = check(folder, kind)
        if kind in ("indexed", "relative"):
            assert (records - CLOSED) % INTERVAL == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_killed_run_unit_leaves_whole_records(tmp_path: Path, kind: str) -> None:
    kill_while_writing(tmp_path, kind, 5)


@pytest.mark.endurance
@pytest.mark.parametrize("kind", KINDS)
def test_a_run_unit_killed_a_hundred_times_leaves_whole_records(tmp_path: Path, kind: str) -> None:
    kill_while_writing(tmp_path, kind, 100)


UNCLOSED = """
import sys
from pathlib import Path
from tests.runtime.files.test_endings import connector, write
file, other = connector(Path(sys.argv[1]), sys.argv[2]), connector(Path(sys.argv[1]) / "o", "sequential")
file.open_output()
write(file, 1, 1000)
other.open_output()
print(other.status)
file.run.opened(other)
file.run.close()
"""


def limit_size() -> None:
    """Let files of this process have 50,000 bytes at most."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))


@pytest.mark.parametrize("kind", KINDS)
def test_without_room_at_the_end_of_the_run_unit_a_message_tells(tmp_path: Path, kind: str) -> None:
    (tmp_path / "o").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", UNCLOSED, str(tmp_path), kind],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        preexec_fn=limit_size,
        check=False,
    )
    assert done.stdout == "00\n", done.stderr
    assert "Traceback" not in done.stderr
    if kind not in ("indexed", "relative"):  # which write themselves what they can, every seven records
        assert "what was written last is lost" in done.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_without_room_the_the_status_tells_and_earlier_records_stay(tmp_path: Path, kind: str) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))

    child = start(tmp_path, kind, 20_000, preexec_fn=limit)
    output, errors = child.communicate(timeout=60)
    written, closed = output.split()
    assert written in ("30", "34")
    assert closed in ("00", "30", "34")
    assert errors == ""
    assert check(tmp_path, kind) > 1000
