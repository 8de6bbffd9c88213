"""SEARCH and SET: source text and the tree it becomes."""

from __future__ import annotations

import pytest

from tests.parse.statements.compact import failure, statement


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "SEARCH A WHEN B(I) = 1 CONTINUE",
            "Search(table=A, varying=None, at_end=None, whens=[SearchWhen(condition=(B(I) = 1), statements=[Continue()])])",
        ),
        (
            "SEARCH A VARYING I AT END CONTINUE WHEN B(I) = 1 NEXT SENTENCE WHEN C(I) CONTINUE END-SEARCH",
            "Search(table=A, varying=I, at_end=[Continue()], whens=[SearchWhen(condition=(B(I) = 1), statements=[NextSentence()]), SearchWhen(condition=C(I)?, statements=[Continue()])])",
        ),
        (
            "SEARCH A END CONTINUE WHEN B = 1 SEARCH C WHEN D = 1 CONTINUE END-SEARCH WHEN E = 2 CONTINUE",
            "Search(table=A, varying=None, at_end=[Continue()], whens=[SearchWhen(condition=(B = 1), statements=[Search(table=C, varying=None, at_end=None, whens=[SearchWhen(condition=(D = 1), statements=[Continue()])])]), SearchWhen(condition=(E = 2), statements=[Continue()])])",
        ),
    ],
)
def test_search(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "SEARCH ALL A WHEN B(I) = 1 AND C(I) = 2 CONTINUE",
            "SearchAll(table=A, at_end=None, when=SearchWhen(condition=((B(I) = 1) AND (C(I) = 2)), statements=[Continue()]))",
        ),
        (
            "SEARCH ALL A AT END CONTINUE WHEN B(I) = 1 NEXT SENTENCE END-SEARCH",
            "SearchAll(table=A, at_end=[Continue()], when=SearchWhen(condition=(B(I) = 1), statements=[NextSentence()]))",
        ),
    ],
)
def test_search_all(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "SET A TO 1",
            "SetIndex(receivers=[A], value=1)",
        ),
        (
            "SET A B(1) TO C",
            "SetIndex(receivers=[A, B(1)], value=C)",
        ),
        (
            "SET A TO B + 1",
            "SetIndex(receivers=[A], value=(B + 1))",
        ),
        (
            "SET A UP BY 1",
            "SetUpDown(receivers=[A], down=False, value=1)",
        ),
        (
            "SET A B DOWN BY C",
            "SetUpDown(receivers=[A, B], down=True, value=C)",
        ),
        (
            "SET A TO TRUE",
            "SetCondition(conditions=[A], value=True)",
        ),
        (
            "SET A B(I) TO FALSE",
            "SetCondition(conditions=[A, B(I)], value=False)",
        ),
        (
            "SET A TO ON",
            "SetSwitch(switches=[A], on=True)",
        ),
        (
            "SET A B TO OFF",
            "SetSwitch(switches=[A, B], on=False)",
        ),
        (
            "SET ADDRESS OF A TO B",
            "SetIndex(receivers=[AddressOf(operand=A)], value=B)",
        ),
        (
            "SET A TO ADDRESS OF B",
            "SetIndex(receivers=[A], value=AddressOf(operand=B))",
        ),
        (
            "SET A TO NULL",
            "SetIndex(receivers=[A], value=NULL)",
        ),
        (
            'SET A TO ENTRY "X"',
            'SetIndex(receivers=[A], value=AddressOf(operand="X", procedure=True))',
        ),
        (
            "SET A TO SIZE OF B",
            "SetIndex(receivers=[A], value=LengthOf(operand=B))",
        ),
        (
            'SET ENVIRONMENT "A" TO B',
            'SetEnvironment(name="A", value=B)',
        ),
        (
            "SET LAST EXCEPTION TO OFF",
            "SetLastException()",
        ),
    ],
)
def test_set(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("CBL3020", "SEARCH ALL A WHEN B = 1 CONTINUE WHEN C = 2 CONTINUE"),
        ("CBL3023", "SET ADDRESS OF A UP BY 1"),
        ("CBL3001", "SET A"),
        ("CBL3001", "SET A TO"),
        ("CBL3001", "SEARCH A"),
    ],
)
def test_a_statement_with_a_mistake_is_reported_and_kept_as_text(code: str, source: str) -> None:
    assert failure(source) == (code, source)


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("CBL6040", "SET A ATTRIBUTE HIGHLIGHT ON BLINK OFF"),
    ],
)
def test_what_is_not_converted_is_read_and_kept_as_text(code: str, source: str) -> None:
    assert failure(source) == (code, source)
