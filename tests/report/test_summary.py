"""Every number of the first screen follows from the rows of report.json."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.command import GAP, HELLO, program, write
from tests.report.estate import estate
from tests.report.test_sections import Json, report_of, rows


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("estate")
    report_of(estate(folder / "src"), folder / "out")
    return folder / "out"


class Figures(HTMLParser):
    """The numbers of the first screen as the page shows them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._key = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._key = dict(attrs).get("data-figure") or ""

    def handle_data(self, data: str) -> None:
        if self._key:
            self.found[self._key] = data
            self._key = ""


def total(table: list[Json], key: str) -> Any:
    return sum(row[key] for row in table)


def recomputed(report: Json) -> dict[str, str]:
    files, ladder, quality = rows(report, "files"), rows(report, "ladder"), rows(report, "quality")
    levels = Counter(
        row["finding"]["level"]
        for part in report["sections"]
        for table in part["tables"]
        for row in table["rows"]
        if "finding" in row
    )
    cobol = [row for row in files if row["sort"] in ("program", "copybook")]
    low, high = total(rows(report, "effort"), "low"), total(rows(report, "effort"), "high")
    read, converted = total(ladder, "read"), total(ladder, "converted")
    return {
        "code_lines": f"{total(cobol, 'code'):,}",
        "program": str(sum(row["sort"] == "program" for row in files)),
        "copybook": str(sum(row["sort"] == "copybook" for row in files)),
        "missing": str(len(rows(report, "missing"))),
        "converted_share": f"{converted / read:.1%}",
        "statements": str(read),
        "unsupported": str(read - converted),
        "errors": str(levels["error"]),
        "warnings": str(levels["warning"]),
        "notes": str(levels["note"]),
        "verified": f"{sum(row['status'] == 'verified' for row in rows(report, 'parity'))} of {len(ladder)}",
        "clean": str(sum(row["state"] == "converted" for row in ladder)),
        "plain_share": f"{total(quality, 'plain') / total(quality, 'paragraphs'):.0%}",
        "effort": f"{low:,.0f}–{high:,.0f}",
        "effort_low": f"{round(low, 1):,}",
        "effort_high": f"{round(high, 1):,}",
        "waves": str(max(row["wave"] for row in rows(report, "waves"))),
        "groups": str(len(rows(report, "groups"))),
        "seams": str(len(rows(report, "seams"))),
    }


def test_every_number_of_the_first_screen_is_proven_by_rows(made: Path) -> None:
    report = json.loads((made / "report.json").read_text(encoding="utf-8"))
    page = Figures()
    page.feed((made / "report.html").read_text(encoding="utf-8"))
    assert len(page.found) >= 15
    assert page.found == recomputed(report)


@pytest.mark.parametrize(
    ("name", "schema"), [("report.json", "report"), ("src/cobolift-parity.json", "parity")]
)
def test_the_schemas_hold(made: Path, name: str, schema: str) -> None:
    path = made / name if name == "report.json" else made.parent / name
    known = json.loads((files("transpiler") / "report" / f"{schema}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(known).validate(json.loads(path.read_text(encoding="utf-8")))


def test_effort_is_counts_times_weights(made: Path) -> None:
    report = json.loads((made / "report.json").read_text(encoding="utf-8"))
    for row in rows(report, "effort"):
        assert row["low"] == pytest.approx(row["count"] * row["from_hours"] / 8, abs=0.006)
        assert row["high"] == pytest.approx(row["count"] * row["to_hours"] / 8, abs=0.006)


def test_the_estate_is_understood(made: Path) -> None:
    report = json.loads((made / "report.json").read_text(encoding="utf-8"))
    edges = {(row["from"], row["how"], row["to"], row["known_by"]) for row in rows(report, "edges")}
    assert {
        ("MAINP", "calls", "SUBB", "resolved"),
        ("MAINP", "calls", "SUBA", "literal"),
        ("MAINP", "copies", "BOOK", "found"),
        ("MAINP", "uses", "PAY.EMP", "literal"),
        ("RUN", "runs", "MAINP", "literal"),
        ("RUN", "executes procedure", "NOPROC", "literal"),
    } <= edges
    assert {row["name"] for row in rows(report, "missing")} == {"NOBOOK", "GONE", "<B>EVIL", "NOPROC"}
    assert [row["programs"] for row in rows(report, "cycles")] == [["SUBA", "SUBB"]]
    wave = {row["program"]: row["wave"] for row in rows(report, "waves")}
    assert (wave["SUBA"], wave["SUBB"], wave["MAINP"]) == (1, 1, 2)
    status = {row["file"]: row["status"] for row in rows(report, "parity")}
    assert (status["src/subb.cbl"], status["src/suba.cbl"]) == ("verified", "not verified")


def test_the_ladder_never_climbs(made: Path) -> None:
    report = json.loads((made / "report.json").read_text(encoding="utf-8"))
    rungs = ("read", "expanded", "parsed", "resolved", "converted", "executed", "checked")
    for row in rows(report, "ladder"):
        counts = [row[rung] for rung in rungs]
        assert counts == sorted(counts, reverse=True)
    assert {row["cause"] for row in rows(report, "causes")} >= {
        "EXEC SQL SELECT",
        "EXEC CICS XCTL",
        "copybook NOBOOK is missing",
    }


def test_sarif_has_each_finding_with_a_rule_and_a_place_in_the_tree(made: Path) -> None:
    log = json.loads((made / "findings.sarif").read_text(encoding="utf-8"))
    report = json.loads((made / "report.json").read_text(encoding="utf-8"))
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    found = [
        row["id"]
        for part in report["sections"]
        for table in part["tables"]
        for row in table["rows"]
        if "finding" in row
    ]
    assert [result["partialFingerprints"]["rowId/v1"] for result in run["results"]] == found
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        for location in result.get("locations", []):
            assert re.fullmatch(r"[\w./%~-]+", location["physicalLocation"]["artifactLocation"]["uri"])


def test_a_table_as_csv_has_its_rows(made: Path) -> None:
    report = json.loads((made / "report.json").read_text(encoding="utf-8"))
    text = (made / "tables" / "missing-missing.csv").read_text(encoding="utf-8")
    assert len(text.splitlines()) == 1 + len(rows(report, "missing"))
    assert "<graphml" in (made / "dependencies.graphml").read_text(encoding="utf-8")
    assert "<script" not in (made / "dependencies.mmd").read_text(encoding="utf-8")


OVERLAPPING = program("P", "PERFORM P1 THRU P3\nPERFORM P2 THRU P4\nSTOP RUN.") + "".join(
    f"       P{number}.\n           EXIT.\n" for number in range(1, 5)
)


@pytest.mark.parametrize(
    ("text", "table"), [(GAP, "diagnostics"), (HELLO, "diagnostics"), (OVERLAPPING, "perform_ranges")]
)
def test_the_card_of_findings_leads_to_the_table_with_most_of_the_worst(
    tmp_path: Path, text: str, table: str
) -> None:
    report_of(write(tmp_path / "src", {"a.cbl": text}), tmp_path / "out")
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert f'href="#table-{table}"' in page
