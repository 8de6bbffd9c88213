"""Reading the rows of a dataset in blocks, as long as they are asked for one after the other."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

Row = tuple[Any, ...]
LONGEST_BLOCK = 256


class ReadAhead:
    """The rows behind the one taken last.

    Blocks grow from one row, so that a program that jumps about does not pay for rows it does not take. Rows
    read ahead are given up when the dataset changes, except by a change that :meth:`keep` declares harmless.
    """

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._position: Hashable = None
        self._changes = -1
        self._block = 1

    def take(self, position: Hashable, changes: int, fetch: Callable[[int], list[Row]]) -> Row | None:
        """The row behind *position*; None at the end.

        *changes* is the dataset's count of changes; *fetch* reads up to so many rows behind *position*. The
        caller says with :meth:`moved` what the position is after the row.
        """
        in_turn = self._position == position
        if not in_turn or self._changes != changes or not self._rows:
            self._block = min(self._block * 4, LONGEST_BLOCK) if in_turn and self._changes == changes else 1
            self._rows = fetch(self._block)
            self._rows.reverse()
            self._changes = changes
        return self._rows.pop() if self._rows else None

    def moved(self, position: Hashable) -> None:
        """Note the position after the row just taken."""
        self._position = position

    def keep(self, before: int, after: int) -> None:
        """The change that moved the dataset's count from *before* to *after* concerns no row read ahead."""
        if self._changes == before:
            self._changes = after
