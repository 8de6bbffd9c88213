"""What SARIF 2.1.0 demands of the objects that cobolift writes: required properties, allowed ones, types, enumerations.

After "Static Analysis Results Interchange Format (SARIF) Version 2.1.0" (OASIS), section 3. Only the properties that are written are
allowed here, so that a new one has to be looked up.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from jsonschema import Draft202012Validator

Json = dict[str, Any]

_TEXT: Json = {"type": "string", "minLength": 1}
_URI: Json = {"type": "string", "pattern": r"^[\w./%~:!$&'()*+,;=@-]+$"}


def _object(required: tuple[str, ...], **properties: Json) -> Json:
    return {
        "type": "object",
        "required": [*required],
        "properties": properties,
        "additionalProperties": False,
    }


def _many(items: Json, *, unique: bool = False) -> Json:
    return {"type": "array", "items": items, "uniqueItems": unique}


_MESSAGE = _object(("text",), text=_TEXT)
_ARTIFACT = _object(("uri",), uri=_URI, uriBaseId=_TEXT)
_REGION = _object(("startLine",), startLine={"type": "integer", "minimum": 1})
_LOCATION = _object(
    ("physicalLocation",),
    physicalLocation=_object(("artifactLocation",), artifactLocation=_ARTIFACT, region=_REGION),
)
_RESULT = _object(
    ("ruleId", "level", "message"),
    ruleId=_TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level={"enum": ["none", "note", "warning", "error"]},
    message=_MESSAGE,
    locations=_many(_LOCATION),
    relatedLocations=_many(_LOCATION, unique=True),
    partialFingerprints={"type": "object", "additionalProperties": _TEXT},
)
_DRIVER = _object(
    ("name",),
    name=_TEXT,
    version=_TEXT,
    rules=_many(_object(("id",), id=_TEXT, shortDescription=_MESSAGE), unique=True),
)
_RUN = _object(
    ("tool", "results"),
    tool=_object(("driver",), driver=_DRIVER),
    originalUriBaseIds={"type": "object", "additionalProperties": _object((), description=_MESSAGE)},
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=_many(_RESULT),
)
_LOG = _object(
    ("version", "runs"),
    version={"const": "2.1.0"},
    runs=_many(_RUN),
    **{"$schema": {"type": "string", "format": "uri"}},
)


def assert_sarif(log: Json) -> None:
    """Hold a log against the schema, and against what a schema cannot say: results name rules that are there, each once."""
    Draft202012Validator(_LOG).validate(log)
    for run in log["runs"]:
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        assert max(Counter(rules).values(), default=1) == 1
        bases = run.get("originalUriBaseIds", {})
        for result in run["results"]:
            assert result["ruleId"] in rules
            assert rules[result.get("ruleIndex", rules.index(result["ruleId"]))] == result["ruleId"]
            for location in (*result.get("locations", ()), *result.get("relatedLocations", ())):
                base = location["physicalLocation"]["artifactLocation"].get("uriBaseId")
                assert base is None or base in bases
