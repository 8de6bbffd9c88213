"""CALL and what belongs to it: source text and the tree it becomes."""

from __future__ import annotations

import pytest

from tests.parse.statements.compact import failure, statement


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            'CALL "X"',
            'Call(program="X")',
        ),
        (
            "CALL A",
            "Call(program=A)",
        ),
        (
            'CALL STATIC "X"',
            'Call(program="X")',
        ),
        (
            'CALL "X" USING A B(1)',
            'Call(program="X", arguments=[Argument(mode=REFERENCE, value=A), Argument(mode=REFERENCE, value=B(1))])',
        ),
        (
            'CALL "X" USING BY REFERENCE A BY CONTENT B LENGTH OF C BY VALUE 5 D',
            'Call(program="X", arguments=[Argument(mode=REFERENCE, value=A), Argument(mode=CONTENT, value=B), Argument(mode=CONTENT, value=LengthOf(operand=C)), Argument(mode=VALUE, value=5), Argument(mode=VALUE, value=D)])',
        ),
        (
            'CALL "X" USING BY CONTENT "A" REFERENCE B VALUE C',
            'Call(program="X", arguments=[Argument(mode=CONTENT, value="A"), Argument(mode=REFERENCE, value=B), Argument(mode=VALUE, value=C)])',
        ),
        (
            'CALL "X" USING A OMITTED ADDRESS OF B NULL',
            'Call(program="X", arguments=[Argument(mode=REFERENCE, value=A), Argument(mode=REFERENCE, value=None), Argument(mode=REFERENCE, value=AddressOf(operand=B)), Argument(mode=REFERENCE, value=NULL)])',
        ),
        (
            'CALL "X" USING BY VALUE SIZE 4 5 UNSIGNED SIZE AUTO A',
            'Call(program="X", arguments=[Argument(mode=VALUE, value=5, size=4), Argument(mode=VALUE, value=A)])',
        ),
        (
            'CALL "X" USING A RETURNING B',
            'Call(program="X", arguments=[Argument(mode=REFERENCE, value=A)], returning=B)',
        ),
        (
            'CALL "X" GIVING INTO A',
            'Call(program="X", returning=A)',
        ),
        (
            'CALL "X" RETURNING OMITTED',
            'Call(program="X", keeps_return_code=True)',
        ),
        (
            'CALL "X" ON EXCEPTION CONTINUE NOT ON EXCEPTION CONTINUE END-CALL',
            'Call(program="X", exception=ConditionalPhrase(taken=[Continue()], not_taken=[Continue()]))',
        ),
        (
            'CALL "X" ON OVERFLOW CONTINUE',
            'Call(program="X", exception=ConditionalPhrase(taken=[Continue()]))',
        ),
        (
            'CALL "X" EXCEPTION CALL "Y" ON EXCEPTION CONTINUE END-CALL END-CALL',
            'Call(program="X", exception=ConditionalPhrase(taken=[Call(program="Y", exception=ConditionalPhrase(taken=[Continue()]))]))',
        ),
    ],
)
def test_call(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            'CANCEL "A" B',
            'Cancel(programs=["A", B])',
        ),
    ],
)
def test_cancel(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            'ENTRY "A"',
            "Entry(name=A)",
        ),
        (
            'ENTRY "A" USING B BY VALUE C D BY REFERENCE E',
            "Entry(name=A, using=[Parameter(name=B), Parameter(name=C, mode=VALUE), Parameter(name=D, mode=VALUE), Parameter(name=E)])",
        ),
    ],
)
def test_entry(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "GOBACK",
            "Goback()",
        ),
        (
            "GOBACK RETURNING 5",
            "Goback(returning=5)",
        ),
        (
            "GOBACK GIVING A",
            "Goback(returning=A)",
        ),
    ],
)
def test_goback(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "ENTER COBOL",
            "Enter(words=[COBOL])",
        ),
        (
            "ENTER LINKAGE ROUTINE-1",
            "Enter(words=[LINKAGE, ROUTINE-1])",
        ),
    ],
)
def test_enter(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("CBL3023", "ENTRY A"),
        ("CBL3001", "CALL"),
        ("CBL3001", "CANCEL"),
    ],
)
def test_a_statement_with_a_mistake_is_reported_and_kept_as_text(code: str, source: str) -> None:
    assert failure(source) == (code, source)


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("CBL6051", 'CHAIN "A" USING B'),
        ("CBL6049", 'ENTRY FOR GO TO "A"'),
    ],
)
def test_what_is_not_converted_is_read_and_kept_as_text(code: str, source: str) -> None:
    assert failure(source) == (code, source)
