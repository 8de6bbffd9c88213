"""What a program learns of its terminal."""

from __future__ import annotations

import pytest

from cobol_runtime.process import Process


def test_the_environment_tells_how_large_the_terminal_is() -> None:
    process = Process([], {"LINES": "43", "COLUMNS": "132"})
    assert (process.lines(), process.columns()) == (43, 132)


@pytest.mark.parametrize("told", [{}, {"LINES": "tall", "COLUMNS": "-1"}, {"LINES": "0", "COLUMNS": ""}])
def test_without_a_terminal_it_has_24_lines_of_80_characters(
    told: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LINES", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr("sys.__stdout__", None)
    process = Process([], told)
    assert (process.lines(), process.columns()) == (24, 80)
