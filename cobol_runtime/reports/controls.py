"""CONTROL: items whose changes break a report into sections (COBOL-85 standard, XIII 3.5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from cobol_runtime.area import Area

Storage: TypeAlias = Area | Callable[[], Area]


class Control:
    """A control item: the storage of *item*, or a function that gives it where every call has another one.

    `changed` is set while a break of this control is being dealt with: then `shown` decides which value the item has.
    """

    def __init__(self, item: Storage) -> None:
        self._item = item
        self._previous = b""
        self._new = b""
        self.changed = False
        self.suppressed = False
        """SUPPRESS PRINTING: the next control footing of this control is not presented."""

    @property
    def _area(self) -> Area:
        return self._item() if callable(self._item) else self._item

    def remember(self) -> None:
        """Take the item's value as the one that a change is noticed against."""
        self._previous = self._area.raw
        self.changed = False

    @property
    def differs(self) -> bool:
        """Whether the item has another value than the remembered one."""
        return self._area.raw != self._previous

    def show_previous(self) -> None:
        """Begin a break: give the item the value it had before, for the control footings."""
        area = self._area
        self._new, area.raw = area.raw, self._previous
        self.changed = True

    def show_new(self) -> None:
        """Give the item its new value back."""
        self._area.raw = self._new


def begin_break(controls: Sequence[Control]) -> None:
    """Notice which of *controls* (minor to major) changed; a change breaks every more minor control too."""
    major = 0
    for position, control in enumerate(controls):
        if control.differs:
            control.show_previous()
            major = position
    for control in controls[:major]:
        if not control.changed:
            control.show_previous()
