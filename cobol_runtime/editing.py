"""Editing PICTUREs: how digits and a sign become characters (ISO 1989:2002, 13.16.37.3)."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

from cobol_runtime.figurative import Fill
from cobol_runtime.rounding import ten_to, unscaled

REPEATED = re.compile(r"(.)\((\d+)\)")
DIGIT_PLACES = "9Z*"
PROBE = "".join(map(chr, range(0xE000, 0xE000 + 128)))
"""Characters that stand for the digits of any number while a picture is tried out."""


def expanded(picture: str) -> str:
    """*picture* with every repetition factor written out: ``9(3)`` becomes ``999``."""
    return REPEATED.sub(lambda found: found[1] * int(found[2]), picture.upper())


def insert_text(picture: str, text: str) -> str:
    """*text* in the X, A and 9 positions of an expanded alphanumeric-edited picture, insertions between."""
    places = sum(symbol in "AX9" for symbol in picture)
    characters = iter(text.to_length(places) if isinstance(text, Fill) else text)
    return "".join(
        next(characters, " ") if symbol in "AX9" else " " if symbol == "B" else symbol for symbol in picture
    )


def no_digits(digits: str) -> tuple[()]:
    """What a format without places takes of any *digits*."""
    return ()


class NumberEditor:
    """One numeric-edited picture; `edit(number)` gives its `length` characters."""

    def __init__(
        self, picture: str, blank_when_zero: bool, currency: str, decimal_comma: bool, whole_results: bool
    ) -> None:
        self.blank_when_zero = blank_when_zero
        self.whole_results = whole_results
        self.currency = currency
        self.point = "," if decimal_comma else "."
        self.full = expanded(picture).replace("CR", "C").replace("DB", "D")
        self.runs = [(symbol, len(list(run))) for symbol, run in groupby(self.full)]
        self.length = sum(2 if s in "CD" else 0 if s in "VPS" else 1 for s in self.full)
        self.whole_places, self.places_left = self.count_places()
        self.digits, self.scale = self.count_digits()
        self.consumed, self.window = self.count_consumed()
        self.factor = Decimal(ten_to(self.window)) if self.window > 0 else 1
        self.modulus = ten_to(self.consumed)
        self.templates: dict[tuple[int, bool], tuple[str, Callable[[str], object]]] = {}

    def count_places(self) -> tuple[int, bool]:
        """Digit positions before the decimal point, and whether P stands left of all of them."""
        count, signs, currencies = 0, True, True
        for symbol, times in self.runs:
            if symbol in DIGIT_PLACES:
                count, signs, currencies = count + times, False, False
            elif (currencies and symbol == self.currency) or (signs and symbol in "+-"):
                count += times
            elif symbol == "P":
                if count == 0:
                    return 0, True
                count, signs, currencies = count + times, False, False
            elif symbol in ("V", self.point):
                break
        return count, False

    def count_digits(self) -> tuple[int, int]:
        """Digits and decimal places that the result of an arithmetic statement may have in this picture."""
        digits = scale = 0
        behind = signs = currencies = False
        for place, (symbol, times) in enumerate(self.runs):
            counted = 0
            if symbol in DIGIT_PLACES:
                counted = times
            elif symbol in "+-":
                counted = times - (not signs)
                signs = True
            elif symbol in "CD":
                signs = True
            elif symbol == self.currency:
                floated = times - (not currencies)
                digits += floated
                scale += floated if behind and not self.whole_results else 0
                currencies = True
            elif symbol == "P":
                behind = behind or place == 0 or (self.runs[0][0] == "V" and place == 1)
                digits += times
                scale += times if behind else -times
            elif symbol in ("V", self.point):
                behind = True
            digits += counted
            scale += counted if behind else 0
        return digits, scale

    def __call__(self, number: int | Decimal) -> str:
        """*number* edited. What is shown depends on its digits only from the first that is not zero."""
        whole = int(number * self.factor) if self.window >= 0 else unscaled(number, self.window)
        whole = abs(whole) % self.modulus
        digits = str(whole) if whole else ""
        key = (len(digits), number < 0)
        template = self.templates.get(key)
        if template is None:
            template = self.templates[key] = self.template(len(digits), number < 0)
        form, choose = template
        return form % choose(digits)

    def template(self, significant: int, negative: bool) -> tuple[str, Callable[[str], object]]:
        """How numbers with so many *significant* digits are shown: a format, and what chooses the digits that go into it."""
        probe = "0" * (self.consumed - significant) + PROBE[:significant]
        shown = Editing(self, probe, self.window, negative).result()
        places = [PROBE.index(character) for character in shown if character in PROBE]
        form = "".join("%s" if c in PROBE else "%%" if c == "%" else c for c in shown)
        return form, itemgetter(*places) if places else no_digits

    def count_consumed(self) -> tuple[int, int]:
        """How many digits one number gives to the picture, and how many of them are decimal places."""
        symbols = "9Z*+-" + self.currency
        consumed = sum(times for symbol, times in self.runs if symbol in symbols)
        skipped = sum(times for symbol, times in self.runs if symbol == "P") if self.places_left else 0
        return consumed, consumed + skipped - self.whole_places

    def edit(self, digits: str, scale: int, negative: bool) -> str:
        """*digits*, the last *scale* of them behind the point, as the picture shows them."""
        return Editing(self, digits, scale, negative).result()


class Editing:
    """One number on its way through a picture, symbol by symbol."""

    def __init__(self, editor: NumberEditor, digits: str, scale: int, negative: bool) -> None:
        self.editor = editor
        self.digits = digits
        self.negative = negative
        self.source = len(digits) - scale - editor.whole_places
        self.out: list[str] = []
        self.pad = " "
        self.zero = True
        self.suppressing = True
        self.digit_seen = False
        self.sign = ""
        self.currency = ""
        self.sign_first = False
        self.floating = False
        self.fixed_at = -1
        self.fixed = ""
        self.point_at = -1
        self.end = editor.length

    def next_digit(self) -> str:
        digit = self.digits[self.source] if 0 <= self.source < len(self.digits) else "0"
        self.source += 1
        if digit != "0":
            self.zero = self.suppressing = False
        return digit

    def result(self) -> str:
        for symbol, times in self.editor.runs:
            for left in range(times, 0, -1):
                self.symbol(symbol, left)
        blank = self.editor.blank_when_zero
        if self.suppressing or (self.zero and blank):
            if self.pad == " " or blank:
                return " " * self.editor.length
            return "".join(c if c == self.editor.point else self.pad for c in self.out)
        self.fill_fraction()
        self.place_sign()
        self.replace_blanks()
        return "".join(self.out)

    def symbol(self, symbol: str, left: int) -> None:
        """Put out what one picture symbol shows; *left* repetitions of it remain."""
        out = self.out
        if symbol == "9":
            out.append(self.next_digit())
            self.suppressing, self.digit_seen = False, True
        elif symbol in "Z*":
            digit = self.next_digit()
            self.pad = "*" if symbol == "*" else " "
            out.append(self.pad if self.suppressing else digit)
            self.digit_seen = True
        elif symbol in "0/":
            out.append(symbol)
        elif symbol == "B":
            out.append(self.pad if self.suppressing else "B")
        elif symbol == "V":
            self.point_at = len(out) - 1
        elif symbol in ".,":
            if symbol == self.editor.point:
                self.point_at = len(out)
                out.append(symbol)
            else:
                out.append(self.pad if self.suppressing else symbol)
        elif symbol == "P":
            self.source += self.editor.places_left
        elif symbol in "CD":
            self.end = len(out)
            shown = "CR" if symbol == "C" else "DB"
            out.extend(shown if self.negative and not self.zero else "  ")
        elif symbol in "+-":
            self.sign_symbol(symbol, left)
        elif symbol == self.editor.currency:
            self.currency_symbol(symbol, left)

    def sign_symbol(self, symbol: str, left: int) -> None:
        digit = self.next_digit()
        if self.digit_seen:
            self.out.append("-" if self.negative and not self.zero else "+" if symbol == "+" else " ")
            self.end -= 1
        elif not self.out or self.suppressing:
            self.out.append(self.pad)
            self.sign = symbol
            self.sign_first = self.sign_first or not self.currency
        else:
            self.out.append(digit)
        self.insertion(symbol, left)

    def currency_symbol(self, symbol: str, left: int) -> None:
        digit = self.next_digit()
        if self.digit_seen:
            self.out.append(symbol)
            self.end -= 1
        elif not self.out or self.suppressing:
            self.out.append(self.pad)
            self.currency = symbol
        else:
            self.out.append(digit)
        self.insertion(symbol, left)

    def insertion(self, symbol: str, left: int) -> None:
        """Tell a floating string of *symbol* from a single fixed one."""
        if left > 1 or self.fixed == symbol:
            self.floating = True
        elif not self.digit_seen:
            if self.fixed_at >= 0:
                self.out[self.fixed_at] = self.fixed
            self.fixed_at, self.fixed = len(self.out) - 1, symbol

    def fill_fraction(self) -> None:
        """Positions behind the point that are suppressed show zeros after all."""
        if self.editor.point == "" or self.point_at < 0:
            return
        for place in range(self.point_at + 1, self.end):
            if self.out[place] not in "0123456789,+-/B" and self.out[place] not in PROBE:
                self.out[place] = "0"

    def place_sign(self) -> None:
        """Put the sign or the currency symbol into the last suppressed position, or its fixed one."""
        sign = self.sign
        if sign:
            sign = "-" if self.negative and not self.zero else "+" if sign == "+" else " "
        if not sign and not self.currency:
            return
        if not self.floating:
            self.out[self.fixed_at] = (self.currency if self.fixed == self.editor.currency else sign) or "\0"
            return
        place = self.end - 1
        while place > 0 and self.out[place] != " ":
            place -= 1
        if sign and self.currency:
            self.out[place] = self.currency if self.sign_first else sign
        else:
            self.out[place] = sign or self.currency

    def replace_blanks(self) -> None:
        """B positions become the padding before the first other character and spaces behind it."""
        seen = False
        for place in range(self.end):
            if self.out[place] == "B":
                self.out[place] = " " if seen else self.pad
            else:
                seen = True


def number_editor(
    picture: str, blank_when_zero: bool, currency: str, decimal_comma: bool, whole_results: bool
) -> NumberEditor:
    """The editor of *picture*."""
    return NumberEditor(picture, blank_when_zero, currency, decimal_comma, whole_results)
