"""`--checks` and what stands for it in cobolift.toml."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from transpiler.cli import main

SOURCE = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. BOUNDED.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 T. 03 E PIC X OCCURS 3.
       01 I PIC 9.
       PROCEDURE DIVISION.
           MOVE "A" TO E (I).
"""
CHECKED = 'self.t.e[checked_subscript("E", self.ws.i, 3)] = "A"'
RECORDED = "Subscripts, reference modifications, numbers and addresses are checked while it runs."


@pytest.mark.parametrize(
    ("options", "settings", "checked"),
    [
        ((), None, False),
        (("--checks",), None, True),
        ((), "checks = true", True),
        ((), "checks = false", False),
        (("--checks",), "checks = false", True),
    ],
)
def test_checks_are_chosen_on_the_command_line_or_for_the_tree(
    options: tuple[str, ...], settings: str | None, checked: bool, tmp_path: Path
) -> None:
    source = tmp_path / "bounded.cbl"
    source.write_text(SOURCE)
    if settings is not None:
        (tmp_path / "cobolift.toml").write_text(settings)
    finished = CliRunner().invoke(main, ["convert", str(source), "-o", str(tmp_path / "out"), *options])
    assert finished.exit_code == 0, finished.output
    module = (tmp_path / "out/bounded.py").read_text()
    assert (CHECKED in module, RECORDED in module) == (checked, checked)


def test_a_directive_of_the_source_is_recorded_in_the_module(tmp_path: Path) -> None:
    source = tmp_path / "bounded.cbl"
    source.write_text("      $SET BOUND\n" + SOURCE)
    CliRunner().invoke(main, ["convert", str(source), "-o", str(tmp_path / "out")])
    module = (tmp_path / "out/bounded.py").read_text()
    assert CHECKED in module
    assert "Some run-time checks are done where the source asks for them." in module
