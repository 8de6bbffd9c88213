"""What the bytes of an item are to a mainframe, and how they change on the way from and to it."""

from __future__ import annotations

import struct
import sys
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final, Literal

from cobol_runtime.binary import Binary as _Binary
from cobol_runtime.binary import NativeBinary
from cobol_runtime.code_pages import ASCII, any_page, digit_translation, exchanged, translation
from cobol_runtime.double_byte import PARTNERS, MixedPage, mixed_page
from cobol_runtime.field import AnyField
from cobol_runtime.files.stored import WrongAttributes
from cobol_runtime.floating import Float32, Float64
from cobol_runtime.hexadecimal_float import decode_hexadecimal, encode_hexadecimal
from cobol_runtime.national import National
from cobol_runtime.packed import Packed, UnsignedPacked
from cobol_runtime.zoned import Zoned

POSITIVE: Final = (b"\xc0\xc1\xc2\xc3\xc4\xc5\xc6\xc7\xc8\xc9", b"0123456789")
NEGATIVE: Final = (b"\xd0\xd1\xd2\xd3\xd4\xd5\xd6\xd7\xd8\xd9", b"pqrstuvwxy")
"""Signed digits of a mainframe and of GnuCOBOL."""


class Kind(Enum):
    """What a byte is."""

    TEXT = "characters"
    UNSIGNED = "digits"
    DIGIT = "a digit with a sign"
    SIGN = "a digit with GnuCOBOL's sign"
    KEPT = "a number, or text in UTF-16, that is the same everywhere"
    NATIVE = "a binary number in the machine's order"
    SINGLE = "a single-precision number"
    DOUBLE = "a double-precision number"
    MIXED = "characters of one byte or two"


_BY_BYTE = frozenset({Kind.TEXT, Kind.UNSIGNED, Kind.DIGIT, Kind.SIGN, Kind.KEPT})


@dataclass(frozen=True, slots=True)
class Translation:
    """The tables of one code page: *inward* for characters from the dataset, *outward* for those to it; those of digits and of
    GnuCOBOL's signs likewise. *mixed* is the page itself where characters have one byte or two."""

    inward: bytes
    outward: bytes
    digits: tuple[bytes, bytes]
    signs: tuple[bytes, bytes]
    mixed: MixedPage | None = None
    partner: str = ""

    @classmethod
    def of_page(cls, name: str) -> Translation:
        """The tables of the code page *name*."""
        return _tables(name)


@lru_cache(maxsize=16)
def _tables(name: str) -> Translation:
    page = any_page(name)
    inward, outward = translation(name, ASCII), translation(ASCII, name)
    mixed = page if isinstance(page, MixedPage) else None
    return Translation(
        inward,
        outward,
        (digit_translation(name, ASCII), digit_translation(ASCII, name)),
        (
            _changed(exchanged(inward, NEGATIVE), POSITIVE),
            _changed(exchanged(outward, NEGATIVE[::-1]), POSITIVE[::-1]),
        ),
        mixed,
        PARTNERS.get(page.name, ""),
    )


def _changed(table: bytes, pairs: tuple[bytes, bytes]) -> bytes:
    out = bytearray(table)
    for source, target in zip(*pairs, strict=True):
        out[source] = target
    return bytes(out)


