"""COMP-1 and COMP-2: IEEE floating point in the machine's byte order."""

from __future__ import annotations

import math
import struct
from decimal import Decimal

from cobol_runtime.area import Area
from cobol_runtime.field import Field, Number, Reader, Writer
from cobol_runtime.rounding import Rounding


class Float64(Field[Decimal, int | Decimal | float]):
    """COMP-2. The value read is the exact decimal value of the binary number."""

    layout = struct.Struct("=d")

    def __init__(self, *, at: int | None = None, value: int | Decimal | float | None = None) -> None:
        super().__init__(self.layout.size, at=at, value=value)

    def codec(self) -> tuple[Reader[Decimal], Writer[int | Decimal | float]]:
        here, unpack, pack = self.at, self.layout.unpack_from, self.layout.pack_into

        def read(area: Area, at: int = here) -> Decimal:
            number: float = unpack(area.memory, area.base + at)[0]
            return Decimal(number) if math.isfinite(number) else Decimal(0)

        def write(area: Area, value: int | Decimal | float, at: int = here) -> None:
            if value == value:
                pack(area.memory, area.base + at, float(value))

        return read, write

    def number(self, area: Area) -> Decimal:
        return self.read(area)

    def real(self, area: Area) -> float:
        """The value as the binary number it is."""
        value: float = self.layout.unpack_from(area.memory, area.base + self.at)[0]
        return value

    def store(self, area: Area, value: Number, rounded: bool | Rounding = False) -> bool:
        """Store for a statement with ON SIZE ERROR: False, and the item unchanged, when *value* is no number."""
        if value != value:
            return False
        self.write(area, value)
        return True

    def clear(self, area: Area) -> None:
        self.write(area, 0)

    def shown(self, area: Area) -> str:
        return repr(self.real(area))


class Float32(Float64):
    """COMP-1."""

    layout = struct.Struct("=f")
