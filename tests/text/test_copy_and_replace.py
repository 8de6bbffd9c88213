"""COPY and REPLACE: what comes out, and that GnuCOBOL agrees.

GnuCOBOL 3.1.2 differs in two places. When a longer match fails half-way, it passes on all words looked at so far,
though a match may begin at one of them. And text that came in by COPY REPLACING is not seen by a REPLACE statement. The
standard (XII 1: COPY first, then REPLACE on the result), other compilers and later GnuCOBOL do as we do.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from cobol_parser.diagnostics import Diagnostics
from cobol_parser.text_manipulation import SourceText, TextOptions, expand
from tests.text.preprocessor import preprocessed, spelled
from tests.text.reading import area


@dataclass(frozen=True)
class Case:
    """`main` copies C.cpy (`library`), which may copy D.cpy (`nested`); `words` is what comes out."""

    name: str
    main: tuple[str, ...]
    library: tuple[str, ...]
    words: str
    nested: tuple[str, ...] = ()


CASES = (
    Case("plain", ("A. COPY C. B.",), ("X.",), "A . X . B ."),
    Case("quoted", ("COPY 'C.cpy'.", 'COPY "C.cpy".'), ("X.",), "X . X ."),
    Case("unquoted with extension", ("COPY C.CPY.",), ("X.",), "X ."),
    Case(
        "in the middle of a sentence",
        ("IF A = B COPY C. MOVE X TO Y.",),
        ("AND D",),
        "IF A = B AND D MOVE X TO Y .",
    ),
    Case("SUPPRESS", ("COPY C SUPPRESS REPLACING A BY B.",), ("A",), "B"),
    Case(
        "partial words between colons",
        ("COPY C REPLACING ==:TAG:== BY ==WS==.",),
        ("01 :TAG:-REC.", "05 A-:TAG: PIC X.", "05 :TAG: PIC X(3).", "05 X-:TAG:-Y."),
        "01 WS-REC . 05 A-WS PIC X . 05 WS PIC X(3) . 05 X-WS-Y .",
    ),
    Case(
        "partial words between parentheses",
        ("COPY C REPLACING ==(TAG)== BY ==WS==.",),
        ("01 (TAG)-REC.", "05 A(TAG)B PIC X."),
        "01 WS-REC . 05 AWSB PIC X .",
    ),
    Case(
        "inside a PICTURE",
        ("COPY C REPLACING ==:N:== BY ==5== ==:P:== BY ==S9(4)V99 COMP-3==.",),
        ("05 A PIC X(:N:).", "05 C PIC :P:.", "05 D PIC :P: VALUE 1."),
        "05 A PIC X(5) . 05 C PIC S9(4)V99 COMP-3 . 05 D PIC S9(4)V99 COMP-3 VALUE 1 .",
    ),
    Case(
        "inside a PICTURE with parentheses",
        ("COPY C REPLACING ==(N)== BY ==(7)==.",),
        ("05 B PIC 9(N)V9(N).",),
        "05 B PIC 9(7)V9(7) .",
    ),
    Case(
        "a PICTURE and its word",
        ("COPY C REPLACING ==PIC X(5)== BY ==PIC 9(3)== ==:K:== BY ==PIC==.",),
        ("05 A PIC X(5).", "05 B PIC X(55).", "05 C :K: X(2)."),
        "05 A PIC 9(3) . 05 B PIC X(55) . 05 C PIC X(2) .",
    ),
    Case(
        "words, literals and numbers as operands",
        ("COPY C REPLACING A BY B, 'x' BY 'y'; 5 BY 6 +1 BY -1.",),
        ("MOVE A TO A-B 'x' AA 5 55 5.0 -5 +1.",),
        "MOVE B TO A-B 'y' AA 6 55 5.0 - 5 - 1 .",
    ),
    Case(
        "identifiers as operands",
        ("COPY C REPLACING A OF B BY C A(1) BY D.",),
        ("MOVE A OF B TO A ( 1 ) MOVE A IN B TO A(1).",),
        "MOVE C TO D MOVE A IN B TO D .",
    ),
    Case(
        "LEADING and TRAILING",
        (
            "COPY C REPLACING LEADING ==WS-== BY ==LS-==",
            "TRAILING ==-X== BY ==-Y== LEADING ==OLD-== BY ====.",
        ),
        ("MOVE WS-A TO B-WS-C MOVE Q-X TO OLD-Q.",),
        "MOVE LS-A TO B-WS-C MOVE Q-Y TO Q .",
    ),
    Case(
        "case and line breaks do not matter",
        ("COPY C REPLACING ==Move a== BY ==SET B==.",),
        ("MOVE", "       A TO C.", "MOVE", "A."),
        "SET B TO C . SET B .",
    ),
    Case(
        "deletion",
        ("COPY C REPLACING ==DEL ME== BY ====.",),
        ("MOVE DEL ME A. DEL MEX.",),
        "MOVE A . DEL MEX .",
    ),
    Case(
        "a comma inside does not matter",
        ("COPY C REPLACING ==A B== BY ==X==.",),
        ("MOVE A, B C. MOVE A; B.",),
        "MOVE X C . MOVE X .",
    ),
    Case("the first matching pair counts", ("COPY C REPLACING A BY B B BY C.",), ("A B C",), "B C C"),
    Case(
        "replacing goes on in nested copies",
        ("COPY C REPLACING A BY B.",),
        ("A.", "COPY D.", "A."),
        "B . B X . B .",
        nested=("A X.",),
    ),
    Case(
        "the inner REPLACING of nested copies comes first",
        ("COPY C REPLACING A BY B X BY Y.",),
        ("A.", "COPY D REPLACING A BY Q.", "A."),
        "B . Q Y Z . B .",
        nested=("A X Z.",),
    ),
    Case(
        "REPLACE until REPLACE OFF",
        ("A.", "REPLACE ==A== BY ==B==.", "MOVE A TO C.", "REPLACE OFF.", "A."),
        (),
        "A . MOVE B TO C . A .",
    ),
    Case(
        "the next REPLACE ends the one before",
        ("REPLACE ==A== BY ==B==.", "A.", "REPLACE ==B== BY ==C==.", "A B."),
        (),
        "B . A C .",
    ),
    Case(
        "REPLACE ALSO and REPLACE LAST OFF",
        ("REPLACE ==A== BY ==B==.", "REPLACE ALSO ==C== BY ==D==.", "A C.", "REPLACE LAST OFF.", "A C."),
        (),
        "B D . B C .",
    ),
    Case("REPLACE reaches into copies", ("REPLACE ==A== BY ==B==.", "COPY C. A."), ("A C.",), "B C . B ."),
    Case("REPLACE in library text lasts beyond it", ("COPY C.", "A."), ("REPLACE ==A== BY ==B==.",), "B ."),
    Case(
        "pseudo-text over several lines",
        ("COPY C REPLACING ==A", "  B== BY", "==C", "  D==."),
        ("MOVE A B.",),
        "MOVE C D .",
    ),
    Case(
        "a literal is not looked into",
        ("COPY C REPLACING ==:T:== BY ==X==.",),
        ("MOVE ':T:' TO :T:.",),
        "MOVE ':T:' TO X .",
    ),
    Case(
        "EXEC blocks are looked into",
        ("COPY C REPLACING ==:T:== BY ==WS==.",),
        ("EXEC SQL A INTO :T:-X ':T:' END-EXEC.",),
        "EXEC SQL A INTO WS-X ':T:' END-EXEC .",
    ),
)
BY_NAME = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "-"))


def expanded(case: Case, folder: Path) -> tuple[SourceText, Diagnostics]:
    for name, lines in (
        ("main.cbl", case.main),
        ("C.cpy", case.library),
        ("C.CPY", case.library),
        ("D.cpy", case.nested),
    ):
        (folder / name).write_text(area(*lines) or "\n")
    diagnostics = Diagnostics()
    return expand(str(folder / "main.cbl"), TextOptions(format="fixed"), diagnostics), diagnostics


@BY_NAME
def test_expansion(case: Case, tmp_path: Path) -> None:
    source, diagnostics = expanded(case, tmp_path)
    assert not diagnostics.items
    assert " ".join(spelled(source.tokens)) == case.words


@pytest.mark.cobc
@BY_NAME
def test_expansion_is_that_of_gnucobol(case: Case, tmp_path: Path) -> None:
    source, _ = expanded(case, tmp_path)
    assert spelled(source.tokens) == preprocessed(tmp_path / "main.cbl")


def test_replace_sees_what_copy_replacing_brought_in(tmp_path: Path) -> None:
    case = Case("", ("REPLACE ==B== BY ==C==.", "COPY C REPLACING A BY B."), ("A B.",), "")
    assert spelled(expanded(case, tmp_path)[0].tokens) == ["C", "C", "."]


@pytest.mark.cobc
def test_replace_after_copy_replacing_differs_in_gnucobol(tmp_path: Path) -> None:
    case = Case("", ("REPLACE ==B== BY ==C==.", "COPY C REPLACING A BY B."), ("A B.",), "")
    expanded(case, tmp_path)
    assert preprocessed(tmp_path / "main.cbl") == ["B", "C", "."]  # FIXME of GnuCOBOL 3.1.2, not of ours


def test_a_match_may_begin_inside_one_that_failed(tmp_path: Path) -> None:
    case = Case("", ("COPY C REPLACING ==A B C== BY ==X== ==B== BY ==Y==.",), ("A B D.",), "")
    assert spelled(expanded(case, tmp_path)[0].tokens) == ["A", "Y", "D", "."]


@pytest.mark.cobc
def test_gnucobol_misses_a_match_inside_one_that_failed(tmp_path: Path) -> None:
    case = Case("", ("COPY C REPLACING ==A B C== BY ==X== ==B== BY ==Y==.",), ("A B D.",), "")
    expanded(case, tmp_path)
    assert preprocessed(tmp_path / "main.cbl") == ["A", "B", "D", "."]  # FIXME of GnuCOBOL 3.1.2, not of ours


def test_new_text_has_the_place_of_what_it_replaces(tmp_path: Path) -> None:
    case = Case("", ("COPY C REPLACING ==:T:== BY ==LONG WORDS==.",), ("MOVE A-:T:-B TO C.",), "")
    source, _ = expanded(case, tmp_path)
    long, words, to = source.tokens[1:4]
    assert (long.text, long.line, long.column, long.end_column) == ("A-LONG", 1, 13, 18)
    assert (words.text, words.line, words.column, words.end_column) == ("WORDS-B", 1, 15, 20)
    assert (to.text, to.column) == ("TO", 21)
    assert long.inclusion.file.path.endswith("C.cpy")
    assert long.inclusion.copied_at is not None
    assert long.inclusion.copied_at.inclusion.file.path.endswith("main.cbl")


def test_comments_survive_copying_and_replacing(tmp_path: Path) -> None:
    (tmp_path / "main.cbl").write_text(
        "      * before copy\n       COPY C REPLACING A BY B ==GONE== BY ====.\n       END-MAIN.\n"
    )
    (tmp_path / "C.cpy").write_text(
        "      * in copy\n       A\n      * of gone\n       GONE\n       C.\n      * last\n"
    )
    source = expand(str(tmp_path / "main.cbl"), TextOptions(), Diagnostics())
    comments = {token.text: token.comments for token in source.tokens if token.comments}
    assert comments == {"B": (" before copy", " in copy"), "C": (" of gone",), "END-MAIN": (" last",)}


def test_area_a_survives_replacing(tmp_path: Path) -> None:
    source, _ = expanded(
        Case("", ("COPY C REPLACING ==:T:== BY ==X==.",), (":T:-PARA.", "    :T:-B."), ""), tmp_path
    )
    assert [(token.text, token.area_a) for token in source.tokens if token.type == "WORD"] == [
        ("X-PARA", True),
        ("X-B", False),
    ]


def test_a_pseudo_text_with_a_sign_matches_only_the_sign_with_its_number(tmp_path: Path) -> None:
    source, _ = expanded(Case("", ("COPY C REPLACING 1 BY 2.",), ("A 1 -1 +1 X-1.",), ""), tmp_path)
    assert spelled(source.tokens) == ["A", "2", "-", "1", "+", "1", "X-1", "."]


def test_inclusions_are_listed_in_order(tmp_path: Path) -> None:
    source, _ = expanded(Case("", ("COPY C.", "COPY D."), ("COPY D.",), "", nested=("X.",)), tmp_path)
    assert [Path(inclusion.file.path).name for inclusion in source.inclusions] == [
        "main.cbl",
        "C.cpy",
        "D.cpy",
        "D.cpy",
    ]
