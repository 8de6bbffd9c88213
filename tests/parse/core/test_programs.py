"""Programs, divisions, sections, paragraphs; what may be missing; comments."""

from __future__ import annotations

import pytest

from cobol_parser import ast
from cobol_parser.dump import dump_ast
from tests.parse.core.reading import errors, messages, program, read


def _names(programs: tuple[ast.Program, ...]) -> list[object]:
    return [(node.identification.program_id, _names(node.programs)) for node in programs]


def test_nested_programs() -> None:
    unit, diagnostics = read("""
        IDENTIFICATION DIVISION. PROGRAM-ID. A. PROCEDURE DIVISION. STOP RUN.
        IDENTIFICATION DIVISION. PROGRAM-ID. B COMMON. PROCEDURE DIVISION. EXIT PROGRAM.
        IDENTIFICATION DIVISION. PROGRAM-ID. C. END PROGRAM C. END PROGRAM B.
        IDENTIFICATION DIVISION. PROGRAM-ID. D INITIAL PROGRAM. END PROGRAM D. END PROGRAM A.
        IDENTIFICATION DIVISION. PROGRAM-ID. E IS RECURSIVE. END PROGRAM E.
        """)
    assert messages(diagnostics) == []
    assert _names(unit.programs) == [("A", [("B", [("C", [])]), ("D", [])]), ("E", [])]
    inner = unit.programs[0].programs
    assert inner[0].identification.common
    assert inner[1].identification.initial
    assert unit.programs[1].identification.recursive


def test_programs_without_end_stand_side_by_side() -> None:
    unit, diagnostics = read("""
        PROGRAM-ID. A. PROCEDURE DIVISION. STOP RUN.
        ID DIVISION. PROGRAM-ID. B. PROCEDURE DIVISION. STOP RUN.
        """)
    assert messages(diagnostics) == []
    assert _names(unit.programs) == [("A", []), ("B", [])]


def test_end_of_unknown_program_is_reported() -> None:
    unit, diagnostics = read("PROGRAM-ID. A. PROCEDURE DIVISION. STOP RUN. END PROGRAM B.")
    assert messages(diagnostics) == ["CBL3010 no program B is open here"]
    assert _names(unit.programs) == [("A", [])]


def test_function() -> None:
    unit, diagnostics = read("""
        IDENTIFICATION DIVISION. FUNCTION-ID. TWICE.
        DATA DIVISION. LINKAGE SECTION. 01 X PIC 9. 01 R PIC 9.
        PROCEDURE DIVISION USING X RETURNING R. GOBACK.
        END FUNCTION TWICE.
        """)
    assert messages(diagnostics) == []
    node = unit.programs[0]
    assert node.identification.kind == "FUNCTION"
    assert node.procedure is not None
    assert [parameter.name for parameter in node.procedure.using] == ["X"]
    assert node.procedure.returning == "R"


def test_program_name_may_be_a_literal() -> None:
    unit, _ = read("PROGRAM-ID. 'my-prog'. PROCEDURE DIVISION. STOP RUN. END PROGRAM 'my-prog'.")
    assert _names(unit.programs) == [("my-prog", [])]


def test_comment_paragraphs() -> None:
    unit, diagnostics = read(
        """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. A.
       AUTHOR. JANE DOE, AND
           MOVE OTHERS.
       DATE-WRITTEN.
       SECURITY.   NONE.
       PROCEDURE DIVISION.
           STOP RUN.
""",
        format="fixed",
    )
    assert messages(diagnostics) == []
    paragraphs = dict(unit.programs[0].identification.paragraphs)
    assert list(paragraphs) == ["AUTHOR", "DATE-WRITTEN", "SECURITY"]
    assert paragraphs["AUTHOR"].split() == ["JANE", "DOE,", "AND", "MOVE", "OTHERS."]


@pytest.mark.parametrize(
    "source",
    [
        "PROGRAM-ID. A. PROCEDURE DIVISION. STOP RUN.",
        "ID DIVISION. PROGRAM-ID. A. WORKING-STORAGE SECTION. 01 X PIC X. PROCEDURE DIVISION. STOP RUN.",
        "ID DIVISION. PROGRAM-ID. A. SPECIAL-NAMES. SYSIN IS X. PROCEDURE DIVISION. STOP RUN.",
        "ID DIVISION. PROGRAM-ID. A. FILE-CONTROL. SELECT F ASSIGN 'F'. FD F. 01 R PIC X.",
        "ID DIVISION. PROGRAM-ID. A. INPUT-OUTPUT SECTION. FILE SECTION. PROCEDURE DIVISION.",
        "ID DIVISION. PROGRAM-ID. A.",
        "ID DIVISION. PROGRAM-ID A. PROCEDURE DIVISION. . STOP RUN. .",
    ],
)
def test_headers_may_be_missing(source: str) -> None:
    unit, diagnostics = read(source)
    assert messages(diagnostics) == []
    assert _names(unit.programs) == [("A", [])]


