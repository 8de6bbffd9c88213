"""Column names: the data-name where it is unambiguous, else qualified by its groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cobol_parser.symbols import DataItem

RECORD, KEPT = "_record", "_bytes"
"""Columns of our own: the descriptions that were chosen, and bytes that the values do not hold."""


def item_label(item: DataItem) -> str:
    """The item's name; FILLER@offset for one without."""
    return item.name or f"FILLER@{item.offset}"


def column_names(records: Iterable[DataItem]) -> dict[DataItem, str]:
    """A column name for every item.

    Items of different records that have one name and one description share a column.
    """
    items = [item for record in records for item in record.walk()]
    named: dict[str, list[DataItem]] = {}
    for item in items:
        named.setdefault(item_label(item), []).append(item)
    names: dict[DataItem, str] = {}
    for label, same in named.items():
        if len(same) == 1 or _one_column(same):
            names.update(dict.fromkeys(same, label))
        else:
            names.update(_qualified(same))
    return names


def _one_column(items: list[DataItem]) -> bool:
    return (
        len({item.record for item in items}) == len(items) and len({_signature(item) for item in items}) == 1
    )


def _signature(item: DataItem) -> tuple[object, ...]:
    below = tuple((item_label(child), _signature(child)) for child in item.children)
    shape = item.usage, item.category, item.size, item.digits, item.scale, item.signed
    return (*shape, len(item.dimensions), below)


def _qualified(items: list[DataItem]) -> dict[DataItem, str]:
    """GROUP.NAME with as many groups as tell the items apart; their offset when none do."""
    found: dict[DataItem, str] = {}
    for item in items:
        for name in _longer_names(item):
            if sum(name in set(_longer_names(other)) for other in items) == 1:
                found[item] = name
                break
        else:
            found[item] = f"{item_label(item)}@{item.record.name}.{item.offset}"
    return found


def _longer_names(item: DataItem) -> Iterator[str]:
    name = item_label(item)
    for group in list(item.lineage())[1:]:
        if group.name is not None:
            name = f"{group.name}.{name}"
            yield name
