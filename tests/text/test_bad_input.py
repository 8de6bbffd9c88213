"""Whatever is wrong with a text is a diagnostic at the right place, and reading goes on."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cobol_parser.codes import ALL
from cobol_parser.diagnostics import Diagnostic, Diagnostics
from cobol_parser.text_manipulation import TextOptions, expand
from tests.text.preprocessor import preprocessed, spelled
from tests.text.reading import FIXED, FREE, area, codes, read


def only(diagnostics: Diagnostics) -> Diagnostic:
    assert len(diagnostics) == 1, [item.message for item in diagnostics]
    return diagnostics.items[0]


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "words"),
    [
        ("           MOVE 'ABC TO B.\n           C.\n", "CBL2001", 1, 17, "MOVE 'ABC TO B.' C ."),
        ("           MOVE ^A TO B.\n", "CBL2002", 1, 17, "MOVE A TO B ."),
        ("           MOVE “A TO B.\n", "CBL2002", 1, 17, "MOVE A TO B ."),
        ("      XMOVE A TO B.\n       C.\n", "CBL1010", 1, 7, "C ."),
        ("    IF A = 1 MOVE B TO C.\n", "CBL1011", 1, 5, "A = 1 MOVE B TO C ."),
        ("      -    A.\n", "CBL1013", 1, 7, "A ."),
        ("       MOVE 'A\n      -    B' TO C.\n", "CBL1014", 2, 12, None),
        ("       A.\n<<<<<<< HEAD\n       B.\n", "CBL1015", 2, 1, "A . B ."),
        ("       A.\n=======\n       B.\n", "CBL1015", 2, 1, "A . B ."),
        ("       A.\n>>>>>>> other\n       B.\n", "CBL1015", 2, 1, "A . B ."),
        ("           EXEC SQL SELECT.\n           MOVE A TO B.\n", "CBL2003", 1, 12, None),
        ("           COPY.\n           A.\n", "CBL2011", 1, 16, "A ."),
        ("           COPY 5 OF.\n           A.\n", "CBL2011", 1, 21, "A ."),
        ("           COPY X REPLACING ==A BY B.\n       A.\n", "CBL2014", 1, 29, "A ."),
        ("           COPY X REPLACING ==A BY ==B==.\n       A.\n", "CBL2015", 1, 38, "A ."),
        ("           COPY X REPLACING ==A== ==B==.\n       A.\n", "CBL2015", 1, 35, "A ."),
        ("           COPY X REPLACING ==A== BY.\n       A.\n", "CBL2015", 1, 37, "A ."),
        ("           COPY X REPLACING ==== BY ==B==.\n       A.\n", "CBL2015", 1, 29, "A ."),
        ("           COPY X REPLACING LEADING ==A B== BY C.\n       A.\n", "CBL2015", 1, 29, "A ."),
        ("           REPLACE ==A== BY ==B==\n       A.\n", "CBL2015", 2, 9, ""),
        ("           REPLACE LAST.\n       A.\n", "CBL2015", 1, 24, "A ."),
        ("           COPY '/etc/passwd'.\n       A.\n", "CBL2013", 1, 17, "A ."),
        ("           COPY '../../../etc/passwd'.\n       A.\n", "CBL2013", 1, 17, "A ."),
        ("           COPY 'C:\\X.CPY'.\n       A.\n", "CBL2013", 1, 17, "A ."),
        ("       >>IF X DEFINED\n       A.\n", "CBL2031", 1, 8, ""),
        ("       >>END-IF\n       A.\n", "CBL2031", 1, 8, "A ."),
        ("       >>ELSE\n       A.\n", "CBL2031", 1, 8, "A ."),
        ("       >>WHEN 1\n       A.\n", "CBL2031", 1, 8, "A ."),
        ("       >>EVALUATE 1\n       A.\n", "CBL2031", 1, 8, ""),
        ("       >>IF X IS\n       A.\n       >>END-IF\n", "CBL2032", 1, 8, ""),
        ("       >>IF ( X DEFINED\n       A.\n       >>END-IF\n", "CBL2032", 1, 8, ""),
        ("       >>DEFINE\n       A.\n", "CBL2032", 1, 8, "A ."),
        ("       >>SOURCE FORMAT IS LOOSE\n       A.\n", "CBL2032", 1, 8, "A ."),
        ("       >>\n       A.\n", "CBL2030", 1, 8, "A ."),
    ],
)
def test_a_mistake_is_reported_at_its_place(
    text: str, code: str, line: int | None, column: int | None, words: str | None
) -> None:
    source, diagnostics = read(text)
    found = only(diagnostics)
    assert found.code == code
    if line is not None:
        assert (found.line, found.column) == (line, column)
    if words is not None:
        assert " ".join(spelled(source.tokens)) == words


def test_mistakes_in_free_form() -> None:
    source, diagnostics = read("MOVE 'A TO B.\n<<<<<<< x\nC.\n", FREE)
    assert codes(diagnostics) == ["CBL2001", "CBL1015"]
    assert spelled(source.tokens) == ["MOVE", "'A TO B.'", "C", "."]
    assert "column 7" not in (diagnostics.items[0].help or "")


def test_a_literal_cut_by_the_margin_is_explained() -> None:
    _, diagnostics = read("       DISPLAY '" + "X" * 60 + "'.\n", dataclasses.replace(FIXED, format="fixed"))
    literal = next(item for item in diagnostics if item.code == "CBL2001")
    assert literal.help is not None
    assert "column 72" in literal.help


def test_a_copy_without_full_stop_is_carried_out(tmp_path: Path) -> None:
    (tmp_path / "C.cpy").write_text(area("X."))
    source, diagnostics = read(
        area("COPY C", "MOVE A TO B."), dataclasses.replace(FIXED, library_folders=(str(tmp_path),))
    )
    assert codes(diagnostics) == ["CBL2011"]
    assert spelled(source.tokens) == ["X", ".", "MOVE", "A", "TO", "B", "."]


def test_a_missing_copybook_is_listed_with_folders_and_near_names(tmp_path: Path) -> None:
    (tmp_path / "CUSTREC.CPY").write_text(area("X."))
    source, diagnostics = read(
        area("A.", "    COPY CUSTRECS IN PRODLIB.", "B."),
        dataclasses.replace(FIXED, library_folders=(str(tmp_path),)),
    )
    found = only(diagnostics)
    assert (found.code, found.line, found.column, found.end_column) == ("CBL2010", 2, 17, 25)
    assert str(tmp_path) in found.notes[0]
    assert "CUSTREC.CPY" in (found.help or "")
    assert spelled(source.tokens) == ["A", ".", "B", "."]
    assert [(missing.name, missing.library) for missing in source.missing] == [("CUSTRECS", "PRODLIB")]


def test_circular_copies_are_cut(tmp_path: Path) -> None:
    (tmp_path / "C.cpy").write_text(area("X.", "COPY D.", "Y."))
    (tmp_path / "D.cpy").write_text(area("COPY C.", "Z."))
    main = tmp_path / "main.cbl"
    main.write_text(area("COPY C."))
    diagnostics = Diagnostics()
    source = expand(str(main), FIXED, diagnostics)
    found = only(diagnostics)
    assert (found.code, Path(found.path).name, found.line) == ("CBL2012", "D.cpy", 1)
    assert [Path(path).name for path, _ in found.copy_chain] == ["C.cpy", "main.cbl"]
    assert spelled(source.tokens) == ["X", ".", "Z", ".", "Y", "."]


def test_copies_that_explode_are_stopped(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"C{number}.cpy").write_text(area(*[f"COPY C{number + 1}."] * 10))
    (tmp_path / "C20.cpy").write_text(area("X."))
    (tmp_path / "main.cbl").write_text(area("COPY C0."))
    diagnostics = Diagnostics()
    expand(str(tmp_path / "main.cbl"), FIXED, diagnostics)
    assert "CBL2018" in codes(diagnostics)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: None, "CBL1001"),
        (lambda path: path.mkdir(), "CBL1002"),
        (lambda path: path.write_bytes(b""), "CBL1003"),
        (lambda path: path.write_bytes(b" \n\n\t\n"), "CBL1003"),
        (lambda path: path.write_bytes(bytes(range(256)) * 8), "CBL1004"),
    ],
)
def test_a_file_that_is_no_source_is_one_diagnostic(
    make: Callable[[Path], object], code: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.cbl"
    make(path)
    diagnostics = Diagnostics()
    source = expand(str(path), TextOptions(), diagnostics)
    assert codes(diagnostics) == [code]
    assert only(diagnostics).path == str(path)
    assert [token.type for token in source.tokens] == ["$END"]


def test_an_unknown_encoding_is_one_diagnostic(tmp_path: Path) -> None:
    (tmp_path / "a.cbl").write_text(area("A."))
    diagnostics = Diagnostics()
    expand(str(tmp_path / "a.cbl"), TextOptions(encoding="ebcdix"), diagnostics)
    assert codes(diagnostics) == ["CBL1006"]


@pytest.mark.cobc
@pytest.mark.parametrize(
    "text",
    ["      XMOVE A TO B.\n       C.\n", "       A.\n=======\n       B.\n", "    IF A = 1 MOVE B TO C.\n"],
)
def test_gnucobol_leaves_out_the_same_text(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.cbl").write_text(text)
    assert spelled(read(text)[0].tokens) == preprocessed(tmp_path / "a.cbl")


PIECES = st.sampled_from(
    [
        *[
            "COPY",
            "REPLACE",
            "REPLACING",
            "BY",
            "==",
            "'",
            '"',
            ".",
            ",",
            "(",
            ")",
            "PIC",
            "IS",
            "X(5)",
            "EXEC SQL",
        ],
        *[
            "END-EXEC",
            "A",
            ":T:",
            "LEADING",
            "OFF",
            ">>IF",
            ">>ELSE",
            ">>END-IF",
            ">>DEFINE X",
            ">>SOURCE FREE",
            "*>",
        ],
        *[
            "\n",
            "\n       ",
            "\n      -",
            "\n      *",
            "\n      D",
            "\n      $",
            "\t",
            "\x00",
            "é",
            "-",
            "5",
            "1.5",
            "++INCLUDE",
        ],
        *[
            "AUTHOR.",
            "ID DIVISION.",
            "DATA DIVISION.",
            "DECIMAL-POINT IS COMMA",
            "-INC",
            "CBL",
            "TITLE",
            "EJECT",
            "&",
            "DEBUGGING MODE",
        ],
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40), st.sampled_from(["fixed", "free", "variable", "auto"]))
def test_no_text_raises(pieces: list[str], form: str) -> None:
    text = " ".join(pieces)
    source, diagnostics = read(text, TextOptions(format=form))
    assert source.tokens[-1].type == "$END"
    assert all(item.code in ALL for item in diagnostics)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.cbl")
        path.write_bytes(data)
        assert expand(str(path), TextOptions(), Diagnostics()).tokens[-1].type == "$END"
