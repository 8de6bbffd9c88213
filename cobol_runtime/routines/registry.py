"""Which library routine is behind which name, and how routines read their arguments.

Each takes the calling program and the argument areas and gives the RETURN-CODE.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from cobol_runtime.area import Area
    from cobol_runtime.program import Program

Arguments: TypeAlias = "Sequence[Area | None]"
Routine: TypeAlias = "Callable[[Program, Arguments], int]"

ROUTINES: dict[str, Routine] = {}
"""Routines that come before any program of their name, as in GnuCOBOL."""

SUBSTITUTES: dict[str, Routine] = {}
"""Routines of other systems, for when there is no program of that name."""


def routine(*names: str) -> Callable[[Routine], Routine]:
    """Make a function callable from COBOL under *names*."""
    return _registers(ROUTINES, names)


def substitute(*names: str) -> Callable[[Routine], Routine]:
    """Make a function callable under *names* where the run unit has no program called so."""
    return _registers(SUBSTITUTES, names)


def _registers(registry: dict[str, Routine], names: tuple[str, ...]) -> Callable[[Routine], Routine]:
    def registered(function: Routine) -> Routine:
        for name in names:
            registry[name] = function
        return function

    return registered


def area(arguments: Arguments, number: int) -> Area | None:
    """Argument *number* (from 1), None when it was not passed or is OMITTED."""
    return arguments[number - 1] if len(arguments) >= number else None


def text(arguments: Arguments, number: int) -> str:
    """Argument *number* (from 1) as text without trailing spaces and NULs."""
    given = area(arguments, number)
    return "" if given is None else given.text.rstrip(" \0")


def value(arguments: Arguments, number: int) -> int:
    """Argument *number* passed BY VALUE, or a literal: a native binary of at most 4 bytes."""
    given = area(arguments, number)
    return 0 if given is None else int.from_bytes(given.raw[:4], sys.byteorder, signed=True)


def fullword(arguments: Arguments, number: int) -> int:
    """Argument *number* as the big-endian binary that COMP items are."""
    given = area(arguments, number)
    return 0 if given is None else int.from_bytes(given.raw[:4], "big", signed=True)


def decimal(arguments: Arguments, number: int) -> Decimal:
    """Argument *number* (from 1) as a number: its digits, or a big-endian binary."""
    given = area(arguments, number)
    if given is None:
        return Decimal(0)
    shown = given.text.strip(" \0")
    try:
        return Decimal(shown) if shown.isascii() else Decimal(int.from_bytes(given.raw, "big", signed=True))
    except InvalidOperation:
        return Decimal(int.from_bytes(given.raw, "big", signed=True))
