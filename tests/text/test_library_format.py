"""The reference format of library text and of literals that go on in the next line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobol_parser.diagnostics import Diagnostics
from cobol_parser.reference_format import library_format
from cobol_parser.text_manipulation import expand, expand_text
from cobol_parser.text_options import TextOptions

FREE = "identification division.\nprogram-id. p.\nprocedure division.\ncopy part.\nstop run.\n"


@pytest.mark.parametrize(
    "part",
    [
        "       01 indented-by-seven pic x.\n",
        "      display 'six'\n",
        "           move 1 to a-long-name-in-free-format\n",
    ],
)
def test_a_copybook_of_a_free_form_program_is_free_form(part: str, tmp_path: Path) -> None:
    (tmp_path / "p.cob").write_text(FREE)
    (tmp_path / "part.cpy").write_text(part)
    diagnostics = Diagnostics()
    source = expand(str(tmp_path / "p.cob"), TextOptions(), diagnostics)
    assert [inclusion.file.reference_format for inclusion in source.inclusions] == ["free", "free"]
    assert not list(diagnostics)


def test_text_that_cannot_be_free_form_is_fixed() -> None:
    assert library_format(("000100 01  A PIC X.",), "free") == "fixed"
    assert library_format(("      * a comment line", "       01 A PIC X."), "free") == "fixed"
    assert library_format(("      *> inline comments are in both",), "free") == "free"


def test_text_copied_by_fixed_form_is_fixed_unless_it_shows_another() -> None:
    assert library_format(("           MOVE 1 TO A.",), "fixed") == "fixed"
    assert library_format(("       01 A PIC X.",), "variable") == "variable"
    assert library_format(("01 A PIC X.", "01 B PIC X."), "fixed") == "free"


@pytest.mark.parametrize("form", ["fixed", "free"])
def test_a_floating_hyphen_joins_literals(form: str) -> None:
    text = '           DISPLAY "one"-\n               "two" -\n               1.\n'
    source = expand_text(text, TextOptions(format=form))
    assert [token.text for token in source.tokens] == ["DISPLAY", '"onetwo"', "-", "1", ".", ""]


def test_definitions_given_from_outside_decide_conditions() -> None:
    text = "       >>IF LEVEL > 2\n           A\n       >>ELSE\n           B\n       >>END-IF\n"
    for level, word in (("3", "A"), ("1", "B")):
        source = expand_text(text, TextOptions(definitions={"level": level}))
        assert [token.text for token in source.tokens] == [word, ""]
