"""Speed of files in converted programs beside the same COBOL under cobc, in one run: `python -m benchmarks.files`.

Each program runs as a whole process, the shortest of three runs counts, and both sides must print the same and, where
the format is the same, write the same bytes.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from transpiler.options import ConvertOptions
from transpiler.pipeline import convert_file

PROGRAMS = Path(__file__).parent / "programs"
RUNS = 3


@dataclass(frozen=True)
class Job:
    """One program, what it does, and the file whose bytes must be equal on both sides."""

    name: str
    work: str
    output: str | None = None


JOBS = (
    Job("seqwrite", "sequential, writing", "RECORDS"),
    Job("seqread", "sequential, reading"),
    Job("sorting", "SORT USING GIVING, two keys", "SORTED"),
    Job("keyload", "indexed, loading in key order"),
    Job("keyread", "indexed, reading by random keys"),
)


def timed(command: list[str], folder: Path, records: int) -> tuple[float, bytes]:
    """Seconds of the shortest run of *command* in *folder*, and what it prints."""
    best, printed = float("inf"), b""
    for _ in range(RUNS):
        start = time.perf_counter()
        done = subprocess.run(command, cwd=folder, input=b"%d\n" % records, capture_output=True, check=True)
        best, printed = min(best, time.perf_counter() - start), done.stdout
    return best, printed


def measure(job: Job, folder: Path, records: int) -> None:
    """Run one job natively and converted, compare what they did and print both times."""
    source, native, converted = PROGRAMS / f"{job.name}.cbl", folder / "native", folder / "converted"
    subprocess.run(["cobc", "-x", "-O2", "-o", str(native / job.name), str(source)], check=True)
    convert_file(source, converted, ConvertOptions())
    taken, printed = timed([str(native / job.name)], native, records)
    ours, shown = timed([sys.executable, str(converted / f"{job.name}.py")], converted, records)
    assert printed == shown, f"{job.name}: what the programs print differs"
    if job.output is not None:
        same = (native / job.output).read_bytes() == (converted / job.output).read_bytes()
        assert same, f"{job.name}: {job.output} differs"
    print(f"{job.work:36} {taken:7.2f} s {ours:7.2f} s {ours / taken:5.1f}", flush=True)


def main() -> None:
    """Measure and print; says so when cobc is missing."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--records", type=int, default=1_000_000)
    arguments = options.parse_args()
    if shutil.which("cobc") is None:
        sys.exit("cobc is not installed: there is nothing to compare with")
    with tempfile.TemporaryDirectory(prefix="cobolift-bench-") as name:
        folder = Path(name)
        (folder / "native").mkdir()
        (folder / "converted").mkdir()
        print(f"{arguments.records:,} records of 100 bytes{'':10}cobc -O2  converted  ratio")
        for job in JOBS:
            measure(job, folder, arguments.records)


if __name__ == "__main__":
    main()
