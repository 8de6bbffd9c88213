"""Bytes of a source file -> text: UTF-8, UTF-16, Latin-1 or EBCDIC, and the bytes' division into lines."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_EBCDIC_SPACE, _ASCII_SPACE = 0x40, 0x20
_RECORD_LENGTH = 80
_LINE_END = re.compile(r"\r\n|\n|\r|\x85")
_LINE_END_ASCII = re.compile(r"\r\n|\n|\r")
_CONTROLS = bytes({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0C, 0x0D, 0x1A})

EBCDIC = ("cp037", "cp1047", "cp500")
"""Code pages told apart by `decode`; cp1047 (z/OS UNIX) is not one of Python's codecs."""

# Code page 1047 differs from 037 in these byte values only.
_CP1047 = {0x5F: "^", 0xAD: "[", 0xB0: "\xac", 0xBA: "\xdd", 0xBB: "\xa8", 0xBD: "]"}


class NotText(ValueError):
    """The bytes are no text in any encoding that COBOL sources use."""


@dataclass(frozen=True, slots=True)
class DecodedText:
    """Physical lines without line ends, and the encoding they were read with.

    `fallback` is the reason why an encoding that was asked for was not used.
    """

    lines: tuple[str, ...]
    encoding: str
    fallback: str | None = None


def decode(data: bytes, encoding: str | None = None) -> DecodedText:
    """Decode `data`, guessing the encoding unless it is named.

    A named encoding that does not fit the bytes gives way to Latin-1, which always fits. Data without line
    ends whose length is a multiple of 80 are records of 80 characters, as mainframes store sources.

    Raises NotText for binary data and LookupError for an encoding that does not exist.
    """
    if encoding is None:
        encoding = guess_encoding(data)
    elif encoding.lower().replace("-", "") not in {"cp1047", "ibm1047"}:
        codecs.lookup(encoding)
    fallback = None
    try:
        text = _to_text(data, encoding)
    except UnicodeDecodeError as error:
        fallback = f"byte {error.start + 1} is no {encoding}"
        encoding = "latin-1"
        text = data.decode(encoding)
    return DecodedText(_split(text, ebcdic=_is_ebcdic_codec(encoding)), encoding, fallback)


def guess_encoding(data: bytes) -> str:
    """Return the codec name that fits best. Raises NotText for binary data."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if _looks_ebcdic(data):
        return _guess_code_page(data)
    data = data.rstrip(b"\0\x1a")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls * 50 > len(data) or data.count(b"\0") * 500 > len(data):
        raise NotText(f"{controls} of {len(data)} bytes are control characters")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "latin-1"
    return "utf-8"


def _looks_ebcdic(data: bytes) -> bool:
    """EBCDIC text is mostly X'40' (space) and letters and digits from X'81' up, and has next to no X'20'."""
    spaces = data.count(_EBCDIC_SPACE)
    if spaces * 20 < len(data) or spaces < 10 * data.count(_ASCII_SPACE):
        return False
    letters = sum(data.count(byte) for byte in (*range(0xC1, 0xEA), *range(0x81, 0xAA), *range(0xF0, 0xFA)))
    return (spaces + letters) * 2 > len(data)


def _guess_code_page(data: bytes) -> str:
    """The code pages agree on letters and digits; take the one under which fewest characters are exotic."""

    def exotic(page: str) -> int:
        text = _to_text(data, page)
        return sum(1 for character in text if character in "\xac\xa2\xa8\xdd\xa6" or character >= "\xc0")

    return min(EBCDIC, key=exotic)


def _is_ebcdic_codec(encoding: str) -> bool:
    """Code pages of mainframes have the space at X'40'."""
    return encoding.lower().replace("-", "") in {"cp1047", "ibm1047"} or (
        b"\x40".decode(encoding, errors="ignore") == " "
    )


def _to_text(data: bytes, encoding: str) -> str:
    if encoding.lower().replace("-", "") in {"cp1047", "ibm1047"}:
        table = bytes(range(256)).decode("cp037")
        return data.decode("latin-1").translate({i: _CP1047.get(i, table[i]) for i in range(256)})
    return data.decode(encoding)


def _split(text: str, *, ebcdic: bool) -> tuple[str, ...]:
    """Cut into lines. X'85' (NEL) ends a line in EBCDIC only; a line may start with ^Z or end the file with it."""
    text = text.rstrip("\x1a\0")
    ends = _LINE_END if ebcdic else _LINE_END_ASCII
    if not ends.search(text):
        if len(text) > _RECORD_LENGTH and len(text) % _RECORD_LENGTH == 0:
            starts = range(0, len(text), _RECORD_LENGTH)
            return tuple(text[start : start + _RECORD_LENGTH].rstrip() for start in starts)
        return (text,) if text else ()
    lines = ends.split(text) if "\r" in text or ebcdic else text.split("\n")
    if not lines[-1]:
        lines.pop()
    if "\x1a" in text:
        lines = [line[1:] if line.startswith("\x1a") else line for line in lines]
    return tuple(lines)
