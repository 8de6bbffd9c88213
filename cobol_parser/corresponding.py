"""The pairs of items that a CORRESPONDING phrase works on (COBOL-85 standard, VI 6.4.5)."""

from __future__ import annotations

from collections.abc import Iterator

from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem

_IGNORED = frozenset({Category.INDEX, Category.POINTER, Category.PROCEDURE_POINTER})


def corresponding(
    a: DataItem, b: DataItem, *, arithmetic: bool = False
) -> tuple[tuple[DataItem, DataItem], ...]:
    """Return the corresponding items of groups `a` and `b` in the order of description in `a`.

    Items correspond when they have the same name and the same qualifiers up to the two groups. FILLER, redefinitions, tables,
    indexes and pointers are left out with all below them (what the groups themselves are does not matter). For
    MOVE at least one of a pair is elementary; with `arithmetic` (ADD, SUBTRACT) both are numeric.
    """
    return tuple(_pairs(a, b, arithmetic))


def _pairs(a: DataItem, b: DataItem, arithmetic: bool) -> Iterator[tuple[DataItem, DataItem]]:
    others = {item.name: item for item in reversed(b.children) if _takes_part(item)}
    for item in a.children:
        other = others.get(item.name)
        if other is None or not _takes_part(item):
            continue
        if item.children and other.children:
            yield from _pairs(item, other, arithmetic)
        elif not arithmetic or (item.category is Category.NUMERIC and other.category is Category.NUMERIC):
            yield item, other


def _takes_part(item: DataItem) -> bool:
    return (
        item.name is not None
        and item.redefines is None
        and item.occurs is None
        and item.category not in _IGNORED
    )
