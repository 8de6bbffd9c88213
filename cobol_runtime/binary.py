"""COMP, COMP-5, COMP-X, INDEX and POINTER: binary whole numbers."""

from __future__ import annotations

import struct
import sys
from decimal import Decimal
from typing import Literal, TypeAlias, overload

from cobol_runtime.area import Area
from cobol_runtime.field import Number, Reader, Writer
from cobol_runtime.numeric import Digits, NumberGot, NumericField, Saver, Whole
from cobol_runtime.rounding import ten_to

Order: TypeAlias = Literal["big", "little"]


SHOWN_DIGITS = (1, 3, 5, 8, 10, 13, 15, 17, 20)
"""Digits that DISPLAY prints of a native binary item, by its size in bytes."""


class Binary(NumericField[NumberGot]):
    """PIC 9(*digits*) COMP: big-endian two's complement of *size* bytes.

    Values are cut to the digits of the PICTURE (binary-truncate), unless *truncate* is False.
    """

    byteorder: Order = "big"

    @overload
    def __init__(
        self: Binary[int],
        digits: int,
        *,
        scale: Whole = 0,
        signed: bool = False,
        size: int | None = None,
        truncate: bool = True,
        at: int | None = None,
        value: int | Decimal | None = None,
    ) -> None: ...
    @overload
    def __init__(
        self: Binary[Decimal],
        digits: int,
        *,
        scale: int,
        signed: bool = False,
        size: int | None = None,
        truncate: bool = True,
        at: int | None = None,
        value: int | Decimal | None = None,
    ) -> None: ...
    def __init__(
        self,
        digits: int,
        *,
        scale: int = 0,
        signed: bool = False,
        size: int | None = None,
        truncate: bool = True,
        at: int | None = None,
        value: int | Decimal | None = None,
    ) -> None:
        self.truncate = truncate
        super().__init__(size or usual_size(digits), digits, scale, signed, at=at, value=value)

    def loader(self, unit: Number) -> Reader[Number]:
        here, length, signed, order = self.at, self.length, self.signed, self.byteorder
        layout = self.layout()
        if layout is not None:
            unpack = layout.unpack_from

            def load_struct(area: Area, at: int = here) -> Number:
                number: int = unpack(area.memory, area.base + at)[0]
                return number * unit

            def load_whole(area: Area, at: int = here) -> Number:
                whole: int = unpack(area.memory, area.base + at)[0]
                return whole

            return load_whole if unit == 1 else load_struct

        def load(area: Area, at: int = here) -> Number:
            start = area.base + at
            return int.from_bytes(area.memory[start : start + length], order, signed=signed) * unit

        return load

    def saver(self) -> Saver:
        here, length, signed, order = self.at, self.length, self.signed, self.byteorder
        modulus, mask = 10**self.digits, (1 << 8 * self.length) - 1
        truncate = self.truncate

        def save(area: Area, value: int, at: int = here) -> None:
            start = area.base + at
            if truncate and not -modulus < value < modulus:
                value = value % modulus if value >= 0 else -(-value % modulus)
            if value < 0 and not signed:
                value = -value
            area.memory[start : start + length] = (value & mask).to_bytes(length, order)

        return save

    def writer(self) -> Writer[int | Decimal]:
        """As for all numbers; whole numbers that fit, what nearly all stores are, go straight to the bytes."""
        write, layout = super().writer(), self.layout()
        if layout is None or self.scale:
            return write
        here, pack, limit = self.at, layout.pack_into, self.limit()

        def write_struct(area: Area, value: int | Decimal, at: int = here) -> None:
            if type(value) is int and 0 <= value < limit:
                pack(area.memory, area.base + at, value)
            else:
                write(area, value, at)

        return write_struct

    def limit(self) -> int:
        values = 1 << 8 * self.length - self.signed
        return min(values, ten_to(self.digits)) if self.truncate else values

    def layout(self) -> struct.Struct | None:
        """The machine's own format of this size, when there is one."""
        code = {1: "b", 2: "h", 4: "i", 8: "q"}.get(self.length)
        if code is None:
            return None
        return struct.Struct(
            (">" if self.byteorder == "big" else "<") + (code if self.signed else code.upper())
        )

    def add(self, area: Area, number: int) -> None:
        """As for all numbers; without truncation in machine arithmetic, where sums wrap around (below zero too)."""
        if self.truncate or self.scale:
            super().add(area, number)
            return
        total = self.load(area) + number & (1 << 8 * self.length) - 1
        self.put_raw(area, total.to_bytes(self.length, self.byteorder))

    def subtract(self, area: Area, number: int) -> None:
        self.add(area, -number)

    def sent(self, area: Area) -> Digits:
        return Digits.of(self.number(area))

    def put_digits(self, area: Area, sent: Digits) -> None:
        """Take the digits modulo 2**64, then as for an assignment."""
        text = sent.characters.encode("latin-1")
        size = len(text) - sent.scale + self.scale
        number = 0
        for byte in text[: max(size, 0)]:
            number = number * 10 + byte - 48
        number = number * ten_to(max(size - len(text), 0)) % 2**64
        self.save(area, -number if sent.negative else number)

    def fits(self, number: int) -> bool:
        if self.truncate and not super().fits(number):
            return False
        bits = self.length * 8 - self.signed
        return abs(number) < 1 << bits

    def unedited(self, area: Area) -> str:
        """All digits that the bytes can hold; those of the PICTURE where stores are cut to it."""
        return super().unedited(area) if self.truncate else self.all_digits(area)

    def all_digits(self, area: Area) -> str:
        """The digits of the largest number in its bytes, with a sign if the item has one."""
        sign = "+" if self.signed else ""
        return f"{self.load(area):{sign}0{SHOWN_DIGITS[self.length] + self.signed}d}"

    def is_numeric(self, area: Area) -> bool:
        return True


