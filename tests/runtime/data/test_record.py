"""Records: layout, access, initial storage."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cobol_runtime import (
    SPACES,
    ZEROS,
    AlphanumericEdited,
    Area,
    Binary,
    Fill,
    Filler,
    Float64,
    Group,
    Index,
    NativeBinary,
    NumericEdited,
    Packed,
    Pointer,
    Record,
    Table,
    Text,
    Zoned,
)  # fmt: skip
from tests.runtime.data.gnucobol import Case, run, without_cobc


class Account(Record, length=100):
    """ACCOUNT."""

    key = Group(35, at=0)
    number = Zoned(10, at=0)
    name = Text(25, at=10, value="NOBODY")
    rate = Zoned(5, scale=2, at=35, value=Decimal("1.50"))
    balance = Packed(9, scale=2, signed=True, at=40)
    count = Binary(4, signed=True, at=45)
    native = NativeBinary(9, at=47)
    index = Index(at=51)
    shown = NumericEdited("ZZ9.99-", at=55)
    real = Float64(at=62)
    pointer = Pointer(at=70)
    amounts = Table(Packed(3, signed=True, at=78, value=7), (2, 6), (3, 2))
    again = Zoned(4, at=78)
    _filler_1 = Filler(10, at=90)


def test_initial_storage() -> None:
    account = Account()
    assert account.number == 0
    assert account.name == "NOBODY".ljust(25)
    assert account.key == "0" * 10 + "NOBODY".ljust(25)
    assert account.rate == Decimal("1.50")
    assert account.balance == 0
    assert account.shown == "  0.00 "
    assert [account.amounts[i, j] for i in (1, 2) for j in (1, 2, 3)] == [7] * 6
    assert Account.again.raw(account) == b"\x00\x7c\x00\x7c"


def test_values_are_typed() -> None:
    account = Account()
    account.balance = Decimal("-12.345")
    account.count = 12345
    account.amounts[2, 3] = -5
    assert account.balance == Decimal("-12.34")
    assert isinstance(account.balance, Decimal)
    assert account.count == 2345
    assert account.amounts[2, 3] == -5
    assert Account.amounts.at(2, 3).raw(account) == b"\x00\x5d"


def test_over_shares_memory() -> None:
    account = Account()
    other = Account.over(account)
    other.number = 77
    assert account.number == 77


def test_fill() -> None:
    account = Account()
    account.name = SPACES
    assert account.name == SPACES
    assert account.number == ZEROS
    account.name = Fill("ab")
    assert account.name == "ab" * 12 + "a"


def test_store_reports_size_errors() -> None:
    account = Account()
    assert Account.number.store(account, 5)
    assert not Account.number.store(account, 10**10)
    assert account.number == 5


def test_parts() -> None:
    account = Account()
    Account.name.put_part(account, "XY", 2, 3)
    assert account.name.startswith("NXY DY")
    assert Account.name.part(account, 2, 2) == "XY"


def test_items_without_offset_follow_each_other() -> None:
    class Small(Record, length=9):
        code = Text(2)
        total = Table(Zoned(2), (3, 2))
        last = Text(1)

    assert (Small.code.at, Small.total.element.at, Small.last.at) == (0, 2, 8)


def test_area_of_an_item() -> None:
    account = Account()
    area = Account.name.area(account)
    area.text = "SHORT"
    assert account.name == "SHORT".ljust(25)
    assert isinstance(area, Area)


class Defaults(Record, length=64):
    """One item of each usage without VALUE, then tables and overlays."""

    text = Text(3, at=0)
    zoned = Zoned(3, signed=True, at=3)
    separate = Zoned(2, signed=True, separate=True, leading=True, at=6)
    packed = Packed(3, signed=True, at=9)
    unsigned = Packed(3, at=11)
    binary = Binary(4, at=13)
    real = Float64(at=15)
    edited = NumericEdited("ZZ9.9", at=23)
    blank = NumericEdited("ZZ9", blank_when_zero=True, at=28)
    index = Index(at=31)
    pointer = Pointer(at=35)
    _filler_1 = Filler(2, at=43)
    rows = Table(Text(1, at=45, value="A"), (3, 3))
    cells = Table(Zoned(2, at=46, value=5), (3, 3))
    again = Zoned(3, at=0)
    words = AlphanumericEdited("XXBX", at=54)
    just = Text(4, at=58, value="AB", justified=True)


@pytest.mark.cobc
@without_cobc
def test_initial_storage_like_gnucobol() -> None:
    program = """01 D. 05 T PIC X(3). 05 Z PIC S9(3). 05 S PIC S99 SIGN LEADING SEPARATE. 05 P PIC S9(3) COMP-3.
    05 U PIC 9(3) COMP-3. 05 B PIC 9(4) COMP. 05 R COMP-2. 05 E PIC ZZ9.9. 05 K PIC ZZ9 BLANK WHEN ZERO.
    05 I INDEX. 05 O POINTER. 05 FILLER PIC XX. 05 G OCCURS 3. 10 G1 PIC X VALUE "A". 10 G2 PIC 99 VALUE 5.
    05 W PIC XXBX. 05 J PIC X(4) JUSTIFIED VALUE "AB".
    01 D2 REDEFINES D. 05 T2 PIC 9(3)."""
    assert run([Case([program], [], ["D"])]) == [[Defaults().raw[:62]]]
