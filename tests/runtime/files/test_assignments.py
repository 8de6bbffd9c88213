"""Files as the user assigns them: [files] of cobolift.toml, several files for one name, no file at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cobol_runtime import Area, IndexedFile, Key, LineSequentialFile, RelativeFile, SequentialFile
from cobol_runtime.termination import FatalError
from tests.runtime.files.compiled import TestRun


def make(kind: type[Any], folder: Path, settings: str = "", **environment: str) -> Any:
    """A connector for ASSIGN TO IN, of records of three characters."""
    if settings:
        (folder / "cobolift.toml").write_text(settings)
        environment["COBOLIFT_CONFIG"] = str(folder / "cobolift.toml")
    run = TestRun(folder, environment)
    keys = {"keys": (Key(0, 1),)} if kind is IndexedFile else {}
    return kind(run, name="F", assign="IN", record=Area(bytearray(3)), status=Area(bytearray(2)), **keys)


def lines(file: Any) -> list[str]:
    """All records."""
    assert file.open_input(), (file.status, file.run.errors.getvalue())
    found = []
    while file.read_next(at_end=True):
        found.append(file.record.text.rstrip())
    file.close()
    return found


def test_a_name_of_the_settings_is_relative_to_their_file(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a").write_text("one\ntwo\n")
    file = make(LineSequentialFile, tmp_path, '[files.in]\npath = "data/a"\n', COB_FILE_PATH="/elsewhere")
    assert lines(file) == ["one", "two"]


def test_the_environment_comes_before_the_settings(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("env\n")
    file = make(LineSequentialFile, tmp_path, '[files.IN]\npath = "a"\n', DD_IN="b")
    assert lines(file) == ["env"]


def test_several_files_are_read_as_one(tmp_path: Path) -> None:
    for name, text in (("a", "one\ntwo"), ("b", ""), ("c", "six\n")):
        (tmp_path / name).write_text(text)
    assert lines(make(LineSequentialFile, tmp_path, DD_IN="a+b+c")) == ["one", "two", "six"]
    listed = make(LineSequentialFile, tmp_path, '[files.IN]\npath = ["c", "DUMMY", "a"]\n')
    assert lines(listed) == ["six", "one", "two"]
    assert not listed.open_output()
    assert listed.status == "37"


def test_records_of_several_files_do_not_run_into_each_other(tmp_path: Path) -> None:
    for name, text in (("a", "onetwo"), ("c", "six"), ("torn", "onet")):
        (tmp_path / name).write_text(text)
    assert lines(make(SequentialFile, tmp_path, DD_IN="a+c")) == ["one", "two", "six"]
    torn = make(SequentialFile, tmp_path, DD_IN="torn+c")
    assert not torn.open_input()
    assert torn.status == "30"
    missing = make(SequentialFile, tmp_path, DD_IN="a+nowhere")
    assert not missing.open_input()
    assert missing.status == "35"
    (tmp_path / "a+c").write_text("own")
    assert lines(make(SequentialFile, tmp_path, DD_IN="a+c")) == ["own"]


@pytest.mark.parametrize("kind", [SequentialFile, LineSequentialFile, RelativeFile, IndexedFile])
def test_no_file_is_empty_and_swallows_what_is_written(tmp_path: Path, kind: type[Any]) -> None:
    file = make(kind, tmp_path, '[files.IN]\npath = "DUMMY"\n')
    assert lines(file) == []
    assert file.open_output()
    file.record.text = "one"
    assert file.write()
    assert file.close()
    assert lines(file) == []


@pytest.mark.parametrize("kind", [RelativeFile, IndexedFile])
def test_files_with_keys_cannot_be_read_one_after_the_other(tmp_path: Path, kind: type[Any]) -> None:
    file = make(kind, tmp_path, DD_IN="a+b")
    assert not file.open_input()
    assert file.status == "37"


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('[files.IN]\npath = "A.B(+1)"\n', "generation"),
        ('[files.IN]\npath = ""\n', "empty"),
        ("[files.IN]\npath = 3\n", r"path of \[files.IN\] must be a file"),
        ("[files]\ncommit-interval = -1\n", "commit-interval"),
        ('[files]\nIN = "a"\n', "not IN"),
        ('[files.IN]\nprograms = "a"\n', "PROGRAM-IDs"),
        ("[files", "cobolift.toml"),
    ],
)
def test_wrong_settings_end_the_run_with_a_message(tmp_path: Path, settings: str, words: str) -> None:
    file = make(SequentialFile, tmp_path, settings)
    with pytest.raises(FatalError, match=words):
        file.open_input()


def test_a_wrong_commit_interval_ends_the_run_with_a_message(tmp_path: Path) -> None:
    file = make(IndexedFile, tmp_path, COBOLIFT_COMMIT_INTERVAL="often")
    with pytest.raises(FatalError, match="COBOLIFT_COMMIT_INTERVAL"):
        file.open_output()
