"""Records: level 01 and 77 items as classes, their subordinate items as typed attributes."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import Any, ClassVar, Literal, Self

from cobol_runtime.area import Area
from cobol_runtime.field import AnyField, Field
from cobol_runtime.figurative import fitted
from cobol_runtime.table import Sliding, Table
from cobol_runtime.text import Group


class Record(Area):
    """A record of *length* bytes; `Record()` allocates one with its initial values. One of ANY LENGTH (`None`) is as
    long as the storage it is put over.

    `sign` says how the sign of DISPLAY numbers is combined with a digit: "ascii" ('p' to 'y' for -0 to -9) or
    "ebcdic" ('{' 'A' … and '}' 'J' …). `value` is the VALUE clause of the whole group. `storage` are the bytes that are
    allocated where a REDEFINES of the record is longer.
    """

    size: ClassVar[int]
    any_length: ClassVar[bool]
    whole: Group
    _storage: ClassVar[int]
    _group_value: ClassVar[str | None]
    fields: ClassVar[dict[str, AnyField | Table[Any, Any]]]

    def __init_subclass__(
        cls,
        *,
        length: int | None,
        storage: int = 0,
        value: str | None = None,
        sign: Literal["ascii", "ebcdic"] = "ascii",
    ) -> None:
        super().__init_subclass__()
        cls.any_length = length is None
        length = length or 0
        cls.size = length
        cls.fields = {name: item for name, item in vars(cls).items() if isinstance(item, Field | Table)}
        cls.whole = Group(length, at=0)
        end = 0
        for item in cls.fields.values():
            element = item.element if isinstance(item, Table) else item
            element.sign = sign
            if not element.placed:
                element.at = end
            element.bind()
            item.bind()
            if not isinstance(item, Group):
                times = (
                    item.dimensions[0][0] * item.dimensions[0][1]
                    if isinstance(item, Table) and item.dimensions
                    else element.length
                )
                end = element.at + times
        cls._storage = storage
        cls._group_value = value

    def __init__(self) -> None:
        super().__init__(bytearray(self.initial()), 0, self.size)

    @classmethod
    @cache
    def initial(cls) -> bytes:
        """The bytes of a new record. They are made when the first one is: a record of LINKAGE may be longer than any storage."""
        if cls._group_value is not None:
            image = fitted(cls._group_value, cls.size).encode("latin-1")
        else:
            image = initial_storage(cls.size, list(cls.fields.values()))
        return image.ljust(cls._storage, b"\0")

    @classmethod
    def over(cls, area: Area) -> Self:
        """This description on storage that exists already: REDEFINES of level 01, LINKAGE, records of a file."""
        record = cls.__new__(cls)
        Area.__init__(record, area.memory, area.base, area.length if cls.any_length else cls.size)
        return record

    def initialize_storage(self) -> None:
        """Give every item its initial value again."""
        initial = self.initial()
        self.memory[self.base : self.base + len(initial)] = initial


def initial_storage(length: int, items: list[AnyField | Table[Any, Any]]) -> bytes:
    """The bytes of a new record: VALUE, else zero or spaces by category.

    An item without VALUE on bytes that an earlier item has already given a value describes them anew (REDEFINES) and is
    left out.
    """
    area = Area(bytearray(length))
    covered = bytearray(length)
    for item in items:
        element = item.element if isinstance(item, Table) else item
        if isinstance(element, Group) and element.value is None:
            continue
        for offset in offsets(item):
            start, end = offset, offset + element.length
            if end > length or (element.value is None and any(covered[start:end])):
                continue
            element.moved(offset - element.at).initialize(area)
            covered[start:end] = b"\x01" * element.length
    return bytes(area.memory)


def offsets(item: AnyField | Table[Any, Any]) -> list[int]:
    """Where the occurrences of *item* begin."""
    if not isinstance(item, Table):
        return [item.at]
    unmoved = (0,) if isinstance(item, Sliding) else ()
    return [
        item.at(*subscripts, *unmoved).at
        for subscripts in product(*(range(1, times + 1) for times, _ in item.dimensions))
    ]
