"""The bytes of single items."""

from __future__ import annotations

import struct
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cobol_runtime.hexadecimal_float import decode_hexadecimal, encode_hexadecimal
from tests.data.tools import EVERY_USAGE, copybook, shapes_of
from transpiler.data.codecs import Codec, Value, checked, codec_of
from transpiler.data.copybook import item_named
from transpiler.data.encoding import make_encoding


def codec(tmp_path: Path, entry: str, page: str = "cp037", **how: str) -> Codec:
    path = copybook(tmp_path, f"01 R.\n05 F {entry}.")
    shapes = shapes_of(path, codepage=page)
    return codec_of(item_named(shapes.choices.records, "F"), make_encoding(page, **how))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("entry", "data", "value"),
    [
        ("PIC X(5)", "C8C9 404040", "HI"),
        ("PIC 9(3)", "F0F4F2", 42),
        ("PIC 9(3)", "F0F4C2", 42),
        ("PIC 9(3)", "F0F4D2", None),
        ("PIC 9(3)", "404040", None),
        ("PIC S9(3)", "F0F4C2", 42),
        ("PIC S9(3)", "F0F4D2", -42),
        ("PIC S9(3)", "F0F4F2", 42),
        ("PIC S9(3)V99", "F0F0F1F2D0", Decimal("-1.20")),
        ("PIC S9(3) SIGN LEADING", "D0F4F2", -42),
        ("PIC S9(3) SIGN TRAILING SEPARATE", "F0F4F260", -42),
        ("PIC S9(3) SIGN LEADING SEPARATE", "4EF0F4F2", 42),
        ("PIC S9(3) COMP-3", "042C", 42),
        ("PIC S9(3) COMP-3", "042D", -42),
        ("PIC S9(3) COMP-3", "042B", -42),
        ("PIC S9(3) COMP-3", "042F", 42),
        ("PIC S9(3) COMP-3", "042A", 42),
        ("PIC 9(3) COMP-3", "042C", 42),
        ("PIC S9(3) COMP-3", "0421", None),
        ("PIC S9(3) COMP-3", "0A2C", None),
        ("PIC S9(3) COMP-3", "4040", None),
        ("PIC S9(3)V9 COMP-3", "00042D", Decimal("-4.2")),
        ("PIC S9(4) COMP", "FFD6", -42),
        ("PIC 9(4) COMP", "FFD6", 65494),
        ("PIC S9(4) COMP-5", "FFD6", -42),
        ("PIC 9(3)P(3)", "F0F4F2", 42000),
        ("PIC VP(2)9(2)", "F4F2", Decimal("0.0042")),
        ("COMP-1", "42640000", 100.0),
        ("COMP-2", "C276A00000000000", -118.625),
        ("PIC N(2)", "0041 0020", "A"),
        ("USAGE INDEX", "00000007", 7),
    ],
)
def test_bytes_of_a_mainframe_have_these_values(
    tmp_path: Path, entry: str, data: str, value: Value | None
) -> None:
    assert codec(tmp_path, entry).decode(bytes.fromhex(data)) == value


@pytest.mark.parametrize(
    ("entry", "sign", "data", "value"),
    [
        ("PIC S9(3)", "ascii", b"04r", -42),
        ("PIC S9(3)", "ascii", b"042", 42),
        ("PIC S9(3)", "ascii", b"04B", None),
        ("PIC S9(3)", "ebcdic", b"04K", -42),
        ("PIC S9(3)", "ebcdic", b"04B", 42),
        ("PIC S9(3)", "ebcdic", b"04{", 40),
    ],
)
def test_signs_of_ascii_data_are_spelled_in_two_ways(
    tmp_path: Path, entry: str, sign: str, data: bytes, value: int | None
) -> None:
    assert codec(tmp_path, entry, "ascii", sign=sign).decode(data) == value


def test_braces_of_a_national_page_do_not_disturb_signs(tmp_path: Path) -> None:
    assert codec(tmp_path, "PIC S9(3)", "cp273").decode(bytes.fromhex("F0F4D0")) == -40
    assert codec(tmp_path, "PIC S9(3)", "cp273").encode(-40) == bytes.fromhex("F0F4D0")


@pytest.mark.parametrize("order", ["big", "little"])
def test_native_items_are_in_the_order_of_the_machine(tmp_path: Path, order: str) -> None:
    assert codec(tmp_path, "PIC S9(9) COMP-5", "ascii", order=order).encode(258) == (258).to_bytes(4, order)  # type: ignore[arg-type]
    assert codec(tmp_path, "PIC S9(9) COMP", "ascii", order=order).encode(258) == bytes.fromhex("00000102")
    layout = {"big": ">d", "little": "<d"}[order]
    assert codec(tmp_path, "COMP-2", "ascii", order=order).encode(1.5) == struct.pack(layout, 1.5)


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        ("PIC 9(3)", 1000),
        ("PIC 9(3)", -1),
        ("PIC 9(3)V9", Decimal("1.25")),
        ("PIC S9(3) COMP-3", 1000),
        ("PIC S9(4) COMP", 40_000),
        ("PIC X(3)", "LONG"),
        ("PIC X(3)", "€"),
        ("COMP-1", 1e100),
        ("PIC 9(3)", "abc"),
    ],
)
def test_values_that_do_not_fit_are_refused(tmp_path: Path, entry: str, value: Value) -> None:
    with pytest.raises(ValueError, match=r"."):
        checked(codec(tmp_path, entry), value)


