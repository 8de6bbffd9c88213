"""Comparisons with the original in the review."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import HELLO, cobolift, write
from transpiler.review.evidence import BadParity, Parity, read_parity

RUN = {"source": "p.cbl", "oracle": "GnuCOBOL 3.1.2", "bytes_compared": 1200, "differences": 0}


def parity(folder: Path, *runs: dict[str, Any]) -> Parity:
    record = json.dumps({"version": 1, "comparisons": runs})
    write(folder, {"p.cbl": HELLO, "cobolift-parity.json": record})
    (found,) = read_parity([folder / "cobolift-parity.json"]).values()
    return found


def test_runs_without_a_difference_are_good(tmp_path: Path) -> None:
    digest = hashlib.sha256(HELLO.encode()).hexdigest()
    found = parity(tmp_path, RUN, {**RUN, "sha256": digest})
    assert found == Parity(True, "2 runs compared with GnuCOBOL 3.1.2: 2,400 bytes, no difference")


def test_a_difference_is_told(tmp_path: Path) -> None:
    found = parity(tmp_path, RUN, {**RUN, "differences": 3})
    assert found == Parity(False, "2 runs compared with GnuCOBOL 3.1.2: 3 differences")


def test_a_comparison_of_another_source_is_not_good(tmp_path: Path) -> None:
    found = parity(tmp_path, {**RUN, "sha256": "0" * 64})
    assert found == Parity(False, "1 run compared with GnuCOBOL 3.1.2, before the source changed")


def test_nothing_compared_is_not_good(tmp_path: Path) -> None:
    assert not parity(tmp_path, {**RUN, "bytes_compared": 0}).good


def test_a_file_that_is_no_record_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"x.json": "{}"})
    with pytest.raises(BadParity):
        read_parity([tmp_path / "x.json"])


def test_the_page_of_a_compared_program_says_so(tmp_path: Path) -> None:
    parity(tmp_path / "src", RUN)
    cobolift("convert", tmp_path / "src", "-o", tmp_path / "out", "-q")
    cobolift("review", tmp_path / "src", tmp_path / "out", "-o", tmp_path / "pages")
    page = (tmp_path / "pages" / "p.html").read_text(encoding="utf-8")
    assert '"parity":[true,"1 run compared with GnuCOBOL 3.1.2: 1,200 bytes, no difference"]' in page


def test_programs_without_a_page_are_told(tmp_path: Path) -> None:
    write(tmp_path, {"src/p.cbl": HELLO, "src/none.cbl": "", "out/.keep": ""})
    result = cobolift("review", tmp_path / "src", tmp_path / "out", "-o", tmp_path / "pages")
    assert "p.cbl: no page: no module p.py: convert first" in result.output
    assert "none.cbl: no page: not converted" in result.output
    assert "0 pages" in result.output
    assert "convert first" in (tmp_path / "pages" / "index.html").read_text(encoding="utf-8")
