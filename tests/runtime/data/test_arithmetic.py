"""Quotients, powers, remainders and rounding."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobol_runtime import Rounding, divide, power, remainder, rounded, truncated
from cobol_runtime.field import Number
from tests.runtime.data.gnucobol import Case, run, without_cobc
from tests.runtime.data.items import picture, record_of, zoned

RESULT = zoned(38, 20, True, False, False)


@pytest.mark.cobc
@without_cobc
def test_expressions_like_gnucobol() -> None:
    random = Random(1)
    cases, expected, described = [], [], []
    for i in range(300):
        scales = [random.randint(0, 4) for _ in range(3)]
        a, b, c = (
            Decimal(random.randrange(-(10**size), 10**size)).scaleb(-scale)
            for size, scale in zip((9, 6, 3), scales, strict=True)
        )
        whole, half = random.randint(-4, 6), Decimal(random.randrange(1, 500)).scaleb(-2)
        choices: dict[str, tuple[str, Number]] = {
            "quotient": (f"A{i} / B{i}", divide(a, b)),
            "chain": (f"A{i} / B{i} / C{i} * B{i}", divide(divide(a, b), c) * b),
            "mixed": (f"(A{i} + B{i} / C{i}) * C{i} - A{i} / 3", (a + divide(b, c)) * c - divide(a, 3)),
            "whole power": (f"B{i} ** W{i}", power(b, whole)),
            "power": (f"A{i} ** H{i}", power(a, half)),
        }
        expression, value = random.choice(list(choices.values()))
        record = record_of(r=RESULT.make())
        record.r = 7
        record.r = value
        data = (
            f"01 R{i} {RESULT.clause} VALUE 7. 01 W{i} PIC S9 VALUE {whole}. 01 H{i} PIC 9V99 VALUE {half}."
        )
        for name, number, scale in zip("ABC", (a, b, c), scales, strict=True):
            data += f" 01 {name}{i} {picture(9 + scale, scale, True)} VALUE {number:f}."
        cases.append(Case([data], [f"COMPUTE R{i} = {expression}"], [f"R{i}"]))
        expected.append([type(record).r.shown(record).encode()])
        described.append((expression, a, b, c, whole, half))
    for want, got, what in zip(expected, run(cases), described, strict=True):
        assert want == got, what


def test_powers() -> None:
    assert power(2, 10) == 1024
    assert power(4, Decimal("1.5")) == 8
    assert power(2, -2) == Decimal("0.25")
    assert power(0, -1) == 0
    assert power(-2, Decimal("0.5")).is_nan()  # type: ignore[union-attr]
    record = record_of(x=zoned(3, 0, False, False, False).make())
    assert not type(record).x.store(record, power(0, 0))
    assert record.x == 1


def test_division_by_zero() -> None:
    assert divide(1, 0) != divide(1, 0)
    assert remainder(1, 0, 2) != 1


def test_remainder_uses_the_truncated_quotient() -> None:
    assert remainder(10, 3, 0) == 1
    assert remainder(10, 3, 1) == Decimal("0.1")
    assert remainder(-10, 3, 0) == -1


@pytest.mark.parametrize(
    ("mode", "results"),
    [
        (Rounding.NEAREST_AWAY_FROM_ZERO, [3, -3, 2]), (Rounding.NEAREST_EVEN, [2, -2, 2]),
        (Rounding.NEAREST_TOWARD_ZERO, [2, -2, 2]), (Rounding.TRUNCATION, [2, -2, 2]),
        (Rounding.AWAY_FROM_ZERO, [3, -3, 3]), (Rounding.TOWARD_GREATER, [3, -2, 3]),
        (Rounding.TOWARD_LESSER, [2, -3, 2]),
    ],
)  # fmt: skip
def test_rounding_modes(mode: Rounding, results: list[int]) -> None:
    assert [rounded(value, 0, mode) for value in map(Decimal, ("2.5", "-2.5", "2.4"))] == results


@given(st.integers(-(10**30), 10**30), st.integers(0, 12), st.integers(0, 12))
def test_truncation_is_toward_zero(number: int, places: int, scale: int) -> None:
    value = Decimal(number).scaleb(-places)
    cut = Decimal(truncated(value, scale))
    assert abs(cut) <= abs(value) < abs(cut) + Decimal(1).scaleb(-scale)


@given(st.integers(-(10**18), 10**18), st.integers(1, 10**18))
def test_quotient_and_remainder_make_the_dividend(dividend: int, divisor: int) -> None:
    quotient = truncated(divide(dividend, divisor), 0)
    assert quotient * divisor + remainder(dividend, divisor, 0) == dividend
