"""Routines on the characters of one item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cobol_runtime.area import Area
from cobol_runtime.routines.registry import Arguments, area, routine, value

if TYPE_CHECKING:
    from cobol_runtime.program import Program


def _part(arguments: Arguments) -> tuple[Area | None, slice]:
    given = area(arguments, 1)
    if given is None:
        return None, slice(0)
    return given, slice(given.base, given.base + max(0, value(arguments, 2)))


@routine("CBL_TOUPPER", "C$TOUPPER")
def to_upper(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_TOUPPER" USING item, BY VALUE length."""
    given, part = _part(arguments)
    if given is not None:
        given.memory[part] = given.memory[part].upper()
    return 0


@routine("CBL_TOLOWER", "C$TOLOWER")
def to_lower(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_TOLOWER" USING item, BY VALUE length."""
    given, part = _part(arguments)
    if given is not None:
        given.memory[part] = given.memory[part].lower()
    return 0


@routine("C$JUSTIFY")
def justify(program: Program, arguments: Arguments) -> int:
    """CALL "C$JUSTIFY" USING item [, "L" | "C" | "R"]: move the text inside the item; R without the second argument."""
    given, side = area(arguments, 1), area(arguments, 2)
    if given is None or len(given.text) < 2:
        return 0
    kept = given.text.strip(" ")
    blanks = given.length - len(kept)
    direction = side.text[:1] if side is not None else "R"
    if direction == "L":
        given.text = kept
    elif direction == "C":
        given.text = " " * (blanks // 2) + kept
    else:
        given.text = " " * blanks + kept
    return 0


@routine("C$PRINTABLE", "CBL_GC_PRINTABLE")
def printable(program: Program, arguments: Arguments) -> int:
    """CALL "C$PRINTABLE" USING item [, replacement]: what cannot be printed becomes a full stop or the replacement."""
    given, replacement = area(arguments, 1), area(arguments, 2)
    if given is not None:
        dot = replacement.raw[:1] if replacement is not None else b"."
        given.raw = b"".join(bytes([byte]) if 32 <= byte < 127 else dot for byte in given.raw)
    return 0