def test_missing_procedure_division_header_is_supplied() -> None:
    unit, diagnostics = read("ID DIVISION. PROGRAM-ID. A. DATA DIVISION.\nDISPLAY 'X'. P. STOP RUN.")
    assert messages(diagnostics) == ["CBL3008 the PROCEDURE DIVISION header is missing"]
    procedure = unit.programs[0].procedure
    assert procedure is not None
    assert [paragraph.name for paragraph in procedure.sections[0].paragraphs] == [None, "P"]


def test_missing_program_id_is_reported() -> None:
    unit, diagnostics = read("PROCEDURE DIVISION. STOP RUN.")
    assert messages(diagnostics) == ["CBL3009 the PROGRAM-ID paragraph is missing"]
    assert _names(unit.programs) == [("SNIPPET", [])]


def test_sections_and_paragraphs() -> None:
    node = program("""
        PROCEDURE DIVISION. DISPLAY 'A'.
        P-1. DISPLAY 'B'. DISPLAY 'C'.
        S-1 SECTION 50. DISPLAY 'D'.
        P-2.
        100. DISPLAY 'E'.
        S-2 SECTION.
        """)
    assert node.procedure is not None
    shape = [
        (section.name, section.segment, [(p.name, len(p.sentences)) for p in section.paragraphs])
        for section in node.procedure.sections
    ]
    assert shape == [
        (None, None, [(None, 1), ("P-1", 2)]),
        ("S-1", 50, [(None, 1), ("P-2", 0), ("100", 1)]),
        ("S-2", None, []),
    ]


def test_procedure_division_header() -> None:
    node = program("PROCEDURE DIVISION USING A BY VALUE B BY REFERENCE OPTIONAL C RETURNING D. STOP RUN.")
    assert node.procedure is not None
    shape = [(p.name, p.mode, p.optional) for p in node.procedure.using]
    assert shape == [("A", "REFERENCE", False), ("B", "VALUE", False), ("C", "REFERENCE", True)]
    assert node.procedure.returning == "D"


def test_declaratives() -> None:
    node = program("""
        PROCEDURE DIVISION. DECLARATIVES.
        E-1 SECTION. USE AFTER STANDARD ERROR PROCEDURE ON F G. E-P. DISPLAY 'E'.
        E-2 SECTION. USE GLOBAL AFTER EXCEPTION PROCEDURE INPUT. DISPLAY 'I'.
        E-3 SECTION. USE BEFORE REPORTING R-1.
        E-4 SECTION. USE FOR DEBUGGING ON ALL PROCEDURES A OF B ALL REFERENCES OF C OF D E.
        END DECLARATIVES.
        MAIN SECTION. STOP RUN.
        """)
    assert node.procedure is not None
    shape = [
        (item.section.name, item.use and (item.use.kind, item.use.targets, item.use.is_global))
        for item in node.procedure.declaratives
    ]
    assert shape == [
        ("E-1", ("ERROR", ("F", "G"), False)),
        ("E-2", ("ERROR", ("INPUT",), True)),
        ("E-3", ("BEFORE REPORTING", ("R-1",), False)),
        ("E-4", ("DEBUGGING", (), False)),
    ]
    use = node.procedure.declaratives[3].use
    assert use is not None
    assert [(item.name, item.qualifiers, item.all_references) for item in use.debugged] == [
        (None, (), False),
        ("A", ("B",), False),
        ("C", ("D",), True),
        ("E", (), False),
    ]
    assert [section.name for section in node.procedure.sections] == ["MAIN"]
    assert [p.name for p in node.procedure.declaratives[0].section.paragraphs] == ["E-P"]


