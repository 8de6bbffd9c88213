"""PICTURE character-strings: category, size and shape (COBOL-85 standard, VI 5.9 PICTURE clause)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from cobol_parser.picture_order import Position, check_order

MAXIMUM_DIGITS = 38
"""Digits of a numeric item that GnuCOBOL accepts; the standard stops at 18."""
MAXIMUM_LENGTH = 255
"""Characters of a character-string that GnuCOBOL accepts; the standard stops at 30."""


class Category(StrEnum):
    """The category of a data item. GROUP and those from FLOAT on do not come from a PICTURE."""

    GROUP = "GROUP"
    ALPHABETIC = "ALPHABETIC"
    ALPHANUMERIC = "ALPHANUMERIC"
    ALPHANUMERIC_EDITED = "ALPHANUMERIC-EDITED"
    NUMERIC = "NUMERIC"
    NUMERIC_EDITED = "NUMERIC-EDITED"
    NATIONAL = "NATIONAL"
    NATIONAL_EDITED = "NATIONAL-EDITED"
    BOOLEAN = "BOOLEAN"
    FLOAT = "FLOAT"
    INDEX = "INDEX"
    POINTER = "POINTER"
    PROCEDURE_POINTER = "PROCEDURE-POINTER"


class PictureError(ValueError):
    """A character-string that breaks a rule; `position` is the 0-based place of the offending symbol in it."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.message = message
        self.position = position


@dataclass(frozen=True, slots=True)
class Picture:
    """A PICTURE that keeps the rules.

    `text` is as written, upper case. `size` counts character positions of a DISPLAY item: S, V and P take none (a SIGN
    SEPARATE position is the item's matter), CR and DB two. For numeric and numeric-edited pictures `digits` is the number of
    digit positions held (a floating string of n symbols holds n - 1; P positions are not counted) and `scale`
    the power of ten the digits are divided by: 2 for 9(3)V99; P on the right gives a negative scale (9(2)P(3): -3), P on
    the left adds to it (VP(3)9(2) and P(3)9(2): 5). `signed` is S, or an editing sign. `runs` are the symbols
    with their repetition: (("$", 3), (",", 1), ("$", 2), ("9", 1), (".", 1), ("9", 2), ("CR", 1)).
    """

    text: str
    category: Category
    size: int
    digits: int
    scale: int
    signed: bool
    runs: tuple[tuple[str, int], ...]
    currency_decimals: int = 0
    """How many of the decimal places are a floating currency sign: 2 of $$,$$$.$$."""

    @property
    def expanded(self) -> str:
        """The symbols with every repetition written out: `$$$,$$9.99CR`."""
        return "".join(symbol * count for symbol, count in self.runs)

    @property
    def is_edited(self) -> bool:
        """One of the edited categories."""
        return self.category.endswith("-EDITED")


@lru_cache(maxsize=4096)
def parse_picture(
    text: str, *, currency: str = "$", decimal_comma: bool = False, double_byte: bool = False
) -> Picture:
    """Read a PICTURE character-string; `double_byte` allows G beside N. Raises PictureError with the position of the offending
    symbol."""
    written = text.upper()
    if len(written) > MAXIMUM_LENGTH:
        raise PictureError(f"a PICTURE holds at most {MAXIMUM_LENGTH} characters", MAXIMUM_LENGTH)
    symbols = _read_symbols(written, currency, decimal_comma, double_byte)
    _check_contents(symbols)
    fault = check_order([(symbol.role, symbol.count) for symbol in symbols])
    if fault is not None:
        repeated = fault.index == fault.after
        raise PictureError(_order_message(symbols, fault), symbols[fault.index].position + repeated)
    return _describe(written, symbols)


def expand_constants(text: str, value_of: Callable[[str], int | None]) -> str:
    """Replace constant-names in parentheses, as in X(NAME-LENGTH), by their values.

    Raises PictureError for a name that is not an integer constant.
    """

    def replace(match: re.Match[str]) -> str:
        value = value_of(match[1].upper())
        if value is None:
            raise PictureError(f"{match[1]} is not an unsigned integer constant", match.start(1))
        return f"({value})"

    return re.sub(r"\((?=[^)]*[A-Za-z])([^()]+)\)", replace, text)


# --- reading


@dataclass(frozen=True, slots=True)
class _Symbol:
    """A run of one symbol. `role` is the symbol, with "." for the decimal point, "," for the other separator and "$" for the
    currency symbol, whatever is written; `shown` is what is written."""

    role: str
    shown: str
    count: int
    position: int


_PIECE = re.compile(r"(CR|DB|[^()])(\(([^()]*)(\)?))?")
_PLAIN = ("9", "X", "A", "N", "S", "V", "P", "Z", "*", "B", "0", "/", "1", "CR", "DB", "+", "-")


def _read_symbols(text: str, currency: str, decimal_comma: bool, double_byte: bool) -> list[_Symbol]:
    if not text:
        raise PictureError("the PICTURE is empty", 0)
    roles = {symbol: symbol for symbol in _PLAIN}
    roles |= {",": ".", ".": ","} if decimal_comma else {".": ".", ",": ","}
    roles[currency.upper()] = "$"
    if double_byte:
        roles["G"] = "N"
    symbols: list[_Symbol] = []
    position = 0
    while position < len(text):
        match = _PIECE.match(text, position)
        if match is None:
            raise PictureError("parentheses must follow a PICTURE symbol", position)
        shown = match[1]
        role = roles.get(shown)
        if role is None:
            raise PictureError(_unknown_symbol(shown), position)
        _append(symbols, _Symbol(role, shown, _repetition(match), position))
        position = match.end()
    return symbols


