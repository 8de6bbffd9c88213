"""What a dialect decides about storage: the settings of GnuCOBOL's configuration files that change layout."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cobol_parser.dialects import Dialect


class BinarySizes(Enum):
    """The sizes in bytes that USAGE BINARY items can have."""

    ONE_TWO_FOUR_EIGHT = "1-2-4-8"
    TWO_FOUR_EIGHT = "2-4-8"
    SMALLEST = "1--8"
    """Every size from 1 to 8, the smallest that holds the digits (and the sign)."""


@dataclass(frozen=True, slots=True)
class StorageRules:
    """Layout rules of one dialect.

    `synchronized` tells whether SYNCHRONIZED aligns items; `complex_occurs` allows storage behind a table with OCCURS DEPENDING
    ON, and such tables inside tables; `tables_slide` says that what stands behind such a table moves with its length; `larger_redefines` lets a redefinition below level 01 be longer than
    its subject; `redefine_redefinitions` lets REDEFINES name an item that itself redefines; `utf16_national` says
    that the characters of national items are UTF-16.
    """

    binary_sizes: BinarySizes = BinarySizes.ONE_TWO_FOUR_EIGHT
    synchronized: bool = True
    complex_occurs: bool = False
    tables_slide: bool = False
    larger_redefines: bool = False
    redefine_redefinitions: bool = False
    utf16_national: bool = False


_MAINFRAME_LIKE = frozenset({"ibm", "mf"})


def rules_of(dialect: Dialect) -> StorageRules:
    """Return the storage rules of a dialect."""
    relaxed = dialect.name in _MAINFRAME_LIKE
    return StorageRules(
        binary_sizes=BinarySizes(dialect.binary_size),
        synchronized=dialect.name != "cobol85",
        complex_occurs=relaxed or dialect.tables_slide,
        tables_slide=dialect.tables_slide,
        larger_redefines=relaxed,
        redefine_redefinitions=relaxed,
        utf16_national=dialect.utf16_national,
    )
