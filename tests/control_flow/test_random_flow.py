"""Control flow of random programs: GnuCOBOL, the plain rendering and the exact one go through the same paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.control_flow.programs import program
from tests.oracle import Converted, GnuCobol, Source, run

SEEDS = range(30)


def passed_through(executable: object, folder: Path) -> tuple[bytes, int]:
    folder.mkdir(parents=True, exist_ok=True)
    outcome = run(executable, folder)  # type: ignore[arg-type]
    return outcome.stdout, outcome.returncode


def source(seed: int, folder: Path, standard: str = "default") -> Source:
    path = folder / f"flow{seed}.cbl"
    path.write_text(program(seed), encoding="ascii")
    return Source((path,), standard=standard)


@pytest.mark.cobc
@pytest.mark.parametrize("standard", ["default", "ibm"])
@pytest.mark.parametrize("seed", SEEDS)
def test_plain_and_exact_go_where_gnucobol_goes(
    seed: int, standard: str, gnucobol: GnuCobol, tmp_path: Path
) -> None:
    cobol = source(seed, tmp_path, standard)
    expected = passed_through(gnucobol.build(cobol), tmp_path / "cobc")
    for exact in (False, True):
        converted = Converted(tmp_path / f"exact-{exact}", exact=exact).build(cobol)
        assert passed_through(converted, tmp_path / f"run-{exact}") == expected


@pytest.mark.parametrize("seed", range(100, 130))
def test_plain_and_exact_agree(seed: int, tmp_path: Path) -> None:
    cobol = source(seed, tmp_path)
    results = {
        passed_through(
            Converted(tmp_path / f"exact-{exact}", exact=exact).build(cobol), tmp_path / f"run-{exact}"
        )
        for exact in (False, True)
    }
    assert len(results) == 1
