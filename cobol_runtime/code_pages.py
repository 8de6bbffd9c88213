"""Code pages: one byte a character, both ways, without a gap.

Pages that Python has no codec for are kept as their differences from code page 037, as IBM's registry of coded character
sets defines them; a page with the euro sign (1140 to 1149) differs from its elder in the place of the currency sign only.
Bytes that a page leaves undefined stand for the characters that no other byte of the page does, so that decoding
loses nothing.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from cobol_runtime.double_byte import MixedPage, UnknownCodePage, is_mixed, mixed_page

ASCII = "ascii"
"""One byte a character, ASCII below 128 and Latin-1 above."""

_DIFFERENCES: dict[str, tuple[str, str]] = {
    "cp1047": ("5FADB0BABBBD", "^[\xac\xdd\xa8]"),
    "cp277": (
        "474A4F5A5B5F676A707B7C809C9E9FA1B0BABBC0D0DC",
        "}#!\xa4\xc5^$\xf8\xa6\xc6\xd8@{[]\xfc\xa2\xac|\xe6\xe5~",
    ),
    "cp278": (
        "43474A4F515A5B5F63676A71797B7C9FA1B0B5BABBC0CCD0DCE0EC",
        "{}\xa7!`\xa4\xc5^#$\xf6\\\xe9\xc4\xd6]\xfc\xa2[\xac|\xe4\xa6\xe5~\xc9@",
    ),
    "cp280": (
        "44484A4F5154585A5F6A797B7C90A1B0B1B5BABBC0CDD0DDE0",
        "{\\\xb0!]}~\xe9^\xf2\xf9\xa3\xa7[\xec\xa2#@\xac|\xe0\xa6\xe8`\xe7",
    ),
    "cp284": ("494A5A696A7BA1B0BABBBD", "\xa6[]#\xf1\xd1\xa8\xa2^!~"),
    "cp285": ("4A5BA1B0B1BABC", "$\xa3\xaf\xa2[^~"),
    "cp297": (
        "44484A4F51545A5F6A797B7C90A0A1B0B1B5BABBBDC0D0DDE0",
        "@\\\xb0!{}\xa7^\xf9\xb5\xa3\xe0[`\xa8\xa2#]\xac|~\xe9\xe8\xa6\xe7",
    ),
    "cp871": (
        "4A4F5A5F797C8C8E9C9EA1ACAEB0BABBBEC0CCD0E0EC",
        "\xde!\xc6\xd6\xf0\xd0`{}]\xf6@[\xa2\xac|\\\xfe~\xe6\xb4^",
    ),
}
_EURO = {
    "cp1141": "cp273",
    "cp1142": "cp277",
    "cp1143": "cp278",
    "cp1144": "cp280",
    "cp1145": "cp284",
    "cp1146": "cp285",
    "cp1147": "cp297",
    "cp1148": "cp500",
    "cp1149": "cp871",
}
_CODECS = ("cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140")
EBCDIC_PAGES = frozenset({*_CODECS, *_DIFFERENCES, *_EURO})
"""The EBCDIC pages that are known."""


@dataclass(frozen=True, slots=True, eq=False)
class CodePage:
    """A code page: `characters[byte]` is the character of a byte; all 256 differ."""

    name: str
    characters: str
    encoding_map: object

    @property
    def is_ebcdic(self) -> bool:
        """Whether the digits are X'F0' to X'F9'."""
        return self.characters[0xF0] == "0"

    @property
    def space(self) -> bytes:
        """The byte of a space."""
        return bytes((self.characters.index(" "),))

    def decode(self, data: bytes) -> str:
        """The characters of *data*."""
        return codecs.charmap_decode(data, "strict", self.characters)[0]

    def encode(self, text: str) -> bytes:
        """The bytes of *text*. Raises UnicodeEncodeError for a character that the page does not have."""
        return codecs.charmap_encode(text, "strict", self.encoding_map)[0]  # type: ignore[arg-type]


@lru_cache(maxsize=64)
def any_page(name: str) -> CodePage | MixedPage:
    """The page called *name*, of single bytes or mixed. Raises UnknownCodePage."""
    canonical = canonical_name(name)
    return mixed_page(canonical) if is_mixed(canonical) else code_page(canonical)


@lru_cache(maxsize=64)
def code_page(name: str) -> CodePage:
    """The code page called *name*: ascii, cp037, 037, ibm-1047, latin-1, cp1252 …; of a mixed page its single bytes. Raises
    UnknownCodePage."""
    canonical = canonical_name(name)
    characters = _completed(_characters(canonical))
    return CodePage(canonical, characters, codecs.charmap_build(characters))


def canonical_name(name: str) -> str:
    """How the page is called here: `cp` and the number for IBM's, else the name in lower case."""
    plain = name.lower().strip().replace("_", "-")
    if plain in ("ascii", "latin-1", "latin1", "iso-8859-1", "iso8859-1"):
        return ASCII
    for prefix in ("ibm-", "ibm", "cp-", "cp", "ccsid-", "ccsid"):
        if plain.startswith(prefix) and plain.removeprefix(prefix).isdigit():
            plain = plain.removeprefix(prefix)
            break
    return f"cp{int(plain):03d}" if plain.isdigit() else plain


