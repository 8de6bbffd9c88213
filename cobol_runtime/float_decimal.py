"""FLOAT-DECIMAL-16 and FLOAT-DECIMAL-34: IEEE 754 decimal floating point, significand in binary, machine's byte order."""

from __future__ import annotations

import sys
from decimal import MAX_EMAX, MIN_EMIN, ROUND_DOWN, Context, Decimal

from cobol_runtime.area import Area, span
from cobol_runtime.exceptions import size_error
from cobol_runtime.field import Field, Number, Reader, Writer
from cobol_runtime.rounding import Rounding, rounded

NOT_A_NUMBER = Decimal("NaN")


class FloatDecimal(Field[Decimal, int | Decimal]):
    """A decimal number of *digits* significant digits: 16 in 8 bytes or 34 in 16 bytes.

    Stores cut off further digits; a number that is too large or too small for the exponent is not stored.
    """

    def __init__(self, digits: int, *, at: int | None = None, value: int | Decimal | None = None) -> None:
        self.digits = digits
        size = 8 if digits == 16 else 16
        self.bias, self.largest_exponent = (398, 369) if digits == 16 else (6176, 6111)
        self.significand_bits = 53 if digits == 16 else 113
        super().__init__(size, at=at, value=value)

    def codec(self) -> tuple[Reader[Decimal], Writer[int | Decimal]]:
        here, length = self.at, self.length
        cut = Context(prec=self.digits, rounding=ROUND_DOWN, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])

        def read(area: Area, at: int = here) -> Decimal:
            return self.decoded(int.from_bytes(area.memory[span(area, at, length)], sys.byteorder))

        def write(area: Area, value: int | Decimal, at: int = here) -> None:
            bits = self.encoded(cut.create_decimal(value).normalize(cut))
            if bits is not None:
                area.memory[span(area, at, length)] = bits.to_bytes(length, sys.byteorder)

        self.cut = cut
        return read, write

    def encoded(self, value: Decimal) -> int | None:
        """The bits of *value*, which has no more digits than fit; None for what is no number of this range."""
        sign, digits, exponent = value.as_tuple()
        if not isinstance(exponent, int):
            return None
        significand = int("".join(map(str, digits)))
        if significand == 0:
            return 0
        if not -self.bias <= exponent <= self.largest_exponent:
            return None
        top = 8 * self.length - 1
        bits = sign << top
        if significand.bit_length() > self.significand_bits:
            low = self.significand_bits - 2
            return bits | 3 << top - 2 | exponent + self.bias << low | significand & (1 << low) - 1
        return bits | exponent + self.bias << self.significand_bits | significand

    def decoded(self, bits: int) -> Decimal:
        """The number of these bits; NaN for those of infinity and of no number."""
        top = 8 * self.length - 1
        sign, rest = bits >> top, bits & (1 << top) - 1
        if rest >> top - 4 == 0xF:
            return NOT_A_NUMBER
        places = self.significand_bits
        significand = rest & (1 << places) - 1
        if rest >> top - 2 == 3:
            places -= 2
            significand = rest & (1 << places) - 1 | 1 << places + 2
            if significand >= 10**self.digits:
                significand = 0
        exponent = (rest >> places & (1 << top - self.significand_bits) - 1) - self.bias
        digits = tuple(map(int, str(significand)))
        return Decimal((sign, digits, exponent)) if significand else Decimal(0)

    def number(self, area: Area) -> Decimal:
        return self.read(area)

    def store(self, area: Area, value: Number, rounded: bool | Rounding = False) -> bool:
        """Store for a statement with ON SIZE ERROR: False, and the item unchanged, when *value* is out of range."""
        if self.encoded(self.cut.create_decimal(value).normalize(self.cut)) is None:
            return size_error(value)
        if rounded:
            self.put_rounded(area, value, Rounding.NEAREST_AWAY_FROM_ZERO if rounded is True else rounded)
        else:
            self.write(area, value)
        return True

    def put_rounded(
        self, area: Area, value: Number, mode: Rounding = Rounding.NEAREST_AWAY_FROM_ZERO
    ) -> None:
        """Store ROUNDED: GnuCOBOL rounds to as many decimal places as the item has digits, then cuts."""
        self.write(area, rounded(value, self.digits, mode) if value == value else value)

    def add(self, area: Area, number: int) -> None:
        """ADD a whole number."""
        self.write(area, self.read(area) + number)

    def subtract(self, area: Area, number: int) -> None:
        """SUBTRACT a whole number."""
        self.write(area, self.read(area) - number)

    def clear(self, area: Area) -> None:
        self.write(area, 0)

    def shown(self, area: Area) -> str:
        """What DISPLAY prints: the digits with a point inside, else with an exponent."""
        value = self.read(area)
        if value != value:
            return "(Nan)"
        if value == 0:
            return "0E0"
        sign, digits, exponent = value.normalize(self.cut).as_tuple()
        assert isinstance(exponent, int)
        text = ("-" if sign else "") + "".join(map(str, digits))
        if -len(text) < exponent < 0:
            return f"{text[:exponent]}.{text[exponent:]}"
        return f"{text}E{exponent}" if exponent else text

    def is_numeric(self, area: Area) -> bool:
        return True

    def is_alphabetic(self, area: Area) -> bool:
        return False
