"""COMP-1 and COMP-2: IEEE floating point in the machine's byte order.

Arithmetic takes their exact decimal value, so the value read is a `Decimal`; storing one cuts off the bits
that do not fit, as GnuCOBOL does.
"""

from __future__ import annotations

import math
import re
import struct
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, Context, Decimal

from cobol_runtime.area import Area
from cobol_runtime.exceptions import size_error
from cobol_runtime.field import Field, Number, Reader, Writer
from cobol_runtime.rounding import Rounding

NINETY_SIX_DIGITS = Context(prec=96, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])
EXPONENT_ZERO = re.compile(r"(E[+-])0")
TOLERANCE = 0.0000001
"""Floating-point numbers are equal when they differ by less than this part of the first."""


def to_decimal(number: float) -> Decimal:
    """The decimal value of *number* to 96 significant digits; infinities and NaN are zero."""
    return NINETY_SIX_DIGITS.create_decimal_from_float(number) if math.isfinite(number) else Decimal(0)


def to_float(value: Number | float) -> float:
    """The nearest double that is not larger in magnitude than *value*, never -0.0; infinite when there is none."""
    try:
        number = float(value) or 0.0
    except OverflowError:
        return math.inf
    if math.isinf(number) or abs(Decimal(number)) <= abs(Decimal(value)):
        return number
    return math.nextafter(number, 0.0)


class Float64(Field[Decimal, int | Decimal | float]):
    """COMP-2. A `float` is stored as it is."""

    layout = struct.Struct("=d")
    shown_digits = 16

    def __init__(self, *, at: int | None = None, value: int | Decimal | float | None = None) -> None:
        super().__init__(self.layout.size, at=at, value=value)

    def codec(self) -> tuple[Reader[Decimal], Writer[int | Decimal | float]]:
        here, unpack, pack = self.at, self.layout.unpack_from, self.layout.pack_into

        def read(area: Area, at: int = here) -> Decimal:
            number: float = unpack(area.memory, area.base + at)[0]
            return to_decimal(number)

        def write(area: Area, value: int | Decimal | float, at: int = here) -> None:
            if isinstance(value, float):
                pack(area.memory, area.base + at, value)
            elif value == value:
                number = to_float(value)
                pack(area.memory, area.base + at, number if math.isfinite(number) else 0.0)

        return read, write

    def number(self, area: Area) -> Decimal:
        return self.read(area)

    def real(self, area: Area) -> float:
        """The value as the binary number it is."""
        value: float = self.layout.unpack_from(area.memory, area.base + self.at)[0]
        return value

    def put_rounded(
        self, area: Area, value: Number, mode: Rounding = Rounding.NEAREST_AWAY_FROM_ZERO
    ) -> None:
        """Store ROUNDED, which means nothing here."""
        self.write(area, value)

    def store(self, area: Area, value: Number | float, rounded: bool | Rounding = False) -> bool:
        """Store for a statement with ON SIZE ERROR: False, and the item unchanged, when *value* is too large."""
        if value != value or math.isinf(to_float(value)):
            return size_error(value)
        self.write(area, value)
        return True

    def add(self, area: Area, number: int) -> None:
        """ADD a whole number."""
        self.write(area, self.read(area) + number)

    def subtract(self, area: Area, number: int) -> None:
        """SUBTRACT a whole number."""
        self.write(area, self.read(area) - number)

    def clear(self, area: Area) -> None:
        self.write(area, 0)

    def shown(self, area: Area) -> str:
        """What DISPLAY prints: 16 (COMP-1: 8) significant digits, with an exponent when it is large or small."""
        number = self.real(area)
        if math.isnan(number):
            return "NaN"
        return EXPONENT_ZERO.sub(r"\1", f"{number:.{self.shown_digits}G}")

    def is_numeric(self, area: Area) -> bool:
        """Class condition NUMERIC, which GnuCOBOL 3.1 answers the wrong way round for floating point."""
        return not math.isfinite(self.real(area))


class Float32(Float64):
    """COMP-1."""

    layout = struct.Struct("=f")
    shown_digits = 8

    def codec(self) -> tuple[Reader[Decimal], Writer[int | Decimal | float]]:
        read, write_double = super().codec()
        here = self.at

        def write(area: Area, value: int | Decimal | float, at: int = here) -> None:
            try:
                write_double(area, value, at)
            except OverflowError:
                infinity = math.inf if value > 0 else -math.inf
                self.layout.pack_into(area.memory, area.base + at, infinity)

        return read, write

    def store(self, area: Area, value: Number | float, rounded: bool | Rounding = False) -> bool:
        try:
            self.layout.pack(to_float(value) if value == value else math.inf)
        except OverflowError:
            return size_error(value)
        return super().store(area, value, rounded)


def compare_floating(left: Number | float, right: Number | float) -> int:
    """Compare two numbers one of which is floating point: nearly equal numbers are equal."""
    one = left if isinstance(left, float) else to_float(left)
    two = right if isinstance(right, float) else to_float(right)
    if one == two or (one != 0 and abs((one - two) / one) < TOLERANCE):
        return 0
    return -1 if one < two else 1
