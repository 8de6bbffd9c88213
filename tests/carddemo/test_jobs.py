"""Each batch program prints, returns and writes the same converted as compiled by GnuCOBOL."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.carddemo.jobs import JOBS, Application, Build, Job, Result
from tests.oracle import Converted, GnuCobol

pytestmark = pytest.mark.cobc
jobs = pytest.mark.parametrize("job", JOBS, ids=lambda job: job.program)


def compiled(application: Application, job: Job, gnucobol: GnuCobol, work: Path) -> Result:
    folder = work / "compiled"
    folder.mkdir()
    return application.run(job, gnucobol.build, folder)


def check_converted(application: Application, job: Job, gnucobol: GnuCobol, build: Build, work: Path) -> None:
    expected = compiled(application, job, gnucobol, work)
    folder = work / "converted"
    folder.mkdir()
    result = application.run(job, build, folder)
    assert result.outcome.stdout == expected.outcome.stdout, result.outcome.report()
    assert result.outcome.returncode == expected.outcome.returncode
    assert sorted(result.files) == sorted(expected.files)
    for name, content in expected.files.items():
        assert result.files[name] == content, f"{name} differs"


@jobs
def test_compiled_program_ends_well(
    application: Application, job: Job, gnucobol: GnuCobol, tmp_path: Path
) -> None:
    """The oracle really works through the data: an abend on both sides would prove nothing."""
    result = compiled(application, job, gnucobol, tmp_path)
    assert b"END OF EXECUTION" in result.outcome.stdout
    assert b"ABEND" not in result.outcome.stdout
    assert all(content for content in result.files.values())


@jobs
def test_converted(
    application: Application, job: Job, gnucobol: GnuCobol, converted: Converted, tmp_path: Path
) -> None:
    check_converted(application, job, gnucobol, converted.build, tmp_path)


@jobs
def test_converted_exactly(
    application: Application, job: Job, gnucobol: GnuCobol, converted_exactly: Converted, tmp_path: Path
) -> None:
    check_converted(application, job, gnucobol, converted_exactly.build, tmp_path)
