"""PICTURE character-strings: category, size and shape (COBOL-85 standard, VI 5.9 PICTURE clause)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Category(StrEnum):
    """The category of a data item. GROUP and those from FLOAT on do not come from a PICTURE."""

    GROUP = "GROUP"
    ALPHABETIC = "ALPHABETIC"
    ALPHANUMERIC = "ALPHANUMERIC"
    ALPHANUMERIC_EDITED = "ALPHANUMERIC-EDITED"
    NUMERIC = "NUMERIC"
    NUMERIC_EDITED = "NUMERIC-EDITED"
    NATIONAL = "NATIONAL"
    NATIONAL_EDITED = "NATIONAL-EDITED"
    BOOLEAN = "BOOLEAN"
    FLOAT = "FLOAT"
    INDEX = "INDEX"
    POINTER = "POINTER"
    PROCEDURE_POINTER = "PROCEDURE-POINTER"


class PictureError(ValueError):
    """A character-string that breaks a rule; `position` is the 0-based place of the offending symbol in it."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.message = message
        self.position = position


@dataclass(frozen=True, slots=True)
class Picture:
    """A PICTURE that keeps the rules.

    `text` is as written, upper case. `size` counts character positions of a DISPLAY item: S, V and P take none (a SIGN
    SEPARATE position is the item's matter), CR and DB two. For numeric and numeric-edited pictures `digits` is the number of
    digit positions held (a floating string of n symbols holds n - 1; P positions are not counted) and `scale`
    the power of ten the digits are divided by: 2 for 9(3)V99; P on the right gives a negative scale (9(2)P(3): -3), P on
    the left adds to it (VP(3)9(2) and P(3)9(2): 5). `signed` is S, or an editing sign. `expanded` has every repetition
    written out: `$$$,$$9.99CR`.
    """

    text: str
    category: Category
    size: int
    digits: int
    scale: int
    signed: bool
    expanded: str

    @property
    def is_edited(self) -> bool:
        """One of the edited categories."""
        return self.category in (
            Category.NUMERIC_EDITED,
            Category.ALPHANUMERIC_EDITED,
            Category.NATIONAL_EDITED,
        )


def parse_picture(text: str, *, currency: str = "$", decimal_comma: bool = False) -> Picture:
    """Read a PICTURE character-string. Raises PictureError with the position of the offending symbol."""
    raise NotImplementedError
