"""Alphabets and the collating sequences they stand for (SPECIAL-NAMES, COBOL-85 standard VI 4.5).

Native characters are bytes shown as Latin-1 characters. A collating sequence is a tuple of 256 ordinals indexed by native byte;
characters of equal ordinal compare equal.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

NATIVE: tuple[int, ...] = tuple(range(256))
"""Collation by the bytes themselves: NATIVE, STANDARD-1, STANDARD-2 and ASCII."""

_EBCDIC_UPPER_HALF = bytes.fromhex(
    "68dc5142434447485253545756586367719c9ecbcccddbdddfecfcb0b1b23eb4"
    "4555cede49699a9bab9fbab8b7aa8a8bb6b5624f6465662021227023727374be"
    "7677788024158c8d8e41061728299d2a2b2c090aac4aaeaf1b3031fa1a333435"
    "36590838bc39a0bfca3afe3b04cfda14e18f4675fdebeeed90efb3fbb9eabbff"
)
"""Ordinals of the native bytes 80 to FF, which GnuCOBOL takes from a PC code page."""
_EBCDIC_CHANGES = {"!": 0x5A, "[": 0xAD, "]": 0xBD, "|": 0x6A}
"""Where the lower half differs from code page 500."""


@lru_cache(maxsize=1)
def ebcdic() -> tuple[int, ...]:
    """Return the EBCDIC ordinals of the native characters: the code each has in the translation GnuCOBOL uses."""
    lower = [_EBCDIC_CHANGES.get(chr(byte), chr(byte).encode("cp500")[0]) for byte in range(128)]
    return (*lower, *_EBCDIC_UPPER_HALF)


def predefined(name: str, native: tuple[int, ...] = NATIVE) -> tuple[int, ...] | None:
    """Return the collating sequence of an alphabet known by name, None for an unknown one."""
    if name == "NATIVE":
        return native
    if name in ("STANDARD-1", "STANDARD-2", "ASCII"):
        return NATIVE
    return ebcdic() if name == "EBCDIC" else None


def in_order(collating: tuple[int, ...]) -> tuple[int, ...]:
    """Return the bytes in the order of a collating sequence, lowest first."""
    return tuple(sorted(range(256), key=lambda byte: collating[byte]))


def from_groups(groups: Sequence[Sequence[str]], native: tuple[int, ...] = NATIVE) -> tuple[int, ...]:
    """Return the sequence of a literal alphabet.

    Each group holds the characters that share one position (one character; several with ALSO). Characters that no group
    names follow in the order of `native`, above all that are named.
    """
    ordinals: list[int | None] = [None] * 256
    position = 0
    for group in groups:
        for character in group:
            if ordinals[ord(character)] is None:
                ordinals[ord(character)] = position
        position += 1
    for byte in in_order(native):
        if ordinals[byte] is None:
            ordinals[byte] = position
            position += 1
    return tuple(ordinal for ordinal in ordinals if ordinal is not None)


def extremes(groups: Sequence[Sequence[str]], native: tuple[int, ...] = NATIVE) -> tuple[str, str]:
    """Return LOW-VALUE and HIGH-VALUE of a literal alphabet.

    The lowest is the first character named. The highest is the last character named when all 256 are; otherwise the last native
    character that is not named.
    """
    named = [character for group in groups for character in group]
    if not named:
        return "\0", "\xff"
    free = set(map(chr, range(256))).difference(named)
    return named[0], max(free, key=lambda character: native[ord(character)]) if free else named[-1]
