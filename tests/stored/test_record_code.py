"""Records of EBCDIC datasets in memory: each field as what it is, and nothing lost on the way back."""

from __future__ import annotations

import io
import struct
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobol_runtime import (
    Binary,
    Filler,
    Float32,
    Float64,
    Group,
    National,
    NativeBinary,
    Packed,
    Record,
    Stored,
    Table,
    Text,
    Zoned,
)
from cobol_runtime.files.framing import BrokenFraming, framing_of
from cobol_runtime.files.record_code import RecordCode
from cobol_runtime.files.stored import AS_IN_MEMORY, WrongAttributes, stored_now


class Order(Record, length=40):
    kind = Text(1)
    name = Text(6)
    count = Zoned(3, signed=True)
    ahead = Zoned(2, signed=True, leading=True)
    apart = Zoned(2, signed=True, separate=True)
    number = Zoned(2)
    price = Packed(5, scale=2, signed=True)
    half = Binary(4, signed=True, size=2)
    native = NativeBinary(4, signed=True, size=2)
    tags = Table(Text(1, at=24), (3, 2))
    ranks = Table(Packed(1, at=25), (3, 2))
    body = Text(6, at=30)
    figures = Group(6, at=30)
    first = Packed(7, signed=True, at=30)
    second = Binary(4, size=2, at=34)
    _filler_1 = Filler(4, at=36)


class Signed(Record, length=10, sign="ebcdic"):
    a = Zoned(4, signed=True)
    b = Text(4, at=0)
    c = NativeBinary(9, size=4, at=4)
    d = Packed(3, at=8)


class Floats(Record, length=12):
    single = Float32()
    double = Float64()


class Trailer(Record, length=5):
    kind = Text(1)
    total = Packed(7, signed=True)


RULES = ("KIND=N:FIGURES", "KIND!=N:BODY")
EXAMPLE = (
    "N[Anna]12KL107-77".encode("cp037")
    + bytes.fromhex("12345D FFFE 0102 A71C A82C A93C 1234567D 4041")
    + "rest".encode("cp037")
)


DIGITS = [bytes((0xF0 + digit,)) for digit in range(10)]


def code(page: str, *rules: str, **records: Record) -> RecordCode:
    return RecordCode("F", Stored(page, when=rules), records)


def test_each_field_is_treated_as_what_it_is() -> None:
    record = Order()
    record.raw = code("cp037", *RULES, order=record).inward(EXAMPLE)
    assert (record.kind, record.name) == ("N", "[Anna]")
    assert (record.count, record.ahead, record.apart, record.number) == (-122, -31, -7, 77)
    assert (record.price, record.half, record.native) == (Decimal("-123.45"), -2, 258)
    assert ([*record.tags], [*record.ranks]) == (["x", "y", "z"], [1, 2, 3])
    assert (record.first, record.second) == (-1234567, 0x4041)
    assert record.text.endswith("rest")


def test_what_is_written_is_what_was_read() -> None:
    order = code("cp037", *RULES, order=Order())
    assert order.outward(order.inward(EXAMPLE)) == EXAMPLE
    shorter = EXAMPLE[:26]
    assert order.outward(order.inward(shorter)) == shorter


def test_a_rule_decides_on_the_way_out_as_on_the_way_in() -> None:
    order, record = code("cp037", *RULES, order=Order()), Order()
    record.kind, record.body = "T", "ABC"
    assert order.outward(record.raw)[30:36] == "ABC   ".encode("cp037")
    record.kind, record.first, record.second = "N", 1, 2
    assert order.outward(record.raw)[30:36] == bytes.fromhex("0000001C0002")


def test_bytes_that_may_be_either_end_the_run() -> None:
    with pytest.raises(WrongAttributes, match=r"F: bytes 31 to 34 are characters in one description"):
        code("cp037", order=Order()).inward(EXAMPLE)
    with pytest.raises(WrongAttributes, match=r"bytes 2 to 5 .* begins with X'E3'"):
        code("cp037", "KIND=Z:TRAILER", signed=Signed(), trailer=Trailer()).inward(b"\xe3")


def test_records_are_told_apart_by_rules() -> None:
    both = code("cp037", "KIND=N:ORDER", "KIND=N:FIGURES", "KIND=Z:TRAILER", order=Order(), trailer=Trailer())
    assert both.inward(EXAMPLE)[30:34] == bytes.fromhex("1234567D")
    assert both.inward(bytes.fromhex("E9 C1C2C3C4")) == b"Z" + bytes.fromhex("C1C2C3C4")


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("KIND=N", "no rule"),
        ("KIND:BODY", "no rule"),
        ("KIND=N:NOWHERE", "no record and no item NOWHERE"),
        ("SORT=N:BODY", "no item SORT"),
    ],
)
def test_a_rule_that_means_nothing_is_refused(rule: str, message: str) -> None:
    with pytest.raises(WrongAttributes, match=message):
        code("cp037", rule, order=Order())


@given(st.binary(min_size=10, max_size=10), st.sampled_from(["cp037", "cp500", "cp1047", "cp1140"]))
def test_no_byte_is_lost_where_signs_are_spelled_alike(data: bytes, page: str) -> None:
    signed = code(page, signed=Signed())
    assert signed.outward(signed.inward(data)) == data
    assert signed.inward(data)[8:] == data[8:]


