"""Words become terminals."""

from __future__ import annotations

import pytest

from cobol_parser.dialects import DIALECTS
from cobol_parser.grammar import load_grammar
from cobol_parser.lexer import SOFT, make_vocabulary
from tests.parse.core.reading import tokens_of


def _types(text: str, dialect: str = "gnucobol") -> list[str]:
    tokens, _ = tokens_of(text, dialect)
    vocabulary = make_vocabulary(load_grammar().keywords, DIALECTS[dialect].reserved)
    return [token.type for token in vocabulary.prepare(tokens)][:-1]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("MOVE a TO b", ["MOVE", "WORD", "TO", "WORD"]),
        ("ON SIZE ERROR", ["ON_SIZE_ERROR"]),
        ("SIZE ERROR", ["ON_SIZE_ERROR"]),
        ("NOT ON SIZE ERROR", ["NOT_ON_SIZE_ERROR"]),
        ("NOT SIZE ERROR", ["NOT_ON_SIZE_ERROR"]),
        ("DELIMITED BY SIZE", ["DELIMITED", "BY", "SIZE"]),
        ("AT END", ["AT_END"]),
        ("END", ["AT_END"]),
        ("NOT AT END", ["NOT_AT_END"]),
        ("NOT END", ["NOT_AT_END"]),
        ("END PROGRAM X", ["END", "PROGRAM", "WORD"]),
        ("END DECLARATIVES", ["END_DECLARATIVES"]),
        ("INVALID KEY", ["INVALID_KEY"]),
        ("NOT INVALID", ["NOT_INVALID_KEY"]),
        ("ON OVERFLOW", ["ON_OVERFLOW"]),
        ("NOT ON EXCEPTION", ["NOT_ON_EXCEPTION"]),
        ("USE AFTER EXCEPTION PROCEDURE", ["USE", "AFTER", "EXCEPTION", "PROCEDURE"]),
        ("AT EOP", ["AT_END_OF_PAGE"]),
        ("NOT AT END-OF-PAGE", ["NOT_AT_END_OF_PAGE"]),
        ("NOT = A", ["NOT", "EQUAL", "WORD"]),
        ("A IS NOT NUMERIC", ["WORD", "NOT", "NUMERIC"]),
        ("THROUGH ZEROES SPACES", ["THRU", "ZERO", "SPACE"]),
        ("PICTURE IS X(4)", ["PIC", "PICTURE"]),
        ("COMPUTATIONAL-3", ["COMP_3"]),
        ("FUNCTION LENGTH (A)", ["FUNCTION", "FUNCTION_NAME", "LPAREN", "WORD", "RPAREN"]),
        ("FUNCTION TRIM SUM INTRINSIC", ["FUNCTION", "FUNCTION_NAME", "FUNCTION_NAME", SOFT]),
        ("STRING 'A'", ["STRING_VERB", "STRING"]),
        ("ID DIVISION", ["IDENTIFICATION", "DIVISION"]),
        ("ID", ["WORD"]),
        ("FILE STATUS", ["FILE_STATUS"]),
        ("FILE SECTION", ["FILE", "SECTION"]),
        ("CYCLE", [SOFT]),
    ],
)
def test_terminals(text: str, types: list[str]) -> None:
    assert _types(text) == types


def test_joined_words_keep_their_comments() -> None:
    tokens, _ = tokens_of("NOT\n*> WHY\nAT END", "gnucobol")
    vocabulary = make_vocabulary(load_grammar().keywords, DIALECTS["gnucobol"].reserved)
    (joined, _) = vocabulary.prepare(tokens)
    assert joined.type == "NOT_AT_END"
    assert [line.strip(" *>") for line in joined.comments] == ["WHY"]
