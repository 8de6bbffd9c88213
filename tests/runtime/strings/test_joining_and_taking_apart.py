"""STRING and UNSTRING on Python texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cobol_runtime import LOW_VALUES, SPACES, Delimiter, string_into, unstring

WORDS = st.lists(st.text("abc", min_size=1, max_size=5), min_size=1, max_size=6)


def test_string_leaves_the_rest_of_the_receiver_alone() -> None:
    assert string_into("..........", [("ab cd", " "), ("xyz", None)], 2) == (".abxyz....", 7, False)


def test_string_moves_what_fits_and_ignores_later_sources() -> None:
    assert string_into("....", [("abc", None), ("xyz", None), ("", None)]) == ("abcx", 5, True)


def test_string_filling_the_receiver_exactly_is_no_overflow() -> None:
    assert string_into("....", [("abcd", None)]) == ("abcd", 5, False)


def test_string_with_its_pointer_outside_the_receiver_moves_nothing() -> None:
    assert string_into("....", [("abc", None)], 0) == ("....", 0, True)
    assert string_into("....", [], 5) == ("....", 5, True)


def test_a_figurative_source_is_one_character_and_a_figurative_delimiter_too() -> None:
    assert string_into("....", [(SPACES, None), ("a b", SPACES)]).text == " a.."
    assert string_into("....", [("a\0b", LOW_VALUES)]).text == "a..."


def test_a_delimiter_at_the_front_or_of_no_characters_moves_nothing() -> None:
    assert string_into("....", [(";a", ";"), ("bc", "")]).text == "...."


def test_unstring_takes_the_delimiter_written_first_of_two_at_one_place() -> None:
    taken = unstring("a--b", [Delimiter("-"), Delimiter("--")], [9, 9, 9])
    assert [piece.text for piece in taken.pieces] == ["a", "", "b"]
    taken = unstring("a--b", [Delimiter("--"), Delimiter("-")], [9, 9, 9])
    assert [piece.text for piece in taken.pieces] == ["a", "b"]


def test_unstring_all_swallows_repeated_delimiters_and_reports_one() -> None:
    taken = unstring("a,,,b", [Delimiter(",", all=True)], [9, 9])
    assert [(piece.text, piece.delimiter, piece.count) for piece in taken.pieces] == [
        ("a", ",", 1),
        ("b", "", 1),
    ]
    assert (taken.pointer, taken.overflow) == (6, False)


def test_unstring_without_delimiters_goes_by_the_sizes_of_the_receivers() -> None:
    taken = unstring("abcdefg", [], [2, 3], 2)
    assert [piece.text for piece in taken.pieces] == ["bc", "def"]
    assert (taken.pointer, taken.overflow) == (7, True)


def test_unstring_stops_when_the_source_is_exhausted() -> None:
    assert len(unstring("a", [Delimiter(",")], [1, 1, 1]).pieces) == 1
    assert unstring("a,", [Delimiter(",")], [1, 1]).overflow is False


def test_unstring_with_its_pointer_outside_the_source_does_nothing() -> None:
    assert unstring("abc", [Delimiter(",")], [1], 4) == ((), 4, True)
    assert unstring("abc", [Delimiter(",")], [1], 0) == ((), 0, True)


@given(WORDS, st.sampled_from([",", ", ", "--"]))
def test_unstring_takes_apart_what_string_joined(words: list[str], between: str) -> None:
    sources = [part for word in words for part in ((word, None), (between, None))]
    joined = string_into("." * 60, sources)
    taken = unstring(joined.text[: joined.pointer - 1], [Delimiter(between)], [5] * len(words))
    assert [piece.text for piece in taken.pieces] == words
    assert not taken.overflow


@given(st.text("ab,", min_size=1, max_size=12), st.integers(1, 5))
def test_unstring_accounts_for_every_character(source: str, receivers: int) -> None:
    taken = unstring(source, [Delimiter(",")], [9] * receivers)
    again = "".join(piece.text + piece.delimiter for piece in taken.pieces)
    assert again == source[: taken.pointer - 1]
    assert taken.overflow == (len(again) < len(source))
