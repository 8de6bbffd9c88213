"""Reading record descriptions: a copybook, with or without level 01, or the records of a program."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from cobol_parser.diagnostics import Diagnostic, Diagnostics, Severity
from cobol_parser.dialects import DIALECTS
from cobol_parser.parser import parse
from cobol_parser.resolve import analyze
from cobol_parser.source import Token
from cobol_parser.symbols import DataItem, FileItem, ProgramSymbols
from cobol_parser.text_manipulation import SourceText, expand, expand_text
from cobol_parser.text_options import TextOptions
from transpiler.data.errors import UsageProblem

_HEADER = "       IDENTIFICATION DIVISION.\n       PROGRAM-ID. COPYBOOK.\n       DATA DIVISION.\n"
_SECTIONS = {"FD": "FILE SECTION", "SD": "FILE SECTION"}
_TOLERATED = frozenset({"CBL5016"})
"""What is no obstacle to looking at data: items behind a table of variable length, which some dialects refuse."""
_NO_SELECT = "CBL4011"
"""A file description without its SELECT, which a copybook of file descriptions never has."""
_PROGRAM = ("IDENTIFICATION", "ID")


class BadCopybook(Exception):
    """The description has errors; `diagnostics` say which."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(f"{len(diagnostics)} errors")
        self.diagnostics = diagnostics


@dataclass(frozen=True, slots=True, eq=False)
class Description:
    """The level 01 items of a copybook or program, in order, and what was remarked while reading it."""

    path: Path
    records: tuple[DataItem, ...]
    symbols: ProgramSymbols
    """Everything that is declared."""
    diagnostics: tuple[Diagnostic, ...] = ()


def renames_in(description: Description, record: DataItem) -> tuple[DataItem, ...]:
    """The level 66 items of a record, in order."""
    declared = (item for items in description.symbols.names.values() for item in items)
    return tuple(
        item
        for item in declared
        if isinstance(item, DataItem) and item.renames is not None and item.renames[0].record is record
    )


def read_description(path: Path, options: TextOptions) -> Description:
    """Read a copybook or a program. Raises BadCopybook, and UsageProblem when there is no record in it."""
    diagnostics = Diagnostics()
    text = expand(str(path), options, diagnostics)
    tokens = text.tokens
    if not tokens or tokens[0].type == "$END":
        raise UsageProblem(f"{path} describes no record")
    if tokens[0].upper not in _PROGRAM:
        tokens = _wrapped(tokens, path, options)
    dialect = replace(DIALECTS[options.dialect.name], double_byte_pictures=True)
    unit = parse(SourceText(text.file, tokens, text.inclusions, text.missing), dialect, diagnostics)
    analyses = analyze(unit, dialect, diagnostics)
    remarks = (item for item in diagnostics.in_source_order() if item.code not in _TOLERATED)
    found = (item for item in remarks if item.severity is Severity.ERROR)
    errors = tuple(item for item in found if item.code != _NO_SELECT or tokens is text.tokens)
    if not unit.programs or (errors and tokens is not text.tokens):
        raise BadCopybook(errors)
    symbols = analyses[unit.programs[0]].symbols
    records = tuple(item for item in symbols.records() if item.size)
    if not records:
        raise UsageProblem(f"{path} describes no record")
    return Description(path, records, symbols, errors)


def _wrapped(tokens: list[Token], path: Path, options: TextOptions) -> list[Token]:
    """The copybook's words behind the headers of a program, and behind a level 01 when it has none."""
    first = tokens[0]
    header = f"{_HEADER}       {_SECTIONS.get(first.upper, 'WORKING-STORAGE SECTION')}.\n"
    if first.type == "INTEGER" and first.upper.lstrip("0") not in ("1", "77", "78"):
        header += f"       01 {record_name(path)}.\n"
    wrapper = TextOptions(dialect=options.dialect, format="fixed")
    return expand_text(header, wrapper, path=str(path)).tokens[:-1] + tokens


def record_name(path: Path) -> str:
    """A data-name for the record of a copybook that begins below level 01: the file's name."""
    name = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in path.stem.upper())
    name = name.strip("-")[:24] or "COPYBOOK"
    return f"{name}-RECORD"


def file_named(description: Description, name: str | None) -> FileItem:
    """The file of a program called *name*, or its only one. Raises UsageProblem."""
    files = description.symbols.files
    if name is None and len(files) == 1:
        return next(iter(files.values()))
    found = files.get((name or "").upper())
    if found is None:
        known = ", ".join(files) or "none"
        wanted = f"there is no file {name.upper()}" if name else "name a file with --file"
        raise UsageProblem(f"{wanted}; {description.path} describes {known}")
    return found


def item_named(records: tuple[DataItem, ...], name: str) -> DataItem:
    """The item called NAME, GROUP.NAME or NAME OF GROUP in the first record that has it. Raises UsageProblem."""
    words = name.upper().replace(" OF ", " ").replace(" IN ", " ").split()
    path = tuple(words if len(words) > 1 else reversed(name.upper().split(".")))
    for record in records:
        for item in record.walk():
            if item.name == path[0] and all(part in item.path for part in path[1:]):
                return item
    from difflib import get_close_matches

    known = [item.name for record in records for item in record.walk() if item.name]
    near = get_close_matches(path[0], known, 3)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    raise UsageProblem(f"the copybook has no item {name.upper()}{hint}")
