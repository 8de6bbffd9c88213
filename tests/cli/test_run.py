"""`cobolift run`: standard streams and exit status are the program's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import BROKEN, GAP, HELLO, process, program, python, write

LOADED = """
import runpy, sys
sys.argv = ["cobolift", *sys.argv[1:]]
try:
    runpy.run_module("transpiler.cli", run_name="__main__", alter_sys=True)
finally:
    print("lark" in sys.modules, "cobol_parser.parser" in sys.modules, file=sys.stderr)
"""
"""Runs the command and tells whether the grammar and the parser were loaded."""


class Runner:
    """`cobolift run` in a folder, with a cache of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {"XDG_CACHE_HOME": str(folder / "cache")}

    def __call__(self, *arguments: str, stdin: bytes = b"", **environment: str) -> tuple[int, bytes, bytes]:
        variables = {**self.environment, **environment}
        done = process("run", *arguments, folder=self.folder, environment=variables, stdin=stdin)
        return done.returncode, done.stdout, done.stderr

    def converts(self, *arguments: str) -> bool:
        """Run once more and tell whether the program was converted for it."""
        command = [sys.executable, "-c", LOADED, "run", *arguments]
        done = python(command, folder=self.folder, environment=self.environment)
        assert done.returncode == 0, done.stderr.decode()
        lark, parser = done.stderr.split()[-2:]
        assert not (lark == b"True" and parser == b"False")
        return parser == b"True"


def grammar_cache() -> list[Path]:
    """The files of the grammar's tables in the cache of the person who runs the tests."""
    base = os.environ.get("XDG_CACHE_HOME")
    return list((Path(base) if base else Path.home() / ".cache").glob("cobolift/*.*"))


@pytest.fixture
def run(tmp_path: Path) -> Runner:
    """A runner whose cache has the grammar's tables already, where they were made before."""
    (tmp_path / "cache" / "cobolift").mkdir(parents=True)
    for path in grammar_cache():
        shutil.copy(path, tmp_path / "cache" / "cobolift")
    return Runner(tmp_path)


def test_streams_and_exit_status_are_the_programs_own(run: Runner) -> None:
    text = program(
        "ECHO-PGM",
        "ACCEPT LINE-IN.\nDISPLAY LINE-IN.\nDISPLAY 'TO STDERR' UPON SYSERR.\nMOVE 7 TO RETURN-CODE.\nSTOP RUN.",
        data="01 LINE-IN PIC X(5).",
    )
    write(run.folder, {"echo.cbl": text})
    assert run("echo.cbl", stdin=b"abc\xe9e\n") == (7, b"abc\xe9e\n", b"TO STDERR\n")


def test_a_second_run_loads_neither_the_grammar_nor_the_parser(run: Runner) -> None:
    write(run.folder, {"hello.cbl": HELLO})
    assert run.converts("hello.cbl")
    assert not run.converts("hello.cbl")


def test_a_changed_source_copybook_or_option_makes_a_new_conversion(run: Runner) -> None:
    text = program("A", "DISPLAY WHAT.\nSTOP RUN.", data="    COPY ITEM.")
    write(run.folder, {"a.cbl": text, "copy/item.cpy": '       01 WHAT PIC X(3) VALUE "ONE".\n'})
    assert run("a.cbl", "-I", "copy")[1] == b"ONE\n"
    write(run.folder, {"copy/item.cpy": '       01 WHAT PIC X(3) VALUE "TWO".\n'})
    assert run("a.cbl", "-I", "copy")[1] == b"TWO\n"
    assert not run.converts("a.cbl", "-I", "copy")
    assert run.converts("a.cbl", "-I", "copy", "--exact")
    write(run.folder, {"a.cbl": text.replace("DISPLAY WHAT", "DISPLAY 'IT IS ' WHAT")})
    assert run("a.cbl", "-I", "copy")[1] == b"IT IS TWO\n"


