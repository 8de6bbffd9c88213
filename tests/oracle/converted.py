"""The converter under test: the same sources as Python."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from tests.oracle.execution import Executable
from tests.oracle.source import Source

REPOSITORY = Path(__file__).resolve().parents[2]

DIALECTS = {"default": "gnucobol", "cobol85": "cobol85", "ibm": "ibm", "mf": "mf"}
"""cobc's -std= against cobolift's --dialect."""


class ConversionFailed(Exception):
    """cobolift ended with errors; the message is what it said."""


@dataclass(frozen=True)
class Converted:
    """Builds sources with cobolift into `folder`, in this process so that the grammar is loaded once."""

    folder: Path
    exact: bool = False

    @property
    def name(self) -> str:
        return "converted --exact" if self.exact else "converted"

    def build(self, source: Source) -> Executable:
        """Convert all programs of `source`; what runs is the first one's module.

        Raises ConversionFailed when cobolift does not end with exit status 0.
        """
        out = self.output_folder(source)
        self._convert(source, out)
        main = out / module_file_name(source.programs[0])
        return Executable((sys.executable, str(main)), {"PYTHONPATH": str(REPOSITORY)})

    def output_folder(self, source: Source) -> Path:
        """Where the modules of `source` are written."""
        return self.folder / f"{source.fingerprint()}{'-exact' if self.exact else ''}"

    def _convert(self, source: Source, out: Path) -> None:
        from transpiler.cli import main

        finished = CliRunner().invoke(main, ["convert", *self._arguments(source, out)])
        if finished.exit_code != 0:
            raise ConversionFailed(
                f"exit status {finished.exit_code}\n{finished.output}"
            ) from finished.exception

    def _arguments(self, source: Source, out: Path) -> list[str]:
        arguments = [*map(str, source.programs), "-o", str(out), "--dialect", DIALECTS[source.standard]]
        arguments += ["--format", "free" if source.free_format else "fixed", "--sign", source.sign]
        for folder in source.copy_folders:
            arguments += ["-I", str(folder)]
        if self.exact:
            arguments.append("--exact")
        if "-debug" in source.flags:
            arguments.append("--checks")
        return arguments


def module_file_name(program: Path) -> str:
    """The file cobolift writes for `program`: its stem in snake_case."""
    return program.stem.lower().replace("-", "_") + ".py"
