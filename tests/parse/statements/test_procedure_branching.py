"""PERFORM, GO TO, ALTER, EXIT, STOP: source text and the tree it becomes."""

from __future__ import annotations

import pytest

from tests.parse.statements.compact import failure, statement


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "PERFORM A",
            "Perform(first=ProcedureName(name=A), last=None, control=PerformControl())",
        ),
        (
            "PERFORM A THRU B",
            "Perform(first=ProcedureName(name=A), last=ProcedureName(name=B), control=PerformControl())",
        ),
        (
            "PERFORM A OF S THROUGH B IN S",
            "Perform(first=ProcedureName(name=A, section=S), last=ProcedureName(name=B, section=S), control=PerformControl())",
        ),
        (
            "PERFORM 010",
            "Perform(first=ProcedureName(name=010), last=None, control=PerformControl())",
        ),
        (
            "PERFORM A 3 TIMES",
            "Perform(first=ProcedureName(name=A), last=None, control=PerformControl(times=3))",
        ),
        (
            "PERFORM A THRU B N TIMES",
            "Perform(first=ProcedureName(name=A), last=ProcedureName(name=B), control=PerformControl(times=N))",
        ),
        (
            "PERFORM A OF S N OF R TIMES",
            "Perform(first=ProcedureName(name=A, section=S), last=None, control=PerformControl(times=N OF R))",
        ),
        (
            "PERFORM A N(I) TIMES",
            "Perform(first=ProcedureName(name=A), last=None, control=PerformControl(times=N(I)))",
        ),
        (
            "PERFORM A UNTIL B = 1",
            "Perform(first=ProcedureName(name=A), last=None, control=PerformControl(until=(B = 1)))",
        ),
        (
            "PERFORM A WITH TEST AFTER UNTIL B",
            "Perform(first=ProcedureName(name=A), last=None, control=PerformControl(until=B?, test_after=True))",
        ),
        (
            "PERFORM A VARYING I FROM 1 BY 1 UNTIL I > 3",
            "Perform(first=ProcedureName(name=A), last=None, control=PerformControl(varying=[PerformVarying(item=I, start=1, step=1, until=(I > 3))]))",
        ),
        (
            "PERFORM A TEST BEFORE VARYING I FROM N BY -1 UNTIL I = 0 OR B AFTER J FROM 1 BY K UNTIL J > 2 AFTER K FROM 1 BY 1 UNTIL K > 9",
            "Perform(first=ProcedureName(name=A), last=None, control=PerformControl(varying=[PerformVarying(item=I, start=N, step=-1, until=((I = 0) OR (I = B))), PerformVarying(item=J, start=1, step=K, until=(J > 2)), PerformVarying(item=K, start=1, step=1, until=(K > 9))]))",
        ),
        (
            "PERFORM A UNTIL EXIT",
            "Perform(first=ProcedureName(name=A), last=None, control=PerformControl(forever=True))",
        ),
    ],
)
def test_perform(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "PERFORM CONTINUE END-PERFORM",
            "PerformInline(control=PerformControl(), statements=[Continue()])",
        ),
        (
            "PERFORM 3 TIMES CONTINUE END-PERFORM",
            "PerformInline(control=PerformControl(times=3), statements=[Continue()])",
        ),
        (
            "PERFORM N TIMES CONTINUE END-PERFORM",
            "PerformInline(control=PerformControl(times=N), statements=[Continue()])",
        ),
        (
            "PERFORM N OF R TIMES CONTINUE END-PERFORM",
            "PerformInline(control=PerformControl(times=N OF R), statements=[Continue()])",
        ),
        (
            "PERFORM UNTIL A > 1 ADD 1 TO A END-PERFORM",
            "PerformInline(control=PerformControl(until=(A > 1)), statements=[Add(addends=[1], receivers=[Receiver(item=A)])])",
        ),
        (
            "PERFORM WITH TEST AFTER VARYING I FROM 1 BY 1 UNTIL I > 3 EXIT PERFORM CYCLE END-PERFORM",
            "PerformInline(control=PerformControl(varying=[PerformVarying(item=I, start=1, step=1, until=(I > 3))], test_after=True), statements=[Exit(kind=PERFORM CYCLE)])",
        ),
        (
            "PERFORM UNTIL EXIT EXIT PERFORM END-PERFORM",
            "PerformInline(control=PerformControl(forever=True), statements=[Exit(kind=PERFORM)])",
        ),
        (
            "PERFORM FOREVER EXIT PERFORM END-PERFORM",
            "PerformInline(control=PerformControl(forever=True), statements=[Exit(kind=PERFORM)])",
        ),
        (
            "PERFORM UNTIL A = 1 END-PERFORM",
            "PerformInline(control=PerformControl(until=(A = 1)), statements=[])",
        ),
        (
            "PERFORM VARYING I FROM 1 UNTIL I > 3",
            "PerformInline(control=PerformControl(varying=[PerformVarying(item=I, start=1, step=1, until=(I > 3))]), statements=[])",
        ),
    ],
)
def test_perform_inline(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "GO TO A",
            "GoTo(target=ProcedureName(name=A))",
        ),
        (
            "GO A OF S",
            "GoTo(target=ProcedureName(name=A, section=S))",
        ),
        (
            "GO TO",
            "GoTo(target=None)",
        ),
        (
            "GO TO A B OF S 030 DEPENDING ON C",
            "GoToDepending(targets=[ProcedureName(name=A), ProcedureName(name=B, section=S), ProcedureName(name=030)], selector=C)",
        ),
        (
            "GO A DEPENDING C(1)",
            "GoToDepending(targets=[ProcedureName(name=A)], selector=C(1))",
        ),
    ],
)
def test_go_to(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "ALTER A TO B",
            "Alter(pairs=[[ProcedureName(name=A), ProcedureName(name=B)]])",
        ),
        (
            "ALTER A TO PROCEED TO B, C OF S TO PROCEED TO D",
            "Alter(pairs=[[ProcedureName(name=A), ProcedureName(name=B)], [ProcedureName(name=C, section=S), ProcedureName(name=D)]])",
        ),
    ],
)
def test_alter(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "EXIT",
            "Exit()",
        ),
        (
            "EXIT PARAGRAPH",
            "Exit(kind=PARAGRAPH)",
        ),
        (
            "EXIT SECTION",
            "Exit(kind=SECTION)",
        ),
        (
            "EXIT PROGRAM",
            "ExitProgram()",
        ),
        (
            "EXIT PROGRAM RETURNING 5",
            "ExitProgram(returning=5)",
        ),
        (
            "EXIT FUNCTION",
            "Goback()",
        ),
    ],
)
def test_exit(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "STOP RUN",
            "StopRun()",
        ),
        (
            "STOP RUN 4",
            "StopRun(code=4)",
        ),
        (
            "STOP RUN RETURNING A",
            "StopRun(code=A)",
        ),
        (
            "STOP RUN GIVING -1",
            "StopRun(code=-1)",
        ),
        (
            "STOP RUN WITH ERROR STATUS 9",
            "StopRun(code=9)",
        ),
        (
            "STOP RUN ERROR",
            "StopRun(code=1)",
        ),
        (
            "STOP RUN NORMAL STATUS",
            "StopRun(code=0)",
        ),
        (
            'STOP "WAIT"',
            'StopLiteral(literal="WAIT")',
        ),
        (
            "STOP 5",
            "StopLiteral(literal=5)",
        ),
    ],
)
def test_stop(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("CBL3001", "PERFORM"),
        ("CBL3001", "PERFORM A THRU"),
        ("CBL3001", "PERFORM VARYING I FROM 1 BY 1 UNTIL I > 3 CONTINUE"),
        ("CBL3001", "GO TO A B"),
        ("CBL3001", "ALTER A"),
        ("CBL3001", "STOP"),
    ],
)
def test_a_statement_with_a_mistake_is_reported_and_kept_as_text(code: str, source: str) -> None:
    assert failure(source) == (code, source)


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("CBL6049", 'GO TO ENTRY "A"'),
        ("CBL6049", 'GO TO ENTRY "A" "B" DEPENDING ON C'),
    ],
)
def test_what_is_not_converted_is_read_and_kept_as_text(code: str, source: str) -> None:
    assert failure(source) == (code, source)
