"""Comparisons and class conditions agree with GnuCOBOL."""

from __future__ import annotations

from random import Random

import pytest

from cobol_runtime import (
    HIGH_VALUES,
    LOW_VALUES,
    QUOTES,
    SPACES,
    ZEROS,
    Fill,
    Float64,
    Zoned,
    compare,
    compare_floating,
    same,
)
from tests.runtime.data.gnucobol import Case, run, without_cobc
from tests.runtime.data.items import random_item, record_of
from tests.runtime.data.test_decoding import random_bytes

FIGURATIVES = {
    "SPACES": SPACES, "ZEROS": ZEROS, "HIGH-VALUES": HIGH_VALUES, "LOW-VALUES": LOW_VALUES, "QUOTES": QUOTES,
    "ALL 'AB'": Fill("AB"), "ALL '0'": Fill("0"),
}  # fmt: skip
ORDER = "ZYXWVUTSRQPONMLKJIHGFEDCBA9876543210 "


def relation(order: int) -> str:
    return "<" if order < 0 else ">" if order else "="


def test_statement(i: int, left: str, right: str) -> list[str]:
    return [f"IF {left} {sign} {right} MOVE '{sign}' TO R{i} END-IF" for sign in "<=>"]


test_statement.__test__ = False  # type: ignore[attr-defined]


@pytest.mark.cobc
@without_cobc
@pytest.mark.parametrize("collating", [None, ORDER])
def test_comparisons_like_gnucobol(collating: str | None) -> None:
    random = Random(11)
    everything = ORDER + "".join(chr(code) for code in range(256) if chr(code) not in ORDER)
    table = bytes(everything.index(chr(code)) for code in range(256)) if collating else None
    cases, expected, described = [], [], []
    for i in range(200):
        size = random.randint(1, 5)
        text = "".join(random.choice("AB 09Z") for _ in range(size))
        data = f'01 R{i} PIC X. 01 A{i} PIC X({size}) VALUE "{text}".'
        name, figurative = random.choice(list(FIGURATIVES.items())[: 2 if collating else 7])
        fill: list[str] = []
        if random.random() < 0.4:
            left, right, order = f"A{i}", name, compare(text, figurative, table)
        elif random.random() < 0.5:
            other = text[: random.randint(1, size)] + random.choice(["", " ", "A"])
            data += f' 01 B{i} PIC X({len(other)}) VALUE "{other}".'
            left, right, order = f"A{i}", f"B{i}", compare(text, other, table)
        else:
            item = random_item(random, "zpbnu", 9, scaled=False)
            record = record_of(x=item.make())
            record.x = random.randrange(-(10**9), 10**9)
            data += f" 01 N{i}-R PIC X({item.length}). 01 N{i} REDEFINES N{i}-R {item.clause}."
            fill = [f'MOVE X"{record.raw.hex()}" TO N{i}-R']
            left, right = f"N{i}", f"A{i}"
            order = compare(type(record).x.comparison_text(record), text, table)
        cases.append(Case([data], [*fill, *test_statement(i, left, right)], [f"R{i}"]))
        expected.append([relation(order).encode()])
        described.append((data, left, right))
    alphabet = "OBJECT-COMPUTER. X PROGRAM COLLATING SEQUENCE IS ALPH.\n"
    alphabet += "SPECIAL-NAMES. ALPHABET ALPH IS 'Z' THRU 'A', '9' THRU '0', ' '."
    for want, got, what in zip(
        expected, run(cases, configuration=alphabet if collating else ""), described, strict=True
    ):
        assert want == got, what


@pytest.mark.cobc
@without_cobc
def test_class_conditions_like_gnucobol() -> None:
    random = Random(3)
    cases, expected, described = [], [], []
    for i in range(250):
        item = random_item(random, "zzpbnu", 6)
        record = record_of(x=item.make())
        record.raw = content = random_bytes(random, item)
        test = f"IF N{i} NUMERIC MOVE 'Y' TO R{i} ELSE MOVE 'N' TO R{i} END-IF"
        data = f"01 R{i} PIC X. 01 N{i}-R PIC X({item.length}). 01 N{i} REDEFINES N{i}-R {item.clause}."
        cases.append(Case([data], [f'MOVE X"{content.hex()}" TO N{i}-R', test], [f"R{i}"]))
        expected.append([b"Y" if type(record).x.is_numeric(record) else b"N"])
        described.append((item.clause, content))
    for want, got, what in zip(expected, run(cases), described, strict=True):
        assert want == got, what


def test_figurative_constants_compare_with_python_operators() -> None:
    assert SPACES == "   "
    assert SPACES == ""
    assert SPACES < "A  "
    assert Fill("AB") != "ABB"
    assert Fill("AB") == "ABA"
    assert ZEROS == 0
    assert ZEROS != 1
    assert HIGH_VALUES > "abc"
    assert LOW_VALUES < "abc"


def test_texts_of_different_length() -> None:
    assert same("AB", "AB   ")
    assert not same("AB", "AB  x")
    assert compare("AB", "AB\x00") > 0


def test_an_integer_sees_damaged_digits_by_their_distance_from_zero() -> None:
    record = record_of(x=Zoned(3))
    record.raw = b"   "
    assert type(record).x.compared(record) == -1776
    record.x = 12
    assert type(record).x.compared(record) == 12


def test_nearly_equal_floating_point_numbers_are_equal() -> None:
    record = record_of(x=Float64())
    record.x = 1.0
    assert compare_floating(type(record).x.real(record), 1 + 1e-9) == 0
    assert compare_floating(type(record).x.real(record), 1.1) < 0
