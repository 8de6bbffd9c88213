"""User-defined functions whose FUNCTION-ID stands in another source file."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.cli.command import cobolift, process, python, write

FUNCTION = """\
       IDENTIFICATION DIVISION.
       FUNCTION-ID. NET-PAY.
       DATA DIVISION.
       LINKAGE SECTION.
       01 GROSS PIC 9(5)V99.
       01 RATE PIC X ANY LENGTH.
       01 NET PIC S9(5)V99.
       PROCEDURE DIVISION USING GROSS RATE RETURNING NET.
           COMPUTE NET = GROSS - GROSS * FUNCTION NUMVAL(RATE) / 100.
           GOBACK.
       END FUNCTION NET-PAY.
"""
CALLER = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. CALLER.
       ENVIRONMENT DIVISION.
       CONFIGURATION SECTION.
       REPOSITORY. FUNCTION NET-PAY.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 GROSS PIC 9(5)V99 VALUE 1000.
       01 SHOWN PIC -(5)9.99.
       PROCEDURE DIVISION.
           MOVE NET-PAY(GROSS "12.5") TO SHOWN
           DISPLAY SHOWN " " FUNCTION NET-PAY(GROSS 110)
           STOP RUN.
"""
PRINTED = b"   875.00 -00100.00\n"


def test_run_finds_the_function_beside_the_program_and_reads_it_anew_when_it_changes(tmp_path: Path) -> None:
    write(tmp_path, {"caller.cbl": CALLER, "pay-functions.cbl": FUNCTION})
    environment = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    first = process("run", "caller.cbl", folder=tmp_path, environment=environment)
    assert (first.returncode, first.stdout) == (0, PRINTED), first.stderr.decode()
    write(tmp_path, {"pay-functions.cbl": FUNCTION.replace("NET PIC S9(5)V99", "NET PIC S9(5)")})
    second = process("run", "caller.cbl", folder=tmp_path, environment=environment)
    assert second.stdout == b"   875.00 -00100\n"


def test_a_tree_finds_the_function_in_another_folder(tmp_path: Path) -> None:
    write(tmp_path, {"src/batch/caller.cbl": CALLER, "src/functions/netpay.cbl": FUNCTION})
    done = cobolift("convert", tmp_path / "src", "-o", tmp_path / "out")
    assert done.exit_code == 0, done.output
    ran = python([sys.executable, str(tmp_path / "out" / "batch" / "caller.py")])
    assert (ran.returncode, ran.stdout) == (0, PRINTED), ran.stderr.decode()


def test_a_function_that_no_source_defines_is_reported(tmp_path: Path) -> None:
    write(tmp_path, {"caller.cbl": CALLER})
    done = cobolift("convert", tmp_path / "caller.cbl", "-o", tmp_path / "out")
    assert "no source at hand defines it" in done.output
