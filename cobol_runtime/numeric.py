"""What all numeric items have in common: digits, scale, sign, and storing with its size check."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias, TypeVar, cast

from cobol_runtime.area import Area
from cobol_runtime.arithmetic import UndefinedPower
from cobol_runtime.damaged import Damaged, is_damaged
from cobol_runtime.exceptions import raise_condition, size_error, truncation
from cobol_runtime.field import Field, Number, Reader, Writer
from cobol_runtime.rounding import Rounding, places, scaled, ten_to, unscaled, unscaled_rounded
from cobol_runtime.termination import FatalError

NumberGot = TypeVar("NumberGot", bound=int | Decimal)

Whole: TypeAlias = Literal[
    0, -1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -12, -13, -14, -15, -16, -17, -18,
    -19, -20, -21, -22, -23, -24, -25, -26, -27, -28, -29, -30, -31, -32, -33, -34, -35, -36, -37,
]  # fmt: skip
"""Scales at which a value is a whole number."""

Loader: TypeAlias = Reader[int]
Saver: TypeAlias = Writer[int]


class Digits(NamedTuple):
    """A number on its way from one item to another: digit characters, the last *scale* behind the point."""

    characters: str
    scale: int
    negative: bool

    @classmethod
    def of(cls, value: Number) -> Digits:
        """*value* with all its digits."""
        scale = places(value)
        return cls(str(abs(unscaled(value, scale))), scale, value < 0)

    def number(self) -> Number:
        """The value, when the characters are digits."""
        number = int(self.characters or "0")
        return scaled(-number if self.negative else number, self.scale)

    def aligned(self, digits: int, scale: int) -> str:
        """The characters that fall into *digits* positions, *scale* of them behind the point, else zeros."""
        text = self.characters.rjust(self.scale, "0") + "0" * (scale - self.scale)
        text = text[: len(text) + min(scale - self.scale, 0)]
        return text[-digits:].rjust(digits, "0")


class NumericField(Field[NumberGot, int | Decimal]):
    """A number of *digits* decimal digits, *scale* of them behind the point.

    A negative scale is trailing P positions (the value is a multiple of a power of ten), a scale greater
    than *digits* leading ones. The value is an `int`, or a `Decimal` when *scale* is positive. Bytes that are no number
    decode as GnuCOBOL's arithmetic decodes them. Storing cuts digits off at both ends; NaN is not stored.
    """

    def __init__(
        self,
        length: int,
        digits: int,
        scale: int,
        signed: bool,
        *,
        at: int | None,
        value: Number | None,
    ) -> None:
        self.digits = digits
        self.scale = scale
        self.signed = signed
        super().__init__(length, at=at, value=value)

    def loader(self, unit: Number) -> Reader[Number]:
        """A function that reads the digits as a whole number and gives it multiplied by *unit*."""
        raise NotImplementedError

    def saver(self) -> Saver:
        """A function that stores a whole number in the digits, without regard to the scale."""
        raise NotImplementedError

    def codec(self) -> tuple[Reader[NumberGot], Writer[int | Decimal]]:
        self.load = cast("Loader", self.loader(1))
        self.save = self.saver()
        unit = Decimal((0, (1,), -self.scale)) if self.scale > 0 else ten_to(-self.scale)
        return cast("Reader[NumberGot]", self.loader(unit)), self.writer()

    def writer(self) -> Writer[int | Decimal]:
        """`save` of the value aligned to the scale; NaN is not stored."""
        save, here, scale, take_damaged = self.save, self.at, self.scale, self.take_damaged
        factor = ten_to(max(scale, 0))

        def write_whole(area: Area, value: int | Decimal, at: int = here) -> None:
            if type(value) is int:
                save(area, value, at)
            elif is_damaged(value):
                take_damaged(area, at, value)
            elif value == value:
                save(area, int(value), at)

        def write(area: Area, value: int | Decimal, at: int = here) -> None:
            if is_damaged(value):
                take_damaged(area, at, value)
                return
            try:
                save(area, int(value * factor), at)
            except ValueError:
                return

        def write_multiple(area: Area, value: int | Decimal, at: int = here) -> None:
            if value == value:
                save(area, unscaled(value, scale), at)

        if scale == 0:
            return write_whole
        return write if scale > 0 else write_multiple

    def take_damaged(self, area: Area, at: int, value: Damaged) -> None:
        """Take a damaged number in a MOVE: the bytes of an item that is described alike, else what they are worth."""
        if value.damage.description == self.identity():
            start = area.base + at
            area.memory[start : start + self.length] = value.damage.raw
        else:
            self.take_worth(area, at, value)

    def take_worth(self, area: Area, at: int, value: Damaged) -> None:
        """Take a damaged number of an item that is described otherwise: here the value that arithmetic sees."""
        self.save(area, unscaled(value, self.scale), at)

    def identity(self) -> tuple[object, ...]:
        """The kind of item and its description."""
        return type(self), *self.description()

    def number(self, area: Area) -> NumberGot:
        return self.read(area)

    def checked(self, area: Area, name: str, *, host: bool = False) -> NumberGot:
        """The value of the item *name*, whose bytes must be a number: run-time check of the class NUMERIC, as it is on mainframes
        for *host*. Raises FatalError."""
        if not (self.is_numeric_of_host(area) if host else self.is_numeric(area)):
            raise_condition("EC-DATA-INCOMPATIBLE")
            kind, shown = self.type_and_bytes(area)
            raise FatalError(f"'{name}' (Type: {kind}) not numeric: '{shown}'")
        return self.read(area)

    def is_numeric_of_host(self, area: Area) -> bool:
        """Class condition NUMERIC as it is on mainframes."""
        return self.is_numeric(area)

    def type_and_bytes(self, area: Area) -> tuple[str, str]:
        """GnuCOBOL's word for the usage and the bytes, for a message: here of packed numbers."""
        return "PACKED-DECIMAL", "0x" + self.raw(area).hex()

    def store(self, area: Area, value: Number, rounded: bool | Rounding = False) -> bool:
        """Store for a statement with ON SIZE ERROR: False, and the item unchanged, when *value* does not fit.

        With ROUNDED MODE IS PROHIBITED a value with more decimal places is False too, but the item takes it
        truncated.
        """
        if value != value:
            return size_error(value)
        mode = Rounding.NEAREST_AWAY_FROM_ZERO if rounded is True else rounded or Rounding.TRUNCATION
        number = unscaled_rounded(value, self.scale, mode)
        if not self.fits(number):
            return size_error(value)
        self.save(area, number)
        if type(value) is UndefinedPower:
            return False
        return mode is not Rounding.PROHIBITED or value == 0 or places(value) <= self.scale or truncation()

    def put_rounded(
        self, area: Area, value: Number, mode: Rounding = Rounding.NEAREST_AWAY_FROM_ZERO
    ) -> None:
        """Store ROUNDED without ON SIZE ERROR."""
        if value == value:
            self.save(area, unscaled_rounded(value, self.scale, mode))

    def add(self, area: Area, number: int) -> None:
        """ADD a whole number without ROUNDED and ON SIZE ERROR.

        It is `item = item + number`, except that GnuCOBOL first cuts *number* to the multiple that an item with P
        positions can hold, and that it adds to packed and native binary items in their own way.
        """
        if self.scale < 0:
            number = unscaled(number, self.scale)
            if number:
                self.save(area, self.load(area) + number)
        else:
            self.save(area, self.load(area) + number * ten_to(self.scale))

    def subtract(self, area: Area, number: int) -> None:
        """SUBTRACT a whole number without ROUNDED and ON SIZE ERROR."""
        NumericField.add(self, area, -number)

    def has_room(self, value: Number) -> bool:
        return value == value and self.fits(unscaled(value, self.scale))

    def limit(self) -> int:
        """The least positive whole number that is not stored as it is."""
        return ten_to(self.digits)

    def fits(self, number: int) -> bool:
        """Whether the item has room for the digits of *number*."""
        return abs(number) < ten_to(self.digits)

    def sent(self, area: Area) -> Digits:
        """What the item sends when it is moved to one of another category or description."""
        number = self.load(area)
        return Digits(str(abs(number) % ten_to(self.digits)).zfill(self.digits), self.scale, number < 0)

    def put_digits(self, area: Area, sent: Digits) -> None:
        """Take *sent*, whose characters need not be digits, in a MOVE."""
        number = int("".join(c if c.isdecimal() else "0" for c in sent.aligned(self.digits, self.scale)))
        self.save(area, -number if sent.negative else number)

    def move(self, area: Area, value: Number) -> None:
        """Store for MOVE: like an assignment, but a negative value stays negative when only zeros arrive."""
        if value == value:
            self.put_digits(area, Digits.of(value))

    def comparison_text(self, area: Area) -> str:
        """The digits, without sign and point (a separate sign stays)."""
        return self.sent(area).aligned(self.digits, self.scale)

    def description(self) -> tuple[object, ...]:
        """What two items must have in common for a MOVE between them to copy bytes."""
        return self.length, self.digits, self.scale, self.signed

    def clear(self, area: Area) -> None:
        self.save(area, 0)

    def shown(self, area: Area) -> str:
        return shown_digits(self.load(area), self.digits, self.scale, self.signed)

    def unedited(self, area: Area) -> str:
        """The digits, P positions filled with zeros at the left; before them the sign, if the item has one."""
        digits, negative = self.digits_and_sign(area)
        sign = ("-" if negative else "+") if self.signed else ""
        return sign + digits.rjust(self.positions(), "0")

    def digits_and_sign(self, area: Area) -> tuple[str, bool]:
        """The digits stored, and whether the number is negative."""
        number = self.load(area)
        return str(abs(number) % ten_to(self.digits)).zfill(self.digits), number < 0

    def positions(self) -> int:
        """Digits and P positions of the PICTURE."""
        return max(self.digits, self.scale, self.digits - self.scale)

    def is_alphabetic(self, area: Area) -> bool:
        return False


NOT_IN_FRACTION = re.compile(r"[^0-9,+\-/B]")
"""Characters that DISPLAY shows as zeros behind the point of a damaged number."""


def pointed(digits: str, scale: int) -> str:
    """*digits* with the decimal point put in, or with the zeros of a negative *scale*."""
    if scale <= 0:
        return digits + "0" * -scale
    digits = digits.rjust(scale, "0")
    whole, fraction = digits[:-scale], digits[-scale:]
    return f"{whole}.{fraction if fraction.isdecimal() else NOT_IN_FRACTION.sub('0', fraction)}"


def shown_digits(number: int, digits: int, scale: int, signed: bool) -> str:
    """The last *digits* digits of *number*, with a sign when *signed* and a decimal point."""
    shown = abs(number) % ten_to(digits)
    sign = ("-" if number < 0 and number % ten_to(digits + 1) else "+") if signed else ""
    return sign + pointed(str(shown).zfill(digits), scale)
