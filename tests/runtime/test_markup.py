"""JSON and XML of the runtime with documents from strangers."""

from __future__ import annotations

import pytest

from cobol_runtime import Area, Record, Text, Zoned
from cobol_runtime.markup import Item, Structure, json_parse, xml_generate, xml_parse
from cobol_runtime.markup.json_parse import Code
from cobol_runtime.program import SpecialRegisters


class Rec(Record, length=8):
    name = Text(5, at=0)
    number = Zoned(3, at=5)


REC = Structure("REC", (Item("NAME", Rec.name), Item("NUMBER", Rec.number)))


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ('{"a":' * 200_000, Code.INVALID),
        ("[" * 200_000 + "]" * 200_000, Code.INVALID),
        ('{"rec":{"number":' + "9" * 100_000 + "}}", None),
        ('{"rec":{"number":1e-999999999,"name":"' + "x" * 100_000 + '"}}', None),
        ('{"rec":{"name":1e999999999999999999999}}', Code.INCOMPATIBLE),
        ('{"rec":{"name":"\\ud800"}}', None),
        ('{"rec":{"name":"\x00"}}', Code.INVALID),
        ('{"rec":[]}', Code.INCOMPATIBLE),
        ("[]", Code.ANONYMOUS_ARRAY),
        ("[" * 500 + '"]{"' + "]" * 500, Code.ANONYMOUS_ARRAY),
        ("[" * 501 + "]" * 501, Code.INVALID),
        ("nullnull", Code.TEXT_BEHIND),
        ("\xff\xfe", Code.INVALID),
    ],
    ids=range(13),
)
def test_json_never_fails_but_by_its_code(document: str, code: Code | None) -> None:
    registers, record = SpecialRegisters(), Rec()
    fine = json_parse(registers, document, REC, record)
    assert (fine, registers.json_code) == (code is None, 0 if code is None else code.value)
    assert record.number in range(1000)


@pytest.mark.parametrize(
    "document",
    [
        b"<a>" * 20_000,
        b"\x00\x01\xff",
        b'<!DOCTYPE a [<!ENTITY b "&b;">]><a>&b;</a>',
        b'<!DOCTYPE a [<!ENTITY b "%s">]><a>%s</a>' % (b"x" * 90_000, b"&b;" * 1_000),
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a><',
        b"<a xmlns:p='u'><b p:q='1'></a>",
    ],
    ids=range(6),
)
def test_xml_never_fails_but_by_its_code(document: bytes) -> None:
    registers = SpecialRegisters()
    texts: list[str] = []
    fine = xml_parse(registers, Area(bytearray(document)), lambda: texts.append(registers.xml_text))
    assert not fine
    assert registers.xml_code >> 16 == 12
    assert sum(map(len, texts)) < 2_000_000
    assert not any("root:" in text for text in texts)


def test_deeply_nested_elements_are_parsed() -> None:
    document = b"<a>" * 20_000 + b"</a>" * 20_000
    events = []
    registers = SpecialRegisters()
    assert xml_parse(registers, Area(bytearray(document)), lambda: events.append(registers.xml_event))
    assert len(events) == 40_002


def test_a_document_of_any_bytes_is_generated() -> None:
    record = Rec()
    record.name = "\x00\xff&<\x1b"
    into = Area(bytearray(100))
    registers = SpecialRegisters()
    generated = xml_generate(registers, record, REC, into=into)
    assert registers.xml_code == 417
    assert into.text[: generated.length] == "<REC><hex.NAME>00ff263c1b</hex.NAME><NUMBER>0</NUMBER></REC>"
