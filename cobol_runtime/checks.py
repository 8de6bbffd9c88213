"""Run-time checks of programs that are converted with them, with the messages of a program compiled by `cobc -debug`.

Every failure ends the run unit: it raises FatalError, whose message names the item.
"""

from __future__ import annotations

from cobol_runtime.area import Area
from cobol_runtime.exceptions import raise_condition
from cobol_runtime.linkage import omitted
from cobol_runtime.termination import FatalError


def checked_subscript(name: str, number: int, highest: int, *, current: bool = False) -> int:
    """*number*, a subscript of the item *name*, which is from 1 to *highest*; *current* says that the table varies."""
    if 1 <= number <= highest:
        return number
    raise_condition("EC-BOUND-SUBSCRIPT")
    known = "current maximum" if current else "maximum"
    hint = f"{known} subscript for '{name}': {highest}" if number > 0 else ""
    raise FatalError(f"subscript of '{name}' out of bounds: {number}", hint=hint)


def checked_count(table: str, counter: str, number: int, lowest: int, highest: int) -> int:
    """*number*, the item *counter* of OCCURS *lowest* TO *highest* DEPENDING ON."""
    if lowest <= number <= highest:
        return number
    raise_condition("EC-BOUND-ODO")
    known, limit = ("maximum", highest) if number > highest else ("minimum", lowest)
    raise FatalError(
        f"OCCURS DEPENDING ON '{counter}' out of bounds: {number}",
        hint=f"{known} subscript for '{table}': {limit}",
    )


def checked_part(
    name: str, size: int, start: int, length: int | None = None, *, empty: bool = True
) -> tuple[int, int]:
    """*start* and *length* of a reference modification that lies inside the *size* characters of the item *name*; without *length* it
    goes to the end. *empty* allows a length of 0."""
    if not 1 <= start <= size:
        limit = f", maximum: {size}" if start > size else ""
        _outside(f"offset of '{name}' out of bounds: {start}{limit}")
    rest = size - start + 1
    if length is None:
        return start, rest
    if length < (0 if empty else 1):
        _outside(f"length of '{name}' out of bounds: {length}")
    if length > size:
        _outside(f"length of '{name}' out of bounds: {length}, maximum: {size}")
    if length > rest:
        _outside(f"length of '{name}' out of bounds: {length}, starting at: {start}, maximum: {size}")
    return start, length


def _outside(message: str) -> None:
    raise_condition("EC-BOUND-REF-MOD")
    raise FatalError(message)


def check_address(name: str, area: Area) -> None:
    """A BASED or LINKAGE record *name* must have storage."""
    if omitted(area):
        raise_condition("EC-DATA-PTR-NULL")
        raise FatalError(f"BASED/LINKAGE item '{name}' has NULL address")


def check_argument(name: str, area: Area) -> None:
    """An argument must have been passed for the parameter *name*."""
    if omitted(area):
        raise_condition("EC-PROGRAM-ARG-OMITTED")
        raise FatalError(f"LINKAGE item '{name}' not passed by caller")
