"""`cobolift data layout`: where the items of a copybook lie, as table, JSON or ruler."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.markup import escape
from rich.table import Table

from cobol_parser.symbols import DataItem

_RULER_WIDTH = 100


def layout_table(record: DataItem, renames: Sequence[DataItem] = ()) -> Table:
    """A record as a table, its level 66 items *renames* last: offsets count from 0, lengths are of one occurrence."""
    title = f"{record.name or 'FILLER'}: {record.total_size} bytes"
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for heading in ("offset", "length"):
        table.add_column(heading, justify="right")
    for heading in ("item", "usage", "picture", "occurs", "notes"):
        table.add_column(heading)
    for item in (*record.walk(), *renames):
        depth = sum(1 for _ in item.lineage()) - 1 if item.renames is None else 1
        table.add_row(
            str(item.offset),
            str(item.size),
            escape(f"{'  ' * depth}{item.level:02d} {item.name or 'FILLER'}"),
            "group" if item.children or (item.renames is not None and item.is_group) else str(item.usage),
            item.picture.text if item.picture is not None else "",
            _occurs(item),
            escape(", ".join(_notes(item))),
        )
    return table


def _occurs(item: DataItem) -> str:
    own = item.occurs
    if own is None:
        return ""
    if own.depending_on is None:
        return str(own.maximum)
    return f"{own.minimum} to {own.maximum} by {own.depending_on.name}"


def _notes(item: DataItem) -> Iterator[str]:
    if item.renames is not None:
        first, last = item.renames
        yield f"renames {first.name}" + (f" to {last.name}" if last is not first else "")
        return
    if item.redefines is not None:
        yield f"redefines {item.redefines.name or 'FILLER'}"
    if item.signed and not item.children and item.usage == "DISPLAY":
        where = "leading" if item.sign_leading else "trailing"
        yield f"sign {where}{' separate' if item.sign_separate else ''}"
    if item.slack:
        yield f"{item.slack} slack byte{'s' * (item.slack > 1)} before"
    if item.justified:
        yield "justified"
    for condition in item.conditions:
        yield f"88 {condition.name}"


def layout_json(records: Sequence[DataItem]) -> list[dict[str, Any]]:
    """The records for machines; `items` is flat, in order of description, with level and group to rebuild the tree."""
    return [
        {
            "name": record.name,
            "length": record.total_size,
            "variable": any(item.depending_on is not None for item in record.walk()),
            "items": [_item_json(item) for item in record.walk()],
        }
        for record in records
    ]


def _item_json(item: DataItem) -> dict[str, Any]:
    own = item.occurs
    found: dict[str, Any] = {
        "level": item.level,
        "name": item.name,
        "group": item.parent.name if item.parent is not None else None,
        "offset": item.offset,
        "length": item.size,
        "usage": None if item.children else str(item.usage),
        "category": str(item.category),
        "picture": item.picture.text if item.picture is not None else None,
    }
    if item.is_numeric:
        found |= {"digits": item.digits, "scale": item.scale, "signed": item.signed}
    if item.redefines is not None:
        found["redefines"] = item.redefines.name
    if own is not None:
        found["occurs"] = {"minimum": own.minimum, "maximum": own.maximum, "stride": own.stride}
        if own.depending_on is not None:
            found["occurs"]["depending_on"] = own.depending_on.name
    if item.conditions:
        found["conditions"] = [condition.name for condition in item.conditions]
    return found


def ruler(record: DataItem) -> Iterator[str]:
    """A picture of the bytes: a ruler, the items below it, redefinitions on lines of their own."""
    yield f"{record.name or 'FILLER'}: {record.total_size} bytes"
    items = [item for item in record.elementary() if item.size]
    layers = _layers(items)
    for start in range(0, record.total_size, _RULER_WIDTH):
        end = min(start + _RULER_WIDTH, record.total_size)
        lines = [line for line in (_layer_line(layer, start, end) for layer in layers) if line.strip()]
        if start and not lines:
            continue
        yield ""
        yield _ruler_line(start, end)
        yield from lines


def _ruler_line(start: int, end: int) -> str:
    line = list(
        "".join("|" if place % 10 == 0 else ":" if place % 5 == 0 else "." for place in range(start, end))
    )
    for place in range(start - start % 10, end, 10):
        for distance, digit in enumerate(str(place), 1):
            if 0 <= place - start + distance < len(line):
                line[place - start + distance] = digit
    return "".join(line)


def _layers(items: list[DataItem]) -> list[list[DataItem]]:
    """The items on as few lines as it takes for them not to overlap; redefinitions below what they redefine."""
    layers: list[list[DataItem]] = []
    taken: list[set[int]] = []
    for item in items:
        depth = sum(1 for level in item.lineage() if level.redefines is not None)
        places = {place for start in _starts(item) for place in range(start, start + item.size)}
        number = next(
            (layer for layer in range(depth, len(layers)) if taken[layer].isdisjoint(places)),
            max(depth, len(layers)),
        )
        while number >= len(layers):
            layers.append([])
            taken.append(set())
        layers[number].append(item)
        taken[number] |= places
    return layers


def _starts(item: DataItem) -> list[int]:
    """Where the occurrences of an item begin."""
    starts = [item.offset]
    for dimension in item.dimensions:
        starts = [
            start + number * dimension.stride for start in starts for number in range(dimension.maximum)
        ]
    return starts


def _layer_line(layer: list[DataItem], start: int, end: int) -> str:
    line = [" "] * (end - start)
    for item in layer:
        text = _cell(item)
        for first in _starts(item):
            for place in range(max(first, start), min(first + item.size, end)):
                line[place - start] = text[place - first]
    return "".join(line).rstrip()


def _cell(item: DataItem) -> str:
    """`[NAME---]` as wide as the item; `[###]` for a filler."""
    name = item.name or "#" * item.size
    if item.size < 3:
        return f"{name[: item.size - 1]}]" if item.size > 1 else name[:1]
    inner = name[: item.size - 2].ljust(item.size - 2, "-")
    return f"[{inner}]"
