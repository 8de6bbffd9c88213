"""Intermediate results under the IBM profiles: the manual's table, and vectors known from mainframes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobol_runtime.intermediate import carried as carry
from cobol_runtime.intermediate import fixed_power, kept_places
from transpiler.arithmetic.profiles import Places, carried, product_places, quotient_places, sum_places
from transpiler.options import ConvertOptions
from transpiler.pipeline import convert_file

VECTORS = Path(__file__).parent / "mainframe_vectors.cbl"


@pytest.mark.parametrize(
    ("profile", "shown"),
    [
        ("gnucobol", ["-65027871.5433", "084", "084"]),
        ("ibm-compat", ["-65027221.2646", "080", "000"]),
        ("ibm-extend", ["-65027221.2646", "080", "000"]),
    ],
)
def test_known_vectors(profile: str, shown: list[str], tmp_path: Path) -> None:
    convert_file(VECTORS, tmp_path, ConvertOptions(arithmetic=profile))
    done = subprocess.run(
        [sys.executable, str(tmp_path / "mainframe_vectors.py")], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == shown


RULES = {
    # profile: powers (2), dmax over all receivers (3), relation, EVALUATE, function, reference modification, 30 or 31 digits,
    # COMP-5, ADD, floating point (4), division by zero (2)
    "gnucobol": """1.000004 0.999996 1.9 2.0 1.999 NOT-0.3 OTHER 1.9 C 001111111101111111
        000000002500000000 9.000001 +00007.12 +00009.49 0.30000001 +00173.20 SIZE-ERROR +00173.20""",
    "ibm-compat": """1.000004 0.999996 1.8 2.0 1.998 0.3 0 1.9 C 000111111101111111
        000000002500000000 9.000001 +00007.13 +00009.50 0.30000001 +00173.21 SIZE-ERROR +00173.21""",
    "ibm-extend": """1.000004 0.999996 1.8 2.0 1.998 0.3 0 1.9 C 001111111101111111
        000000002500000000 9.000001 +00007.13 +00009.51 0.30000001 +00173.21 SIZE-ERROR +00173.21""",
}


@pytest.mark.parametrize("profile", RULES)
def test_each_rule_of_the_manual(profile: str, tmp_path: Path) -> None:
    source = VECTORS.with_name("manual_rules.cbl")
    convert_file(source, tmp_path, ConvertOptions(arithmetic=profile))
    done = subprocess.run(
        [sys.executable, str(tmp_path / "manual_rules.py")], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == RULES[profile].split()


@pytest.mark.parametrize(
    ("line", "given", "used"),
    [
        ("       CBL ARITH(EXTEND)", "ibm-compat", "ibm-extend"),
        ("       PROCESS AR(C)", "ibm-extend", "ibm-compat"),
        ("       CBL ARITH(EXTEND)", "gnucobol", None),
    ],
)
def test_a_program_chooses_among_the_ibm_profiles(
    line: str, given: str, used: str | None, tmp_path: Path
) -> None:
    source = tmp_path / "chooses.cbl"
    source.write_text(f"{line}\n{VECTORS.read_text()}")
    result = convert_file(source, tmp_path, ConvertOptions(arithmetic=given, dialect="ibm"))
    warned = "CBL2034" in [found.code for found in result.diagnostics]
    assert warned is (used is None)
    assert used is None or used in result.module_text


def test_the_profile_is_named_once_in_the_module(tmp_path: Path) -> None:
    module = convert_file(VECTORS, tmp_path, ConvertOptions(arithmetic="ibm-compat")).module_text
    assert module.count("ibm-compat") == 1


def test_places_of_operations() -> None:
    assert sum_places(Places(5, 2), Places(3, 4)) == Places(6, 4)
    assert product_places(Places(5, 2), Places(3, 4)) == Places(8, 6)
    assert quotient_places(Places(9, 8), Places(3, 0), 5) == Places(9, 8)
    assert quotient_places(Places(1, 0), Places(1, 2), 5) == Places(3, 5)


@pytest.mark.parametrize(
    ("places", "dmax", "kept"),
    [
        (Places(18, 12), 2, Places(18, 12)),
        (Places(28, 4), 4, Places(26, 4)),
        (Places(20, 18), 5, Places(20, 10)),
        (Places(28, 18), 5, Places(25, 5)),
    ],
)
def test_places_that_are_carried_of_thirty(places: Places, dmax: int, kept: Places) -> None:
    assert carried(places, dmax, 30) == kept


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 20), st.sampled_from([30, 31]))
def test_runtime_and_converter_carry_the_same_places(
    integer: int, decimals: int, dmax: int, capacity: int
) -> None:
    kept = carried(Places(integer, decimals), dmax, capacity)
    assert (kept.integer, kept.decimals) == kept_places(integer, decimals, dmax, capacity)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9))
def test_a_carried_value_loses_digits_on_both_ends_and_keeps_its_sign(value: object) -> None:
    from decimal import Decimal

    assert isinstance(value, Decimal)
    cut = carry(value, 3, 2)
    assert abs(cut) < 1000
    assert cut == int(cut * 100) / Decimal(100)
    assert cut == 0 or (cut < 0) == (value < 0)


def test_powers_are_successive_multiplications() -> None:
    from decimal import Decimal

    assert fixed_power(Decimal("1.05"), 3, (1, 2), decimals=4, digits=30) == Decimal("1.1576")
    assert fixed_power(2, -2, (1, 0), decimals=3, digits=30) == Decimal("0.25")
    assert fixed_power(0, 0, (1, 0), decimals=3, digits=30) == 1
    assert fixed_power(0, -1, (1, 0), decimals=3, digits=30).is_nan()  # type: ignore[union-attr]
