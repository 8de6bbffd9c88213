"""LINE SEQUENTIAL files: text lines; trailing spaces are not written, short lines are filled with spaces.

Reading drops carriage returns anywhere and cuts what is longer than the record. Run-time settings:
COB_LS_FIXED writes trailing spaces, COB_LS_NULLS puts a NUL before each byte below space and takes it away again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, BinaryIO, Literal, Unpack

from cobol_runtime.assign import is_set
from cobol_runtime.exceptions import END_OF_PAGE, file_condition
from cobol_runtime.files import status
from cobol_runtime.files.connector import ADDING, FileConnector, FileDescription, OpenMode, io_status
from cobol_runtime.files.sequential import advance
from cobol_runtime.files.stored import Stored, WrongAttributes
from cobol_runtime.files.stream import chained_reader, exists, open_descriptor, reader, writer

if TYPE_CHECKING:
    from cobol_runtime.files.linage import Linage
    from cobol_runtime.run_unit import RunUnit


class LineSequentialFile(FileConnector):
    """ORGANIZATION LINE SEQUENTIAL. See :class:`FileConnector` for the arguments and operations.

    *linage* is the LINAGE clause. *line_advancing* (ASSIGN TO LINE ADVANCING) makes WRITE without ADVANCING write
    AFTER ADVANCING 1 LINE instead of BEFORE. *device* is for ASSIGN TO KEYBOARD ("stdin") and DISPLAY
    ("stdout"). *minimum* is always 0.
    """

    def __init__(
        self,
        run: RunUnit,
        *,
        linage: Linage | None = None,
        line_advancing: bool = False,
        device: Literal["stdin", "stdout"] | None = None,
        **description: Unpack[FileDescription],
    ) -> None:
        description["minimum"] = 0
        super().__init__(run, **description)
        self.linage = linage
        self._line_advancing = line_advancing
        self._device = device
        self._limit = self.record.base + self.maximum
        self._stream: BinaryIO | None = None
        self._needs_newline = False
        self._keeps_spaces = is_set(run.environment, "COB_LS_FIXED")
        self._marks_controls = is_set(run.environment, "COB_LS_NULLS")
        self._pushed = b""
        self._plain = self._record_length is None and not self._marks_controls and linage is None
        self._next: Callable[[], bytes] | None = None
        self._put: Callable[[bytes], int] | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is a file to close; the standard streams stay open."""
        return super().is_open and self._device is None

    @property
    def linage_counter(self) -> int:
        """LINAGE-COUNTER: the line of the page body the next record goes to; 0 before OPEN."""
        return 0 if self.linage is None else self.linage.counter

    def flush(self) -> None:
        if self._stream is not None and self.mode is not OpenMode.INPUT:
            self._stream.flush()

    # OPEN and CLOSE

    def _take_attributes(self, stored: Stored) -> None:
        if stored.format not in ("", "line"):
            raise WrongAttributes(
                f"{self.name} is a file of lines; convert it with the format {stored.format}"
            )
        if stored.translates:
            raise WrongAttributes(
                f"{self.name} is a file of lines, which are not translated from {stored.encoding}"
            )

    def _open(self, mode: OpenMode) -> str:
        if self._device is None or self.mode is not OpenMode.CLOSED:
            return super()._open(mode)
        if mode is not (OpenMode.INPUT if self._device == "stdin" else OpenMode.OUTPUT):
            return status.PERMANENT_ERROR
        self._last_mode = self.mode = mode
        self._missing = self._after_end = self._before_start = False
        console = self.run.console
        self._stream = console.stdin if self._device == "stdin" else console.stdout
        return status.SUCCESS

    def _do_open(self, path: str, mode: OpenMode) -> str:
        missing = not exists(path)
        if missing and mode is not OpenMode.OUTPUT and not self.optional:
            return status.NOT_EXISTS
        if mode is OpenMode.I_O:
            return status.PERMISSION_DENIED
        if missing and mode is OpenMode.INPUT:
            return self._missing_file()
        descriptor = open_descriptor(path, mode, exclusive=self.is_exclusive)
        stream: BinaryIO = reader(descriptor) if mode is OpenMode.INPUT else writer(descriptor)
        if self.linage is not None and not self.linage.begin_file():
            stream.close()
            return status.LINAGE_INVALID
        self._stream = stream
        if self._plain and mode is OpenMode.INPUT:
            self._next = stream.readline
        elif self._plain and not self._line_advancing and not self._keeps_spaces:
            self._put = stream.write
        return status.OPTIONAL_MISSING if missing and self.optional else status.SUCCESS

    def _do_open_parts(self, paths: tuple[str, ...]) -> str:
        if not all(exists(path) for path in paths):
            return status.NOT_EXISTS
        self._stream = stream = chained_reader(paths, joint=b"\n")
        if self._plain:
            self._next = stream.readline
        return status.SUCCESS

    def _close(self, *, lock: bool = False, no_rewind: bool = False, unit: bool = False) -> str:
        if self._device is not None:
            self.flush()
            self._stream = None
            self.mode = OpenMode.CLOSED
            return status.SUCCESS
        return super()._close(lock=lock, no_rewind=no_rewind, unit=unit)

    def _do_close(self) -> None:
        stream, self._stream, self._next, self._put = self._stream, None, None, None
        if stream is None:
            return
        if self._needs_newline and self.linage is None:
            self._needs_newline = False
            stream.write(b"\n")
        stream.close()

    # READ

    def read(self, *, at_end: bool = False, invalid_key: bool = False) -> bool:
        """READ: the next line."""
        line = self._next() if self._next is not None else b""
        if line[-1:] != b"\n" or b"\r" in line:
            self._pushed = line
            return self._finish(self._read(previous=False), at_end=at_end)
        maximum = self.maximum
        self.size = size = len(line) - 1
        if size < maximum:
            line = line[:-1].ljust(maximum)
        elif size > maximum:
            line, self.size = line[:maximum], maximum
        else:
            line = line[:-1]
        self.record.memory[self.record.base : self._limit] = line
        self._read_done = True
        return self._succeeded()

    def read_next(self, *, at_end: bool = False) -> bool:
        """READ NEXT RECORD."""
        return self.read(at_end=at_end)

    def _do_read_next(self, previous: bool) -> str:
        assert self._stream is not None
        try:
            line = self._next_marked_line() if self._marks_controls else self._next_line()
        except EOFError:
            return status.PERMANENT_ERROR
        except OSError:
            line = None
        if line is None:
            return status.END_OF_FILE
        maximum = self.maximum
        self.size = min(len(line), maximum)
        self.record.memory[self.record.base : self._limit] = line.ljust(maximum)[:maximum]
        return status.SUCCESS

    def _next_line(self) -> bytes | None:
        """The next line without its end and carriage returns; None at the end of the file."""
        assert self._stream is not None
        line, self._pushed = self._pushed or self._stream.readline(), b""
        ended = line.endswith(b"\n")
        if ended:
            line = line[:-1]
        if b"\r" in line:
            line = line.replace(b"\r", b"")
        return line if line or ended else None

    def _next_marked_line(self) -> bytes | None:
        """The next line of a file in which a NUL stands before each byte that is not text.

        Raises EOFError when the file ends with such a NUL.
        """
        assert self._stream is not None
        line = bytearray()
        while byte := self._stream.read(1):
            if byte == b"\0":
                marked = self._stream.read(1)
                if not marked:
                    raise EOFError("nothing behind the last NUL")
                line += marked
            elif byte == b"\n":
                return bytes(line)
            elif byte != b"\r":
                line += byte
        return bytes(line) if line else None

    # WRITE

    def write_records(self, records: Iterable[bytes]) -> None:
        """WRITE by SORT … GIVING: BEFORE ADVANCING 1 LINE, whatever the device."""
        memory, base = self.record.memory, self.record.base
        for record in records:
            memory[base : self._limit] = record
            self.status = self._write(self.maximum, before=1)

    def put_line(self, text: bytes, lines: int, code: bytes = b"") -> None:
        """WRITE by the report writer: *text* behind *code*, then *lines* line ends. What goes wrong only shows in
        ``status``."""
        self.record.raw = text.ljust(self.maximum)
        if code and self._stream is not None and self.mode in ADDING:
            self._stream.write(code)
        self.status = self._write(self.maximum, before=lines)

    def write(
        self,
        length: int | None = None,
        *,
        before: int | str | None = None,
        after: int | str | None = None,
        end_of_page: bool = False,
        invalid_key: bool = False,
    ) -> bool:
        """WRITE: see :meth:`FileConnector.write`. Without ADVANCING a line feed ends the line."""
        put = self._put
        if put is None or before is not None or after is not None or self._needs_newline:
            return super().write(length, before=before, after=after, end_of_page=end_of_page)
        base = self.record.base
        limit = self._limit if length is None else base + length
        if limit > self._limit or self.access != "sequential":
            return super().write(length)
        try:
            put(bytes(self.record.memory[base:limit]).rstrip(b" ") + b"\n")
        except OSError as error:
            return self._finish(io_status(error))
        return self._succeeded()

    def _do_write(self, before: int | str | None, after: int | str | None, end_of_page: bool) -> str:
        if before is None and after is None:
            before, after = (None, 1) if self._line_advancing else (1, None)
        base = self.record.base
        line = bytes(self.record.memory[base : base + self.size])
        if not self._keeps_spaces:
            line = line.rstrip(b" ")
        if self._marks_controls:
            line = b"".join(b"\0%c" % byte if byte < 32 else b"%c" % byte for byte in line)
        if self.linage is not None:
            return self._write_on_page(line, before, after, end_of_page)
        assert self._stream is not None
        if after is not None:
            self._stream.write(advance(after) + line)
        elif before is not None:
            self._stream.write(line + advance(before))
        self._needs_newline = after is not None
        return status.SUCCESS

    def _write_on_page(
        self, line: bytes, before: int | str | None, after: int | str | None, end_of_page: bool
    ) -> str:
        """WRITE to a file with LINAGE: the record and its line end before or after the page is advanced."""
        assert self._stream is not None and self.linage is not None
        data = self.linage.first_margin()
        amount = before if after is None else after
        if isinstance(amount, str):
            moved, value = self.linage.new_page()
        else:
            moved, value, reached = self.linage.advance(amount or 0)
            self.end_of_page = reached and end_of_page
            if reached:
                file_condition(self, END_OF_PAGE)
        if after is None:
            data += line + b"\n" + moved
        elif value == status.SUCCESS:
            data += moved + line + b"\n"
        else:
            data += moved
        self._stream.write(data)
        self._needs_newline = after is not None
        return value
