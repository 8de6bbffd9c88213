"""Statements on files and the console: source text and the tree it becomes."""

from __future__ import annotations

import pytest

from tests.parse.statements.compact import failure, statement


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "OPEN INPUT A",
            "Open(files=[OpenFile(mode=INPUT, file=A)])",
        ),
        (
            "OPEN INPUT A B OUTPUT C I-O D EXTEND E",
            "Open(files=[OpenFile(mode=INPUT, file=A), OpenFile(mode=INPUT, file=B), OpenFile(mode=OUTPUT, file=C), OpenFile(mode=I-O, file=D), OpenFile(mode=EXTEND, file=E)])",
        ),
        (
            "OPEN INPUT A REVERSED B WITH NO REWIND",
            "Open(files=[OpenFile(mode=INPUT, file=A, options=[REVERSED]), OpenFile(mode=INPUT, file=B, options=[NO REWIND])])",
        ),
        (
            "OPEN OUTPUT A NO REWIND, B WITH LOCK",
            "Open(files=[OpenFile(mode=OUTPUT, file=A, options=[NO REWIND]), OpenFile(mode=OUTPUT, file=B, options=[LOCK])])",
        ),
        (
            "OPEN INPUT SHARING WITH READ ONLY A B OUTPUT C",
            "Open(files=[OpenFile(mode=INPUT, file=A, options=[SHARING READ]), OpenFile(mode=INPUT, file=B, options=[SHARING READ]), OpenFile(mode=OUTPUT, file=C)])",
        ),
        (
            "OPEN I-O A SHARING WITH ALL OTHER",
            "Open(files=[OpenFile(mode=I-O, file=A, options=[SHARING ALL])])",
        ),
        (
            "OPEN EXCLUSIVE I-O A",
            "Open(files=[OpenFile(mode=I-O, file=A, options=[EXCLUSIVE])])",
        ),
        (
            "OPEN INPUT RETRY 3 TIMES A",
            "Open(files=[OpenFile(mode=INPUT, file=A, retry=Retry(times=3))])",
        ),
    ],
)
def test_open(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "CLOSE A B",
            "Close(files=[CloseFile(file=A), CloseFile(file=B)])",
        ),
        (
            "CLOSE A REEL FOR REMOVAL B UNIT C WITH NO REWIND D WITH LOCK E LOCK",
            "Close(files=[CloseFile(file=A, options=[REEL, REMOVAL]), CloseFile(file=B, options=[UNIT]), CloseFile(file=C, options=[NO REWIND]), CloseFile(file=D, options=[LOCK]), CloseFile(file=E, options=[LOCK])])",
        ),
    ],
)
def test_close(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "READ A",
            "Read(file=A)",
        ),
        (
            "READ A NEXT RECORD INTO B AT END CONTINUE NOT AT END CONTINUE END-READ",
            "Read(file=A, direction=NEXT, into=B, at_end=ConditionalPhrase(taken=[Continue()], not_taken=[Continue()]))",
        ),
        (
            "READ A PREVIOUS END CONTINUE",
            "Read(file=A, direction=PREVIOUS, at_end=ConditionalPhrase(taken=[Continue()]))",
        ),
        (
            "READ A RECORD KEY IS B OF C INVALID KEY CONTINUE NOT INVALID CONTINUE",
            "Read(file=A, key=B OF C, invalid_key=ConditionalPhrase(taken=[Continue()], not_taken=[Continue()]))",
        ),
        (
            "READ A WITH NO LOCK INTO B",
            "Read(file=A, into=B, lock=NO LOCK)",
        ),
        (
            "READ A KEPT LOCK",
            "Read(file=A, lock=KEPT LOCK)",
        ),
        (
            "READ A IGNORING LOCK",
            "Read(file=A, lock=IGNORE LOCK)",
        ),
        (
            "READ A NOT AT END CONTINUE AT END CONTINUE",
            "Read(file=A, at_end=ConditionalPhrase(taken=[Continue()], not_taken=[Continue()]))",
        ),
        (
            "READ A AT END READ B AT END CONTINUE NOT AT END CONTINUE END-READ NOT AT END STOP RUN END-READ",
            "Read(file=A, at_end=ConditionalPhrase(taken=[Read(file=B, at_end=ConditionalPhrase(taken=[Continue()], not_taken=[Continue()]))], not_taken=[StopRun()]))",
        ),
        (
            'READ A AT END DISPLAY "X" WITH NO ADVANCING NOT AT END CONTINUE',
            'Read(file=A, at_end=ConditionalPhrase(taken=[Display(items=["X"], no_advancing=True)], not_taken=[Continue()]))',
        ),
    ],
)
def test_read(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "WRITE A",
            "Write(record=A)",
        ),
        (
            "WRITE A FROM B",
            "Write(record=A, source=B)",
        ),
        (
            'WRITE A FROM "X" AFTER ADVANCING 2 LINES',
            'Write(record=A, source="X", advancing=Advancing(after=True, lines=2))',
        ),
        (
            "WRITE A BEFORE PAGE",
            "Write(record=A, advancing=Advancing(after=False, lines=None, page=True))",
        ),
        (
            "WRITE A AFTER ADVANCING TOP-OF-FORM",
            "Write(record=A, advancing=Advancing(after=True, lines=TOP-OF-FORM))",
        ),
        (
            "WRITE A AFTER B OF C LINE",
            "Write(record=A, advancing=Advancing(after=True, lines=B OF C))",
        ),
        (
            "WRITE A AFTER ADVANCING ZERO LINES AT END-OF-PAGE CONTINUE NOT AT EOP CONTINUE END-WRITE",
            "Write(record=A, advancing=Advancing(after=True, lines=ZERO), end_of_page=ConditionalPhrase(taken=[Continue()], not_taken=[Continue()]))",
        ),
        (
            "WRITE A INVALID KEY CONTINUE NOT INVALID KEY CONTINUE END-WRITE",
            "Write(record=A, invalid_key=ConditionalPhrase(taken=[Continue()], not_taken=[Continue()]))",
        ),
        (
            "WRITE FILE A FROM B",
            "Write(record=None, source=B, file=A)",
        ),
        (
            "WRITE A OF F BEFORE ADVANCING PAGE FROM B END-OF-PAGE CONTINUE",
            "Write(record=A OF F, source=B, advancing=Advancing(after=False, lines=None, page=True), end_of_page=ConditionalPhrase(taken=[Continue()]))",
        ),
    ],
)
def test_write(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "REWRITE A",
            "Rewrite(record=A)",
        ),
        (
            "REWRITE A RECORD FROM B WITH LOCK",
            "Rewrite(record=A, source=B, lock=LOCK)",
        ),
        (
            "REWRITE A INVALID KEY CONTINUE NOT INVALID KEY CONTINUE END-REWRITE",
            "Rewrite(record=A, invalid_key=ConditionalPhrase(taken=[Continue()], not_taken=[Continue()]))",
        ),
        (
            "REWRITE FILE A FROM B",
            "Rewrite(record=None, source=B, file=A)",
        ),
    ],
)
def test_rewrite(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "DELETE A",
            "Delete(file=A)",
        ),
        (
            "DELETE A RECORD INVALID KEY CONTINUE NOT INVALID KEY CONTINUE END-DELETE",
            "Delete(file=A, invalid_key=ConditionalPhrase(taken=[Continue()], not_taken=[Continue()]))",
        ),
        (
            "DELETE FILE A B",
            "DeleteFile(files=[A, B])",
        ),
    ],
)
def test_delete(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "START A",
            "Start(file=A)",
        ),
        (
            "START A KEY IS EQUAL TO B",
            "Start(file=A, relation==, key=B)",
        ),
        (
            "START A KEY = B",
            "Start(file=A, relation==, key=B)",
        ),
        (
            "START A KEY IS GREATER THAN B(1)",
            "Start(file=A, relation=>, key=B(1))",
        ),
        (
            "START A KEY > B",
            "Start(file=A, relation=>, key=B)",
        ),
        (
            "START A KEY IS NOT LESS THAN B",
            "Start(file=A, relation=>=, key=B)",
        ),
        (
            "START A KEY NOT < B",
            "Start(file=A, relation=>=, key=B)",
        ),
        (
            "START A KEY IS GREATER THAN OR EQUAL TO B",
            "Start(file=A, relation=>=, key=B)",
        ),
        (
            "START A KEY >= B",
            "Start(file=A, relation=>=, key=B)",
        ),
        (
            "START A KEY LESS OR EQUAL B",
            "Start(file=A, relation=<=, key=B)",
        ),
        (
            "START A KEY NOT GREATER B",
            "Start(file=A, relation=<=, key=B)",
        ),
        (
            "START A KEY IS LESS B",
            "Start(file=A, relation=<, key=B)",
        ),
        (
            "START A FIRST",
            "Start(file=A, relation=FIRST)",
        ),
        (
            "START A KEY LAST",
            "Start(file=A, relation=LAST)",
        ),
        (
            "START A KEY >= B WITH LENGTH C - 1 INVALID KEY CONTINUE NOT INVALID KEY CONTINUE END-START",
            "Start(file=A, relation=>=, key=B, length=(C - 1), invalid_key=ConditionalPhrase(taken=[Continue()], not_taken=[Continue()]))",
        ),
        (
            "START A KEY B SIZE 3",
            "Start(file=A, relation==, key=B, length=3)",
        ),
        (
            "START A INVALID KEY CONTINUE",
            "Start(file=A, invalid_key=ConditionalPhrase(taken=[Continue()]))",
        ),
    ],
)
def test_start(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "UNLOCK A",
            "Unlock(file=A)",
        ),
        (
            "UNLOCK A RECORDS",
            "Unlock(file=A)",
        ),
    ],
)
def test_unlock(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "ACCEPT A",
            "Accept(item=A)",
        ),
        (
            "ACCEPT A(I) FROM DATE",
            "Accept(item=A(I), source=DATE)",
        ),
        (
            "ACCEPT A FROM DATE YYYYMMDD",
            "Accept(item=A, source=DATE YYYYMMDD)",
        ),
        (
            "ACCEPT A FROM DAY",
            "Accept(item=A, source=DAY)",
        ),
        (
            "ACCEPT A FROM DAY YYYYDDD",
            "Accept(item=A, source=DAY YYYYDDD)",
        ),
        (
            "ACCEPT A FROM DAY-OF-WEEK",
            "Accept(item=A, source=DAY-OF-WEEK)",
        ),
        (
            "ACCEPT A FROM TIME",
            "Accept(item=A, source=TIME)",
        ),
        (
            "ACCEPT A FROM SYSIN",
            "Accept(item=A, source=SYSIN)",
        ),
        (
            "ACCEPT A FROM CONSOLE END-ACCEPT",
            "Accept(item=A, source=CONSOLE)",
        ),
        (
            "ACCEPT A FROM COMMAND-LINE",
            "Accept(item=A, source=COMMAND-LINE)",
        ),
        (
            "ACCEPT A FROM ARGUMENT-NUMBER",
            "Accept(item=A, source=ARGUMENT-NUMBER)",
        ),
        (
            "ACCEPT A FROM ARGUMENT-VALUE ON EXCEPTION CONTINUE",
            "Accept(item=A, source=ARGUMENT-VALUE, exception=ConditionalPhrase(taken=[Continue()]))",
        ),
        (
            'ACCEPT A FROM ENVIRONMENT "HOME" ON EXCEPTION CONTINUE NOT ON EXCEPTION CONTINUE END-ACCEPT',
            'Accept(item=A, source=ENVIRONMENT, name="HOME", exception=ConditionalPhrase(taken=[Continue()], not_taken=[Continue()]))',
        ),
        (
            "ACCEPT A FROM ENVIRONMENT-VALUE",
            "Accept(item=A, source=ENVIRONMENT-VALUE)",
        ),
        (
            "ACCEPT A FROM ESCAPE KEY",
            "Accept(item=A, source=ESCAPE KEY)",
        ),
        (
            "ACCEPT A FROM EXCEPTION STATUS",
            "Accept(item=A, source=EXCEPTION STATUS)",
        ),
        (
            "ACCEPT A FROM USER NAME",
            "Accept(item=A, source=USER NAME)",
        ),
        (
            "ACCEPT A FROM LINES",
            "Accept(item=A, source=LINES)",
        ),
    ],
)
def test_accept(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            'DISPLAY "A" B 5 -1',
            'Display(items=["A", B, 5, -1])',
        ),
        (
            'DISPLAY ALL "X" SPACES FUNCTION TRIM(A LEADING)',
            'Display(items=[ALL "X", SPACE, FunctionCall(name=TRIM, arguments=[A], keyword=LEADING)])',
        ),
        (
            "DISPLAY A UPON CONSOLE",
            "Display(items=[A], upon=CONSOLE)",
        ),
        (
            "DISPLAY A WITH NO ADVANCING",
            "Display(items=[A], no_advancing=True)",
        ),
        (
            "DISPLAY A UPON SYSERR NO ADVANCING END-DISPLAY",
            "Display(items=[A], upon=SYSERR, no_advancing=True)",
        ),
        (
            'DISPLAY "HOME" UPON ENVIRONMENT-NAME',
            'Display(items=["HOME"], upon=ENVIRONMENT-NAME)',
        ),
        (
            "DISPLAY 2 UPON ARGUMENT-NUMBER ON EXCEPTION CONTINUE END-DISPLAY",
            "Display(items=[2], upon=ARGUMENT-NUMBER, exception=ConditionalPhrase(taken=[Continue()]))",
        ),
        (
            'DISPLAY X"41" LENGTH OF A A(1:2)',
            'Display(items=[X"A", LengthOf(operand=A), A(1:2)])',
        ),
    ],
)
def test_display(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("CBL3022", "OPEN INPUT"),
        ("CBL3022", "OPEN A"),
        ("CBL3022", "CLOSE WITH LOCK"),
        ("CBL3020", "READ A INTO B INTO C"),
        ("CBL3021", "READ A NEXT PREVIOUS"),
        ("CBL3021", "READ A AT END CONTINUE INVALID KEY CONTINUE"),
        ("CBL3020", "WRITE A FROM B FROM C"),
        ("CBL3020", "WRITE A AFTER PAGE BEFORE PAGE"),
        ("CBL3021", "START A LENGTH 5"),
        ("CBL3022", "DISPLAY UPON CONSOLE"),
        ("CBL3020", "DISPLAY A UPON B UPON C"),
        ("CBL3001", "DELETE"),
    ],
)
def test_a_statement_with_a_mistake_is_reported_and_kept_as_text(code: str, source: str) -> None:
    assert failure(source) == (code, source)


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("CBL6040", "ACCEPT A AT 0101"),
        ("CBL6040", "ACCEPT A LINE 1 COLUMN 2 WITH HIGHLIGHT UPDATE"),
        ("CBL6040", "ACCEPT A AT LINE NUMBER 3 COL 5 ON EXCEPTION CONTINUE END-ACCEPT"),
        ("CBL6040", "ACCEPT (1, 2) A"),
        ("CBL6040", "ACCEPT OMITTED"),
        ("CBL6040", "DISPLAY A LINE 1 COL 2 SIZE 8"),
        ("CBL6040", 'DISPLAY "A" AT 0101'),
        ("CBL6040", 'DISPLAY "A" LINE 1 COL 2 WITH BLANK SCREEN'),
        ("CBL6040", 'DISPLAY (1, 1) "A" WITH REVERSE-VIDEO'),
        ("CBL6040", "DISPLAY SPACE BLANK SCREEN"),
        ("CBL6040", "DISPLAY OMITTED BLANK SCREEN"),
        ("CBL6040", "ACCEPT A SECURE AT 0117"),
        ("CBL6040", "DISPLAY A LINE 5 COLUMN 3 HIGHLIGHT FOREGROUND-COLOUR 3"),
        ("CBL6041", "EXHIBIT NAMED A OF G"),
        ("CBL6041", "EXHIBIT CHANGED A"),
    ],
)
def test_what_is_not_converted_is_read_and_kept_as_text(code: str, source: str) -> None:
    assert failure(source) == (code, source)
