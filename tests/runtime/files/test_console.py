"""ACCEPT and DISPLAY: standard streams, command line and environment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cobol_runtime import LineSequentialFile, Text
from cobol_runtime.program import Program
from cobol_runtime.record import Record
from tests.oracle import GnuCobol
from tests.runtime.files.compiled import TestRun, with_cobc

PROGRAM = """
IDENTIFICATION DIVISION.
PROGRAM-ID. LINES.
DATA DIVISION.
WORKING-STORAGE SECTION.
01 X PIC X(5) VALUE "ABCDE".
01 LONG-X PIC X(9000).
01 N PIC 9(3).
PROCEDURE DIVISION.
    ACCEPT X. DISPLAY ">" X "<".
    ACCEPT X. DISPLAY ">" X "<".
    ACCEPT LONG-X. DISPLAY LONG-X(8185:15).
    ACCEPT X. DISPLAY ">" X "<".
    ACCEPT X. DISPLAY ">" X "<" UPON SYSERR.
    ACCEPT X. DISPLAY ">" X "<" WITH NO ADVANCING.
    ACCEPT X FROM ARGUMENT-VALUE DISPLAY ">" X "<".
    ACCEPT X FROM ARGUMENT-VALUE DISPLAY ">" X "<".
    ACCEPT X FROM ARGUMENT-VALUE ON EXCEPTION DISPLAY "E" END-ACCEPT DISPLAY ">" X "<".
    ACCEPT N FROM ARGUMENT-NUMBER DISPLAY N.
    DISPLAY 1 UPON ARGUMENT-NUMBER.
    ACCEPT X FROM ARGUMENT-VALUE DISPLAY ">" X "<".
    ACCEPT X FROM COMMAND-LINE DISPLAY ">" X "<".
    DISPLAY "ONE" UPON ENVIRONMENT-NAME.
    ACCEPT X FROM ENVIRONMENT-VALUE DISPLAY ">" X "<".
    DISPLAY "ZZ" UPON ENVIRONMENT-VALUE.
    ACCEPT X FROM ENVIRONMENT "ONE" DISPLAY ">" X "<".
    ACCEPT X FROM ENVIRONMENT "NONE" ON EXCEPTION DISPLAY "E" END-ACCEPT DISPLAY ">" X "<".
    STOP RUN.
"""

STDIN = b"ab\n\n" + b"z" * 8190 + b"yXW\nlast"


class Item(Record, length=5):
    """The receiving item."""

    x = Text(5, at=0)


@pytest.mark.cobc
def test_accept_takes_what_gnucobol_takes(gnucobol: GnuCobol, tmp_path: Path) -> None:
    arguments = ("one", "two words")
    outcome = with_cobc(
        gnucobol, PROGRAM, tmp_path, environment={"ONE": "first"}, stdin=STDIN, arguments=arguments
    )
    run = TestRun(environment={"ONE": "first"}, stdin=STDIN, arguments=arguments)
    item, console, process = Item(), run.console, run.process

    def show(text: str | None, end: str = "\n", upon: str | None = None) -> None:
        if text is not None:
            item.x = text
        console.display(">", item.x, "<", end=end, upon=upon)

    show(console.accept())
    show(console.accept())
    console.display(console.accept().ljust(9000)[8184:8199])
    show(console.accept())
    show(console.accept(), upon="SYSERR")
    show(console.accept(), end="")
    show(process.argument_value())
    show(process.argument_value())
    last = process.argument_value()
    assert last is None
    console.display("E")
    show(last)
    console.display(f"{process.argument_number():03d}")
    assert process.set_argument_number(1)
    show(process.argument_value())
    show(process.command_line())
    process.set_variable_name("ONE  ")
    show(process.chosen_variable())
    assert process.set_chosen_variable("ZZ   ")
    show(process.variable("ONE"))
    assert process.variable("NONE") is None
    console.display("E")
    show(" ")
    console.flush()
    assert run.out.getvalue() == outcome.stdout
    assert run.errors.getvalue() == outcome.stderr


def test_the_printer_is_a_file_when_one_is_named(tmp_path: Path) -> None:
    run = TestRun(environment={"COB_DISPLAY_PRINT_FILE": str(tmp_path / "printed")})
    run.console.display("a", "b", upon="PRINTER")
    run.console.display("c", upon="PRINTER")
    assert (tmp_path / "printed").read_bytes() == b"ab\nc\n"
    assert run.out.getvalue() == b""


def test_punch_without_a_file_warns_once() -> None:
    run = TestRun()
    for _ in range(2):
        run.console.display("x", upon="SYSPUNCH")
    assert run.errors.getvalue().count(b"SYSPUNCH skipped") == 1
    quiet = TestRun(environment={"COB_DISABLE_WARNINGS": "yes"})
    quiet.console.display("x", upon="SYSPUNCH")
    assert quiet.errors.getvalue() == b""


def test_standard_streams_as_files() -> None:
    run = TestRun(stdin=b"one\r\ntwo")
    record = Item()
    keyboard = LineSequentialFile(run, name="K", assign="", record=record, device="stdin")
    screen = LineSequentialFile(run, name="S", assign="", record=record, device="stdout")
    assert keyboard.open_input() and screen.open_output()
    while keyboard.read(at_end=True):
        screen.write()
    run.console.display("behind")
    assert keyboard.close() and screen.close()
    assert run.out.getvalue() == b"one\ntwo\nbehind\n"
    assert not keyboard.is_open


def run_python(text: str, *command: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    return subprocess.run([*command, sys.executable, "-c", text], env=environment, capture_output=True)


MAIN = """
from cobol_runtime.program import Program, main
class P(Program):
    program_id = "P"
    def procedure_division(self):
        {}
main(P)
"""


def test_nobody_reading_the_output_ends_the_run_without_a_traceback() -> None:
    text = MAIN.format('for _ in range(200000): self.display("x" * 60)')
    command = f"{sys.executable} -c '{text}' | head -1; echo ${{PIPESTATUS[0]}}"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    done = subprocess.run(["bash", "-c", command], env=environment, capture_output=True)
    assert done.stdout.split() == [b"x" * 60, b"13"]
    assert done.stderr == b""


def test_an_interrupt_ends_with_130_and_keeps_what_was_displayed() -> None:
    done = run_python(MAIN.format('self.display("before"); raise KeyboardInterrupt'))
    assert (done.returncode, done.stdout, done.stderr) == (130, b"before\n", b"")


def test_an_exception_of_our_own_names_the_program() -> None:
    done = run_python(MAIN.format('self.display("before"); 1 / 0'))
    assert done.returncode == 70
    assert done.stdout == b"before\n"
    assert done.stderr.endswith(b"internal error in program P: ZeroDivisionError('division by zero')\n")


def test_sources_of_accept() -> None:
    program = Program(TestRun(environment={"COB_CURRENT_DATE": "2024/03/04 05:06:07.89"}, stdin=b"typed\n"))
    assert program.accept() == "typed"
    assert program.accept("DATE YYYYMMDD") == "20240304"
    assert program.accept("TIME") == "05060789"
    assert program.accept("COMMAND-LINE") == " "


def test_switches_are_set_by_the_environment() -> None:
    run = TestRun(environment={"COB_SWITCH_0": "on", "COB_SWITCH_3": "1", "COB_SWITCH_4": "yes"})
    assert [number for number, on in enumerate(run.switches) if on] == [0, 3]


def test_control_c_in_the_input_interrupts_the_run() -> None:
    console = TestRun(stdin=b"one\n\x03\n").console
    assert console.accept() == "one"
    with pytest.raises(KeyboardInterrupt):
        console.accept()