def _append(symbols: list[_Symbol], symbol: _Symbol) -> None:
    """Add a run, joined to the one before when it repeats the same symbol."""
    if symbols and symbols[-1].shown == symbol.shown:
        last = symbols.pop()
        symbol = _Symbol(last.role, last.shown, last.count + symbol.count, last.position)
    symbols.append(symbol)


def _repetition(match: re.Match[str]) -> int:
    if match[2] is None:
        return 1
    if not match[4]:
        raise PictureError("the parenthesis is not closed", match.start(2))
    if not match[3].isdecimal():
        raise PictureError("parentheses must hold an unsigned integer", match.start(2))
    if len(match[3].lstrip("0")) > 9:
        raise PictureError("a repetition has at most 9 digits", match.start(3))
    if int(match[3]) == 0:
        raise PictureError("a repetition must be greater than zero", match.start(3))
    return int(match[3])


def _unknown_symbol(shown: str) -> str:
    if shown == "C":
        return "C must be followed by R"
    if shown == "D":
        return "D must be followed by B"
    if shown == "E":
        return "external floating-point PICTUREs (symbol E) are not supported"
    return f"{shown!r} is not a PICTURE symbol"


# --- rules


def _check_contents(symbols: list[_Symbol]) -> None:
    """At least one position for data; Z and * exclude each other, as do + and -; S comes first."""
    written = {symbol.role for symbol in symbols}
    floats = max(sum(s.count for s in symbols if s.role == floating) for floating in "+-$")
    if not written & {"A", "N", "X", "Z", "1", "9", "*"} and floats < 2:
        raise PictureError(
            "a PICTURE needs at least one of A N X Z 9 *, or two of + - or the currency symbol", 0
        )
    for one, other in ("Z*", "+-"):
        if {one, other} <= written:
            later = max(next(s.position for s in symbols if s.role == role) for role in (one, other))
            raise PictureError(f"{one} and {other} exclude each other", later)
    for symbol in symbols[1:]:
        if symbol.role == "S":
            raise PictureError("S must be the first symbol", symbol.position)


def _order_message(symbols: list[_Symbol], fault: Position) -> str:
    shown = symbols[fault.index].shown
    before = symbols[fault.after].shown
    if shown == before or fault.role == fault.after_role:
        return f"{fault.description} may occur only once"
    return f"{fault.description} cannot follow {fault.after_description}"


# --- meaning


def _describe(text: str, symbols: list[_Symbol]) -> Picture:
    category = _category({symbol.role for symbol in symbols})
    digits, scale, currency_decimals = _digits_and_scale(symbols)
    if category is Category.NUMERIC and digits > MAXIMUM_DIGITS:
        raise PictureError(f"a numeric item has at most {MAXIMUM_DIGITS} digits", 0)
    has_digits = category in (Category.NUMERIC, Category.NUMERIC_EDITED)
    return Picture(
        text=text,
        category=category,
        size=sum(symbol.count * _WIDTHS.get(symbol.role, 1) for symbol in symbols),
        digits=digits if has_digits else 0,
        scale=scale if has_digits else 0,
        signed=has_digits and any(symbol.role in ("S", "+", "-", "CR", "DB") for symbol in symbols),
        runs=tuple((symbol.shown, symbol.count) for symbol in symbols),
        currency_decimals=currency_decimals,
    )


_WIDTHS = {"S": 0, "V": 0, "P": 0, "CR": 2, "DB": 2}
"""Character positions of the symbols that do not take exactly one."""
_INSERTION = frozenset("B0/")
_NUMERIC_EDITING = frozenset({"Z", "*", "+", "-", "$", ",", ".", "CR", "DB"})


def _category(written: set[str]) -> Category:
    """The category by the symbols used (standard VI 5.9.4, general rules 5 to 9)."""
    edited = bool(written & _INSERTION)
    if "1" in written:
        return Category.BOOLEAN
    if "N" in written:
        return Category.NATIONAL_EDITED if edited else Category.NATIONAL
    if "X" in written or {"A", "9"} <= written:
        return Category.ALPHANUMERIC_EDITED if edited else Category.ALPHANUMERIC
    if "A" in written:
        return Category.ALPHANUMERIC_EDITED if edited else Category.ALPHABETIC
    if edited or written & _NUMERIC_EDITING:
        return Category.NUMERIC_EDITED
    return Category.NUMERIC


def _digits_and_scale(symbols: list[_Symbol]) -> tuple[int, int, int]:
    """Digit positions held, the power of ten they are divided by, and decimal places that a currency sign stands for."""
    digits = scale = currency_decimals = 0
    behind_point = False
    started: set[str] = set()
    for symbol in symbols:
        held = 0
        if symbol.role in ("V", "."):
            behind_point = True
        elif symbol.role == "P":
            behind_point = behind_point or digits == 0
            scale += symbol.count if behind_point else -symbol.count
        elif symbol.role in "9Z*":
            held = symbol.count
        elif symbol.role in "+-$":
            held = symbol.count - (symbol.role not in started)
            started.add(symbol.role)
        digits += held
        if behind_point:
            scale += held
            currency_decimals += held if symbol.role == "$" else 0
    return digits, scale, currency_decimals
