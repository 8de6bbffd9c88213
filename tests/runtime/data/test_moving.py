"""MOVE between items of all categories agrees with GnuCOBOL."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

import pytest

from cobol_runtime import (
    AlphanumericEdited,
    Float32,
    Float64,
    NumericEdited,
    Text,
    Zoned,
    as_number,
    de_edit,
    move,
)
from cobol_runtime.field import AnyField
from tests.runtime.data.gnucobol import Case, run, without_cobc
from tests.runtime.data.items import random_item, record_of
from tests.runtime.data.test_decoding import ODD_BYTES

NUMBERS = [
    "ZZ9.99-",
    "-(5)9",
    "$$,$$9.99",
    "+9(4)",
    "ZZZZ",
    "**9.9",
    "9(3)BB9",
    "Z(4)V99",
    "9(3)CR",
    "ZZ9.",
    "0099",
]
TEXTS = ["XXBXX", "X(3)/X(3)", "0XX0X", "AABAA", "99BXX"]
Made = tuple[str, Callable[[], AnyField]]


def random_field(random: Random, kind: str) -> Made:
    """A clause and its field: a number (zpbnu), x text, j justified, e edited, a alphanumeric-edited, 1 2 float."""
    size = random.randint(1, 12)
    if kind in "zpbnu":
        item = random_item(random, kind)
        while not 0 <= item.make().scale <= item.make().digits:
            item = random_item(random, kind)
        return item.clause, item.make
    number, text = random.choice(NUMBERS), random.choice(TEXTS)
    made: dict[str, Made] = {
        "x": (f"PIC X({size})", lambda: Text(size)),
        "j": (f"PIC X({size}) JUSTIFIED", lambda: Text(size, justified=True)),
        "e": (f"PIC {number}", lambda: NumericEdited(number)),
        "a": (f"PIC {text}", lambda: AlphanumericEdited(text)),
        "1": ("COMP-1", Float32),
        "2": ("COMP-2", Float64),
    }
    return made[kind]


def random_content(random: Random, kind: str, field: AnyField, damaged: float) -> bytes:
    """Bytes that fit the item's category, or with the chance *damaged* any."""
    record = record_of(x=field)
    if kind not in "12" and random.random() < damaged:
        return bytes(random.choice(ODD_BYTES) for _ in range(field.length))
    if kind in "xja":
        digits = "".join(random.choice("0123456789") for _ in range(random.randint(0, field.length)))
        record.x = random.choice(
            [digits, f"  -{digits}", f"{digits[:2]}.{digits[2:]}", f"{digits[:1]},{digits[1:]}", "A1"]
        )
    else:
        digits_held, scale = int(getattr(field, "digits", 5)), int(getattr(field, "scale", 2))
        number = random.choice(
            [random.randrange(-(10**digits_held), 10**digits_held), random.randrange(-9, 10)]
        )
        record.x = Decimal(number).scaleb(-scale)
    return bytes(record.raw)


@pytest.mark.cobc
@without_cobc
@pytest.mark.parametrize(
    ("sources", "targets", "damaged"),
    [
        ("zpbnu", "zpbnu", 0.3), ("xe", "zpbnu", 0.3), ("zpbnux", "xjae", 0.3), ("xja", "xja", 0), ("e", "ex", 0),
        ("12", "zpbnu12e", 0), ("zpbnuxe", "12", 0),
    ],
)  # fmt: skip
def test_moves_like_gnucobol(sources: str, targets: str, damaged: float) -> None:
    random = Random(sources + targets)
    cases, expected, described = [], [], []
    for i in range(200):
        kind, target_kind = random.choice(sources), random.choice(targets)
        clause, make = random_field(random, kind)
        while kind in "zpbnu" and target_kind in "xja" and getattr(make(), "scale", None):
            clause, make = random_field(random, kind)
        target_clause, make_target = random_field(random, target_kind)
        source, target = record_of(x=make()), record_of(x=make_target())
        content = random_content(random, kind, make(), damaged)
        source.raw, target.raw = content, b"7" * target.length
        move(type(source).x, source, type(target).x, target)
        expected.append([target.raw, source.raw])
        described.append((clause, target_clause, content))
        data = f"01 S{i}-R PIC X({source.length}). 01 S{i} REDEFINES S{i}-R {clause}."
        data += f" 01 T{i}-R PIC X({target.length}). 01 T{i} REDEFINES T{i}-R {target_clause}."
        fill = f'MOVE X"{content.hex()}" TO S{i}-R MOVE ALL "7" TO T{i}-R MOVE S{i} TO T{i}'
        cases.append(Case([data], [fill], [f"T{i}-R", f"S{i}-R"]))
    for want, got, what in zip(expected, run(cases), described, strict=True):
        assert want == got, what


def test_text_to_number() -> None:
    texts = ["12", " -12.5 ", "1,234", "12A", "", "+7", "1 2", ".5", "1.2.3", "-"]
    values = [12, Decimal("-12.5"), 1234, 0, 0, 7, 12, Decimal("0.5"), 0, 0]
    assert [as_number(text) for text in texts] == values
    assert as_number("1.234,5", decimal_comma=True) == Decimal("1234.5")


def test_de_editing() -> None:
    assert de_edit("  1,234.50CR") == Decimal("-1234.50")
    assert de_edit("$***12.00") == Decimal("12.00")
    assert de_edit("1234", "ZZV99") == Decimal("12.34")


def test_a_negative_number_stays_negative_when_zeros_arrive() -> None:
    record = record_of(x=Zoned(1, signed=True))
    type(record).x.move(record, Decimal("-0.4"))
    assert record.raw == b"p"
    record.x = Decimal("-0.4")
    assert record.raw == b"0"
