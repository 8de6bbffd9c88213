"""COMP-3 and COMP-6: two digits a byte."""

from __future__ import annotations

from decimal import Decimal
from typing import overload

from cobol_runtime.area import Area
from cobol_runtime.numeric import Loader, NumberGot, NumericField, Saver, Whole


class Packed(NumericField[NumberGot]):
    """PIC 9(*digits*) COMP-3 / PACKED-DECIMAL: the last half byte is the sign, C, D or (unsigned) F."""

    @overload
    def __init__(
        self: Packed[int],
        digits: int,
        *,
        scale: Whole = 0,
        signed: bool = False,
        at: int | None = None,
        value: int | Decimal | None = None,
    ) -> None: ...
    @overload
    def __init__(
        self: Packed[Decimal],
        digits: int,
        *,
        scale: int,
        signed: bool = False,
        at: int | None = None,
        value: int | Decimal | None = None,
    ) -> None: ...
    def __init__(
        self,
        digits: int,
        *,
        scale: int = 0,
        signed: bool = False,
        at: int | None = None,
        value: int | Decimal | None = None,
    ) -> None:
        super().__init__(digits // 2 + 1, digits, scale, signed, at=at, value=value)

    def integer_codec(self) -> tuple[Loader, Saver]:
        here, length, signed, modulus = self.at, self.length, self.signed, 10**self.digits
        width = length * 2 - 1

        def load(area: Area, at: int = here) -> int:
            start = area.base + at
            text = area.memory[start : start + length].hex()
            number = int(text[:-1]) if text[:-1].isdecimal() else damaged(text[:-1])
            return -number if signed and text[-1] == "d" else number

        def save(area: Area, value: int, at: int = here) -> None:
            start = area.base + at
            nibble = ("d" if value < 0 else "c") if signed else "f"
            area.memory[start : start + length] = bytes.fromhex(f"{abs(value) % modulus:0{width}d}{nibble}")

        return load, save


class UnsignedPacked(NumericField[NumberGot]):
    """PIC 9(*digits*) COMP-6: packed digits without a sign."""

    @overload
    def __init__(
        self: UnsignedPacked[int],
        digits: int,
        *,
        scale: Whole = 0,
        at: int | None = None,
        value: int | Decimal | None = None,
    ) -> None: ...
    @overload
    def __init__(
        self: UnsignedPacked[Decimal],
        digits: int,
        *,
        scale: int,
        at: int | None = None,
        value: int | Decimal | None = None,
    ) -> None: ...
    def __init__(
        self,
        digits: int,
        *,
        scale: int = 0,
        at: int | None = None,
        value: int | Decimal | None = None,
    ) -> None:
        super().__init__((digits + 1) // 2, digits, scale, False, at=at, value=value)

    def integer_codec(self) -> tuple[Loader, Saver]:
        here, length, modulus = self.at, self.length, 10**self.digits

        def load(area: Area, at: int = here) -> int:
            start = area.base + at
            text = area.memory[start : start + length].hex()
            return int(text) if text.isdecimal() else damaged(text)

        def save(area: Area, value: int, at: int = here) -> None:
            start = area.base + at
            area.memory[start : start + length] = bytes.fromhex(f"{abs(value) % modulus:0{length * 2}d}")

        return load, save


def damaged(nibbles: str) -> int:
    """The value that arithmetic takes from half bytes that are not all digits: each counts up to 15."""
    number = 0
    for nibble in nibbles:
        number = number * 10 + int(nibble, 16)
    return number
