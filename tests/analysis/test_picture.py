"""PICTURE character-strings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobol_parser.picture import Category, PictureError, expand_constants, parse_picture


@pytest.mark.parametrize(
    ("text", "category", "size", "digits", "scale", "signed"),
    [
        ("9(5)", Category.NUMERIC, 5, 5, 0, False),
        ("S9(3)V99", Category.NUMERIC, 5, 5, 2, True),
        ("9(2)P(3)", Category.NUMERIC, 2, 2, -3, False),
        ("VP(3)9(2)", Category.NUMERIC, 2, 2, 5, False),
        ("SP(3)9(2)", Category.NUMERIC, 2, 2, 5, True),
        ("A(4)", Category.ALPHABETIC, 4, 0, 0, False),
        ("X(3)9", Category.ALPHANUMERIC, 4, 0, 0, False),
        ("A9", Category.ALPHANUMERIC, 2, 0, 0, False),
        ("XXBXX/X", Category.ALPHANUMERIC_EDITED, 7, 0, 0, False),
        ("ABA", Category.ALPHANUMERIC_EDITED, 3, 0, 0, False),
        ("99/99/99", Category.NUMERIC_EDITED, 8, 6, 0, False),
        ("ZZ,ZZ9.99-", Category.NUMERIC_EDITED, 10, 7, 2, True),
        ("$$$,$$9.99CR", Category.NUMERIC_EDITED, 12, 7, 2, True),
        ("+(4).++", Category.NUMERIC_EDITED, 7, 5, 2, True),
        ("*(5)9", Category.NUMERIC_EDITED, 6, 6, 0, False),
        ("-9(3)", Category.NUMERIC_EDITED, 4, 3, 0, True),
        ("N(4)", Category.NATIONAL, 4, 0, 0, False),
    ],
)
def test_shape(text: str, category: Category, size: int, digits: int, scale: int, signed: bool) -> None:
    picture = parse_picture(text)
    shape = (picture.category, picture.size, picture.digits, picture.scale, picture.signed)
    assert shape == (category, size, digits, scale, signed)


@pytest.mark.parametrize(
    ("text", "position", "part"),
    [
        ("9(3)Z9", 4, "cannot follow 9"),
        ("X(", 1, "not closed"),
        ("9(0)", 2, "greater than zero"),
        ("9(A)", 1, "unsigned integer"),
        ("9S9", 1, "S must be the first"),
        ("99VV9", 3, "only once"),
        ("9.9.9", 3, "only once"),
        ("Z*9", 1, "exclude each other"),
        ("(3)9", 0, "must follow"),
        ("9Q", 1, "not a PICTURE symbol"),
        ("99C", 2, "C must be followed by R"),
        ("+", 0, "at least one"),
        ("B0/", 0, "at least one"),
        ("9(39)", 0, "at most 38 digits"),
        ("9CR9", 3, "cannot follow CR or DB"),
        ("X9.9", 2, "cannot follow A or X"),
    ],
)
def test_fault_is_placed(text: str, position: int, part: str) -> None:
    with pytest.raises(PictureError) as caught:
        parse_picture(text)
    assert part in caught.value.message
    assert caught.value.position == position


def test_currency_and_comma_change_roles() -> None:
    picture = parse_picture("FFF.FF9,99", currency="F", decimal_comma=True)
    assert (picture.digits, picture.scale, picture.size) == (7, 2, 10)
    with pytest.raises(PictureError):
        parse_picture("$$9,99,9", decimal_comma=True)


def test_repetition_is_written_out() -> None:
    assert parse_picture("$(3),$$9.9(2)CR").expanded == "$$$,$$9.99CR"


def test_constants_stand_in_parentheses() -> None:
    assert expand_constants("X(LEN)9(2)", {"LEN": 7}.get) == "X(7)9(2)"
    with pytest.raises(PictureError) as caught:
        expand_constants("X(NOBODY)", {"LEN": 7}.get)
    assert caught.value.position == 2


@given(st.text("9XASVPZ*B0/,.+-$CRDBN()12", max_size=12))
def test_any_text_is_read_or_refused_within_itself(text: str) -> None:
    try:
        picture = parse_picture(text)
    except PictureError as error:
        assert 0 <= error.position <= max(len(text) - 1, 0)
    else:
        assert picture.size == len(picture.expanded) - sum(picture.expanded.count(s) for s in "SVP")
