"""Text to number and back: the conversions of MOVE between categories (ISO 1989:2002, 14.8.24.3)."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

from cobol_runtime.rounding import scaled, unscaled

WHITE_SPACE = " \t\n\v\f\r"
DIGITS = "0123456789"
WIDEST = 38
"""Digits that a MOVE from text keeps on each side of the point, unless the receiver is a DISPLAY number."""


def digits_in_text(text: str, whole: int, total: int, *, decimal_comma: bool = False) -> tuple[str, bool]:
    """What a MOVE of alphanumeric *text* puts into *total* digit positions, *whole* of them before the point.

    Returns the digits and whether a minus sign stands before them. Spaces and digit separators are passed
    over; any other character makes the result zero, unless the positions are already full.
    """
    point, separator = (",", ".") if decimal_comma else (".", ",")
    text = text.lstrip(WHITE_SPACE)
    negative = text[:1] == "-"
    if text[:1] in ("+", "-"):
        text = text[1:]
    count = sum(character in DIGITS for character in text.partition(point)[0])
    characters = iter(text)
    for _ in range(count - whole):
        next((character for character in characters if character in DIGITS), "")
    digits = ["0"] * min(max(whole - count, 0), total)
    behind = False
    if len(digits) < total:
        for character in characters:
            if character in DIGITS:
                digits.append(character)
                if len(digits) == total:
                    break
            elif character == point and not behind:
                behind = True
            elif character not in WHITE_SPACE and character != separator:
                return "0" * total, False
    return "".join(digits).ljust(total, "0"), negative


def as_number(
    text: str, whole: int = WIDEST, total: int = 2 * WIDEST, *, decimal_comma: bool = False
) -> int | Decimal:
    """The number that a MOVE of alphanumeric *text* to a numeric item takes from it; 0 when it is no number.

    A DISPLAY item has *total* digits, *whole* of them before the point: what stands behind the last digit it
    has a place for is not looked at.
    """
    if len(text) <= whole and text.isdigit() and text.isascii():
        return int(text)
    digits, negative = digits_in_text(text, whole, total, decimal_comma=decimal_comma)
    fraction = digits[whole:].rstrip("0")
    number = int(digits[:whole] + fraction or "0")
    return scaled(-number if negative else number, len(fraction))


def de_edit(text: str, picture: str = "", *, decimal_comma: bool = False) -> int | Decimal:
    """The number that stands in the characters of a numeric-edited item.

    *picture*, with repetitions written out, says where the point is when the characters do not.
    """
    digits, places, negative = edited_digits(text, picture, decimal_comma=decimal_comma)
    number = int(digits or "0")
    return scaled(-number if negative else number, places)


def edited_digits(text: str, picture: str, *, decimal_comma: bool = False) -> tuple[str, int, bool]:
    """The digits in edited *text*, how many of them are decimal places, and whether it has a minus sign."""
    point = "," if decimal_comma else "."
    digits, places, behind, negative = "", 0, False, False
    for character in text:
        if character in DIGITS:
            digits += character
            places += behind
        elif character == point:
            behind = True
        elif character in "-C":
            negative = True
    return digits, places or picture_places(picture, behind), negative


def picture_places(picture: str, behind: bool) -> int:
    """Decimal places of an edited *picture* whose point is V or implied by P."""
    places = count = 0
    for symbol, run in groupby(picture):
        times = len(list(run))
        if symbol in "90Z*":
            if behind:
                places += times
            else:
                count += times
        elif symbol == "P":
            if count == 0:
                behind = True
                places += times
            else:
                places -= times
        elif symbol == "V":
            behind = True
    return places


def digits_text(value: int | Decimal, digits: int, scale: int = 0) -> str:
    """The digits of a numeric item as a MOVE to an alphanumeric one sends them: without sign and point."""
    number = abs(unscaled(value, scale)) % 10**digits
    return f"{number:0{digits}d}" + "0" * -min(scale, 0)
