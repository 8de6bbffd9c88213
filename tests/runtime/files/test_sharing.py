"""Two processes work on one indexed or relative file: sharing conflicts (61), locked records (51), and nobody waits for a whole run."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cobol_runtime import Area, IndexedFile, Key, RelativeFile, Retry
from cobol_runtime.files import sharing
from tests.runtime.files.compiled import TestRun

pytestmark = pytest.mark.skipif(not sharing.AVAILABLE, reason="this system has no locks of open files")

SHARED = {"lock_mode": "manual"}


def connector(folder: Path, kind: str, **how: Any) -> IndexedFile | RelativeFile:
    """A file of records of four characters, the first of them the key: a letter, or a digit."""
    record, state = Area(bytearray(b"    ")), Area(bytearray(2))
    run = TestRun(folder)
    common: dict[str, Any] = {
        "name": "F",
        "assign": "f",
        "record": record,
        "access": "dynamic",
        "status": state,
        **how,
    }
    if kind == "indexed":
        return IndexedFile(run, keys=(Key(0, 1),), **common)
    return RelativeFile(run, relative_key=(lambda: int(record.text[0]), lambda number: None), **common)


def do(file: IndexedFile | RelativeFile, operation: str, text: str | None = None, **phrases: Any) -> str:
    """Do an operation with this text in the record area; the status and, after a READ, the record."""
    if text is not None:
        file.record.text = text.ljust(4)
    getattr(file, operation)(**phrases)
    read = operation.startswith("read") and file.status == "00"
    return f"{file.status} {file.record.text}" if read else file.status


def count(file: IndexedFile | RelativeFile, times: int) -> str:
    """Add one to the number in record 1, so many times; "00", or the first other status."""
    for _ in range(times):
        state = do(file, "read", "1", retry=Retry(seconds=60))[:2]
        if state == "00":
            state = do(file, "rewrite", f"1{int(file.record.text[1:]) + 1:03d}")
        if state != "00":
            return state
    return "00"


CHILD = """
import sys
from pathlib import Path
from tests.runtime.files.test_sharing import connector, count, do
file = connector(Path(sys.argv[1]), sys.argv[2], **eval(sys.argv[3]))
for line in sys.stdin:
    operation, text, phrases = eval(line)
    print(count(file, **phrases) if operation == "count" else do(file, operation, text, **phrases), flush=True)
