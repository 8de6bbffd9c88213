"""SEQUENTIAL files: records one after the other as bytes, without line ends.

Records of a fixed length are bare bytes. Where lengths vary, four bytes stand before each record; the run-time
setting COB_VARSEQ_FORMAT says which: 0 (the default) the length as big-endian halfword and two zero bytes,
1 the length as big-endian word, 2 as little-endian word, 3 a big-endian halfword alone.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Unpack

from cobol_runtime.files import status
from cobol_runtime.files.connector import (
    READING,
    FileConnector,
    FileDescription,
    OpenMode,
    io_status,
)
from cobol_runtime.files.framing import Bare, BrokenFraming, Framing, framing_of
from cobol_runtime.files.stored import Stored, WrongAttributes
from cobol_runtime.files.stream import BLOCK, chained_reader, exists, open_descriptor, reader, writer

if TYPE_CHECKING:
    from cobol_runtime.run_unit import RunUnit


class SequentialFile(FileConnector):
    """ORGANIZATION SEQUENTIAL. See :class:`FileConnector` for the arguments and operations."""

    def __init__(
        self,
        run: RunUnit,
        **description: Unpack[FileDescription],
    ) -> None:
        super().__init__(run, **description)
        base = self.record.base
        self._view = memoryview(self.record.memory)[base : base + self.maximum]
        self._plain = self.minimum == self.maximum and self._record_length is None
        self._reader: io.BufferedReader | None = None
        self._writer: io.BufferedWriter | None = None
        self._read_into: Callable[[memoryview], int] | None = None
        self._put: Callable[[memoryview], int] | None = None
        self._framing: Framing | None = None
        self._needs_newline = False
        self._header = RecordHeader.of_format(run.environment.get("COB_VARSEQ_FORMAT", ""))

    # The operations of every batch loop, short while nothing is unusual: records of one length, file open

    def read_next(self, *, at_end: bool = False, invalid_key: bool = False) -> bool:
        """READ NEXT RECORD."""
        read_into = self._read_into
        if read_into is None:
            return self._finish(self._read(previous=False), at_end=at_end)
        got = read_into(self._view)
        if got != self.maximum:
            value = self._short_record(got) if got else self._read(previous=False)
            return self._finish(value, at_end=at_end)
        self._read_done = True
        if self._is_shared or self._fixed_status is not None:
            return self._succeeded()
        self.status = "00"
        return True

    read = read_next

    def write(
        self,
        length: int | None = None,
        *,
        before: int | str | None = None,
        after: int | str | None = None,
        end_of_page: bool = False,
        invalid_key: bool = False,
    ) -> bool:
        """WRITE: see :meth:`FileConnector.write`. ADVANCING puts line feeds or a form feed between records."""
        put = self._put
        if put is None or before is not None or after is not None or length not in (None, self.maximum):
            return super().write(length, before=before, after=after, end_of_page=end_of_page)
        try:
            put(self._view)
        except OSError as error:
            return self._finish(io_status(error))
        if self._is_shared or self._fixed_status is not None:
            return self._succeeded()
        self.status = "00"
        return True

    def records(self) -> Iterator[bytes]:
        """The records from the current position to the end, as SORT … USING reads them."""
        if self._read_into is None or self._reader is None:
            yield from super().records()
            return
        length = self.maximum
        block_size = max(1, BLOCK // length) * length
        last = bytes(self._view)
        while block := self._reader.read(block_size):
            whole = len(block) - len(block) % length
            for start in range(0, whole, length):
                last = block[start : start + length]
                yield last
            if whole < len(block):
                last = block[whole:] + last[len(block) - whole :]
                yield last
        self._view[:] = last
        self._short_record(0)

    def write_records(self, records: Iterable[bytes]) -> None:
        """WRITE by SORT … GIVING: records of the largest length."""
        if self._writer is None or self._put is None:
            super().write_records(records)
            return
        data = b"".join(records)
        try:
            self._writer.write(data)
        except OSError as error:
            self.status = io_status(error)
        self._view[:] = data[-self.maximum :]

    def flush(self) -> None:
        if self._writer is not None:
            if self._framing is not None:
                self._framing.end(self._writer)
            self._writer.flush()

    def _take_attributes(self, stored: Stored) -> None:
        if stored.format == "line":
            raise WrongAttributes(f"{self.name} is read in lines only when it was converted with this format")
        self._code = self._record_code(stored) if stored.translates else None
        self._framing = framing_of(stored.format, self.maximum, b" " if self._code is None else b"\x40")

    def _do_open(self, path: str, mode: OpenMode) -> str:
        missing = not exists(path)
        if missing and mode is not OpenMode.OUTPUT and not self.optional:
            return status.NOT_EXISTS
        if missing and mode is OpenMode.INPUT:
            return self._missing_file()
        descriptor = open_descriptor(path, mode, create=missing, exclusive=self.is_exclusive)
        plain = self._plain and self._framing is None and self._code is None
        if mode in READING:
            self._reader = reader(descriptor)
            self._read_into = self._reader.readinto if plain else None
        else:
            self._writer = writer(descriptor)
            self._put = self._writer.write if plain and self.access == "sequential" else None
        if missing and self.optional and mode is not OpenMode.OUTPUT:
            return status.OPTIONAL_MISSING
        return status.SUCCESS

    def _do_open_parts(self, paths: tuple[str, ...]) -> str:
        if not all(exists(path) for path in paths):
            return status.NOT_EXISTS
        bare = self.minimum == self.maximum and (self._framing is None or isinstance(self._framing, Bare))
        self._reader = chained_reader(paths, unit=self.maximum if bare else 1)
        plain = self._plain and self._framing is None and self._code is None
        self._read_into = self._reader.readinto if plain else None
        return status.SUCCESS

    def _do_close(self) -> None:
        self._read_into = self._put = None
        stream, self._reader, self._writer = self._reader or self._writer, None, None
        if stream is None:
            return
        if self._framing is not None and stream.writable():
            self._framing.end(stream)
        if self._needs_newline:
            self._needs_newline = False
            stream.write(self._control(b"\n"))
        stream.close()

    def _short_record(self, got: int) -> str:
        """The end of the file (*got* is 0), or of a file whose last record is not complete."""
        self._read_done = False
        if got:
            return status.INCOMPLETE
        self._after_end = True
        self._read_into = None
        return status.END_OF_FILE

    def _do_read_next(self, previous: bool) -> str:
        assert self._reader is not None
        if self._framing is not None:
            return self._read_framed(self._framing, self._reader)
        try:
            if self.minimum == self.maximum:
                size = self.maximum
            else:
                header = self._reader.read(self._header.length)
                if len(header) != self._header.length:
                    return status.PERMANENT_ERROR if header else status.END_OF_FILE
                size = self._header.decode(header)
            self.size = min(size, self.maximum)
            got = self._reader.readinto(self._view[: self.size])
            excess = self._reader.read(size - self.size)
        except OSError:
            return status.PERMANENT_ERROR
        if self._code is not None and got:
            self._view[:got] = self._code.inward(bytes(self._view[:got]))
        if got == self.size and not excess:
            return status.SUCCESS
        return status.INCOMPLETE if got else status.END_OF_FILE

    def _read_framed(self, framing: Framing, stream: io.BufferedReader) -> str:
        """Read a record in the format of a mainframe; a shorter one leaves the rest of the record area as it was."""
        try:
            record = framing.read(stream)
        except BrokenFraming as error:
            self.run.console.note(f"cobolift: file {self.name}: {error}")
            return status.PERMANENT_ERROR
        if record is None:
            return status.END_OF_FILE
        if self._code is not None:
            record = self._code.inward(record)
        self.size = min(len(record), self.maximum)
        self._view[: self.size] = record[: self.size]
        least = self.maximum if isinstance(framing, Bare) else self.minimum
        fits = least <= len(record) <= self.maximum
        return status.SUCCESS if fits else status.INCOMPLETE

    def _control(self, characters: bytes) -> bytes:
        """Line feeds and the like in the code page of the dataset."""
        return characters if self._code is None else characters.translate(self._code.translation.outward)

    def _do_write(self, before: int | str | None, after: int | str | None, end_of_page: bool) -> str:
        assert self._writer is not None
        data = bytes(self._view[: self.size])
        if self._code is not None:
            data = self._code.outward(data)
        if self._framing is not None:
            return self._write_framed(self._framing, data, before is None and after is None)
        if self.minimum != self.maximum:
            data = self._header.encode(self.size) + data
        if after is not None:
            data = self._control(advance(after)) + data
            self._needs_newline = True
        if before is not None:
            data += self._control(advance(before))
            self._needs_newline = False
        self._writer.write(data)  # at once, so that a run unit that is killed leaves no part of a record
        return status.SUCCESS

    def _write_framed(self, framing: Framing, record: bytes, plain: bool) -> str:
        assert self._writer is not None
        if not plain:
            raise WrongAttributes(
                f"{self.name}: WRITE ADVANCING needs a dataset of lines, not of records in a format"
            )
        framing.write(self._writer, record)
        return status.SUCCESS

    def _do_rewrite(self, length: int) -> str:
        assert self._reader is not None
        if self.size != length:
            return status.RECORD_OVERFLOW
        if self._record_length is not None and self._record_length[0]() != self.size:
            return status.RECORD_OVERFLOW
        if self._framing is not None and self._framing.spanned:
            return status.PERMANENT_ERROR
        record = bytes(self._view[: self.size])
        if self._code is not None:
            record = self._code.outward(record)
        try:
            os.pwrite(self._reader.fileno(), record, self._reader.tell() - self.size)
        except OSError as error:
            return io_status(error)
        return status.SUCCESS


def advance(lines: int | str) -> bytes:
    """ADVANCING *lines* or "PAGE" as control characters; no lines is a carriage return."""
    if isinstance(lines, str):
        return b"\f"
    return b"\n" * lines if lines > 0 else b"\r"


@dataclass(frozen=True, slots=True)
class RecordHeader:
    """What stands before a record of variable length: *length* bytes, *used* of them the record's length."""

    length: int
    used: int
    order: Literal["big", "little"]

    @classmethod
    def of_format(cls, number: str) -> RecordHeader:
        """The header of COB_VARSEQ_FORMAT *number*; anything unknown is format 0."""
        formats = {"1": cls(4, 4, "big"), "2": cls(4, 4, "little"), "3": cls(2, 2, "big")}
        return formats.get(number.strip(), cls(4, 2, "big"))

    def encode(self, size: int) -> bytes:
        """The header of a record of *size* bytes."""
        return size.to_bytes(self.used, self.order).ljust(self.length, b"\0")

    def decode(self, header: bytes) -> int:
        """The size of the record behind *header*."""
        return int.from_bytes(header[: self.used], self.order)
