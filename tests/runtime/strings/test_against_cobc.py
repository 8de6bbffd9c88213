"""STRING, UNSTRING and INSPECT leave the same behind as with GnuCOBOL."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.functions.batch import displayed, mismatches
from tests.oracle import GnuCobol
from tests.runtime.strings import cobol_cases
from tests.runtime.strings.cobol_cases import Cases


@pytest.mark.cobc
@pytest.mark.parametrize(
    "cases",
    [
        cobol_cases.stringing,
        cobol_cases.unstringing,
        cobol_cases.tallying,
        cobol_cases.replacing,
        cobol_cases.converting,
    ],
)
def test_statements_end_as_with_cobc(
    cases: Callable[[Random, int], Cases], gnucobol: GnuCobol, tmp_path: Path
) -> None:
    batch = list(cases(Random(1974), 250))
    shown = displayed(gnucobol, tmp_path, [cobol for cobol, _ in batch], data=cobol_cases.DATA)
    assert mismatches(batch, shown) == []