class NativeBinary(Binary[NumberGot]):
    """COMP-5 (and BINARY-CHAR … BINARY-DOUBLE): *size* bytes in the machine's order, all values they can hold.

    COMP-X is the same with `big_endian=True`.
    """

    @overload
    def __init__(
        self: NativeBinary[int],
        digits: int,
        *,
        scale: Whole = 0,
        signed: bool = False,
        size: int | None = None,
        big_endian: bool = False,
        at: int | None = None,
        value: int | Decimal | None = None,
    ) -> None: ...
    @overload
    def __init__(
        self: NativeBinary[Decimal],
        digits: int,
        *,
        scale: int,
        signed: bool = False,
        size: int | None = None,
        big_endian: bool = False,
        at: int | None = None,
        value: int | Decimal | None = None,
    ) -> None: ...
    def __init__(
        self,
        digits: int,
        *,
        scale: int = 0,
        signed: bool = False,
        size: int | None = None,
        big_endian: bool = False,
        at: int | None = None,
        value: int | Decimal | None = None,
    ) -> None:
        self.byteorder = "big" if big_endian else sys.byteorder
        NumericField.__init__(self, size or usual_size(digits), digits, scale, signed, at=at, value=value)

    truncate = False

    def shown(self, area: Area) -> str:
        """What DISPLAY prints: all digits its bytes can hold, without a point (COMP-X: those of its PICTURE)."""
        if self.byteorder != sys.byteorder:
            return super().shown(area)
        return self.all_digits(area)


class Index(NativeBinary[int]):
    """USAGE INDEX and INDEXED BY names: a signed whole number of four bytes."""

    def __init__(self, *, at: int | None = None, value: int | None = None) -> None:
        super().__init__(9, signed=True, size=4, at=at, value=value)

    def shown(self, area: Area) -> str:
        return f"{self.load(area):+010d}"

    def unedited(self, area: Area) -> str:
        return self.shown(area)


class Pointer(NativeBinary[int]):
    """USAGE POINTER: eight bytes; NULL is zero."""

    def __init__(self, *, at: int | None = None, value: int | None = None) -> None:
        super().__init__(20, size=8, at=at, value=value)

    def shown(self, area: Area) -> str:
        return f"0x{self.load(area):016x}"

    def unedited(self, area: Area) -> str:
        return self.shown(area)


def usual_size(digits: int) -> int:
    """Bytes of a binary item of *digits* digits (binary-size 1-2-4-8)."""
    return 1 if digits < 3 else 2 if digits < 5 else 4 if digits < 10 else 8 if digits < 19 else 16
