"""What changed since an earlier report, and conditions that end a run with status 1."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import GAP, HELLO, cobolift, write
from tests.report.test_sections import report_of, rows


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    write(tmp_path / "src", {"a.cbl": HELLO})
    report_of(tmp_path / "src", tmp_path / "one")
    return tmp_path / "one" / "report.json"


def test_the_difference_names_new_rows_and_findings(tmp_path: Path, earlier: Path) -> None:
    write(tmp_path / "src", {"b.cbl": GAP})
    report = report_of(tmp_path / "src", tmp_path / "two", "--diff", earlier)
    changed = {(row["table"], row["change"]) for row in rows(report, "changes")}
    assert {("files", "new row"), ("diagnostics", "new finding")} <= changed
    assert ("ladder", "statements") in {
        (row["section"], "statements") for row in rows(report, "figures") if row["figure"] == "statements"
    }


def test_nothing_changed_is_told(tmp_path: Path, earlier: Path) -> None:
    report = report_of(tmp_path / "src", tmp_path / "two", "--diff", earlier)
    assert not rows(report, "changes") and not rows(report, "figures")


@pytest.mark.parametrize(
    ("condition", "status"),
    [
        ("unsupported>0", 1),
        ("unsupported>1", 0),
        ("converted<95%", 1),
        ("converted<50%", 0),
        ("new-findings", 1),
        ("waves!=1", 0),
    ],
)
def test_a_condition_gates_a_build(tmp_path: Path, earlier: Path, condition: str, status: int) -> None:
    write(tmp_path / "src", {"b.cbl": GAP})
    result = cobolift(
        "report", tmp_path / "src", "-o", tmp_path / "two", "--diff", earlier, "--fail-on", condition
    )
    assert result.exit_code == status, result.output
    assert (f"{condition} is met" in result.output) == bool(status)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--fail-on", "no condition"], "is no condition"),
        (["--fail-on", "sheep>1"], "has no figure sheep"),
        (["--fail-on", "new-findings"], "--diff OLD.json"),
        (["--fail-on", "waves<9%"], "is no share"),
        (["--diff", "BAD"], "is no report of cobolift"),
        (["--trace", "BAD"], "is no trace of cobolift"),
    ],
)
def test_what_cannot_be_understood_is_told(
    tmp_path: Path, earlier: Path, options: list[str], words: str
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("[]", encoding="utf-8")
    given = [str(bad) if item == "BAD" else item for item in options]
    result = cobolift("report", tmp_path / "src", "-o", tmp_path / "two", *given)
    assert result.exit_code == 2
    assert words in " ".join(result.output.split())


def test_weights_of_the_effort_come_from_the_configuration(tmp_path: Path, earlier: Path) -> None:
    (tmp_path / "src" / "cobolift.toml").write_text("[effort]\nprogram = [8, 16]\n", encoding="utf-8")
    report = report_of(tmp_path / "src", tmp_path / "two")
    (program,) = [row for row in rows(report, "effort") if row["key"] == "program"]
    assert (program["low"], program["high"]) == (1.0, 2.0)
    (tmp_path / "src" / "cobolift.toml").write_text("[effort]\nprogram = [9, 1]\n", encoding="utf-8")
    result = cobolift("report", tmp_path / "src", "-o", tmp_path / "three")
    assert result.exit_code == 2 and "effort.program" in result.output


def test_a_report_is_the_same_twice(tmp_path: Path, earlier: Path) -> None:
    report_of(tmp_path / "src", tmp_path / "two")
    assert json.loads(earlier.read_text()) == json.loads((tmp_path / "two" / "report.json").read_text())


def test_a_report_inside_the_tree_is_no_part_of_it(tmp_path: Path, earlier: Path) -> None:
    for _ in range(2):
        report = report_of(tmp_path / "src", tmp_path / "src" / "report")
    assert [row["file"] for row in rows(report, "files")] == ["a.cbl"]
