"""Conditions: precedence, abbreviation, and what a lone name means."""

from __future__ import annotations

import pytest

from cobol_parser import ast
from tests.parse.core.reading import condition, messages, read, statements
from tests.parse.statements.compact import compact

_ITEMS = """\
01 A PIC 9. 01 B PIC 9. 01 C PIC 9. 01 D PIC 9.
01 FLAG PIC X. 88 YES VALUE 'Y'. 88 NO-MORE VALUE 'N'.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A = B", "(A = B)"),
        ("A IS EQUAL TO B", "(A = B)"),
        ("A EQUALS B", "(A = B)"),
        ("A NOT = B", "(A <> B)"),
        ("A <> B", "(A <> B)"),
        ("A GREATER THAN B", "(A > B)"),
        ("A IS NOT GREATER THAN B", "(A <= B)"),
        ("A GREATER THAN OR EQUAL TO B", "(A >= B)"),
        ("A IS LESS OR EQUAL B", "(A <= B)"),
        ("A NOT < B", "(A >= B)"),
        ("A >= B", "(A >= B)"),
        ("A NOT >= B", "(A < B)"),
        ("A + 1 = B * 2 - C", "((A + 1) = ((B * 2) - C))"),
        ("(A + 1) * 2 > B", "(([(A + 1)] * 2) > B)"),
        ("FUNCTION MAX (A B) = 5", "(FunctionCall(name=MAX, arguments=[A, B]) = 5)"),
        ("FLAG = ALL 'X'", '(FLAG = ALL "X")'),
        ("FLAG = SPACES", "(FLAG = SPACE)"),
        ("A = -1", "(A = -1)"),
    ],
)
def test_relation(text: str, expected: str) -> None:
    assert condition(text, _ITEMS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A = B AND C = D OR YES", "(((A = B) AND (C = D)) OR YES?)"),
        ("A = B OR C = D AND YES", "((A = B) OR ((C = D) AND YES?))"),
        ("(A = B OR C = D) AND YES", "(((A = B) OR (C = D)) AND YES?)"),
        ("NOT A = B AND YES", "(NOT (A = B) AND YES?)"),
        ("NOT (A = B AND YES)", "NOT ((A = B) AND YES?)"),
        ("NOT YES", "NOT YES?"),
        ("((YES))", "YES?"),
        ("NOT NOT YES", "NOT NOT YES?"),
    ],
)
def test_precedence(text: str, expected: str) -> None:
    assert condition(text, _ITEMS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A = B OR C", "((A = B) OR (A = C))"),
        ("A = 1 OR 2 OR 3", "((A = 1) OR (A = 2) OR (A = 3))"),
        ("A > B AND < C", "((A > B) AND (A < C))"),
        ("A > B AND NOT < C OR D", "(((A > B) AND (A >= C)) OR (A >= D))"),
        ("A NOT EQUAL B AND C", "((A <> B) AND (A <> C))"),
        ("A = B AND NOT C", "((A = B) AND NOT (A = C))"),
        ("NOT A = B OR C", "(NOT (A = B) OR (A = C))"),
        ("A = B OR YES", "((A = B) OR YES?)"),
        ("A = B OR YES OR C", "((A = B) OR YES? OR (A = C))"),
        ("A = (1 OR 2)", "((A = 1) OR (A = 2))"),
        ("A = 1 OR (2 AND NOT 3)", "((A = 1) OR ((A = 2) AND NOT (A = 3)))"),
        ("A + 1 = B OR C + 2", "(((A + 1) = B) OR ((A + 1) = (C + 2)))"),
        ("A > B AND (NOT < C OR D)", "((A > B) AND ((A >= C) OR (A >= D)))"),
    ],
)
def test_abbreviated_relation(text: str, expected: str) -> None:
    assert condition(text, _ITEMS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A IS NUMERIC", "ClassCondition(operand=A, class_name=NUMERIC)"),
        ("A NOT NUMERIC", "ClassCondition(operand=A, class_name=NUMERIC, negated=True)"),
        ("A IS NOT ALPHABETIC-UPPER", "ClassCondition(operand=A, class_name=ALPHABETIC-UPPER, negated=True)"),
        ("A IS POSITIVE", "SignCondition(operand=A, sign=POSITIVE)"),
        ("A - B IS NOT NEGATIVE", "SignCondition(operand=(A - B), sign=NEGATIVE, negated=True)"),
        ("A IS ZERO", "SignCondition(operand=A, sign=ZERO)"),
        ("A NOT ZERO", "SignCondition(operand=A, sign=ZERO, negated=True)"),
        ("A = ZERO", "(A = ZERO)"),
        ("A IS OMITTED", "OmittedCondition(operand=A)"),
        (
            "A NUMERIC AND B = 1 OR 2",
            "((ClassCondition(operand=A, class_name=NUMERIC) AND (B = 1)) OR (B = 2))",
        ),
    ],
)
def test_class_and_sign(text: str, expected: str) -> None:
    assert condition(text, _ITEMS) == expected


def test_class_name_and_switch_come_from_special_names() -> None:
    unit, diagnostics = read("""
        IDENTIFICATION DIVISION. PROGRAM-ID. T. ENVIRONMENT DIVISION. CONFIGURATION SECTION.
        SPECIAL-NAMES. SWITCH-1 ON STATUS IS LOUD CLASS VOWEL IS 'A' 'E'.
        DATA DIVISION. WORKING-STORAGE SECTION. 01 A PIC X.
        PROCEDURE DIVISION. IF A = 'B' OR LOUD AND A NOT VOWEL CONTINUE.
        """)
    assert messages(diagnostics) == []
    procedure = unit.programs[0].procedure
    assert procedure is not None
    statement = procedure.sections[0].paragraphs[0].sentences[0].statements[0]
    assert isinstance(statement, ast.If)
    expected = '((A = "B") OR (LOUD? AND ClassCondition(operand=A, class_name=VOWEL, negated=True)))'
    assert compact(statement.condition) == expected


def test_condition_name_of_outer_program_is_known() -> None:
    unit, diagnostics = read("""
        ID DIVISION. PROGRAM-ID. OUTER. DATA DIVISION. WORKING-STORAGE SECTION.
        01 F IS GLOBAL PIC X. 88 DONE VALUE 'D'.
        PROCEDURE DIVISION. STOP RUN.
        ID DIVISION. PROGRAM-ID. INNER. DATA DIVISION. WORKING-STORAGE SECTION. 01 A PIC X.
        PROCEDURE DIVISION. IF A = 'X' OR DONE CONTINUE.
        END PROGRAM INNER. END PROGRAM OUTER.
        """)
    assert messages(diagnostics) == []
    inner = unit.programs[0].programs[0].procedure
    assert inner is not None
    statement = inner.sections[0].paragraphs[0].sentences[0].statements[0]
    assert isinstance(statement, ast.If)
    assert compact(statement.condition) == '((A = "X") OR DONE?)'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("A", "CBL3005 A is a data item: alone it is no condition"),
        ("= 5", "CBL3005 this relation has no subject, and none before it to take over"),
        ("5", "CBL3005 a value alone is no condition"),
        ("A = B C = D", "CBL3001 expected AND, OR or an operator; found 'C'"),
        ("A = B AND", "CBL3001 an operand is missing at the end of the expression"),
        ("A = ", "CBL3001 an operand is missing at the end of the expression"),
    ],
)
def test_what_is_no_condition_costs_the_sentence(text: str, message: str) -> None:
    found, diagnostics = statements(f"IF {text} CONTINUE END-IF. DISPLAY A.", _ITEMS)
    assert messages(diagnostics) == [message]
    assert [type(statement) for statement in found] == [ast.UnsupportedStatement, ast.Display]
