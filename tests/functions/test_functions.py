"""Properties and single facts of the intrinsic functions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobol_runtime import functions
from cobol_runtime.run_unit import RunUnit
from tests.functions.batch import displayed
from tests.oracle import GnuCobol

DAYS = st.integers(1, 3067671)
NUMBERS = st.decimals(Decimal(-(10**12)), Decimal(10**12), places=4)


@given(DAYS)
def test_dates_and_day_numbers_are_inverse(day: int) -> None:
    assert functions.integer_of_date(functions.date_of_integer(day)) == day
    assert functions.integer_of_day(functions.day_of_integer(day)) == day


@given(DAYS, st.sampled_from(["YYYYMMDD", "YYYY-MM-DD", "YYYYDDD", "YYYY-DDD", "YYYYWwwD", "YYYY-Www-D"]))
def test_a_date_written_in_any_format_is_read_back(day: int, form: str) -> None:
    text = functions.formatted_date(form, day)
    assert functions.test_formatted_datetime(form, text) == 0
    assert functions.integer_of_formatted_date(form, text) == day


@given(DAYS.filter(lambda day: day < 3067600))
def test_week_dates_are_those_of_iso_8601(day: int) -> None:
    year, week, weekday = (date(1601, 1, 1).fromordinal(date(1601, 1, 1).toordinal() + day - 1)).isocalendar()
    assert functions.formatted_date("YYYY-Www-D", day) == f"{year:04d}-W{week:02d}-{weekday}"


@given(
    st.decimals(Decimal(0), Decimal("86399.999"), places=3), st.sampled_from(["hhmmss.sss", "hh:mm:ss.sss"])
)
def test_a_time_written_in_any_format_is_read_back(seconds: Decimal, form: str) -> None:
    assert functions.seconds_from_formatted_time(form, functions.formatted_time(form, seconds)) == seconds


@given(NUMBERS)
def test_numval_reads_a_number_however_its_sign_is_written(number: Decimal) -> None:
    digits = f"{abs(number):f}"
    signs = ["-", " - "] if number < 0 else ["", "+", " + "]
    for sign in signs:
        assert functions.numval(f"{sign}{digits} ") == number
        assert functions.numval(f" {digits}{sign} ") == number
    assert functions.numval_c(f" ${abs(number):,f} {'CR ' if number < 0 else ''}") == number


@given(NUMBERS, st.integers(-20, 20))
def test_numval_f_reads_an_exponent(number: Decimal, power: int) -> None:
    assert functions.numval_f(f"{number:f}E{power:+d}") == number.scaleb(power)


def test_cr_at_the_very_end_does_not_make_a_number_negative() -> None:
    assert functions.numval("12CR") == 12
    assert functions.numval("12CR ") == -12


@given(NUMBERS, NUMBERS.filter(bool))
def test_mod_and_rem_differ_in_how_the_quotient_is_made_whole(dividend: Decimal, divisor: Decimal) -> None:
    floor = functions.mod(dividend, divisor)
    assert floor == 0 or (floor > 0) == (divisor > 0)
    cut = functions.rem(dividend, divisor)
    assert cut == 0 or (cut > 0) == (dividend > 0)
    assert abs(floor) < abs(divisor) and abs(cut) < abs(divisor)


@given(st.lists(NUMBERS, min_size=1, max_size=6))
def test_the_middle_lies_between_least_and_greatest(numbers: list[Decimal]) -> None:
    least, greatest = functions.minimum(*numbers), functions.maximum(*numbers)
    assert least <= functions.median(*numbers) <= greatest
    assert functions.range_of(*numbers) == greatest - least
    assert functions.sum_of(*numbers) == sum(numbers)


@given(st.text(max_size=9), st.text(max_size=9))
def test_reversing_twice_and_trimming_from_both_sides(text: str, other: str) -> None:
    assert functions.reverse(functions.reverse(text)) == text
    assert functions.trim_leading(functions.trim_trailing(text)) == functions.trim(text)
    assert functions.length(functions.concatenate(text, other)) == len(text) + len(other)


def test_impossible_arguments_give_zero() -> None:
    nan = Decimal("NaN")
    assert functions.sqrt(-1) == functions.log(0) == functions.acos(2) == functions.mod(5, 0) == 0
    assert functions.sum_of(nan, 1) == 1
    assert functions.integer_of_date(nan) == 0


def test_inexact_results_have_96_significant_digits() -> None:
    pi = functions.pi()
    assert isinstance(pi, Decimal) and len(pi.as_tuple().digits) == 96
    assert str(functions.sqrt(2)).startswith("1.41421356237309504880168872420969807856967187537694")
    assert functions.sqrt(Decimal("6.25")) == Decimal("2.5")
    assert functions.log10(1000) == 3


def test_results_show_with_the_digits_of_their_temporary_item() -> None:
    assert functions.shown(3) == "000000003"
    assert functions.shown(-3) == "-000000003"
    assert functions.shown(Decimal("3.75")) == "0000003.75"
    assert functions.shown(Decimal("3.75"), decimal_comma=True) == "0000003,75"
    assert functions.shown(Decimal(".123456789")) == ".123456789"
    assert functions.shown(2**40) == "00000001099511627776"
    assert functions.shown(4000000001) == "000000001"
    assert functions.result_text(Decimal("-3.5")) == "000000035"


def test_max_shows_as_the_argument_it_chose() -> None:
    assert functions.shown_maximum((-5, "-005"), (Decimal("-7.25"), "-007.25")) == "-005"
    assert functions.shown_minimum((-5, "-005"), (Decimal("-7.25"), "-007.25")) == "-007.25"


def test_texts_compare_in_the_programs_collating_sequence() -> None:
    backwards = bytes(range(255, -1, -1))
    assert functions.maximum("a", "b") == "b"
    assert functions.maximum("a", "b", collating=backwards) == "a"
    assert functions.ord_min("a ", "a", "b") == 1


def test_hexadecimal_and_binary_digits() -> None:
    assert functions.hex_of("A\xff") == "41FF"
    assert functions.bit_of("A") == "01000001"
    assert functions.hex_to_char("41ff") == "A\xff"
    assert functions.bit_to_char("0100000111111111") == "A\xff"


def test_algebraic_bounds_of_items() -> None:
    assert functions.highest_algebraic(5, 2) == Decimal("999.99")
    assert functions.lowest_algebraic(5, 2, signed=True) == Decimal("-999.99")
    assert functions.lowest_algebraic(5, 2) == 0
    assert functions.highest_algebraic(4, bits=16, signed=True) == 32767
    assert functions.lowest_algebraic(4, bits=16, signed=True) == -32768
    assert functions.highest_algebraic(4, bits=16) == 65535


def test_the_clock_of_the_run_unit_tells_date_and_time() -> None:
    run = RunUnit(environment={"COB_CURRENT_DATE": "2024/02/29 23:59:58+0130"})
    assert functions.current_date(run)[:14] == "20240229235958"
    assert functions.current_date(run)[16:] == "+0130"
    assert functions.formatted_current_date(run, "YYYYMMDDThhmmssZ") == "20240229T222958Z"
    assert functions.system_offset(run) == 90
    assert functions.formatted_current_date(run, "YYYYMMDD") == " " * 8


def test_when_compiled_is_the_time_of_the_module() -> None:
    assert functions.when_compiled(__file__)[:2] == "20"
    assert len(functions.when_compiled(__file__)) == 21


def test_each_run_unit_has_its_own_random_series() -> None:
    one, other = RunUnit(environment={}), RunUnit(environment={})
    series = [functions.random(one) for _ in range(3)]
    assert [functions.random(other) for _ in range(3)] == series
    assert functions.random(one, 1) == series[0]


@pytest.mark.cobc
def test_random_numbers_are_those_of_cobc(gnucobol: GnuCobol, tmp_path: Path) -> None:
    run = RunUnit(environment={})
    seeds: list[int | None] = [None, None, 7, None, None, 123456789, None, -5, 0, 2147483647, None, None]
    cases, expected = [], []
    for seed in [*seeds, *[None] * 40]:
        call = "RANDOM" if seed is None else f"RANDOM({seed})"
        cases.append(f"DISPLAY FUNCTION {call}\nWITH NO ADVANCING")
        expected.append(functions.shown_float(functions.random(run, seed)))
    assert displayed(gnucobol, tmp_path, cases) == expected


@pytest.mark.cobc
def test_argument_items_decide_how_abs_max_and_lengths_show(gnucobol: GnuCobol, tmp_path: Path) -> None:
    data = [
        "01 A PIC S9(3) VALUE -5.",
        "01 B PIC S9(3)V99 VALUE -5.25.",
        "01 C PIC S9(4) COMP VALUE -7.",
        "01 X PIC X(5) VALUE SPACE.",
    ]
    expected = {
        "ABS(A)": functions.shown_as(functions.absolute(-5), 3, signed=True),
        "ABS(B)": functions.shown_as(functions.absolute(Decimal("-5.25")), 5, 2, signed=True),
        "MEAN(B)": functions.shown_as(functions.mean(Decimal("-5.25")), 5, 2, signed=True),
        "MEDIAN(A C B)": functions.shown_as(functions.median(-5, -7, Decimal("-5.25")), 5, 2, signed=True),
        "MAX(A B C)": "-005",
        "MIN(A B C)": "-0007",
        "LENGTH(X)": "5",
        "LENGTH(FUNCTION TRIM(X))": "000000000",
        "HIGHEST-ALGEBRAIC(B)": functions.shown(functions.highest_algebraic(5, 2, signed=True)),
        "LOWEST-ALGEBRAIC(B)": functions.shown(functions.lowest_algebraic(5, 2, signed=True)),
        "LOWEST-ALGEBRAIC(C)": functions.shown(functions.lowest_algebraic(4, signed=True)),
    }
    cases = [f"DISPLAY FUNCTION {call}\nWITH NO ADVANCING" for call in expected]
    assert displayed(gnucobol, tmp_path, cases, data=data) == list(expected.values())
