"""Files cut into records, and records put together to files.

fixed: records of one length, nothing between them. line: text lines (ends with X'0A', X'0D0A' or EBCDIC's X'15'), filled up with
spaces. rdw: IBM variable records behind a record descriptor word; segments of spanned records are joined. bdw: the same in
blocks behind a block descriptor word. gnucobol-variable: GnuCOBOL's variable SEQUENTIAL files. Lengths are big-endian halfwords
followed by two bytes; those of descriptor words count the word itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from transpiler.data.errors import DataError, UsageProblem
from transpiler.data.runtime import RecordHeader

FORMATS = ("fixed", "line", "rdw", "bdw", "gnucobol-variable")
BLOCK = 1 << 18
_WORD = 4
_WHOLE, _FIRST, _LAST, _MIDDLE = range(4)
_MOST_IN_BLOCK = 32_760
"""Bytes of the longest block on a mainframe's disk."""
_HEADER = RecordHeader.of_format("0")


@dataclass(frozen=True, slots=True)
class Layout:
    """What a format needs to know: the length of the records (the longest, where lengths vary), and the spaces that fill up
    lines."""

    size: int
    space: bytes = b" "


class Source:
    """Where records come from: bytes in blocks, counted for progress."""

    def __init__(self, file: BinaryIO, advance: Callable[[int], None] | None = None) -> None:
        self.file = file
        self.advance = advance
        self.position = 0

    def take(self, size: int) -> bytes:
        """The next *size* bytes, fewer at the end of the file."""
        data = self.file.read(size)
        self.position += len(data)
        if self.advance is not None:
            self.advance(len(data))
        return data


def read_records(source: Source, form: str, layout: Layout) -> Iterator[bytes]:
    """The records of a file. Raises DataError where it breaks the rules of its format."""
    return _READERS[form](source, layout)


