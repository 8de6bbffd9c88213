"""findings.sarif and the SARIF rules that a test of it has to notice."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from jsonschema import ValidationError

from tests.report.estate import estate
from tests.report.sarif import Json, assert_sarif
from tests.report.test_sections import report_of


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("estate")
    report_of(estate(folder / "src"), folder / "out")
    return (folder / "out" / "findings.sarif").read_text(encoding="utf-8")


def test_the_findings_are_sarif(log: str) -> None:
    found = json.loads(log)
    assert_sarif(found)
    assert len(found["runs"][0]["results"]) > 5


def first(log: Json) -> Json:
    result: Json = log["runs"][0]["results"][0]
    return result


FAULTS: dict[str, Callable[[Json], object]] = {
    "a level that there is not": lambda log: first(log).update(level="fatal"),
    "a message without text": lambda log: first(log).update(message={}),
    "a line 0": lambda log: first(log)["locations"][0]["physicalLocation"].update(region={"startLine": 0}),
    "a place with a blank": lambda log: first(log)["locations"][0]["physicalLocation"]["artifactLocation"].update(uri="a b"),
    "a result of no rule": lambda log: first(log).update(ruleId="none/such"),
    "a property that there is not": lambda log: log["runs"][0].update(findings=[]),
    "no tool": lambda log: log["runs"][0].pop("tool"),
    "another version": lambda log: log.update(version="2.0.0"),
}  # fmt: skip


@pytest.mark.parametrize("spoil", FAULTS.values(), ids=FAULTS)
def test_faults_are_noticed(log: str, spoil: Callable[[Json], object]) -> None:
    found = json.loads(log)
    spoil(found)
    with pytest.raises((ValidationError, AssertionError)):
        assert_sarif(found)
