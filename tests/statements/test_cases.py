"""Every behaviour holds three times: compiled by GnuCOBOL, converted, and converted with --exact."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from tests.oracle import Converted, GnuCobol, Outcome
from tests.oracle.converted import module_file_name
from tests.oracle.gnucobol import CompilationFailed
from tests.statements.case import Case, all_cases

CASES = all_cases()
REVIEWED = [case for case in CASES if (case.folder / "expected.py").exists()]
LONGEST_PROGRAM = 30
LONGEST_WITH_REPORT = 60


def by_name(case: Case) -> str:
    return case.name


cases = pytest.mark.parametrize("case", CASES, ids=by_name)


def check(case: Case, outcome: Outcome, stdout: bytes, work: Path) -> None:
    message = f"{case.described['why']}\n{outcome.report()}"
    assert outcome.stdout == stdout, message
    assert outcome.returncode == case.expected_returncode, message
    if case.expected_stderr is not None:
        stderr = outcome.stderr.decode("latin-1").replace(str(case.folder / "program.cbl"), "program.cbl")
        assert stderr == case.expected_stderr, message
    for name, content in case.expected_files.items():
        assert (work / name).read_bytes() == content, f"{name}: {message}"


@pytest.mark.cobc
@cases
def test_gnucobol(case: Case, gnucobol: GnuCobol, tmp_path: Path) -> None:
    if "refused_by_cobc" in case.described:
        with pytest.raises(CompilationFailed):
            gnucobol.build(case.source)
        return
    if "cobc_lacks" in case.described:
        pytest.skip(f"cobc is built without {case.described['cobc_lacks']}")
    outcome = case.run(gnucobol.build(case.source), tmp_path)
    check(case, outcome, case.oracle_stdout, tmp_path)


@cases
def test_converted(case: Case, converted: Converted, tmp_path: Path) -> None:
    outcome = case.run(converted.build(case.source), tmp_path)
    check(case, outcome, case.expected_stdout, tmp_path)


@cases
def test_converted_exactly(case: Case, converted_exactly: Converted, tmp_path: Path) -> None:
    outcome = case.run(converted_exactly.build(case.source), tmp_path)
    check(case, outcome, case.expected_stdout, tmp_path)


@pytest.mark.parametrize("case", REVIEWED, ids=by_name)
def test_generated_code(case: Case, converted: Converted, file_regression: FileRegressionFixture) -> None:
    """The code as reviewed. To add a case, make an empty expected.py and run with --force-regen."""
    converted.build(case.source)
    module = converted.output_folder(case.source) / module_file_name(case.source.programs[0])
    generated = module.read_text(encoding="utf-8")
    file_regression.check(generated, fullpath=case.folder / "expected.py", encoding="utf-8")


@cases
def test_case_is_complete(case: Case) -> None:
    """A case says why it exists, is short, and says so where the oracle is not followed."""
    program = (case.folder / "program.cbl").read_text(encoding="latin-1")
    assert len(case.described["why"]) > 20
    longest = LONGEST_WITH_REPORT if "REPORT SECTION" in program else LONGEST_PROGRAM
    assert len(program.splitlines()) <= longest
    assert (case.folder / "cobc.out").exists() <= ("oracle_note" in case.described)
