"""Numbers that are kept beside their bytes: nothing that a program can see differs from numbers in their bytes."""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobol_runtime import Area, Binary, LooseItems, NativeBinary, Packed, Record, Text, Zoned


class InBytes(Record, length=33):
    """One item of each kind, in its bytes."""

    zoned = Zoned(3, at=0, value=7)
    signed = Zoned(3, signed=True, at=3)
    separate = Zoned(3, signed=True, separate=True, at=6)
    packed = Packed(3, signed=True, at=10)
    unsigned = Packed(4, at=12)
    binary = Binary(4, signed=True, at=15)
    native = NativeBinary(4, size=2, at=17)
    price = Zoned(4, scale=2, at=19)
    over = Text(2, at=22)
    text = Text(3, at=24)
    money = Packed(5, scale=2, signed=True, at=27)
    rate = Binary(4, scale=3, size=2, at=30)


class Kept(LooseItems, length=33):
    """The same items, loose."""

    zoned = Zoned(3, at=0, value=7)
    signed = Zoned(3, signed=True, at=3)
    separate = Zoned(3, signed=True, separate=True, at=6)
    packed = Packed(3, signed=True, at=10)
    unsigned = Packed(4, at=12)
    binary = Binary(4, signed=True, at=15)
    native = NativeBinary(4, size=2, at=17)
    price = Zoned(4, scale=2, at=19)
    over = Text(2, at=22)
    text = Text(3, at=24)
    money = Packed(5, scale=2, signed=True, at=27)
    rate = Binary(4, scale=3, size=2, at=30)


WHOLE = ("zoned", "signed", "separate", "packed", "unsigned", "binary", "native")
NUMBERS = (*WHOLE, "money", "rate", "price")
KEPT = NUMBERS[:-1]
ASKED = (
    "shown",
    "text",
    "raw",
    "number",
    "is_numeric",
    "sent",
    "comparison_text",
    "unedited",
    "digits_and_sign",
)

numbers = st.one_of(
    st.integers(-70_000, 70_000),
    st.sampled_from((0, 1, -1, 999, 1000, 9999, 10_000, 32_767, 65_535, 65_536)),
    st.decimals(-2000, 2000, places=2),
    st.just(Decimal("NaN")),
)
names = st.sampled_from(NUMBERS)
steps = st.one_of(
    st.tuples(st.just("assign"), names, numbers),
    st.tuples(st.just("increase"), names, numbers),
    st.tuples(st.just("copy"), names, names),
    st.tuples(st.sampled_from(("store", "put_rounded", "move")), names, numbers),
    st.tuples(st.sampled_from(("add", "subtract")), names, st.integers(-2000, 2000)),
    st.tuples(st.just("put_raw"), names, st.binary(min_size=1, max_size=4)),
    st.tuples(st.just("through_area"), names, st.binary(min_size=1, max_size=2)),
    st.tuples(st.sampled_from(("clear", "initialize", *ASKED)), names, st.none()),
    st.tuples(st.just("initialize_storage"), names, st.none()),
)


def do(record: Any, operation: str, name: str, value: Any) -> object:
    """Do one step and tell what it gives."""
    field = getattr(type(record), name)
    if operation == "assign":
        setattr(record, name, value)
    elif operation == "increase":
        setattr(record, name, getattr(record, name) + value)
    elif operation == "copy":
        setattr(record, name, getattr(record, value))
    elif operation == "initialize_storage":
        record.initialize_storage()
    elif operation == "through_area":
        area: Area = field.area(record)
        area.raw = value[: field.length]
    elif value is None:
        return getattr(field, operation)(record)
    else:
        return getattr(field, operation)(record, value)
    return None


@given(st.lists(steps, max_size=12))
def test_every_operation_gives_what_it_gives_in_bytes(script: list[tuple[str, str, Any]]) -> None:
    in_bytes, kept = InBytes(), Kept()
    for step in script:
        assert do(kept, *step) == do(in_bytes, *step), step
        assert [str(getattr(kept, name)) for name in KEPT] == [
            str(getattr(in_bytes, name)) for name in KEPT
        ], step
    assert [Kept.zoned.raw(kept), Kept.price.raw(kept)] == [
        InBytes.zoned.raw(in_bytes),
        InBytes.price.raw(in_bytes),
    ]
    for name in NUMBERS:
        assert getattr(Kept, name).raw(kept) == getattr(InBytes, name).raw(in_bytes)


def test_what_counts_takes_no_bytes() -> None:
    kept = Kept()
    kept.zoned += 1
    assert kept.memory[:3] == b"007"
    assert (kept.zoned, Kept.zoned.raw(kept)) == (8, b"008")
    assert kept.memory[:3] == b"008"


@pytest.mark.parametrize("at", [0, 2])
def test_items_that_share_bytes_are_in_them(at: int) -> None:
    class Shared(LooseItems, length=5):
        number = Zoned(3, at=0)
        other = Text(3, at=at)

    shared = Shared()
    shared.number = 123
    assert shared.memory[:3] == b"123"
    shared.other = "456"
    assert shared.number == int("123"[:at] + "456"[: 3 - at])


def test_an_item_given_away_is_in_its_bytes_for_good() -> None:
    kept = Kept()
    kept.native = 5
    area = Kept.native.area(kept)
    kept.native = 6
    assert int.from_bytes(area.raw, sys.byteorder) == 6
    area.raw = (7).to_bytes(2, sys.byteorder)
    assert kept.native == 7
