"""Class conditions of texts (COBOL-85 standard, VI 4.3.1.2)."""

from __future__ import annotations

from typing import Final

_LOWER: Final = "abcdefghijklmnopqrstuvwxyz"
_UPPER: Final = _LOWER.upper()


def consists_of(text: str, characters: str) -> bool:
    """Whether every character of `text` is one of `characters` (a CLASS of SPECIAL-NAMES)."""
    return set(text) <= set(characters)


def is_numeric_text(text: str) -> bool:
    """NUMERIC of an alphanumeric item: decimal digits only."""
    return text.isascii() and text.isdigit()


def is_alphabetic(text: str) -> bool:
    """ALPHABETIC: letters and spaces."""
    return consists_of(text, _LOWER + _UPPER + " ")


def is_alphabetic_lower(text: str) -> bool:
    """ALPHABETIC-LOWER: small letters and spaces."""
    return consists_of(text, _LOWER + " ")


def is_alphabetic_upper(text: str) -> bool:
    """ALPHABETIC-UPPER: capital letters and spaces."""
    return consists_of(text, _UPPER + " ")
