"""USAGE DISPLAY numbers: one digit a byte, the sign combined with a digit or separate."""

from __future__ import annotations

from decimal import Decimal
from typing import overload

from cobol_runtime.area import Area
from cobol_runtime.numeric import Loader, NumberGot, NumericField, Saver, Whole

NEGATIVE_ASCII = "pqrstuvwxy"
POSITIVE_EBCDIC, NEGATIVE_EBCDIC = "{ABCDEFGHI", "}JKLMNOPQR"


class Zoned(NumericField[NumberGot]):
    """PIC 9(*digits*) DISPLAY. *leading* and *separate* are the SIGN clause."""

    @overload
    def __init__(
        self: Zoned[int],
        digits: int,
        *,
        scale: Whole = 0,
        signed: bool = False,
        leading: bool = False,
        separate: bool = False,
        at: int | None = None,
        value: int | Decimal | None = None,
    ) -> None: ...
    @overload
    def __init__(
        self: Zoned[Decimal],
        digits: int,
        *,
        scale: int,
        signed: bool = False,
        leading: bool = False,
        separate: bool = False,
        at: int | None = None,
        value: int | Decimal | None = None,
    ) -> None: ...
    def __init__(
        self,
        digits: int,
        *,
        scale: int = 0,
        signed: bool = False,
        leading: bool = False,
        separate: bool = False,
        at: int | None = None,
        value: int | Decimal | None = None,
    ) -> None:
        self.leading = leading
        self.separate = separate
        super().__init__(digits + separate, digits, scale, signed or separate, at=at, value=value)

    def integer_codec(self) -> tuple[Loader, Saver]:
        here, length, digits, modulus = self.at, self.length, self.digits, 10**self.digits

        def load_unsigned(area: Area, at: int = here) -> int:
            start = area.base + at
            data = area.memory[start : start + length]
            return int(data) if data.isdigit() else self.damaged(data)

        def save_unsigned(area: Area, value: int, at: int = here) -> None:
            start = area.base + at
            area.memory[start : start + length] = b"%0*d" % (digits, abs(value) % modulus)

        def load_signed(area: Area, at: int = here) -> int:
            start = area.base + at
            return self.decode(area.memory[start : start + length])

        def save_signed(area: Area, value: int, at: int = here) -> None:
            start = area.base + at
            area.memory[start : start + length] = self.encode(value)

        return (load_signed, save_signed) if self.signed else (load_unsigned, save_unsigned)

    def encode(self, number: int) -> bytes:
        """The bytes of *number*, high-order digits cut off."""
        text = f"{abs(number) % 10**self.digits:0{self.digits}d}"
        negative = number < 0
        if self.separate:
            sign = "-" if negative else "+"
            return (sign + text if self.leading else text + sign).encode()
        index = 0 if self.leading else self.digits - 1
        if self.sign == "ebcdic":
            mark = (NEGATIVE_EBCDIC if negative else POSITIVE_EBCDIC)[int(text[index])]
        else:
            mark = NEGATIVE_ASCII[int(text[index])] if negative else text[index]
        return (text[:index] + mark + text[index + 1 :]).encode()

    def decode(self, data: bytearray) -> int:
        """The number in *data*, sign included."""
        text = data.decode("latin-1")
        if self.separate:
            sign, text = (text[0], text[1:]) if self.leading else (text[-1], text[:-1])
            number = int(text) if text.isdecimal() else self.damaged(bytearray(text, "latin-1"))
            return -number if sign == "-" else number
        index = 0 if self.leading else self.digits - 1
        mark = text[index]
        for marks, factor in (
            ((NEGATIVE_ASCII, -1),) if self.sign == "ascii" else ((POSITIVE_EBCDIC, 1), (NEGATIVE_EBCDIC, -1))
        ):
            if mark in marks:
                data[index] = 48 + marks.index(mark)
                return factor * (int(data) if data.isdigit() else self.damaged(data))
        return int(data) if data.isdigit() else self.damaged(data)

    def damaged(self, data: bytearray) -> int:
        """The value that arithmetic takes from bytes that are not all digits."""
        number = 0
        for byte in data:
            number = number * 10 + byte - 48 if number or byte & 15 else 0
        return number % 2**64
