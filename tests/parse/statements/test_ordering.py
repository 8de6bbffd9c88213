"""SORT, MERGE, RELEASE, RETURN: source text and the tree it becomes."""

from __future__ import annotations

import pytest

from tests.parse.statements.compact import failure, statement


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "SORT A ON ASCENDING KEY B C DESCENDING D USING E F GIVING G",
            "Sort(target=A, keys=[SortKey(ascending=True, items=[B, C]), SortKey(ascending=False, items=[D])], using=[E, F], giving=[G])",
        ),
        (
            "SORT A ASCENDING B WITH DUPLICATES IN ORDER COLLATING SEQUENCE IS N INPUT PROCEDURE IS P THRU Q OUTPUT PROCEDURE R OF S",
            "Sort(target=A, keys=[SortKey(ascending=True, items=[B])], duplicates=True, collating_sequence=N, input_procedure=ProcedureRange(first=ProcedureName(name=P), last=ProcedureName(name=Q)), output_procedure=ProcedureRange(first=ProcedureName(name=R, section=S)))",
        ),
        (
            "SORT A ON DESCENDING KEY B DUPLICATES USING C OUTPUT PROCEDURE P",
            "Sort(target=A, keys=[SortKey(ascending=False, items=[B])], duplicates=True, using=[C], output_procedure=ProcedureRange(first=ProcedureName(name=P)))",
        ),
        (
            "SORT T(1)",
            "Sort(target=T(1), keys=[])",
        ),
        (
            "SORT T ASCENDING KEY",
            "Sort(target=T, keys=[SortKey(ascending=True, items=[])])",
        ),
        (
            "SORT T DESCENDING A OF T SEQUENCE N",
            "Sort(target=T, keys=[SortKey(ascending=False, items=[A OF T])], collating_sequence=N)",
        ),
    ],
)
def test_sort(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "MERGE A ON ASCENDING KEY B USING C D GIVING E",
            "Merge(target=A, keys=[SortKey(ascending=True, items=[B])], using=[C, D], giving=[E])",
        ),
        (
            "MERGE A DESCENDING B COLLATING SEQUENCE N USING C D OUTPUT PROCEDURE IS P THROUGH Q",
            "Merge(target=A, keys=[SortKey(ascending=False, items=[B])], collating_sequence=N, using=[C, D], output_procedure=ProcedureRange(first=ProcedureName(name=P), last=ProcedureName(name=Q)))",
        ),
    ],
)
def test_merge(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "RELEASE A",
            "Release(record=A)",
        ),
        (
            "RELEASE A FROM B",
            "Release(record=A, source=B)",
        ),
    ],
)
def test_release(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "RETURN A AT END CONTINUE",
            "Return(file=A, at_end=ConditionalPhrase(taken=[Continue()]))",
        ),
        (
            "RETURN A RECORD INTO B END CONTINUE NOT END CONTINUE END-RETURN",
            "Return(file=A, into=B, at_end=ConditionalPhrase(taken=[Continue()], not_taken=[Continue()]))",
        ),
    ],
)
def test_return(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("CBL3021", "SORT A ASCENDING B USING C INPUT PROCEDURE P"),
        ("CBL3020", "SORT A ASCENDING B USING C GIVING D GIVING E"),
        ("CBL3023", "MERGE A ASCENDING B INPUT PROCEDURE P GIVING C"),
        ("CBL3023", "MERGE A ASCENDING B DUPLICATES USING C GIVING D"),
        ("CBL3001", "RELEASE"),
        ("CBL3001", "RETURN A INTO"),
    ],
)
def test_a_statement_with_a_mistake_is_reported_and_kept_as_text(code: str, source: str) -> None:
    assert failure(source) == (code, source)
