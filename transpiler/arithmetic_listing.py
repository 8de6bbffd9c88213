"""`check --arithmetic-diff`: the statements of programs whose result depends on the arithmetic profile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from transpiler.arithmetic.difference import Witness, differences
from transpiler.arithmetic.profiles import PROFILES
from transpiler.options import ConvertOptions
from transpiler.pipeline import Conversion, analyze_programs, parse_text, read_and_expand


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement: where it is, and operand values for which the profiles differ."""

    path: str
    line: int
    witness: Witness
    profile: str
    other: str

    def text(self) -> str:
        """The finding as a line for people."""
        return f"{self.path}:{self.line}: {self.witness.sentence(self.profile, self.other)}"

    def json(self) -> dict[str, object]:
        """The finding for machines: operand values and both results, or why they are not known."""
        place: dict[str, object] = {"path": self.path, "line": self.line, "receiver": self.witness.receiver}
        if self.witness.undecided is not None:
            return {**place, "undecided": self.witness.undecided}
        return {
            **place,
            "operands": {name: f"{value:f}" for name, value in self.witness.operands},
            self.profile: self.witness.result,
            self.other: self.witness.other_result,
        }


def arithmetic_findings(path: Path, options: ConvertOptions, other: str) -> Iterator[Finding]:
    """Compare the program's own profile with `other`, statement by statement."""
    conversion = Conversion(path, options)
    for run in (read_and_expand, parse_text, analyze_programs):
        run(conversion)
    own = conversion.options.arithmetic
    for analysis in conversion.analyses.values():
        for witness in differences(analysis, PROFILES[own], PROFILES[other]):
            first = witness.statement.span.first
            yield Finding(first.inclusion.file.path, first.line, witness, own, other)
