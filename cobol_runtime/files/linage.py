"""LINAGE: the logical page of a print file (ISO 1989:2002, 13.16.29)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from cobol_runtime.files import status

Lines: TypeAlias = int | Callable[[], int]
"""A number of lines, or the data item that holds it when a page begins."""


def _now(lines: Lines) -> int:
    return lines() if callable(lines) else lines


class Linage:
    """The LINAGE clause: *lines* of page body, footing line, *top* and *bottom* margin.

    ``counter`` is LINAGE-COUNTER. The sizes are taken from their data items at OPEN and at each new page.
    """

    def __init__(
        self, lines: Lines, *, footing: Lines | None = None, top: Lines = 0, bottom: Lines = 0
    ) -> None:
        self._sizes = (lines, footing, top, bottom)
        self.counter = 0
        self._lines = self._footing = self._top = self._bottom = 0
        self._needs_top = False

    def begin_file(self) -> bool:
        """Take the sizes for the first page; False when they are invalid (status 57)."""
        if not self._take_sizes():
            return False
        self._needs_top = True
        self.counter = 1
        return True

    def _take_sizes(self) -> bool:
        lines, footing, top, bottom = self._sizes
        self._lines, self._top, self._bottom = _now(lines), _now(top), _now(bottom)
        self._footing = 0 if footing is None else _now(footing)
        valid = (
            self._lines >= 1
            and (footing is None or 1 <= self._footing <= self._lines)
            and self._top >= 0
            and self._bottom >= 0
        )
        if not valid:
            self.counter = 0
        return valid

    def first_margin(self) -> bytes:
        """The top margin of the first page, before anything is written; afterwards nothing."""
        if not self._needs_top:
            return b""
        self._needs_top = False
        return b"\n" * self._top

    def new_page(self) -> tuple[bytes, str]:
        """ADVANCING PAGE: what to write and the status."""
        if self.counter == 0:
            return b"", status.LINAGE_INVALID
        return self._turned(self._lines - self.counter)

    def advance(self, lines: int) -> tuple[bytes, str, bool]:
        """ADVANCING *lines*: what to write besides the record's own line end, the status, end of page."""
        before = self.counter
        if before == 0:
            return b"", status.LINAGE_INVALID, False
        self.counter += lines
        footing_reached = 0 < self._footing <= self.counter
        if self.counter <= self._lines:
            return b"\n" * (lines - 1), status.SUCCESS, footing_reached
        return *self._turned(self._lines - before), True

    def _turned(self, rest: int) -> tuple[bytes, str]:
        """Fill the page with *rest* empty lines and its margin, and begin the next one."""
        data = b"\n" * (max(rest, 0) + self._bottom)
        if not self._take_sizes():
            return data, status.LINAGE_INVALID
        self.counter = 1
        return data + b"\n" * self._top, status.SUCCESS