"""


class Other:
    """A process with a connector of its own."""

    def __init__(self, folder: Path, kind: str, **how: Any) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(folder), kind, repr(how)],
            cwd=Path(__file__).parents[3],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def do(self, operation: str, text: str | None = None, **phrases: Any) -> str:
        """Let it do an operation; see :func:`do`."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(f"{(operation, text, phrases)!r}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().rstrip("\n")

    def ask(self, operation: str, **phrases: Any) -> None:
        """Let it begin an operation; :meth:`answer` waits for the status."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{(operation, None, phrases)!r}\n")
        self.process.stdin.flush()

    def answer(self) -> str:
        """The answer to :meth:`ask`."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().rstrip("\n")

    def kill(self) -> None:
        """End it as the operating system does when memory runs out."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


@pytest.fixture(params=["indexed", "relative"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def filled(tmp_path: Path, kind: str) -> Path:
    """The folder of a file with the records 1, 2 and 3."""
    file = connector(tmp_path, kind)
    assert do(file, "open_output") == "00"
    for text in ("1one", "2two", "3thr"):
        assert do(file, "write", text) == "00"
    file.close()
    return tmp_path


@pytest.fixture
def others(filled: Path, kind: str) -> Iterator[Any]:
    """Makes other processes, and ends them with the test."""
    made: list[Other] = []

    def make(**how: Any) -> Other:
        made.append(Other(filled, kind, **how))
        return made[-1]

    yield make
    for other in made:
        other.kill()


@pytest.mark.parametrize("kind", ["indexed"], indirect=True)
@pytest.mark.parametrize(
    ("one", "first", "two", "second", "status"),
    [
        ({}, "open_input", {}, "open_input", "00"),
        ({}, "open_input", {}, "open_io", "61"),
        ({}, "open_io", {}, "open_input", "61"),
        ({}, "open_io", {}, "open_io", "61"),
        ({}, "open_output", {}, "open_input", "61"),
        ({}, "open_input", SHARED, "open_io", "00"),
        (SHARED, "open_io", {}, "open_input", "00"),
        (SHARED, "open_io", SHARED, "open_io", "00"),
        (SHARED, "open_io", {}, "open_io", "61"),
        (SHARED, "open_io", {}, "open_output", "61"),
        ({"sharing": "read only"}, "open_input", {}, "open_input", "00"),
        ({"sharing": "read only"}, "open_input", SHARED, "open_io", "61"),
        ({"sharing": "read only"}, "open_io", {}, "open_input", "00"),
        ({"sharing": "no other"}, "open_input", {}, "open_input", "61"),
        ({"lock_mode": "exclusive"}, "open_input", {}, "open_input", "61"),
        ({"sharing": "all other"}, "open_extend", SHARED, "open_io", "00"),
    ],
)
def test_which_opens_exclude_each_other(
    others: Any, filled: Path, one: dict[str, Any], first: str, two: dict[str, Any], second: str, status: str
) -> None:
    own = connector(filled, "indexed", **one)
    assert do(own, first) == "00"
    other = others(**two)
    assert other.do(second) == status
    own.close()
    assert other.do(second) == ("41" if status == "00" else "00")


def test_a_record_read_with_lock_is_locked_for_others(others: Any, filled: Path, kind: str) -> None:
    own, other = connector(filled, kind, **SHARED), others(**SHARED)
    assert (do(own, "open_io"), other.do("open_io")) == ("00", "00")
    assert do(own, "read", "2", lock="lock") == "00 2two"
    assert other.do("read", "2") == "51"
    assert other.do("read", "2", lock="ignore lock") == "00 2two"
    assert other.do("rewrite", "2new") == "51"
    assert other.do("delete", "2") == "51"
    assert other.do("read", "1") == "00 1one"
    assert other.do("read_next") == "51"
    assert other.do("read_next", skip_locked=True) == "00 3thr"
    assert do(own, "rewrite", "2own") == "00"
    assert other.do("read", "2") == "00 2own"


def test_automatic_locks_end_with_the_next_statement_unless_there_are_several(
    others: Any, filled: Path, kind: str
) -> None:
    own, other = connector(filled, kind, lock_mode="automatic"), others(lock_mode="automatic")
    assert (do(own, "open_io"), other.do("open_io")) == ("00", "00")
    assert do(own, "read", "1") == "00 1one"
    assert other.do("read", "1") == "51"
    assert do(own, "read", "2") == "00 2two"
    assert other.do("read", "1") == "00 1one"
    own.close()
    several = connector(filled, kind, lock_mode="automatic", multiple_locks=True)
    assert do(several, "open_io") == "00"
    assert do(several, "read", "2") == "00 2two"
    assert do(several, "read", "3") == "00 3thr"
    assert [other.do("read", text) for text in "23"] == ["51", "51"]
    assert do(several, "unlock") == "00"
    assert [other.do("read", text) for text in "23"] == ["00 2two", "00 3thr"]


def test_no_update_is_lost_between_processes(others: Any, filled: Path, kind: str) -> None:
    own, other = connector(filled, kind, lock_mode="automatic"), others(lock_mode="automatic")
    assert (do(own, "open_io"), other.do("open_io")) == ("00", "00")
    assert do(own, "rewrite", "1000") == "00"
    other.ask("count", times=150)
    assert count(own, 150) == "00"
    assert other.answer() == "00"
    assert do(own, "read", "1") == "00 1300"


def test_locks_end_with_the_process(others: Any, filled: Path, kind: str) -> None:
    own, other = connector(filled, kind, **SHARED), others(**SHARED)
    assert (do(own, "open_io"), other.do("open_io")) == ("00", "00")
    assert other.do("read", "2", lock="lock") == "00 2two"
    assert other.do("rewrite", "2new", lock="lock") == "00"
    assert do(own, "read", "2") == "51"
    other.kill()
    assert do(own, "read", "2") == "00 2new"


def test_retry_waits_as_long_as_it_says(others: Any, filled: Path, kind: str) -> None:
    own, other = connector(filled, kind, **SHARED), others(**SHARED)
    assert (do(own, "open_io"), other.do("open_io")) == ("00", "00")
    assert other.do("read", "2", lock="lock") == "00 2two"
    assert do(own, "read", "2", retry=Retry(times=2)) == "51"
    assert do(own, "read", "2", retry=Retry(seconds=0.1)) == "51"
    assert other.process.stdin is not None
    other.process.stdin.close()  # it ends, and its lock with it
    assert do(own, "read", "2", retry=Retry(seconds=20)) == "00 2two"
    exclusive = connector(filled, kind)
    assert do(exclusive, "open_io", retry=Retry(times=1)) == "61"


def test_what_one_writes_the_other_reads_before_any_close(others: Any, filled: Path, kind: str) -> None:
    own, other = connector(filled, kind, **SHARED), others(**SHARED)
    assert (do(own, "open_io"), other.do("open_io")) == ("00", "00")
    for turn in range(4, 8):
        assert do(own, "write", f"{turn}own") == "00"
        assert other.do("read", str(turn)) == f"00 {turn}own"
        assert other.do("rewrite", f"{turn}oth") == "00"
        assert do(own, "read", str(turn)) == f"00 {turn}oth"
    assert other.do("delete", "5") == "00"
    assert do(own, "read", "5") == "23"
    assert [other.do("close"), do(own, "close")] == ["00", "00"]
    assert [path.name for path in filled.iterdir()] == ["f"]


def test_who_only_reads_sees_what_others_write_with_the_next_read(
    others: Any, filled: Path, kind: str
) -> None:
    own, other = connector(filled, kind), others(**SHARED)
    assert do(own, "open_input") == "00"
    assert do(own, "read", "1") == "00 1one"
    assert other.do("open_io") == "00"
    for turn in range(4, 8):
        assert other.do("write", f"{turn}oth") == "00"
        assert do(own, "read", str(turn)) == f"00 {turn}oth"
        assert other.do("rewrite", f"{turn}new") == "00"
        assert do(own, "read", str(turn)) == f"00 {turn}new"
        assert other.do("delete", str(turn)) == "00"
        assert do(own, "read", str(turn)) == "23"
    assert do(own, "start", "3", relation="=") == "00"
    assert other.do("rewrite", "3new") == "00"
    assert do(own, "read_next") == "00 3new"
    assert other.do("close") == "00"
    assert do(own, "read", "3") == "00 3new"
    assert do(own, "close") == "00"
    assert [path.name for path in filled.iterdir()] == ["f"]


def test_where_no_log_can_be_kept_nobody_writes_while_it_is_read(
    others: Any, filled: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cobol_runtime.files.database.os.access", lambda path, mode: False)
    own, other = connector(filled, kind), others(**SHARED)
    assert do(own, "open_input") == "00"
    assert do(own, "read", "2") == "00 2two"
    assert [path.name for path in filled.iterdir()] == ["f"]
    assert other.do("open_input") == "00"
    assert other.do("close") == "00"
    assert other.do("open_io") == "61"
    assert do(own, "close") == "00"
    assert other.do("open_io") == "00"


def test_where_files_cannot_be_shared_the_second_is_refused(
    filled: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "AVAILABLE", False)
    own, other = connector(filled, kind, **SHARED), connector(filled, kind, **SHARED)
    assert do(own, "open_io") == "00"
    assert do(own, "read", "2", lock="lock") == "00 2two"
    assert do(other, "open_io") == "61"
    assert do(own, "close") == "00"
    assert do(other, "open_io") == "00"


@pytest.mark.parametrize("kind", ["indexed"], indirect=True)
def test_connectors_of_one_run_unit_never_exclude_each_other(filled: Path) -> None:
    one = connector(filled, "indexed")
    two = IndexedFile(
        one.run, name="G", assign="f", record=Area(bytearray(4)), keys=(Key(0, 1),), status=Area(bytearray(2))
    )
    assert (do(one, "open_io"), do(two, "open_io")) == ("00", "00")
    assert do(one, "write", "4own") == "00"
    assert [do(two, "read") for _ in range(4)][-1] == "00 4own"
