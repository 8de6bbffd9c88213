"""Collating sequences other than that of the bytes: the rank of each of the 256 characters.

A sequence is a `bytes` of 256 ranks, so that `text.translate(sequence)` gives what is compared byte by byte.
"""

from __future__ import annotations

_UPPER_HALF = bytes.fromhex(
    "68dc5142434447485253545756586367719c9ecbcccddbdddfecfcb0b1b23eb4"
    "4555cede49699a9bab9fbab8b7aa8a8bb6b5624f6465662021227023727374be"
    "7677788024158c8d8e41061728299d2a2b2c090aac4aaeaf1b3031fa1a333435"
    "36590838bc39a0bfca3afe3b04cfda14e18f4675fdebeeed90efb3fbb9eabbff"
)
_UNLIKE_500 = {"!": 0x5A, "[": 0xAD, "]": 0xBD, "|": 0x6A}

EBCDIC = (
    bytes(
        _UNLIKE_500.get(character, character.encode("cp500")[0])
        for character in bytes(range(128)).decode("ascii")
    )
    + _UPPER_HALF
)
"""The order of mainframes: space, most punctuation, small letters, capital letters, digits; LOW-VALUE is first and HIGH-VALUE
last. Each character has the code it gets in GnuCOBOL's ALPHABET IS EBCDIC."""


def rank(character: str, collating: bytes | None) -> int:
    """The place of a character in a sequence, counted from 0; without one that of its byte."""
    return ord(character) if collating is None else collating[ord(character)]


def ranked(place: int, collating: bytes | None) -> str:
    """The character at a place of a sequence, counted from 0."""
    return chr(place if collating is None else collating.index(place))
