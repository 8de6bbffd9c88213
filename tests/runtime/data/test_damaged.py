"""Damaged DISPLAY numbers are worth in each kind of statement what GnuCOBOL makes of them."""

from __future__ import annotations

import pytest

from cobol_runtime import Packed, Record, Zoned


class Source(Record, length=3):
    n = Zoned(3, at=0)


class Target(Record, length=14):
    z = Zoned(5, at=0)
    s = Zoned(5, signed=True, at=5)
    c = Packed(5, signed=True, at=10)


@pytest.mark.parametrize(
    ("text", "moved", "packed", "added", "computed"),
    [
        ("   ", "00000", 0, 5, 51600),
        ("1A3", "001A3", 113, 108, 273),
        ("1 3", "00103", 103, 108, 51559),
        ("  3", "00003", 3, 8, 3),
        ("3  ", "00300", 300, 305, 124),
        ("123", "00123", 123, 128, 123),
    ],
)
def test_move_add_and_compute(text: str, moved: str, packed: int, added: int, computed: int) -> None:
    source, target = Source(), Target()
    Source.n.put_part(source, text, 1)
    target.z = source.n
    assert Target.z.text(target) == moved
    target.c = source.n
    assert target.c == packed
    target.z = 5
    target.z += source.n
    assert target.z == added
    target.s = source.n + 0
    assert target.s == computed


@pytest.mark.parametrize(
    ("text", "less", "equal_zero"), [("   ", True, False), ("1A3", False, False), ("000", True, True)]
)
def test_comparisons_with_integers(text: str, less: bool, equal_zero: bool) -> None:
    source = Source()
    Source.n.put_part(source, text, 1)
    assert (source.n < 5) is less
    assert (source.n == 0) is equal_zero
    assert (source.n != 0) is not equal_zero
