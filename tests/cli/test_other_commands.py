"""`check`, `dump`, `explain`, `completion`, `--version`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cobol_parser.codes import ALL
from tests.cli.command import BROKEN, GAP, HELLO, cobolift, process, program, python, write
from transpiler.dump import STAGES
from transpiler.version import VERSION


def test_check_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"a.cbl": HELLO, "b.cbl": BROKEN})
    result = cobolift("check", tmp_path)
    assert result.exit_code == 1
    assert "NOWHERE is not defined" in result.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.cbl", "b.cbl"]


def test_check_has_json_quiet_and_verbose(tmp_path: Path) -> None:
    write(tmp_path, {"a.cbl": GAP})
    shown = json.loads(process("check", tmp_path, "--json").stdout)
    assert shown["files"][0]["diagnostics"][0]["code"] == "CBL6043"
    quiet = process("check", tmp_path, "-q")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, b"", b"")
    assert b"a.cbl: converted with gaps" in process("check", tmp_path, "-v").stderr


SHOWN = {
    "tokens": "COUNTER",
    "ast": "Add",
    "symbols": "COUNTER",
    "layout": "COUNTER",
    "flow": "MAIN-PARA",
    "storage": "counter",
    "ir": "self.ws.counter",
    "python": "class Counts(Program):",
}


@pytest.mark.parametrize("stage", STAGES)
def test_dump_shows_every_stage(stage: str, tmp_path: Path) -> None:
    write(tmp_path, {"a.cbl": program("COUNTS", "ADD 1 TO COUNTER.\nSTOP RUN.", data="01 COUNTER PIC 9(4).")})
    first = cobolift("dump", "--stage", stage, tmp_path / "a.cbl")
    assert first.exit_code == 0, first.output
    assert SHOWN[stage] in first.output
    assert cobolift("dump", "--stage", stage, tmp_path / "a.cbl").output == first.output


@pytest.mark.parametrize("stage", STAGES)
def test_dump_of_a_program_with_errors_shows_them_and_is_status_1(stage: str, tmp_path: Path) -> None:
    write(tmp_path, {"a.cbl": "       IDENTIFICATION DIVISION.\n       PROGRAM-ID.\n       GARBAGE 'X.\n"})
    result = cobolift("dump", "--stage", stage, tmp_path / "a.cbl")
    assert result.exit_code == 1
    assert "error[CBL" in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("code", ALL)
def test_explain_has_a_page_for_every_code(code: str) -> None:
    result = cobolift("explain", code)
    assert result.exit_code == 0
    assert code in result.output
    assert len(result.output.split()) >= 15


def test_explain_lists_the_codes_and_forgives_how_they_are_written() -> None:
    assert all(code in cobolift("explain").output for code in ALL)
    assert cobolift("explain", "cbl2010").output == cobolift("explain", "2010").output
    unknown = cobolift("explain", "CBL2O10")
    assert unknown.exit_code == 2
    assert "Did you mean CBL2010" in unknown.output


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str) -> None:
    result = cobolift("completion", shell)
    assert result.exit_code == 0
    assert "_COBOLIFT_COMPLETE" in result.output


@pytest.mark.parametrize(
    ("line", "number", "offered"),
    [("cobolift co", "1", {"convert", "completion"}), ("cobolift convert --dial", "2", {"--dialect"})],
)
def test_completion_offers_commands_and_options(line: str, number: str, offered: set[str]) -> None:
    variables = {"_COBOLIFT_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": number}
    code = "from transpiler.cli import main; main(prog_name='cobolift')"
    shown = python([sys.executable, "-c", code], environment=variables).stdout.decode()
    assert {entry.split(",")[-1] for entry in shown.split()} == offered


def test_bash_accepts_the_completion_script() -> None:
    script = cobolift("completion", "bash").output
    done = subprocess.run(["bash", "-n"], input=script, text=True, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_version_is_quick_to_tell_because_nothing_is_imported_for_it() -> None:
    assert cobolift("--version").output == f"cobolift, version {VERSION}\n"
    code = "import sys; import transpiler.cli; print(sorted({'lark', 'jinja2', 'rich'} & set(sys.modules)))"
    assert python([sys.executable, "-c", code]).stdout == b"[]\n"
