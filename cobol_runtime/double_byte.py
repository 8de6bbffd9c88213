"""Code pages that mix single and double bytes (cp930, cp939 and their like; Shift-JIS), for items as a whole.

The tables are those of the C library's `iconv`, because Python has no codec for the mainframe's: twelve thousand characters each,
kept by people who do nothing else. Where there is no such library, or it does not know a page, :class:`UnknownCodePage` says so.

On a mainframe double bytes stand between shift-out (X'0E') and shift-in (X'0F'); Shift-JIS tells them by their first byte, so that
a text that fits its item there fits it here too.
"""

from __future__ import annotations

import codecs
import ctypes
from functools import lru_cache

MAINFRAME = frozenset(
    {"cp930", "cp933", "cp935", "cp937", "cp939", "cp1364", "cp1371", "cp1388", "cp1390", "cp1399"}
)
"""Mixed pages of mainframes."""
PARTNERS = {
    "cp930": "cp932", "cp939": "cp932", "cp1390": "cp932", "cp1399": "cp932",
    "cp933": "cp949", "cp1364": "cp949", "cp935": "gbk", "cp1388": "gb18030", "cp937": "cp950", "cp1371": "cp950",
}  # fmt: skip
"""What texts of a page are in memory: the page of PCs with the same characters."""
WORKSTATION = frozenset(
    {"cp932", "cp949", "cp950", "gbk", "gb18030", "shift_jis", "euc_jp", "euc_kr", "big5"}
)
"""Mixed pages that Python has codecs for."""


class UnknownCodePage(ValueError):
    """There is no such code page here; the message says what could be meant or done."""


class MixedPage:
    """A code page in which a character has one byte or two."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.is_ebcdic = name in MAINFRAME
        self.space = b"\x40" if self.is_ebcdic else b" "

    def decode(self, data: bytes) -> str:
        """The characters of *data*. Raises UnicodeDecodeError for bytes that are none."""
        if not self.is_ebcdic:
            return data.decode(self.name)
        converted = _converter("UTF-8", self.name)(data)
        if converted is None:
            raise UnicodeDecodeError(self.name, data, 0, len(data), "no characters of the page")
        return converted.decode("utf-8")

    def encode(self, text: str) -> bytes:
        """The bytes of *text*. Raises UnicodeEncodeError for a character that the page does not have."""
        if not self.is_ebcdic:
            return text.encode(self.name)
        converted = _converter(self.name, "UTF-8")(text.encode("utf-8"))
        if converted is None:
            raise UnicodeEncodeError(self.name, text, 0, len(text), "a character that the page does not have")
        return converted


def is_mixed(name: str) -> bool:
    """Whether a page of this canonical name mixes single and double bytes."""
    return name in MAINFRAME or name.replace("-", "_") in WORKSTATION


@lru_cache(maxsize=16)
def mixed_page(name: str) -> MixedPage:
    """The mixed page of this name. Raises UnknownCodePage."""
    plain = name if name in MAINFRAME else name.replace("-", "_")
    if plain in MAINFRAME:
        _converter("UTF-8", plain)
    else:
        codecs.lookup(plain)
    return MixedPage(plain)


class _Converter:
    """iconv from one page to another, for whole texts."""

    def __init__(self, library: ctypes.CDLL, handle: int) -> None:
        self.library = library
        self.handle = ctypes.c_void_p(handle)

    def __call__(self, data: bytes) -> bytes | None:
        """*data* converted, None when it holds something that cannot be."""
        source = ctypes.create_string_buffer(data, len(data) or 1)
        target = ctypes.create_string_buffer(4 * len(data) + 16)
        inward, outward = ctypes.c_char_p(ctypes.addressof(source)), ctypes.c_char_p(ctypes.addressof(target))
        left, room = ctypes.c_size_t(len(data)), ctypes.c_size_t(len(target))
        convert = self.library.iconv
        convert(self.handle, None, None, None, None)
        lost = convert(
            self.handle, ctypes.byref(inward), ctypes.byref(left), ctypes.byref(outward), ctypes.byref(room)
        )
        if lost or convert(self.handle, None, None, ctypes.byref(outward), ctypes.byref(room)):
            return None
        return target.raw[: len(target) - room.value]


@lru_cache(maxsize=32)
def _converter(target: str, source: str) -> _Converter:
    try:
        library = ctypes.CDLL(None)
        opened = library.iconv_open
    except (OSError, AttributeError, TypeError) as error:
        raise UnknownCodePage(
            f"code page {source} needs the iconv of a C library, which is not here"
        ) from error
    opened.restype = ctypes.c_void_p
    opened.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
    library.iconv.restype = ctypes.c_size_t
    library.iconv.argtypes = [ctypes.c_void_p] + [ctypes.c_void_p] * 4
    handle = opened(_library_name(target), _library_name(source))
    if handle in (None, ctypes.c_void_p(-1).value):
        page = source if source in MAINFRAME else target
        raise UnknownCodePage(f"the C library's iconv does not know code page {page}")
    return _Converter(library, handle)


def _library_name(name: str) -> bytes:
    return name.upper().replace("CP", "IBM").encode("ascii")
