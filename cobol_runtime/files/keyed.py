"""What relative and indexed files have in common: random access, START, and the dataset below."""

from __future__ import annotations

from cobol_runtime.files import status
from cobol_runtime.files.connector import READING, FileConnector, OpenMode
from cobol_runtime.files.dataset import AttributeConflict, Attributes, Dataset, NotADataset
from cobol_runtime.files.stream import exists

RELATIONS = ("=", ">", ">=", "<", "<=", "first", "last")


class KeyedFile(FileConnector):
    """A file with keys; see :class:`FileConnector`. Subclasses say what the dataset's tables are."""

    _dataset: Dataset | None = None
    _schema = ""

    def attributes(self) -> Attributes:
        """What the program describes the file to be."""
        raise NotImplementedError

    @property
    def dataset(self) -> Dataset:
        """The open dataset."""
        assert self._dataset is not None
        return self._dataset

    def read(self, *, at_end: bool = False, invalid_key: bool = False) -> bool:
        """READ: the next record in sequential access, else the one the (prime) key names."""
        if self.access == "sequential":
            return self.read_next(at_end=at_end)
        return self.read_key(at_end=at_end, invalid_key=invalid_key)

    def read_key(self, key: int = 0, *, at_end: bool = False, invalid_key: bool = False) -> bool:
        """READ the record that key number *key* (0 is the prime or relative key) names."""
        return self._finish(self._read_random(key), at_end=at_end, invalid_key=invalid_key)

    def start(
        self, relation: str, key: int = 0, *, length: int | None = None, invalid_key: bool = False
    ) -> bool:
        """START: position before the first record whose *key* stands in *relation* to the key's value.

        *relation* is "=", ">", ">=", "<", "<=", "first" or "last"; *length* compares only that many bytes
        of the key (indexed files).
        """
        return self._finish(self._start(relation, key, length), invalid_key=invalid_key)

    def _start(self, relation: str, key: int, length: int | None) -> str:
        self._read_done = False
        self._first_read = 0
        if self.mode not in READING or self.access == "random":
            return status.INPUT_DENIED
        if self._missing:
            return status.KEY_NOT_EXISTS
        if not self._allows_length(key, length):
            return status.KEY_NOT_EXISTS
        found = self._do_start(relation, key, length)
        self._first_read = 1
        self._before_start = False
        self._after_end = not found
        return status.SUCCESS if found else status.KEY_NOT_EXISTS

    def _read_random(self, key: int) -> str:
        self._read_done = False
        if self.mode not in READING:
            return status.INPUT_DENIED
        if self._missing:
            if not self._first_read:
                return status.KEY_NOT_EXISTS
            self._first_read = 0
            return status.END_OF_FILE
        value = self._do_read_key(key)
        if value == status.SUCCESS:
            self._was_read()
        return value

    def _allows_length(self, key: int, length: int | None) -> bool:
        return True

    def _do_start(self, relation: str, key: int, length: int | None) -> bool:
        raise NotImplementedError

    def _do_read_key(self, key: int) -> str:
        raise NotImplementedError

    def _do_open(self, path: str, mode: OpenMode) -> str:
        missing = not exists(path)
        if missing and mode is not OpenMode.OUTPUT and not self.optional:
            return status.NOT_EXISTS
        if missing and mode is OpenMode.INPUT:
            return self._missing_file()
        try:
            self._dataset = Dataset.open(self.run, path, self.attributes(), mode, self._schema)
        except AttributeConflict:
            return status.CONFLICTING_ATTRIBUTES
        except NotADataset as error:
            self.run.console.note(f"cobolift: file {self.name}: {error}")
            return status.PERMANENT_ERROR
        value = self._opened(mode)
        if value[0] == "0" and missing and mode is not OpenMode.OUTPUT:
            return status.OPTIONAL_MISSING
        return value

    def _opened(self, mode: OpenMode) -> str:
        """Take the position OPEN gives."""
        raise NotImplementedError

    def _do_close(self) -> None:
        self._release(self.mode)

    def _release(self, mode: OpenMode) -> None:
        dataset, self._dataset = self._dataset, None
        if dataset is not None:
            dataset.close(mode)

    def _put_record(self, data: bytes, size: int) -> None:
        """Make *data* the record area's contents; *size* is the record's length."""
        base = self.record.base
        self.record.memory[base : base + len(data)] = data
        self.size = size
