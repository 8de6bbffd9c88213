"""Storing results: truncation, rounding and size errors agree with GnuCOBOL."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobol_runtime import NOT_A_NUMBER, Binary, NativeBinary, Packed, Rounding, Zoned
from tests.runtime.data.gnucobol import Case, run, without_cobc
from tests.runtime.data.items import random_item, record_of

SIZE_ERROR = "ON SIZE ERROR MOVE 'E' TO E{i}"


def statement(random: Random, i: int, record: Any, value: Decimal) -> tuple[str, bool]:
    """A random statement that stores *value*, carried out on *record* too; whether there is no size error."""
    field = type(record).x
    current = field.number(record)
    mode = random.choice(list(Rounding))
    spelled = mode.name.replace("_", "-")
    error = SIZE_ERROR.format(i=i)
    match random.randrange(9):
        case 0:
            record.x = value
            return f"COMPUTE W{i} = V{i}", True
        case 1:
            field.put_rounded(record, value, mode)
            return f"COMPUTE W{i} ROUNDED MODE IS {spelled} = V{i}", True
        case 2:
            return f"COMPUTE W{i} = V{i} {error}", field.store(record, value)
        case 3:
            done = field.store(record, value, mode)
            return f"COMPUTE W{i} ROUNDED MODE IS {spelled} = V{i} {error}", done
        case 4:
            record.x = current + value
            return f"ADD V{i} TO W{i}", True
        case 5:
            record.x = current - value
            return f"SUBTRACT V{i} FROM W{i}", True
        case 6:
            return f"ADD V{i} TO W{i} {error}", field.store(record, current + value)
        case 7:
            number = random.choice([1, 2, 5, 100, -1, -7, 12345, 999999999])
            field.add(record, number)
            return f"ADD {number} TO W{i}", True
        case _:
            number = random.choice([1, 2, 5, 100, -1, -7, 12345, 999999999])
            field.subtract(record, number)
            return f"SUBTRACT {number} FROM W{i}", True


def random_value(random: Random, digits: int, scale: int) -> Decimal:
    """Values of all sizes, around the limits of the receiver too, with 18 decimal places."""
    limit = 10**digits
    number: int = random.choice(
        [random.randrange(-limit, limit), random.choice([limit, limit - 1, -limit, 1 - limit, 0, 1, -1])]
    )
    value = (number + Decimal(random.choice(["0", "0", "0.5", "-0.45", "1000"]))).scaleb(-scale)
    return Decimal(int(value * 10**18) % 10**38 if value >= 0 else -(int(-value * 10**18) % 10**38)).scaleb(
        -18
    )


@pytest.mark.cobc
@without_cobc
@pytest.mark.parametrize("kind", "zpbnu")
def test_results_are_stored_like_gnucobol(kind: str) -> None:
    random = Random(kind)
    cases, expected, described = [], [], []
    for i in range(250):
        item = random_item(random, kind)
        record = record_of(x=item.make())
        field = type(record).x
        record.x = random_value(random, field.digits, field.scale)
        before = record.raw
        value = random_value(random, field.digits, field.scale)
        text, done = statement(random, i, record, value)
        data = f"01 W{i}-R PIC X({item.length}). 01 W{i} REDEFINES W{i}-R {item.clause}. 01 E{i} PIC X VALUE ' '."
        data += f" 01 V{i} PIC S9(20)V9(18) VALUE {value:f}."
        cases.append(Case([data], [f'MOVE X"{before.hex()}" TO W{i}-R', text + "."], [f"W{i}-R", f"E{i}"]))
        expected.append([record.raw, b" " if done else b"E"])
        described.append((item.clause, text, value, before))
    for want, got, what in zip(expected, run(cases), described, strict=True):
        assert want == got, what


@given(st.integers(1, 18), st.booleans(), st.data())
def test_numbers_in_range_survive(digits: int, signed: bool, data: st.DataObject) -> None:
    scale = data.draw(st.integers(0, digits))
    least = -(10**digits) + 1 if signed else 0
    value = Decimal(data.draw(st.integers(least, 10**digits - 1))).scaleb(-scale)
    for field in (
        Zoned(digits, scale=scale, signed=signed), Packed(digits, scale=scale, signed=signed),
        Zoned(digits, scale=scale, signed=signed, separate=signed, leading=True),
        Binary(digits, scale=scale, signed=signed), NativeBinary(digits, scale=scale, signed=signed),
    ):  # fmt: skip
        record = record_of(x=field)
        record.x = value
        assert record.x == value
        assert type(record).x.store(record, value)
        assert type(record).x.is_numeric(record)


def test_division_by_zero_leaves_the_receiver() -> None:
    record = record_of(x=Zoned(3), y=Packed(5, scale=2))
    record.x, record.y = 7, Decimal("1.5")
    record.x = NOT_A_NUMBER
    record.y = NOT_A_NUMBER
    assert (record.x, record.y) == (7, Decimal("1.5"))
    assert not type(record).x.store(record, NOT_A_NUMBER)


def test_native_binary_adds_in_machine_arithmetic() -> None:
    record = record_of(x=NativeBinary(4))
    record.x = 3
    type(record).x.subtract(record, 5)
    assert record.x == 65534
    record.x = 3 - 5
    assert record.x == 2


def test_without_truncation_binary_items_hold_all_their_bits() -> None:
    record = record_of(x=Binary(4, signed=True, truncate=False), y=Binary(4, signed=True))
    record.x = record.y = 12345
    assert (record.x, record.y) == (12345, 2345)
