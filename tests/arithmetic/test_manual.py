"""Random programs under the IBM profiles give what the manual's tables say, and under the gnucobol profile what cobc gives."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from tests.arithmetic.programs import Program, programs

BATCHES = settings(max_examples=6, deadline=None, phases=(Phase.explicit, Phase.generate), derandomize=True)


@pytest.mark.parametrize(("profile", "capacity"), [("ibm-compat", 30), ("ibm-extend", 31)])
@given(program=programs())
@BATCHES
def test_converted_programs_compute_as_the_manual_says(profile: str, capacity: int, program: Program) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert program.converted(Path(folder), profile) == program.by_the_manual(capacity)


@pytest.mark.skipif(shutil.which("cobc") is None, reason="GnuCOBOL's compiler is not installed")
@given(program=programs())
@BATCHES
def test_converted_programs_compute_as_cobc_does(program: Program) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert program.converted(Path(folder), "gnucobol") == program.compiled(Path(folder))
