"""MOVE and INITIALIZE: source text and the tree it becomes."""

from __future__ import annotations

import pytest

from tests.parse.statements.compact import failure, statement


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "MOVE A TO B C",
            "Move(source=A, receivers=[B, C])",
        ),
        (
            'MOVE "X" TO A(1:2), B(I, J + 1)',
            'Move(source="X", receivers=[A(1:2), B(I, (J + 1))])',
        ),
        (
            'MOVE ALL "AB" TO A',
            'Move(source=ALL "AB", receivers=[A])',
        ),
        (
            "MOVE ALL ZEROES TO A",
            "Move(source=ALL ZERO, receivers=[A])",
        ),
        (
            "MOVE CORRESPONDING A TO B C",
            "MoveCorresponding(source=A, receivers=[B, C])",
        ),
        (
            "MOVE FUNCTION CURRENT-DATE(1:8) TO A",
            "Move(source=FunctionCall(name=CURRENT-DATE, reference_modifier=ReferenceModifier(start=1, length=8)), receivers=[A])",
        ),
        (
            "MOVE -1 TO A",
            "Move(source=-1, receivers=[A])",
        ),
        (
            "MOVE LENGTH OF A TO B",
            "Move(source=LengthOf(operand=A), receivers=[B])",
        ),
    ],
)
def test_move(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "INITIALIZE A B",
            "Initialize(items=[A, B])",
        ),
        (
            "INITIALIZE A WITH FILLER",
            "Initialize(items=[A], with_filler=True)",
        ),
        (
            "INITIALIZE A ALL TO VALUE",
            "Initialize(items=[A], to_value=[ALL])",
        ),
        (
            "INITIALIZE A NUMERIC ALPHABETIC VALUE",
            "Initialize(items=[A], to_value=[NUMERIC, ALPHABETIC])",
        ),
        (
            "INITIALIZE A REPLACING NUMERIC DATA BY 1 ALPHANUMERIC BY SPACE",
            "Initialize(items=[A], replacing=[InitializeReplacing(category=NUMERIC, value=1), InitializeReplacing(category=ALPHANUMERIC, value=SPACE)])",
        ),
        (
            "INITIALIZE A THEN REPLACING NUMERIC-EDITED BY ZERO THEN TO DEFAULT",
            "Initialize(items=[A], replacing=[InitializeReplacing(category=NUMERIC-EDITED, value=ZERO)], to_default=True)",
        ),
        (
            "INITIALIZE A DEFAULT",
            "Initialize(items=[A], to_default=True)",
        ),
        (
            'INITIALIZE A FILLER ALL VALUE REPLACING NATIONAL BY N"X" DEFAULT',
            'Initialize(items=[A], replacing=[InitializeReplacing(category=NATIONAL, value=N"X")], with_filler=True, to_value=[ALL], to_default=True)',
        ),
    ],
)
def test_initialize(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("CBL3020", "INITIALIZE A REPLACING NUMERIC BY 1 NUMERIC BY 2"),
        ("CBL3020", "INITIALIZE A WITH FILLER FILLER"),
        ("CBL3001", "MOVE A TO"),
        ("CBL3001", "MOVE A TO 5"),
    ],
)
def test_a_statement_with_a_mistake_is_reported_and_kept_as_text(code: str, source: str) -> None:
    assert failure(source) == (code, source)
