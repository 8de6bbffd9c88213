"""The command, run in this process or in one of its own, and small programs to give it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from click.testing import CliRunner, Result

from transpiler.cli import main

REPOSITORY = Path(__file__).resolve().parents[2]


def cobolift(*arguments: str | Path) -> Result:
    """Run the command in this process, where the grammar is loaded once."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def process(
    *arguments: str | Path,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    stdin: bytes = b"",
    timeout: float = 120,
) -> subprocess.CompletedProcess[bytes]:
    """Run the command as its users do."""
    command: Sequence[str] = [sys.executable, "-m", "transpiler.cli", *map(str, arguments)]
    return python(command, folder=folder, environment=environment, stdin=stdin, timeout=timeout)


def python(
    command: Sequence[str],
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    stdin: bytes = b"",
    timeout: float = 120,
) -> subprocess.CompletedProcess[bytes]:
    """Run a command that needs the packages of this repository."""
    variables = {**os.environ, "PYTHONPATH": str(REPOSITORY), **(environment or {})}
    return subprocess.run(
        command, cwd=folder, env=variables, input=stdin, capture_output=True, timeout=timeout, check=False
    )


def program(name: str, procedure: str, data: str = "", linkage: str = "", using: str = "") -> str:
    """A program in fixed format. The lines of the parts are COBOL without the first seven columns."""
    parts = [
        "IDENTIFICATION DIVISION.",
        f"PROGRAM-ID. {name}.",
        "DATA DIVISION.",
        "WORKING-STORAGE SECTION.",
        *data.splitlines(),
        *(["LINKAGE SECTION.", *linkage.splitlines()] if linkage else []),
        f"PROCEDURE DIVISION{f' USING {using}' if using else ''}.",
        "MAIN-PARA.",
        *(f"    {line}" for line in procedure.splitlines()),
    ]
    return "".join(f"       {line}\n" for line in parts)


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files below a folder; returns the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


HELLO = program("HELLO", 'DISPLAY "HELLO".\nSTOP RUN.')
BROKEN = program("BROKEN", "MOVE 1 TO NOWHERE.\nSTOP RUN.")
"""Converted with gaps: a name is not defined."""
GAP = program("GAP", "READY TRACE.\nSTOP RUN.")
"""Correct COBOL that is not converted."""