class German(Record, length=7, sign="ebcdic"):
    a = Zoned(4, signed=True)
    b = Text(3)


@given(st.binary(min_size=7, max_size=7))
def test_no_byte_is_lost_where_braces_are_letters(data: bytes) -> None:
    german = code("cp273", german=German())
    assert german.outward(german.inward(data)) == data
    record = German()
    record.raw = german.inward(bytes.fromhex("F1F2F3D0 C0E0A1"))
    assert (record.a, record.b) == (-1230, "äÖß")


@given(st.binary(max_size=60))
def test_hostile_bytes_come_back_but_for_the_sign_of_positive_digits(data: bytes) -> None:
    order = code("cp037", *RULES, order=Order())
    back = bytearray(order.outward(order.inward(data)))
    for place in (9, 10):
        if data[place : place + 1] in DIGITS and back[place] == data[place] - 0x30:
            back[place] = data[place]
    assert back == data


def test_floating_point_keeps_its_value() -> None:
    floats = code("cp037", floats=Floats())
    stored = bytes.fromhex("C276A000 4110000000000000")
    inward = floats.inward(stored)
    assert struct.unpack("=fd", inward) == (-118.625, 1.0)
    assert floats.outward(inward) == stored
    with pytest.raises(WrongAttributes, match="too large for COMP-1"):
        floats.inward(bytes.fromhex("7FFFFFFF") + bytes(8))


def test_the_environment_changes_what_it_names() -> None:
    described = Stored("cp037", "rdw", ("KIND=N:FIGURES",))
    assert stored_now("CUST", described, {"DCB_CUST": "format=bdw"}) == Stored("cp037", "bdw", described.when)
    assert stored_now("CUST", described, {}) is described
    assert stored_now("A.B", AS_IN_MEMORY, {"DCB_A_B": "when=A=1:X,when=A=2:Y"}).when == ("A=1:X", "A=2:Y")
    for wrong in ("format=vb", "lrecl=80", "encoding"):
        with pytest.raises(WrongAttributes, match="DCB_CUST"):
            stored_now("CUST", described, {"DCB_CUST": wrong})


@pytest.mark.parametrize("form", ["fixed", "rdw", "bdw"])
def test_a_framing_reads_what_it_writes(form: str) -> None:
    stream = io.BytesIO()
    framing = framing_of(form, 30_000, b"\x40")
    assert framing is not None
    records = [bytes([number]) * (30_000 if form == "fixed" else 7_000 * number) for number in range(1, 5)]
    for record in records:
        framing.write(stream, record)
    framing.end(stream)
    stream.seek(0)
    reading = framing_of(form, 30_000, b"\x40")
    assert reading is not None
    assert [reading.read(stream) for _ in range(5)] == [*records, None]


def test_segments_of_a_spanned_record_are_joined() -> None:
    framing = framing_of("bdw", 10, b" ")
    assert framing is not None
    stream = io.BytesIO(bytes.fromhex("000A0000 00060100C1C2 000A0000 00060300C3C4 000A0000 00060200C5C6"))
    assert framing.read(stream) == bytes.fromhex("C1C2C3C4C5C6")
    assert framing.spanned


@pytest.mark.parametrize(
    ("form", "data", "message"),
    [
        ("rdw", "C1C2C3C4", "X'C1C2C3C4' is no record descriptor word"),
        ("rdw", "00080000C1", "should have 4 bytes and has 1"),
        ("rdw", "00050100C1", "ends inside a spanned record"),
        ("bdw", "0002", "no block descriptor word"),
        ("bdw", "0009000000090000C1C2C3C4C5", "longer than its block"),
    ],
)
def test_a_broken_file_is_described(form: str, data: str, message: str) -> None:
    framing = framing_of(form, 10, b" ")
    assert framing is not None
    with pytest.raises(BrokenFraming, match=message):
        framing.read(io.BytesIO(bytes.fromhex(data)))


class Japanese(Record, length=9):
    name = Text(8)
    number = Zoned(1)


def test_texts_of_double_bytes_are_shift_jis_in_memory() -> None:
    pytest.importorskip("ctypes")
    try:
        japanese = code("cp939", japanese=Japanese())
    except ValueError:
        pytest.skip("the C library's iconv does not know cp939")
    stored = bytes.fromhex("C10E456245660F40 F7")
    assert japanese.inward(stored) == "A日本   7".encode("cp932")
    assert japanese.outward(japanese.inward(stored)) == stored
    assert japanese.inward(b"\xff" * 8 + b"\xf7") == b"\xff" * 8 + b"7"
    with pytest.raises(WrongAttributes, match="no room in 8 bytes"):
        japanese.outward("日本日本7".encode("cp932"))
    with pytest.raises(WrongAttributes, match="no text that can be translated"):
        japanese.inward(bytes.fromhex("0E45FFFF40404040F7"))


class Wide(Record, length=6):
    name = National(2)
    text = Text(2)


def test_national_items_are_utf_16_on_both_sides() -> None:
    record = Wide()
    record.raw = code("cp037", wide=record).inward("日本".encode("utf-16-be") + "AB".encode("cp037"))
    assert (record.name, record.text) == ("日本", "AB")
