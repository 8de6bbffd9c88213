"""MOVE between items that share storage, where the dialect moves byte by byte from left to right.

A mainframe's MVC sends a byte again that it has just stored, which programs use to spread a value over a table:
`MOVE SPACE TO TABLE(1:1) MOVE TABLE(1:79) TO TABLE(2:79)`. As in GnuCOBOL (move-ibm) this holds for text and groups whose lengths are
known and where the receiver is not longer than what is sent.
"""

from __future__ import annotations

from typing import NamedTuple

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem, FileItem
from transpiler.ir import nodes as ir
from transpiler.lower.addresses import area_of
from transpiler.lower.context import Context
from transpiler.lower.expressions import constant_integer, modifier_bounds

_BYTES = (Category.GROUP, Category.ALPHABETIC, Category.ALPHANUMERIC)


class Extent(NamedTuple):
    """Bytes of one storage: where they begin at the earliest and at the latest (subscripts), and how many they are."""

    storage: DataItem | FileItem
    earliest: int
    latest: int
    length: int


def overlapping_move(context: Context, sender: ast.Expression, receiver: ast.Identifier) -> ir.Stmt | None:
    """move_byte_by_byte(sender, receiver), where that can differ from any other way to move the bytes; else None."""
    if not context.dialect.moves_byte_by_byte or not isinstance(sender, ast.Identifier):
        return None
    sent, received = _extent(context, sender), _extent(context, receiver)
    if sent is None or received is None or not _sends_again(sent, received):
        return None
    return ir.Do(
        context.runtime_call("move_byte_by_byte", area_of(context, sender), area_of(context, receiver))
    )


def _sends_again(sent: Extent, received: Extent) -> bool:
    """Whether a byte that is stored can be one that is still to be sent."""
    return (
        sent.storage is received.storage
        and received.length <= sent.length
        and sent.earliest < received.latest
        and received.earliest < sent.latest + received.length
        and not (sent == received and sent.earliest != sent.latest)
    )


def _extent(context: Context, identifier: ast.Identifier) -> Extent | None:
    """Where an item lies; None for what is no text, or has no length that is known now."""
    item = context.analysis.references.get(identifier)
    if not isinstance(item, DataItem) or item.category not in _BYTES or item.utf16:
        return None
    if item.justified or item.is_variable or item.any_length:
        return None
    spread = sum((dimension.maximum - 1) * dimension.stride for dimension in item.dimensions)
    start, length = item.offset, item.size
    if identifier.reference_modifier is not None:
        first, size = map(constant_integer, modifier_bounds(context, identifier.reference_modifier))
        if first is None or (size is None and identifier.reference_modifier.length is not None):
            return None
        start, length = start + first - 1, size if size is not None else length - first + 1
    return Extent(_storage(item), start, start + spread, length)


def _storage(item: DataItem) -> DataItem | FileItem:
    record = item.record
    while record.redefines is not None:
        record = record.redefines
    return record.file or record
