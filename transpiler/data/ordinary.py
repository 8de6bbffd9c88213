"""Quick readers for bytes in the ordinary form of their item: the one that writing their value gives.

A reader answers None for any other bytes (damage, an unusual sign, a negative zero); the item's codec then says what
they are. Most fields of most files are ordinary, and for these one call without a detour is enough.
"""

from __future__ import annotations

import math
from codecs import charmap_decode
from collections.abc import Callable
from decimal import Decimal
from struct import Struct
from typing import Literal, TypeAlias

from transpiler.data.code_pages import CodePage

Reader: TypeAlias = Callable[[bytes], "str | int | Decimal | float | bytes | None"]
Number: TypeAlias = Callable[[str], "int | Decimal"]

_LATIN_1 = bytes(range(256)).decode("latin-1")
_IDENTITY = bytes(range(256))


def text_reader(page: CodePage) -> Reader:
    """Characters of a page of single bytes, without the spaces at the end. Every text is ordinary."""
    space, characters = page.space, page.characters
    if characters == _LATIN_1:
        return lambda data: data.rstrip(space).decode("latin-1")
    return lambda data: charmap_decode(data.rstrip(space), "strict", characters)[0]


def unsigned_reader(scale: int, inward: bytes | None) -> Reader:
    """DISPLAY digits without a sign. *inward* translates them to ASCII."""
    number = _number(scale)
    table = inward or _IDENTITY

    def read(data: bytes) -> int | Decimal | None:
        digits = data.translate(table)
        return number(digits.decode("ascii")) if digits.isdigit() else None

    return read


def separate_sign_reader(scale: int, inward: bytes | None, *, leading: bool) -> Reader:
    """DISPLAY digits with + or - before or behind them."""
    number = _number(scale)
    table = inward or _IDENTITY

    def read(data: bytes) -> int | Decimal | None:
        plain = data.translate(table)
        sign, digits = (plain[:1], plain[1:]) if leading else (plain[-1:], plain[:-1])
        if sign not in (b"+", b"-") or not digits.isdigit():
            return None
        return _signed(number(digits.decode("ascii")), sign == b"-")

    return read


def overpunch_reader(
    scale: int, inward: bytes | None, spelled: tuple[bytes, bytes], *, leading: bool
) -> Reader:
    """DISPLAY digits of which one holds the sign: *spelled* are the bytes of +0 to +9 and of -0 to -9, in ASCII."""
    number = _number(scale)
    table = inward or _IDENTITY
    signs = {
        sign: (b"%d" % digit, is_negative)
        for is_negative, marks in enumerate(spelled)
        for digit, sign in enumerate(marks)
    }

    def read(data: bytes) -> int | Decimal | None:
        plain = data.translate(table)
        found = signs.get(plain[0 if leading else -1])
        if found is None:
            return None
        digits = found[0] + plain[1:] if leading else plain[:-1] + found[0]
        return _signed(number(digits.decode("ascii")), found[1]) if digits.isdigit() else None

    return read


def packed_reader(digits: int, scale: int, *, signed: bool) -> Reader:
    """COMP-3 with C or D as sign, F where there is none, and 0 in the half byte that an even PICTURE leaves over."""
    number = _number(scale)
    is_even = digits % 2 == 0

    def read(data: bytes) -> int | Decimal | None:
        text = data.hex()
        sign, text = text[-1], text[:-1]
        if not text.isdecimal() or sign not in ("cd" if signed else "f") or (is_even and text[0] != "0"):
            return None
        return _signed(number(text), sign == "d")

    return read


def unsigned_packed_reader(digits: int, scale: int) -> Reader:
    """COMP-6: packed digits without a half byte for the sign."""
    number = _number(scale)
    is_odd = digits % 2 == 1

    def read(data: bytes) -> int | Decimal | None:
        text = data.hex()
        return number(text) if text.isdecimal() and not (is_odd and text[0] != "0") else None

    return read


def binary_reader(scale: int, order: Literal["big", "little"], *, signed: bool) -> Reader:
    """Binary items of any size. All bytes are ordinary."""
    if scale == 0:
        return lambda data: int.from_bytes(data, order, signed=signed)
    number = _number(scale)
    return lambda data: number(str(int.from_bytes(data, order, signed=signed)))


def ieee_reader(layout: Struct) -> Reader:
    """COMP-1 and COMP-2 of IEEE machines."""

    def read(data: bytes) -> float | None:
        value: float = layout.unpack(data)[0]
        return value if math.isfinite(value) else None

    return read


def _number(scale: int) -> Number:
    """Digits (as a whole number) to the value of an item with *scale* digits behind the point."""
    if scale > 0:
        exponent = f"E-{scale}"
        return lambda digits: Decimal(digits + exponent)
    if scale == 0:
        return int
    unit: int = 10**-scale
    return lambda digits: int(digits) * unit


def _signed(value: int | Decimal, is_negative: bool | int) -> int | Decimal | None:
    """The value with its sign; a negative zero is not ordinary. The sign is exchanged without rounding."""
    if not is_negative:
        return value
    if not value:
        return None
    return -value if isinstance(value, int) else value.copy_negate()
