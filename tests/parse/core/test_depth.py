"""Nesting has no limit in the parser."""

from __future__ import annotations

import pytest

from cobol_parser.dump import dump_ast
from tests.parse.core.reading import messages, read

_HEAD = (
    "PROGRAM-ID. T. DATA DIVISION. WORKING-STORAGE SECTION. 01 A PIC 9. 88 C VALUE 1. PROCEDURE DIVISION. "
)
_DEPTH = 2500


@pytest.mark.parametrize(
    "text",
    [
        "IF A = 1 " * _DEPTH + "DISPLAY A " + "END-IF " * _DEPTH + ".",
        "IF A = 1 DISPLAY A ELSE " * _DEPTH + "DISPLAY A.",
        "COMPUTE A = " + "(" * _DEPTH + "A" + ")" * _DEPTH + ".",
        "COMPUTE A = " + "(A + " * _DEPTH + "1" + ")" * _DEPTH + ".",
        "COMPUTE A = " + "- " * _DEPTH + "A.",
        "COMPUTE A = 1" + " + A" * _DEPTH + ".",
        "IF " + "(" * _DEPTH + "A = 1" + ")" * _DEPTH + " DISPLAY A.",
        "IF " + "(A = 1 AND " * _DEPTH + "C" + ")" * _DEPTH + " DISPLAY A.",
        "IF " + "NOT " * _DEPTH + "A = 1 DISPLAY A.",
        "IF A = 1" + " OR 2" * _DEPTH + " DISPLAY A.",
        "DISPLAY " + "A (" * _DEPTH + "1" + ")" * _DEPTH + ".",
        "PERFORM 2 TIMES " * _DEPTH + "DISPLAY A " + "END-PERFORM " * _DEPTH + ".",
    ],
    ids=lambda text: text[:20],
)
def test_deep_nesting_parses_and_dumps(text: str) -> None:
    unit, diagnostics = read(_HEAD + text)
    assert messages(diagnostics) == []
    assert dump_ast(unit).count("\n") > 10


def test_too_deep_abbreviation_is_diagnosed() -> None:
    text = "IF A = " + "(1 OR " * 200 + "2" + ")" * 200 + " DISPLAY A."
    _, diagnostics = read(_HEAD + text)
    assert [item.code for item in diagnostics.items] == ["CBL3006"]


def test_deeply_broken_source_is_diagnosed() -> None:
    _, diagnostics = read(_HEAD + "IF A = 1 " * _DEPTH + "MOVE . DISPLAY A.")
    assert [item.code for item in diagnostics.items] == ["CBL3001"]
