"""Every feature beyond COBOL-85 has a case that uses it, and the guide for users names it; every intrinsic function is tried."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.statements.case import STATEMENTS
from transpiler.intrinsics import INTRINSICS

ROOT = STATEMENTS.parents[1]
LANGUAGE = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")


class Feature(NamedTuple):
    """One line of features.toml."""

    group: str
    name: str
    cases: tuple[str, ...]
    shown: str


def features() -> list[Feature]:
    index = tomllib.loads((STATEMENTS / "features.toml").read_text(encoding="utf-8"))
    return [
        Feature(group, name, tuple(entry["cases"]), entry.get("shown", re.escape(name)))
        for group, entries in index.items()
        for name, entry in entries.items()
    ]


FEATURES = features()


def program(case: str) -> str:
    return (STATEMENTS / case / "program.cbl").read_text(encoding="latin-1")


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
def test_a_feature_is_used_by_its_cases(feature: Feature) -> None:
    assert feature.cases
    for case in feature.cases:
        assert re.search(feature.shown, program(case), re.IGNORECASE), f"{case} does not show {feature.name}"


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
def test_the_guide_names_a_feature_under_its_heading(feature: Feature) -> None:
    section = LANGUAGE.partition(f"\n### {feature.group}\n")[2].partition("\n##")[0]
    assert f"`{feature.name}`" in section or f"- {feature.name}" in section


def test_every_converted_intrinsic_function_is_tried() -> None:
    cases = "\n".join(path.read_text(encoding="latin-1") for path in STATEMENTS.glob("*/*/program.cbl"))
    batches = "\n".join(
        path.read_text(encoding="utf-8") for path in Path(ROOT / "tests" / "functions").glob("test_*.py")
    )
    untried = [
        name
        for name, intrinsic in INTRINSICS.items()
        if not intrinsic.unsupported
        and not re.search(rf"FUNCTION\s+{name}(?![\w-])", cases, re.IGNORECASE)
        and not re.search(rf"[\"' ]{name}[\"'(]", batches)
    ]
    assert untried == []
