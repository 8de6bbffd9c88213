"""Sorting more records than fit in memory: sorted runs on disk, merged when they are taken back."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO

from cobol_runtime.sort_order import Ordering

OVERHEAD = 100
"""Bytes of memory a record takes besides its own."""

BLOCK = 1 << 20


class Sorter:
    """Takes records of *length* bytes and gives them back in order; records that compare equal keep theirs.

    About *memory* bytes of records are held; what is beyond goes to temporary files.
    """

    def __init__(self, length: int, key: Ordering, memory: int) -> None:
        self._length = length
        self._key = key
        self._most = max(1, memory // (length + OVERHEAD))
        self._records: list[bytes] = []
        self._runs: list[BinaryIO] = []

    def add(self, record: bytes) -> None:
        """Take one record."""
        self._records.append(record)
        if len(self._records) >= self._most:
            self._spill()

    def extend(self, records: Iterable[bytes]) -> None:
        """Take many records."""
        source = iter(records)
        while True:
            self._records.extend(islice(source, self._most - len(self._records)))
            if len(self._records) < self._most:
                return
            self._spill()

    def _spill(self) -> None:
        self._records.sort(key=self._key)
        run: BinaryIO = tempfile.TemporaryFile(prefix="cobol-sort-")  # noqa: SIM115 - closed by `close`
        step = max(1, BLOCK // self._length)
        for start in range(0, len(self._records), step):
            run.write(b"".join(self._records[start : start + step]))
        self._runs.append(run)
        self._records = []

    def in_order(self) -> Iterator[bytes]:
        """The records in order. Nothing can be added afterwards."""
        self._records.sort(key=self._key)
        if not self._runs:
            return iter(self._records)
        return heapq.merge(*map(self._run_records, self._runs), self._records, key=self._key)

    def _run_records(self, run: BinaryIO) -> Iterator[bytes]:
        run.seek(0)
        length = self._length
        size = max(1, BLOCK // length) * length
        while block := run.read(size):
            for start in range(0, len(block), length):
                yield block[start : start + length]

    def close(self) -> None:
        """Give up the records and the temporary files."""
        for run in self._runs:
            run.close()
        self._runs, self._records = [], []
