"""National items: UTF-16, one character of the value for each two bytes."""

from __future__ import annotations

import pytest

from cobol_runtime import FatalError, National, NationalEdited, Record, display_of, national_of


class Sample(Record, length=14):
    name = National(4, at=0, value="ab")
    edited = NationalEdited("NBN", at=8)


def test_a_position_is_two_bytes_in_the_order_of_networks() -> None:
    record = Sample()
    assert record.raw[:8] == b"\0a\0b\0 \0 "
    assert record.name == "ab  "
    assert Sample.name.part(record, 2, 2) == "b "


def test_a_character_beyond_two_bytes_is_two_positions() -> None:
    record = Sample()
    record.name = national_of("\xf0\x9f\x98\x80!", 1208)
    assert len(record.name) == 4
    assert Sample.name.part(record, 3, 1) == "!"
    assert display_of(record.name, 1208) == "\xf0\x9f\x98\x80! "


def test_what_a_code_page_does_not_have_is_a_question_mark() -> None:
    assert display_of("a\u20ac") == "a?"
    assert national_of("\xc1", 37) == "A"


def test_an_unknown_code_page_ends_the_run() -> None:
    with pytest.raises(FatalError, match="99999"):
        national_of("a", 99999)


def test_insertion_characters_are_national_too() -> None:
    record = Sample()
    record.edited = "x"
    assert record.raw[8:] == b"\0x\0 \0 "
