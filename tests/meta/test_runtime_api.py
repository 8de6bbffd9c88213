"""The converter's list of runtime names agrees with the runtime."""

from __future__ import annotations

from importlib.util import find_spec

import cobol_runtime
from cobol_runtime import markup, reports
from transpiler.runtime_api import MARKUP_NAMES, PROGRAM_MEMBERS, RECORD_MEMBERS, REPORT_NAMES, RUNTIME_NAMES


def test_every_name_that_generated_code_may_import_exists() -> None:
    missing = sorted(
        name
        for name in RUNTIME_NAMES
        if not hasattr(cobol_runtime, name) and find_spec(f"cobol_runtime.{name}") is None
    )
    assert not missing
    assert set(reports.__all__) >= REPORT_NAMES
    assert set(markup.__all__) >= MARKUP_NAMES


def test_paragraphs_cannot_hide_a_member_of_program() -> None:
    public = {name for name in dir(cobol_runtime.Program) if not name.startswith("_")}
    assert public <= PROGRAM_MEMBERS


def test_fields_cannot_hide_a_member_of_record() -> None:
    public = {name for name in dir(cobol_runtime.Record) if not name.startswith("_")}
    assert public <= RECORD_MEMBERS
