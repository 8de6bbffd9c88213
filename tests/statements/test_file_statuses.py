"""The table of status values in docs/files.md: each has a case that shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cobol_runtime.files import status

ROOT = Path(__file__).parents[2]
ROWS = re.findall(
    r"^\| (\d\d) \| .* \| (?:`(\S+)`)? ?\|$", (ROOT / "docs" / "files.md").read_text("utf-8"), re.MULTILINE
)
BETWEEN_PROCESSES = {"34": "runtime/files/test_endings.py", "61": "runtime/files/test_sharing.py"}
"""Values that a single program cannot meet by itself."""


@pytest.mark.parametrize(("value", "case"), ROWS, ids=lambda text: str(text))
def test_a_status_has_a_case_that_shows_it(value: str, case: str) -> None:
    if not case:
        assert f'"{value}"' in (ROOT / "tests" / BETWEEN_PROCESSES[value]).read_text("utf-8")
        return
    shown = (ROOT / "tests" / "statements" / case / "expected.out").read_text("latin-1")
    assert re.search(rf"(?<!\d){value}|{value}(?!\d)", shown), f"{case} does not show {value}"


def test_every_status_of_the_run_time_is_described() -> None:
    described = {value for value, _ in ROWS}
    known = {value for name, value in vars(status).items() if name.isupper() and isinstance(value, str)}
    assert known - described == {status.END_OF_PAGE, status.NOT_AVAILABLE}
