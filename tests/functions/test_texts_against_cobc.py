"""Text and conversion functions give what GnuCOBOL's do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from cobol_runtime import functions
from tests.functions.batch import displayed, literal, mismatches
from tests.oracle import GnuCobol

Cases = Iterator[tuple[str, str]]

NUMERALS = [
    " ", "+", "-", ".", "12", " 12 ", "+12", "-12.5 ", "12-", "12.5 -", " - 12", "12CR", "12DB", "12 CR ", "12cr", "-12CR",
    "1 2", "1.2.3", ".5", "5.", "12C", "12CX", "12D ", "1,234.5", "1,2,3", "$12", "$ 12.50", "-$12", "$-12", "12$", "$$1", " $1,234.50CR ",
    "$1,234.50DB", "12E3", "1.5E+3", "1.5E-3", "1.5E3", "1E+12345", "1E+", "E+5", "1E +5", "0E+9", "-1.25E+2", "1.5 E + 3 ", "1.5e+3",
    "12345678901234567890123456789012345678", "123456789012345678901234567890123456789", "abc", "1a", "\x00", "+ +1", "1+-", "EUR12", "12EUR", "EUR 12 ",
]  # fmt: skip
CURRENCIES = ["$", "EUR", " EUR ", "E", "1", "CR", " ", "x"]


def junk(random: Random, alphabet: str, count: int, longest: int) -> Iterator[str]:
    for _ in range(count):
        yield "".join(random.choices(alphabet, k=random.randint(1, longest)))


def numeric(name: str, arguments: str, result: object) -> tuple[str, str]:
    return f"DISPLAY FUNCTION {name}({arguments})\nWITH NO ADVANCING", functions.shown(result)  # type: ignore[arg-type]


def textual(name: str, arguments: str, result: str) -> tuple[str, str]:
    return f"DISPLAY FUNCTION {name}({arguments})\nWITH NO ADVANCING", result


def numerals(random: Random) -> Cases:
    for text in [*NUMERALS, *junk(random, "  012.,+-CDRB$E", 250, 8), *junk(random, " 01.-", 60, 7)]:
        argument = literal(text)
        yield numeric("NUMVAL", argument, functions.numval(text))
        yield numeric("NUMVAL-C", argument, functions.numval_c(text))
        yield numeric("NUMVAL-F", argument, functions.numval_f(text))
        yield numeric("TEST-NUMVAL", argument, functions.test_numval(text))
        yield numeric("TEST-NUMVAL-C", argument, functions.test_numval_c(text))
        yield numeric("TEST-NUMVAL-F", argument, functions.test_numval_f(text))


def numerals_with_currency(random: Random) -> Cases:
    for text in [*NUMERALS, *junk(random, " 01.,+-EUR$", 60, 7)]:
        for currency in CURRENCIES:
            arguments = f"{literal(text)} {literal(currency)}"
            yield numeric("NUMVAL-C", arguments, functions.numval_c(text, currency))
            yield numeric("TEST-NUMVAL-C", arguments, functions.test_numval_c(text, currency))


def texts(random: Random) -> Cases:
    for text in ["a", " ", "   ", " aB ", "\xe9\xc9", *junk(random, "  abAB\xe9z", 40, 9)]:
        argument = literal(text)
        yield textual("UPPER-CASE", argument, functions.upper_case(text))
        yield textual("LOWER-CASE", argument, functions.lower_case(text))
        yield textual("REVERSE", argument, functions.reverse(text))
        yield textual("TRIM", argument, functions.trim(text))
        yield textual("TRIM", f"{argument} LEADING", functions.trim_leading(text))
        yield textual("TRIM", f"{argument} TRAILING", functions.trim_trailing(text))
        yield numeric("LENGTH", f"FUNCTION TRIM({argument})", functions.length(functions.trim(text)))
        yield numeric("STORED-CHAR-LENGTH", argument, functions.stored_char_length(text))
        yield numeric("ORD", argument, functions.ordinal(text))
        other = next(junk(random, "aAb ", 1, 3))
        yield textual("CONCATENATE", f"{argument} {literal(other)}", functions.concatenate(text, other))
        yield textual("MAX", f"{argument} {literal(other)}", functions.maximum(text, other))
        yield textual("MIN", f"{argument} {literal(other)}", functions.minimum(text, other))
        pairs = [*junk(random, "aAbB ", 4, 2)]
        arguments = " ".join(map(literal, [text, *pairs]))
        yield textual("SUBSTITUTE", arguments, functions.substitute(text, *pairs))
        yield textual("SUBSTITUTE-CASE", arguments, functions.substitute_case(text, *pairs))
        start, size = random.randint(1, 9), random.randint(1, 9)
        part = functions.part_of(functions.reverse(text), start, size)
        yield f"DISPLAY FUNCTION REVERSE({argument})({start}:{size})\nWITH NO ADVANCING", part
        rest = functions.part_of(functions.upper_case(text), start)
        yield f"DISPLAY FUNCTION UPPER-CASE({argument})({start}:)\nWITH NO ADVANCING", rest
    for ordinal in (-1, 0, 1, 2, 66, 256, 257):
        yield textual("CHAR", str(ordinal), functions.char(ordinal))
    yield "DISPLAY FUNCTION NUMERIC-DECIMAL-POINT\nWITH NO ADVANCING", functions.numeric_decimal_point()
    yield (
        "DISPLAY FUNCTION NUMERIC-THOUSANDS-SEPARATOR\nWITH NO ADVANCING",
        functions.numeric_thousands_separator(),
    )


@pytest.mark.cobc
@pytest.mark.parametrize("cases", [numerals, numerals_with_currency, texts])
def test_results_are_as_with_cobc(
    cases: Callable[[Random], Cases], gnucobol: GnuCobol, tmp_path: Path
) -> None:
    batch = list(cases(Random(2)))
    assert mismatches(batch, displayed(gnucobol, tmp_path, [cobol for cobol, _ in batch])) == []


@pytest.mark.cobc
def test_decimal_comma_and_currency_sign_change_what_numerals_mean(
    gnucobol: GnuCobol, tmp_path: Path
) -> None:
    batch = []
    for text in [*NUMERALS, "1.234,5", "F12,5", " -F1.234,50", "12,5E+1"]:
        argument = literal(text)
        for name, result in (
            ("NUMVAL", functions.numval(text, decimal_comma=True)),
            ("NUMVAL-C", functions.numval_c(text, decimal_comma=True, currency_sign="F")),
            ("NUMVAL-F", functions.numval_f(text, decimal_comma=True)),
            ("TEST-NUMVAL-C", functions.test_numval_c(text, decimal_comma=True, currency_sign="F")),
        ):
            shown = functions.shown(result, decimal_comma=True)
            batch.append((f"DISPLAY FUNCTION {name}({argument})\nWITH NO ADVANCING", shown))
    configuration = 'SPECIAL-NAMES. CURRENCY SIGN IS "F" DECIMAL-POINT IS COMMA.'
    shown = displayed(gnucobol, tmp_path, [cobol for cobol, _ in batch], configuration=configuration)
    assert mismatches(batch, shown) == []
