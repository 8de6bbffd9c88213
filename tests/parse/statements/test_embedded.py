"""EXEC blocks, and statements that are read but not converted: source text and the tree it becomes."""

from __future__ import annotations

import pytest

from tests.parse.statements.compact import failure, statement


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "EXEC SQL SELECT A INTO :B FROM C END-EXEC",
            "ExecBlock(language=SQL, text=SELECT A INTO :B FROM C)",
        ),
        (
            "EXEC CICS RETURN END-EXEC",
            "ExecBlock(language=CICS, text=RETURN)",
        ),
        (
            "EXEC DLI GU END-EXEC",
            "ExecBlock(language=DLI, text=GU)",
        ),
    ],
)
def test_exec(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("CBL6045", "XML PARSE A RETURNING NATIONAL PROCESSING PROCEDURE P"),
        ("CBL6045", "XML PARSE A VALIDATING WITH FILE S PROCESSING PROCEDURE P END-XML"),
        ("CBL6047", "RAISE EXCEPTION EC-SIZE"),
        ("CBL6047", "RAISE A"),
        ("CBL6048", 'INVOKE A "new" USING BY VALUE B RETURNING C'),
        ("CBL6043", "READY TRACE"),
        ("CBL6043", "RESET TRACE"),
    ],
)
def test_what_is_not_converted_is_read_and_kept_as_text(code: str, source: str) -> None:
    assert failure(source) == (code, source)