def test_a_copybook_that_appears_nearer_makes_a_new_conversion(run: Runner) -> None:
    text = program("A", "DISPLAY WHAT.\nSTOP RUN.", data="    COPY ITEM.")
    write(run.folder, {"a.cbl": text, "copy/item.cpy": '       01 WHAT PIC X(3) VALUE "FAR".\n'})
    assert run("a.cbl", "-I", "copy")[1] == b"FAR\n"
    write(run.folder, {"item.cpy": '       01 WHAT PIC X(4) VALUE "NEAR".\n'})
    assert run("a.cbl", "-I", "copy")[1] == b"NEAR\n"


def test_the_same_option_from_another_folder_means_other_copybooks(run: Runner) -> None:
    text = program("A", "DISPLAY WHAT.\nSTOP RUN.", data="    COPY ITEM.")
    write(run.folder, {"src/a.cbl": text})
    for name in ("one", "two"):
        item = f'       01 WHAT PIC X(3) VALUE "{name}".\n'
        write(run.folder, {f"{name}/copy/item.cpy": item})
        done = process(
            "run", "../src/a.cbl", "-I", "copy", folder=run.folder / name, environment=run.environment
        )
        assert done.stdout.decode() == f"{name}\n"


def test_errors_are_shown_on_every_run_until_they_are_corrected(run: Runner) -> None:
    write(run.folder, {"a.cbl": program("A", 'DISPLAY "BEFORE".\nMOVE 1 TO NOWHERE.\nSTOP RUN.')})
    for _ in range(2):
        status, out, error = run("a.cbl")
        assert (status, out) == (1, b"BEFORE\n")
        assert b"error[CBL4001]: NOWHERE is not defined" in error
        assert b"MOVE at a.cbl:8 is not converted" in error
        assert b"Traceback" not in error


def test_a_program_that_gives_no_python_is_status_1(run: Runner) -> None:
    write(run.folder, {"a.cbl": ""})
    status, out, error = run("a.cbl")
    assert (status, out) == (1, b"")
    assert b"CBL1003" in error


def test_what_is_not_converted_ends_the_run_with_a_message(run: Runner) -> None:
    write(run.folder, {"a.cbl": GAP})
    status, _, error = run("a.cbl")
    assert status == 1
    assert b"CBL6043" in error
    assert b"a.cbl:7" in error


def test_called_programs_are_found_by_program_id_or_file_name(run: Runner) -> None:
    main = program("MAIN", 'CALL "BYNAME".\nCALL "BY-ID".\nCALL "IN-LIB".\nSTOP RUN.')
    called = 'DISPLAY "{0}".\nEXIT PROGRAM.'
    files = {
        "main.cbl": main,
        "byname.cbl": program("BYNAME", called.format("FILE NAME")),
        "other.cob": program("BY-ID", called.format("PROGRAM-ID")),
        "lib/in-lib.cbl": program("IN-LIB", called.format("LIBRARY")),
    }
    write(run.folder, files)
    assert run("main.cbl", "-L", "lib") == (0, b"FILE NAME\nPROGRAM-ID\nLIBRARY\n", b"")
    status, out, error = run("main.cbl")
    assert (status, out) == (1, b"FILE NAME\nPROGRAM-ID\n")
    assert b"'IN-LIB' not found" in error


FILE_COPY = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. SHOWFILE.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT THE-FILE ASSIGN TO "THEFILE" LINE SEQUENTIAL.
       DATA DIVISION.
       FILE SECTION.
       FD  THE-FILE.
       01  THE-LINE PIC X(8).
       PROCEDURE DIVISION.
       MAIN-PARA.
           OPEN INPUT THE-FILE
           READ THE-FILE
           DISPLAY THE-LINE
           CLOSE THE-FILE
           STOP RUN.
