"""`cobolift diff` in a terminal."""

from __future__ import annotations

from pathlib import Path

from tests.cli.command import BROKEN, REPOSITORY, cobolift, program, write

PAYROLL = REPOSITORY / "samples" / "payroll" / "payroll.cbl"


def test_a_paragraph_stands_beside_its_method() -> None:
    result = cobolift("diff", PAYROLL, "-p", "read-employee", "-w", "160")
    lines = result.output.splitlines()
    assert result.exit_code == 0
    assert "READ-EMPLOYEE." in lines[0]
    assert "def read_employee(self) -> None:" in lines[0]
    assert any("READ EMPLOYEE-FILE" in line and "self.employee_file.read_next" in line for line in lines)
    assert all(len(line) <= 160 for line in lines[:-1])


def test_copybooks_are_opened_when_asked_for() -> None:
    closed = cobolift("diff", PAYROLL, "-w", "200").output
    opened = cobolift("diff", PAYROLL, "-w", "200", "--copies").output
    assert ":TAG:-RECORD" not in closed
    assert "class EmpRecord(Record, length=66):" in closed
    (line,) = [line for line in opened.splitlines() if ":TAG:-RECORD" in line and "EmpRecord" in line]
    assert "=c" in line


def test_an_unknown_paragraph_is_told() -> None:
    result = cobolift("diff", PAYROLL, "-p", "NOWHERE")
    assert result.exit_code == 2
    assert "there is no NOWHERE" in result.output


def test_what_is_not_converted_is_shown_and_told(tmp_path: Path) -> None:
    write(tmp_path, {"broken.cbl": BROKEN})
    result = cobolift("diff", tmp_path / "broken.cbl", "-w", "200")
    assert result.exit_code == 1
    assert "raise NotConverted" in result.output


def test_control_characters_of_the_source_stay_out_of_the_terminal(tmp_path: Path) -> None:
    write(tmp_path, {"p.cbl": program("P", 'DISPLAY "A\x1b[31mB".\nSTOP RUN.')})
    assert "\x1b" not in cobolift("diff", tmp_path / "p.cbl").output


def test_lines_with_tabulators_and_of_variable_format_are_shown_whole(tmp_path: Path) -> None:
    text = program("P", 'DISPLAY "ONE".\nSTOP RUN.').replace("           DISPLAY", "\tDISPLAY")
    write(tmp_path, {"p.cbl": text})
    assert 'DISPLAY "ONE".' in cobolift("diff", tmp_path / "p.cbl").output
    wide = program("P", f'DISPLAY{" " * 60}"FAR".\nSTOP RUN.')
    write(tmp_path, {"p.cbl": wide})
    assert '"FAR".' in cobolift("diff", tmp_path / "p.cbl", "--format", "variable", "-w", "220").output
