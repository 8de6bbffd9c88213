"""Reading and showing numbers, valid and damaged, agrees with GnuCOBOL."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from cobol_runtime import Packed, Zoned
from tests.runtime.data.gnucobol import Case, run, without_cobc
from tests.runtime.data.items import Item, random_item, record_of, zoned

ODD_BYTES = b"0123456789 \x00\xff+-pqy{}AJRBz.,\x0c\x1d\x9f:;?@P`"
RESULT = zoned(38, 9, True, False, False)


def random_bytes(random: Random, item: Item) -> bytes:
    """The bytes of a valid number, or damaged ones."""
    field = item.make()
    choice = random.random()
    if choice < 0.4:
        record = record_of(x=field)
        record.x = Decimal(random.randrange(-(10**field.digits), 10**field.digits)).scaleb(-field.scale)
        return bytes(record.raw)
    if choice < 0.5:
        return b" " * field.length
    alphabet = bytes(range(256)) if choice < 0.65 else ODD_BYTES
    return bytes(random.choice(alphabet) for _ in range(field.length))


@pytest.mark.cobc
@without_cobc
@pytest.mark.parametrize("sign", ["ascii", "ebcdic"])
@pytest.mark.parametrize("kind", "zpbnu")
def test_numbers_read_and_show_like_gnucobol(kind: str, sign: str) -> None:
    random = Random(f"{kind} {sign}")
    items = [item for item in (random_item(random, kind) for _ in range(150)) if item.make().scale >= 0]
    values = [random_bytes(random, item) for item in items]
    data = [
        f"01 W{i}-R PIC X({item.length}). 01 W{i} REDEFINES W{i}-R {item.clause}. 01 N{i} {RESULT.clause}."
        for i, item in enumerate(items)
    ]
    fill = [f'MOVE X"{raw.hex()}" TO W{i}-R' for i, raw in enumerate(values)]
    shows = [Case([], [fill[i]], [f"W{i}", f"W{i}-R"]) for i in range(len(items))]
    reads = [Case([], [fill[i], f"COMPUTE N{i} = W{i}"], [f"N{i}", f"W{i}-R"]) for i in range(len(items))]
    outputs = run([Case(data), *shows, *reads], *(["-fsign=EBCDIC"] if sign == "ebcdic" else []))
    for i, (item, raw) in enumerate(zip(items, values, strict=True)):
        shown, read, result = (
            (record_of(sign, x=item.make()) for _ in range(2)),
            None,
            record_of(n=RESULT.make()),
        )
        first, second = shown
        first.raw = second.raw = raw
        assert [type(first).x.shown(first).encode("latin-1"), first.raw] == outputs[1 + i], (item.clause, raw)
        result.n = +type(second).x.number(second)  # as COMPUTE takes it
        read = [type(result).n.shown(result).encode(), second.raw]
        assert read == outputs[1 + len(items) + i], (item.clause, raw)


def test_combined_signs() -> None:
    for sign, text, value in [
        ("ascii", b"12p", -120), ("ascii", b"12y", -129), ("ascii", b"129", 129),
        ("ebcdic", b"12{", 120), ("ebcdic", b"12I", 129), ("ebcdic", b"12}", -120), ("ebcdic", b"12R", -129),
    ]:  # fmt: skip
        record = record_of(sign, x=Zoned(3, signed=True))
        record.raw = text
        assert record.x == value


def test_a_sign_byte_without_meaning_becomes_zero_when_it_is_read() -> None:
    record = record_of(x=Zoned(3, signed=True))
    record.raw = b"12{"
    assert record.x == 120
    assert record.raw == b"120"


def test_packed_signs() -> None:
    record = record_of(x=Packed(3, signed=True))
    for raw, value in [(b"\x12\x3c", 123), (b"\x12\x3d", -123), (b"\x12\x3f", 123), (b"\x12\x3b", 123)]:
        record.raw = raw
        assert record.x == value
    record.x = 0
    assert record.raw == b"\x00\x0c"


def test_shown() -> None:
    record = record_of(
        a=Zoned(4, signed=True), b=Zoned(5, scale=2, signed=True), c=Zoned(3, scale=5),
        d=Zoned(3, scale=-2), e=Zoned(3, signed=True, separate=True), f=Packed(3, signed=True),
    )  # fmt: skip
    record.a, record.b, record.c = 12, Decimal("-1.5"), Decimal("0.00123")
    record.d, record.e, record.f = 12300, -7, 0
    fields = type(record).fields.values()
    assert [field.shown(record) for field in fields] == [
        "+0012",
        "-001.50",
        ".00123",
        "12300",
        "007-",
        "+000",
    ]
