"""ADD, SUBTRACT, MULTIPLY, DIVIDE, COMPUTE: source text and the tree it becomes."""

from __future__ import annotations

import pytest

from tests.parse.statements.compact import failure, statement


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "ADD 1 TO A",
            "Add(addends=[1], receivers=[Receiver(item=A)])",
        ),
        (
            "ADD A -1.5 TO B C ROUNDED",
            "Add(addends=[A, -1.5], receivers=[Receiver(item=B), Receiver(item=C, rounding=NEAREST-AWAY-FROM-ZERO)])",
        ),
        (
            "ADD A TO B ROUNDED MODE IS NEAREST-EVEN",
            "Add(addends=[A], receivers=[Receiver(item=B, rounding=NEAREST-EVEN)])",
        ),
        (
            "ADD A TO B OF R (I)",
            "Add(addends=[A], receivers=[Receiver(item=B OF R(I))])",
        ),
        (
            "ADD A B GIVING C D ROUNDED",
            "Add(addends=[A, B], giving=[Receiver(item=C), Receiver(item=D, rounding=NEAREST-AWAY-FROM-ZERO)])",
        ),
        (
            "ADD A TO B GIVING C",
            "Add(addends=[A, B], giving=[Receiver(item=C)])",
        ),
        (
            "ADD CORRESPONDING A TO B ROUNDED",
            "AddCorresponding(source=A, receiver=Receiver(item=B, rounding=NEAREST-AWAY-FROM-ZERO))",
        ),
        (
            "ADD 1 TO A ON SIZE ERROR MOVE 0 TO A",
            "Add(addends=[1], receivers=[Receiver(item=A)], size_error=ConditionalPhrase(taken=[Move(source=0, receivers=[A])]))",
        ),
        (
            "ADD 1 TO A SIZE ERROR CONTINUE NOT SIZE ERROR CONTINUE END-ADD",
            "Add(addends=[1], receivers=[Receiver(item=A)], size_error=ConditionalPhrase(taken=[Continue()], not_taken=[Continue()]))",
        ),
        (
            "ADD 1 TO A NOT ON SIZE ERROR CONTINUE",
            "Add(addends=[1], receivers=[Receiver(item=A)], size_error=ConditionalPhrase(not_taken=[Continue()]))",
        ),
        (
            "ADD LENGTH OF A FUNCTION LENGTH(B) TO C",
            "Add(addends=[LengthOf(operand=A), FunctionCall(name=LENGTH, arguments=[B])], receivers=[Receiver(item=C)])",
        ),
    ],
)
def test_add(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "SUBTRACT 1 FROM A B",
            "Subtract(subtrahends=[1], receivers=[Receiver(item=A), Receiver(item=B)])",
        ),
        (
            "SUBTRACT A B FROM C GIVING D",
            "Subtract(subtrahends=[A, B], minuend=C, giving=[Receiver(item=D)])",
        ),
        (
            "SUBTRACT A FROM 10 GIVING B ROUNDED",
            "Subtract(subtrahends=[A], minuend=10, giving=[Receiver(item=B, rounding=NEAREST-AWAY-FROM-ZERO)])",
        ),
        (
            "SUBTRACT CORR A FROM B",
            "SubtractCorresponding(source=A, receiver=Receiver(item=B))",
        ),
        (
            "SUBTRACT 1 FROM A ON SIZE ERROR CONTINUE END-SUBTRACT",
            "Subtract(subtrahends=[1], receivers=[Receiver(item=A)], size_error=ConditionalPhrase(taken=[Continue()]))",
        ),
    ],
)
def test_subtract(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "MULTIPLY A BY B C ROUNDED",
            "Multiply(multiplicand=A, receivers=[Receiver(item=B), Receiver(item=C, rounding=NEAREST-AWAY-FROM-ZERO)])",
        ),
        (
            "MULTIPLY 2 BY A GIVING B C",
            "Multiply(multiplicand=2, multiplier=A, giving=[Receiver(item=B), Receiver(item=C)])",
        ),
        (
            "MULTIPLY 2 BY A ON SIZE ERROR CONTINUE END-MULTIPLY",
            "Multiply(multiplicand=2, receivers=[Receiver(item=A)], size_error=ConditionalPhrase(taken=[Continue()]))",
        ),
    ],
)
def test_multiply(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "DIVIDE 2 INTO A B",
            "Divide(divisor=2, receivers=[Receiver(item=A), Receiver(item=B)])",
        ),
        (
            "DIVIDE A INTO B GIVING C",
            "Divide(divisor=A, dividend=B, giving=[Receiver(item=C)])",
        ),
        (
            "DIVIDE A BY B GIVING C D",
            "Divide(divisor=B, dividend=A, giving=[Receiver(item=C), Receiver(item=D)])",
        ),
        (
            "DIVIDE A INTO B GIVING C REMAINDER D",
            "Divide(divisor=A, dividend=B, giving=[Receiver(item=C)], remainder=Receiver(item=D))",
        ),
        (
            "DIVIDE A BY B GIVING C ROUNDED REMAINDER D(1)",
            "Divide(divisor=B, dividend=A, giving=[Receiver(item=C, rounding=NEAREST-AWAY-FROM-ZERO)], remainder=Receiver(item=D(1)))",
        ),
        (
            "DIVIDE A INTO B ON SIZE ERROR CONTINUE NOT ON SIZE ERROR CONTINUE END-DIVIDE",
            "Divide(divisor=A, receivers=[Receiver(item=B)], size_error=ConditionalPhrase(taken=[Continue()], not_taken=[Continue()]))",
        ),
    ],
)
def test_divide(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "COMPUTE A = 1",
            "Compute(receivers=[Receiver(item=A)], expression=1)",
        ),
        (
            "COMPUTE A ROUNDED B = C + D * 2 ** -E",
            "Compute(receivers=[Receiver(item=A, rounding=NEAREST-AWAY-FROM-ZERO), Receiver(item=B)], expression=(C + (D * (2 ** UnaryOperation(operator=-, operand=E)))))",
        ),
        (
            "COMPUTE A EQUAL (B - 1) / C",
            "Compute(receivers=[Receiver(item=A)], expression=([(B - 1)] / C))",
        ),
        (
            "COMPUTE A = FUNCTION MAX(B C) ON SIZE ERROR CONTINUE END-COMPUTE",
            "Compute(receivers=[Receiver(item=A)], expression=FunctionCall(name=MAX, arguments=[B, C]), size_error=ConditionalPhrase(taken=[Continue()]))",
        ),
    ],
)
def test_compute(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("CBL3021", "DIVIDE A BY B GIVING C D REMAINDER E"),
        ("CBL3001", "ADD TO A"),
        ("CBL3001", "COMPUTE A"),
        ("CBL3001", "ADD CORR A B TO C"),
    ],
)
def test_a_statement_with_a_mistake_is_reported_and_kept_as_text(code: str, source: str) -> None:
    assert failure(source) == (code, source)
