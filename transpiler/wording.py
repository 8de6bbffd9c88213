"""Words that follow numbers."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 group`, `2 groups`; `many` where the plural is not made with s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
