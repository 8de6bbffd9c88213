"""What the samples become is clean: for ruff, for its formatter, and for mypy --strict."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.oracle import Converted
from tests.oracle.converted import REPOSITORY
from tests.samples.sample import Sample, all_samples

samples = pytest.mark.parametrize("sample", all_samples(), ids=lambda sample: sample.folder.name)

CHECKS = (
    ("ruff", "check", "--isolated", "--select", "E4,E7,E9,F,W,I,UP,B"),
    ("ruff", "format", "--isolated", "--check"),
    ("mypy", "--strict", "--config-file="),
)


def modules_of(sample: Sample, builder: Converted) -> list[Path]:
    found: list[Path] = []
    for step in sample.steps:
        builder.build(step.source)
        found += sorted(builder.output_folder(step.source).glob("*.py"))
    return found


def check(modules: list[Path]) -> None:
    assert modules
    for tool, *options in CHECKS:
        command = [sys.executable, "-m", tool, *options, *map(str, modules)]
        finished = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
        assert finished.returncode == 0, f"{tool}: {finished.stdout}{finished.stderr}"


@samples
def test_converted_modules_are_clean(sample: Sample, converted: Converted) -> None:
    check(modules_of(sample, converted))


@samples
def test_exactly_converted_modules_are_clean(sample: Sample, converted_exactly: Converted) -> None:
    check(modules_of(sample, converted_exactly))
