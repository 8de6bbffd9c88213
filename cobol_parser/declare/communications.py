"""CD entries: the implied record of a communication description (COBOL-85 standard, XI 2.2).

Communication statements are not converted; declaring the items keeps the rest of such a program free of undefined names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cobol_parser import ast
from cobol_parser.declare.entries import declare_section
from cobol_parser.declare.scope import Scope
from cobol_parser.layout import lay_out
from cobol_parser.picture import parse_picture
from cobol_parser.symbols import DataItem, Dimension, IndexName, StorageSection

_LAYOUTS: Mapping[str, Mapping[str, str]] = {
    "INPUT": {
        "QUEUE": "X(12)",
        "SUB-QUEUE-1": "X(12)",
        "SUB-QUEUE-2": "X(12)",
        "SUB-QUEUE-3": "X(12)",
        "DATE": "9(6)",
        "TIME": "9(8)",
        "SOURCE": "X(12)",
        "LENGTH": "9(4)",
        "END": "X",
        "STATUS": "XX",
        "COUNT": "9(6)",
    },
    "OUTPUT": {"COUNT": "9(4)", "LENGTH": "9(4)", "STATUS": "XX", "ERROR": "X", "DESTINATION": "X(12)"},
    "I-O": {
        "DATE": "9(6)",
        "TIME": "9(8)",
        "TERMINAL": "X(12)",
        "LENGTH": "9(4)",
        "END": "X",
        "STATUS": "XX",
    },
}
"""By direction: the clause word of each field, in order, and its PICTURE."""
_NOISE = frozenset(
    {"FOR", "INITIAL", "INPUT", "OUTPUT", "I-O", "SYMBOLIC", "MESSAGE", "TEXT", "KEY", "IS", "TIMES"}
)
_TABLE = ("ERROR", "DESTINATION")
"""Fields of OUTPUT that DESTINATION TABLE OCCURS repeats."""


def declare_communication(scope: Scope, description: ast.CommunicationDescription) -> tuple[DataItem, ...]:
    """Declare the implied record with the fields that clauses name, and the records described below the CD."""
    layout = _LAYOUTS.get(description.direction, {})
    words = [word for word in description.words if word not in _NOISE]
    times, indexes, words = _take_table(words)
    names = _field_names(words, layout)
    record = DataItem(description.name, 1, None, StorageSection.COMMUNICATION)
    scope.add_name(description.name, record)
    record.children = tuple(_fields(scope, record, layout, names, times, indexes))
    lay_out(record, scope.rules)
    records = declare_section(scope, description.records, StorageSection.COMMUNICATION)
    for described in records:
        if described.redefines is None:  # every record below a CD describes the implied one anew
            described.redefines = record
            record.redefined_by.append(described)
    return (record, *records)


def _take_table(words: list[str]) -> tuple[int, tuple[str, ...], list[str]]:
    """Split DESTINATION TABLE OCCURS n INDEXED BY names off the clauses."""
    if "TABLE" not in words:
        return 1, (), words
    start = words.index("TABLE")
    rest = words[start + 1 :]
    times = next((int(word) for word in rest[:2] if word.isdecimal()), 1)
    tail = rest[2:]
    indexes: list[str] = []
    if tail[:1] == ["INDEXED"]:
        tail = tail[2:] if tail[1:2] == ["BY"] else tail[1:]
        while tail and tail[0] not in (*_TABLE, "LENGTH", "STATUS", "COUNT"):
            indexes.append(tail.pop(0))
    return times, tuple(indexes), words[: start - 1] + tail


def _field_names(words: list[str], layout: Mapping[str, str]) -> dict[str, str]:
    """Clause word to data-name: from clauses, or from a plain list of names in order."""
    if not words or words[0] not in layout:
        return dict(zip(layout, words, strict=False))
    names: dict[str, str] = {}
    place = 0
    while place < len(words):
        if words[place] == "DESTINATION" and words[place + 1 : place + 2] == ["COUNT"]:
            place += 1
        if place + 1 < len(words):
            names[words[place]] = words[place + 1]
        place += 2
    return names


def _fields(
    scope: Scope,
    record: DataItem,
    layout: Mapping[str, str],
    names: Mapping[str, str],
    times: int,
    indexes: tuple[str, ...],
) -> Iterator[DataItem]:
    """The fields of the record; the destination table of OUTPUT is a group of its own."""
    for word, picture in layout.items():
        if word not in _TABLE:
            yield _field(scope, record, names.get(word), picture)
    if "ERROR" not in layout:
        return
    table = DataItem(None, 2, None, StorageSection.COMMUNICATION, record)
    if times > 1:
        table.dimensions = (Dimension(table, times, times, 0),)
    table.indexes = tuple(IndexName(name, table) for name in indexes)
    for index in table.indexes:
        scope.add_name(index.name, index)
    table.children = tuple(_field(scope, table, names.get(word), layout[word]) for word in _TABLE)
    yield table


def _field(scope: Scope, parent: DataItem, name: str | None, text: str) -> DataItem:
    item = DataItem(None if name == "FILLER" else name, 3, None, StorageSection.COMMUNICATION, parent)
    picture = parse_picture(text)
    item.picture, item.category, item.digits = picture, picture.category, picture.digits
    scope.add_name(item.name, item)
    return item
