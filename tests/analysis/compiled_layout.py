"""What GnuCOBOL makes of record descriptions: offset and size of every item."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.analysis.entries import Entry


def measure(records: list[Entry], folder: Path, standard: str) -> dict[str, tuple[int, int]]:
    """Compile a program with `records` that prints name, offset in the record and size of each item's first occurrence."""
    source = folder / "layout.cob"
    source.write_text("\n".join(_program(records)) + "\n")
    program = folder / "layout"
    command = ["cobc", "-x", "-free", "-w", f"-std={standard}", "-o", str(program), str(source)]
    compiled = subprocess.run(command, capture_output=True, text=True)
    assert compiled.returncode == 0, compiled.stderr + source.read_text()
    output = subprocess.run([str(program)], capture_output=True, text=True, check=True).stdout
    rows = (line.split() for line in output.splitlines())
    return {name: (int(offset), int(size)) for name, offset, size in rows}


def _program(records: list[Entry]) -> list[str]:
    lines = ["IDENTIFICATION DIVISION.", "PROGRAM-ID. LAYOUT.", "DATA DIVISION.", "WORKING-STORAGE SECTION."]
    for record in records:
        lines += record.lines()
    lines += [
        "01 PLACE USAGE POINTER.",
        "01 PLACE-NUMBER REDEFINES PLACE PIC S9(18) COMP-5.",
        "01 START-NUMBER PIC S9(18) COMP-5.",
        "01 OFFSET-SHOWN PIC Z(8)9.",
        "01 SIZE-SHOWN PIC Z(8)9.",
        "PROCEDURE DIVISION.",
    ]
    for record in records:
        for item, tables in record.walk():
            lines += _measure_item(record, item, tables)
    return [*lines, "STOP RUN."]


def _measure_item(record: Entry, item: Entry, tables: int) -> list[str]:
    reference = item.name + (f" ({' '.join(['1'] * tables)})" if tables else "")
    start = record.name + (" (1)" if record.occurs else "")
    return [
        f"SET PLACE TO ADDRESS OF {start} MOVE PLACE-NUMBER TO START-NUMBER",
        f"SET PLACE TO ADDRESS OF {reference}",
        "COMPUTE OFFSET-SHOWN = PLACE-NUMBER - START-NUMBER",
        f"COMPUTE SIZE-SHOWN = FUNCTION LENGTH ({reference})",
        f'DISPLAY "{item.name} " OFFSET-SHOWN " " SIZE-SHOWN',
    ]
