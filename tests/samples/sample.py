"""samples/<name>/sample.toml: which programs run in which order, on what, and what they must leave.

    copy = ["copy"]                      folders of copybooks
    data = ["data"]                      folders copied into the working folder
    folders = ["out", "work"]            empty folders made there
    compared = ["out"]                   folders whose files must equal those of expected/
    [environment]                        variables for every step
    [[step]]
    program = "payroll.cbl"              the main program
    subprograms = ["tax.cbl"]            programs it calls

The outcome of a step is in expected/<program>.stdout and, when it is not 0, expected/<program>.returncode.
"""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from tests.oracle import Executable, Outcome, Source, run

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


class Builder(Protocol):
    """GnuCobol or Converted."""

    def build(self, source: Source) -> Executable: ...


@dataclass(frozen=True)
class Step:
    """One program of a sample's run."""

    name: str
    source: Source


@dataclass(frozen=True)
class Sample:
    """A sample application and how it is run."""

    folder: Path
    steps: tuple[Step, ...]
    data: tuple[str, ...]
    folders: tuple[str, ...]
    compared: tuple[str, ...]
    environment: dict[str, str]

    @property
    def expected(self) -> Path:
        return self.folder / "expected"

    def run(self, builder: Builder, work: Path) -> dict[str, Outcome]:
        """Run all steps in `work`; the outcome of each, by program name."""
        for name in self.data:
            shutil.copytree(self.folder / name, work / name)
        for name in self.folders:
            (work / name).mkdir()
        return {
            step.name: run(builder.build(step.source), work, environment=self.environment)
            for step in self.steps
        }

    def expected_returncode(self, step: Step) -> int:
        path = self.expected / f"{step.name}.returncode"
        return int(path.read_text()) if path.exists() else 0

    def expected_stdout(self, step: Step) -> bytes:
        return (self.expected / f"{step.name}.stdout").read_bytes()

    def expected_files(self) -> dict[str, bytes]:
        return files_below(self.expected, self.compared)


def files_below(root: Path, folders: tuple[str, ...]) -> dict[str, bytes]:
    """Every file in `folders` of `root`: its path from `root` and its content."""
    found = (path for name in folders for path in sorted((root / name).rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def all_samples() -> list[Sample]:
    """Every folder of samples/ that has a sample.toml, by name."""
    return [read_sample(path.parent) for path in sorted(SAMPLES.glob("*/sample.toml"))]


def read_sample(folder: Path) -> Sample:
    """The sample described by `folder`/sample.toml."""
    described = tomllib.loads((folder / "sample.toml").read_text(encoding="utf-8"))
    return Sample(
        folder=folder,
        steps=tuple(_step(folder, described, entry) for entry in described["step"]),
        data=tuple(described.get("data", ())),
        folders=tuple(described.get("folders", ())),
        compared=tuple(described.get("compared", ())),
        environment=described.get("environment", {}),
    )


def _step(folder: Path, described: dict[str, Any], entry: dict[str, Any]) -> Step:
    programs = (entry["program"], *entry.get("subprograms", ()))
    return Step(
        name=Path(entry["program"]).stem,
        source=Source(
            programs=tuple(folder / name for name in programs),
            copy_folders=tuple(folder / name for name in described.get("copy", ())),
            standard=described.get("standard", "default"),
        ),
    )