"""


def test_files_are_assigned_with_dd(run: Runner) -> None:
    write(run.folder, {"show.cbl": FILE_COPY, "here.txt": "GIVEN\n", "THEFILE": "PLAIN\n"})
    assert run("show.cbl")[1] == b"PLAIN   \n"
    assert run("show.cbl", "--dd", "THEFILE=here.txt")[1] == b"GIVEN   \n"
    assert run("show.cbl", DD_THEFILE="here.txt")[1] == b"GIVEN   \n"


def test_several_files_are_assigned_with_dd(run: Runner) -> None:
    twice = FILE_COPY.replace(
        "           CLOSE", "           READ THE-FILE\n           DISPLAY THE-LINE\n           CLOSE"
    )
    write(run.folder, {"show.cbl": twice, "a.txt": "ONE", "b.txt": "TWO\n"})
    assert run("show.cbl", "--dd", "THEFILE=a.txt+b.txt")[1] == b"ONE     \nTWO     \n"


def test_a_generation_of_a_data_group_is_wrong_usage(run: Runner) -> None:
    write(run.folder, {"show.cbl": FILE_COPY})
    status, _, error = run("show.cbl", "--dd", "THEFILE=PAY.DATA(+1)")
    assert status == 2
    assert b"generation" in error


def test_files_are_assigned_in_the_configuration_of_the_source_tree(run: Runner) -> None:
    settings = '[files.THEFILE]\npath = "all.txt"\nprograms.SHOWFILE = "own.txt"\n'
    files = {"all.txt": "ALL\n", "own.txt": "OWN\n", "cobolift.toml": settings}
    write(run.folder, {"src/show.cbl": FILE_COPY, **{f"src/{name}": text for name, text in files.items()}})
    assert run("src/show.cbl")[1] == b"OWN     \n"
    assert process("convert", "src", "-o", "src/out", folder=run.folder).returncode == 0
    done = python([sys.executable, "src/out/show.py"], folder=run.folder)
    assert done.stdout == b"OWN     \n", done.stderr
    (run.folder / "src/cobolift.toml").write_text("[files.THEFILE]\npath = 5\n")
    status, _, error = run("src/show.cbl")
    assert status == 2
    assert b"must be a file or a list of files" in error


@pytest.mark.parametrize("wrong", ["THEFILE", "=x"])
def test_a_dd_without_name_or_path_is_wrong_usage(wrong: str, run: Runner) -> None:
    write(run.folder, {"show.cbl": FILE_COPY})
    status, _, error = run("show.cbl", "--dd", wrong)
    assert status == 2
    assert b"is not NAME=PATH" in error


def test_parm_reaches_the_linkage_item_as_halfword_and_text(run: Runner) -> None:
    text = program(
        "PARMS",
        "DISPLAY PARM-LENGTH.\nDISPLAY PARM-TEXT (1:PARM-LENGTH).\nSTOP RUN.",
        linkage="01 PARM-AREA.\n   05 PARM-LENGTH PIC S9(4) COMP.\n   05 PARM-TEXT PIC X(100).",
        using="PARM-AREA",
    )
    write(run.folder, {"parms.cbl": text})
    assert run("parms.cbl", "--parm", "2024-05-31,TEST")[1] == b"+0015\n2024-05-31,TEST\n"


def test_arguments_follow_a_double_dash(run: Runner) -> None:
    text = program("ARGS", "ACCEPT A FROM COMMAND-LINE.\nDISPLAY A.\nSTOP RUN.", data="01 A PIC X(20).")
    write(run.folder, {"args.cbl": text})
    assert run("args.cbl", "--", "--month", "5")[1] == b"--month 5           \n"
    status, _, error = run("args.cbl", "--month", "5")
    assert status == 2
    assert b"Arguments for the program itself follow `--`" in error


def test_the_clock_can_be_fixed(run: Runner) -> None:
    text = program("CLOCK", "ACCEPT A FROM DATE YYYYMMDD.\nDISPLAY A.\nSTOP RUN.", data="01 A PIC 9(8).")
    write(run.folder, {"clock.cbl": text})
    assert run("clock.cbl", COB_CURRENT_DATE="2024/05/31 09:30:00")[1] == b"20240531\n"


def test_a_cache_that_cannot_be_written_is_done_without(run: Runner) -> None:
    write(run.folder, {"hello.cbl": HELLO, "file": ""})
    run.environment["XDG_CACHE_HOME"] = str(run.folder / "file")
    run.environment["TMPDIR"] = str(run.folder)
    assert run("hello.cbl") == (0, b"HELLO\n", b"")
    left = {path.name for path in run.folder.iterdir() if not path.name.startswith("cobolift-cache-")}
    assert left == {"cache", "file", "hello.cbl"}


def test_a_damaged_cache_entry_is_made_anew(run: Runner) -> None:
    write(run.folder, {"hello.cbl": HELLO})
    run("hello.cbl")
    manifest = next(run.folder.glob("cache/cobolift/programs/*/manifest.json"))
    for text in ("{", "[]", "{}", '{"files": 1}'):
        manifest.write_text(text)
        assert run("hello.cbl") == (0, b"HELLO\n", b"")


def test_a_python_fault_names_the_cobol_line(run: Runner) -> None:
    """A fault is put into the converted module by hand, with a map that fits it."""
    import hashlib
    import json

    write(run.folder, {"hello.cbl": HELLO})
    run("hello.cbl")
    module = next(run.folder.glob("cache/cobolift/programs/*/hello.py"))
    module.write_text(module.read_text().replace('self.display("HELLO")', "self.display(str(1 // 0))"))
    status, _, error = run("hello.cbl")
    assert status == 70
    assert b"internal error in program HELLO: ZeroDivisionError" in error
    path = module.with_suffix(".map.json")
    loaded = json.loads(path.read_text())
    path.write_text(json.dumps({**loaded, "sha256": hashlib.sha256(module.read_bytes()).hexdigest()}))
    assert b"internal error in program HELLO at hello.cbl:7: ZeroDivisionError" in run("hello.cbl")[2]


OUTSIDE = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. OUTSIDE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  ROWS.
           05  ROW-NUMBER  PIC 9(4) OCCURS 5.
       01  N               PIC S9(4) COMP VALUE {n}.
       PROCEDURE DIVISION.
           DISPLAY "BEFORE"
           MOVE 1 TO ROW-NUMBER(N)
           DISPLAY "AFTER"
           STOP RUN.
"""


