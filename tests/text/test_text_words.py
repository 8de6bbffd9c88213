"""What kind of token each text word becomes."""

from __future__ import annotations

import pytest

from tests.text.reading import FREE, area, free_shapes, read, shapes


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("MOVE", "WORD"),
        ("a-b_c", "WORD"),
        ("1ST-LINE", "WORD"),
        ("100-READ-FILE", "WORD"),
        ("ÄNDERUNG", "WORD"),
        ("05", "INTEGER"),
        ("1.5", "DECIMAL"),
        (".5", "DECIMAL"),
        ("1.5E-3", "DECIMAL"),
        ('"it""s"', "STRING"),
        ("'it''s'", "STRING"),
        ('X"4142"', "STRING"),
        ("nx'0041'", "STRING"),
        ('""', "STRING"),
        ("**", "POWER"),
        ("<=", "LESS_EQUAL"),
        (">=", "GREATER_EQUAL"),
        ("<>", "NOT_EQUAL"),
        ("=", "EQUAL"),
        ("&", "AMPERSAND"),
        (":", "COLON"),
        (";", "COMMA"),
        ("(", "LPAREN"),
        ("*", "STAR"),
        ("/", "SLASH"),
        (".", "PERIOD"),
    ],
)
def test_a_text_word_has_its_kind(word: str, kind: str) -> None:
    assert free_shapes(f"A {word} B") == [("WORD", "A"), (kind, word), ("WORD", "B")]


def test_a_sign_is_a_token_of_its_own() -> None:
    assert free_shapes("-1.5 +2 A-1") == [
        ("MINUS", "-"),
        ("DECIMAL", "1.5"),
        ("PLUS", "+"),
        ("INTEGER", "2"),
        ("WORD", "A-1"),
    ]


def test_a_word_needs_no_letter_when_it_has_a_hyphen() -> None:
    assert free_shapes("5-3") == [("WORD", "5-3")]
    assert free_shapes("5 -3") == [("INTEGER", "5"), ("MINUS", "-"), ("INTEGER", "3")]
    assert free_shapes("5-3.5")[:2] == [("INTEGER", "5"), ("MINUS", "-")]


def test_a_literal_needs_no_space_before_it() -> None:
    assert free_shapes('VALUE"A"') == [("WORD", "VALUE"), ("STRING", '"A"')]


def test_a_full_stop_behind_a_number_ends_the_sentence() -> None:
    assert free_shapes("MOVE 1. ADD 1.5.")[1:] == [
        ("INTEGER", "1"),
        ("PERIOD", "."),
        ("WORD", "ADD"),
        ("DECIMAL", "1.5"),
        ("PERIOD", "."),
    ]


@pytest.mark.parametrize(
    ("clause", "picture"),
    [
        ("PIC X(5).", "X(5)"),
        ("PICTURE IS S9(7)V99 COMP-3.", "S9(7)V99"),
        ("pic is -(7)9.99.", "-(7)9.99"),
        ("PIC Z,ZZ9.99-.", "Z,ZZ9.99-"),
        ("PIC 9(3), VALUE 1.", "9(3)"),
        ("PIC $$,$$9.99CR.", "$$,$$9.99CR"),
        ("PIC *(5)9/99.", "*(5)9/99"),
        ("PIC\n IS\n XX.", "XX"),
        ("PIC\nXX.", "XX"),
    ],
)
def test_a_picture_is_one_token_without_the_full_stop(clause: str, picture: str) -> None:
    kinds = dict(free_shapes(f"05 A {clause}"))
    assert kinds["PICTURE"] == picture
    assert kinds["PERIOD"] == "."


def test_decimal_comma_makes_one_number() -> None:
    text = "SPECIAL-NAMES. DECIMAL-POINT IS COMMA. MOVE 1,5 TO A. MOVE ,25 TO B. CALL X USING A, B. MOVE T(I,2) TO C."
    assert [text for kind, text in free_shapes(text) if kind == "DECIMAL"] == ["1,5", ",25"]


def test_a_comma_separates_without_decimal_comma() -> None:
    assert [kind for kind, _ in free_shapes("A(1,5)")] == [
        "WORD",
        "LPAREN",
        "INTEGER",
        "COMMA",
        "INTEGER",
        "RPAREN",
    ]


def test_an_exec_block_is_one_token() -> None:
    source, diagnostics = read(
        "           EXEC SQL SELECT 'it', \"x\"\n      * a comment\n               INTO :A\n           END-EXEC. MOVE A TO B.\n"
    )
    assert not diagnostics.items
    block = source.tokens[0]
    assert (block.type, block.line, block.column, block.end_line) == ("EXEC_BLOCK", 1, 12, 4)
    assert block.text.split() == ["EXEC", "SQL", "SELECT", "'it',", '"x"', "INTO", ":A", "END-EXEC"]
    assert [token.upper for token in source.tokens[1:4]] == [".", "MOVE", "A"]
    assert block.end_column == 20


def test_an_exec_include_stays_an_exec_block() -> None:
    assert free_shapes("EXEC SQL INCLUDE SQLCA END-EXEC.")[0] == (
        "EXEC_BLOCK",
        "EXEC SQL INCLUDE SQLCA END-EXEC",
    )


def test_comments_stand_at_the_next_token() -> None:
    source, _ = read(
        "      * first\n      / second\n           MOVE A *> why\n           *> third\n           TO B.\n"
    )
    move, a, to = source.tokens[:3]
    assert move.comments == (" first", " second")
    assert a.trailing == "why"
    assert to.comments == (" third",)


def test_comments_behind_the_last_token_are_kept_at_the_end() -> None:
    source, _ = read("       A.\n      * the end\n")
    assert source.tokens[-1].comments == (" the end",)


def test_comment_paragraphs_are_free_text() -> None:
    source, diagnostics = read(
        area(
            "IDENTIFICATION DIVISION.",
            "PROGRAM-ID. P.",
            "AUTHOR. O'Neill, and",
            "    friends; (all",
            "INSTALLATION.",
            "DATE-WRITTEN.",
            "    DATA DIVISION was hard.",
            "ENVIRONMENT DIVISION.",
            "    SECURITY.",
        )
    )
    assert not diagnostics.items
    assert shapes(source.tokens)[7:] == [
        ("WORD", "AUTHOR"),
        ("PERIOD", "."),
        ("COMMENT_ENTRY", "O'Neill, and\nfriends; (all"),
        ("WORD", "INSTALLATION"),
        ("PERIOD", "."),
        ("WORD", "DATE-WRITTEN"),
        ("PERIOD", "."),
        ("COMMENT_ENTRY", "DATA DIVISION was hard."),
        ("WORD", "ENVIRONMENT"),
        ("WORD", "DIVISION"),
        ("PERIOD", "."),
        ("WORD", "SECURITY"),
        ("PERIOD", "."),
    ]


def test_comment_paragraphs_end_with_a_header_in_free_form() -> None:
    source, _ = read("ID DIVISION.\nPROGRAM-ID. P.\nAUTHOR. me\n  and you.\nDATA DIVISION.", FREE)
    assert ("COMMENT_ENTRY", "me\nand you.") in shapes(source.tokens)
    assert shapes(source.tokens)[-3:] == [("WORD", "DATA"), ("WORD", "DIVISION"), ("PERIOD", ".")]
