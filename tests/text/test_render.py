"""Diagnostics as people see them."""

from __future__ import annotations

from pathlib import Path

from cobol_parser.diagnostics import Diagnostic, Diagnostics, Place, Severity, place_in
from cobol_parser.render import render, render_rich, summarize
from cobol_parser.source import Inclusion, SourceFile, Span
from cobol_parser.text_manipulation import TextOptions, expand
from tests.text.reading import area, read


def shown(line: str, column: int, end_column: int, label: str = "") -> list[str]:
    diagnostic = Diagnostic(
        "CBL2002", Severity.ERROR, "odd", "A.cbl", 212, column, end_column, label, source_line=line
    )
    return render(diagnostic).splitlines()


def test_a_diagnostic_in_full(tmp_path: Path) -> None:
    (tmp_path / "STEPS.cpy").write_text("       MOVE ^A TO B.\n")
    (tmp_path / "MAIN.cbl").write_text("\n" * 9 + area("    COPY STEPS."))
    diagnostics = Diagnostics()
    expand(str(tmp_path / "MAIN.cbl"), TextOptions(), diagnostics)
    assert render(diagnostics.items[0]).replace(f"{tmp_path}/", "") == (
        "error[CBL2002]: ^ has no meaning in COBOL; it was left out\n"
        " --> STEPS.cpy:1:13\n"
        "  |\n"
        "1 |        MOVE ^A TO B.\n"
        "  |             ^\n"
        "  = note: copied at MAIN.cbl:10\n"
        "  = help: see `cobolift explain CBL2002`"
    )


def test_carets_stand_under_the_text() -> None:
    assert shown("           ALTER X.", 12, 17, "chosen while the program runs")[3:5] == [
        "212 |            ALTER X.",
        "    |            ^^^^^ chosen while the program runs",
    ]


def test_tabs_and_wide_characters_keep_carets_aligned() -> None:
    assert shown("\tMOVE\tX", 7, 8)[3:5] == ["212 |         MOVE    X", "    |                 ^"]
    assert shown("'日本' ^", 6, 7)[3:5] == ["212 | '日本' ^", "    |        ^"]
    assert shown("日本", 1, 3)[4] == "    | ^^^^"


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in render(
        Diagnostic("CBL2002", Severity.ERROR, "a\x1b[2J", "A\x1b", 1, 1, 2, source_line="\x1b[")
    )


def test_a_long_line_is_cut_around_the_place() -> None:
    line, carets = shown("A" * 500 + "B" + "C" * 500, 501, 502)[3:5]
    assert len(line) < 180
    assert line[carets.index("^")] == "B"


def test_a_file_has_no_line() -> None:
    diagnostics = Diagnostics()
    diagnostics.report("CBL1003", Place("A.cbl"), "A.cbl is empty", notes=("first",), help="fill it.")
    assert render(diagnostics.items[0]).splitlines() == [
        "error[CBL1003]: A.cbl is empty",
        " --> A.cbl",
        "  = note: first",
        "  = help: fill it; see `cobolift explain CBL1003`",
    ]


def test_a_line_has_no_carets() -> None:
    source = Inclusion(SourceFile("A.cbl", ("", "  EJECT")))
    diagnostics = Diagnostics()
    diagnostics.report("CBL2033", place_in(source, 2), "left out")
    assert render(diagnostics.items[0]).splitlines()[1:4] == [" --> A.cbl:2", "  |", "2 |   EJECT"]


def test_a_span_is_marked_to_its_end_unless_it_is_on_another_line() -> None:
    tokens = read(area("MOVE A", "TO B."))[0].tokens
    diagnostics = Diagnostics()
    diagnostics.report("CBL2002", Span(tokens[0], tokens[1]), "x")
    diagnostics.report("CBL2002", Span(tokens[0], tokens[3]), "x")
    diagnostics.report("CBL2002", tokens[2], "x", severity=Severity.WARNING)
    assert [(item.line, item.column, item.end_column) for item in diagnostics] == [
        (1, 8, 14),
        (1, 8, 12),
        (2, 8, 10),
    ]
    assert summarize(diagnostics) == "2 errors, 1 warning"
    assert diagnostics.has_errors


def test_colours_change_no_character() -> None:
    diagnostic = Diagnostic("CBL2002", Severity.WARNING, "odd", "A.cbl", 2, 3, 5, "here", source_line="  XY")
    text = render_rich(diagnostic)
    assert text.plain == render(diagnostic)
    assert any("yellow" in str(span.style) for span in text.spans)
