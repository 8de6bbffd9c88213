"""Whoever looks at the output sees the old file or the new one, never half of one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.command import HELLO, REPOSITORY, cobolift, contents, program, write
from transpiler.tree import write_atomically


class Broken(Exception):
    """What happens in the middle of writing."""


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "module.py"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise Broken

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(Broken):
        write_atomically(path, "new")
    assert contents(tmp_path) == {"module.py": b"old"}


def test_the_new_file_can_be_read_by_everybody(tmp_path: Path) -> None:
    write_atomically(tmp_path / "below" / "module.py", "new")
    assert (tmp_path / "below" / "module.py").stat().st_mode & 0o777 == 0o644


def test_output_that_cannot_be_written_fails_that_file_alone(tmp_path: Path) -> None:
    write(tmp_path / "src", {"a.cbl": HELLO, "b.cbl": program("B", "STOP RUN.")})
    (tmp_path / "out" / "a.py").mkdir(parents=True)
    result = cobolift("convert", tmp_path / "src", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "CBL7001" in result.output
    assert (tmp_path / "out/b.py").exists()


def test_a_killed_run_leaves_whole_files(tmp_path: Path) -> None:
    """Kill the converter at some moments while it writes a tree over an older one."""
    source, out = tmp_path / "src", tmp_path / "out"
    old = {f"p{number:02}.cbl": program(f"P{number:02}", 'DISPLAY "OLD".\n' * 30) for number in range(20)}
    cobolift("convert", write(source, old), "-o", out)
    before = contents(out)
    write(source, {name: text.replace("OLD", "NEWER") for name, text in old.items()})
    cobolift("convert", source, "-o", tmp_path / "new")
    after = contents(tmp_path / "new")
    seen: set[str] = set()
    for delay in (0.0, 0.005, 0.02, 0.05):
        _killed_run(source, out, delay)
        for name, content in contents(out).items():
            if name.startswith(".") or "/." in name:
                continue  # unfinished temporary files have hidden names of their own
            assert content in (before[name], after[name]), f"{name} is neither the old file nor the new one"
            seen.add("new" if content == after[name] else "old")
    assert "new" in seen


def _killed_run(source: Path, out: Path, delay: float) -> None:
    """Start a conversion, wait until it writes the first file again, and a little longer, and kill it."""
    module = out / "p00.py"
    stamp = module.stat().st_mtime_ns
    command = [sys.executable, "-m", "transpiler.cli", "convert", str(source), "-o", str(out), "-j1", "-q"]
    with subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(REPOSITORY)}) as running:
        while running.poll() is None and module.stat().st_mtime_ns == stamp:
            time.sleep(0.001)
        time.sleep(delay)
        running.send_signal(signal.SIGKILL)
