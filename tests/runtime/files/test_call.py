"""CALL, CANCEL, RETURN-CODE, contained programs and how programs are found."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path
from typing import ClassVar

import pytest

from cobol_runtime import (
    Area,
    ExitProgram,
    FatalError,
    RunUnit,
    SequentialFile,
    StopRun,
    by_value,
    content,
    execute,
)
from cobol_runtime.program import Program
from tests.oracle import GnuCobol
from tests.runtime.files.compiled import TestRun, with_cobc


class Counter(Program):
    """Counts its calls in storage it keeps, and adds its parameter to RETURN-CODE."""

    program_id = "COUNTER"

    def __init__(self, run: RunUnit, parent: Program | None = None) -> None:
        super().__init__(run, parent)
        self.calls = 0
        self.amount: Area | None = None

    def bind(self, amount: Area | None = None) -> None:
        self.amount = amount

    def procedure_division(self) -> None:
        self.calls += 1
        if self.amount is not None:
            self.return_code += self.amount.raw[0]
            self.amount.raw = b"\0"
        self.display(f"call {self.calls}")
        raise ExitProgram


class Fresh(Counter):
    """The same, IS INITIAL."""

    program_id = "FRESH"
    initial = True


class Inner(Program):
    """A contained program: it shares RETURN-CODE with its outer program."""

    program_id = "INNER"

    def procedure_division(self) -> None:
        self.return_code += 5
        self.display(f"inner {self.return_code} {self.callable('SHARED')} {self.callable('INNER')}")


class Shared(Program):
    """A COMMON contained program."""

    program_id = "SHARED"
    common = True

    def procedure_division(self) -> None:
        self.display(f"shared {self.callable('INNER')}")


class Outer(Program):
    """A program with contained ones."""

    program_id = "OUTER"
    contained = (Inner, Shared)

    def procedure_division(self) -> None:
        self.return_code = 3
        self.call("INNER")
        self.call("INNER   ")
        self.call("SHARED")
        self.display(f"outer {self.return_code}")


class Looping(Program):
    """Calls itself, directly or by way of another."""

    program_id = "LOOPING"

    def procedure_division(self) -> None:
        self.display(f"{self.callable('LOOPING')}")
        self.call("LOOPING")


class Deep(Program):
    """IS RECURSIVE, with LOCAL-STORAGE and a parameter of each activation."""

    program_id = "DEEP"
    recursive = True
    activation = ("level", "local")

    def __init__(self, run: RunUnit, parent: Program | None = None) -> None:
        super().__init__(run, parent)
        self.level: Area = content(b"\0")
        self.local = 0
        self.total = 0

    def bind(self, level: Area | None = None) -> None:
        if level is not None:
            self.level = level

    def start_local_storage(self) -> None:
        self.local = 10

    def procedure_division(self) -> None:
        self.total += 1
        level = self.level.raw[0]
        self.local += level
        if level < 3:
            self.call("DEEP", content(bytes((level + 1,))))
        self.display(f"{self.level.raw[0]} {self.local} {self.total}")


class Stopping(Program):
    """STOP RUN with its own RETURN-CODE, three calls deep."""

    program_id = "STOPPING"

    def procedure_division(self) -> None:
        self.return_code = 300
        raise StopRun


def output(program: type[Program], run: TestRun) -> tuple[int, list[str], str]:
    """Run a main program: exit status, lines displayed, and standard error."""
    status = execute(program, run)
    return status, run.out.getvalue().decode().splitlines(), run.errors.getvalue().decode()


def main_with(action: str) -> type[Program]:
    """A main program whose procedure division is the Python statements *action*."""
    space: dict[str, object] = {}
    exec(f"def procedure_division(self):\n{textwrap.indent(action, '    ')}", globals(), space)
    return type("Main", (Program,), {"program_id": "MAIN", "__module__": __name__, **space})


def test_state_is_kept_until_cancel() -> None:
    lines = output(
        main_with('for _ in "ab": self.call("COUNTER")\nself.cancel("COUNTER")\nself.call("COUNTER")'),
        TestRun(),
    )
    assert lines == (0, ["call 1", "call 2", "call 1"], "")


def test_initial_programs_start_anew() -> None:
    assert output(main_with('self.call("FRESH")\nself.call("FRESH")'), TestRun())[1] == ["call 1", "call 1"]


def test_return_code_is_the_called_programs() -> None:
    status, _, _ = output(
        main_with('self.call("COUNTER", content(b"\\x05"))\nself.call("COUNTER", content(b"\\x06"))'),
        TestRun(),
    )
    assert status == 11  # a program keeps RETURN-CODE between calls


def test_by_reference_and_by_content() -> None:
    area = Area(bytearray(b"\x07"))
    run = TestRun()
    run.programs.register(Counter)
    main = run.programs.main(Program)
    main.call("COUNTER", content(area))
    assert area.raw == b"\x07"
    main.call("COUNTER", area)
    assert area.raw == b"\x00"
    assert by_value(-2, 2).raw == (-2).to_bytes(2, sys.byteorder, signed=True)


def test_contained_and_common_programs() -> None:
    status, lines, _ = output(Outer, TestRun())
    assert lines == ["inner 8 True False", "inner 13 True False", "shared False", "outer 13"]
    assert status == 13


def test_contained_programs_cannot_be_called_from_outside() -> None:
    assert output(main_with('self.display(str(self.callable("INNER")))'), TestRun())[1] == ["False"]


def test_recursive_programs_keep_each_activation() -> None:
    lines = output(main_with('self.call("DEEP", content(b"\\x01"))'), TestRun())[1]
    assert lines == ["3 13 3", "2 12 3", "1 11 3"]


def test_stop_run_ends_with_the_stopping_programs_return_code() -> None:
    status, lines, _ = output(main_with('self.call("STOPPING")\nself.display("never")'), TestRun())
    assert (status, lines) == (300 % 256, [])
    assert output(main_with("raise StopRun(-1)"), TestRun())[0] == 255


def test_cancel_closes_files_quietly(tmp_path: Path) -> None:
    run = TestRun(tmp_path)

    class Writer(Program):
        program_id = "WRITER"

        def __init__(self, run: RunUnit, parent: Program | None = None) -> None:
            super().__init__(run, parent)
            self.file = SequentialFile(run, name="F", assign="out", record=Area(bytearray(b"data")))

        def procedure_division(self) -> None:
            self.file.open_output()
            self.file.write()

    run.programs.register(Writer)
    main = run.programs.main(Program)
    main.call("WRITER")
    main.cancel("WRITER")
    assert (tmp_path / "out").read_bytes() == b"data"
    main.call("WRITER")
    run.close()
    assert run.errors.getvalue() == b"libcob: warning: implicit CLOSE of F ('out')\n"


MESSAGES = {
    "missing": ('CALL "NO-SUCH".', 'self.call("NO-SUCH ")'),
    "leading": ("CALL WS-NAME.", 'self.call("  NO-SUCH  ")'),
}


@pytest.mark.cobc
@pytest.mark.parametrize("case", MESSAGES)
def test_messages_about_missing_programs(gnucobol: GnuCobol, case: str, tmp_path: Path) -> None:
    statement, action = MESSAGES[case]
    text = f"""
