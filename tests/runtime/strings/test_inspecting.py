"""INSPECT on Python texts, also against slow models written from the rules of the standard."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cobol_runtime import (
    SPACES,
    Fill,
    Replacement,
    Tally,
    inspect_converting,
    inspect_replacing,
    inspect_tallying,
)

TEXT = st.text("AB ", max_size=12)
VALUE = st.text("AB ", min_size=1, max_size=3)
BOUND = st.none() | VALUE


def test_characters_taken_by_one_phrase_are_out_of_reach_of_the_next() -> None:
    assert inspect_tallying("AABBA", [Tally("ALL", "AB"), Tally("ALL", "A"), Tally("CHARACTERS")]) == (
        1,
        2,
        1,
    )


def test_an_earlier_phrase_wins_even_where_a_later_one_would_match_further_left() -> None:
    assert inspect_tallying("ABAB", [Tally("ALL", "BA"), Tally("ALL", "AB")]) == (1, 0)


def test_leading_trailing_and_first() -> None:
    assert inspect_tallying("00100", [Tally("LEADING", "0")]) == (2,)
    assert inspect_tallying("00100", [Tally("TRAILING", "0")]) == (2,)
    assert (
        inspect_replacing("00100", [Replacement("FIRST", "0", "x"), Replacement("TRAILING", "00", "yz")])
        == "x01yz"
    )


def test_before_is_looked_for_behind_after_when_after_is_written_first() -> None:
    phrase = Tally("CHARACTERS", None, before="-", after="=", after_first=True)
    assert inspect_tallying("-a=bc-", [phrase]) == (2,)
    assert inspect_tallying("-a=bc-", [Tally("CHARACTERS", None, before="-", after="=")]) == (0,)


def test_an_absent_after_leaves_nothing_and_an_absent_before_everything() -> None:
    assert inspect_tallying("abc", [Tally("CHARACTERS", after="x")]) == (0,)
    assert inspect_tallying("abc", [Tally("CHARACTERS", before="x")]) == (3,)


def test_replacing_matches_the_text_as_it_was() -> None:
    phrases = [Replacement("ALL", "A", "B"), Replacement("ALL", "B", "C")]
    assert inspect_replacing("AB", phrases) == "BC"


def test_a_figurative_replacement_takes_the_size_and_another_size_replaces_nothing() -> None:
    assert inspect_replacing("xABx", [Replacement("ALL", "AB", SPACES)]) == "x  x"
    assert inspect_replacing("xABCx", [Replacement("ALL", "ABC", Fill("12"))]) == "x121x"
    assert inspect_replacing("xABx", [Replacement("ALL", "AB", "1")]) == "xABx"


def test_converting_takes_the_first_of_duplicate_characters() -> None:
    assert inspect_converting("ABCA", "AAB", "xyz") == "xzCx"
    assert inspect_converting("ABCA", "AB", SPACES) == "  C "
    assert inspect_converting("ABCA", "AB", "x") == "ABCA"
    assert inspect_converting("ABCA", "A", "x", after="B") == "ABCx"


def test_a_value_of_no_characters_matches_nothing() -> None:
    assert inspect_tallying("AB", [Tally("ALL", "")]) == (0,)


def bounds(text: str, before: str | None, after: str | None) -> tuple[int, int]:
    """The region as the standard has it: both ends found in the whole text."""
    start, end = 0, len(text)
    if before is not None and before in text:
        end = text.index(before)
    if after is not None:
        start = text.index(after) + len(after) if after in text else end
    return start, max(start, end)


def cycle(text: str, phrases: list[Tally]) -> list[list[int]]:
    """The comparison cycle: at each position the phrases in order, until one matches; where each of them matched."""
    regions = [bounds(text, phrase.before, phrase.after) for phrase in phrases]
    active = [True] * len(phrases)
    matched: list[list[int]] = [[] for _ in phrases]
    position = 0
    while position < len(text):
        step = 1
        for place, phrase in enumerate(phrases):
            start, end = regions[place]
            value = phrase.value or text[position]
            inside = start <= position and position + len(value) <= end
            if not (inside and active[place] and text.startswith(value, position)):
                continue
            matched[place].append(position)
            active[place] = phrase.kind != "FIRST"
            step = len(value)
            break
        else:
            step = 1
        for place, phrase in enumerate(phrases):
            if phrase.kind == "LEADING" and position >= regions[place][0] and position not in matched[place]:
                active[place] = False
        position += step
    return matched


@given(
    TEXT,
    st.sampled_from(["CHARACTERS", "ALL", "LEADING"]),
    VALUE,
    st.none() | st.just("A"),
    st.none() | st.just("B"),
)
def test_one_tallying_phrase_is_the_standards_comparison_cycle(
    text: str, kind: str, value: str, before: str | None, after: str | None
) -> None:
    phrase = Tally(kind, None if kind == "CHARACTERS" else value, before, after)
    assert inspect_tallying(text, [phrase]) == (len(cycle(text, [phrase])[0]),)


@given(TEXT, st.lists(st.sampled_from(["A", "B", " "]), min_size=1, max_size=4))
def test_phrases_of_one_character_are_the_standards_comparison_cycle(text: str, values: list[str]) -> None:
    phrases = [Tally("ALL", value) for value in values]
    assert inspect_tallying(text, phrases) == tuple(map(len, cycle(text, phrases)))


@given(TEXT, st.sampled_from(["ALL", "LEADING", "FIRST"]), VALUE)
def test_one_replacing_phrase_changes_what_the_cycle_matches(text: str, kind: str, value: str) -> None:
    expected = list(text)
    for position in cycle(text, [Tally(kind, value)])[0]:
        expected[position : position + len(value)] = "#" * len(value)
    assert inspect_replacing(text, [Replacement(kind, value, Fill("#"))]) == "".join(expected)


@given(TEXT, VALUE, BOUND, BOUND)
def test_trailing_is_leading_seen_from_behind(
    text: str, value: str, before: str | None, after: str | None
) -> None:
    region = Replacement("CHARACTERS", None, "#", before, after)
    start = inspect_replacing(text, [region])
    inside = [place for place, character in enumerate(start) if character == "#"]
    part = text[inside[0] : inside[-1] + 1] if inside else ""
    backwards = inspect_tallying(part[::-1], [Tally("LEADING", value[::-1])])
    assert inspect_tallying(text, [Tally("TRAILING", value, before, after)]) == backwards


@given(TEXT, st.text("AB", min_size=1, max_size=3), BOUND, BOUND)
def test_converting_is_replacing_single_characters(
    text: str, characters: str, before: str | None, after: str | None
) -> None:
    to = "xyz"[: len(characters)]
    phrases = [Replacement("ALL", old, new, before, after) for old, new in zip(characters, to, strict=True)]
    assert inspect_converting(text, characters, to, before, after) == inspect_replacing(text, phrases)
