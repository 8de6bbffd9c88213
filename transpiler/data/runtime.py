"""What the data commands use of `cobol_runtime`.

The bytes of data items and datasets have one truth: the classes that converted programs work with. This is the only
module of the package that imports them (an exception in the test of layers), so that the converter proper keeps knowing
the runtime by names alone.
"""

from __future__ import annotations

from cobol_runtime import (
    EBCDIC,
    AlphanumericEdited,
    Binary,
    IndexedFile,
    Key,
    NativeBinary,
    NumericEdited,
    Packed,
    RelativeFile,
    RunUnit,
    UnsignedPacked,
    Zoned,
)
from cobol_runtime.area import Area
from cobol_runtime.code_pages import (
    ASCII,
    EBCDIC_PAGES,
    CodePage,
    any_page,
    canonical_name,
    digit_translation,
    translation,
)
from cobol_runtime.double_byte import PARTNERS, MixedPage, UnknownCodePage
from cobol_runtime.field import AnyField
from cobol_runtime.files.database import NotADataset, connected_to_read
from cobol_runtime.files.sequential import RecordHeader
from cobol_runtime.hexadecimal_float import decode_hexadecimal, encode_hexadecimal

__all__ = [
    "ASCII",
    "EBCDIC",
    "EBCDIC_PAGES",
    "PARTNERS",
    "AlphanumericEdited",
    "AnyField",
    "Area",
    "Binary",
    "CodePage",
    "IndexedFile",
    "Key",
    "MixedPage",
    "NativeBinary",
    "NotADataset",
    "NumericEdited",
    "Packed",
    "RecordHeader",
    "RelativeFile",
    "RunUnit",
    "UnknownCodePage",
    "UnsignedPacked",
    "Zoned",
    "any_page",
    "canonical_name",
    "connected_to_read",
    "decode_hexadecimal",
    "digit_translation",
    "encode_hexadecimal",
    "translation",
]
