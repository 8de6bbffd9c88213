"""Every COBOL program of the samples and the statement cases, converted plainly and with --exact."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.oracle import Source
from tests.oracle.converted import DIALECTS
from tests.samples.sample import all_samples
from tests.statements.case import all_cases
from transpiler.options import ConvertOptions
from transpiler.pipeline import Conversion, convert, finish


@dataclass(frozen=True)
class Program:
    """A source file and how it is read; `name` is unique and a Python module name."""

    name: str
    path: Path
    source: Source
    exact: bool = False

    @property
    def options(self) -> ConvertOptions:
        return ConvertOptions(
            dialect=DIALECTS[self.source.standard],
            format="free" if self.source.free_format else "fixed",
            sign=self.source.sign,
            exact=self.exact,
            checks="-debug" in self.source.flags,
            library_folders=self.source.copy_folders,
        )


def all_programs() -> list[Program]:
    """The programs of every sample and every case, plainly and exactly."""
    plain = [*_samples(), *_cases()]
    exact = [Program(f"{item.name}_exact", item.path, item.source, exact=True) for item in plain]
    return plain + exact


def _samples() -> Iterator[Program]:
    for sample in all_samples():
        for step in sample.steps:
            for path in step.source.programs:
                yield Program(f"sample_{sample.folder.name}_{path.stem}", path, step.source)


def _cases() -> Iterator[Program]:
    for case in all_cases():
        name = f"case_{case.name.replace('/', '_')}"
        yield Program(name, case.folder / "program.cbl", case.source)


@dataclass(frozen=True)
class Generated:
    """A converted program; `map` is its source map."""

    program: Program
    conversion: Conversion

    @property
    def name(self) -> str:
        return self.program.name

    @property
    def text(self) -> str:
        return self.conversion.module_text

    @property
    def map(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads(self.conversion.map_text)
        return loaded


def generate(programs: list[Program]) -> list[Generated]:
    """Convert all, formatted with one run of the formatter. Programs that give no module are left out."""
    conversions = [convert(program.path, program.options) for program in programs]
    finish(conversions)
    pairs = zip(programs, conversions, strict=True)
    return [Generated(program, conversion) for program, conversion in pairs if conversion.module_text]
