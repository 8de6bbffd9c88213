"""`--debugging-lines`: lines with D in the indicator area."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from transpiler.cli import main

SOURCE = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. WATCHED.
       PROCEDURE DIVISION.
       MAIN-PARA.
      D    DISPLAY "DEBUGGING".
           STOP RUN.
"""


def test_debugging_lines_are_converted_when_they_are_wanted(tmp_path: Path) -> None:
    source = tmp_path / "watched.cbl"
    source.write_text(SOURCE)
    for options, shown in (([], False), (["--debugging-lines"], True)):
        CliRunner().invoke(main, ["convert", str(source), "-o", str(tmp_path / "out"), *options])
        assert ('self.display("DEBUGGING")' in (tmp_path / "out/watched.py").read_text()) == shown
