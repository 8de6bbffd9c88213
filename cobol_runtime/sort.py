"""SORT and MERGE of files, RELEASE and RETURN, and SORT of tables (ISO 1989:2002, 14.8.37 and 14.8.24)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from cobol_runtime.files import status
from cobol_runtime.files.connector import FileConnector, OpenMode
from cobol_runtime.sort_order import SortKey, ordering
from cobol_runtime.sort_runs import Sorter
from cobol_runtime.termination import FatalError

if TYPE_CHECKING:
    from cobol_runtime.area import Area
    from cobol_runtime.run_unit import RunUnit

MEMORY = 128 << 20
"""Bytes of records held in memory unless COB_SORT_MEMORY says otherwise."""

FAILED = 16
"""SORT-RETURN after a RELEASE or RETURN outside its procedure."""

GIVING_BLOCK = 1024


class SortFile:
    """A sort-merge file (SD).

    *name* is its file-name; *record* the area of its records, whose length is the largest record's; *status* the
    FILE STATUS item. ``sort_return`` is what SORT-RETURN gets.
    """

    def __init__(self, run: RunUnit, *, name: str, record: Area, status: Area | None = None) -> None:
        self.run = run
        self.name = name
        self.record = record
        self.status = "00"
        self.sort_return = 0
        self._status_item = status
        self._sorter: Sorter | None = None
        self._sorted: Iterator[bytes] | None = None

    @property
    def at_end(self) -> bool:
        """Whether the last RETURN found no more records."""
        return self.status[0] == "1"

    def sort(
        self,
        *keys: SortKey,
        input_procedure: Callable[[], object] | None = None,
        using: Sequence[FileConnector] = (),
        output_procedure: Callable[[], object] | None = None,
        giving: Sequence[FileConnector] = (),
        collating: bytes | None = None,
    ) -> int:
        """SORT by *keys*, the most important first; gives SORT-RETURN (0, or 16).

        Records come from *input_procedure*, which RELEASEs them, or from the files *using*; they go to
        *output_procedure*, which RETURNs them, or to all files *giving*. Records with equal keys keep their order.
        *collating* gives the rank of each byte for keys that are not numeric. A file *using* that cannot be
        opened counts as empty, as with GnuCOBOL.
        """
        memory = sort_memory(self.run.environment.get("COB_SORT_MEMORY", ""))
        length = self.record.length
        self._sorter = Sorter(length, ordering(keys, length, collating), memory)
        self._sorted = None
        self.sort_return = 0
        self._set_status(status.SUCCESS)
        try:
            if input_procedure is not None:
                input_procedure()
            for file in using:
                self._take(file)
            if output_procedure is not None:
                output_procedure()
            else:
                self._give(giving)
        finally:
            self._sorter.close()
            self._sorter = self._sorted = None
        self._set_status(status.SUCCESS)
        return self.sort_return

    def merge(
        self,
        *keys: SortKey,
        using: Sequence[FileConnector],
        output_procedure: Callable[[], object] | None = None,
        giving: Sequence[FileConnector] = (),
        collating: bytes | None = None,
    ) -> int:
        """MERGE the files *using*. As with GnuCOBOL they need not be in order: the result is that of SORT."""
        return self.sort(
            *keys, using=using, output_procedure=output_procedure, giving=giving, collating=collating
        )

    def release(self) -> bool:
        """RELEASE: hand the record area over to the SORT. Status 30 outside an input procedure."""
        if self._sorter is None or self._sorted is not None:
            return self._failed()
        self._sorter.add(self.record.raw)
        return self._set_status(status.SUCCESS)

    def return_record(self, *, at_end: bool = False) -> bool:
        """RETURN the next record in order. *at_end*: the statement has an AT END phrase.

        Raises FatalError outside an output procedure, and at the end without AT END or FILE STATUS.
        """
        if self._sorter is None:
            self._failed()
        else:
            record = next(self._in_order(), None)
            if record is not None:
                self.record.raw = record
                return self._set_status(status.SUCCESS)
            self._set_status(status.END_OF_FILE)
            if at_end:
                return False
        if self._status_item is None:
            words = status.MESSAGES[self.status]
            raise FatalError(f"{words} (status = {self.status}) for file {self.name} ('{self.name}')")
        return False

    def _in_order(self) -> Iterator[bytes]:
        if self._sorted is None:
            assert self._sorter is not None
            self._sorted = self._sorter.in_order()
        return self._sorted

    def _take(self, file: FileConnector) -> None:
        """USING: all records of *file*, cut or filled with spaces to the length of the sort record."""
        assert self._sorter is not None
        file.open_quietly(OpenMode.INPUT)
        self._sorter.extend(fitted(file.records(), self.record.length))
        file.close_quietly()

    def _give(self, files: Sequence[FileConnector]) -> None:
        """GIVING: all records in order to each of *files*."""
        for file in files:
            file.open_quietly(OpenMode.OUTPUT)
        records = self._in_order()
        while block := list(islice(records, GIVING_BLOCK)):
            for file in files:
                file.write_records(fitted(block, file.maximum))
        for file in files:
            file.close_quietly()

    def _failed(self) -> bool:
        self.sort_return = FAILED
        self._set_status(status.PERMANENT_ERROR)
        return False

    def _set_status(self, value: str) -> bool:
        self.status = value
        if self._status_item is not None:
            self._status_item.text = value
        return True


def sort_memory(setting: str) -> int:
    """The bytes COB_SORT_MEMORY means: a number, also with K, M or G behind it; MEMORY when it is anything else."""
    found = re.fullmatch(r"\s*(\d+)\s*([KMG]?)B?\s*", setting, re.IGNORECASE)
    if found is None:
        return MEMORY
    return int(found[1]) << {"": 0, "K": 10, "M": 20, "G": 30}[found[2].upper()]


def fitted(records: Iterable[bytes], length: int) -> Iterator[bytes]:
    """The records cut or filled with spaces to *length* bytes."""
    for record in records:
        yield record if len(record) == length else record[:length].ljust(length)


def sort_table(
    record: Area, at: int, stride: int, count: int, *keys: SortKey, collating: bytes | None = None
) -> None:
    """SORT a table: *count* occurrences of *stride* bytes from offset *at* of *record*, by *keys*, whose fields are
    those of the first occurrence. Equal occurrences keep their order."""
    start = record.base + at
    table = bytes(record.memory[start : start + stride * count])
    rows = [table[place : place + stride] for place in range(0, len(table), stride)]
    padding = bytes(at)
    key = ordering(keys, at + stride, collating)
    rows.sort(key=lambda row: key(padding + row))
    record.memory[start : start + stride * count] = b"".join(rows)
