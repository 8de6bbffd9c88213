"""Functions of texts (ISO 1989:2014, 15, and GnuCOBOL's own).

A number as argument is the characters its item is stored in. Letters are those of ASCII. Results may be empty texts.
"""

from __future__ import annotations

from collections.abc import Callable
from string import ascii_lowercase, ascii_uppercase

from cobol_runtime.collating import rank, ranked
from cobol_runtime.functions.scaled import Number, whole

_TO_UPPER = str.maketrans(ascii_lowercase, ascii_uppercase)
_TO_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)


def part_of(text: str, start: Number, length: Number | None = None) -> str:
    """Reference modification of a function result: *length* characters (None: the rest) from position *start* (1-based).

    What runs over the end is cut off; a start outside the text, or a length that is not positive, counts as not given.
    """
    first = whole(start)
    if not 1 <= first <= len(text):
        return text
    size = whole(length) if length is not None else 0
    return text[first - 1 : first - 1 + size] if size > 0 else text[first - 1 :]


def upper_case(text: str) -> str:
    """UPPER-CASE: small letters become capitals."""
    return text.translate(_TO_UPPER)


def lower_case(text: str) -> str:
    """LOWER-CASE: capitals become small letters."""
    return text.translate(_TO_LOWER)


def reverse(text: str) -> str:
    """REVERSE: the characters in the opposite order."""
    return text[::-1]


def trim(text: str) -> str:
    """TRIM: without spaces at both ends; empty for a text of spaces."""
    return text.strip(" ")


def trim_leading(text: str) -> str:
    """TRIM … LEADING: without spaces at the front."""
    return text.lstrip(" ")


def trim_trailing(text: str) -> str:
    """TRIM … TRAILING: without spaces at the end."""
    return text.rstrip(" ")


def concatenate(*texts: str) -> str:
    """CONCATENATE, CONCAT: the arguments one after the other."""
    return "".join(texts)


def length(text: str) -> int:
    """LENGTH, BYTE-LENGTH, LENGTH-AN of a text that has no fixed size."""
    return len(text)


def stored_char_length(text: str) -> int:
    """STORED-CHAR-LENGTH: the length without spaces at the end."""
    return len(text.rstrip(" "))


def char(ordinal: Number, *, native: bytes | None = None) -> str:
    """CHAR: the character at place *ordinal* (from 1) of the *native* sequence; X"00" when there is none."""
    place = whole(ordinal)
    return ranked(place - 1, native) if 1 <= place <= 256 else "\0"


def ordinal(text: str, *, native: bytes | None = None) -> int:
    """ORD: the place (from 1) of the first character in the *native* sequence; that of a space for an empty text."""
    return rank(text[:1] or " ", native) + 1


def substitute(text: str, *pairs: str) -> str:
    """SUBSTITUTE: *pairs* are texts to look for, each followed by what replaces it; the first that fits wins."""
    return _substituted(text, pairs, lambda text: text)


def substitute_case(text: str, *pairs: str) -> str:
    """SUBSTITUTE-CASE: as SUBSTITUTE, with capital and small letters alike."""
    return _substituted(text, pairs, lower_case)


def _substituted(text: str, pairs: tuple[str, ...], folded: Callable[[str], str]) -> str:
    searched = folded(text)
    substitutions = [(folded(old), new) for old, new in zip(pairs[::2], pairs[1::2], strict=True) if old]
    result: list[str] = []
    position = 0
    while position < len(text):
        for old, new in substitutions:
            if searched.startswith(old, position):
                result.append(new)
                position += len(old)
                break
        else:
            result.append(text[position])
            position += 1
    return "".join(result)


def hex_of(text: str) -> str:
    """HEX-OF: two hexadecimal digits for each character."""
    return text.encode("latin-1").hex().upper()


def bit_of(text: str) -> str:
    """BIT-OF: eight binary digits for each character."""
    return "".join(f"{ord(character):08b}" for character in text)


def hex_to_char(digits: str) -> str:
    """HEX-TO-CHAR: the characters of pairs of hexadecimal digits; 0 for anything else."""
    return "".join(chr(_digits(digits[at : at + 2], 16)) for at in range(0, len(digits) - 1, 2))


def bit_to_char(digits: str) -> str:
    """BIT-TO-CHAR: the characters of groups of eight binary digits; 0 for anything else."""
    return "".join(chr(_digits(digits[at : at + 8], 2)) for at in range(0, len(digits) - 7, 8))


def _digits(text: str, base: int) -> int:
    allowed = "0123456789ABCDEF"[:base]
    return int(text, base) if all(digit in allowed for digit in text.upper()) else 0
