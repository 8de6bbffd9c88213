"""Speed and memory of parsing and converting: `python -m benchmarks.conversion`.

Prints lines a second on one core for the front end alone and for everything up to written Python, the peak memory, how cost grows with
size, and the time of small commands with a warm grammar cache.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.tree import write_tree

_PARSE = """
import sys, time
from pathlib import Path
from transpiler.options import ConvertOptions
from transpiler.pipeline import Conversion, parse_text, read_and_expand
start = None
for path in sorted(Path(sys.argv[1]).glob("*.cbl")):
    conversion = Conversion(path, ConvertOptions())
    if start is None:
        from cobol_parser.parser import parse  # the tables are loaded by the first parse
        warm = Conversion(path, ConvertOptions()); read_and_expand(warm); parse_text(warm)
        start = time.perf_counter()
    read_and_expand(conversion)
    parse_text(conversion)
    assert not conversion.diagnostics.has_errors, conversion.diagnostics.items[0]
print(time.perf_counter() - start)
"""


def timed(command: list[str]) -> tuple[float, str]:
    """Run a command; return seconds and what it printed. Raises CalledProcessError."""
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return time.perf_counter() - start, done.stdout


def best(command: list[str], runs: int = 5) -> float:
    """The shortest of some runs in seconds."""
    return min(timed(command)[0] for _ in range(runs))


def measure(folder: Path, name: str, programs: int, lines: int) -> tuple[float, float, int]:
    """Parse and convert a tree; return the seconds of both and the number of lines."""
    tree = folder / name
    total = write_tree(tree, programs, lines)
    parse = float(timed([sys.executable, "-c", _PARSE, str(tree)])[1])
    convert, _ = timed(
        [
            sys.executable,
            "-m",
            "transpiler.cli",
            "convert",
            str(tree),
            "-o",
            str(folder / f"{name}-out"),
            "-j1",
            "-q",
        ]
    )
    print(
        f"{name:12} {total:8,} lines  parse {total / parse:8,.0f} lines/s  convert {total / convert:8,.0f} lines/s"
    )
    return parse, convert, total


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--lines", type=int, default=100_000, help="size of the large tree")
    arguments = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="cobolift-bench-") as name:
        folder = Path(name)
        measure(folder, "warm-up", 2, 200)
        small = measure(folder, "small", max(1, arguments.lines // 10_000), 1_000)
        large = measure(folder, "large", max(1, arguments.lines // 1_000), 1_000)
        one = measure(folder, "one-small", 1, 10_000)
        ten = measure(folder, "one-large", 1, 100_000)
        print(
            f"ten times the programs: parse {large[0] / small[0]:.1f} times, convert {large[1] / small[1]:.1f} times"
        )
        print(
            f"ten times the program:  parse {ten[0] / one[0]:.1f} times, convert {ten[1] / one[1]:.1f} times"
        )
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"peak memory of a process: {peak:,.0f} MiB")
        version = best([sys.executable, "-m", "transpiler.cli", "--version"])
        print(f"cobolift --version: {version:.2f} s")
        write_tree(folder / "hundred", 1, 100)
        source = str(folder / "hundred" / "bench000.cbl")
        single = best(
            [sys.executable, "-m", "transpiler.cli", "convert", source, "-o", str(folder / "h"), "-q"]
        )
        print(f"cobolift convert, 100 lines: {single:.2f} s")


if __name__ == "__main__":
    main()
