"""The batch programs that are run, each with its files, as a job on a mainframe would name them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.carddemo import datasets
from tests.carddemo.datasets import Dataset
from tests.oracle import Executable, Outcome, Source, run

COBOL = Path(__file__).parent / "cobol"
CLOCK = "2022/07/19 02:30:45.25"

Build = Callable[[Source], Executable]
"""Compiles or converts a source."""


@dataclass(frozen=True)
class Job:
    """A program, the files loaded for it, and those compared after it.

    `sequential` names output files compared as they are; `indexed` files are unloaded first. `parm` is the text
    of the PARM the program gets.
    """

    program: str
    loaded: tuple[Dataset, ...]
    indexed: tuple[Dataset, ...] = ()
    sequential: tuple[str, ...] = ()
    parm: str | None = None


JOBS = (
    Job("CBACT02C", (datasets.CARDS,)),
    Job("CBACT03C", (datasets.CROSS_REFERENCE,)),
    Job("CBCUS01C", (datasets.CUSTOMERS,)),
    Job(
        "CBTRN01C",
        (
            datasets.DAILY_TRANSACTIONS,
            datasets.CUSTOMERS,
            datasets.CROSS_REFERENCE,
            datasets.CARDS,
            datasets.ACCOUNTS,
            datasets.TRANSACTIONS,
        ),
    ),
    Job(
        "CBTRN02C",
        (
            datasets.DAILY_TRANSACTIONS,
            datasets.CROSS_REFERENCE,
            datasets.ACCOUNTS,
            datasets.CATEGORY_BALANCES,
        ),
        indexed=(datasets.NEW_TRANSACTIONS, datasets.ACCOUNTS, datasets.CATEGORY_BALANCES),
        sequential=("DALYREJS",),
    ),
    Job(
        "CBACT04C",
        (
            datasets.CATEGORY_BALANCES,
            datasets.CROSS_REFERENCE_BY_ACCOUNT,
            datasets.ACCOUNTS,
            datasets.DISCLOSURE_GROUPS,
        ),
        indexed=(datasets.ACCOUNTS, datasets.CATEGORY_BALANCES),
        sequential=("TRANSACT",),
        parm="2022-07-18",
    ),
)


@dataclass(frozen=True)
class Result:
    """Outcome of the program and the content of every compared file."""

    outcome: Outcome
    files: dict[str, bytes]


@dataclass(frozen=True)
class Application:
    """The application's folder and what its sources are built with."""

    folder: Path

    def source(self, job: Job, *, driver: bool) -> Source:
        """The job's program with the stand-in for the abend service; `driver` puts the PARM driver in front."""
        program = self.folder / "app" / "cbl" / f"{job.program}.cbl"
        front = (COBOL / "driver.cbl",) if driver and job.parm is not None else ()
        return _ibm((*front, program, COBOL / "cee3abd.cbl"), (self.folder / "app" / "cpy",))

    def run(self, job: Job, build: Build, work: Path) -> Result:
        """Load the job's files in `work`, run it, and gather what it leaves."""
        programs = work / "programs"
        programs.mkdir()
        for dataset in job.loaded:
            self._load(dataset, build, programs, work)
        names = {path.name for path in work.iterdir() if path.is_file()}
        names |= {dataset.name for dataset in job.indexed} | set(job.sequential)
        environment = {f"DD_{name}": name for name in names} | {"COB_CURRENT_DATE": CLOCK}
        outcome = run(build(self.source(job, driver=True)), work, environment=environment)
        files = {name: (work / name).read_bytes() for name in job.sequential}
        for dataset in job.indexed:
            files[dataset.name] = self._unload(dataset, build, programs, work)
        return Result(outcome, files)

    def _load(self, dataset: Dataset, build: Build, programs: Path, work: Path) -> None:
        assert dataset.flat is not None
        flat = work / dataset.flat
        shutil.copy(self.folder / "app" / "data" / "ASCII" / dataset.flat, flat)
        environment = {"DD_FLAT": dataset.flat, "DD_DATA": dataset.name}
        loader = build(_ibm((dataset.loader(programs),)))
        outcome = run(loader, work, environment=environment)
        assert outcome.returncode == 0, outcome.report()
        assert b"NOT LOADED" not in outcome.stdout, outcome.report()
        flat.unlink()

    def _unload(self, dataset: Dataset, build: Build, programs: Path, work: Path) -> bytes:
        environment = {"DD_FLAT": f"{dataset.name}.unloaded", "DD_DATA": dataset.name}
        unloader = build(_ibm((dataset.unloader(programs),)))
        outcome = run(unloader, work, environment=environment)
        assert outcome.returncode == 0, outcome.report()
        return (work / f"{dataset.name}.unloaded").read_bytes()


def _ibm(programs: tuple[Path, ...], copy_folders: tuple[Path, ...] = ()) -> Source:
    return Source(programs, copy_folders, standard="ibm", sign="ebcdic")
