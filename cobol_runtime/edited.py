"""Edited items: PICTUREs with insertion, suppression and sign control (ISO 1989:2002, 13.16.37)."""

from __future__ import annotations

from cobol_runtime.area import Area, stretch
from cobol_runtime.conversion import as_number, edited_digits
from cobol_runtime.editing import expanded, insert_text, number_editor
from cobol_runtime.exceptions import size_error, truncation
from cobol_runtime.field import Field, Number, Reader, Writer
from cobol_runtime.numeric import Digits
from cobol_runtime.rounding import Rounding, places, ten_to, unscaled_rounded


class NumericEdited(Field[str, int | Number | str]):
    """A numeric-edited item. Storing a number edits it; text is first taken as a number (see `as_number`).

    `whole_results`: results of arithmetic get no decimal places from a floating currency sign behind the point, as in GnuCOBOL.
    """

    def __init__(
        self,
        picture: str,
        *,
        at: int | None = None,
        value: Number | str | None = None,
        blank_when_zero: bool = False,
        currency: str = "$",
        decimal_comma: bool = False,
        whole_results: bool = False,
    ) -> None:
        self.picture = picture
        self.blank_when_zero = blank_when_zero
        self.currency = currency
        self.decimal_comma = decimal_comma
        self.edit = number_editor(picture, blank_when_zero, currency, decimal_comma, whole_results)
        super().__init__(self.edit.length, at=at, value=value)

    def codec(self) -> tuple[Reader[str], Writer[Number | str]]:
        here, length, edit, comma = self.at, self.length, self.edit, self.decimal_comma
        put = stretch(length).pack_into

        def read(area: Area, at: int = here) -> str:
            start = area.base + at
            return area.memory[start : start + length].decode("latin-1")

        def write(area: Area, value: Number | str, at: int = here) -> None:
            number = as_number(value, decimal_comma=comma) if isinstance(value, str) else value
            if number == number:
                put(area.memory, area.base + at, edit(number).encode("latin-1"))

        return read, write

    def number(self, area: Area) -> Number:
        """The value of the characters, editing removed."""
        return self.sent(area).number()

    def sent(self, area: Area) -> Digits:
        """What the item sends to a numeric receiver."""
        return Digits(*edited_digits(self.text(area), self.edit.full, decimal_comma=self.decimal_comma))

    def put_digits(self, area: Area, sent: Digits) -> None:
        """Edit *sent*, whose characters need not be digits, in a MOVE."""
        self.put_raw(area, self.edit.edit(*sent).encode("latin-1"))

    def store(self, area: Area, value: Number, rounded: bool | Rounding = False) -> bool:
        """Store for a statement with ON SIZE ERROR: False, and the item unchanged, when *value* does not fit."""
        mode = Rounding.NEAREST_AWAY_FROM_ZERO if rounded is True else rounded or Rounding.TRUNCATION
        if not self.has_room(value, mode):
            return size_error(value)
        self.put_rounded(area, value, mode)
        exact = mode is not Rounding.PROHIBITED or value == 0 or places(value) <= self.edit.scale
        return exact or truncation()

    def has_room(self, value: Number, mode: Rounding = Rounding.TRUNCATION) -> bool:
        number = value == value and unscaled_rounded(value, self.edit.scale, mode)
        return number is not False and abs(number) < ten_to(self.edit.digits)

    def put_rounded(
        self, area: Area, value: Number, mode: Rounding = Rounding.NEAREST_AWAY_FROM_ZERO
    ) -> None:
        """Store the result of an arithmetic statement ROUNDED, without ON SIZE ERROR."""
        if value == value:
            number = unscaled_rounded(value, self.edit.scale, mode)
            digits = str(abs(number) % ten_to(self.edit.digits)).zfill(self.edit.digits)
            self.put_digits(area, Digits(digits, self.edit.scale, number < 0))

    def clear(self, area: Area) -> None:
        self.write(area, 0)


class AlphanumericEdited(Field[str, str]):
    """An alphanumeric-edited item: B, 0 and / are inserted between the characters stored."""

    def __init__(self, picture: str, *, at: int | None = None, value: str | None = None) -> None:
        self.picture = expanded(picture)
        super().__init__(len(self.picture), at=at, value=value)

    def codec(self) -> tuple[Reader[str], Writer[str]]:
        here, length, picture = self.at, self.length, self.picture

        def read(area: Area, at: int = here) -> str:
            start = area.base + at
            return area.memory[start : start + length].decode("latin-1")

        def write(area: Area, value: str, at: int = here) -> None:
            start = area.base + at
            area.memory[start : start + length] = insert_text(picture, value).encode("latin-1")

        return read, write