EBCDIC_SHAPES, ASCII_SHAPES = shapes_of(EVERY_USAGE), shapes_of(EVERY_USAGE, codepage="ascii")
ITEMS = [item for item in EBCDIC_SHAPES.choices.records[0].elementary() if item.size]


@settings(max_examples=400, deadline=None)
@given(data=st.data(), shapes=st.sampled_from([EBCDIC_SHAPES, ASCII_SHAPES]))
def test_a_value_read_is_the_value_written(data: st.DataObject, shapes: object) -> None:
    assert shapes is EBCDIC_SHAPES or shapes is ASCII_SHAPES
    chosen = EBCDIC_SHAPES if shapes is EBCDIC_SHAPES else ASCII_SHAPES
    item = data.draw(st.sampled_from([i for i in chosen.choices.records[0].elementary() if i.size]))
    one = chosen.codec(item, raw=False)
    raw = data.draw(st.binary(min_size=one.size, max_size=one.size))
    value = one.decode(raw)
    if one.exact:
        assert value is not None
        assert one.encode(value) == raw
    elif value is not None and one.type.name != "float":
        assert one.decode(one.encode(value)) == value


CODEPAGES = [
    EBCDIC_SHAPES,
    ASCII_SHAPES,
    shapes_of(EVERY_USAGE, codepage="ascii", sign="ebcdic", order="big"),
    shapes_of(EVERY_USAGE, codepage="cp273", floating="ieee"),
    shapes_of(EVERY_USAGE, codepage="cp939"),
]
HALVES = st.sampled_from("0123456789abcdef")
MARKS = st.sampled_from(b"0123456789+-pqy{}AJR \0" + "0123456789+-{}AJR ".encode("cp037"))


@settings(max_examples=600, deadline=None)
@given(data=st.data(), number=st.integers(0, len(ITEMS) - 1), page=st.integers(0, len(CODEPAGES) - 1))
def test_the_quick_way_of_reading_an_item_agrees_with_the_exact_one(
    data: st.DataObject, number: int, page: int
) -> None:
    shapes = CODEPAGES[page]
    one = shapes.codec([i for i in shapes.choices.records[0].elementary() if i.size][number], raw=False)
    if one.ordinary is None:
        return
    size = one.size
    halves = st.lists(HALVES, min_size=2 * size, max_size=2 * size).map(
        lambda text: bytes.fromhex("".join(text))
    )
    marks = st.lists(MARKS, min_size=size, max_size=size).map(bytes)
    packed = st.integers(0, 10 ** (2 * size - 1) - 1).flatmap(
        lambda value: st.sampled_from("abcdef").map(
            lambda sign: bytes.fromhex(f"{value}{sign}".zfill(2 * size))
        )
    )
    raw = data.draw(st.one_of(st.binary(min_size=size, max_size=size), halves, marks, packed))
    quick, exact = one.ordinary(raw), one.decode(raw)
    if quick is None:
        assert not one.exact
        return
    assert (type(quick), str(quick)) == (type(exact), str(exact))
    assert one.encode(quick) == raw


@pytest.mark.parametrize(
    ("entry", "data"),
    [
        ("PIC 9(6) COMP-3", "1123456F"),
        ("PIC 9(5) COMP-6", "112345"),
        ("PIC S9(3) COMP-3", "042F"),
        ("PIC S9(3) COMP-3", "000D"),
        ("PIC S9(3)", "F0F0D0"),
        ("PIC S9(3)", "F0F4F2"),
        ("PIC S9(3) SIGN LEADING SEPARATE", "60F0F0F0"),
    ],
)
def test_bytes_that_their_value_does_not_give_are_left_to_the_exact_way(
    tmp_path: Path, entry: str, data: str
) -> None:
    one = codec(tmp_path, entry)
    assert one.ordinary is not None
    assert one.ordinary(bytes.fromhex(data)) is None
    assert one.decode(bytes.fromhex(data)) is not None


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_hexadecimal_floating_point_holds_single_precision(number: float) -> None:
    if number == 0 or abs(number) > 1e-60:
        assert decode_hexadecimal(encode_hexadecimal(number, 8)) == number


@given(st.binary(min_size=4, max_size=4))
def test_a_hexadecimal_number_that_is_normalized_comes_back(data: bytes) -> None:
    if data[1] & 0xF0:
        assert encode_hexadecimal(decode_hexadecimal(data), 4) == data


@pytest.mark.parametrize(
    "data", ["7FFFFFFFFFFFFFFF", "FFFFFFFFFFFFFFFF", "0000000000000001", "8000000010000000"]
)
def test_the_largest_and_the_smallest_hexadecimal_numbers_come_back(data: str) -> None:
    assert encode_hexadecimal(decode_hexadecimal(bytes.fromhex(data)), 8) == bytes.fromhex(data)
