"""How the bytes of a file stand for characters and numbers."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Literal

from transpiler.data.code_pages import ASCII, CodePage, MixedPage, code_page

Sign = Literal["ascii", "ebcdic"]
Order = Literal["big", "little"]
Floating = Literal["ieee", "hex"]


@dataclass(frozen=True, slots=True)
class Encoding:
    """What differs between the machines that write files.

    `page` is the code page of DISPLAY items. `sign` tells how a digit with a sign is spelled where the page is not EBCDIC:
    as GnuCOBOL does (`p` to `y` for -0 to -9) or as a mainframe file shows after a translation of its text (`{`, `A` … and
    `}`, `J` …). `order` is the byte order of COMP-5, INDEX and POINTER (COMP is big-endian everywhere), `floating` the
    format of COMP-1 and COMP-2: IEEE in that order, or the hexadecimal format of mainframes.
    """

    page: str = ASCII
    sign: Sign = "ascii"
    order: Order = sys.byteorder
    floating: Floating = "ieee"

    @property
    def code_page(self) -> CodePage | MixedPage:
        """The code page itself."""
        return code_page(self.page)

    @property
    def is_ebcdic(self) -> bool:
        """Whether DISPLAY items are EBCDIC."""
        return self.code_page.is_ebcdic


def make_encoding(
    page: str = ASCII, sign: Sign | None = None, order: Order | None = None, floating: Floating | None = None
) -> Encoding:
    """An encoding with the settings that go with the code page, unless others are given. Raises UsageProblem."""
    found = code_page(page)
    if found.is_ebcdic:
        return Encoding(found.name, "ebcdic", order or "big", floating or "hex")
    return Encoding(found.name, sign or "ascii", order or sys.byteorder, floating or "ieee")


def guess_page(sample: bytes) -> str:
    """cp037 when letters, digits and spaces of *sample* are rather EBCDIC's than ASCII's; else ascii."""
    ebcdic = sum(sample.count(byte) for byte in _EBCDIC_TEXT)
    plain = sum(sample.count(byte) for byte in _ASCII_TEXT)
    return "cp037" if ebcdic > plain else ASCII


_TEXT = " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,-"
_EBCDIC_TEXT = _TEXT.encode("cp037")
_ASCII_TEXT = _TEXT.encode("ascii")
