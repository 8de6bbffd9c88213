"""Alphanumeric items and groups: text of one byte a character (Latin-1)."""

from __future__ import annotations

from cobol_runtime.area import Area, ReferenceModificationError, stretch
from cobol_runtime.field import Field, Reader, Writer
from cobol_runtime.figurative import Fill, fitted

CHARACTERS = tuple(map(chr, range(256)))


class Text(Field[str, str]):
    """PIC X(*length*) or A(*length*). Storing fills with spaces or cuts at the right (JUSTIFIED: at the left)."""

    def __init__(
        self, length: int, *, at: int | None = None, value: str | None = None, justified: bool = False
    ) -> None:
        self.justified = justified
        super().__init__(length, at=at, value=value)

    def codec(self) -> tuple[Reader[str], Writer[str]]:
        here, length, justified = self.at, self.length, self.justified
        put = stretch(length).pack_into

        def read(area: Area, at: int = here) -> str:
            start = area.base + at
            return area.memory[start : start + length].decode("latin-1")

        def read_one(area: Area, at: int = here) -> str:
            try:
                return CHARACTERS[area.memory[area.base + at]]
            except IndexError:
                raise ReferenceModificationError(
                    f"byte {area.base + at} of a storage of {len(area.memory)}"
                ) from None

        def write(area: Area, value: str, at: int = here) -> None:
            if len(value) != length:
                value = right_fitted(value, length) if justified else fitted(value, length)
            put(area.memory, area.base + at, value.encode("latin-1"))

        return read_one if length == 1 else read, write


class AnyLengthText(Text):
    """PIC X ANY LENGTH: a LINKAGE item that is as long as the argument it stands for."""

    def __init__(self, *, at: int = 0, justified: bool = False) -> None:
        super().__init__(0, at=at, justified=justified)

    def codec(self) -> tuple[Reader[str], Writer[str]]:
        justified = self.justified

        def read(area: Area, at: int = 0) -> str:
            return area.text

        def write(area: Area, value: str, at: int = 0) -> None:
            area.text = right_fitted(value, area.length) if justified else value

        return read, write

    def raw(self, area: Area) -> bytes:
        return area.raw

    def put_raw(self, area: Area, data: bytes) -> None:
        area.raw = data

    def text(self, area: Area) -> str:
        return area.text

    def area(self, area: Area) -> Area:
        return area

    def part(self, area: Area, start: int, length: int | None = None) -> str:
        return super().part(area, start, area.length - start + 1 if length is None else length)

    def put_part(self, area: Area, text: str, start: int, length: int | None = None) -> None:
        super().put_part(area, text, start, area.length - start + 1 if length is None else length)

    def clear(self, area: Area) -> None:
        area.text = area.length * " "


class Group(Text):
    """A group item: the bytes of its elementary items as text. Its VALUE fills the whole group."""

    def __init__(self, length: int, *, at: int | None = None, value: str | None = None) -> None:
        super().__init__(length, at=at, value=value)


class Filler(Text):
    """FILLER: bytes without a name."""


def right_fitted(text: str, length: int) -> str:
    """*text* as a JUSTIFIED receiver of *length* characters holds it."""
    if isinstance(text, Fill):
        return text.to_length(length)
    if len(text) >= length:
        return text[len(text) - length :]
    return text.rjust(length)
