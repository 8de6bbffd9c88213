"""Communication statements: source text and the tree it becomes."""

from __future__ import annotations

import pytest

from tests.parse.statements.compact import failure, statement


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "SEND A FROM B",
            "Communication(verb=SEND, words=[A, FROM, B])",
        ),
        (
            "SEND A FROM B WITH EMI AFTER ADVANCING 2 LINES",
            "Communication(verb=SEND, words=[A, FROM, B, WITH, EMI, AFTER, ADVANCING, 2, LINES])",
        ),
        (
            "SEND A WITH C BEFORE PAGE REPLACING LINE",
            "Communication(verb=SEND, words=[A, WITH, C, BEFORE, PAGE, REPLACING, LINE])",
        ),
        (
            "RECEIVE A MESSAGE INTO B",
            "Communication(verb=RECEIVE, words=[A, MESSAGE, INTO, B])",
        ),
        (
            "RECEIVE A SEGMENT INTO B NO DATA CONTINUE WITH DATA STOP RUN END-RECEIVE",
            "Communication(verb=RECEIVE, words=[A, SEGMENT, INTO, B], no_data=ConditionalPhrase(taken=[Continue()], not_taken=[StopRun()]))",
        ),
        (
            'ENABLE INPUT TERMINAL A WITH KEY "X"',
            'Communication(verb=ENABLE, words=[INPUT, TERMINAL, A, WITH, KEY, "X"])',
        ),
        (
            "ENABLE OUTPUT A KEY B",
            "Communication(verb=ENABLE, words=[OUTPUT, A, KEY, B])",
        ),
        (
            "DISABLE I-O TERMINAL A WITH KEY B",
            "Communication(verb=DISABLE, words=[I-O, TERMINAL, A, WITH, KEY, B])",
        ),
        (
            "PURGE A",
            "Communication(verb=PURGE, words=[A])",
        ),
        (
            "ACCEPT A MESSAGE COUNT",
            "Communication(verb=ACCEPT, words=[A, MESSAGE, COUNT])",
        ),
        (
            "ACCEPT A COUNT",
            "Communication(verb=ACCEPT, words=[A, COUNT])",
        ),
    ],
)
def test_communication(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("CBL3001", "SEND"),
        ("CBL3001", "PURGE"),
    ],
)
def test_a_statement_with_a_mistake_is_reported_and_kept_as_text(code: str, source: str) -> None:
    assert failure(source) == (code, source)
