"""`cobolift convert`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.cli.command import BROKEN, GAP, HELLO, cobolift, contents, process, program, python, write


def test_a_tree_keeps_its_shape_and_its_programs_run(tmp_path: Path) -> None:
    write(tmp_path / "src", {"MAIN-PGM.cbl": HELLO, "a/b/Deep.cob": program("DEEP", 'DISPLAY "DEEP".')})
    result = cobolift("convert", tmp_path / "src", "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert sorted(contents(tmp_path / "out")) == [
        "a/b/deep.map.json",
        "a/b/deep.py",
        "cobolift-programs.json",
        "main_pgm.map.json",
        "main_pgm.py",
    ]
    assert python([sys.executable, str(tmp_path / "out/a/b/deep.py")]).stdout == b"DEEP\n"


def test_files_that_are_no_programs_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path / "src", {"a.cbl": HELLO, "b.cpy": "junk", "readme.txt": "text", ".git/c.cbl": HELLO})
    cobolift("convert", tmp_path / "src", "-o", tmp_path / "out")
    assert [name for name in contents(tmp_path / "out") if name.endswith(".py")] == ["a.py"]


def test_two_sources_with_one_module_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    other = program("OTHER", 'DISPLAY "OTHER".')
    write(tmp_path / "src", {"pay.cbl": HELLO, "pay.cob": other, "PAY.CBL": program("THIRD", "STOP RUN.")})
    result = cobolift("convert", tmp_path / "src", "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert len([name for name in contents(tmp_path / "out") if name.endswith("pay.py")]) == 3
    programs = json.loads((tmp_path / "out/cobolift-programs.json").read_text())
    assert len(set(programs.values())) == 3


def test_one_bad_file_never_stops_the_others(tmp_path: Path) -> None:
    write(tmp_path / "src", {"a.cbl": BROKEN, "b.cbl": "", "c.cbl": HELLO})
    result = cobolift("convert", tmp_path / "src", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert (tmp_path / "out/c.py").exists()
    assert (tmp_path / "out/a.py").exists()
    assert not (tmp_path / "out/b.py").exists()


@pytest.mark.parametrize(
    ("text", "status"), [(HELLO, 0), (GAP, 0), (BROKEN, 1), ("", 1)], ids=["clean", "gap", "error", "empty"]
)
def test_the_exit_status_tells_whether_the_source_has_errors(text: str, status: int, tmp_path: Path) -> None:
    write(tmp_path, {"a.cbl": text})
    assert cobolift("convert", tmp_path / "a.cbl", "-o", tmp_path / "out").exit_code == status


def test_a_fault_of_the_converter_is_status_70_and_names_the_cobol_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cobol_parser import ast
    from transpiler.lower.registry import _LOWERINGS

    def fail(*_: object) -> list[object]:
        raise KeyError("lost")

    monkeypatch.setitem(_LOWERINGS, ast.Display, fail)
    write(tmp_path / "src", {"a.cbl": HELLO, "b.cbl": program("B", "STOP RUN.")})
    result = cobolift("convert", tmp_path / "src", "-o", tmp_path / "out", "-j1")
    assert result.exit_code == 70
    assert "CBL9001" in result.output
    assert "a.cbl:7:" in result.output
    assert "Traceback" not in result.output
    assert (tmp_path / "out/b.py").exists()


def test_the_run_ends_with_a_table(tmp_path: Path) -> None:
    write(tmp_path / "src", {"a.cbl": HELLO, "b.cbl": GAP, "c.cbl": ""})
    lines = process("convert", tmp_path / "src", "-o", tmp_path / "out").stdout.decode().splitlines()
    table = {line[:20].strip(): line[20:].split() for line in lines[-6:-1]}
    assert table["converted"][0] == "1"
    assert table["converted with gaps"][0] == "1"
    assert table["failed"][0] == "1"
    assert table["total"] == ["3", "16", "4"]
    assert lines[-1].endswith("lines/s")


def test_the_table_names_files_in_full_where_output_is_no_terminal(tmp_path: Path) -> None:
    folder = tmp_path / ("a-rather-long-name-" * 5) / ("of-folders-" * 8)
    write(folder, {"gap.cbl": GAP})
    output = process("convert", folder, "-o", tmp_path / "out").stdout.decode()
    assert str(folder / "gap.cbl") in output


def test_json_for_machines(tmp_path: Path) -> None:
    write(tmp_path / "src", {"a.cbl": HELLO, "b.cbl": BROKEN, "sub/c.cbl": ""})
    done = process("convert", tmp_path / "src", "-o", tmp_path / "out", "--json")
    assert done.returncode == 1
    shown = json.loads(done.stdout)
    assert shown["version"] == 1
    assert shown["status"] == 1
    first, second, third = shown["files"]
    assert first["source"].endswith("a.cbl")
    assert first["module"] == "a.py"
    assert first["programs"] == ["HELLO"]
    assert first["state"] == "converted"
    assert first["statistics"]["statements"] == 2
    assert first["diagnostics"] == []
    assert second["state"] == "converted with gaps"
    found = second["diagnostics"][0]
    assert (found["code"], found["severity"]) == ("CBL4001", "error")
    assert (found["line"], found["column"], found["end_column"]) == (7, 22, 29)
    assert third["state"] == "failed"
    assert third["module"] is None


def test_quiet_prints_errors_only_and_verbose_a_line_for_each_file(tmp_path: Path) -> None:
    write(tmp_path / "src", {"a.cbl": HELLO, "b.cbl": GAP})
    quiet = process("convert", tmp_path / "src", "-o", tmp_path / "out", "-q")
    assert (quiet.stdout, quiet.stderr) == (b"", b"")
    verbose = process("convert", tmp_path / "src", "-o", tmp_path / "out", "-v").stderr.decode()
    assert f"{tmp_path}/src/a.cbl: converted (" in verbose
    assert f"{tmp_path}/src/b.cbl: converted with gaps (" in verbose


def test_names_that_a_missing_copybook_may_define_are_counted(tmp_path: Path) -> None:
    text = program("A", "MOVE 1 TO ONE-ITEM.\nMOVE 2 TO OTHER-ITEM.", data="    COPY NOWHERE.")
    write(tmp_path, {"a.cbl": text})
    short = process("check", tmp_path / "a.cbl").stderr.decode()
    assert "CBL2010" in short
    assert "CBL4001" not in short
    assert "2 names are not defined, perhaps in the missing copybook" in short
    assert "ONE-ITEM is not defined" in process("check", tmp_path / "a.cbl", "-v").stderr.decode()


def test_several_processes_give_the_same_as_one(tmp_path: Path) -> None:
    texts = {f"p{number}.cbl": [HELLO, GAP, BROKEN][number % 3] for number in range(20)}
    write(tmp_path / "src", texts)
    one = process("convert", tmp_path / "src", "-o", tmp_path / "one", "-j1")
    four = process("convert", tmp_path / "src", "-o", tmp_path / "four", "-j4")
    assert contents(tmp_path / "one") == contents(tmp_path / "four")
    assert one.stderr == four.stderr
    assert one.stdout.splitlines()[:-1] == four.stdout.splitlines()[:-1]  # the last line is the time


def test_a_worker_that_dies_costs_the_file_it_was_working_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    from cobol_parser import ast
    from transpiler.lower.registry import _LOWERINGS

    monkeypatch.setitem(_LOWERINGS, ast.Goback, lambda *_: os._exit(9))
    texts = {f"p{number:02}.cbl": HELLO for number in range(12)}
    write(tmp_path / "src", {**texts, "p05.cbl": program("P05", "GOBACK.")})
    result = cobolift("convert", tmp_path / "src", "-o", tmp_path / "out", "-j2")
    assert result.exit_code == 70
    assert "CBL9002" in result.output
    assert len([name for name in contents(tmp_path / "out") if name.endswith(".py")]) == 11


def test_programs_are_listed_by_program_id_for_call(tmp_path: Path) -> None:
    write(tmp_path / "src", {"main.cbl": program("MAIN", 'CALL "THE-SUB".\nSTOP RUN.')})
    write(tmp_path / "src", {"lib/elsewhere.cbl": program("THE-SUB", 'DISPLAY "CALLED".\nEXIT PROGRAM.')})
    cobolift("convert", tmp_path / "src", "-o", tmp_path / "out")
    listed = json.loads((tmp_path / "out/cobolift-programs.json").read_text())
    assert listed == {"MAIN": "main.py", "THE-SUB": "lib/elsewhere.py"}
    assert python([sys.executable, str(tmp_path / "out/main.py")]).stdout == b"CALLED\n"


def test_files_can_be_named_one_by_one(tmp_path: Path) -> None:
    write(tmp_path, {"a.cbl": HELLO, "b.txt": program("B", "STOP RUN.")})
    result = cobolift("convert", tmp_path / "a.cbl", tmp_path / "b.txt", "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert (tmp_path / "out/b.py").exists()


def test_help_is_understood_by_a_newcomer() -> None:
    shown = cobolift("convert", "--help").output
    assert "--dialect [gnucobol|cobol85|ibm|mf]" in shown
    assert "Search DIR for copybooks" in shown
    assert cobolift("--help").output.count("cobolift") >= 4


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["frobnicate"], "No such command 'frobnicate'"),
        (["convrt"], "Did you mean convert?"),
        (["convert", "x.cbl"], "does not exist"),
        (["convert", "."], "Missing option '-o'"),
        (["convert", ".", "-o", "out", "--dialect", "ibmm"], "'gnucobol', 'cobol85', 'ibm', 'mf'"),
        (["convert", ".", "-o", "out", "-I", "nowhere"], "'nowhere' does not exist"),
        (["convert", ".", "-o", "out", "-j", "0"], "0 is not in the range"),
        (["convert", ".", "-o", "out"], "no COBOL programs"),
        (["convert", ".", "-o", "/proc/nothing"], "no COBOL programs"),
    ],
)
def test_wrong_usage_is_status_2_and_says_what_to_do(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = cobolift(*arguments)
    assert result.exit_code == 2
    assert said in result.output


def test_an_output_folder_that_cannot_be_made_is_told_before_the_work(tmp_path: Path) -> None:
    write(tmp_path, {"a.cbl": HELLO, "file": ""})
    result = cobolift("convert", tmp_path / "a.cbl", "-o", tmp_path / "file" / "out")
    assert result.exit_code == 2
    assert "cannot be made" in result.output


def test_a_call_takes_the_program_nearest_to_the_caller_where_two_have_one_name(tmp_path: Path) -> None:
    for application in ("loans", "savings"):
        called = program("RATES", f'DISPLAY "{application}".\nEXIT PROGRAM.')
        texts = {"main.cbl": program("MAIN", 'CALL "RATES".\nSTOP RUN.'), "lib/rates.cbl": called}
        write(tmp_path / "src" / application, texts)
    result = cobolift("convert", tmp_path / "src", "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert result.output.count("warning[CBL7003]") == 2
    cobolift("convert", tmp_path / "src", "-o", tmp_path / "out")
    listed = json.loads((tmp_path / "out/cobolift-programs.json").read_text())
    assert listed["RATES"] == ["loans/lib/rates.py", "savings/lib/rates.py"]
    for application in ("loans", "savings"):
        called = python([sys.executable, str(tmp_path / "out" / application / "main.py")])
        assert called.stdout == f"{application}\n".encode()


def test_a_program_that_got_another_name_is_not_listed_under_the_old_one(tmp_path: Path) -> None:
    for name in ("OLD", "NEW"):
        write(tmp_path / "src", {"a.cbl": program(name, "STOP RUN.")})
        cobolift("convert", tmp_path / "src", "-o", tmp_path / "out")
    assert json.loads((tmp_path / "out/cobolift-programs.json").read_text()) == {"NEW": "a.py"}
