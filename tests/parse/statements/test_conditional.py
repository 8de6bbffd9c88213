"""IF, EVALUATE, CONTINUE, NEXT SENTENCE: source text and the tree it becomes."""

from __future__ import annotations

import pytest

from tests.parse.statements.compact import failure, statement


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "IF A = B CONTINUE",
            "If(condition=(A = B), then=[Continue()])",
        ),
        (
            "IF A > 1 THEN CONTINUE ELSE NEXT SENTENCE",
            "If(condition=(A > 1), then=[Continue()], otherwise=[NextSentence()])",
        ),
        (
            "IF A IF B CONTINUE ELSE STOP RUN",
            "If(condition=A?, then=[If(condition=B?, then=[Continue()], otherwise=[StopRun()])])",
        ),
        (
            "IF A IF B CONTINUE END-IF ELSE STOP RUN END-IF",
            "If(condition=A?, then=[If(condition=B?, then=[Continue()])], otherwise=[StopRun()])",
        ),
        (
            "IF A = 1 OR 2 CONTINUE",
            "If(condition=((A = 1) OR (A = 2)), then=[Continue()])",
        ),
        (
            "IF NOT A NUMERIC CONTINUE",
            "If(condition=NOT ClassCondition(operand=A, class_name=NUMERIC), then=[Continue()])",
        ),
        (
            "IF A = 1 ADD 1 TO B ON SIZE ERROR CONTINUE END-ADD DISPLAY B ELSE CONTINUE",
            "If(condition=(A = 1), then=[Add(addends=[1], receivers=[Receiver(item=B)], size_error=ConditionalPhrase(taken=[Continue()])), Display(items=[B])], otherwise=[Continue()])",
        ),
    ],
)
def test_if(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "EVALUATE A WHEN 1 CONTINUE",
            "Evaluate(subjects=[A], whens=[When(selections=[[EvaluateRange(low=1)]], statements=[Continue()])])",
        ),
        (
            "EVALUATE A WHEN 1 WHEN 2 THRU 3 CONTINUE WHEN OTHER STOP RUN END-EVALUATE",
            "Evaluate(subjects=[A], whens=[When(selections=[[EvaluateRange(low=1)], [EvaluateRange(low=2, high=3)]], statements=[Continue()]), When(selections=[], statements=[StopRun()])])",
        ),
        (
            'EVALUATE A WHEN NOT 1 CONTINUE WHEN NOT "A" THRU "B" CONTINUE',
            'Evaluate(subjects=[A], whens=[When(selections=[[EvaluateRange(low=1, negated=True)]], statements=[Continue()]), When(selections=[[EvaluateRange(low="A", high="B", negated=True)]], statements=[Continue()])])',
        ),
        (
            "EVALUATE TRUE WHEN A > 1 CONTINUE WHEN B CONTINUE WHEN NOT B CONTINUE WHEN NOT A = 1 OR B CONTINUE",
            "Evaluate(subjects=[TRUE], whens=[When(selections=[[EvaluateRange(low=(A > 1))]], statements=[Continue()]), When(selections=[[EvaluateRange(low=B?)]], statements=[Continue()]), When(selections=[[EvaluateRange(low=B?, negated=True)]], statements=[Continue()]), When(selections=[[EvaluateRange(low=(NOT (A = 1) OR (A = B)))]], statements=[Continue()])])",
        ),
        (
            "EVALUATE FALSE WHEN A NUMERIC CONTINUE",
            "Evaluate(subjects=[FALSE], whens=[When(selections=[[EvaluateRange(low=ClassCondition(operand=A, class_name=NUMERIC))]], statements=[Continue()])])",
        ),
        (
            "EVALUATE TRUE ALSO A + 1 WHEN B ALSO ANY WHEN NOT FALSE ALSO C * 2 CONTINUE",
            "Evaluate(subjects=[TRUE, (A + 1)], whens=[When(selections=[[EvaluateRange(low=B?), EvaluateAny()], [EvaluateRange(low=FALSE, negated=True), EvaluateRange(low=(C * 2))]], statements=[Continue()])])",
        ),
        (
            "EVALUATE A > B WHEN TRUE CONTINUE WHEN FALSE STOP RUN",
            "Evaluate(subjects=[(A > B)], whens=[When(selections=[[EvaluateRange(low=TRUE)]], statements=[Continue()]), When(selections=[[EvaluateRange(low=FALSE)]], statements=[StopRun()])])",
        ),
        (
            "EVALUATE A WHEN > 5 AND < 10 CONTINUE WHEN = ZERO CONTINUE",
            "Evaluate(subjects=[A], whens=[When(selections=[[EvaluateRange(low=((A > 5) AND (A < 10)))]], statements=[Continue()]), When(selections=[[EvaluateRange(low=(A = ZERO))]], statements=[Continue()])])",
        ),
        (
            "EVALUATE A WHEN 1 WHEN OTHER CONTINUE",
            "Evaluate(subjects=[A], whens=[When(selections=[], statements=[Continue()])])",
        ),
        (
            "EVALUATE A WHEN 1 CONTINUE WHEN 2",
            "Evaluate(subjects=[A], whens=[When(selections=[[EvaluateRange(low=1)]], statements=[Continue()]), When(selections=[[EvaluateRange(low=2)]], statements=[])])",
        ),
        (
            'EVALUATE A OF R (I) WHEN SPACES THRU "Z" EVALUATE B WHEN 1 CONTINUE END-EVALUATE WHEN HIGH-VALUES CONTINUE END-EVALUATE',
            'Evaluate(subjects=[A OF R(I)], whens=[When(selections=[[EvaluateRange(low=SPACE, high="Z")]], statements=[Evaluate(subjects=[B], whens=[When(selections=[[EvaluateRange(low=1)]], statements=[Continue()])])]), When(selections=[[EvaluateRange(low=HIGH-VALUE)]], statements=[Continue()])])',
        ),
        (
            "EVALUATE FUNCTION LENGTH(A) WHEN -1 CONTINUE",
            "Evaluate(subjects=[FunctionCall(name=LENGTH, arguments=[A])], whens=[When(selections=[[EvaluateRange(low=-1)]], statements=[Continue()])])",
        ),
    ],
)
def test_evaluate(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "CONTINUE",
            "Continue()",
        ),
        (
            "NEXT SENTENCE",
            "NextSentence()",
        ),
    ],
)
def test_continue_and_next_sentence(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("CBL3024", "EVALUATE A WHEN 1 ALSO 2 CONTINUE"),
        ("CBL3024", "EVALUATE A ALSO B WHEN 1 CONTINUE"),
        ("CBL3023", "EVALUATE TRUE WHEN > 5 CONTINUE"),
        ("CBL3001", "EVALUATE A"),
        ("CBL3001", "IF A = 1"),
        ("CBL3001", "IF CONTINUE"),
    ],
)
def test_a_statement_with_a_mistake_is_reported_and_kept_as_text(code: str, source: str) -> None:
    assert failure(source) == (code, source)
