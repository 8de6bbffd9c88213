"""`report --lint`: what ruff and mypy say about the modules."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.cli.command import HELLO, program, write
from tests.report.test_sections import report_of, rows
from transpiler.configuration import Configuration
from transpiler.options import ConvertOptions
from transpiler.report.estate import ReportOptions, make_estate
from transpiler.report.sections.quality import quality
from transpiler.tree import find_sources


def test_generated_modules_have_no_findings(tmp_path: Path) -> None:
    report = report_of(write(tmp_path / "src", {"a.cbl": HELLO}), tmp_path / "out", "--lint")
    assert [(row["file"], row["ruff"], row["mypy"]) for row in rows(report, "quality")] == [("a.cbl", 0, 0)]


def test_findings_are_counted_by_module(tmp_path: Path) -> None:
    source = write(tmp_path / "src", {"a.cbl": HELLO, "b.cbl": program("B", "STOP RUN.")})
    entries, options = find_sources([source]), ConvertOptions()
    estate = make_estate(source, entries, options, Configuration(), ReportOptions(lint=True))
    spoiled = "import os\n\nnumber: int = 'text'\nother: str = 1\n"
    first, second = estate.files
    outcome = replace(second.outcome, module_text=spoiled)
    estate.files = (first, replace(second, outcome=outcome))
    found = {row.values["file"]: row.values for row in quality(estate).tables[0].rows}
    assert [(values["ruff"], values["mypy"]) for values in found.values()] == [(0, 0), (1, 2)]


def test_without_the_option_nothing_is_said(tmp_path: Path) -> None:
    report = report_of(write(tmp_path / "src", {"a.cbl": HELLO}), tmp_path / "out")
    assert "mypy" not in rows(report, "quality")[0]
