"""STRING, UNSTRING, INSPECT and their forerunners: source text and the tree it becomes."""

from __future__ import annotations

import pytest

from tests.parse.statements.compact import failure, statement


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "STRING A DELIMITED BY SIZE INTO B",
            "StringStatement(sources=[StringSource(items=[A])], receiver=B)",
        ),
        (
            'STRING A B DELIMITED SPACE C DELIMITED BY "," INTO D WITH POINTER P',
            'StringStatement(sources=[StringSource(items=[A, B], delimiter=SPACE), StringSource(items=[C], delimiter=",")], receiver=D, pointer=P)',
        ),
        (
            "STRING A B INTO C POINTER P",
            "StringStatement(sources=[StringSource(items=[A, B])], receiver=C, pointer=P)",
        ),
        (
            "STRING A DELIMITED BY SIZE INTO B ON OVERFLOW CONTINUE NOT ON OVERFLOW CONTINUE END-STRING",
            "StringStatement(sources=[StringSource(items=[A])], receiver=B, overflow=ConditionalPhrase(taken=[Continue()], not_taken=[Continue()]))",
        ),
    ],
)
def test_string(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "UNSTRING A INTO B C",
            "Unstring(source=A, delimiters=[], receivers=[UnstringReceiver(item=B), UnstringReceiver(item=C)])",
        ),
        (
            'UNSTRING A DELIMITED BY ALL SPACES OR "," OR ALL B INTO C',
            'Unstring(source=A, delimiters=[UnstringDelimiter(value=SPACE, all=True), UnstringDelimiter(value=","), UnstringDelimiter(value=B, all=True)], receivers=[UnstringReceiver(item=C)])',
        ),
        (
            'UNSTRING A DELIMITED "," INTO B DELIMITER IN C COUNT IN D, E COUNT F WITH POINTER P TALLYING IN T',
            'Unstring(source=A, delimiters=[UnstringDelimiter(value=",")], receivers=[UnstringReceiver(item=B, delimiter=C, count=D), UnstringReceiver(item=E, count=F)], pointer=P, tallying=T)',
        ),
        (
            "UNSTRING A INTO B OVERFLOW CONTINUE END-UNSTRING",
            "Unstring(source=A, delimiters=[], receivers=[UnstringReceiver(item=B)], overflow=ConditionalPhrase(taken=[Continue()]))",
        ),
    ],
)
def test_unstring(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "INSPECT A TALLYING N FOR CHARACTERS",
            "Inspect(item=A, tallying=[TallyingPhrase(counter=N, kind=CHARACTERS, value=None, region=InspectRegion())])",
        ),
        (
            'INSPECT A TALLYING N FOR ALL "X" "Y" BEFORE INITIAL "Z" AFTER "W"',
            'Inspect(item=A, tallying=[TallyingPhrase(counter=N, kind=ALL, value="X", region=InspectRegion()), TallyingPhrase(counter=N, kind=ALL, value="Y", region=InspectRegion(before="Z", after="W"))])',
        ),
        (
            'INSPECT A TALLYING N FOR LEADING B M FOR TRAILING SPACE CHARACTERS AFTER "C"',
            'Inspect(item=A, tallying=[TallyingPhrase(counter=N, kind=LEADING, value=B, region=InspectRegion()), TallyingPhrase(counter=M, kind=TRAILING, value=SPACE, region=InspectRegion()), TallyingPhrase(counter=M, kind=CHARACTERS, value=None, region=InspectRegion(after="C"))])',
        ),
        (
            'INSPECT A REPLACING CHARACTERS BY "*" BEFORE "."',
            'Inspect(item=A, replacing=[ReplacingPhrase(kind=CHARACTERS, value=None, replacement="*", region=InspectRegion(before="."))])',
        ),
        (
            'INSPECT A REPLACING ALL "A" BY "B" "C" BY "D" AFTER "E" LEADING "0" BY SPACE',
            'Inspect(item=A, replacing=[ReplacingPhrase(kind=ALL, value="A", replacement="B", region=InspectRegion()), ReplacingPhrase(kind=ALL, value="C", replacement="D", region=InspectRegion(after="E")), ReplacingPhrase(kind=LEADING, value="0", replacement=SPACE, region=InspectRegion())])',
        ),
        (
            "INSPECT A REPLACING FIRST B BY C TRAILING SPACE BY ZERO",
            "Inspect(item=A, replacing=[ReplacingPhrase(kind=FIRST, value=B, replacement=C, region=InspectRegion()), ReplacingPhrase(kind=TRAILING, value=SPACE, replacement=ZERO, region=InspectRegion())])",
        ),
        (
            "INSPECT A REPLACING ALL SPACE BY ZERO",
            "Inspect(item=A, replacing=[ReplacingPhrase(kind=ALL, value=SPACE, replacement=ZERO, region=InspectRegion())])",
        ),
        (
            'INSPECT A TALLYING N FOR ALL "X" REPLACING ALL "X" BY "Y"',
            'Inspect(item=A, tallying=[TallyingPhrase(counter=N, kind=ALL, value="X", region=InspectRegion())], replacing=[ReplacingPhrase(kind=ALL, value="X", replacement="Y", region=InspectRegion())])',
        ),
        (
            'INSPECT A CONVERTING "ab" TO "AB"',
            'InspectConverting(item=A, from_characters="ab", to_characters="AB", region=InspectRegion())',
        ),
        (
            'INSPECT A CONVERTING B TO C AFTER INITIAL "X" BEFORE "Y"',
            'InspectConverting(item=A, from_characters=B, to_characters=C, region=InspectRegion(before="Y", after="X"))',
        ),
        (
            "INSPECT FUNCTION REVERSE(A) TALLYING N FOR LEADING SPACES",
            "Inspect(item=FunctionCall(name=REVERSE, arguments=[A]), tallying=[TallyingPhrase(counter=N, kind=LEADING, value=SPACE, region=InspectRegion())])",
        ),
    ],
)
def test_inspect(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            'TRANSFORM A FROM "X" TO "Y"',
            'InspectConverting(item=A, from_characters="X", to_characters="Y", region=InspectRegion())',
        ),
        (
            "TRANSFORM A CHARACTERS FROM B TO C",
            "InspectConverting(item=A, from_characters=B, to_characters=C, region=InspectRegion())",
        ),
    ],
)
def test_transform(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("CBL3022", "STRING DELIMITED BY SIZE INTO B"),
        ("CBL3022", 'INSPECT A TALLYING ALL "X"'),
        ("CBL3022", 'INSPECT A TALLYING N FOR "X"'),
        ("CBL3023", 'INSPECT A TALLYING 5 FOR ALL "X"'),
        ("CBL3023", 'INSPECT A TALLYING N FOR FIRST "X"'),
        ("CBL3022", 'INSPECT A REPLACING "X" BY "Y"'),
        ("CBL3022", 'INSPECT A REPLACING ALL "X"'),
        ("CBL3020", 'INSPECT A CONVERTING "X" TO "Y" BEFORE "1" BEFORE "2"'),
        ("CBL3023", 'INSPECT FUNCTION TRIM(A) REPLACING ALL "X" BY "Y"'),
        ("CBL3023", 'INSPECT "X" CONVERTING "X" TO "Y"'),
        ("CBL3001", 'UNSTRING A DELIMITED BY ","'),
    ],
)
def test_a_statement_with_a_mistake_is_reported_and_kept_as_text(code: str, source: str) -> None:
    assert failure(source) == (code, source)


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("CBL6042", 'EXAMINE A TALLYING ALL "X"'),
        ("CBL6042", 'EXAMINE A REPLACING UNTIL FIRST "X" BY "Y"'),
        ("CBL6042", "EXAMINE A TALLYING LEADING SPACES REPLACING BY ZEROS"),
    ],
)
def test_what_is_not_converted_is_read_and_kept_as_text(code: str, source: str) -> None:
    assert failure(source) == (code, source)
