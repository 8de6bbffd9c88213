"""The table of codes, and the word lists of the dialects."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cobol_parser
from cobol_parser import codes
from cobol_parser.codes import ALL, reading, text
from cobol_parser.diagnostics import Diagnostics, Place
from cobol_parser.dialects import DIALECTS

PREFIXES = {
    "reading": "CBL1",
    "text": "CBL2",
    "syntax": "CBL3",
    "names": "CBL4",
    "layout": "CBL5",
    "conversion": "CBL6",
    "environment": "CBL7",
    "internal": "CBL9",
}


@pytest.mark.parametrize(("stage", "prefix"), PREFIXES.items())
def test_a_stage_numbers_its_own_codes(stage: str, prefix: str) -> None:
    for code in getattr(codes, stage).CODES:
        assert re.fullmatch(rf"{prefix}\d{{3}}", code.code)
        assert code.explanation.strip()


def test_the_codes_of_reading_and_text_are_in_use() -> None:
    folder = Path(cobol_parser.__file__).parent
    used = set()
    for path in folder.glob("*.py"):
        used |= set(re.findall(r"\"(CBL[12]\d{3})\"", path.read_text(encoding="utf-8")))
    assert used == {code.code for code in (*reading.CODES, *text.CODES)}


def test_an_unlisted_code_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        Diagnostics().report("CBL0000", Place("a"), "x")


def test_all_holds_every_stage() -> None:
    for stage in PREFIXES:
        assert all(ALL[code.code] is code for code in getattr(codes, stage).CODES)


@pytest.mark.parametrize("name", ["cobol85", "gnucobol", "ibm", "mf"])
def test_word_lists_are_plausible(name: str) -> None:
    dialect = DIALECTS[name]
    assert dialect.name == name
    assert {"MOVE", "PERFORM", "PICTURE", "SECTION", "COPY"} <= dialect.reserved
    assert all(re.fullmatch(r"[A-Z0-9_-]+", word) for word in dialect.reserved | dialect.context)


def test_dialects_differ_where_compilers_do() -> None:
    assert "EJECT" in DIALECTS["ibm"].reserved
    assert "EJECT" not in DIALECTS["cobol85"].reserved
    assert "GOBACK" not in DIALECTS["cobol85"].reserved
    assert "GOBACK" in DIALECTS["gnucobol"].reserved
    assert not DIALECTS["ibm"].binary_truncate
