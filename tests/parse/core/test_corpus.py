"""The programs of the COBOL-85 validation suite parse without an error. CCVS85_DIR names the folder with its src/."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cobol_parser.diagnostics import Diagnostics
from cobol_parser.dialects import DIALECTS
from cobol_parser.parser import parse
from cobol_parser.text_manipulation import expand
from cobol_parser.text_options import TextOptions
from tests.parse.core.reading import errors

_NAMED = os.environ.get("CCVS85_DIR")
_MODULES = ("CM", "DB", "IC", "IF", "IX", "NC", "OB", "RL", "RW", "SG", "SM", "SQ", "ST")


@pytest.mark.parametrize("module", _MODULES)
def test_validation_suite_parses(module: str) -> None:
    if not _NAMED:
        pytest.skip("CCVS85_DIR is not set: it names an unpacked COBOL-85 validation suite")
    root = Path(_NAMED) / "src"
    options = TextOptions(
        dialect=DIALECTS["cobol85"], library_folders=(str(root / "copy"), str(root / "copyalt"))
    )
    bad: dict[str, list[str]] = {}
    programs = sorted(path for path in (root / module).rglob("*") if path.suffix in (".CBL", ".SUB"))
    assert programs
    for path in programs:
        diagnostics = Diagnostics()
        parse(expand(str(path), options, diagnostics), options.dialect, diagnostics)
        if diagnostics.has_errors:
            bad[path.name] = errors(diagnostics)
    assert bad == {}
