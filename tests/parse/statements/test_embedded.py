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
        (
            "CBL6044",
            'JSON GENERATE A FROM B COUNT IN C NAME OF D IS "x" SUPPRESS E ON EXCEPTION CONTINUE NOT ON EXCEPTION CONTINUE END-JSON',
        ),
        ("CBL6044", 'JSON PARSE A INTO B WITH DETAIL NAME OF C IS "y" END-JSON'),
        (
            "CBL6045",
            'XML GENERATE A FROM B COUNT C WITH ENCODING 1208 WITH XML-DECLARATION WITH ATTRIBUTES NAMESPACE IS "u" NAMESPACE-PREFIX IS "p" TYPE OF D IS ATTRIBUTE SUPPRESS WHEN ZERO OR SPACES END-XML',
        ),
        ("CBL6045", "XML PARSE A PROCESSING PROCEDURE IS P THRU Q ON EXCEPTION CONTINUE END-XML"),
        ("CBL6047", "RAISE EXCEPTION EC-SIZE"),
        ("CBL6047", "RAISE A"),
        ("CBL6048", 'INVOKE A "new" USING BY VALUE B RETURNING C'),
        ("CBL6043", "READY TRACE"),
        ("CBL6043", "RESET TRACE"),
    ],
)
def test_what_is_not_converted_is_read_and_kept_as_text(code: str, source: str) -> None:
    assert failure(source) == (code, source)
