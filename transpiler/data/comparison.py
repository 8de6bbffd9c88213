"""The records of two files compared field by field.

Without keys records are compared in the order in which they stand. With keys, or without regard to order, the second file's
records wait in a temporary database, so that memory does not grow with the files.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from transpiler.data.code_pages import translation
from transpiler.data.errors import UsageProblem
from transpiler.data.flat_file import Advance, FlatFile
from transpiler.data.rows import Row, Rows
from transpiler.data.shape import Leaf, Node
from transpiler.data.tables import json_text
from transpiler.data.view import plain

_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Difference:
    """A record that is in one file only (`fields` is empty), or whose fields differ: (label, left, right)."""

    left: int | None
    right: int | None
    key: str
    fields: tuple[tuple[str, str, str], ...] = ()


class Comparer:
    """Compares the rows of two files; *ignored* are columns that do not count."""

    def __init__(self, left: FlatFile, right: FlatFile, ignored: tuple[str, ...] = ()) -> None:
        self.left, self.right = left, right
        self.left_rows, self.right_rows = left.rows, right.rows
        self.ignored = frozenset(name.upper() for name in ignored)
        self.same_encoding = left.shapes.encoding == right.shapes.encoding

    def in_order(self, advance: Advance | None = None) -> Iterator[Difference]:
        """Compare the first records, the second ones, and so on."""
        for one, other in zip_longest(self.left.records((), advance), self.right.records()):
            if one is None or other is None:
                yield Difference(one[0] if one else None, other[0] if other else None, "")
                continue
            if one[1] == other[1] and self.same_encoding:
                continue
            fields = self._fields(self.left_rows.decode(one[1]), self.right_rows.decode(other[1]))
            if fields:
                yield Difference(one[0], other[0], "", fields)

    def by_key(self, keys: tuple[str, ...], advance: Advance | None = None) -> Iterator[Difference]:
        """Compare records of equal key values wherever they stand; no keys: records of equal values.

        Several records of one key are paired in order.
        """
        with closing(sqlite3.connect("")) as store:
            store.execute("CREATE TABLE waiting(key TEXT, number INTEGER, record BLOB)")
            batch: list[tuple[str, int, bytes]] = []
            for number, record in self.right.records():
                batch.append((self._key(self.right_rows, record, keys), number, record))
                if len(batch) >= _BATCH:
                    _store(store, batch)
            _store(store, batch)
            store.execute("CREATE INDEX by_key ON waiting(key, number)")
            for number, record in self.left.records((), advance):
                key = self._key(self.left_rows, record, keys)
                found = _take(store, key)
                if found is None:
                    yield Difference(number, None, key if keys else "")
                elif keys:
                    other, data = found
                    fields = self._fields(self.left_rows.decode(record), self.right_rows.decode(data))
                    if fields:
                        yield Difference(number, other, key, fields)
            for key, number in store.execute("SELECT key, number FROM waiting ORDER BY number"):
                yield Difference(None, number, key if keys else "")

    def _key(self, rows: Rows, record: bytes, keys: tuple[str, ...]) -> str:
        row = rows.decode(record)
        values = _values(row)
        if not keys:
            counted = {label: self._comparable(row, label, value, rows) for label, value in values.items()}
            return json_text({label: value for label, value in counted.items() if not self._ignores(label)})
        missing = [name for name in keys if name not in values]
        if missing and row.shape.record is not None:
            raise UsageProblem(f"records have no field {', '.join(missing)}, which --key names")
        return ", ".join(str(self._comparable(row, name, values.get(name), rows)) for name in keys)

    def _ignores(self, label: str) -> bool:
        return label.partition("(")[0] in self.ignored

    def _fields(self, left: Row, right: Row) -> tuple[tuple[str, str, str], ...]:
        one, other = _values(left), _values(right)
        found = []
        for label in dict.fromkeys((*one, *other)):
            if self._ignores(label):
                continue
            mine = self._comparable(left, label, one.get(label), self.left_rows)
            theirs = self._comparable(right, label, other.get(label), self.right_rows)
            if mine != theirs or (label in one) != (label in other):
                found.append((label, self._shown(left, label, one), self._shown(right, label, other)))
        return tuple(found)

    def _comparable(self, row: Row, label: str, value: Any, rows: Rows) -> Any:
        """The value; bytes that have none as characters, so that files of two encodings can be compared."""
        if value is not None or label not in row.kept:
            return value
        data = bytes.fromhex(row.kept[label])
        return "bytes " + data.translate(translation(rows.shapes.encoding.page, "ascii")).decode("latin-1")

    def _shown(self, row: Row, label: str, values: dict[str, Any]) -> str:
        if label not in values:
            return "(no such field)"
        if values[label] is None:
            return f"X'{row.kept.get(label, '').upper()}'"
        return plain(values[label])


def _values(row: Row) -> dict[str, Any]:
    """All values by label, tables spread out."""
    if row.shape.record is None:
        return dict.fromkeys(("@0",))
    found: dict[str, Any] = {}
    for node in row.shape.nodes:
        _spread(node, row.values[node.name], found)
    return found


def _spread(node: Node, value: Any, found: dict[str, Any]) -> None:
    if node.leaf is not None:
        found[node.leaf.label] = value
        return
    for element, inner in zip(node.elements, value, strict=True):
        if isinstance(element, Leaf):
            found[element.label] = inner
        else:
            for child in element:
                _spread(child, inner[child.name], found)


def _store(store: sqlite3.Connection, batch: list[tuple[str, int, bytes]]) -> None:
    store.executemany("INSERT INTO waiting VALUES(?, ?, ?)", batch)
    batch.clear()


def _take(store: sqlite3.Connection, key: str) -> tuple[int, bytes] | None:
    """The first record that waits under a key, taken out."""
    row = store.execute(
        "SELECT rowid, number, record FROM waiting WHERE key = ? ORDER BY number LIMIT 1", (key,)
    ).fetchone()
    if row is None:
        return None
    store.execute("DELETE FROM waiting WHERE rowid = ?", (row[0],))
    return int(row[1]), bytes(row[2])
