"""`check --arithmetic-diff` finds the statements that depend on the profile, and its witnesses are true."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from bisect import bisect_right
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.arithmetic.programs import Program, programs
from transpiler.arithmetic.sites import SIZE_ERROR
from transpiler.arithmetic_listing import Finding, arithmetic_findings
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
    [
        "COMPUTE R = A + B * 2",
        "COMPUTE R = A - B",
        "COMPUTE R = A / B",
        "COMPUTE R ROUNDED = A / B",
        "COMPUTE R = A * 25 / 100",
        "COMPUTE R = B ** 3 + 2 ** 10",
        "ADD A TO R",
        "DIVIDE A BY B GIVING R",
    ],
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


WITNESSES = settings(max_examples=4, deadline=None, phases=(Phase.explicit, Phase.generate), derandomize=True)


def found_by_statement(program: Program, folder: Path, other: str) -> dict[int, Finding]:
    """The findings of the listing by number of statement."""
    source = folder / "drawn.cbl"
    source.write_text(program.text())
    starts = [
        n for n, line in enumerate(program.text().splitlines(), 1) if line.split()[0] in ("COMPUTE", "IF")
    ]
    found = arithmetic_findings(source, ConvertOptions(), other)
    return {bisect_right(starts, finding.line) - 1: finding for finding in found}


@pytest.mark.parametrize("other", ["ibm-compat", "ibm-extend"])
@given(
    program=st.booleans().flatmap(lambda floats: programs(floats=floats)),
    chance=st.randoms(use_true_random=False),
)
@WITNESSES
def test_witnesses_are_real_and_what_is_not_listed_does_not_differ(
    other: str, program: Program, chance: random.Random
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        findings = found_by_statement(program, folder, other)
        values = {
            number: findings[number].witness.operands if number in findings else drawn_values(program, chance)
            for number in range(len(program.statements))
        }
        tried = replace(program, moves=values)
        ours, others = tried.converted(folder, "gnucobol"), tried.converted(folder, other)
    for number in range(len(program.statements)):
        finding = findings.get(number)
        if finding is None:
            assert ours[number] == others[number], program.statements[number]
        elif finding.witness.undecided is None:
            witness = finding.witness
            assert (ours[number], others[number]) == (
                number_of(witness.result),
                number_of(witness.other_result),
            ), (
                witness,
                program.statements[number],
            )


def drawn_values(program: Program, chance: random.Random) -> list[tuple[str, Decimal]]:
    """Other values for the items of a program."""
    return [
        (item.name, Decimal(chance.randint(0, 10 ** chance.randint(1, item.i + item.d) - 1)).scaleb(-item.d))
        for item in program.items
    ]


def number_of(result: str) -> Fraction:
    """What a program shows for a result of the listing."""
    return {"true": Fraction(1), "false": Fraction(0)}.get(result) or Fraction(
        "0" if result in ("false", SIZE_ERROR) else result
    )
