"""The intrinsic functions: which runtime function stands for each, what it takes and what it gives.

Names and result categories are those of GnuCOBOL 3.1.2 (`cobc --list-intrinsics`), with HEX-OF and BIT-OF of later versions. A test
compares every row with `cobol_runtime.functions`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Result = Literal["TEXT", "INTEGER", "NUMBER", "FLOAT", "SAME"]
Argument = Literal["TEXT", "INTEGER", "NUMBER", "ANY", "ITEM", "POINTER"]
Asks = Literal["run", "program", "file"]


@dataclass(frozen=True, kw_only=True)
class Intrinsic:
    """One intrinsic function."""

    name: str
    """COBOL name"""
    python: str = ""
    """name in `cobol_runtime.functions`; empty when unsupported, or when the converter works the value out itself"""
    result: Result = "TEXT"
    """TEXT is `str`; INTEGER is `int`; NUMBER is `int | Decimal`, shown with `shown`; FLOAT is a `Decimal`, shown with
    `shown_float`; SAME is the category of the arguments, and the result is shown as the argument chosen is"""
    arguments: tuple[Argument, ...] = ()
    """categories in order; TEXT of a numeric item is its stored characters; ANY is a number or a text as it comes; ITEM is a data
    item by its description"""
    required: int = 0
    """how many arguments must be written"""
    repeats: int = 0
    """how many of the last arguments may be repeated as a group, any number of times"""
    asks: Asks | None = None
    """what the first Python argument is: the run unit, the program, or the `__file__` of the module"""
    settings: tuple[str, ...] = ()
    """keyword arguments from the program: `decimal_comma` (DECIMAL-POINT IS COMMA), `currency_sign` (CURRENCY SIGN),
    `collating` (PROGRAM COLLATING SEQUENCE), `native` (the native sequence); left out when the program has the default"""
    digits: int = 0
    """digits DISPLAY prints of an INTEGER that does not go by its value"""
    length: int = 0
    """characters of a TEXT of fixed length"""
    modifiable: bool = False
    """reference modification may follow (`part_of`)"""
    unsupported: str | None = None
    """why the function is not converted"""


def _text(name: str, python: str, *arguments: Argument, required: int | None = None, repeats: int = 0,
          asks: Asks | None = None, settings: tuple[str, ...] = (), length: int = 0, modifiable: bool = False) -> Intrinsic:  # fmt: skip
    return Intrinsic(
        name=name, python=python, arguments=arguments, repeats=repeats, asks=asks, settings=settings,
        length=length, modifiable=modifiable, required=len(arguments) if required is None else required,
    )  # fmt: skip


def _integer(name: str, python: str, *arguments: Argument, required: int | None = None, repeats: int = 0,
             asks: Asks | None = None, settings: tuple[str, ...] = (), digits: int = 0) -> Intrinsic:  # fmt: skip
    return Intrinsic(
        name=name, python=python, result="INTEGER", arguments=arguments, repeats=repeats, asks=asks, settings=settings,
        digits=digits, required=len(arguments) if required is None else required,
    )  # fmt: skip


def _number(name: str, python: str, *arguments: Argument, required: int | None = None, repeats: int = 0,
            settings: tuple[str, ...] = ()) -> Intrinsic:  # fmt: skip
    return Intrinsic(
        name=name, python=python, result="NUMBER", arguments=arguments, repeats=repeats, settings=settings,
        required=len(arguments) if required is None else required,
    )  # fmt: skip


def _unsupported(reason: str, *names: str) -> tuple[Intrinsic, ...]:
    return tuple(Intrinsic(name=name, unsupported=reason) for name in names)


_ARITHMETIC = (
    Intrinsic(name="ABS", python="absolute", result="SAME", arguments=("NUMBER",), required=1),
    _number("ACOS", "acos", "NUMBER"),
    _number("ANNUITY", "annuity", "NUMBER", "NUMBER"),
    _number("ASIN", "asin", "NUMBER"),
    _number("ATAN", "atan", "NUMBER"),
    _number("COS", "cos", "NUMBER"),
    _number("E", "e"),
    _number("EXP", "exp", "NUMBER"),
    _number("EXP10", "exp10", "NUMBER"),
    _integer("FACTORIAL", "factorial", "INTEGER"),
    _number("FRACTION-PART", "fraction_part", "NUMBER"),
    _number("HIGHEST-ALGEBRAIC", "highest_algebraic", "ITEM"),
    _integer("INTEGER", "integer", "NUMBER"),
    _integer("INTEGER-PART", "integer_part", "NUMBER"),
    _number("LOG", "log", "NUMBER"),
    _number("LOG10", "log10", "NUMBER"),
    _number("LOWEST-ALGEBRAIC", "lowest_algebraic", "ITEM"),
    _number("MOD", "mod", "NUMBER", "NUMBER"),
    _number("PI", "pi"),
    _number("PRESENT-VALUE", "present_value", "NUMBER", "NUMBER", repeats=1),
    Intrinsic(name="RANDOM", python="random", result="FLOAT", arguments=("INTEGER",), asks="run"),
    _number("REM", "rem", "NUMBER", "NUMBER"),
    _integer("SIGN", "sign", "NUMBER"),
    _number("SIN", "sin", "NUMBER"),
    _number("SQRT", "sqrt", "NUMBER"),
    _number("TAN", "tan", "NUMBER"),
)

_STATISTICS = (
    Intrinsic(name="MAX", python="maximum", result="SAME", arguments=("ANY",), required=1, repeats=1, settings=("collating",)),
    _number("MEAN", "mean", "NUMBER", repeats=1),
    Intrinsic(name="MEDIAN", python="median", result="NUMBER", arguments=("NUMBER",), required=1, repeats=1),
    _number("MIDRANGE", "midrange", "NUMBER", repeats=1),
    Intrinsic(name="MIN", python="minimum", result="SAME", arguments=("ANY",), required=1, repeats=1, settings=("collating",)),
    _integer("ORD-MAX", "ord_max", "ANY", repeats=1, settings=("collating",)),
    _integer("ORD-MIN", "ord_min", "ANY", repeats=1, settings=("collating",)),
    _number("RANGE", "range_of", "NUMBER", repeats=1),
    _number("STANDARD-DEVIATION", "standard_deviation", "NUMBER", repeats=1),
    _number("SUM", "sum_of", "NUMBER", repeats=1),
    _number("VARIANCE", "variance", "NUMBER", repeats=1),
)  # fmt: skip

_TEXTS = (
    _text("BIT-OF", "bit_of", "TEXT"),
    _text("BIT-TO-CHAR", "bit_to_char", "TEXT"),
    _integer("BYTE-LENGTH", "length", "TEXT"),
    _text("CHAR", "char", "INTEGER", length=1, settings=("native",)),
    _text("CONCAT", "concatenate", "TEXT", repeats=1, modifiable=True),
    _text("CONCATENATE", "concatenate", "TEXT", repeats=1, modifiable=True),
    _text("HEX-OF", "hex_of", "TEXT"),
    _text("HEX-TO-CHAR", "hex_to_char", "TEXT"),
    _integer("LENGTH", "length", "TEXT"),
    _integer("LENGTH-AN", "length", "TEXT"),
    _text("LOWER-CASE", "lower_case", "TEXT", modifiable=True),
    _integer("ORD", "ordinal", "TEXT", settings=("native",)),
    _text("REVERSE", "reverse", "TEXT", modifiable=True),
    _integer("STORED-CHAR-LENGTH", "stored_char_length", "TEXT"),
    _text("SUBSTITUTE", "substitute", "TEXT", "TEXT", "TEXT", repeats=2, modifiable=True),
    _text("SUBSTITUTE-CASE", "substitute_case", "TEXT", "TEXT", "TEXT", repeats=2, modifiable=True),
    _text("TRIM", "trim", "TEXT", modifiable=True),
    _text("UPPER-CASE", "upper_case", "TEXT", modifiable=True),
)

_DECIMAL_COMMA = ("decimal_comma",)
_MONEY = ("decimal_comma", "currency_sign")

_CONVERSIONS = (
    _number("NUMVAL", "numval", "TEXT", settings=_DECIMAL_COMMA),
    _number("NUMVAL-C", "numval_c", "TEXT", "TEXT", required=1, settings=_MONEY),
    _number("NUMVAL-F", "numval_f", "TEXT", settings=_DECIMAL_COMMA),
    _integer("TEST-NUMVAL", "test_numval", "TEXT", settings=_DECIMAL_COMMA),
    _integer("TEST-NUMVAL-C", "test_numval_c", "TEXT", "TEXT", required=1, settings=_MONEY),
    _integer("TEST-NUMVAL-F", "test_numval_f", "TEXT", settings=_DECIMAL_COMMA),
)

_DATES = (
    _number("COMBINED-DATETIME", "combined_datetime", "INTEGER", "NUMBER"),
    _text("CURRENT-DATE", "current_date", asks="run", length=21, modifiable=True),
    _integer("DATE-OF-INTEGER", "date_of_integer", "INTEGER", digits=8),
    _integer("DATE-TO-YYYYMMDD", "date_to_yyyymmdd", "INTEGER", "INTEGER", "INTEGER", required=1),
    _integer("DAY-OF-INTEGER", "day_of_integer", "INTEGER", digits=7),
    _integer("DAY-TO-YYYYDDD", "day_to_yyyyddd", "INTEGER", "INTEGER", "INTEGER", required=1),
    _text("FORMATTED-CURRENT-DATE", "formatted_current_date", "TEXT", asks="run", settings=_DECIMAL_COMMA, modifiable=True),
    _text("FORMATTED-DATE", "formatted_date", "TEXT", "INTEGER", modifiable=True),
    _text("FORMATTED-DATETIME", "formatted_datetime", "TEXT", "INTEGER", "NUMBER", "INTEGER", required=3,
          settings=_DECIMAL_COMMA, modifiable=True),
    _text("FORMATTED-TIME", "formatted_time", "TEXT", "NUMBER", "INTEGER", required=2, settings=_DECIMAL_COMMA, modifiable=True),
    _integer("INTEGER-OF-DATE", "integer_of_date", "INTEGER"),
    _integer("INTEGER-OF-DAY", "integer_of_day", "INTEGER"),
    _integer("INTEGER-OF-FORMATTED-DATE", "integer_of_formatted_date", "TEXT", "TEXT", settings=_DECIMAL_COMMA),
    _number("SECONDS-FROM-FORMATTED-TIME", "seconds_from_formatted_time", "TEXT", "TEXT", settings=_DECIMAL_COMMA),
    _integer("SECONDS-PAST-MIDNIGHT", "seconds_past_midnight"),
    _integer("TEST-DATE-YYYYMMDD", "test_date_yyyymmdd", "INTEGER"),
    _integer("TEST-DAY-YYYYDDD", "test_day_yyyyddd", "INTEGER"),
    _integer("TEST-FORMATTED-DATETIME", "test_formatted_datetime", "TEXT", "TEXT", settings=_DECIMAL_COMMA),
    _text("WHEN-COMPILED", "when_compiled", asks="file", length=21, modifiable=True),
    _integer("YEAR-TO-YYYY", "year_to_yyyy", "INTEGER", "INTEGER", "INTEGER", required=1),
)  # fmt: skip

_LOCALES = (
    _text("CURRENCY-SYMBOL", "currency_symbol"),
    _text("LOCALE-COMPARE", "locale_compare", "TEXT", "TEXT", length=1),
    _text("LOCALE-DATE", "locale_date", "ANY", modifiable=True),
    _text("LOCALE-TIME", "locale_time", "ANY", modifiable=True),
    _text("LOCALE-TIME-FROM-SECONDS", "locale_time_from_seconds", "ANY", modifiable=True),
    _text("MONETARY-DECIMAL-POINT", "monetary_decimal_point"),
    _text("MONETARY-THOUSANDS-SEPARATOR", "monetary_thousands_separator"),
    _text("NUMERIC-DECIMAL-POINT", "numeric_decimal_point", length=1),
    _text("NUMERIC-THOUSANDS-SEPARATOR", "numeric_thousands_separator"),
)

_ENVIRONMENT = (
    _integer("CONTENT-LENGTH", "content_length", "POINTER", asks="run"),
    _text("CONTENT-OF", "content_of", "POINTER", "INTEGER", required=1, asks="run", modifiable=True),
    _text("MODULE-CALLER-ID", "module_caller_id", asks="program"),
    _integer("MODULE-DATE", "module_date", asks="file", digits=8),
    _text("MODULE-FORMATTED-DATE", "module_formatted_date", asks="file"),
    _text("MODULE-ID", "module_id", asks="program"),
    _text("MODULE-PATH", "module_path", asks="file"),
    Intrinsic(name="MODULE-SOURCE"),
    _integer("MODULE-TIME", "module_time", asks="file", digits=6),
)

_EXCEPTIONS = (
    _text("EXCEPTION-FILE", "exception_file"),
    _text("EXCEPTION-LOCATION", "exception_location"),
    _text("EXCEPTION-STATEMENT", "exception_statement", length=31),
    _text("EXCEPTION-STATUS", "exception_status", length=31),
)

EXCEPTION_FUNCTIONS = frozenset(intrinsic.name for intrinsic in _EXCEPTIONS)
"""Functions that ask for the last exception condition."""

_UNSUPPORTED = (
    *_unsupported("GnuCOBOL 3.1.2 does not have the function either", "EXCEPTION-FILE-N", "EXCEPTION-LOCATION-N"),
    *_unsupported(
        "national and boolean data are not converted (GnuCOBOL 3.1.2 does not have the function either)",
        "BOOLEAN-OF-INTEGER", "CHAR-NATIONAL", "DISPLAY-OF", "INTEGER-OF-BOOLEAN", "NATIONAL-OF", "STANDARD-COMPARE",
    ),
)  # fmt: skip

INTRINSICS: Mapping[str, Intrinsic] = MappingProxyType(
    {
        intrinsic.name: intrinsic
        for intrinsic in (
            *_ARITHMETIC,
            *_STATISTICS,
            *_TEXTS,
            *_CONVERSIONS,
            *_DATES,
            *_LOCALES,
            *_ENVIRONMENT,
            *_EXCEPTIONS,
            *_UNSUPPORTED,
        )
    }
)
"""By COBOL name. TRIM with LEADING or TRAILING is `trim_leading`, `trim_trailing`; MODULE-SOURCE is a literal; ITEM arguments
become the keyword arguments of `highest_algebraic` from the item's description."""
