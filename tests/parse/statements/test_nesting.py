"""Statements within statements: which phrase belongs to which statement."""

from __future__ import annotations

import pytest

from cobol_parser import ast
from tests.parse.statements.compact import compact, parse_statements, statement


def test_else_belongs_to_the_nearest_if() -> None:
    assert statement("IF A IF B CONTINUE ELSE STOP RUN") == statement(
        "IF A IF B CONTINUE ELSE STOP RUN END-IF END-IF"
    )


@pytest.mark.parametrize(
    ("dangling", "closed"),
    [
        (
            "READ A AT END READ B AT END CONTINUE NOT AT END STOP RUN",
            "READ A AT END READ B AT END CONTINUE NOT AT END STOP RUN END-READ END-READ",
        ),
        (
            "READ A AT END ADD 1 TO B ON SIZE ERROR CONTINUE NOT AT END STOP RUN",
            "READ A AT END ADD 1 TO B ON SIZE ERROR CONTINUE END-ADD NOT AT END STOP RUN END-READ",
        ),
        (
            "ADD 1 TO A ON SIZE ERROR COMPUTE B = 1 NOT ON SIZE ERROR CONTINUE",
            "ADD 1 TO A ON SIZE ERROR COMPUTE B = 1 NOT ON SIZE ERROR CONTINUE END-COMPUTE END-ADD",
        ),
        (
            "SEARCH A WHEN B = 1 EVALUATE C WHEN 1 CONTINUE WHEN 2 STOP RUN",
            "SEARCH A WHEN B = 1 EVALUATE C WHEN 1 CONTINUE WHEN 2 STOP RUN END-EVALUATE END-SEARCH",
        ),
        (
            "RETURN A AT END WRITE B AT END-OF-PAGE CONTINUE NOT AT END STOP RUN",
            "RETURN A AT END WRITE B AT END-OF-PAGE CONTINUE END-WRITE NOT AT END STOP RUN END-RETURN",
        ),
    ],
)
def test_a_phrase_belongs_to_the_innermost_statement_that_knows_it(dangling: str, closed: str) -> None:
    assert statement(dangling) == statement(closed)


def test_not_on_exception_behind_display_is_calls_where_display_does_not_know_it() -> None:
    """GnuCOBOL lets the DISPLAY take the phrase; in COBOL-85 and in IBM's COBOL only CALL has it."""
    source = 'CALL "X" ON EXCEPTION DISPLAY A NOT ON EXCEPTION STOP RUN END-CALL'
    closed = 'CALL "X" ON EXCEPTION DISPLAY A END-DISPLAY NOT ON EXCEPTION STOP RUN END-CALL'
    assert statement(source, "ibm") == statement(closed, "gnucobol")
    assert statement(source, "gnucobol") != statement(closed, "gnucobol")


def test_statements_end_where_the_next_verb_begins() -> None:
    statements, diagnostics = parse_statements(
        "MOVE A TO B C ADD 1 TO D E PERFORM F GO TO G OPEN INPUT H I CLOSE J DISPLAY K L STRING M N INTO O."
    )
    assert diagnostics.items == []
    assert [type(item) for item in statements] == [
        *(ast.Move, ast.Add, ast.Perform, ast.GoTo, ast.Open, ast.Close, ast.Display, ast.StringStatement)
    ]


def test_one_set_makes_a_statement_of_each_group() -> None:
    statements, diagnostics = parse_statements("IF A = 1 SET B C TO TRUE D TO FALSE SET E TO ON F TO OFF.")
    assert diagnostics.items == []
    assert isinstance(statements[0], ast.If)
    assert [compact(item) for item in statements[0].then] == [
        "SetCondition(conditions=[B, C], value=True)",
        "SetCondition(conditions=[D], value=False)",
        "SetSwitch(switches=[E], on=True)",
        "SetSwitch(switches=[F], on=False)",
    ]
    assert statements[0].then[1].span.first.text == "D"


def test_a_mistake_costs_its_statement_and_the_rest_of_the_sentence() -> None:
    statements, diagnostics = parse_statements("DISPLAY A READ B INTO C INTO D DISPLAY E.\nDISPLAY F.")
    assert [item.code for item in diagnostics.items] == ["CBL3020"]
    lost = statements[1]
    assert isinstance(lost, ast.UnsupportedStatement)
    assert lost.text == "READ B INTO C INTO D DISPLAY E"
    assert [compact(item) for item in statements[::2]] == ["Display(items=[A])", "Display(items=[F])"]


def test_text_of_what_is_not_converted_keeps_every_word() -> None:
    source = (
        "ACCEPT A AT LINE IS 1 WITH PROMPT CHARACTER IS 'X' ON EXCEPTION IF B IS NOT NUMERIC CONTINUE END-IF"
    )
    statements, _ = parse_statements(source + " END-ACCEPT.")
    kept = statements[0]
    assert isinstance(kept, ast.UnsupportedStatement)
    assert kept.text == source + " END-ACCEPT"


@pytest.mark.parametrize(
    "source",
    [
        "MOVE CYCLE TO PARSE",
        "ADD 1 TO FOREVER",
        "DISPLAY ENCODING NAMED YYYYMMDD",
        "MOVE A TO ATTRIBUTES",
        "PERFORM CHANGED UNTIL FULL = 1",
    ],
)
def test_words_that_are_keywords_in_some_places_can_be_names_elsewhere(source: str) -> None:
    statement(source, "cobol85")


def test_comments_stay_with_the_statement_they_stand_before() -> None:
    statements, _ = parse_statements("IF A = 1\n*> inner\nDISPLAY B *> behind\nEND-IF.")
    assert isinstance(statements[0], ast.If)
    inner = statements[0].then[0]
    assert [line.strip() for line in inner.comments] == ["inner"]
    assert inner.trailing is not None
    assert inner.trailing.strip() == "behind"
