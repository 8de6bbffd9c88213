"""Identifiers, literals, functions, arithmetic."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cobol_parser import ast
from tests.parse.core.reading import expression, messages, program, statements
from tests.parse.statements.compact import compact


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A + B * C", "(A + (B * C))"),
        ("A - B - C", "((A - B) - C)"),
        ("A * B ** 2 ** 3", "(A * (B ** (2 ** 3)))"),
        ("(A + B) * C", "([(A + B)] * C)"),
        ("A / B * C", "((A / B) * C)"),
        ("- A + B", "(UnaryOperation(operator=-, operand=A) + B)"),
        ("A * - B", "(A * UnaryOperation(operator=-, operand=B))"),
        ("-5 + A", "(-5 + A)"),
        ("A -5", "(A - 5)"),
        ("A -5 * B", "(A - (5 * B))"),
        ("+ 1", "1"),
        ("-1.50", "-1.50"),
        ("1.5E3", "1.5E3"),
        ("((A))", "[[A]]"),
        ("LENGTH OF A + 1", "(LengthOf(operand=A) + 1)"),
        ("ZERO", "ZERO"),
    ],
)
def test_arithmetic(text: str, expected: str) -> None:
    assert expression(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A", "A"),
        ("a", "A"),
        ("A OF B IN C", "A OF B OF C"),
        ("A (1)", "A(1)"),
        ("A (I J)", "A(I, J)"),
        ("A (I, J, 3)", "A(I, J, 3)"),
        ("A (I + 1 J)", "A((I + 1), J)"),
        ("A (I +1)", "A(I, 1)"),
        ("A (I, J - 1)", "A(I, (J - 1))"),
        ("A OF B (I) (2:3)", "A OF B(I)(2:3)"),
        ("A (2:)", "A(2:)"),
        ("A (I + 1: LENGTH OF B)", "A((I + 1):LengthOf(operand=B))"),
        ("A (B (I) 2)", "A(B(I), 2)"),
        ("A ((I + 1) * 2)", "A(([(I + 1)] * 2))"),
    ],
)
def test_identifier(text: str, expected: str) -> None:
    found, diagnostics = statements(f"MOVE {text} TO X.")
    assert messages(diagnostics) == []
    assert isinstance(found[0], ast.Move)
    assert compact(found[0].source) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FUNCTION CURRENT-DATE", "FunctionCall(name=CURRENT-DATE)"),
        ("FUNCTION MAX (A B C)", "FunctionCall(name=MAX, arguments=[A, B, C])"),
        ("FUNCTION MAX (A -1)", "FunctionCall(name=MAX, arguments=[A, -1])"),
        ("FUNCTION MAX (A - 1)", "FunctionCall(name=MAX, arguments=[(A - 1)])"),
        (
            "FUNCTION MAX (A, -B)",
            "FunctionCall(name=MAX, arguments=[A, UnaryOperation(operator=-, operand=B)])",
        ),
        ("FUNCTION SUM (T (ALL))", "FunctionCall(name=SUM, arguments=[T(AllSubscript())])"),
        ("FUNCTION LENGTH ('abc')", 'FunctionCall(name=LENGTH, arguments=["abc"])'),
        ("FUNCTION RANDOM ()", "FunctionCall(name=RANDOM)"),
        ("FUNCTION TRIM (A TRAILING)", "FunctionCall(name=TRIM, arguments=[A], keyword=TRAILING)"),
        (
            "FUNCTION UPPER-CASE (FUNCTION TRIM (A))",
            "FunctionCall(name=UPPER-CASE, arguments=[FunctionCall(name=TRIM, arguments=[A])])",
        ),
        (
            "FUNCTION CURRENT-DATE (1:4)",
            "FunctionCall(name=CURRENT-DATE, reference_modifier=ReferenceModifier(start=1, length=4))",
        ),
    ],
)
def test_function(text: str, expected: str) -> None:
    found, diagnostics = statements(f"MOVE {text} TO X.")
    assert messages(diagnostics) == []
    assert isinstance(found[0], ast.Move)
    assert compact(found[0].source) == expected


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("MAX (A B)", "FunctionCall(name=MAX, arguments=[A, B])"),
        ("LENGTH (A)", "FunctionCall(name=LENGTH, arguments=[A])"),
        ("CURRENT-DATE", "FunctionCall(name=CURRENT-DATE)"),
        ("TRIM (A)", "FunctionCall(name=TRIM, arguments=[A])"),
        ("MIN (1)", "MIN(1)"),
    ],
)
def test_repository_lets_functions_stand_alone(call: str, expected: str) -> None:
    node = program(f"""
        ENVIRONMENT DIVISION. CONFIGURATION SECTION. REPOSITORY. FUNCTION ALL INTRINSIC.
        DATA DIVISION. WORKING-STORAGE SECTION. 01 A PIC 9. 01 B PIC 9. 01 T. 02 MIN PIC 9 OCCURS 2.
        PROCEDURE DIVISION. MOVE {call} TO A.""")
    assert node.procedure is not None
    move = node.procedure.sections[0].paragraphs[0].sentences[0].statements[0]
    assert isinstance(move, ast.Move)
    assert compact(move.source) == expected


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ('"it\'s"', "it's", ""),
        ("'it''s'", "it's", ""),
        ('"say ""x"""', 'say "x"', ""),
        ("''", " ", ""),
        ("X'4142ff'", "AB\xff", "X"),
        ('x"00"', "\0", "X"),
        ("Z'abc'", "abc\0", "Z"),
        ("N'abc'", "abc", "N"),
        ("'é'", "é".encode().decode("latin-1"), ""),
        ("'a' & 'b' & X'43'", "abC", ""),
    ],
)
def test_alphanumeric_literal(text: str, value: str, kind: str) -> None:
    found, diagnostics = statements(f"MOVE {text} TO X.")
    assert messages(diagnostics) == []
    assert isinstance(found[0], ast.Move)
    literal = found[0].source
    assert isinstance(literal, ast.AlphanumericLiteral)
    assert (literal.value, literal.kind) == (value, kind)