@dataclass(frozen=True, slots=True)
class Piece:
    """The bytes from *start* to *end* of a record and what they are."""

    start: int
    end: int
    kind: Kind
    translation: Translation

    @property
    def is_text(self) -> bool:
        """Whether the table of characters is right for it."""
        if self.kind in (Kind.UNSIGNED, Kind.DIGIT):
            return self.translation.digits == (self.translation.inward, self.translation.outward)
        return self.kind is Kind.TEXT

    def differs_from(self, other: Piece) -> bool:
        """Whether the two treat a byte that they share in different ways."""
        if (self.is_text and other.is_text) or {self.kind, other.kind} == {Kind.TEXT, Kind.UNSIGNED}:
            return False
        whole = self.kind not in _BY_BYTE and (self.start, self.end) != (other.start, other.end)
        return self.kind is not other.kind or whole

    def continues_in(self, following: Piece) -> bool:
        """Whether the next byte is treated together with this one."""
        if self.kind in _BY_BYTE:
            return self.kind is following.kind
        return self is following

    def inward(self, data: bytes) -> bytes:
        """The bytes of the dataset as they are in memory."""
        return self._changed(data, 0)

    def outward(self, data: bytes) -> bytes:
        """The bytes in memory as they are in the dataset."""
        return self._changed(data, 1)

    def _changed(self, data: bytes, way: Literal[0, 1]) -> bytes:
        tables = self.translation
        match self.kind:
            case Kind.UNSIGNED | Kind.DIGIT:
                return data.translate(tables.digits[way])
            case Kind.SIGN:
                return data.translate(tables.signs[way])
            case Kind.NATIVE:
                return _turned(data)
            case Kind.SINGLE | Kind.DOUBLE:
                return (_from_hexadecimal, _to_hexadecimal)[way](data, self.end - self.start)
            case Kind.MIXED:
                pages = (tables.mixed, mixed_page(tables.partner))
                return _reencoded(data, pages[way], pages[1 - way])
        return data


def meanings(field: AnyField, at: int, translation: Translation) -> list[Piece]:
    """What the bytes of an elementary item at *at* are."""
    end = at + field.length
    if isinstance(field, Zoned):
        return _zoned(field, at, translation)
    kind = Kind.MIXED if translation.mixed is not None else Kind.TEXT
    if isinstance(field, Float32):
        kind = Kind.SINGLE
    elif isinstance(field, Float64):
        kind = Kind.DOUBLE
    elif isinstance(field, NativeBinary) and field.byteorder != "big":
        kind = Kind.NATIVE
    elif isinstance(field, _Binary | Packed | UnsignedPacked | National):
        kind = Kind.KEPT
    return [Piece(at, end, kind, translation)]


def _zoned(field: AnyField, at: int, translation: Translation) -> list[Piece]:
    """Digits, of which one carries the sign unless it stands apart."""
    assert isinstance(field, Zoned)
    end = at + field.length
    if not field.signed or field.separate:
        kind = Kind.TEXT if field.separate else Kind.UNSIGNED
        return [Piece(at, end, kind, translation)]
    kind = Kind.SIGN if field.sign == "ascii" else Kind.DIGIT
    if field.leading:
        return [Piece(at, at + 1, kind, translation), Piece(at + 1, end, Kind.UNSIGNED, translation)]
    return [Piece(at, end - 1, Kind.UNSIGNED, translation), Piece(end - 1, end, kind, translation)]


def _turned(data: bytes) -> bytes:
    return data[::-1] if sys.byteorder == "little" else data


def _from_hexadecimal(data: bytes, size: int) -> bytes:
    if len(data) < size:
        return data
    try:
        return struct.pack("=f" if size == 4 else "=d", decode_hexadecimal(data))
    except OverflowError as error:
        raise WrongAttributes(f"the number X'{data.hex().upper()}' is too large for COMP-1 here") from error


def _to_hexadecimal(data: bytes, size: int) -> bytes:
    if len(data) < size:
        return data
    try:
        number: float = struct.unpack("=f" if size == 4 else "=d", data)[0]
        return encode_hexadecimal(number, size)
    except OverflowError as error:
        raise WrongAttributes(f"a floating-point item cannot be written: {error}") from error


def _reencoded(data: bytes, source: MixedPage | None, target: MixedPage | None) -> bytes:
    """Text of one mixed page in another, filled up with spaces. Bytes that are no characters (LOW-VALUE, HIGH-VALUE) stay."""
    assert source is not None and target is not None
    if not data.strip(data[:1]) and data[:1] in (b"\0", b"\xff"):
        return data
    try:
        text = source.decode(data).rstrip(" ")
        out = target.encode(text)
    except UnicodeError as error:
        raise WrongAttributes(
            f"X'{data.hex().upper()}' is no text that can be translated: {error}"
        ) from error
    if len(out) > len(data):
        raise WrongAttributes(f"{text!r} has no room in {len(data)} bytes of code page {target.name}")
    return out + target.space * (len(data) - len(out))
