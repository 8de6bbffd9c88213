"""OCCURS: an item that is repeated in its record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, Self, overload

from cobol_runtime.area import Area, span
from cobol_runtime.field import Field, Got, Put


class Occurrences(Generic[Got, Put]):
    """The occurrences of one table in one record: `[i]` or `[i, j]`, counted from 1.

    As in a program compiled without run-time checks a subscript may leave the table's bounds.
    """

    __slots__ = ("area", "offset", "read", "table", "write")

    def __init__(self, table: Table[Got, Put], area: Area) -> None:
        self.table = table
        self.area = area
        self.read, self.write = table.element.read, table.element.write
        self.offset = table.offset

    def __getitem__(self, subscripts: int | tuple[int, ...]) -> Got:
        offset = self.offset(subscripts)
        if offset < 0:
            self.before_memory(offset)
        return self.read(self.area, offset)

    def __setitem__(self, subscripts: int | tuple[int, ...], value: Put) -> None:
        offset = self.offset(subscripts)
        if offset < 0:
            self.before_memory(offset)
        self.write(self.area, value, offset)

    def before_memory(self, offset: int) -> None:
        """Refuse an *offset* before the first byte of the memory, which Python would count from its end."""
        span(self.area, offset, self.table.element.length)

    def __len__(self) -> int:
        return self.table.dimensions[0][0]

    def __iter__(self) -> Iterator[Got]:
        """The occurrences of a table of one dimension, first to last."""
        return (self[number] for number in range(1, len(self) + 1))


class Table(Generic[Got, Put]):
    """*element* repeated; each dimension is (times, stride in bytes), the outermost first."""

    name = ""

    def __init__(self, element: Field[Got, Put], *dimensions: tuple[int, int]) -> None:
        self.element = element
        self.dimensions = dimensions
        self.strides = tuple(stride for _, stride in dimensions)
        self.occurrences: dict[int, Field[Got, Put]] = {}
        self.bind()

    @overload
    def __get__(self, instance: None, owner: type | None = None, /) -> Self: ...
    @overload
    def __get__(self, instance: Area, owner: type | None = None, /) -> Occurrences[Got, Put]: ...
    def __get__(self, instance: Area | None, owner: type | None = None, /) -> Occurrences[Got, Put] | Self:
        if instance is None:
            return self
        occurrences = Occurrences(self, instance)
        instance.__dict__[self.name] = occurrences
        return occurrences

    if TYPE_CHECKING:

        def __set__(self, instance: Area, value: Occurrences[Got, Put], /) -> None: ...

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def bind(self) -> None:
        """Follow a change of the element's offset or sign encoding."""
        self.offset = offset_function(self.element.at - sum(self.strides), self.strides)
        self.occurrences.clear()

    def at(self, *subscripts: int) -> Field[Got, Put]:
        """The item of one occurrence, for the operations of :class:`Field`."""
        offset = self.offset(subscripts if len(subscripts) > 1 else subscripts[0])
        field = self.occurrences.get(offset)
        if field is None:
            field = self.occurrences[offset] = self.element.moved(offset - self.element.at)
        return field


class Sliding(Table[Got, Put]):
    """An item, or a table of it, behind tables of variable length: the last subscript is by how many bytes it is moved, 0 or less."""

    def bind(self) -> None:
        self.offset = offset_function(self.element.at - sum(self.strides), (*self.strides, 1))
        self.occurrences.clear()


def offset_function(base: int, strides: tuple[int, ...]) -> Callable[[Any], int]:
    """The function from a subscript, or a tuple of them, to the offset *base* + subscript * stride + …."""
    first, *others = strides
    if not others:
        return lambda subscript: base + subscript * first
    if len(others) == 1:
        second = others[0]

        def offset_of_two(subscripts: tuple[int, int]) -> int:
            row, column = subscripts
            return base + row * first + column * second

        return offset_of_two
    return lambda subscripts: base + sum(map(int.__mul__, subscripts, strides))
