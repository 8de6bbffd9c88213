"""A large application of strangers is read without a false alarm, and every token stands where it says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cobol_parser.diagnostics import Diagnostics
from cobol_parser.dialects import DIALECTS
from cobol_parser.text_manipulation import TextOptions, expand

SUPPLIED_BY_THE_SYSTEM = ("DFHAID", "DFHBMSCA", "CMQ", "DLIUIB")


@pytest.fixture(scope="module")
def application() -> Path:
    named = os.environ.get("CARDDEMO_DIR")
    if not named:
        pytest.skip("CARDDEMO_DIR is not set: it names a checkout of aws-mainframe-modernization-carddemo")
    return Path(named) / "app"


def test_the_application_is_read_without_false_alarms(application: Path) -> None:
    paths = [path for path in application.rglob("*") if path.is_file()]
    folders = tuple(sorted({str(path.parent) for path in paths if path.suffix.lower() in (".cpy", ".dcl")}))
    options = TextOptions(dialect=DIALECTS["ibm"], library_folders=folders)
    programs = sorted(path for path in paths if path.suffix.lower() == ".cbl")
    assert programs
    for path in programs:
        diagnostics = Diagnostics()
        source = expand(str(path), options, diagnostics)
        assert all(missing.name.startswith(SUPPLIED_BY_THE_SYSTEM) for missing in source.missing)
        assert {item.code for item in diagnostics} <= {"CBL2010", "CBL1016"}
        for token in source.tokens:
            if token.line == token.end_line and token.inclusion.copied_at is None:
                line = token.inclusion.file.lines[token.line - 1]
                assert line[token.column - 1 : token.end_column - 1] == token.text
