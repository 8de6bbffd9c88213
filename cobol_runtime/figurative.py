"""Figurative constants (ISO 1989:2002, 8.3.1.2): text that takes the length of what it meets."""

from __future__ import annotations


class Fill(str):
    """A figurative constant or ALL literal: *pattern* repeated to the length of the other operand.

    It is a `str` (the pattern, once), so every place for text takes it; text items repeat it when it is
    moved to them. Compared with a string it first takes that string's length. `ZEROS` is also equal to the number 0.
    """

    __slots__ = ()

    def to_length(self, length: int) -> str:
        """The pattern repeated and cut to *length* characters."""
        if len(self) == 1:
            return str.__mul__(self, length)
        return (str.__mul__(self, length // len(self) + 1))[:length]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str):
            if isinstance(other, Fill):
                return str.__eq__(
                    self.to_length(len(other) * len(self)), other.to_length(len(other) * len(self))
                )
            return str.__eq__(self.to_length(len(other)), other)
        return bool(other == 0) if str.__eq__(self, "0") else NotImplemented

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __lt__(self, other: str) -> bool:
        return str.__lt__(self.to_length(len(other)), other)

    def __le__(self, other: str) -> bool:
        return str.__le__(self.to_length(len(other)), other)

    def __gt__(self, other: str) -> bool:
        return str.__gt__(self.to_length(len(other)), other)

    def __ge__(self, other: str) -> bool:
        return str.__ge__(self.to_length(len(other)), other)

    def __hash__(self) -> int:
        return str.__hash__(self)

    def __repr__(self) -> str:
        return f"Fill({str.__repr__(self)})"


SPACES = Fill(" ")
ZEROS = Fill("0")
HIGH_VALUES = Fill("\xff")
LOW_VALUES = Fill("\x00")
NULLS = Fill("\x00")
QUOTES = Fill('"')


def fitted(text: str, length: int) -> str:
    """*text* as an alphanumeric receiver of *length* characters holds it; a figurative constant is repeated."""
    if len(text) == length:
        return text
    if isinstance(text, Fill):
        return text.to_length(length)
    return text[:length] if len(text) > length else text.ljust(length)
