"""`check --arithmetic-diff` finds the statements that depend on the profile, and its witnesses are true."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from transpiler.cli import main
from transpiler.options import ConvertOptions
from transpiler.pipeline import convert_file

TEMPLATE = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. WITNESS.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC S9(5)V99 VALUE {a}.
       01 B PIC 9(4) VALUE {b}.
       01 R PIC S9(7)V99.
       PROCEDURE DIVISION.
           COMPUTE R = A / B * 3
           DISPLAY R.
           STOP RUN.
"""


def listing(source: Path, *flags: str) -> list[dict[str, object]]:
    result = CliRunner().invoke(main, ["check", str(source), "--json", *flags])
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert isinstance(found, list)
    return found


def test_a_witness_gives_the_two_results_when_it_is_run(tmp_path: Path) -> None:
    source = tmp_path / "witness.cbl"
    source.write_text(TEMPLATE.format(a=1, b=1))
    (finding,) = listing(source, "--arithmetic-diff", "ibm-compat")
    operands = finding["operands"]
    assert isinstance(operands, dict)
    source.write_text(TEMPLATE.format(a=operands["A"], b=operands["B"]))
    for profile in ("gnucobol", "ibm-compat"):
        convert_file(source, tmp_path, ConvertOptions(arithmetic=profile))
        done = subprocess.run(
            [sys.executable, str(tmp_path / "witness.py")], capture_output=True, text=True, check=True
        )
        assert float(done.stdout) == float(str(finding[profile]))


@pytest.mark.parametrize(
    "statement",
    ["COMPUTE R = A + B * 2", "COMPUTE R = A - B", "ADD A TO R"],
)
def test_statements_that_lose_nothing_are_not_listed(statement: str, tmp_path: Path) -> None:
    source = tmp_path / "plain.cbl"
    source.write_text(TEMPLATE.format(a=1, b=1).replace("COMPUTE R = A / B * 3", statement))
    assert listing(source, "--arithmetic-diff", "ibm-compat") == []


def test_a_condition_with_a_quotient_is_listed(tmp_path: Path) -> None:
    source = tmp_path / "condition.cbl"
    text = TEMPLATE.format(a=1, b=1).replace("COMPUTE R = A / B * 3", "IF A / B > 0 CONTINUE END-IF")
    source.write_text(text)
    (finding,) = listing(source, "--arithmetic-diff", "ibm-extend")
    assert {finding["gnucobol"], finding["ibm-extend"]} == {"true", "false"}


def test_the_own_profile_cannot_be_compared_with_itself(tmp_path: Path) -> None:
    source = tmp_path / "own.cbl"
    source.write_text(TEMPLATE.format(a=1, b=1))
    result = CliRunner().invoke(main, ["check", str(source), "--arithmetic-diff", "gnucobol"])
    assert result.exit_code == 2
