"""Runs many small cases in one COBOL program through the GnuCOBOL compiler."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest

MARK = "<~>"

without_cobc = pytest.mark.skipif(
    shutil.which("cobc") is None, reason="the GnuCOBOL compiler is not installed"
)


@dataclass
class Case:
    """Data descriptions, statements, and the items to DISPLAY after them (their text is what `run` returns)."""

    data: list[str]
    statements: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)


def source(cases: list[Case], configuration: str = "") -> str:
    """One free-format program that runs all *cases* in turn."""
    lines = ["IDENTIFICATION DIVISION.", "PROGRAM-ID. CASES.", "ENVIRONMENT DIVISION."]
    lines += ["CONFIGURATION SECTION.", configuration] if configuration else []
    lines += ["DATA DIVISION.", "WORKING-STORAGE SECTION."]
    for case in cases:
        lines += case.data
    lines += [
        "PROCEDURE DIVISION.",
        "MAIN-PART.",
        f"    PERFORM CASE-1 THRU CASE-{len(cases)}.",
        "    STOP RUN.",
    ]
    for number, case in enumerate(cases, 1):
        lines.append(f"CASE-{number}.")
        lines += [f"    {statement}" for statement in case.statements]
        for item in case.shown:
            lines += [f"    DISPLAY {item} WITH NO ADVANCING", f'    DISPLAY "{MARK}"']
        lines.append("    .")
    return "\n".join(lines) + "\n"


def run(cases: list[Case], *flags: str, configuration: str = "") -> list[list[bytes]]:
    """What each case displays, item by item."""
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "cases.cob"
        program.write_text(source(cases, configuration), encoding="latin-1")
        compiled = subprocess.run(
            ["cobc", "-x", "-free", "-w", *flags, "-o", "cases", program.name],
            cwd=folder, capture_output=True, text=True,
        )  # fmt: skip
        assert compiled.returncode == 0, compiled.stderr[:3000]
        output = subprocess.run([f"{folder}/cases"], cwd=folder, capture_output=True, check=True).stdout
    texts = iter(output.split(f"{MARK}\n".encode()))
    return [[next(texts) for _ in case.shown] for case in cases]
