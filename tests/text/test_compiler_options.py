"""Options in the source: followed, reported because they change the meaning, or noted."""

from __future__ import annotations

from typing import Any

import pytest

from cobol_parser.compiler_options import report_unmet
from cobol_parser.dialects import DIALECTS, Dialect
from cobol_parser.run_time_checks import BOUNDS, NUMBERS, STRICT_BOUNDS, SUBSCRIPTS, Checks
from tests.text.reading import area, codes, read

PROGRAM = area("IDENTIFICATION DIVISION.")
MF = DIALECTS["mf"]


def changed(line: str) -> tuple[Dialect, list[str]]:
    source, diagnostics = read(f"{line}\n{PROGRAM}")
    return source.settings.applied_to(MF), codes(diagnostics)


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("       CBL TRUNC(STD)", "binary_truncate", True),
        ("       CBL LIST(X),TRUNC(BIN)", "binary_truncate", False),
        ("000010 PROCESS APOST", "quote", "'"),
        ("       CBL Q", "quote", '"'),
        ('      $SET DPC-IN-DATA "JSON"', "comma_in_data", ("JSON",)),
        ("      $SET TRUNC", "binary_truncate", True),
        ("      $SET NOTRUNC", "binary_truncate", False),
        ("      $SET IBMCOMP", "binary_size", "2-4-8"),
        ('      $SET SIGN"EBCDIC"', "sign", "ebcdic"),
        ("      $SET SIGN(EBCDIC) NOTRUNC", "sign", "ebcdic"),
        ("      $SET ASSIGN'EXTERNAL'", "assign", "external"),
        ('      $SET sourceformat"free" ibmcomp', "binary_size", "2-4-8"),
    ],
)
def test_options_that_are_followed(line: str, field: str, value: Any) -> None:
    dialect, _ = changed(line)
    assert getattr(dialect, field) == value


def test_a_program_without_options_keeps_its_dialect() -> None:
    assert changed("      *")[0] is MF


@pytest.mark.parametrize(
    "line",
    [
        "       CBL NUMPROC(PFD)",
        "       PROCESS INTDATE(LILIAN)",
        "       PROCESS TRUNC(SOMEHOW)",
        "       CBL CURRENCY('E')",
        '      $SET DEFAULTBYTE"0"',
        "       CBL ARITH(HUGE)",
    ],
)
def test_options_that_change_the_meaning_and_are_not_followed(line: str) -> None:
    assert changed(line)[1] == ["CBL2034"]


@pytest.mark.parametrize(
    "line", ["       CBL NUMPROC(NOPFD),INTDATE(ANSI)", '      $SET CHARSET"ASCII" ANS85']
)
def test_options_that_say_what_holds_anyway(line: str) -> None:
    assert changed(line)[1] == []


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("       CBL ARITH(EXTEND)", "arithmetic", "ibm-extend"),
        ("       CBL LIB ARITH(COMPAT)", "arithmetic", "ibm-compat"),
        ('      $SET CHARSET"EBCDIC"', "collating", "ebcdic"),
        ('      $SET DIALECT"ENTCOBOL"', "dialect", "ibm"),
        ("      $SET OSVS", "dialect", "ibm"),
    ],
)
def test_options_that_ask_for_one_of_the_converter(line: str, name: str, value: str) -> None:
    source, diagnostics = read(f"{line}\n{PROGRAM}")
    report_unmet(source.settings, {name: value}, diagnostics)
    assert "CBL2034" not in codes(diagnostics)
    report_unmet(source.settings, {name: "another"}, diagnostics)
    unmet = diagnostics.items[-1]
    assert (unmet.code, unmet.help) == ("CBL2034", f"convert it with --{name} {value}")


def test_the_report_names_what_is_not_followed_and_what_to_do() -> None:
    _, diagnostics = read(f"       CBL INTDATE(LILIAN),LIB\n{PROGRAM}")
    wrong, noted = diagnostics.items
    assert wrong.message.startswith("compiler option INTDATE(LILIAN) is not followed: it says which day is 1")
    assert wrong.help is not None and "1601" in wrong.help
    assert noted.message == "compiler options without effect on the conversion: LIB"


def test_words_can_be_taken_out_of_the_reserved_ones() -> None:
    dialect, found = changed('      $SET REMOVE"TITLE" REMOVE(END-WAIT)')
    assert found == []
    assert MF.reserved - dialect.reserved == {"TITLE", "END-WAIT"}


@pytest.mark.parametrize(
    ("line", "checks", "on"),
    [
        ("       CBL SSRANGE", STRICT_BOUNDS, True),
        ("       CBL LIB,SSRANGE(ZLEN)", BOUNDS, True),
        ("       CBL NUMCHECK(ZON,PAC)", NUMBERS, True),
        ("       CBL NOSSRANGE", STRICT_BOUNDS, False),
        ("      $SET BOUND", SUBSCRIPTS, True),
        ("      $SET NO-BOUND", SUBSCRIPTS, False),
        ('      $SET SSRANGE"3"', BOUNDS, True),
        ("      $SET CHECKNUM", NUMBERS, True),
    ],
)
def test_options_that_turn_run_time_checks_on_and_off(line: str, checks: Checks, on: bool) -> None:
    source, diagnostics = read(f"{line}\n{PROGRAM}")
    assert "CBL2034" not in codes(diagnostics)
    assert [(turn.checks, turn.on) for turn in source.settings.turns] == [(checks, on)]


def test_checks_of_lower_bounds_alone_are_not_followed() -> None:
    assert changed('      $SET SSRANGE"1"')[1] == ["CBL2034"]