def test_comments_travel_on_nodes() -> None:
    unit, diagnostics = read(
        """\
      * PAYROLL
       IDENTIFICATION DIVISION.
       PROGRAM-ID. A.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
      * THE TOTAL
       01 T PIC 9.   *> IN EUROS
       PROCEDURE DIVISION.
      * THE START
       P.
      * FIRST
           DISPLAY 'A'
      * SECOND
           IF T = 1   *> ONE
      * INNER
               DISPLAY 'B'
      * OTHERWISE
           ELSE
               DISPLAY 'C'   *> SEE
           END-IF
      * AT THE END
           .
""",
        format="fixed",
    )
    assert messages(diagnostics) == []
    node = unit.programs[0]
    assert [line.strip(" *") for line in node.identification.comments] == ["PAYROLL"]
    assert node.data is not None and node.procedure is not None
    assert [line.strip(" *>") for line in node.data.working_storage[0].comments] == ["THE TOTAL", "IN EUROS"]
    paragraph = node.procedure.sections[0].paragraphs[0]
    assert [line.strip(" *") for line in paragraph.comments] == ["THE START"]
    display, branch = paragraph.sentences[0].statements
    assert [line.strip(" *") for line in display.comments] == ["FIRST"]
    assert isinstance(branch, ast.If) and branch.otherwise is not None
    assert [line.strip(" *") for line in branch.comments] == ["SECOND", "OTHERWISE", "AT THE END"]
    assert branch.trailing is not None and branch.trailing.strip(" *>") == "ONE"
    assert [line.strip(" *") for line in branch.then[0].comments] == ["INNER"]
    trailing = branch.otherwise[0].trailing
    assert trailing is not None and trailing.strip(" *>") == "SEE"


def test_spans_reach_from_first_to_last_token() -> None:
    node = program("PROCEDURE DIVISION.\nMOVE A\n TO B.\n")
    assert node.procedure is not None
    sentence = node.procedure.sections[0].paragraphs[0].sentences[0]
    (move,) = sentence.statements
    assert (move.span.first.text, move.span.last.text) == ("MOVE", "B")
    assert (sentence.span.first.text, sentence.span.last.text) == ("MOVE", ".")


@pytest.mark.parametrize("dialect", ["cobol85", "gnucobol", "ibm", "mf"])
def test_context_words_stay_names(dialect: str) -> None:
    source = """
        ID DIVISION. PROGRAM-ID. A. DATA DIVISION. WORKING-STORAGE SECTION.
        01 CYCLE PIC 9. 01 YYYYMMDD PIC 9(8). 01 TOWARD-LESSER PIC X. 01 ID PIC 9.
        PROCEDURE DIVISION.
        MOVE CYCLE TO YYYYMMDD ID. PERFORM ELEMENT. EXIT PERFORM CYCLE.
        ELEMENT. ADD 1 TO CYCLE ROUNDED MODE IS TOWARD-LESSER.
        SECONDS SECTION. ACCEPT YYYYMMDD FROM DATE YYYYMMDD."""
    _, diagnostics = read(source, dialect)
    assert errors(diagnostics) == []


def test_cobol_2002_words_are_names_in_cobol_85() -> None:
    source = """
        ID DIVISION. PROGRAM-ID. A. DATA DIVISION. WORKING-STORAGE SECTION.
        01 CONSTANT PIC 9. 01 PARAGRAPH PIC X. 01 NATIONAL PIC 9. 01 BELL PIC X. 01 SCREEN PIC X.
        PROCEDURE DIVISION. MOVE CONSTANT TO NATIONAL. IF BELL = SCREEN DISPLAY PARAGRAPH BELL.
        PERFORM RAISE. PERFORM RAISE THRU FREE.
        RAISE. EXIT. FREE SECTION. EXIT. ENTRY. EXIT."""
    _, diagnostics = read(source, "cobol85")
    assert errors(diagnostics) == []


def test_reserved_word_cannot_be_a_name() -> None:
    _, diagnostics = read("PROGRAM-ID. A. PROCEDURE DIVISION. MOVE RAISE TO B.", "gnucobol")
    assert [(item.code, item.label) for item in diagnostics.items] == [
        ("CBL3001", "a reserved word cannot be a name")
    ]


def test_no_comment_is_lost() -> None:
    source = """\
      * N01
       IDENTIFICATION DIVISION.
      * N02
       PROGRAM-ID. A.
      * N03
       ENVIRONMENT DIVISION.
      * N04
       INPUT-OUTPUT SECTION.
      * N05
       FILE-CONTROL.
      * N06
           SELECT F
      * N07
             ASSIGN 'f'.
      * N08
       DATA DIVISION.
      * N09
       FILE SECTION.
      * N10
       FD F.
      * N11
       01 R PIC X.
      * N12
       WORKING-STORAGE SECTION.
      * N13
       01 W PIC X.
      * N14
       PROCEDURE DIVISION.
      * N15
           DISPLAY 'A'
      * N16
           IF W = 'X'
      * N17
               CONTINUE
      * N18
           ELSE
      * N19
               CONTINUE
      * N20
           END-IF
      * N21
           .
      * N22
       P-1.
      * N23
       S-1 SECTION.
      * N24
       P-2.
           MOVE W W.
      * N25
           STOP
      * N26
             RUN.
      * N27
"""
    unit, _ = read(source, format="fixed")
    dump = dump_ast(unit)
    assert [f"N{n:02}" for n in range(1, 28) if dump.count(f"N{n:02}") != 1] == []
