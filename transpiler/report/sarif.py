"""findings.sarif: the rows that somebody should act on, in SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from cobol_parser.codes import ALL
from transpiler.report.model import Finding, Place, Row, Section
from transpiler.version import VERSION

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif_text(sections: Sequence[Section]) -> str:
    """The log with one run."""
    found = [(row, row.finding) for row in _rows(sections) if row.finding is not None]
    rules = sorted({finding.rule for _, finding in found})
    number = {rule: index for index, rule in enumerate(rules)}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "cobolift",
                        "version": VERSION,
                        "rules": [_rule(rule) for rule in rules],
                    }
                },
                "originalUriBaseIds": {
                    "SRCROOT": {"description": {"text": "The source tree of the report."}}
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(row, finding, number) for row, finding in found],
            }
        ],
    }
    return json.dumps(log, indent=1) + "\n"


def _rows(sections: Sequence[Section]) -> Iterator[Row]:
    for item in sections:
        for table in item.content.tables:
            yield from table.rows


def _rule(rule: str) -> dict[str, Any]:
    title = ALL[rule].title if rule in ALL else rule.replace("/", ": ").replace("-", " ")
    return {"id": rule, "shortDescription": {"text": title}}


def _result(row: Row, finding: Finding, number: dict[str, int]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": number[finding.rule],
        "level": finding.level.value,
        "message": {"text": finding.message},
        "partialFingerprints": {"rowId/v1": row.id},
    }
    places = row.evidence[:10]
    if places:
        made["locations"] = [_location(places[0])]
    if len(places) > 1:
        made["relatedLocations"] = [_location(at) for at in places[1:]]
    return made


def _location(at: Place) -> dict[str, Any]:
    place: dict[str, Any] = {
        "artifactLocation": {"uri": quote(at.path, errors="replace"), "uriBaseId": "SRCROOT"}
    }
    if at.path.startswith("/"):
        place = {"artifactLocation": {"uri": "file://" + quote(at.path, errors="replace")}}
    if at.line:
        place["region"] = {"startLine": at.line}
    return {"physicalLocation": place}
