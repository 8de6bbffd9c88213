"""Speed of `cobolift data convert` beside a COBOL program under cobc that writes the same CSV: `python -m benchmarks.data`.

Both sides run as whole processes in one run on the same file of 100-byte records with 12 fields; their CSV must be the same.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

PROGRAMS = Path(__file__).parent / "programs"
COPYBOOK = PROGRAMS / "customer.cpy"
TABLES = ("csv", "jsonl", "parquet", "sqlite")


def customers(count: int) -> Iterator[bytes]:
    """Records of `customer.cpy` in ASCII, all different."""
    pick = Random(85).randint
    for number in range(count):
        yield b"".join(
            (
                b"%08d" % number,
                (b"CUSTOMER NUMBER %d" % number).ljust(30),
                (b"CITY OF %d" % (number % 977)).ljust(20),
                b"AB"[number % 2 : number % 2 + 1],
                packed(pick(-(10**10), 10**10), 11),
                zoned(pick(-(10**8), 10**8), 9),
                pick(-9_999, 9_999).to_bytes(2, "big", signed=True),
                pick(-(10**8), 10**8).to_bytes(4, "big", signed=True),
                b"%08d" % (20_000_101 + number % 1_000),
                packed(pick(-99_999, 99_999), 5),
                b"YNY%06d" % (number % 1_000_000),
            )
        )


def packed(value: int, digits: int) -> bytes:
    """COMP-3 with an odd number of digits."""
    return bytes.fromhex(f"{abs(value):0{digits}}{'d' if value < 0 else 'c'}")


def zoned(value: int, digits: int) -> bytes:
    """DISPLAY with the sign over the last digit, as GnuCOBOL writes it."""
    text = b"%0*d" % (digits, abs(value))
    return text[:-1] + bytes((text[-1] + (0x40 if value < 0 else 0),))


def timed(*command: object, folder: Path) -> float:
    """Seconds of a whole process in *folder*."""
    here = {"PYTHONPATH": str(Path(__file__).parent.parent)}
    start = time.perf_counter()
    subprocess.run([*map(str, command)], cwd=folder, capture_output=True, check=True, env=os.environ | here)
    return time.perf_counter() - start


def convert(source: str, kind: str, out: str, folder: Path, *more: str) -> float:
    """Seconds of one conversion."""
    command = (sys.executable, "-m", "transpiler.cli", "data", "convert", source, "-c", COPYBOOK)
    return timed(*command, "--to", kind, "-o", out, *more, folder=folder)


def main() -> None:
    """Measure and print; without cobc only what there is to measure."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--records", type=int, default=1_000_000)
    count = options.parse_args().records
    with tempfile.TemporaryDirectory(prefix="cobolift-bench-") as name:
        folder = Path(name)
        with (folder / "CUSTOMERS").open("wb") as file:
            file.writelines(customers(count))
        print(f"{count:,} records of 100 bytes, 12 fields")
        peer(folder)
        fixed = ("--format", "fixed")
        for kind in (*TABLES, "ebcdic"):
            print(
                f"to {kind:16} {convert('CUSTOMERS', kind, f'out.{kind}', folder, *fixed):7.2f} s", flush=True
            )
        for kind in TABLES:
            taken = convert(f"out.{kind}", "ascii", "back", folder, "--to-format", "fixed")
            assert (folder / "back").read_bytes() == (folder / "CUSTOMERS").read_bytes(), (
                f"{kind}: not the same bytes"
            )
            print(f"from {kind:14} {taken:7.2f} s", flush=True)


def peer(folder: Path) -> None:
    """The COBOL program and our conversion to the same CSV, one after the other."""
    if shutil.which("cobc") is None:
        print("cobc is not installed: there is nothing to compare with")
        return
    program = folder / "tocsv"
    subprocess.run(
        ["cobc", "-x", "-O2", "-I", str(PROGRAMS), "-o", str(program), str(PROGRAMS / "tocsv.cbl")],
        check=True,
    )
    native = timed(program, folder=folder)
    ours = convert("CUSTOMERS", "csv", "plain.csv", folder, "--format", "fixed", "--plain")
    same = (folder / "TABLE.csv").read_bytes() == (folder / "plain.csv").read_bytes().replace(b"\r\n", b"\n")
    assert same, "the tables differ"
    print(
        f"csv, COBOL program under cobc -O2 {native:.2f} s, data convert {ours:.2f} s: {ours / native:.1f} times"
    )


if __name__ == "__main__":
    main()
