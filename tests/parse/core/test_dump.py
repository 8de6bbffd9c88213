"""Dumps are for people and for tests of later stages."""

from __future__ import annotations

from cobol_parser.dump import dump_ast, dump_tokens
from tests.parse.core.reading import read, tokens_of


def test_dump_of_tokens() -> None:
    source = "      * NOTE\n       P.\n           ADD 1 TO A.  *> WHY\n"
    tokens, _ = tokens_of(source, format="fixed")
    lines = dump_tokens(tokens).splitlines()
    assert lines[0].split() == ["*", "*", "NOTE"] or lines[0].split() == ["*", "NOTE"]
    assert lines[1].split() == ["2:8", "A", "WORD", "P"]
    assert lines[3].split() == ["3:12", "WORD", "ADD"]
    assert lines[-2].endswith("WHY")


def test_dump_of_tree() -> None:
    unit, _ = read("PROGRAM-ID. T. PROCEDURE DIVISION.\nADD 1 B TO C ROUNDED.")
    text = dump_ast(unit)
    begin = text.index("-: Add")
    shown = [line[22:] for line in text[begin - 22 :].splitlines()]
    assert shown == [
        "-: Add 2:1",
        "  addends:",
        "    -: NumericLiteral 2:5",
        "      text: '1'",
        "      value: 1",
        "    -: Identifier 2:7",
        "      name: 'B'",
        "  receivers:",
        "    -: Receiver 2:12",
        "      item: Identifier 2:12",
        "        name: 'C'",
        "      rounding: 'NEAREST-AWAY-FROM-ZERO'",
    ]
