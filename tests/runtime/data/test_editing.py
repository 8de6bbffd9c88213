"""Numeric editing agrees with GnuCOBOL."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from cobol_runtime import AlphanumericEdited, NumericEdited, Rounding
from tests.runtime.data.gnucobol import Case, run, without_cobc
from tests.runtime.data.items import record_of

PICTURES = [
    "9(5)", "ZZZZ9", "ZZZ,ZZ9.99", "Z(6)", "ZZZ.ZZ", "Z9.99", "***,**9.99", "*(5)", "**.**", "$999.99", "$$$,$$9.99", "$$$$", "$(5).99",
    "+999", "-999", "999+", "999-", "+++9.99", "---,--9", "----", "++++.++", "-(6)9.9(3)", "+Z,ZZ9.99", "-$ZZ9.99", "+$999", "$ZZ9.99CR",
    "ZZZ9DB", "9(3)CR", "99/99/99", "99B99B99", "ZZ9B00", "0ZZ9", "ZB9B9", "ZZZ9/99", "$***9.99-", "-*,***9.99", "ZZZV99", "9V99-", "Z,Z,Z.99",
    "--9.99", "+9(4)V9+", "$**,**9.99CR", "-9B9", "9,999.9", "ZZZZ.ZZ+", "$$$.$$", "*,***.**", "Z(3)/9", "+(4)", "$B99", "-(3),--9.99",
]  # fmt: skip
VALUES = [
    "0",
    "1",
    "-1",
    "12",
    "-12",
    "123.45",
    "-123.45",
    "99999.999",
    "0.05",
    "-0.05",
    "-0.004",
    "1000",
    "-100000.5",
    "7654321.1",
]


def usable(picture: str) -> bool:
    """Pictures with sign at both ends are no COBOL."""
    return not (picture[0] in "+-" and picture[-1] in "+-" and "V" in picture)


def test_pictures_can_be_told_apart() -> None:
    assert sum(map(usable, PICTURES)) > 45


def edited(picture: str, blank_when_zero: bool, currency: str, decimal_comma: bool) -> NumericEdited:
    return NumericEdited(
        picture,
        blank_when_zero=blank_when_zero,
        currency=currency,
        decimal_comma=decimal_comma,
        whole_results=True,
    )


@pytest.mark.cobc
@without_cobc
@pytest.mark.parametrize(("comma", "currency"), [(False, "$"), (True, "#")])
def test_numbers_are_edited_like_gnucobol(comma: bool, currency: str) -> None:
    random = Random(5)
    cases: list[Case] = []
    expected, described = [], []
    for picture in filter(usable, PICTURES):
        picture = picture.replace("$", currency)
        if comma:
            picture = picture.translate({44: ".", 46: ","})
        blank = "*" not in picture and random.random() < 0.15
        for value in map(Decimal, random.sample(VALUES, 7)):
            i = len(cases)
            moved, stored = (record_of(x=edited(picture, blank, currency, comma)) for _ in range(2))
            moved.x = value
            type(stored).x.put_rounded(stored, value, Rounding.NEAREST_AWAY_FROM_ZERO)
            literal = f"{value:.6f}".replace(".", "," if comma else ".")
            clause = f"PIC {picture}{' BLANK WHEN ZERO' if blank else ''}"
            data = f"01 E{i} {clause}. 01 G{i} {clause}. 01 V{i} PIC S9(9)V9(6) VALUE {literal}."
            cases.append(Case([data], [f"MOVE V{i} TO E{i} COMPUTE G{i} ROUNDED = V{i}"], [f"E{i}", f"G{i}"]))
            expected.append([moved.raw, stored.raw])
            described.append((picture, value, blank))
    names = f"SPECIAL-NAMES. CURRENCY SIGN IS '{currency}' {'DECIMAL-POINT IS COMMA' if comma else ''}."
    for want, got, what in zip(expected, run(cases, configuration=names), described, strict=True):
        assert want == got, what


def test_edited_numbers_have_a_value_again() -> None:
    record = record_of(x=NumericEdited("$$,$$9.99CR"), y=NumericEdited("ZZ9V99"))
    record.x, record.y = Decimal("-1234.5"), Decimal("1.25")
    assert (record.x, record.y) == ("$1,234.50CR", "  125")
    assert (type(record).x.number(record), type(record).y.number(record)) == (
        Decimal("-1234.50"),
        Decimal("1.25"),
    )


def test_size_errors_of_edited_receivers() -> None:
    record = record_of(x=NumericEdited("ZZ9.9-"))
    record.x = 1
    assert not type(record).x.store(record, 1000)
    assert record.x == "  1.0 "
    assert type(record).x.store(record, Decimal("-999.96"), Rounding.TRUNCATION)
    assert record.x == "999.9-"


def test_text_is_edited() -> None:
    record = record_of(x=AlphanumericEdited("XX/XXB0X"))
    record.x = "ABCDE"
    assert record.x == "AB/CD 0E"
