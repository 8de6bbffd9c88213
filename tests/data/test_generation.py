"""`cobolift data generate`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.data.tools import EVERY_USAGE, done, shapes_of
from transpiler.data.generation import Generator
from transpiler.data.rows import Rows


def test_the_seed_decides_the_records(tmp_path: Path) -> None:
    files = [tmp_path / name for name in "abc"]
    for path, seed in zip(files, (1, 1, 2), strict=True):
        done("generate", "-c", EVERY_USAGE, "-n", 20, "--seed", seed, "-o", path, "--hostile")
    one, same, other = (path.read_bytes() for path in files)
    assert one == same
    assert one != other


@pytest.mark.parametrize("page", ["cp037", "cp273", "ascii"])
def test_valid_records_have_no_bad_field(page: str) -> None:
    shapes = shapes_of(EVERY_USAGE, codepage=page, records=("DETAIL-NUMBERS",))
    rows = Rows(shapes, shapes.size)
    for record in Generator(shapes, 7).records(200):
        row = rows.decode(record)
        assert not row.kept
        assert len(row.values["LINES-OF"]) == row.values["LINE-COUNT"]


def test_hostile_records_have_bad_fields_and_are_decoded() -> None:
    shapes = shapes_of(EVERY_USAGE, records=("DETAIL-NUMBERS",))
    rows = Rows(shapes)
    found = [rows.decode(record) for record in Generator(shapes, 7, hostile=True, padded=False).records(300)]
    assert sum(bool(row.bad) for row in found) > 200
    assert any("length" in row.kept for row in found)


def test_the_conditions_of_descriptions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "data"
    choice = ("--when", "REC-TYPE=N:DETAIL-NUMBERS", "--when", "REC-TYPE=T:DETAIL-AREA")
    done("generate", "-c", EVERY_USAGE, *choice, "-n", 30, "-o", path)
    lines = done(
        "view", path, "-c", EVERY_USAGE, *choice, "--codepage", "ascii", "--json"
    ).stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    assert {row["REC-TYPE"] for row in rows} == {"N", "T"}
    assert all(("D-COUNT" in row) == (row["REC-TYPE"] == "N") for row in rows)
