"""The file connector: what files of every organization have in common (ISO 1989:2002, 9.1).

Every operation sets the I-O status, writes it to the FILE STATUS item, and answers whether it was
successful. A condition the statement deals with itself (``at_end=True``, ``invalid_key=True``) is only
reported; any other failure runs the USE procedure, and without one, and without a FILE STATUS item, ends
the run unit with a message.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING

from cobol_runtime.files import status
from cobol_runtime.termination import FatalError

if TYPE_CHECKING:
    from cobol_runtime.area import Area
    from cobol_runtime.run_unit import RunUnit

UseProcedure = Callable[[], None]


class OpenMode(Enum):
    """How a file connector is open."""

    CLOSED = "CLOSED"
    INPUT = "INPUT"
    OUTPUT = "OUTPUT"
    I_O = "I-O"
    EXTEND = "EXTEND"
    LOCKED = "LOCKED"


class FileConnector:
    """A file of a program.

    *name* is the COBOL file-name (used in messages); *assign* is the ASSIGN name, or a callable giving the
    contents of the ASSIGN data item when the file is opened; *record* is the record area the record
    descriptions share; *minimum* and *maximum* are record sizes in bytes (both default to the area's
    length); *optional* is SELECT OPTIONAL; *access* is "sequential", "random" or "dynamic"; *status* is
    the two-byte FILE STATUS item; *on_error* is the USE AFTER ERROR procedure, or one for each open mode
    ("INPUT", "OUTPUT", "I-O", "EXTEND"); *record_length* is the item of RECORD VARYING DEPENDING ON as a
    pair of functions (get, set).
    """

    def __init__(
        self,
        run: RunUnit,
        *,
        name: str,
        assign: str | Callable[[], str],
        record: Area,
        minimum: int | None = None,
        maximum: int | None = None,
        optional: bool = False,
        access: str = "sequential",
        status: Area | None = None,
        on_error: UseProcedure | Mapping[str, UseProcedure] | None = None,
        record_length: tuple[Callable[[], int], Callable[[int], None]] | None = None,
    ) -> None:
        self.run = run
        self.name = name
        self.assign = assign
        self.record = record
        self.maximum = record.length if maximum is None else maximum
        self.minimum = self.maximum if minimum is None else minimum
        self.optional = optional
        self.access = access
        self.on_error = on_error
        self.mode = OpenMode.CLOSED
        self.status = "00"
        self.end_of_page = False
        self._status_item = status
        self._record_length = record_length

    @property
    def at_end(self) -> bool:
        """Whether the last operation met the at end condition (status 1x)."""
        return self.status[0] == "1"

    @property
    def invalid_key(self) -> bool:
        """Whether the last operation met the invalid key condition (status 2x)."""
        return self.status[0] == "2"

    def open_input(self) -> bool:
        """OPEN INPUT."""
        raise NotImplementedError

    def open_output(self) -> bool:
        """OPEN OUTPUT: make the file anew."""
        raise NotImplementedError

    def open_io(self) -> bool:
        """OPEN I-O."""
        raise NotImplementedError

    def open_extend(self) -> bool:
        """OPEN EXTEND: write after the last record."""
        raise NotImplementedError

    def close(self, lock: bool = False) -> bool:
        """CLOSE; *lock* is WITH LOCK: the file cannot be opened again in this run unit."""
        raise NotImplementedError

    def read(self, *, at_end: bool = False, invalid_key: bool = False) -> bool:
        """READ as the access mode says: the next record (sequential) or the one the key names."""
        raise NotImplementedError

    def read_next(self, *, at_end: bool = False) -> bool:
        """READ NEXT RECORD."""
        raise NotImplementedError

    def read_previous(self, *, at_end: bool = False) -> bool:
        """READ PREVIOUS RECORD."""
        raise NotImplementedError

    def write(
        self,
        length: int | None = None,
        *,
        before: int | str | None = None,
        after: int | str | None = None,
        end_of_page: bool = False,
        invalid_key: bool = False,
    ) -> bool:
        """WRITE the first *length* bytes of the record area (default: the whole record).

        *before* and *after* are the ADVANCING phrase: a number of lines, or "PAGE". *end_of_page* tells
        that the statement has an END-OF-PAGE phrase.
        """
        raise NotImplementedError

    def rewrite(self, length: int | None = None, *, invalid_key: bool = False) -> bool:
        """REWRITE: replace the record last read, or the one the key names."""
        raise NotImplementedError

    def delete(self, *, invalid_key: bool = False) -> bool:
        """DELETE the record last read, or the one the key names."""
        raise NotImplementedError

    def unlock(self) -> bool:
        """UNLOCK the file's records."""
        raise NotImplementedError

    def close_at_end(self) -> None:
        """Close the file because the run unit ends, without status or messages."""
        raise NotImplementedError

    def _finish(self, value: str, *, at_end: bool = False, invalid_key: bool = False) -> bool:
        """Set the status to *value* and deal with failure; gives whether the operation succeeded."""
        self.status = value
        if self._status_item is not None:
            item = self._status_item
            item.memory[item.base : item.base + 2] = value.encode()
        if value[0] == "0":
            return True
        if (at_end and value[0] == "1") or (invalid_key and value[0] == "2"):
            return False
        procedure = self._use_procedure()
        if procedure is not None:
            procedure()
        elif self._status_item is None:
            message = status.MESSAGES.get(value, "unknown file error")
            raise FatalError(f"libcob: error: {message} (status = {value}) for file {self.name}")
        return False

    def _use_procedure(self) -> UseProcedure | None:
        if isinstance(self.on_error, Mapping):
            return self.on_error.get(self.mode.value)
        return self.on_error
