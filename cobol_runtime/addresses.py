"""ADDRESS OF: storage as numbers that a POINTER item can hold (GnuCOBOL Programmer's Guide, SET ADDRESS).

Each piece of memory gets a range of numbers when its address is first asked for; 0 is NULL.
"""

from __future__ import annotations

from bisect import bisect_right

from cobol_runtime.area import Area
from cobol_runtime.exceptions import raise_condition
from cobol_runtime.figurative import fitted
from cobol_runtime.linkage import NOT_PASSED

_FIRST = 0x10000
_GAP = 0x100


class Addresses:
    """The addresses that a run unit has given out."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._memories: list[bytearray] = []
        self._known: dict[int, int] = {}
        self._next = _FIRST
        self._allocated: set[int] = set()

    def of(self, area: Area) -> int:
        """ADDRESS OF *area*; 0 (NULL) for an argument that was not passed."""
        memory = area.memory
        if memory is NOT_PASSED.memory:
            return 0
        start = self._known.get(id(memory))
        if start is None:
            start = self._next
            self._known[id(memory)] = start
            self._starts.append(start)
            self._memories.append(memory)  # keeps the memory, and so its id, as long as the run unit lives
            self._next += (len(memory) // _GAP + 2) * _GAP
        return start + area.base

    def area(self, address: int) -> Area:
        """The storage at *address*: what SET ADDRESS OF gives a LINKAGE record; nothing for NULL and numbers never
        given out."""
        position = bisect_right(self._starts, address) - 1
        if position < 0:
            return NOT_PASSED
        memory, base = self._memories[position], address - self._starts[position]
        return Area(memory, base) if base <= len(memory) else NOT_PASSED

    def allocate(self, size: int, value: str | None = None) -> Area:
        """ALLOCATE: new storage of *size* bytes, zero or *value* as a MOVE puts it there; none for a size below 1."""
        if size < 1:
            raise_condition("EC-STORAGE-IMP")
            return NOT_PASSED
        memory = bytearray(size) if value is None else bytearray(fitted(value, size).encode("latin-1"))
        made = Area(memory)
        self._allocated.add(self.of(made))
        return made

    def free(self, address: int) -> int:
        """FREE: give up storage that ALLOCATE made, and give 0 (NULL); any other address stays what it is."""
        if address not in self._allocated:
            if address:
                raise_condition("EC-STORAGE-NOT-ALLOC")
            return address
        self._allocated.remove(address)
        position = self._starts.index(address)
        memory = self._memories.pop(position)
        del self._starts[position], self._known[id(memory)]
        return 0
