"""Speed of converted programs beside the same COBOL under cobc, in one run: `python -m benchmarks.execution`.

Prints seconds of the whole process and the ratio to native. Both sides must write the same bytes.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from transpiler.options import ConvertOptions
from transpiler.pipeline import convert_file

PROGRAM = Path(__file__).parent / "programs" / "interest.cbl"


def write_accounts(path: Path, count: int) -> None:
    """Write `count` account records of 60 bytes, the same ones for the same number."""
    chance = random.Random(count)
    with path.open("wb") as stream:
        for number in range(count):
            balance = chance.randrange(-99_999_999, 999_999_999)
            digits = f"{abs(balance):09d}" + ("D" if balance < 0 else "C")
            record = f"{number:010d}{'CUSTOMER ' + str(number):25}{chance.choice('ABCD')}{chance.randrange(2000):05d}"
            stream.write(record.encode("ascii") + bytes.fromhex(digits) + b" " * 14)


def seconds(command: list[str], folder: Path) -> float:
    """The shortest of three runs of a command in `folder`."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Measure and print; says so when cobc is missing."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--records", type=int, default=300_000)
    arguments = options.parse_args()
    if shutil.which("cobc") is None:
        sys.exit("cobc is not installed: there is nothing to compare with")
    with tempfile.TemporaryDirectory(prefix="cobolift-bench-") as name:
        folder = Path(name)
        write_accounts(folder / "ACCOUNTS", arguments.records)
        subprocess.run(["cobc", "-x", "-O2", "-o", str(folder / "native"), str(PROGRAM)], check=True)
        native = seconds([str(folder / "native")], folder)
        expected = (folder / "REPORTF").read_bytes()
        print(f"{arguments.records:,} records of 60 bytes")
        print(f"{'cobc -O2':20} {native:7.2f} s    1.0")
        for exact in (False, True):
            convert_file(PROGRAM, folder / f"exact-{exact}", ConvertOptions(exact=exact))
            command = [sys.executable, str(folder / f"exact-{exact}" / "interest.py")]
            taken = seconds(command, folder)
            assert (folder / "REPORTF").read_bytes() == expected, "the outputs differ"
            print(f"{'converted --exact' if exact else 'converted':20} {taken:7.2f} s  {taken / native:5.1f}")


if __name__ == "__main__":
    main()
