"""Storage: the bytes that data items lie in (ISO 1989:2002, 8.5.1)."""

from __future__ import annotations

import struct
from functools import cache

from cobol_runtime.figurative import fitted


class ReferenceModificationError(IndexError):
    """A reference modification, subscript or record view reaches outside the storage it belongs to."""


class Area:
    """*length* bytes of *memory* that begin at *base*: what a record occupies and what CALL passes.

    Several areas share one ``bytearray`` when they overlay each other (REDEFINES, the records of a file,
    parameters passed BY REFERENCE).
    """

    def __init__(self, memory: bytearray, base: int = 0, length: int | None = None) -> None:
        self.memory = memory
        self.base = base
        self.length = len(memory) - base if length is None else length

    @property
    def raw(self) -> bytes:
        """The bytes as they are."""
        return bytes(self.memory[self.base : self.base + self.length])

    @raw.setter
    def raw(self, data: bytes) -> None:
        """Overwrite from the first byte: longer data is cut, shorter data leaves the rest as it was."""
        data = data[: self.length]
        self.memory[self.base : self.base + len(data)] = data

    @property
    def text(self) -> str:
        """The bytes as text, one character a byte (Latin-1)."""
        return self.memory[self.base : self.base + self.length].decode("latin-1")

    @text.setter
    def text(self, value: str) -> None:
        """Move *value* as a group move does: left-justified, cut or filled with spaces, figurative constants repeated."""
        if len(value) != self.length:
            value = fitted(value, self.length)
        self.memory[self.base : self.base + self.length] = value.encode("latin-1")

    def slice(self, offset: int, length: int) -> Area:
        """The area of *length* bytes at *offset* bytes from the beginning of this one, in the same memory."""
        return Area(self.memory, self.base + offset, length)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.raw!r})"


@cache
def stretch(length: int) -> struct.Struct:
    """*length* bytes as one thing: `pack_into` stores them in a memory twice as fast as an assignment to a slice."""
    return struct.Struct(f"{length}s")


def span(area: Area, at: int, length: int) -> slice:
    """The slice of `area.memory` for *length* bytes at offset *at*.

    It may leave the area but not the memory: :class:`ReferenceModificationError`.
    """
    start = area.base + at
    if start < 0 or length < 0 or start + length > len(area.memory):
        raise ReferenceModificationError(
            f"bytes {start} to {start + length} of a storage of {len(area.memory)}"
        )
    return slice(start, start + length)