@pytest.mark.parametrize("subscript", ["6", "1000", "-9", "0"])
def test_a_subscript_outside_the_storage_stops_with_its_line(run: Runner, subscript: str) -> None:
    write(run.folder, {"outside.cbl": OUTSIDE.format(n=subscript)})
    status, output, error = run("outside.cbl")
    assert (status, output) == (1, b"BEFORE\n")
    assert error.startswith(b"outside.cbl:10: error: a subscript, ")
    assert b"Traceback" not in error


def test_a_program_with_an_error_runs_up_to_it(run: Runner) -> None:
    write(run.folder, {"broken.cbl": BROKEN})
    status, _, error = run("broken.cbl")
    assert status == 1
    assert b"CBL4001" in error


LOCKING = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. LOCKING.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT F ASSIGN "f.dat" INDEXED ACCESS DYNAMIC RECORD KEY R
               LOCK MODE IS AUTOMATIC STATUS ST.
       DATA DIVISION.
       FILE SECTION.
       FD  F.
       01  R PIC X(3).
       WORKING-STORAGE SECTION.
       01  ST PIC XX.
       01  WAITED PIC X.
       PROCEDURE DIVISION.
       MAIN-PARA.
           OPEN I-O F
           IF ST = "35"
               OPEN OUTPUT F WRITE R FROM "KEY" CLOSE F OPEN I-O F
           END-IF
           MOVE "KEY" TO R
           READ F
           DISPLAY ST
           ACCEPT WAITED
           CLOSE F
           STOP RUN.
"""


def test_two_runs_lock_records_of_one_file(run: Runner) -> None:
    write(run.folder, {"locking.cbl": LOCKING})
    command = [sys.executable, "-m", "transpiler.cli", "run", "locking.cbl"]
    first = subprocess.Popen(
        command,
        cwd=run.folder,
        env={**os.environ, **run.environment, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert first.stdout is not None
    assert first.stdout.readline() == b"00\n"
    assert run("locking.cbl")[1] == b"51\n"
    first.communicate(b"\n")
    assert run("locking.cbl")[1] == b"00\n"