IDENTIFICATION DIVISION.
PROGRAM-ID. MAIN.
DATA DIVISION.
WORKING-STORAGE SECTION.
01 WS-NAME PIC X(12) VALUE "  NO-SUCH".
PROCEDURE DIVISION.
    DISPLAY "BEFORE".
    {statement}
    STOP RUN.
"""
    outcome = with_cobc(gnucobol, text, tmp_path)
    status, lines, errors = output(main_with(f'self.display("BEFORE")\n{action}'), TestRun())
    assert (status, "\n".join(lines) + "\n", errors) == (
        outcome.returncode,
        outcome.stdout.decode(),
        outcome.stderr.decode(),
    )


def test_recursion_and_cancel_of_active_programs_are_refused() -> None:
    status, lines, errors = output(main_with('self.call("LOOPING")'), TestRun())
    assert (status, lines) == (1, ["False"])
    assert errors == "libcob: error: recursive CALL from 'LOOPING' to 'LOOPING' which is NOT RECURSIVE\n"
    assert output(main_with('self.cancel("MAIN")'), TestRun())[2] == (
        "libcob: error: attempt to CANCEL active program\n"
    )


def test_routines() -> None:
    status, lines, errors = output(
        main_with(
            'self.call("SYSTEM", content("exit 3   "))\nself.display(str(self.return_code))\n'
            'self.display(str(self.callable("C$SLEEP")))\nself.call("CEE3ABD", content((999).to_bytes(4, "big")))'
        ),
        TestRun(),
    )
    assert lines == ["768", "True"]
    assert status == 999 % 256
    assert errors == "libcob: error: program MAIN ended by CEE3ABD with user code 999\n"


def test_the_parm_of_a_job_step() -> None:
    received: list[bytes] = []

    class Step(Program):
        program_id = "STEP"
        parameters: ClassVar[int] = 1

        def bind(self, parm: Area | None = None) -> None:
            assert parm is not None
            received.append(parm.raw[:10])

        def procedure_division(self) -> None:
            pass

    for run in (TestRun(parm="2024"), TestRun(environment={"COBOLIFT_PARM": "2024"})):
        assert execute(Step, run) == 0
    assert received == [b"\x00\x042024    "] * 2


def test_external_storage_is_shared_and_keeps_its_size() -> None:
    run = TestRun()
    run.external("SHARED-AREA", 4).text = "data"
    assert run.external("SHARED-AREA", 4).text == "data"
    with pytest.raises(FatalError, match="previously allocated with size 4, requested size is 5"):
        run.external("SHARED-AREA", 5)


MODULE = """
from cobol_runtime.program import Program, main

