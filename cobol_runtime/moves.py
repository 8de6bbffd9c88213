"""MOVE between categories: text to number, number to text, edited to number (ISO 1989:2002, 14.8.24)."""

from __future__ import annotations

from cobol_runtime.field import Number
from cobol_runtime.rounding import scaled, unscaled


def as_number(text: str, *, decimal_comma: bool = False) -> Number:
    """The number that a MOVE of alphanumeric *text* to a numeric item takes from it; 0 when it is no number."""
    point = "," if decimal_comma else "."
    digits = text.strip()
    sign = -1 if digits[:1] == "-" else 1
    digits = digits.lstrip("+-") if digits[:1] in "+-" else digits
    whole, _, fraction = digits.partition(point)
    if not all(c.isdigit() or c.isspace() for c in whole + fraction):
        return 0
    number = int("0" + "".join((whole + fraction).split()))
    return sign * scaled(number, len(fraction.replace(" ", "")))


def de_edit(text: str, *, decimal_comma: bool = False) -> Number:
    """The number that stands in the characters of a numeric-edited item."""
    point = "," if decimal_comma else "."
    digits, places, behind, sign = "", 0, False, 1
    for character in text:
        if "0" <= character <= "9":
            digits += character
            places += behind
        elif character == point:
            behind = True
        elif character in "-C":
            sign = -1
    return sign * scaled(int(digits or "0"), places)


def digits_text(value: Number, digits: int, scale: int = 0) -> str:
    """The digits of a numeric item as a MOVE to an alphanumeric one sends them: without sign and point."""
    number = abs(unscaled(value, scale)) % 10**digits
    return f"{number:0{digits}d}" + "0" * -min(scale, 0)
