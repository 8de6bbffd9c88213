"""Machine arithmetic: GnuCOBOL adds a small whole number to a native binary item without going through its decimal numbers.

It shows where the item is unsigned and the result is below zero: the item goes on from its largest value, while every
other statement stores the absolute value.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem, Usage
from transpiler.lower.context import Context
from transpiler.lower.store import receiver_item

_LARGEST_WORD = 2**31 - 1
_WORD_DIGITS = 9
_WORD_BYTES = 4
_DECIMAL = (Usage.DISPLAY, Usage.COMP_3, Usage.COMP_6)


def is_machine_word(context: Context, operands: Sequence[ast.Expression], *, lowers: bool) -> bool:
    """Whether what is added always fits into a machine word and can lead below zero: it `lowers` the receiver, or may be
    negative. Several literals count as their sum, other lists of operands go through decimal numbers."""
    literals = [operand.value for operand in operands if isinstance(operand, ast.NumericLiteral)]
    if operands and len(literals) == len(operands):
        total = sum(literals, Decimal(0))
        return total == int(total) and abs(total) <= _LARGEST_WORD and (lowers or total < 0)
    if len(operands) != 1 or not isinstance(operands[0], ast.Identifier):
        return False
    item = context.analysis.references.get(operands[0])
    if not isinstance(item, DataItem) or item.category is not Category.NUMERIC or item.scale > 0:
        return False
    if not (lowers or item.signed):
        return False
    return item.digits <= _WORD_DIGITS if item.usage in _DECIMAL else item.size <= _WORD_BYTES


def wraps_around(context: Context, receiver: ast.Receiver) -> bool:
    """Whether a receiver is an unsigned native binary whole number; Enterprise COBOL always stores the absolute value."""
    item = receiver_item(context, receiver.item)
    if item is None or receiver.rounding is not None or context.dialect.name == "ibm":
        return False
    if item.category is not Category.NUMERIC or item.usage in _DECIMAL:
        return False
    if item.usage is Usage.BINARY and context.dialect.binary_truncate:
        return False
    return not item.signed and item.scale == 0
