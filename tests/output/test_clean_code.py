"""Generated code passes the tools that people will use on it. One run of each tool over all programs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.oracle.converted import REPOSITORY
from tests.output.programs import Generated, all_programs, generate

RULES = "E4,E7,E9,F,W,I,UP,B"
"""Ruff's default rules, and import order, modern syntax and likely bugs."""


def run(tool: str, *arguments: str, folder: Path = REPOSITORY) -> None:
    command = [sys.executable, "-m", tool, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}{done.stderr}"


def test_there_are_hundreds_of_programs(generated: list[Generated]) -> None:
    assert len(generated) > 600
    assert len(generated) == len(all_programs())


def test_ruff_finds_nothing(modules: Path) -> None:
    run("ruff", "check", "--isolated", "--quiet", "--select", RULES, str(modules))


def test_the_formatter_changes_nothing(modules: Path) -> None:
    run("ruff", "format", "--isolated", "--quiet", "--check", str(modules))


def test_mypy_strict_finds_nothing(modules: Path) -> None:
    run("mypy", "--strict", "--config-file=", "--python-version=3.11", str(modules))


def test_every_module_compiles(generated: list[Generated]) -> None:
    for item in generated:
        compile(item.text, f"{item.name}.py", "exec")


def test_a_second_conversion_gives_the_same_text_and_map(generated: list[Generated]) -> None:
    again = generate([item.program for item in generated])
    different = [
        first.name
        for first, second in zip(generated, again, strict=True)
        if (first.text, first.map) != (second.text, second.map)
    ]
    assert not different
