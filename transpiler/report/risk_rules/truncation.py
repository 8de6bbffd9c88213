"""MOVEs that cannot keep all of what they are given: digits, decimals, a sign, characters.

The capacity of both sides is known from their PICTUREs, that of a literal from its value. Figurative constants fit everywhere; results of
functions, parts whose length is not known now and floating-point items are not judged. Neither is arithmetic: every counter can overflow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import DataItem, Usage
from transpiler.report.estate import ProgramFile
from transpiler.report.risk_rules.common import TEXT, Found, item_of, nodes

_WHOLE_BYTES = frozenset(
    {
        Usage.COMP_5, Usage.COMP_X, Usage.INDEX, Usage.BINARY_CHAR, Usage.BINARY_SHORT, Usage.BINARY_LONG,
        Usage.BINARY_DOUBLE,
    }
)  # fmt: skip
"""Binary items that hold more than their PICTURE says."""


@dataclass(frozen=True, slots=True)
class Number:
    """Digit positions before and behind the point; whether there may be a sign."""

    whole: int
    decimals: int
    signed: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """A sending operand with its name and a receiving item; `numbers` when both are numeric, else characters."""

    sender: str
    receiver: DataItem
    numbers: tuple[Number, Number] | None
    characters: tuple[int, int] | None
    at: ast.Node

    @property
    def about(self) -> str:
        """`SENDER to RECEIVER`."""
        return f"{self.sender} to {self.receiver.name or 'FILLER'}"


def cut_digits(file: ProgramFile, analysis: ProgramAnalysis) -> Found:
    """High-order digits are lost."""
    return _found(analysis, _lost_digits)


def cut_decimals(file: ProgramFile, analysis: ProgramAnalysis) -> Found:
    """Decimal places are lost."""
    return _found(analysis, _lost_decimals)


def lost_sign(file: ProgramFile, analysis: ProgramAnalysis) -> Found:
    """A negative number becomes positive."""
    return _found(analysis, _lost_sign)


def cut_text(file: ProgramFile, analysis: ProgramAnalysis) -> Found:
    """Characters are lost."""
    return _found(analysis, _lost_characters)


def _found(analysis: ProgramAnalysis, reason: Callable[[Pair], str | None]) -> Found:
    for pair in _pairs(analysis):
        said = reason(pair)
        if said is not None:
            yield pair.about, said, pair.at


def _lost_digits(pair: Pair) -> str | None:
    if pair.numbers is None:
        return None
    sent, kept = pair.numbers
    if sent.whole <= kept.whole or pair.receiver.usage in _WHOLE_BYTES:
        return None
    return f"MOVE {pair.about}: of {sent.whole} digits before the point {kept.whole} are kept, the leading ones are lost"


def _lost_decimals(pair: Pair) -> str | None:
    if pair.numbers is None or pair.numbers[0].decimals <= pair.numbers[1].decimals:
        return None
    sent, kept = pair.numbers
    return f"MOVE {pair.about}: of {sent.decimals} decimal places {kept.decimals} are kept, without rounding"


def _lost_sign(pair: Pair) -> str | None:
    if pair.numbers is None or not pair.numbers[0].signed or pair.numbers[1].signed:
        return None
    return f"MOVE {pair.about}: a negative number arrives as a positive one"


def _lost_characters(pair: Pair) -> str | None:
    if pair.characters is None or pair.characters[0] <= pair.characters[1]:
        return None
    sent, kept = pair.characters
    end = "first" if pair.receiver.justified else "last"
    return f"MOVE {pair.about}: of {sent} characters {kept} are kept, the {end} {_lost(sent - kept)} lost"


def _lost(count: int) -> str:
    return "one is" if count == 1 else f"{count} are"


def _pairs(analysis: ProgramAnalysis) -> Iterator[Pair]:
    for node in nodes(analysis):
        if isinstance(node, ast.Move):
            for receiver in node.receivers:
                item = item_of(analysis, receiver)
                if item is not None and not item.is_variable and not item.any_length:
                    yield from _pair(analysis, node, item)


def _pair(analysis: ProgramAnalysis, node: ast.Move, receiver: DataItem) -> Iterator[Pair]:
    source = node.source
    sender = item_of(analysis, source)
    name = (sender.name or "FILLER") if sender is not None else _written(source)
    to_number = receiver.category in (Category.NUMERIC, Category.NUMERIC_EDITED)
    if to_number and (sent := _number(source, sender)) is not None:
        yield Pair(name, receiver, (sent, _capacity(receiver)), None, node)
    elif not to_number and receiver.category in TEXT and (length := _length(source, sender)) is not None:
        yield Pair(name, receiver, None, (length, receiver.characters), node)


def _written(source: ast.Expression) -> str:
    if isinstance(source, ast.NumericLiteral):
        return source.text
    return f'"{source.value}"' if isinstance(source, ast.AlphanumericLiteral) else "a part of an item"


def _number(source: ast.Expression, sender: DataItem | None) -> Number | None:
    if isinstance(source, ast.NumericLiteral):
        digits = f"{abs(source.value):f}"
        whole, _, decimals = digits.partition(".")
        return Number(len(whole.lstrip("0")), len(decimals.rstrip("0")), source.value < 0)
    if sender is None or sender.category is not Category.NUMERIC:
        return None
    return _capacity(sender)


def _capacity(item: DataItem) -> Number:
    if item.category is Category.NUMERIC_EDITED and item.picture is not None:
        picture = item.picture
        return Number(max(picture.digits - picture.scale, 0), max(picture.scale, 0), picture.signed)
    return Number(max(item.digits - item.scale, 0), max(item.scale, 0), item.signed)


def _length(source: ast.Expression, sender: DataItem | None) -> int | None:
    if isinstance(source, ast.AlphanumericLiteral):
        return len(source.value.rstrip(" "))
    if sender is None or sender.is_variable or sender.any_length:
        return None
    if sender.category in TEXT or sender.category is Category.NUMERIC_EDITED:
        return sender.characters
    if sender.category is Category.NUMERIC and sender.scale <= 0 and sender.usage not in _WHOLE_BYTES:
        return sender.digits
    return None