def _characters(name: str) -> list[str | None]:
    if name == ASCII:
        return [chr(byte) for byte in range(256)]
    if name in _EURO:
        return ["\u20ac" if character == "\xa4" else character for character in _characters(_EURO[name])]
    if name in _DIFFERENCES:
        places, characters = _DIFFERENCES[name]
        page = _characters("cp037")
        for place, character in zip(bytes.fromhex(places), characters, strict=True):
            page[place] = character
        return page
    return _codec_characters(name)


def _codec_characters(name: str) -> list[str | None]:
    if is_mixed(name):
        return [_single(mixed_page(name), bytes((byte,))) for byte in range(256)]
    try:
        lookup = codecs.lookup(name)
    except LookupError:
        near = get_close_matches(name, sorted(EBCDIC_PAGES), 3)
        hint = (
            f"did you mean {' or '.join(near)}?"
            if near
            else f"there are ascii, {', '.join(sorted(EBCDIC_PAGES))}"
        )
        raise UnknownCodePage(f"there is no code page {name}; {hint}") from None
    found: list[str | None] = []
    for byte in range(256):
        try:
            text, used = lookup.decode(bytes((byte,)))
        except (UnicodeError, ValueError):
            text, used = "", 0
        found.append(text if used == 1 and isinstance(text, str) and len(text) == 1 else None)
    if sum(character is None for character in found) > 64:
        raise UnknownCodePage(
            f"{name} is no code page of single bytes; files of records need one, such as ascii or cp037"
        )
    return found


def _single(page: MixedPage, data: bytes) -> str | None:
    """The character of one byte, None when it is a part of two."""
    try:
        text = page.decode(data)
    except UnicodeDecodeError:
        return None
    return text if len(text) == 1 else None


def _completed(characters: list[str | None]) -> str:
    """Every byte gets a character: undefined ones those below 256 that the page does not have, then private ones."""
    used = {character for character in characters if character is not None}
    free = iter([chr(number) for number in (*range(256), *range(0xE000, 0xE100)) if chr(number) not in used])
    seen: set[str] = set()
    out = []
    for character in characters:
        taken = character if character is not None and character not in seen else next(free)
        seen.add(taken)
        out.append(taken)
    return "".join(out)


@lru_cache(maxsize=64)
def translation(source: str, target: str) -> bytes:
    """The table that turns bytes of one page into those of another, for `bytes.translate`.

    Characters that both pages have keep their meaning, except that X'FF' is HIGH-VALUE in both EBCDIC and ASCII. What only one
    page has is paired in order, so that the table is a permutation: translating back restores every byte.
    """
    left, right = code_page(source).characters, code_page(target).characters
    places = {character: place for place, character in enumerate(right)}
    unpaired = iter([place for place, character in enumerate(right) if character not in left])
    table = bytearray(places[character] if character in places else next(unpaired) for character in left)
    high = table.index(0xFF)
    table[high], table[0xFF] = table[0xFF], 0xFF
    return bytes(table)


_BRACES = b"\xc0\xd0", b"{}"
"""Signed zeros of mainframes, and of their files after a translation of their characters."""


@lru_cache(maxsize=64)
def digit_translation(source: str, target: str) -> bytes:
    """The table for digits that may carry a sign: as for characters, but X'C0' and X'D0' are `{` and `}` in every EBCDIC page."""
    table = translation(source, target)
    inward, outward = code_page(source).is_ebcdic, code_page(target).is_ebcdic
    if inward == outward:
        return bytes(range(256))
    return exchanged(table, _BRACES if inward else _BRACES[::-1])


def exchanged(table: bytes, pairs: tuple[bytes, bytes]) -> bytes:
    """The table with *pairs*; what led to their targets before leads to where their sources led, so that no byte is lost."""
    out = bytearray(table)
    for source, target in zip(*pairs, strict=True):
        other = out.index(target)
        out[source], out[other] = target, out[source]
    return bytes(out)
