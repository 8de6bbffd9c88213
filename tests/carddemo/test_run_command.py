"""`cobolift run` with --parm stands for the job step that passes a PARM."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.carddemo.jobs import COBOL, JOBS, Application, Job
from tests.oracle import Converted, Executable, GnuCobol, Source
from tests.oracle.converted import REPOSITORY

WITH_PARM = [job for job in JOBS if job.parm is not None]


def run_command(application: Application, job: Job, folder: Path, *, exact: bool) -> Executable:
    """The command line that converts the job's program into a cache below `folder` and runs it."""
    assert job.parm is not None
    program = application.folder / "app" / "cbl" / f"{job.program}.cbl"
    options = ["-I", str(application.folder / "app" / "cpy"), "-L", str(COBOL), "--parm", job.parm]
    options += ["--dialect", "ibm", "--sign", "ebcdic", *(["--exact"] if exact else [])]
    command = (sys.executable, "-m", "transpiler.cli", "run", str(program), *options)
    return Executable(command, {"PYTHONPATH": str(REPOSITORY), "XDG_CACHE_HOME": str(folder / "cache")})


@pytest.mark.cobc
@pytest.mark.parametrize("exact", [False, True], ids=["plain", "exact"])
@pytest.mark.parametrize("job", WITH_PARM, ids=lambda job: job.program)
def test_parm_reaches_the_program(
    application: Application, job: Job, exact: bool, gnucobol: GnuCobol, converted: Converted, tmp_path: Path
) -> None:
    def build(source: Source) -> Executable:
        if source == application.source(job, driver=True):
            return run_command(application, job, tmp_path, exact=exact)
        return converted.build(source)

    for side in ("compiled", "run"):
        (tmp_path / side).mkdir()
    expected = application.run(job, gnucobol.build, tmp_path / "compiled")
    result = application.run(job, build, tmp_path / "run")
    assert result.outcome.stdout == expected.outcome.stdout, result.outcome.report()
    assert result.outcome.returncode == expected.outcome.returncode
    assert result.files == expected.files
