"""How records lie in a mainframe's sequential dataset: bare, behind record descriptor words, or in blocks as well.

A record descriptor word (RDW) is the record's length with the word's own four bytes as a big-endian halfword, a byte that tells
segments of a spanned record, and a zero byte; a block descriptor word (BDW) is the block's length in the same way, or in 31 bits
behind a first bit that is set.
"""

from __future__ import annotations

from typing import BinaryIO, Final, Protocol

WORD: Final = 4
WHOLE, FIRST, LAST, MIDDLE = range(4)
LARGEST_BLOCK: Final = 32_760
LARGEST_RECORD: Final = 0xFFFF - WORD


class BrokenFraming(OSError):
    """The bytes are not what the format says (status 30); the message says where."""


class Framing(Protocol):
    """Takes records from a stream and puts them into one."""

    spanned: bool
    """Whether the last record lay in several segments, so that it cannot be written in place."""

    def read(self, stream: BinaryIO) -> bytes | None:
        """The next record, None at the end. Raises BrokenFraming."""
        ...

    def write(self, stream: BinaryIO, record: bytes) -> None:
        """Add a record."""
        ...

    def end(self, stream: BinaryIO) -> None:
        """Write what is held back, before the stream is closed or its contents are wanted."""
        ...


class Bare:
    """Records of *length* bytes; shorter ones are filled up with *space*."""

    spanned = False

    def __init__(self, length: int, space: bytes) -> None:
        self.length = length
        self.space = space

    def read(self, stream: BinaryIO) -> bytes | None:
        return stream.read(self.length) or None

    def write(self, stream: BinaryIO, record: bytes) -> None:
        stream.write(record.ljust(self.length, self.space))

    def end(self, stream: BinaryIO) -> None:
        pass


class Described:
    """Records behind record descriptor words."""

    def __init__(self) -> None:
        self.spanned = False

    def read(self, stream: BinaryIO) -> bytes | None:
        found = self._segment(stream)
        if found is None:
            return None
        kind, record = found
        self.spanned = kind != WHOLE
        while kind in (FIRST, MIDDLE):
            found = self._segment(stream)
            if found is None:
                raise BrokenFraming(
                    f"the file ends inside a spanned record, behind {len(record)} bytes of it"
                )
            kind, data = found
            record += data
        return record

    def write(self, stream: BinaryIO, record: bytes) -> None:
        stream.write(descriptor(len(record)) + record)

    def end(self, stream: BinaryIO) -> None:
        pass

    def _segment(self, stream: BinaryIO) -> tuple[int, bytes] | None:
        word = self._word(stream)
        if not word:
            return None
        length = int.from_bytes(word[:2], "big") - WORD
        if len(word) < WORD or length < 0 or word[2] > MIDDLE or word[3]:
            raise BrokenFraming(f"X'{word.hex().upper()}' is no record descriptor word")
        data = stream.read(length)
        if len(data) < length:
            raise BrokenFraming(f"the last record should have {length} bytes and has {len(data)}")
        return word[2], data

    def _word(self, stream: BinaryIO) -> bytes:
        return stream.read(WORD)


class Blocked(Described):
    """Records behind record descriptor words, in blocks."""

    def __init__(self) -> None:
        super().__init__()
        self._left = 0
        self._block: list[bytes] = []
        self._size = WORD

    def _word(self, stream: BinaryIO) -> bytes:
        while self._left == 0:
            word = stream.read(WORD)
            if not word:
                return b""
            whole = int.from_bytes(word, "big")
            length = whole & 0x7FFFFFFF if whole >> 31 else whole >> 16
            if len(word) < WORD or length < WORD:
                raise BrokenFraming(f"X'{word.hex().upper()}' is no block descriptor word")
            self._left = length - WORD
        word = stream.read(WORD)
        self._left -= int.from_bytes(word[:2], "big")
        if self._left < 0:
            raise BrokenFraming(f"the record behind X'{word.hex().upper()}' is longer than its block")
        return word

    def write(self, stream: BinaryIO, record: bytes) -> None:
        data = descriptor(len(record)) + record
        if self._block and self._size + len(data) > LARGEST_BLOCK:
            self.end(stream)
        self._block.append(data)
        self._size += len(data)

    def end(self, stream: BinaryIO) -> None:
        if self._block:
            size = self._size << 16 if self._size <= LARGEST_BLOCK else self._size | 1 << 31
            stream.write(b"".join([size.to_bytes(WORD, "big"), *self._block]))
            self._block, self._size = [], WORD


def descriptor(length: int) -> bytes:
    """The record descriptor word of a record of *length* bytes. Raises BrokenFraming when it is too long."""
    if length > LARGEST_RECORD:
        raise BrokenFraming(
            f"a record of {length} bytes has no record descriptor word: {LARGEST_RECORD} are possible"
        )
    return (length + WORD).to_bytes(2, "big") + b"\0\0"


def framing_of(form: str, length: int, space: bytes) -> Framing | None:
    """The framing of a record format; None for that of the program's own file organization."""
    match form:
        case "fixed":
            return Bare(length, space)
        case "rdw":
            return Described()
        case "bdw":
            return Blocked()
    return None
