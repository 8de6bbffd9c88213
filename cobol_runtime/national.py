"""USAGE NATIONAL as Enterprise COBOL has it: UTF-16, big-endian, two bytes a position (Language Reference, class national).

The value of a national item is a `str` with one character for each position, so that lengths, reference modification and
comparisons count as COBOL counts; what does not fit into one position is a pair of surrogates. Alphanumeric text that meets
national text is taken as ISO 8859-1, the code page in which one byte is one character.
"""

from __future__ import annotations

from cobol_runtime.area import Area, span
from cobol_runtime.editing import expanded, insert_text
from cobol_runtime.field import Field, Reader, Writer
from cobol_runtime.figurative import fitted
from cobol_runtime.termination import FatalError
from cobol_runtime.text import right_fitted

_WIDTH = 2
_CODE_PAGES = {
    37: "cp037", 273: "cp273", 437: "cp437", 500: "cp500", 819: "latin-1", 850: "cp850", 1140: "cp1140",
    1200: "utf-16-be", 1208: "utf-8", 1252: "cp1252",
}  # fmt: skip
"""Coded character set identifiers of IBM, those that Python has."""


class National(Field[str, str]):
    """PIC N(*characters*). Storing fills with spaces or cuts at the right (JUSTIFIED: at the left)."""

    def __init__(
        self, characters: int, *, at: int | None = None, value: str | None = None, justified: bool = False
    ) -> None:
        self.justified = justified
        self.characters = characters
        super().__init__(_WIDTH * characters, at=at, value=value)

    def codec(self) -> tuple[Reader[str], Writer[str]]:
        here, length, prepared = self.at, self.length, self.prepared

        def read(area: Area, at: int = here) -> str:
            return decoded(bytes(area.memory[span(area, at, length)]))

        def write(area: Area, value: str, at: int = here) -> None:
            area.memory[span(area, at, length)] = encoded(prepared(value))

        return read, write

    def prepared(self, text: str) -> str:
        """*text* as the item holds it."""
        return right_fitted(text, self.characters) if self.justified else fitted(text, self.characters)

    def part(self, area: Area, start: int, length: int | None = None) -> str:
        """Reference modification, which counts characters."""
        size = self.characters - start + 1 if length is None else length
        return decoded(bytes(area.memory[span(area, self.at + _WIDTH * (start - 1), _WIDTH * size)]))

    def put_part(self, area: Area, text: str, start: int, length: int | None = None) -> None:
        """Store *text* in the part `(start:length)`."""
        size = self.characters - start + 1 if length is None else length
        place = span(area, self.at + _WIDTH * (start - 1), _WIDTH * size)
        area.memory[place] = encoded(fitted(text, size))

    def put_bytes(self, area: Area, text: str) -> None:
        """Take the bytes of an alphanumeric group as they are, filled with spaces of one byte."""
        area.memory[span(area, self.at, self.length)] = fitted(text, self.length).encode("latin-1")

    def clear(self, area: Area) -> None:
        self.put_part(area, "", 1)

    def is_numeric(self, area: Area) -> bool:
        value = self.read(area)
        return value.isascii() and value.isdigit()


class NationalEdited(National):
    """A national-edited item: B, 0 and / are inserted between the characters stored."""

    def __init__(self, picture: str, *, at: int | None = None, value: str | None = None) -> None:
        self.picture = expanded(picture).replace("N", "X")
        super().__init__(len(self.picture), at=at, value=value)

    def prepared(self, text: str) -> str:
        return insert_text(self.picture, text)


def decoded(data: bytes) -> str:
    """UTF-16 as one character for every two bytes."""
    text = data.decode("utf-16-be", "surrogatepass")
    return text if _WIDTH * len(text) == len(data) else code_units(text)


def encoded(text: str) -> bytes:
    """One character for every two bytes as UTF-16."""
    return text.encode("utf-16-be", "surrogatepass")


def code_units(text: str) -> str:
    """*text* with characters beyond two bytes as pairs of surrogates."""
    data = encoded(text)
    return "".join(chr(data[i] << 8 | data[i + 1]) for i in range(0, len(data), _WIDTH))


def national_bytes(text: str) -> str:
    """The bytes of national text, one character each: what a group or a called program gets."""
    return encoded(text).decode("latin-1")


def shown_national(text: str) -> str:
    """What DISPLAY prints of national text: UTF-8, one character a byte."""
    return display_of(text, 1208)


def national_of(text: str, code_page: int = 819) -> str:
    """FUNCTION NATIONAL-OF: alphanumeric text as national text. Raises FatalError for an unknown code page."""
    return code_units(text.encode("latin-1").decode(_codec(code_page), "replace"))


def display_of(text: str, code_page: int = 819) -> str:
    """FUNCTION DISPLAY-OF: national text as bytes of a code page, a question mark for what it does not have."""
    whole = encoded(text).decode("utf-16-be", "replace")
    return whole.encode(_codec(code_page), "replace").decode("latin-1")


def _codec(code_page: int) -> str:
    codec = _CODE_PAGES.get(code_page)
    if codec is None:
        raise FatalError(f"code page {code_page} of NATIONAL-OF or DISPLAY-OF is not known")
    return codec
