"""COMP-3 and COMP-6: two digits a byte."""

from __future__ import annotations

from decimal import Decimal
from typing import overload

from cobol_runtime.area import Area, stretch
from cobol_runtime.damaged import Damage, Damaged, damaged_number, low_halves
from cobol_runtime.field import Number, Reader
from cobol_runtime.numeric import Digits, NumberGot, NumericField, Saver, Whole, pointed
from cobol_runtime.rounding import scaled, ten_to, unscaled


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

    def take_worth(self, area: Area, at: int, value: Damaged) -> None:
        damage = value.damage
        number = scaled(low_halves(damage.characters), damage.scale)
        self.save(area, unscaled(-number if damage.negative else number, self.scale), at)

    def loader(self, unit: Number) -> Reader[Number]:
        here, length, damaged_number = self.at, self.length, self.damaged_number
        first, plus, minus = 1 - self.digits % 2, "c" if self.signed else "f", "d" if self.signed else ""

        def load(area: Area, at: int = here) -> Number:
            start = area.base + at
            text = area.memory[start : start + length].hex()
            try:
                number = int(text[first:-1])
            except ValueError:
                return damaged_number(text, unit)
            mark = text[-1]
            if mark == plus:
                return number * unit
            return -number * unit if mark == minus else damaged_number(text, unit)

        return load

    def damaged_number(self, text: str, unit: Number) -> Number:
        """The value of half bytes *text*, times *unit*, which remembers the bytes for a MOVE between items alike."""
        negative = self.signed and text[-1] == "d"
        worth = damaged(text[1 - self.digits % 2 : -1])
        whole = -worth if negative else worth
        sent = characters(text[-1 - self.digits : -1])
        damage = Damage(bytes.fromhex(text), self.identity(), sent, self.scale, negative, whole * unit, whole)
        return damaged_number(whole * unit, damage)

    def saver(self) -> Saver:
        here, length, signed, modulus = self.at, self.length, self.signed, 10**self.digits
        positive = f"%0{length * 2 - 1}d{'c' if signed else 'f'}"
        negative = f"%0{length * 2 - 1}d{'d' if signed else 'f'}"
        packed, put = bytes.fromhex, stretch(length).pack_into

        def save(area: Area, value: int, at: int = here) -> None:
            if value < 0:
                put(area.memory, area.base + at, packed(negative % (-value % modulus)))
            else:
                put(area.memory, area.base + at, packed(positive % (value % modulus)))

        return save

    def add(self, area: Area, number: int) -> None:
        """As for all numbers; a sum of up to 9 digits and one sign may carry into the spare first half byte."""
        current = self.load(area)
        negative = self.raw(area)[-1] & 15 == 13
        if self.scale or self.digits > 9 or self.digits % 2 or not number or (number < 0) != negative:
            super().add(area, number)
            return
        text = self.raw(area).hex()
        digits = (abs(current) + int(text[0], 16) * ten_to(self.digits) + abs(number)) % ten_to(
            self.digits + 1
        )
        self.put_raw(area, bytes.fromhex(f"{digits:0{self.digits + 1}d}{text[-1]}"))

    def sent(self, area: Area) -> Digits:
        text = self.raw(area).hex()
        return Digits(characters(text[-1 - self.digits : -1]), self.scale, self.signed and text[-1] == "d")

    def put_digits(self, area: Area, sent: Digits) -> None:
        sign = 13 if sent.negative and self.signed else 12 if self.signed else 15
        self.put_raw(area, packed_characters(sent.aligned(self.digits, self.scale), self.length, sign))

    def shown(self, area: Area) -> str:
        text = self.raw(area).hex()
        shown = shown_nibbles(text[-1 - self.digits : -1], self.scale)
        if not self.signed:
            return shown
        negative = text[-1] == "d" and text[-2].isdecimal() and text[-1 - self.digits : -1].strip("0")
        return ("-" if negative else "+") + shown

    def digits_and_sign(self, area: Area) -> tuple[str, bool]:
        text = self.raw(area).hex()
        return shown_nibbles(text[-1 - self.digits : -1], 0), text[-1] == "d"

    def is_numeric(self, area: Area) -> bool:
        text = self.raw(area).hex()
        return text[:-1].isdecimal() and text[-1] in ("cd" if self.signed else "f")

    def is_numeric_of_host(self, area: Area) -> bool:
        """Class condition NUMERIC where a signed number may also have the sign of an unsigned one, as on mainframes."""
        text = self.raw(area).hex()
        return text[:-1].isdecimal() and text[-1] in ("cdf" if self.signed else "f")


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

    def loader(self, unit: Number) -> Reader[Number]:
        here, length, first = self.at, self.length, self.digits % 2

        def load(area: Area, at: int = here) -> Number:
            start = area.base + at
            text = area.memory[start : start + length].hex()[first:]
            return (int(text) if text.isdecimal() else damaged(text)) * unit

        return load

    def saver(self) -> Saver:
        here, length, modulus = self.at, self.length, 10**self.digits
        layout, put = f"%0{length * 2}d", stretch(length).pack_into

        def save(area: Area, value: int, at: int = here) -> None:
            put(area.memory, area.base + at, bytes.fromhex(layout % (abs(value) % modulus)))

        return save

    def sent(self, area: Area) -> Digits:
        return Digits(characters(self.raw(area).hex()[-self.digits :]), self.scale, False)

    def put_digits(self, area: Area, sent: Digits) -> None:
        self.put_raw(area, packed_characters(sent.aligned(self.digits, self.scale), self.length, None))

    def shown(self, area: Area) -> str:
        return shown_nibbles(self.raw(area).hex()[-self.digits :], self.scale)

    def is_numeric(self, area: Area) -> bool:
        return self.raw(area).hex().isdecimal()


def damaged(nibbles: str) -> int:
    """The value that arithmetic takes from half bytes that are not all digits: each counts up to 15."""
    number = 0
    for nibble in nibbles:
        number = number * 10 + int(nibble, 16)
    return number


def shown_nibbles(nibbles: str, scale: int) -> str:
    """What DISPLAY prints of half bytes: digits and, above 9, the characters that follow "9"."""
    if nibbles.isdecimal():
        return pointed(nibbles, scale)
    text = characters(nibbles)
    return pointed(text[:-1] + (text[-1] if text[-1].isdecimal() else "0"), scale)


def characters(nibbles: str) -> str:
    """Half bytes as characters: digits and, above 9, the characters that follow "9"."""
    return "".join(chr(48 + int(nibble, 16)) for nibble in nibbles)


def packed_characters(text: str, length: int, sign: int | None) -> bytes:
    """*text* packed into *length* bytes, before the half byte *sign*; a space counts as 0.

    Characters that are no digits run over into the other half of their byte.
    """
    values = [0 if character == " " else ord(character) - 48 & 255 for character in text]
    values = (
        [0] * (2 * length - len(values) - (sign is not None)) + values + ([sign] if sign is not None else [])
    )
    data = bytearray(values[place] << 4 & 255 | values[place + 1] for place in range(0, 2 * length, 2))
    if sign is not None:
        data[-1] = data[-1] & 0xF0 | sign
    return bytes(data)
