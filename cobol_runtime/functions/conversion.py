"""NUMVAL, NUMVAL-C, NUMVAL-F and the functions that test their arguments (ISO 1989:2014, 15.73-15.75, 15.92-15.94).

A text that does not pass the test has the value zero. *decimal_comma* is DECIMAL-POINT IS COMMA, *currency_sign* the program's
CURRENCY SIGN. The tests give the position (from 1) of the first wrong character, one more than the length for a text that ends too early,
zero when all is well.
"""

from __future__ import annotations

from cobol_runtime.exceptions import invalid_argument
from cobol_runtime.functions.scaled import MAXIMUM_DIGITS, Number, Scaled

_DIGITS = frozenset("0123456789")
_NOT_IN_CURRENCY = frozenset("0123456789+-.,*")


def numval(text: str, *, decimal_comma: bool = False) -> Number:
    """NUMVAL: the number written as ``[spaces][+|-][spaces]digits[.digits][spaces][+|-|CR|DB][spaces]``."""
    if test_numval(text, decimal_comma=decimal_comma):
        return invalid_argument(0)
    return _value(text, _point(decimal_comma), None)


def numval_c(
    text: str, currency: str | None = None, *, decimal_comma: bool = False, currency_sign: str = "$"
) -> Number:
    """NUMVAL-C: as NUMVAL, with a currency sign before the digits and separators between them.

    *currency* is the second argument; without it the program's sign is looked for. A *currency* of several characters is
    never accepted.
    """
    if test_numval_c(text, currency, decimal_comma=decimal_comma, currency_sign=currency_sign):
        return invalid_argument(0)
    skipped = currency if currency is not None and len(currency) < len(text) else None
    return _value(text, _point(decimal_comma), skipped)


def numval_f(text: str, *, decimal_comma: bool = False) -> Number:
    """NUMVAL-F: the number written with an optional exponent, ``1.5E+3``."""
    if test_numval_f(text, decimal_comma=decimal_comma):
        return invalid_argument(0)
    mantissa, _, power = text.partition("E")
    whole, _, decimals = mantissa.partition(_point(decimal_comma))
    number = _digits_of(whole + decimals)
    exponent = _digits_of(power) * (-1 if "-" in power else 1)
    scale = sum(character in _DIGITS for character in decimals) - exponent
    signed = Scaled(-number if "-" in mantissa else number, scale)
    return signed.value() if number else 0


def test_numval(text: str, *, decimal_comma: bool = False) -> int:
    """TEST-NUMVAL: where *text* fails as an argument of NUMVAL."""
    return _fault(text, "", _point(decimal_comma), separators=False)


def test_numval_c(
    text: str, currency: str | None = None, *, decimal_comma: bool = False, currency_sign: str = "$"
) -> int:
    """TEST-NUMVAL-C: where *text* fails as an argument of NUMVAL-C; 1 also for an impossible *currency*."""
    sign = currency_sign
    if currency is not None:
        if not _possible_currency(currency):
            return 1
        sign = currency.strip(" ")
        if len(sign) >= len(text):
            sign = ""
    return _fault(text, sign, _point(decimal_comma), separators=True)


def test_numval_f(text: str, *, decimal_comma: bool = False) -> int:
    """TEST-NUMVAL-F: where *text* fails as an argument of NUMVAL-F."""
    point = _point(decimal_comma)
    start, signed = _leading(text, "", point)
    if start < 0:
        return -start
    if start == len(text):
        return start + 1
    return _fault_in_mantissa(text, start, signed, point)


def _point(decimal_comma: bool) -> str:
    return "," if decimal_comma else "."


def _digits_of(text: str) -> int:
    return int("".join(character for character in text if character in _DIGITS) or "0")


def _value(text: str, point: str, currency: str | None) -> Number:
    """The value of a text that passed the test; CR and DB make it negative unless they end the text."""
    negative = False
    digits: list[str] = []
    decimals = 0
    behind_point = False
    position = 0
    while position < len(text):
        character = text[position]
        if position + 2 < len(text) and text[position : position + 2] in ("CR", "DB"):
            negative = True
            break
        if (
            currency is not None
            and position + len(currency) < len(text)
            and text.startswith(currency, position)
        ):
            position += len(currency)
            continue
        position += 1
        if character == "-":
            negative = True
        elif character == point:
            behind_point = True
        elif character in _DIGITS:
            digits.append(character)
            decimals += behind_point
    number = int("".join(digits) or "0")
    return Scaled(-number if negative else number, decimals).value()


def _possible_currency(currency: str) -> bool:
    allowed = not any(character in _NOT_IN_CURRENCY for character in currency)
    return allowed and "CR" not in currency and "DB" not in currency and bool(currency.strip(" "))


def _leading(text: str, currency: str, point: str) -> tuple[int, bool]:
    """Where the digits begin, and whether a sign came before them; minus the position of a wrong character."""
    signed = False
    for position, character in enumerate(text):
        if character in _DIGITS or character == point:
            return position, signed
        if character == " ":
            continue
        if character in "+-":
            if signed:
                return -(position + 1), signed
            signed = True
        elif not (currency and position < len(text) - len(currency) and text.startswith(currency, position)):
            return -(position + 1), signed
    return len(text), signed


def _fault(text: str, currency: str, point: str, *, separators: bool) -> int:
    if not text:
        return 1
    start, signed = _leading(text, currency, point)
    if start < 0:
        return -start
    if start == len(text):
        return start + 1
    return _fault_behind(text, start, signed, point, separators)


def _fault_behind(text: str, start: int, signed: bool, point: str, separators: bool) -> int:
    """The test of digits, point, separators and what follows them."""
    digits = 0
    pointed = spaced = False
    position = start
    while position < len(text):
        character = text[position]
        if character in _DIGITS:
            digits += 1
            if digits > MAXIMUM_DIGITS or spaced:
                return position + 1
        elif character in ",.":
            if pointed or spaced or (character != point and not separators):
                return position + 1
            pointed = character == point
        elif character == " ":
            spaced = True
        elif character in "+-CD" and not signed:
            if character in "CD":
                if text[position : position + 2] not in ("CR", "DB"):
                    return position + 2
                position += 1
            signed = True
        else:
            return position + 1
        position += 1
    return 0 if digits else len(text) + 1


def _fault_in_mantissa(text: str, start: int, signed: bool, point: str) -> int:
    """The test of digits, point, sign and exponent of NUMVAL-F."""
    digits = powers = 0
    pointed = spaced = exponent = exponent_signed = False
    for position in range(start, len(text)):
        character = text[position]
        if character in _DIGITS and exponent:
            powers += 1
            wrong = powers > 4 or not exponent_signed
        elif character in _DIGITS:
            digits += 1
            wrong = digits > MAXIMUM_DIGITS or spaced
        elif character in ",.":
            wrong = pointed or spaced or exponent or character != point
            pointed = True
        elif character == " ":
            wrong, spaced = False, True
        elif character == "E":
            wrong, exponent = exponent, True
        elif character in "+-" and exponent:
            wrong, exponent_signed = exponent_signed, True
        elif character in "+-":
            wrong, signed = signed, True
        else:
            wrong = True
        if wrong:
            return position + 1
    return 0 if digits and (powers or not exponent) else len(text) + 1