class {name}(Program):
    program_id = "{program}"

    def procedure_division(self):
        self.display("{program} in {place}")
        {action}

if __name__ == "__main__":
    main({name})
"""


def module(path: Path, program: str, action: str = "pass") -> None:
    """Write a generated-like module."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = MODULE.format(name="Generated", program=program, place=path.stem, action=action)
    path.write_text(text, encoding="utf-8")


def test_programs_are_found_beside_the_caller_in_the_listing_and_on_the_path(tmp_path: Path) -> None:
    calls = "; ".join(f'self.call("{name}")' for name in ("SUB-ONE", "9TWO", "LISTED", "CALENDAR", "FAR"))
    module(tmp_path / "batch" / "start.py", "START", calls)
    module(tmp_path / "batch" / "sub_one.py", "SUB-ONE")
    module(tmp_path / "batch" / "p_9two.py", "9TWO")
    module(tmp_path / "batch" / "calendar.py", "CALENDAR")
    module(tmp_path / "online" / "other_name.py", "LISTED", 'self.call("SUB-ONE")')
    module(tmp_path / "library" / "far.py", "FAR")
    (tmp_path / "batch" / "sub_one.py").rename(tmp_path / "sub_one.py")
    listing = '{"LISTED": "online/other_name.py", "SUB-ONE": "sub_one.py"}'
    (tmp_path / "cobolift-programs.json").write_text(listing, encoding="utf-8")
    environment = {
        "PYTHONPATH": str(Path(__file__).parents[3]),
        "COB_LIBRARY_PATH": f"/nowhere:{tmp_path / 'library'}",
    }
    done = subprocess.run(
        [sys.executable, str(tmp_path / "batch" / "start.py")], env=environment, capture_output=True
    )
    assert done.stderr == b""
    assert done.stdout.decode().splitlines() == [
        "START in start",
        "SUB-ONE in sub_one",
        "9TWO in p_9two",
        "LISTED in other_name",
        "SUB-ONE in sub_one",
        "CALENDAR in calendar",
        "FAR in far",
    ]


def test_programs_of_a_package_are_imported_as_its_modules(tmp_path: Path) -> None:
    module(tmp_path / "suite" / "start.py", "START", 'self.call("PART")')
    (tmp_path / "suite" / "__init__.py").touch()
    module(tmp_path / "suite" / "part.py", "PART", "self.display(__name__)")
    environment = {"PYTHONPATH": f"{Path(__file__).parents[3]}:{tmp_path}"}
    done = subprocess.run([sys.executable, "-m", "suite.start"], env=environment, capture_output=True)
    assert done.stdout.decode().splitlines() == ["START in start", "PART in part", "suite.part"]
