"""USAGE DISPLAY numbers: one digit a byte, the sign combined with a digit or separate."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import overload

from cobol_runtime.area import Area, stretch
from cobol_runtime.damaged import Damage, Damaged, damaged_number, digits_alone
from cobol_runtime.field import Number, Reader, Writer
from cobol_runtime.numeric import Digits, NumberGot, NumericField, Saver, Whole, pointed
from cobol_runtime.rounding import ten_to, unscaled

ZERO, MINUS, PLUS = b"0-+"
DIGITS = b"0123456789"
BLANK_TO_ZERO = {0: "0", 32: "0"}
ASCII_NEGATIVE = b"pqrstuvwxy"
EBCDIC_POSITIVE, EBCDIC_NEGATIVE = b"{ABCDEFGHI", b"}JKLMNOPQR"


def byte_table(values: Iterable[tuple[int, int]], default: Callable[[int], int]) -> bytes:
    """A table of 256 bytes: *values* as (byte, its replacement), *default* for the others."""
    replaced = dict(values)
    return bytes(replaced.get(byte, default(byte)) for byte in range(256))


PLAIN = [(byte, byte) for byte in DIGITS + b" "]
ASCII_DIGITS = byte_table([*PLAIN, *zip(ASCII_NEGATIVE, DIGITS, strict=True)], lambda _: ZERO)
"""The digit in a sign position; a byte that has no meaning there is taken for 0."""
ASCII_MARKS = byte_table([(byte, byte) for byte in DIGITS + b" " + ASCII_NEGATIVE], lambda _: ZERO)
"""A sign position after reading: a byte without meaning has become 0."""
EBCDIC_DIGITS = byte_table(
    [*PLAIN, *zip(EBCDIC_POSITIVE, DIGITS, strict=True), *zip(EBCDIC_NEGATIVE, DIGITS, strict=True)],
    lambda byte: ZERO + (byte & 15 if byte & 15 < 10 else 0),
)
EBCDIC_MARKS = byte_table(
    [(byte, byte) for byte in EBCDIC_NEGATIVE],
    lambda byte: EBCDIC_POSITIVE[EBCDIC_DIGITS[byte] - ZERO if byte != ord(" ") else 0],
)
"""A sign position after reading: positive digits have become overpunched ones."""


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
        self.layout = b"%%0%dd" % digits
        super().__init__(digits + separate, digits, scale, signed or separate, at=at, value=value)

    def loader(self, unit: Number) -> Reader[Number]:
        if not self.signed:
            return self.unsigned_loader(unit)
        return self.separate_loader(unit) if self.separate else self.combined_loader(unit)

    def unsigned_loader(self, unit: Number) -> Reader[Number]:
        here, length, damaged = self.at, self.length, self.damaged_number

        def load(area: Area, at: int = here) -> Number:
            start = area.base + at
            data = area.memory[start : start + length]
            return int(data) * unit if data.isdigit() else damaged(area, at, unit)

        def load_whole(area: Area, at: int = here) -> Number:
            start = area.base + at
            data = area.memory[start : start + length]
            return int(data) if data.isdigit() else damaged(area, at, 1)

        return load_whole if unit == 1 else load

    def separate_loader(self, unit: Number) -> Reader[Number]:
        here, length, damaged = self.at, self.length, self.damaged_number
        place = 0 if self.leading else length - 1

        def load(area: Area, at: int = here) -> Number:
            start = area.base + at
            data = area.memory[start : start + length]
            mark = data.pop(place)
            if data.isdigit():
                if mark == PLUS:
                    return int(data) * unit
                if mark == MINUS:
                    return -int(data) * unit
            return damaged(area, at, unit)

        return load

    def combined_loader(self, unit: Number) -> Reader[Number]:
        here, length, damaged = self.at, self.length, self.damaged_number
        positive, negative, plain, _ = self.marks()
        place = 0 if self.leading else length - 1
        unsigned_digits = positive == DIGITS

        def load(area: Area, at: int = here) -> Number:
            start = area.base + at
            data = area.memory[start : start + length]
            if unsigned_digits and data.isdigit():
                return int(data) * unit
            mark = data[place]
            data[place] = plain[mark]
            if data.isdigit():
                if mark in negative:
                    return -int(data) * unit
                if mark in positive:
                    return int(data) * unit
            return damaged(area, at, unit)

        return load

    def saver(self) -> Saver:
        if self.separate:
            return self.separate_saver()
        if self.signed:
            return self.combined_saver()
        here, layout, modulus = self.at, self.layout, 10**self.digits
        put = stretch(self.length).pack_into

        def save(area: Area, value: int, at: int = here) -> None:
            if not 0 <= value < modulus:
                value = abs(value) % modulus
            put(area.memory, area.base + at, layout % value)

        return save

    def writer(self) -> Writer[int | Decimal]:
        """As for all numbers; whole numbers that fit, what nearly all stores are, go straight to the bytes."""
        write = super().writer()
        if self.scale or self.separate or self.signed:
            return write
        here, layout, limit = self.at, self.layout, 10**self.digits
        put = stretch(self.length).pack_into

        def write_digits(area: Area, value: int | Decimal, at: int = here) -> None:
            if type(value) is int and 0 <= value < limit:
                put(area.memory, area.base + at, layout % value)
            else:
                write(area, value, at)

        return write_digits

    def separate_saver(self) -> Saver:
        here, layout, modulus = self.at, self.layout, 10**self.digits
        leading, put = self.leading, stretch(self.length).pack_into

        def save(area: Area, value: int, at: int = here) -> None:
            digits, sign = layout % (abs(value) % modulus), b"-" if value < 0 else b"+"
            put(area.memory, area.base + at, sign + digits if leading else digits + sign)

        return save

    def combined_saver(self) -> Saver:
        here, layout, modulus = self.at, self.layout, 10**self.digits
        positive, negative, _, _ = self.marks()
        place, put = 0 if self.leading else self.length - 1, stretch(self.length).pack_into
        marks_positive = positive != DIGITS

        def save(area: Area, value: int, at: int = here) -> None:
            memory = area.memory
            start = area.base + at
            if value < 0:
                put(memory, start, layout % (-value % modulus))
                memory[start + place] = negative[memory[start + place] - ZERO]
            else:
                put(memory, start, layout % (value % modulus))
                if marks_positive:
                    memory[start + place] = positive[memory[start + place] - ZERO]

        return save

    def marks(self) -> tuple[bytes, bytes, bytes, bytes]:
        """Positive and negative digits of the sign position; its digit; and what it becomes when it is read."""
        if self.sign == "ebcdic":
            return EBCDIC_POSITIVE, EBCDIC_NEGATIVE, EBCDIC_DIGITS, EBCDIC_MARKS
        return DIGITS, ASCII_NEGATIVE, ASCII_DIGITS, ASCII_MARKS

    def opened(self, area: Area, at: int) -> tuple[bytearray, bool]:
        """The bytes of the digit positions with the sign taken out, and whether it is negative.

        Like GnuCOBOL's, this reading corrects a sign byte that has no meaning in the storage itself.
        """
        place = 0 if self.leading else self.length - 1
        where = area.base + at + place
        data = area.memory[area.base + at : area.base + at + self.length]
        if not self.signed:
            return data, False
        if self.separate:
            mark = data.pop(place)
            area.memory[where] = MINUS if mark == MINUS else PLUS
            return data, mark == MINUS
        _, negative, plain, corrected = self.marks()
        mark = data[place]
        area.memory[where] = corrected[mark]
        data[place] = plain[mark]
        return data, mark in negative

    def damaged_number(self, area: Area, at: int, unit: Number) -> Number:
        """The value in COMPUTE, times *unit*, which remembers what the bytes are worth elsewhere."""
        item = self if at == self.at else self.moved(at - self.at)
        raw = item.raw(area)
        value = item.damaged_signed(area, at) if self.signed else self.damaged(bytearray(item.raw(area)))
        left = item.raw(area)
        data, negative = item.opened(area, at)
        item.put_raw(
            area, left
        )  # arithmetic decides whether reading corrects the sign, not this look at the digits
        characters = data.decode("latin-1")
        added = digits_alone(characters) * unit
        compared = item.compared(area)
        damage = Damage(
            raw, self.identity(), characters, self.scale, negative, -added if negative else added, compared
        )
        return damaged_number(value * unit, damage)

    def take_worth(self, area: Area, at: int, value: Damaged) -> None:
        item = self if at == self.at else self.moved(at - self.at)
        damage = value.damage
        item.put_digits(area, Digits(damage.characters, damage.scale, damage.negative))

    def damaged_signed(self, area: Area, at: int) -> int:
        """The value that arithmetic takes from a signed item that is not all digits and a sign."""
        start = area.base + at + (self.separate and self.leading)
        if area.memory[start] in (0, 255):
            return self.damaged(area.memory[start : start + self.digits])
        data, negative = self.opened(area, at)
        number = self.damaged(data)
        return -number if negative else number

    def damaged(self, data: bytearray) -> int:
        """The value that arithmetic takes from *data*, the digit positions, that are not all digits.

        High-values and low-values in front are beyond all values; otherwise leading bytes whose low half
        is zero (spaces) are skipped and every other byte counts its distance from "0", modulo 2**64.
        """
        if data[0] == 255:
            return ten_to(self.digits)
        if data[0] == 0:
            return -ten_to(self.digits)
        start = next((place for place, byte in enumerate(data) if byte & 15), len(data) - 1)
        if len(data) - start >= 20:
            text = "".join(chr(ZERO + (byte & 15)) for byte in data[start:])
            return int(text) if text.isdecimal() else 0
        number = 0
        for byte in data[start:]:
            number = (number * 10 + byte - ZERO) % 2**64
        return number

    def sent(self, area: Area) -> Digits:
        data, negative = self.opened(area, self.at)
        return Digits(data.decode("latin-1"), self.scale, negative)

    def put_digits(self, area: Area, sent: Digits) -> None:
        digits = sent.aligned(self.digits, self.scale).translate(BLANK_TO_ZERO)
        self.put_characters(area, digits, sent.negative)

    def put_characters(self, area: Area, characters: str, negative: bool) -> None:
        """Store one character for each digit position as it is, and the sign."""
        data = bytearray(characters.encode("latin-1"))
        if self.separate:
            data.insert(0 if self.leading else self.digits, MINUS if negative else PLUS)
        elif self.signed:
            place = 0 if self.leading else self.digits - 1
            mark = data[place]
            if self.sign == "ebcdic":
                marks = EBCDIC_NEGATIVE if negative else EBCDIC_POSITIVE
                data[place] = marks[mark - ZERO] if mark in DIGITS else EBCDIC_POSITIVE[0]
            elif negative:
                data[place] |= 64
        self.put_raw(area, bytes(data))

    def inspected(self, area: Area) -> str:
        """What INSPECT looks at: the digit positions, without the sign."""
        return self.opened(area, self.at)[0].decode("latin-1")

    def put_inspected(self, area: Area, characters: str) -> None:
        """Store what INSPECT made of the digit positions; the sign stays."""
        self.put_characters(area, characters, self.opened(area, self.at)[1])

    def comparison_text(self, area: Area) -> str:
        return self.text(area) if self.separate else self.opened(area, self.at)[0].decode("latin-1")

    def compared(self, area: Area) -> int:
        """The whole number that a comparison with an integer sees.

        It differs from the value when the bytes are no digits: here each counts its distance from "0".
        """
        data = bytearray(self.raw(area))
        if self.scale or self.separate or self.leading or self.digits > 18:
            return (
                unscaled(self.damaged_signed(area, self.at), -self.scale) if self.signed else self.plain(area)
            )
        sign, last = 1, 0
        if self.signed:
            positive, negative, _, _ = self.marks()
            mark = data.pop()
            if mark in DIGITS:
                last = mark - ZERO
            elif mark in negative:
                sign, last = -1, negative.index(mark)
            elif mark in positive:
                last = positive.index(mark)
        number = 0
        for byte in data:
            number = number * 10 + byte - ZERO
        return sign * (number * 10 + last) if self.signed else number

    def plain(self, area: Area) -> int:
        """The whole part of an unsigned item."""
        data = bytearray(self.raw(area))
        return unscaled(int(data) if data.isdigit() else self.damaged(data), -self.scale)

    def description(self) -> tuple[object, ...]:
        return *super().description(), self.leading, self.separate, self.sign

    def shown(self, area: Area) -> str:
        """What DISPLAY prints: the digits with a point, and a sign where SIGN says; other bytes as they are."""
        data, negative = self.opened(area, self.at)
        digits = data.decode("latin-1")
        text = pointed(digits, self.scale)
        if self.signed:
            sign = "-" if negative and digits.strip("0") else "+"
            text = text + sign if self.separate and not self.leading else sign + text
        return text.replace("B", " ").replace("\0", "")

    def unedited(self, area: Area) -> str:
        """The digits with the sign where SIGN says, at the end without SIGN; spaces are zeros."""
        data, negative = self.opened(area, self.at)
        digits = data.decode("latin-1").replace(" ", "0").rjust(self.positions(), "0")
        if not self.signed:
            return digits
        sign = "-" if negative else "+"
        return sign + digits if self.leading else digits + sign

    def type_and_bytes(self, area: Area) -> tuple[str, str]:
        shown = (chr(byte) if 32 <= byte < 127 else f"\\{byte:03o}" for byte in self.raw(area))
        return "NUMERIC DISPLAY", "".join(shown)

    def is_numeric(self, area: Area) -> bool:
        data = bytearray(self.raw(area))
        if self.signed:
            mark = data.pop(0 if self.leading else -1)
            positive, negative, _, _ = self.marks()
            if mark not in (b"+-" if self.separate else DIGITS + positive + negative):
                return False
        return not data or data.isdigit()
