"""Words that follow numbers."""

from __future__ import annotations


def noun(number: float, one: str, many: str = "") -> str:
    """A noun as it stands behind a number: `group` behind 1; `many` where the plural is not made with s."""
    return one if number == 1 else many or one + "s"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 group`, `2 groups`."""
    return f"{number:,} {noun(number, one, many)}"
