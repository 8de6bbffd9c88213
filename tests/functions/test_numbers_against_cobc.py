"""Numeric functions print the same digits as with GnuCOBOL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from cobol_runtime import functions
from tests.functions.batch import displayed, mismatches, number
from tests.oracle import GnuCobol

Numbers = Callable[..., int | Decimal]

SPECIAL = [
    "0",
    "1",
    "-1",
    "2",
    "0.5",
    "-0.5",
    "10",
    "100.00",
    "0.001",
    "-7.25",
    "99999999999999999999999999999999999999",
]
ONE_ARGUMENT: dict[str, Numbers] = {
    "INTEGER": functions.integer,
    "INTEGER-PART": functions.integer_part,
    "FRACTION-PART": functions.fraction_part,
    "SIGN": functions.sign,
    "SQRT": functions.sqrt,
    "LOG": functions.log,
    "LOG10": functions.log10,
    "SIN": functions.sin,
    "COS": functions.cos,
    "TAN": functions.tan,
    "ATAN": functions.atan,
}
UNIT: dict[str, Numbers] = {"ASIN": functions.asin, "ACOS": functions.acos}
POWERS: dict[str, Numbers] = {"EXP": functions.exp, "EXP10": functions.exp10}
TWO_ARGUMENTS: dict[str, Numbers] = {"MOD": functions.mod, "REM": functions.rem}
LISTS: dict[str, Numbers] = {
    "SUM": functions.sum_of,
    "MEAN": functions.mean,
    "MIDRANGE": functions.midrange,
    "RANGE": functions.range_of,
    "VARIANCE": functions.variance,
    "STANDARD-DEVIATION": functions.standard_deviation,
    "PRESENT-VALUE": functions.present_value,
    "ORD-MAX": functions.ord_max,
    "ORD-MIN": functions.ord_min,
}


def literals(random: Random, count: int, whole: int = 12, places: int = 9) -> Iterator[str]:
    for _ in range(count):
        digits = "".join(random.choices("0123456789", k=random.randint(1, whole)))
        decimals = "".join(random.choices("0123456789", k=random.randint(0, places)))
        yield random.choice(["", "-"]) + digits + ("." + decimals if decimals else "")


def case(name: str, function: Numbers, *arguments: str) -> tuple[str, str]:
    result = function(*map(number, arguments))
    return f"DISPLAY FUNCTION {name}({' '.join(arguments)})\nWITH NO ADVANCING", functions.shown(result)


def single_cases(random: Random) -> Iterator[tuple[str, str]]:
    for name, function in ONE_ARGUMENT.items():
        for argument in [*SPECIAL, *literals(random, 25)]:
            yield case(name, function, argument)
    for name, function in UNIT.items():
        for argument in ["0", "1", "-1", "1.5", "0.0", "1.00", "0.9999999999999999999999999999999999999"]:
            yield case(name, function, argument)
        for argument in literals(random, 20, 1, 20):
            yield case(name, function, argument.replace(argument.lstrip("-")[0], "0", 1))
    for name, function in POWERS.items():
        for argument in ["0", "1", "-1", "0.5", "20", "-20", "37", "100.5", *literals(random, 20, 2, 9)]:
            yield case(name, function, argument)
    for argument in range(-1, 60):
        yield case("FACTORIAL", functions.factorial, str(argument))


def several_cases(random: Random) -> Iterator[tuple[str, str]]:
    for name, function in TWO_ARGUMENTS.items():
        for left in [*SPECIAL, *literals(random, 15)]:
            for right in random.sample([*SPECIAL, "3", "12", "360", "5.00"], 4):
                yield case(name, function, left, right)
    for name, function in LISTS.items():
        yield case(name, function, "1", "2", "2.00", "-3")
        yield case(name, function, "-1", "5") if name == "PRESENT-VALUE" else case(name, function, "5", "5")
        for _ in range(25):
            yield case(name, function, *literals(random, random.randint(2, 7)))
    for periods in ("1", "12", "360", "12.0", "0", "-1"):
        for rate in ("0", "0.01", "0.0525", "1", "-0.1"):
            yield case("ANNUITY", functions.annuity, rate, periods)


@pytest.mark.cobc
@pytest.mark.parametrize("cases", [single_cases, several_cases])
def test_results_show_as_with_cobc(
    cases: Callable[[Random], Iterator[tuple[str, str]]], gnucobol: GnuCobol, tmp_path: Path
) -> None:
    batch = list(cases(Random(85)))
    shown = displayed(gnucobol, tmp_path, [cobol for cobol, _ in batch])
    assert [wrong for wrong in mismatches(batch, shown) if not last_digit_differs(*wrong[1:])] == []


def last_digit_differs(ours: str, theirs: str) -> bool:
    """Whether both are 96 significant digits long, as inexact results are, and one apart in the last."""
    one, other = Decimal(ours), Decimal(theirs)
    longest = max(one, other, key=lambda value: len(value.as_tuple().digits))
    unit = Decimal((0, (1,), longest.adjusted() - 95))
    return len(longest.as_tuple().digits) == 96 and abs(one - other) == unit
