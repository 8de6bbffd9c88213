"""Statements of the report writer: source text and the tree it becomes."""

from __future__ import annotations

import pytest

from tests.parse.statements.compact import failure, statement


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "INITIATE A B",
            "Initiate(reports=[A, B])",
        ),
        (
            "GENERATE A",
            "Generate(target=A)",
        ),
        (
            "GENERATE A OF B",
            "Generate(target=A OF B)",
        ),
        (
            "TERMINATE A B",
            "Terminate(reports=[A, B])",
        ),
        (
            "SUPPRESS",
            "Suppress()",
        ),
        (
            "SUPPRESS PRINTING",
            "Suppress()",
        ),
    ],
)
def test_report_writer(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("CBL3001", "INITIATE"),
        ("CBL3001", 'GENERATE "X"'),
    ],
)
def test_a_statement_with_a_mistake_is_reported_and_kept_as_text(code: str, source: str) -> None:
    assert failure(source) == (code, source)
