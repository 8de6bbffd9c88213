"""A behaviour of COBOL as a folder: tests/statements/<verb>/<behaviour>/.

program.cbl      at most 30 lines, 60 with a REPORT SECTION; several programs in a row are one run unit, the first is the main program
expected.out     standard output
expected.rc      exit status, when it is not 0
expected.err     standard error, the path of the program as `program.cbl`, where it is looked at
expected/        files the program must leave, when it writes any
input/           files that are there before it runs
cobc.out         what GnuCOBOL prints where that is not what is expected (the reason is oracle_note)
expected.py      the generated code, for cases chosen for review
case.toml        why (one sentence), and where they differ from the defaults: standard, format, sign,
                 cobc_flags (-debug is --checks), arguments, stdin, files, oracle_note, cobc_lacks (what distributed compilers
                 are built without), [environment]
"""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.oracle import Executable, Outcome, Source, run

STATEMENTS = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """One behaviour and what it must show."""

    folder: Path
    described: dict[str, Any] = field(hash=False, compare=False)

    @property
    def name(self) -> str:
        """Verb and behaviour: `add/rounded`."""
        return self.folder.relative_to(STATEMENTS).as_posix()

    @property
    def source(self) -> Source:
        return Source(
            programs=(self.folder / "program.cbl",),
            standard=self.described.get("standard", "default"),
            free_format=self.described.get("format", "fixed") == "free",
            sign=self.described.get("sign", "ascii"),
            flags=tuple(self.described.get("cobc_flags", ())),
        )

    @property
    def expected_stdout(self) -> bytes:
        return (self.folder / "expected.out").read_bytes()

    @property
    def oracle_stdout(self) -> bytes:
        """What GnuCOBOL prints: the expected output, except where it is known to be wrong."""
        differing = self.folder / "cobc.out"
        return differing.read_bytes() if differing.exists() else self.expected_stdout

    @property
    def expected_returncode(self) -> int:
        path = self.folder / "expected.rc"
        return int(path.read_text(encoding="ascii")) if path.exists() else 0

    @property
    def expected_stderr(self) -> str | None:
        path = self.folder / "expected.err"
        return path.read_text(encoding="latin-1") if path.exists() else None

    @property
    def expected_files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted((self.folder / "expected").glob("*"))}

    def run(self, executable: Executable, work: Path) -> Outcome:
        """Run the built case in the folder `work`, with its input files in place."""
        if (self.folder / "input").exists():
            shutil.copytree(self.folder / "input", work, dirs_exist_ok=True)
        return run(
            executable,
            work,
            environment=self.described.get("environment"),
            stdin=self.described.get("stdin", "").encode("latin-1"),
            arguments=self.described.get("arguments", ()),
        )


def read_case(folder: Path) -> Case:
    """The case in `folder`."""
    return Case(folder, tomllib.loads((folder / "case.toml").read_text(encoding="utf-8")))


def all_cases() -> list[Case]:
    """Every case, ordered by name."""
    return [read_case(path.parent) for path in sorted(STATEMENTS.glob("*/*/case.toml"))]
