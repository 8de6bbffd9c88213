"""COLUMN: the printable items of a line (COBOL-85 standard, XIII 3.4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from cobol_runtime.area import Area
from cobol_runtime.conversion import as_number
from cobol_runtime.edited import NumericEdited
from cobol_runtime.field import AnyField, Number
from cobol_runtime.numeric import NumericField
from cobol_runtime.reports.sums import Sum

Alignment: TypeAlias = Literal["left", "center", "right"]


class Column:
    """A printable item that begins in column *at*, described by *field*.

    What it shows is the *source*, a function that gives a value for the item, or a *sum* counter, or else the literal
    *value*. With *group_indicate* it is shown only in the first line after a page heading or a control footing. *align*
    places a shorter text in the columns of the item. *area* is the storage of an item that statements name.

    *early* sources (subscripted or reference-modified ones) are evaluated when GENERATE or TERMINATE begins, so that in a
    control footing they do not see the values from before the break. As in GnuCOBOL a literal is printed whole even where the item is shorter, and trailing spaces are not printed.
    """

    def __init__(
        self,
        at: int,
        field: AnyField,
        *,
        source: Callable[[], Number | str] | None = None,
        sum: Sum | None = None,
        value: str | None = None,
        early: bool = False,
        group_indicate: bool = False,
        align: Alignment | None = None,
        area: Area | None = None,
    ) -> None:
        self.at = at
        self.field = field
        self.source = source
        self.sum = sum
        self.value = value
        self.group_indicate = group_indicate
        self.align = align
        self.indicated = False
        self._taken_early: Number | str | None = None
        self._is_early = early
        self.area = Area(bytearray(field.length)) if area is None else area
        self.initialize()

    def initialize(self) -> None:
        """Give the item its initial value: GnuCOBOL leaves binary zeros in numeric-edited items."""
        if self.value is not None:
            numeric = isinstance(self.field, NumericField)
            self.field.write(self.area, as_number(self.value) if numeric else self.value)
        elif isinstance(self.field, NumericEdited):
            self.field.put_raw(self.area, bytes(self.field.length))
        else:
            self.field.clear(self.area)

    def begin_statement(self) -> None:
        """GENERATE or TERMINATE begins: evaluate an early source."""
        if self._is_early and self.source is not None:
            self._taken_early = self.source()

    def print_into(self, line: bytearray) -> None:
        """Put the item into *line*, unless GROUP INDICATE leaves it out."""
        if self.indicated:
            return
        self.indicated = self.group_indicate
        if self.source is not None:
            self._take(self.source() if self._taken_early is None else self._taken_early)
        elif self.sum is not None:
            self._take(self.sum.value)
        elif self.value is not None:
            put(line, self.at, self.value.encode("latin-1"))
            return
        text = self.field.raw(self.area).rstrip(b" \0")
        shift, text = self._aligned(text)
        put(line, self.at + shift, text)

    def _take(self, value: Number | str) -> None:
        """MOVE to the item; a group or a text moved to a number stays as it is."""
        if isinstance(value, str) and isinstance(self.field, NumericField):
            self.field.put_part(self.area, value, 1)
        else:
            self.field.write(self.area, value)

    def _aligned(self, text: bytes) -> tuple[int, bytes]:
        """How far *text* is moved to the right, and the text without the spaces that alignment removes."""
        free = self.field.length - len(text)
        if self.align == "right":
            return free, text
        if self.align is None:
            return 0, text
        text = text.lstrip(b" ")
        if self.align == "left":
            return 0, text
        free = self.field.length - len(text)
        return max(free - 1 + len(text) % 2, 0) // 2, text


def put(line: bytearray, at: int, text: bytes) -> None:
    """Overwrite *line* with *text* from column *at* on; a line that is too short grows."""
    start = at - 1
    line.extend(b" " * (start - len(line)))
    line[start : start + len(text)] = text
