"""Small estates and what their reports say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.command import cobolift, program, write

Json = dict[str, Any]


def tables(folder: Path, files: dict[str, str], *options: str) -> dict[str, list[Json]]:
    """The rows of every table of the report of some files: values with `id`, `lines` (of the evidence) and `rule` of a finding."""
    result = cobolift(
        "report", write(folder / "src", files), "-o", folder / "out", "--dialect", "gnucobol", *options
    )
    assert result.exit_code == 0, result.output
    report = json.loads((folder / "out" / "report.json").read_text(encoding="utf-8"))
    return {
        table["name"]: [_row(row) for row in table["rows"]]
        for section in report["sections"]
        for table in section["tables"]
    }


def of_program(folder: Path, procedure: str, data: str = "", *options: str) -> dict[str, list[Json]]:
    """The tables for one program P; its first paragraph is MAIN-PARA, and lines that begin with `>` are paragraph-names."""
    text = program("P", procedure, data).replace("           >", "       ")
    return tables(folder, {"p.cbl": text}, *options)


def _row(row: Json) -> Json:
    lines = [place["line"] for place in row["evidence"]]
    return {**row["values"], "id": row["id"], "lines": lines, "rule": row.get("finding", {}).get("rule", "")}
