"""Files that GnuCOBOL writes are read as it means them, and the other way round."""

from __future__ import annotations

import json
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

from tests.data.tools import done

pytestmark = pytest.mark.cobc

FIELDS = """
           05 T    PIC X(5).
           05 Z    PIC S9(5)V99.
           05 ZL   PIC S9(3) SIGN LEADING.
           05 ZS   PIC S9(3) SIGN TRAILING SEPARATE.
           05 ZP   PIC 9(2)P(3).
           05 P    PIC S9(7)V99 COMP-3.
           05 PU   PIC 9(4) COMP-3.
           05 P6   PIC 9(5) COMP-6.
           05 B1   PIC S9(2) COMP.
           05 B4   PIC S9(7)V99 COMP.
           05 N8   PIC S9(15) COMP-5.
           05 X3   PIC 9(6) COMP-X.
           05 L    BINARY-LONG.
           05 F4   COMP-1.
           05 F8   COMP-2.
           05 E    PIC $$,$$9.99-.
           05 C    PIC 9.
           05 TAB OCCURS 0 TO 3 DEPENDING ON C.
              10 A PIC X.
              10 B PIC S9(3) COMP-3.
"""
VALUES = {
    "T": "ABC", "Z": Decimal("-123.45"), "ZL": -42, "ZS": -42, "ZP": 12000, "P": Decimal("-1234567.89"), "PU": 1234,
    "P6": 54321, "B1": -42, "B4": Decimal("-7654321.99"), "N8": -123456789012345, "X3": 654321, "L": -2000000000,
    "F4": 1.5, "F8": -2.25, "E": "$1,234.50-", "C": 2,
}  # fmt: skip
PROGRAM = """       IDENTIFICATION DIVISION.
       PROGRAM-ID. WRITER.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT F ASSIGN "data" ORGANIZATION SEQUENTIAL.
       DATA DIVISION.
       FILE SECTION.
       FD F RECORD VARYING FROM 1 TO 200 CHARACTERS.
       01 R.{fields}
       PROCEDURE DIVISION.
           {statements}
           STOP RUN.
"""


def run(folder: Path, statements: list[str]) -> str:
    source = folder / "prog.cbl"
    source.write_text(PROGRAM.format(fields=FIELDS, statements="\n           ".join(statements)))
    subprocess.run(["cobc", "-x", "-o", "prog", "prog.cbl"], cwd=folder, check=True, capture_output=True)
    return subprocess.run(["./prog"], cwd=folder, check=True, capture_output=True, text=True).stdout


def moves() -> list[str]:
    values = dict(VALUES, E=Decimal("-1234.50"))
    return [f"MOVE {literal(value)} TO {name}" for name, value in values.items()]


def literal(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def test_what_gnucobol_writes_is_read(tmp_path: Path) -> None:
    tables = ['MOVE "X" TO A(1)', "MOVE -5 TO B(1)", 'MOVE "Y" TO A(2)', "MOVE 6 TO B(2)"]
    run(tmp_path, ["OPEN OUTPUT F", *moves(), *tables, "WRITE R", "MOVE 0 TO C", "WRITE R", "CLOSE F"])
    book = tmp_path / "R.cpy"
    book.write_text("       01 R." + FIELDS)
    output = done("view", tmp_path / "data", "-c", book, "--codepage", "ascii", "--json").stdout
    first, second = [json.loads(line, parse_float=Decimal) for line in output.splitlines()]
    assert first == VALUES | {"TAB": [{"A": "X", "B": -5}, {"A": "Y", "B": 6}]}
    assert (second["C"], second["TAB"]) == (0, [])


def test_what_is_written_gnucobol_reads(tmp_path: Path) -> None:
    book, table = tmp_path / "R.cpy", tmp_path / "table.jsonl"
    book.write_text("       01 R." + FIELDS)
    row = {name: float(value) if isinstance(value, Decimal) else value for name, value in VALUES.items()}
    table.write_text(json.dumps(row | {"TAB": [{"A": "X", "B": -5}, {"A": "Y", "B": 6}]}) + "\n")
    shared = ("--to", "ascii", "--to-format", "gnucobol-variable", "-o", tmp_path / "data")
    done("convert", table, "-c", book, *shared)
    wrong = ['IF T NOT = "ABC" DISPLAY "T".', 'IF A(2) NOT = "Y" OR B(1) NOT = -5 DISPLAY "TAB".']
    wrong += [
        f'IF {name} NOT = {value} DISPLAY "{name} " {name}.'
        for name, value in VALUES.items()
        if not isinstance(value, str)
    ]
    assert run(tmp_path, ["OPEN INPUT F.", "READ F.", *wrong, 'DISPLAY "END".', "CLOSE F."]) == "END\n"
