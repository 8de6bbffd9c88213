"""DEBUG-ITEM, the record that USE FOR DEBUGGING procedures read (COBOL-85 standard, XV 3.2; sizes as in GnuCOBOL)."""

from __future__ import annotations

from collections.abc import Iterator

from cobol_parser import ast
from cobol_parser.debugging import debugging_sections, in_debugging_mode
from cobol_parser.declare.scope import Scope
from cobol_parser.layout import complete, lay_out
from cobol_parser.picture import parse_picture
from cobol_parser.qualification import find
from cobol_parser.symbols import DataItem, FileItem, StorageSection

_CONTENTS = 30
"""Characters of DEBUG-CONTENTS, unless something larger is watched."""


def declare_debug_item(scope: Scope, program: ast.Program) -> None:
    """Make DEBUG-ITEM known where the program is compiled WITH DEBUGGING MODE or has debugging sections."""
    if not in_debugging_mode(program) and not any(debugging_sections(program)):
        return
    record = DataItem("DEBUG-ITEM", 1, None, StorageSection.WORKING_STORAGE)
    scope.add_name(record.name, record)
    contents = max((_CONTENTS, *_watched_sizes(scope, program)))
    record.children = tuple(
        _field(scope, record, name, picture)
        for name, picture in (
            ("DEBUG-LINE", "X(6)"),
            (None, "X"),
            ("DEBUG-NAME", "X(30)"),
            (None, "X"),
            ("DEBUG-SUB-1", "S9(4)"),
            (None, "X"),
            ("DEBUG-SUB-2", "S9(4)"),
            (None, "X"),
            ("DEBUG-SUB-3", "S9(4)"),
            (None, "X"),
            ("DEBUG-CONTENTS", f"X({contents})"),
        )
    )
    lay_out(record, scope.rules)
    complete(record)
    scope.symbols.working_storage += (record,)


def _field(scope: Scope, record: DataItem, name: str | None, text: str) -> DataItem:
    item = DataItem(name, 3, None, StorageSection.WORKING_STORAGE, record)
    picture = parse_picture(text)
    item.picture, item.category, item.digits = picture, picture.category, picture.digits
    item.signed = item.sign_leading = item.sign_separate = picture.signed
    scope.add_name(name, item)
    return item


def _watched_sizes(scope: Scope, program: ast.Program) -> Iterator[int]:
    for _, use in debugging_sections(program):
        for target in use.debugged:
            for meant in find(scope.symbols, target.name, target.qualifiers) if target.name else ():
                if isinstance(meant, DataItem):
                    yield meant.size
            file = scope.symbols.files.get(target.name or "")
            if isinstance(file, FileItem):
                yield file.record_size
