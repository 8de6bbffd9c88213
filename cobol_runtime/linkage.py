"""LINKAGE SECTION: what a called program does with the arguments of CALL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NoReturn

from cobol_runtime.area import Area, ReferenceModificationError


class NoMemory(bytearray):
    """The memory of a BASED or LINKAGE item whose address is NULL: no access to it can be right."""

    def refuse(self, *_: Any) -> NoReturn:
        """Raise ReferenceModificationError."""
        raise ReferenceModificationError("a BASED or LINKAGE item has the address NULL")

    __getitem__ = refuse
    __setitem__ = refuse


NOT_PASSED: Final = Area(NoMemory())
"""The storage of a LINKAGE record that nothing was passed for: any access raises ReferenceModificationError."""


def argument(arguments: Sequence[Area | None], position: int) -> Area:
    """The argument at `position` (from 0); `NOT_PASSED` when it was left out or is OMITTED."""
    given = arguments[position] if position < len(arguments) else None
    return NOT_PASSED if given is None else given


def omitted(area: Area) -> bool:
    """`parameter IS OMITTED`: nothing was passed for the LINKAGE record."""
    return area.memory is NOT_PASSED.memory
