"""The same source gives the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import REPOSITORY, contents, process

SAMPLES = REPOSITORY / "samples"


@pytest.mark.parametrize("options", [(), ("--exact",)], ids=["plain", "exact"])
def test_a_second_run_writes_the_same_bytes(options: tuple[str, ...], tmp_path: Path) -> None:
    """In processes with other hash seeds, so that the order of a set cannot decide anything."""
    trees = []
    for seed in ("1", "2"):
        done = process(
            "convert", SAMPLES, "-o", tmp_path / seed, *options, environment={"PYTHONHASHSEED": seed}
        )
        assert done.returncode == 0, done.stderr.decode()
        trees.append(contents(tmp_path / seed))
    assert trees[0] == trees[1]
    assert trees[0]
