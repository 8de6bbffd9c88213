"""Keys of indexed files: which of their bytes are characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cobol_parser.symbols import DataItem, Usage


def numbers_in(parts: Iterable[DataItem]) -> Iterator[tuple[int, int]]:
    """Yield (offset in the key, bytes) of the items of a key that are packed, binary or floating-point numbers: a collating
    sequence does not order their bytes."""
    start = 0
    for part in parts:
        for item in part.walk():
            if not item.children and item.usage is not Usage.DISPLAY:
                yield start + item.offset - part.offset, item.total_size
        start += part.size
