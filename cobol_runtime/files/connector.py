"""The file connector: what files of every organization have in common (ISO 1989:2002, 9.1).

Every operation sets the I-O status, writes it to the FILE STATUS item, and answers whether it was successful. A condition the
statement deals with itself (``at_end=True``, ``invalid_key=True``) is only reported; any other failure runs the USE procedure, and
without one, and without a FILE STATUS item, ends the run unit with GnuCOBOL's message.

The public operations check what is the same for all organizations (open modes, positions lost at the end of the file); a subclass
does the work in the methods that begin with ``_do_``, which answer a status.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Required, TypeAlias, TypedDict

from cobol_runtime.area import ReferenceModificationError
from cobol_runtime.assign import AssignedName, resolve
from cobol_runtime.exceptions import file_condition
from cobol_runtime.files import status
from cobol_runtime.files.stored import AS_IN_MEMORY, Stored, WrongAttributes, stored_now
from cobol_runtime.termination import FatalError

if TYPE_CHECKING:
    from cobol_runtime.area import Area
    from cobol_runtime.files.record_code import RecordCode
    from cobol_runtime.files.sharing import Retry
    from cobol_runtime.program import Program
    from cobol_runtime.run_unit import RunUnit

UseProcedure: TypeAlias = Callable[[], None]
StatusItem: TypeAlias = "Area | Callable[[], Area]"
Sharing: TypeAlias = Literal["all other", "read only", "no other"]
"""What others may do with the file: SHARING WITH …"""
LengthItem: TypeAlias = tuple[Callable[[], int], Callable[[int], object]]


class OpenMode(Enum):
    """How a file connector is open."""

    CLOSED = "CLOSED"
    INPUT = "INPUT"
    OUTPUT = "OUTPUT"
    I_O = "I-O"
    EXTEND = "EXTEND"
    LOCKED = "LOCKED"


READING = (OpenMode.INPUT, OpenMode.I_O)
ADDING = (OpenMode.OUTPUT, OpenMode.EXTEND)
PLACING = (OpenMode.OUTPUT, OpenMode.I_O)


class FileDescription(TypedDict, total=False):
    """The keyword arguments every file connector takes; :class:`FileConnector` says what they mean."""

    name: Required[str]
    assign: Required[str | Callable[[], str]]
    record: Required[Area]
    minimum: int | None
    maximum: int | None
    optional: bool
    access: str
    status: StatusItem | None
    on_error: UseProcedure | Mapping[str, UseProcedure] | None
    record_length: LengthItem | None
    sharing: Sharing | None
    stored: Stored


class SharingConflict(OSError):
    """Another process has the file open in a way that excludes this use (status 61)."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """What a program has of its own for a file that it shares: the FILE STATUS item and the USE procedures."""

    status: StatusItem | None
    on_error: UseProcedure | Mapping[str, UseProcedure] | None

    def status_area(self) -> Area | None:
        """The two bytes of the FILE STATUS item."""
        return self.status() if callable(self.status) else self.status


class FileConnector:
    """A file of a program.

    *name* is the COBOL file-name (used in messages); *assign* is the ASSIGN name, or a callable giving the
    contents of the ASSIGN data item when the file is opened; *record* is the record area the record
    descriptions share; *minimum* and *maximum* are record sizes in bytes (both default to the area's
    length): records have a fixed length when they are equal; *optional* is SELECT OPTIONAL; *access* is
    "sequential", "random" or "dynamic"; *status* is the two-byte FILE STATUS item, or a function that gives it when it
    moves (LINKAGE, LOCAL-STORAGE); *on_error* is the USE
    AFTER ERROR procedure, or one for each open mode ("INPUT", "OUTPUT", "I-O", "EXTEND"); *record_length* is
    the item of RECORD VARYING DEPENDING ON as a pair of functions (get, set); *sharing* is the SHARING clause; *stored* is how the
    dataset is stored where that is not as its records are in memory.

    The record area's memory must keep its size as long as the connector lives.
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
        status: StatusItem | None = None,
        on_error: UseProcedure | Mapping[str, UseProcedure] | None = None,
        record_length: LengthItem | None = None,
        sharing: Sharing | None = None,
        stored: Stored = AS_IN_MEMORY,
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
        self.stored = stored
        self.external = False
        self._attached: dict[Program, Attachment] = {}
        self.mode = OpenMode.CLOSED
        self.status = "00"
        self.end_of_page = False
        self.size = self.maximum
        self._status_item = status
        self._fixed_status = None if callable(status) else status
        self._is_shared = callable(status)
        """Whether the status item has to be looked for at each operation."""
        self._record_length = record_length
        self._sharing = self._sharing_asked = sharing
        self._code: RecordCode | None = None
        self._last_mode = OpenMode.CLOSED
        self._missing = False
        self._after_end = False
        self._before_start = False
        self._first_read = 2
        self._read_done = False

    # What the last operation met

    @property
    def at_end(self) -> bool:
        """Whether the last operation met the at end condition (status 1x)."""
        return self.status[0] == "1"

    @property
    def invalid_key(self) -> bool:
        """Whether the last operation met the invalid key condition (status 2x)."""
        return self.status[0] == "2"

    @property
    def is_open(self) -> bool:
        """Whether there is a file to close: open, and not an optional one that does not exist."""
        return self.mode not in (OpenMode.CLOSED, OpenMode.LOCKED) and not self._missing

    @property
    def is_exclusive(self) -> bool:
        """Whether SHARING WITH NO OTHER holds for this OPEN."""
        return self._sharing_asked == "no other"

    @property
    def assigned(self) -> str:
        """The ASSIGN name as it is now, without trailing spaces; empty when its data item has the address NULL."""
        try:
            text = self.assign() if callable(self.assign) else self.assign
        except ReferenceModificationError:
            return ""
        return text.rstrip(" \0")

    # Files that several programs work on

    def attach(
        self,
        program: Program,
        *,
        on_error: UseProcedure | Mapping[str, UseProcedure] | None = None,
    ) -> None:
        """For statements of *program*, which uses this GLOBAL file of a program around it, *on_error* holds."""
        self._attached[program] = Attachment(self._status_item, on_error)
        self._is_shared = True

    def share(self, program: Program, described: FileConnector) -> None:
        """*program* describes this EXTERNAL file too: its statements use the status item and the USE procedures of
        *described*."""
        self.external = self._is_shared = True
        self._attached[program] = Attachment(described._status_item, described.on_error)

    def _attachment(self) -> Attachment:
        """What holds for the program whose statement is executed."""
        if self._attached:
            active = self.run.programs.active_program()
            if active is not None and active in self._attached:
                return self._attached[active]
        return Attachment(self._status_item, self.on_error)

    # OPEN and CLOSE

    def open_input(self, *, sharing: Sharing | None = None, retry: Retry | None = None) -> bool:
        """OPEN INPUT. *sharing* is the SHARING phrase (WITH LOCK is "no other"), *retry* the RETRY phrase."""
        return self._finish(self._open_shared(OpenMode.INPUT, sharing, retry))

    def open_output(self, *, sharing: Sharing | None = None, retry: Retry | None = None) -> bool:
        """OPEN OUTPUT: make the file anew."""
        return self._finish(self._open_shared(OpenMode.OUTPUT, sharing, retry))

    def open_io(self, *, sharing: Sharing | None = None, retry: Retry | None = None) -> bool:
        """OPEN I-O."""
        return self._finish(self._open_shared(OpenMode.I_O, sharing, retry))

    def open_extend(self, *, sharing: Sharing | None = None, retry: Retry | None = None) -> bool:
        """OPEN EXTEND: write after the last record."""
        return self._finish(self._open_shared(OpenMode.EXTEND, sharing, retry))

    def close(self, lock: bool = False, *, no_rewind: bool = False, unit: bool = False) -> bool:
        """CLOSE. *lock*: the file cannot be opened again by this connector; *no_rewind*: status 07;
        *unit* is CLOSE REEL or UNIT: the file stays open, status 07."""
        return self._finish(self._close(lock=lock, no_rewind=no_rewind, unit=unit))

    def delete_file(self) -> bool:
        """DELETE FILE: remove the file. Status 41 while it is open, 38 after CLOSE WITH LOCK, 35 without a file; a failure
        only shows in the status, as with GnuCOBOL."""
        self._note_status(self._delete_file())
        return self.status == status.SUCCESS

    def close_at_end(self) -> None:
        """Close the file because the run unit ends; what could not be kept is told, as there is no statement to tell."""
        value = self._close()
        if value[0] != "0":
            self.run.console.note(f"cobolift: {self._message(value)}: what was written last is lost")

    def flush(self) -> None:
        """Deliver what was written so far to the operating system."""

    def commit(self) -> None:
        """COMMIT: what was written so far is permanent. Raises FatalError when it cannot be."""
        try:
            self.flush()
        except OSError as error:
            raise FatalError(self._message(io_status(error))) from error

    def unlock(self) -> bool:
        """UNLOCK the file's records. Records are not locked; the status becomes 00."""
        return self._finish(status.SUCCESS)

    # READ and START

    def read(self, *, at_end: bool = False, invalid_key: bool = False) -> bool:
        """READ as the access mode says: the next record (sequential) or the one the key names."""
        return self.read_next(at_end=at_end)

    def read_next(self, *, at_end: bool = False) -> bool:
        """READ NEXT RECORD."""
        return self._finish(self._read(previous=False), at_end=at_end)

    def read_previous(self, *, at_end: bool = False) -> bool:
        """READ PREVIOUS RECORD."""
        return self._finish(self._read(previous=True), at_end=at_end)

    def records(self) -> Iterator[bytes]:
        """The records from the current position to the end, as SORT … USING reads them."""
        memory, base = self.record.memory, self.record.base
        while self._read(previous=False)[0] == "0":
            yield bytes(memory[base : base + self.size])

    # For SORT, which sets no FILE STATUS item and runs no USE procedure

    def open_quietly(self, mode: OpenMode) -> None:
        """OPEN by SORT … USING and GIVING: what goes wrong only shows in ``status``."""
        self.status = self._open(mode)

    def close_quietly(self) -> None:
        """CLOSE by SORT … USING and GIVING."""
        self.status = self._close()

    def write_records(self, records: Iterable[bytes]) -> None:
        """WRITE by SORT … GIVING: records of the largest length."""
        memory, base, limit = self.record.memory, self.record.base, self.record.base + self.maximum
        for record in records:
            memory[base:limit] = record
            self.status = self._write(self.maximum)

    # WRITE, REWRITE and DELETE

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

        *before* and *after* are the ADVANCING phrase: a number of lines, or "PAGE". *end_of_page* tells that the statement has an
        END-OF-PAGE phrase: then the answer is False, with status 00, when the end of the page was met.
        """
        value = self._write(length, before=before, after=after, end_of_page=end_of_page)
        return self._finish(value, invalid_key=invalid_key) and not self.end_of_page

    def rewrite(self, length: int | None = None, *, invalid_key: bool = False) -> bool:
        """REWRITE the record area's first *length* bytes in place of the record last read, or the one the key names."""
        return self._finish(self._rewrite(length), invalid_key=invalid_key)

    def delete(self, *, invalid_key: bool = False) -> bool:
        """DELETE the record last read, or the one the key names."""
        return self._finish(self._delete(), invalid_key=invalid_key)

    # The rules all organizations share

    def _open_shared(self, mode: OpenMode, sharing: Sharing | None, retry: Retry | None) -> str:
        self._sharing_asked = sharing or self._sharing
        return self._open(mode) if retry is None else retry.until_free(lambda: self._open(mode))

    def _open(self, mode: OpenMode) -> str:
        if self.mode is OpenMode.LOCKED:
            return status.CLOSED_WITH_LOCK
        if self.mode is not OpenMode.CLOSED:
            return status.ALREADY_OPEN
        self._last_mode = mode
        self._missing = self._after_end = self._before_start = self._read_done = False
        self._first_read = 2
        self.run.flush_files()
        name = self.assigned
        if not name:
            return status.INCONSISTENT_NAME
        self._take_attributes(stored_now(name, self.stored, self.run.environment))
        try:
            value = self._open_named(self._resolved(), mode)
        except OSError as error:
            value = open_status(error)
        if value[0] == "0":
            self.mode = mode
            self.run.opened(self)
        return value

    def _take_attributes(self, stored: Stored) -> None:
        """Prepare for a dataset that is stored in this way. Raises WrongAttributes for what the organization does not know."""
        self._code = None
        if stored.format:
            raise WrongAttributes(f"{self.name} is no sequential file: it has no format {stored.format}")
        if stored.translates:
            self._code = self._record_code(stored)

    def _record_code(self, stored: Stored) -> RecordCode:
        """The translation of records, from the record descriptions that the programs have of this file."""
        from cobol_runtime.files.record_code import RecordCode, described

        program = self.run.programs.active_program()
        while program is not None:
            found = described(vars(program), self.record, stored.records)
            if found:
                return RecordCode(self.name, stored, found)
            program = program.parent
        wanted = ", ".join(stored.records) or "a record description"
        raise WrongAttributes(
            f"{self.name}: {wanted} is not there, so that its characters cannot be translated"
        )

    def _open_named(self, named: AssignedName, mode: OpenMode) -> str:
        """Open the assigned file, or the several that are read one after the other; what is written has one file."""
        if named.listed and mode is not OpenMode.INPUT:
            self.run.console.note(f"cobolift: file {self.name}: several files can only be read")
            return status.PERMISSION_DENIED
        if named.parts and mode is OpenMode.INPUT and not Path(named.path).exists():
            return self._do_open_parts(named.parts)
        return self._do_open(named.path, mode)

    def _resolved(self) -> AssignedName:
        """What the ASSIGN name stands for now."""
        active = self.run.programs.active_program()
        program = active.program_id if active is not None else None
        return resolve(
            self.assigned, self.run.environment, lambda name: self.run.settings.assigned(name, program)
        )

    def _missing_file(self) -> str:
        """OPEN INPUT of an optional file that does not exist: open, without records."""
        self._missing = True
        return status.OPTIONAL_MISSING

    def _close(self, *, lock: bool = False, no_rewind: bool = False, unit: bool = False) -> str:
        self._read_done = False
        if self.mode is OpenMode.CLOSED:
            return status.NOT_OPEN
        if self._missing:
            value = status.SUCCESS
        elif unit:
            try:
                self.flush()
            except OSError as error:
                return io_status(error)
            return status.NO_UNIT
        else:
            try:
                self._do_close()
                value = status.NO_UNIT if no_rewind else status.SUCCESS
            except OSError as error:
                value = io_status(error)
        self.mode = OpenMode.LOCKED if lock else OpenMode.CLOSED
        return value

    def _read(self, *, previous: bool) -> str:
        """Read the next or previous record with the checks of the standard's READ NEXT."""
        self._read_done = False
        if self.mode not in READING:
            return status.INPUT_DENIED
        if self._missing:
            if not self._first_read:
                return status.READ_ERROR
            self._first_read = 0
            return status.END_OF_FILE
        if self._before_start if previous else self._after_end:
            return status.READ_ERROR
        value = self._do_read_next(previous)
        if value == status.END_OF_FILE and not previous:
            self.run.flush_files()  # another connector of the run unit may have written more
            value = self._do_read_next(previous)
        if value == status.SUCCESS:
            self._was_read()
        elif value == status.END_OF_FILE:
            if previous:
                self._before_start = True
            else:
                self._after_end = True
        return value

    def _was_read(self) -> None:
        self._first_read = self._after_end = self._before_start = False
        self._read_done = True
        if self._record_length is not None:
            self._record_length[1](self.size)

    def _write(
        self,
        length: int | None,
        *,
        before: int | str | None = None,
        after: int | str | None = None,
        end_of_page: bool = False,
    ) -> str:
        self._read_done = False
        self.end_of_page = False
        if self.mode not in (ADDING if self.access == "sequential" else PLACING):
            return status.OUTPUT_DENIED
        self.size = self._given_length(self.maximum if length is None else length)
        if not self.minimum <= self.size <= self.maximum:
            return status.RECORD_OVERFLOW
        try:
            return self._do_write(before, after, end_of_page)
        except OSError as error:
            return io_status(error)

    def _given_length(self, length: int) -> int:
        """The length to write of a record of *length* bytes: the DEPENDING ON item's, if there is one."""
        if self._record_length is None:
            return length
        given = self._record_length[0]()
        return given if 0 <= given <= length else length

    def _rewrite(self, length: int | None) -> str:
        read_done, self._read_done = self._read_done, False
        if self.mode is not OpenMode.I_O:
            return status.I_O_DENIED
        if self.access == "sequential" and not read_done:
            return status.READ_NOT_DONE
        return self._do_rewrite(self.maximum if length is None else length)

    def _delete(self) -> str:
        read_done, self._read_done = self._read_done, False
        if self.mode is not OpenMode.I_O:
            return status.I_O_DENIED
        if self.access == "sequential" and not read_done:
            return status.READ_NOT_DONE
        return self._do_delete()

    def _new_size(self, length: int) -> bool:
        """Set the size a REWRITE of a record with a DEPENDING ON item gives it; whether it is allowed."""
        if self._record_length is not None:
            self.size = self._given_length(length)
            return self.minimum <= self.size <= self.maximum
        return True

    def _delete_file(self) -> str:
        if self.mode is OpenMode.LOCKED:
            return status.CLOSED_WITH_LOCK
        if self.mode is not OpenMode.CLOSED:
            return status.ALREADY_OPEN
        try:
            Path(self._resolved().path).unlink()
        except FileNotFoundError:
            return status.NOT_EXISTS
        except OSError as error:
            return open_status(error)
        return status.SUCCESS

    # What each organization does

    def _do_open(self, path: str, mode: OpenMode) -> str:
        raise NotImplementedError

    def _do_open_parts(self, paths: tuple[str, ...]) -> str:
        """OPEN INPUT of several files as one."""
        self.run.console.note(
            f"cobolift: file {self.name}: only sequential files can be read one after the other"
        )
        return status.PERMISSION_DENIED

    def _do_close(self) -> None:
        raise NotImplementedError

    def _do_read_next(self, previous: bool) -> str:
        raise NotImplementedError

    def _do_write(self, before: int | str | None, after: int | str | None, end_of_page: bool) -> str:
        raise NotImplementedError

    def _do_rewrite(self, length: int) -> str:
        return status.NOT_AVAILABLE

    def _do_delete(self) -> str:
        return status.NOT_AVAILABLE

    # Status and errors

    def _finish(self, value: str, *, at_end: bool = False, invalid_key: bool = False) -> bool:
        """Set the status to *value* and deal with failure; gives whether the operation succeeded."""
        item = self._note_status(value)
        if value[0] == "0":
            return True
        if (at_end and value[0] == "1") or (invalid_key and value[0] == "2"):
            return False
        procedure = self._use_procedure()
        if procedure is not None:
            procedure()
        elif item is None:
            raise FatalError(self._message(value))
        return False

    def _note_status(self, value: str) -> Area | None:
        """Set the status to *value*, and the FILE STATUS item, which is the answer."""
        self.status = value
        item = self._attachment().status_area() if self._is_shared else self._fixed_status
        if item is not None:
            item.memory[item.base : item.base + 2] = value.encode()
        if value != status.SUCCESS:
            file_condition(self, value)
        return item

    def _succeeded(self) -> bool:
        """Set the status to 00, as :meth:`_finish` does."""
        self.status = "00"
        item = self._attachment().status_area() if self._is_shared else self._fixed_status
        if item is not None:
            item.memory[item.base : item.base + 2] = b"00"
        return True

    def _use_procedure(self) -> UseProcedure | None:
        on_error = self._attachment().on_error
        if isinstance(on_error, Mapping):
            return on_error.get(self._last_mode.value)
        return on_error

    def _message(self, value: str) -> str:
        words = status.MESSAGES.get(value, "unknown file error")
        named = self._resolved()
        shown = f"'{named.shown}' => {named.path}" if named.shown != named.path else f"'{named.shown}'"
        return f"{words} (status = {value}) for file {self.name} ({shown})"


def open_status(error: OSError) -> str:
    """The status of an OPEN that the operating system refused."""
    if error.errno in (errno.EACCES, errno.EISDIR, errno.EROFS):
        return status.PERMISSION_DENIED
    if isinstance(error, SharingConflict) or error.errno == errno.EAGAIN:
        return status.SHARING_CONFLICT
    return status.PERMANENT_ERROR


def io_status(error: OSError) -> str:
    """The status of a transfer that the operating system refused."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return status.BOUNDARY_VIOLATION
    if error.errno in (errno.EPERM, errno.EACCES, errno.EISDIR):
        return status.PERMISSION_DENIED
    return status.PERMANENT_ERROR
