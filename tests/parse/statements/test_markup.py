"""JSON and XML statements: source text and the tree it becomes."""

from __future__ import annotations

import pytest

from tests.parse.statements.compact import failure, statement


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            'JSON GENERATE A FROM B COUNT IN C NAME OF D IS "x", E IS OMITTED SUPPRESS F G WHEN ZERO OR SPACES EVERY NUMERIC WHEN LOW-VALUES CONVERTING H TO JSON BOOLEAN USING "Y" ALSO I TO BOOL USING J ON EXCEPTION CONTINUE NOT ON EXCEPTION CONTINUE END-JSON',
            'JsonGenerate(receiver=A, source=B, count=C, names=[MarkupName(item=D, name="x"), MarkupName(item=E, name=None)], suppressions=[MarkupSuppression(item=F), MarkupSuppression(item=G, when=[ZERO, SPACE]), MarkupSuppression(category=NUMERIC, when=[LOW-VALUE])], booleans=[JsonBoolean(item=H, true="Y"), JsonBoolean(item=I, true=J)], exception=ConditionalPhrase(taken=[Continue()], not_taken=[Continue()]))',
        ),
        (
            'JSON PARSE A INTO B WITH DETAIL NAME OF C IS "y" CONVERTING D FROM BOOLEAN USING E AND F END-JSON',
            'JsonParse(document=A, receiver=B, detail=True, names=[MarkupName(item=C, name="y")], booleans=[JsonBoolean(item=D, true=E, false=F)])',
        ),
        (
            'XML GENERATE A FROM B COUNT C WITH ENCODING 1208 WITH XML-DECLARATION WITH ATTRIBUTES NAMESPACE IS "u" NAMESPACE-PREFIX IS "p" NAME D "n" TYPE OF D IS ATTRIBUTE E CONTENT SUPPRESS WHEN ZERO EVERY NONNUMERIC ELEMENT WHEN HIGH-VALUE EVERY ATTRIBUTE WHEN SPACE END-XML',
            'XmlGenerate(receiver=A, source=B, count=C, encoding=1208, declaration=True, attributes=True, namespace="u", prefix="p", names=[MarkupName(item=D, name="n")], types=[MarkupType(item=D, form=ATTRIBUTE), MarkupType(item=E, form=CONTENT)], suppressions=[MarkupSuppression(when=[ZERO]), MarkupSuppression(category=NONNUMERIC, form=ELEMENT, when=[HIGH-VALUE]), MarkupSuppression(form=ATTRIBUTE, when=[SPACE])])',
        ),
        (
            "XML PARSE A WITH ENCODING 1208 PROCESSING PROCEDURE IS P THRU Q ON EXCEPTION CONTINUE END-XML",
            "XmlParse(document=A, procedure=ProcedureRange(first=ProcedureName(name=P), last=ProcedureName(name=Q)), encoding=1208, exception=ConditionalPhrase(taken=[Continue()]))",
        ),
    ],
)
def test_json_and_xml(source: str, tree: str) -> None:
    assert statement(source) == tree


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("CBL3023", "JSON PARSE A INTO B COUNT IN C"),
        ("CBL3023", 'JSON GENERATE A FROM B NAMESPACE "u"'),
        ("CBL3020", "XML GENERATE A FROM B COUNT C COUNT D"),
        ("CBL3001", "XML PARSE A ON EXCEPTION CONTINUE"),
    ],
)
def test_phrases_that_do_not_belong_are_refused(code: str, source: str) -> None:
    assert failure(source)[0] == code


def test_display_has_no_exception_phrase_in_ibm_cobol() -> None:
    source = "XML PARSE A PROCESSING PROCEDURE P ON EXCEPTION DISPLAY B NOT ON EXCEPTION DISPLAY C END-XML"
    phrase = "exception=ConditionalPhrase(taken=[Display(items=[B])], not_taken=[Display(items=[C])])"
    assert phrase in statement(source, "ibm")
    assert phrase not in statement(source)
