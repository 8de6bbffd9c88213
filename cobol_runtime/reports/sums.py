"""SUM: counters that add up items and other counters (COBOL-85 standard, XIII 3.13).

As in GnuCOBOL a counter has two digits more than its PICTURE, and UPON and RESET have no effect: items are added at
every GENERATE, and a counter is reset behind the control footing that shows it. A counter of which any addend is another
counter adds all of its addends when that one is reset, and only then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from cobol_runtime.conversion import as_number
from cobol_runtime.field import Number
from cobol_runtime.rounding import scaled, ten_to, unscaled

LARGEST = 18
DIGITS_WITHOUT_PICTURE = 16

Addend: TypeAlias = "Callable[[], Number | str] | Sum"


class Sum:
    """A sum counter of *addends*: other counters, and functions that give the value of an item (the text of an edited one).

    It holds *digits* digits besides two more, *scale* of them behind the point.
    """

    def __init__(self, *addends: Addend, digits: int, scale: int = 0) -> None:
        self.addends = addends
        self.digits = (LARGEST if digits >= LARGEST else digits + 2) if digits else DIGITS_WITHOUT_PICTURE
        self.scale = max(scale, 0)
        self._unscaled = 0

    @property
    def value(self) -> Number:
        """The sum so far."""
        return scaled(self._unscaled, self.scale)

    @value.setter
    def value(self, value: Number) -> None:
        if value == value:
            number = unscaled(value, self.scale)
            kept = abs(number) % ten_to(self.digits)
            self._unscaled = -kept if number < 0 else kept

    @property
    def is_subtotal(self) -> bool:
        """Whether another counter is among the addends."""
        return any(isinstance(addend, Sum) for addend in self.addends)

    def add(self) -> None:
        """Add the addends."""
        for addend in self.addends:
            value = addend.value if isinstance(addend, Sum) else addend()
            self.value += as_number(value) if isinstance(value, str) else value

    def reset(self) -> None:
        """Begin anew with zero."""
        self._unscaled = 0


def add_items(sums: Sequence[Sum]) -> None:
    """GENERATE: subtotalling of items."""
    for total in sums:
        if not total.is_subtotal:
            total.add()


def roll_forward(total: Sum, sums: Sequence[Sum]) -> None:
    """Reset *total*; counters that have it as an addend take it over before. GnuCOBOL does so once for each addend."""
    for _ in total.addends:
        for other in sums:
            if total in other.addends:
                other.add()
        total.reset()


def low_digits(value: Number, digits: int, scale: int = 0) -> Number:
    """What GnuCOBOL adds of an item that is not DISPLAY: no more digits than the item has bytes."""
    number = unscaled(value, scale)
    kept = abs(number) % ten_to(digits)
    return scaled(-kept if number < 0 else kept, scale)
