"""Dialects: reserved words and the defaults that differ between COBOL compilers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from cobol_parser.alphabets import NATIVE, ebcdic
from cobol_parser.reserved_words import cobol85, gnucobol, ibm, mf


@dataclass(frozen=True, kw_only=True)
class Dialect:
    """One COBOL as a compiler speaks it.

    `reserved` words (upper case) can never be user-defined words; `context` words are keywords only where a
    clause or statement expects them. `cobc_std` is the `-std=` of GnuCOBOL that comes nearest.

    `binary_truncate`: a store to COMP drops digits beyond the PICTURE (otherwise beyond the bytes).
    `binary_size`: bytes a COMP item may take, "1-2-4-8", "2-4-8" or "1--8" (as few as needed).
    `sign`: sign overpunch of DISPLAY numbers in files and literals, "ascii" or "ebcdic".
    `assign`: what an unquoted name in ASSIGN is: "dynamic" (a data item holding the file name) or "external"
    (the external name itself). `pretty_display`: DISPLAY edits numbers with sign and point.
    `word_length`: longest user-defined word. `independent_segments`: a section with a segment-number from 50 on
    forgets what ALTER changed in it when control comes from another segment. `value_of_any_category`: INITIALIZE with a
    category TO VALUE gives every item its VALUE. `native` is the native collating sequence: the ordinal of each character. `quote` is the character
    of the figurative constant QUOTE. `utf16_national`: national items and literals are UTF-16; otherwise they are alphanumeric, two
    bytes for each N of the PICTURE. `double_byte_pictures`: PIC G (DISPLAY-1) can be described; programs that work with such items
    are not converted. `host_sign`: a signed packed number without a sign of its own (F) is NUMERIC. `nonnumeric_is_zero`: a literal
    with other characters than digits, SPACE, QUOTE, HIGH-VALUE and LOW-VALUE are zero when they are moved to a number. `currency_decimals`: a floating currency sign
    behind the point is a decimal place to arithmetic. `separate_sign_counts`: a number with SIGN SEPARATE is compared with text by its characters,
    sign included. `comma_in_data`: the documents, XML or JSON, in which numbers follow DECIMAL-POINT IS COMMA.
    `every_range_ends`: control that comes to the end of any active PERFORM range leaves it, not only the innermost one.
    `moves_byte_by_byte`: a MOVE between overlapping items sends bytes again that it has stored. `flag_subset`:
    the subset of COBOL-85 whose limits are noted (`checks.subsets`), "" for none.
    `empty_parts`: a reference modification may have the length 0. `tables_slide`: what stands behind a table of variable length moves
    with its length.
    """

    name: str
    cobc_std: str
    reserved: frozenset[str] = field(repr=False)
    context: frozenset[str] = field(repr=False)
    reference_format: str = "auto"
    binary_truncate: bool = True
    binary_size: str = "1-2-4-8"
    sign: str = "ascii"
    assign: str = "dynamic"
    pretty_display: bool = True
    word_length: int = 63
    independent_segments: bool = False
    value_of_any_category: bool = True
    utf16_national: bool = False
    host_sign: bool = False
    nonnumeric_is_zero: bool = False
    native: tuple[int, ...] = field(default=NATIVE, repr=False)
    double_byte_pictures: bool = False
    currency_decimals: bool = True
    separate_sign_counts: bool = True
    quote: str = '"'
    comma_in_data: tuple[str, ...] = ("XML",)
    every_range_ends: bool = False
    moves_byte_by_byte: bool = False
    flag_subset: str = ""
    empty_parts: bool = True
    tables_slide: bool = False


_COBOL85 = Dialect(
    name="cobol85",
    cobc_std="cobol85",
    reserved=cobol85.RESERVED,
    context=cobol85.CONTEXT,
    assign="external",
    word_length=30,
    independent_segments=True,
    currency_decimals=False,
    empty_parts=False,
)

_GNUCOBOL = Dialect(
    name="gnucobol",
    cobc_std="default",
    reserved=gnucobol.RESERVED,
    context=gnucobol.CONTEXT,
    currency_decimals=False,
)

_IBM = Dialect(
    name="ibm",
    cobc_std="ibm",
    reserved=ibm.RESERVED,
    context=ibm.CONTEXT,
    binary_truncate=False,
    binary_size="2-4-8",
    assign="external",
    pretty_display=False,
    value_of_any_category=False,
    utf16_national=True,
    host_sign=True,
    tables_slide=True,
    separate_sign_counts=False,
    every_range_ends=True,
    moves_byte_by_byte=True,
)

_MF = Dialect(
    name="mf",
    cobc_std="mf",
    reserved=mf.RESERVED,
    context=mf.CONTEXT,
    binary_truncate=False,
    binary_size="1--8",
    nonnumeric_is_zero=True,
)

DIALECTS: Mapping[str, Dialect] = MappingProxyType(
    {dialect.name: dialect for dialect in (_COBOL85, _GNUCOBOL, _IBM, _MF)}
)

COLLATING = ("native", "ebcdic")
"""What the native collating sequence can be: that of the bytes in memory, or that of a mainframe."""


def dialect_named(name: str, collating: str = "native") -> Dialect:
    """The dialect `name`, its characters in the order `collating`."""
    return replace(DIALECTS[name], native=ebcdic()) if collating == "ebcdic" else DIALECTS[name]
