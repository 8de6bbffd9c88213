"""Where data items lie: sizes, offsets, slack bytes and the strides of tables.

A record is laid out twice over: `lay_out` gives every item its offset and the size of one occurrence, as soon as its record
is declared; `complete` derives dimensions and variable-length facts when every name is known.
The rules are those GnuCOBOL 3.1.2 applies, quirks of SYNCHRONIZED included (see `_Aligner`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cobol_parser.picture import Category
from cobol_parser.storage_rules import BinarySizes, StorageRules
from cobol_parser.symbols import DataItem, Dimension, Usage

# --- elementary items

_FIXED_SIZES: Mapping[Usage, int] = {
    Usage.COMP_1: 4,
    Usage.COMP_2: 8,
    Usage.INDEX: 4,
    Usage.POINTER: 8,
    Usage.PROCEDURE_POINTER: 8,
    Usage.BINARY_CHAR: 1,
    Usage.BINARY_SHORT: 2,
    Usage.BINARY_LONG: 4,
    Usage.BINARY_DOUBLE: 8,
    Usage.FLOAT_DECIMAL_16: 8,
    Usage.FLOAT_DECIMAL_34: 16,
}


def elementary_size(item: DataItem, rules: StorageRules) -> int:
    """Return the bytes of one occurrence of an elementary item (0 when it has no usable description)."""
    fixed = _FIXED_SIZES.get(item.usage)
    if fixed is not None:
        return fixed
    picture = item.picture
    if picture is None:
        return 0
    if item.usage is Usage.COMP_3:
        return item.digits // 2 + 1
    if item.usage is Usage.COMP_6:
        return (item.digits + 1) // 2
    if item.usage is Usage.COMP_X:
        return smallest_binary(item.digits, signed=False)
    if item.usage in (Usage.BINARY, Usage.COMP_5):
        return _binary_size(item, rules.binary_sizes)
    if item.category in (Category.NATIONAL, Category.NATIONAL_EDITED):
        return 2 * picture.size
    return picture.size + int(item.sign_separate and picture.signed)


def _binary_size(item: DataItem, sizes: BinarySizes) -> int:
    digits = item.digits
    if sizes is BinarySizes.SMALLEST:
        return smallest_binary(digits, signed=item.signed)
    if digits <= 2 and (sizes is BinarySizes.ONE_TWO_FOUR_EIGHT or item.usage is Usage.COMP_5):
        return 1
    return 2 if digits <= 4 else 4 if digits <= 9 else 8


def smallest_binary(digits: int, *, signed: bool) -> int:
    """Return the fewest bytes whose two's complement or unsigned range holds `digits` decimal digits."""
    largest: int = 10**digits - 1
    bits = largest.bit_length() + int(signed)
    return max(1, (bits + 7) // 8)


# --- groups


def lay_out(record: DataItem, rules: StorageRules) -> None:
    """Set `offset`, `size`, `total_size` and `slack` of a level 01 or 77 item and all its subordinates."""
    record.offset = 0
    _size(record, rules, _Aligner())


@dataclass(slots=True)
class _Aligner:
    """The largest alignment met since a group was last entered.

    cobc keeps one such number for the whole record, so that a group that is left forgets what its superordinate group had
    met before: the padding at the end of an occurrence depends on it.
    """

    largest: int = 1


def _size(item: DataItem, rules: StorageRules, aligner: _Aligner) -> None:
    if item.children:
        item.size = _size_group(item, rules, aligner)
    elif item.category is Category.GROUP and item.picture is None:
        item.size = 0
    else:
        item.size = elementary_size(item, rules)
    item.total_size = item.size * repetitions(item)


def repetitions(item: DataItem) -> int:
    """Return the maximum of the item's own OCCURS clause, 1 without one."""
    own = item.occurs
    return own.maximum if own else 1


def _size_group(group: DataItem, rules: StorageRules, aligner: _Aligner) -> int:
    used = 0
    aligner.largest = 1
    for child in group.children:
        child.slack = 0
        if child.redefines is not None:
            child.offset = child.redefines.offset
            _size(child, rules, aligner)
            used += _growth(child, group.children)
            continue
        child.offset = group.offset + used
        _size(child, rules, aligner)
        used += child.total_size
        boundary = _alignment(child)
        child.slack = -child.offset % boundary
        child.offset += child.slack
        used += child.slack
        aligner.largest = max(aligner.largest, boundary)
    if repetitions(group) > 1 and used % aligner.largest:
        padding = -used % aligner.largest
        _last_item(group).offset += padding
        used += padding
    return used


def _growth(redefinition: DataItem, siblings: tuple[DataItem, ...]) -> int:
    """Bytes by which a redefinition reaches beyond everything that shares its place so far."""
    subject = redefinition.redefines
    longest = 0
    for sibling in siblings:
        if sibling is redefinition:
            break
        if sibling is subject or sibling.redefines is subject:
            longest = max(longest, sibling.total_size)
    return max(0, redefinition.total_size - longest)


def _alignment(item: DataItem) -> int:
    """The boundary a SYNCHRONIZED item wants: its own size for binary and floating-point items of 2, 4 or 8 bytes."""
    if not item.synchronized or item.children:
        return 1
    if item.usage in (Usage.DISPLAY, Usage.NATIONAL, Usage.COMP_3, Usage.COMP_6):
        return 1
    return item.size if item.size in (2, 4, 8) else 1


def _last_item(group: DataItem) -> DataItem:
    item = group
    while item.children:
        item = item.children[-1]
    return item


# --- derived facts


def complete(record: DataItem, *, slides: bool = False) -> None:
    """Set `dimensions` (with strides), `variable_tables` and, where tables slide, `moved_by` below `record`, once OCCURS clauses are
    resolved.

    Before this, an item with OCCURS carries only its own dimension, with stride 0.
    """
    _complete(record, ())
    if slides:
        _slide(record, ())


def _slide(item: DataItem, before: tuple[DataItem, ...]) -> tuple[DataItem, ...]:
    """Set `moved_by` of an item that stands behind the variable tables `before`, and count all tables in a group. Gives the tables
    that end with the item."""
    item.moved_by = before
    tables: tuple[DataItem, ...] = ()
    for child in item.children:
        if child.redefines is not None:
            _slide(child, child.redefines.moved_by)
        else:
            tables += _slide(child, (*before, *tables))
    item.variable_tables = tables
    return (item,) if item.depending_on is not None else tables


def _complete(item: DataItem, outer: tuple[Dimension, ...]) -> list[DataItem]:
    own = item.occurs
    if own is not None:
        outer = (*outer, Dimension(item, own.minimum, own.maximum, item.size, own.depending_on))
    item.dimensions = outer
    tables: list[DataItem] = []
    for child in item.children:
        below = _complete(child, outer)
        if child.redefines is None and child.size:
            tables = below
    item.variable_tables = tuple(tables)
    if own is not None:
        return [item] if own.depending_on is not None else []
    return tables


def place_renames(item: DataItem, first: DataItem, last: DataItem) -> None:
    """Set offset and size of a level 66 item that spans `first` to `last` of a laid-out record."""
    item.renames = (first, last)
    item.offset = first.offset
    item.size = last.offset + last.size - first.offset
    item.total_size = item.size
