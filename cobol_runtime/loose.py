"""Items that belong to no group: level 77 and elementary level 01 (ISO 1989:2002, 13.8).

No name but its own leads to the bytes of such an item, unless it is redefined or its storage is given away (CALL USING, ADDRESS OF). A
number is therefore kept as it was stored, and takes its bytes when something looks at them: what only counts and adds up needs no digits.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cached_property
from typing import Any, ClassVar

from cobol_runtime.area import Area
from cobol_runtime.binary import Binary, NativeBinary
from cobol_runtime.field import Field, Number
from cobol_runtime.numeric import NumericField
from cobol_runtime.packed import Packed
from cobol_runtime.record import Record
from cobol_runtime.rounding import scaled
from cobol_runtime.zoned import Zoned


class Kept:
    """What is different in a field whose number is kept: every operation on an area finds the number in its bytes, in an ordinary field
    of the *kind* with the attributes *ordinary*. `settle` writes the number to its bytes, `give_away` for good."""

    kind: ClassVar[Any]
    ordinary: dict[str, Any]
    settle: Callable[[Any], None]
    give_away: Callable[[Any], None]

    @cached_property
    def in_bytes(self) -> Any:
        """The ordinary field."""
        return self.moved(0)

    def moved(self, distance: int) -> Any:
        """An ordinary field *distance* bytes further on."""
        other = self.kind.__new__(self.kind)
        other.__dict__.update(self.ordinary)
        other.at += distance
        other.bind()
        return other

    def identity(self) -> tuple[object, ...]:
        """As of the ordinary field."""
        identity: tuple[object, ...] = self.in_bytes.identity()
        return identity

    def area(self, items: Any) -> Area:
        """The item's own storage, where the number is from now on."""
        self.give_away(items)
        area: Area = self.in_bytes.area(items)
        return area


def kept_kind(kind: type) -> type:
    """The kind of field that keeps numbers of *kind*."""
    members: dict[str, object] = {name: operation_in_bytes(name) for name in operations(kind)}
    return type(kind.__name__, (Kept, kind), members | {"kind": kind, "__doc__": kind.__doc__})


def operations(kind: type) -> tuple[str, ...]:
    """The names of the operations of a kind of field on an area, which is their first argument."""
    methods = {name: getattr(getattr(kind, name), "__code__", None) for name in dir(kind)}
    on_area = [name for name, code in methods.items() if code and code.co_varnames[1:2] == ("area",)]
    return tuple(name for name in (*on_area, "load", "save") if name != "area")


def operation_in_bytes(name: str) -> Callable[..., Any]:
    """The operation *name* on the bytes of an item, which the number takes first."""

    def operate(self: Kept, items: Area, *arguments: Any, **named: Any) -> Any:
        self.settle(items)
        return getattr(self.in_bytes, name)(items, *arguments, **named)

    return operate


KINDS: dict[type, type] = {kind: kept_kind(kind) for kind in (Zoned, Packed, Binary, NativeBinary)}
"""The usages whose numbers are kept, with the kinds of field that keep them."""


class LooseItems(Record, length=0):
    """Items each of which has storage of its own. The arguments are those of :class:`Record`.

    `_numbers` has the numbers that are not in their bytes, by the places that the class gives its items; `_given_away` tells which
    items others may change through their bytes.
    """

    _places: ClassVar[int] = 0

    def __init_subclass__(cls, **arguments: Any) -> None:
        super().__init_subclass__(**arguments)
        numbers = numbers_apart(cls.fields.values())
        cls._places = len(numbers)
        for place, item in enumerate(numbers):
            keep(item, place)

    def __init__(self) -> None:
        super().__init__()
        self._numbers: list[Number | None] = [None] * self._places
        self._given_away = [False] * self._places

    def initialize_storage(self) -> None:
        super().initialize_storage()
        self._numbers[:] = [None] * self._places


def numbers_apart(items: Iterable[object]) -> list[NumericField[Any]]:
    """The numbers of the usages that are kept, without those that have bytes in common with another item."""
    fields = sorted((item for item in items if isinstance(item, Field)), key=lambda field: field.at)
    starts = [*(field.at for field in fields[1:]), sys.maxsize]
    end, found = 0, []
    for field, next_start in zip(fields, starts, strict=True):
        apart = end <= field.at <= next_start - field.length
        if apart and isinstance(field, NumericField) and type(field) in KINDS and field.scale >= 0:
            found.append(field)
        end = max(end, field.at + field.length)
    return found


def keep(field: NumericField[Any], place: int) -> None:
    """Keep the number of *field* at this *place*."""
    load, save = field.read, field.write
    unit = scaled(1, field.scale)
    limit = field.limit() * unit
    least = unit - limit if field.signed else 0

    def settle(items: Any) -> None:
        number = items._numbers[place]
        if number is not None:
            items._numbers[place] = None
            save(items, number)

    def read(items: Any, at: int = field.at) -> Any:
        number = items._numbers[place]
        return load(items, at) if number is None else number

    def write(items: Any, value: Any, at: int = field.at) -> None:
        if type(value) is int and least <= value < limit and not items._given_away[place]:
            items._numbers[place] = value
        else:
            settle(items)
            save(items, value, at)

    def write_decimal(items: Any, value: Any, at: int = field.at) -> None:
        number = value.quantize(unit) if type(value) is Decimal else value
        if type(number) is Decimal and least <= number < limit and number and not items._given_away[place]:
            items._numbers[place] = number
        else:
            settle(items)
            save(items, value, at)

    def give_away(items: Any) -> None:
        settle(items)
        items._given_away[place] = True

    ordinary = dict(vars(field))
    del field.load, field.save
    kept: Any = field
    kept.__class__ = KINDS[type(field)]
    kept.ordinary, kept.settle, kept.give_away = ordinary, settle, give_away
    kept.access(read, write_decimal if field.scale else write)
