"""COBOL names to Python names: snake_case, stable, and free of collisions.

COBOL text comes from strangers; this module is the only way a name reaches the output.
"""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata

_NOT_NAME = re.compile(r"[^0-9A-Za-z]+")
_LIKE_DIGITS = frozenset({"I", "O", "l"})
"""Names that look like the digits one and zero (rules E741 and E742 of linters)."""
_BUILTINS = frozenset(dir(builtins))


def _ascii(name: str) -> str:
    """Fold accents away and spell what remains outside ASCII by code point."""
    folded = unicodedata.normalize("NFKD", name)
    return "".join(
        char if char.isascii() else f"u{ord(char):x}" for char in folded if not unicodedata.combining(char)
    )


def snake_case(name: str, *, digit_prefix: str = "n") -> str:
    """WS-CUST-NAME -> ws_cust_name; a leading digit gets `digit_prefix`; Python keywords and `l` get a trailing underscore."""
    result = _NOT_NAME.sub("_", _ascii(name)).strip("_").lower() or "unnamed"
    if result[0].isdigit():
        result = f"{digit_prefix}_{result}"
    return (
        f"{result}_"
        if keyword.iskeyword(result) or keyword.issoftkeyword(result) or result in _LIKE_DIGITS
        else result
    )


def camel_case(name: str) -> str:
    """CUST-REC -> CustRec; a leading digit gets an N."""
    parts = [part for part in _NOT_NAME.split(_ascii(name)) if part]
    result = "".join(part[0].upper() + part[1:].lower() for part in parts) or "Unnamed"
    if result in _LIKE_DIGITS or keyword.iskeyword(result):
        return f"{result}_"
    return f"N{result}" if result[0].isdigit() else result


class Scope:
    """The names of one Python namespace; `claim` hands out each name once."""

    def __init__(self, taken: frozenset[str] = frozenset()) -> None:
        self._taken = set(taken)

    def claim(self, *candidates: str) -> str:
        """Return the first free candidate, or the last one with a number behind it."""
        for candidate in candidates:
            if candidate not in self._taken:
                self._taken.add(candidate)
                return candidate
        base, number = candidates[-1], 2
        while f"{base}_{number}" in self._taken:
            number += 1
        self._taken.add(f"{base}_{number}")
        return f"{base}_{number}"


def module_name(stem: str) -> str:
    """The Python module for a COBOL file stem; never the name of a builtin or keyword."""
    name = snake_case(stem)
    return f"{name}_" if name in _BUILTINS else name