def _read_fixed(source: Source, layout: Layout) -> Iterator[bytes]:
    size = layout.size
    block = max(1, BLOCK // size) * size
    while data := source.take(block):
        for start in range(0, len(data), size):
            yield data[start : start + size]


def _read_lines(source: Source, layout: Layout) -> Iterator[bytes]:
    end = b"\x15" if layout.space == b"\x40" else b"\n"
    rest = b""
    number = 0
    while data := source.take(BLOCK):
        if end == b"\x15" and not number and end not in data and b"\x25" in data:
            end = b"\x25"
        *lines, rest = (rest + data).split(end)
        for line in lines:
            number += 1
            yield _line(line, number, layout)
    if rest:
        yield _line(rest, number + 1, layout)


def _line(line: bytes, number: int, layout: Layout) -> bytes:
    line = line.removesuffix(b"\r")
    excess = line[layout.size :].rstrip(layout.space)
    if excess:
        raise DataError(
            f"line {number} has {layout.size + len(excess)} characters, its description {layout.size}: is this the"
            " right copybook, and the format really line?"
        )
    return line[: layout.size].ljust(layout.size, layout.space)


def _read_descriptor_words(source: Source, layout: Layout) -> Iterator[bytes]:
    joined = b""
    while word := source.take(_WORD):
        at = source.position - len(word)
        segment, data = _segment(word, at, source.take)
        if segment in (_WHOLE, _FIRST):
            joined = data
        else:
            joined += data
        if segment in (_WHOLE, _LAST):
            yield joined


def _segment(word: bytes, at: int, take: Callable[[int], bytes]) -> tuple[int, bytes]:
    length = int.from_bytes(word[:2], "big")
    if len(word) < _WORD or length < _WORD or word[2] > _MIDDLE or word[3]:
        raise DataError(f"X'{word.hex().upper()}' at byte {at:,} is no record descriptor word")
    data = take(length - _WORD)
    if len(data) < length - _WORD:
        raise DataError(
            f"the record at byte {at:,} has {length - _WORD} bytes, and the file ends after {len(data)}"
        )
    return word[2], data


def _read_blocks(source: Source, layout: Layout) -> Iterator[bytes]:
    joined = b""
    while word := source.take(_WORD):
        at = source.position - len(word)
        length = _block_length(word)
        if len(word) < _WORD or length < 2 * _WORD:
            raise DataError(f"X'{word.hex().upper()}' at byte {at:,} is no block descriptor word")
        block = source.take(length - _WORD)
        if len(block) < length - _WORD:
            raise DataError(f"the block at byte {at:,} has {length} bytes, and the file ends before")
        place = 0
        while place < len(block):
            cut = memoryview(block)[place + _WORD :]
            segment, data = _segment(
                block[place : place + _WORD],
                at + _WORD + place,
                lambda size, cut=cut: bytes(cut[:size]),  # type: ignore[misc]
            )
            place += _WORD + len(data)
            joined = data if segment in (_WHOLE, _FIRST) else joined + data
            if segment in (_WHOLE, _LAST):
                yield joined


def _block_length(word: bytes) -> int:
    """A block of up to 32 KiB has its length in the first halfword; a larger one sets the first bit and uses 31 bits."""
    whole = int.from_bytes(word, "big")
    return whole & 0x7FFFFFFF if whole >> 31 else whole >> 16


def _read_gnucobol(source: Source, layout: Layout) -> Iterator[bytes]:
    while word := source.take(_HEADER.length):
        at = source.position - len(word)
        size = _HEADER.decode(word) if len(word) == _HEADER.length else 0
        if len(word) < _HEADER.length or word[2:] != b"\0\0":
            raise DataError(f"X'{word.hex().upper()}' at byte {at:,} is no record header of GnuCOBOL")
        data = source.take(size)
        if len(data) < size:
            raise DataError(
                f"the record at byte {at:,} has {size} bytes, and the file ends after {len(data)}"
            )
        yield data


_READERS: Mapping[str, Callable[[Source, Layout], Iterator[bytes]]] = {
    "fixed": _read_fixed,
    "line": _read_lines,
    "rdw": _read_descriptor_words,
    "bdw": _read_blocks,
    "gnucobol-variable": _read_gnucobol,
}


# --- writing


def write_records(file: BinaryIO, records: Iterable[bytes], form: str, layout: Layout) -> int:
    """Write records and return their number. Raises DataError for one that is too long for the format."""
    write = file.write
    count = 0
    for data in _BUILDERS[form](records, layout):
        write(data)
        count += 1
    return count


def _fixed(records: Iterable[bytes], layout: Layout) -> Iterator[bytes]:
    for record in records:
        yield record.ljust(layout.size, layout.space) if len(record) < layout.size else record


def _lines(records: Iterable[bytes], layout: Layout) -> Iterator[bytes]:
    end = b"\x15" if layout.space == b"\x40" else b"\n"
    for number, record in enumerate(records, 1):
        if end in record:
            raise DataError(
                f"record {number} holds X'{end.hex().upper()}', which ends a line: binary fields need another format"
            )
        yield record.rstrip(layout.space) + end


def _with_words(records: Iterable[bytes], layout: Layout) -> Iterator[bytes]:
    for number, record in enumerate(records, 1):
        _fits(number, len(record) + _WORD, 0xFFFF)
        yield (len(record) + _WORD).to_bytes(2, "big") + b"\0\0" + record


def _in_blocks(records: Iterable[bytes], layout: Layout) -> Iterator[bytes]:
    """Each block is yielded with its last record, so that the pieces still are as many as the records."""
    block: list[bytes] = []
    size = _WORD
    for number, data in enumerate(_with_words(records, layout), 1):
        _fits(number, len(data) + _WORD, 0x7FFFFFFF)
        if block and size + len(data) > _MOST_IN_BLOCK:
            ended, block, size = b"".join([_block_word(size), *block]), [], _WORD
        else:
            ended = b""
        if number > 1:
            yield ended
        block.append(data)
        size += len(data)
    if block:
        yield b"".join([_block_word(size), *block])


def _block_word(size: int) -> bytes:
    return (size << 16 if size <= _MOST_IN_BLOCK else size | 1 << 31).to_bytes(4, "big")


def _with_headers(records: Iterable[bytes], layout: Layout) -> Iterator[bytes]:
    for number, record in enumerate(records, 1):
        _fits(number, len(record), 0xFFFF)
        yield _HEADER.encode(len(record)) + record


def _fits(number: int, length: int, most: int) -> None:
    if length > most:
        raise DataError(
            f"record {number} is too long for the format: {length:,} bytes, and {most:,} are possible"
        )


_BUILDERS: Mapping[str, Callable[[Iterable[bytes], Layout], Iterator[bytes]]] = {
    "fixed": _fixed,
    "line": _lines,
    "rdw": _with_words,
    "bdw": _in_blocks,
    "gnucobol-variable": _with_headers,
}


# --- detection


def detect_format(path: Path, layout: Layout, *, varies: bool) -> str:
    """The format of a file, from its first records and its size. Raises UsageProblem when none fits."""
    size = path.stat().st_size
    with path.open("rb") as file:
        sample = file.read(BLOCK)
    whole = size % layout.size == 0
    if _printable_lines(sample, layout):
        return "line"
    if whole and not varies:
        return "fixed"
    for form in ("bdw", "rdw", "gnucobol-variable"):
        if _agrees(form, path, layout):
            return form
    if whole or size < layout.size:
        return "fixed"
    raise UsageProblem(
        f"{path} fits no format: {size:,} bytes are not a multiple of the record length {layout.size}. Is it the right"
        " copybook? If so name the format with --format, or the length with --record-length"
    )


def _printable_lines(sample: bytes, layout: Layout) -> bool:
    """Whether the file begins with lines of text no longer than the record."""
    ebcdic = layout.space == b"\x40"
    end, first = (b"\x15", 0x40) if ebcdic else (b"\n", 0x20)
    *lines, _ = sample.split(end)
    texts = [line.removesuffix(b"\r") for line in lines]
    return bool(texts) and all(
        len(text) <= layout.size and min(text, default=first) >= first for text in texts
    )


def _agrees(form: str, path: Path, layout: Layout) -> bool:
    """Whether the first records of the file keep the rules of a format with lengths."""
    with path.open("rb") as file:
        try:
            for number, record in enumerate(read_records(Source(file), form, layout)):
                if not 0 < len(record) <= layout.size:
                    return False
                if number >= 100:
                    break
        except DataError:
            return False
    return True