def test_numeric_literal_has_its_exact_value() -> None:
    found, _ = statements("MOVE -00012.50 TO X.")
    assert isinstance(found[0], ast.Move)
    literal = found[0].source
    assert isinstance(literal, ast.NumericLiteral)
    assert (literal.value, literal.text) == (Decimal("-12.50"), "-00012.50")


def test_decimal_comma_is_normalised() -> None:
    node = program("""
        ENVIRONMENT DIVISION. CONFIGURATION SECTION. SPECIAL-NAMES. DECIMAL-POINT IS COMMA.
        DATA DIVISION. WORKING-STORAGE SECTION. 01 A PIC 9V99 VALUE 1,25.""")
    assert node.data is not None
    value = node.data.working_storage[0].value
    assert value is not None
    assert compact(value.values[0].low) == "1.25"


@pytest.mark.parametrize("text", ["X'4'", "X'GG'", "B'012'"])
def test_bad_literal_is_reported(text: str) -> None:
    _, diagnostics = statements(f"MOVE {text} TO X.")
    assert "CBL3007" in {item.code for item in diagnostics.items}


@pytest.mark.parametrize(
    ("text", "column"),
    [("COMPUTE A = B *.", 16), ("COMPUTE A = * B.", 13), ("COMPUTE A = B C.", 15), ("COMPUTE A = (B.", 15)],
)
def test_broken_expression_is_placed(text: str, column: int) -> None:
    found, diagnostics = statements(text + " DISPLAY A.")
    assert [(item.code, item.column) for item in diagnostics.items] == [("CBL3001", column)]
    assert [type(statement) for statement in found] == [ast.UnsupportedStatement, ast.Display]
