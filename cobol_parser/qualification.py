"""Names and their qualifiers to what they declare (COBOL-85 standard, IV 4.3.8.1 qualification; X 1.3.8 global names)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from cobol_parser.symbols import (
    ConditionName,
    DataItem,
    FileItem,
    IndexName,
    ProgramSymbols,
    Referent,
    ReportGroupName,
    SpecialRegister,
)


def find(symbols: ProgramSymbols, name: str, qualifiers: tuple[str, ...] = ()) -> list[Referent]:
    """Return everything that `name OF qualifiers` can mean, in order of declaration.

    Qualifiers are given innermost first; levels may be left out. One result is a resolved reference, none an undefined name,
    several an ambiguous one. Names of a containing program count when they are GLOBAL and the program itself has none.
    """
    found = _local(symbols, name, qualifiers)
    outer = symbols.parent
    while not found and outer is not None:
        found = [referent for referent in _local(outer, name, qualifiers) if is_global(referent)]
        outer = outer.parent
    return found


def _local(symbols: ProgramSymbols, name: str, qualifiers: tuple[str, ...]) -> list[Referent]:
    declared = symbols.names.get(name)
    if declared is None:
        return []
    if not qualifiers:
        return declared if len(declared) == 1 else list(declared)
    return [referent for referent in declared if _matches(referent, qualifiers)]


def _matches(referent: Referent, qualifiers: tuple[str, ...]) -> bool:
    """Each qualifier names a superordinate group, further out than the one before it; the last one may be the file."""
    outwards = iter(_superordinate_names(referent))
    return all(qualifier in outwards for qualifier in qualifiers)


def _superordinate_names(referent: Referent) -> Iterator[str | None]:
    item: DataItem | None = None
    if isinstance(referent, DataItem):
        item = referent.parent
    elif isinstance(referent, ConditionName):
        item = referent.item
    elif isinstance(referent, IndexName):
        item = referent.table
    elif isinstance(referent, SpecialRegister):
        owner = referent.file or referent.report
        if owner is not None:
            yield owner.name
    elif isinstance(referent, ReportGroupName):
        for group in referent.groups:
            yield group.name
        yield referent.report.name
    while item is not None:
        yield item.name
        item = item.parent
    file = _file_name(referent)
    if file is not None:
        yield file


def _file_name(referent: Referent) -> str | None:
    if isinstance(referent, ConditionName):
        referent = referent.item
    elif isinstance(referent, IndexName):
        referent = referent.table
    return referent.file.name if isinstance(referent, DataItem) and referent.file is not None else None


def is_global(referent: Referent) -> bool:
    """Tell whether a contained program may use the name."""
    if isinstance(referent, ConditionName):
        return referent.item.record.is_global
    if isinstance(referent, IndexName):
        return referent.table.record.is_global
    if isinstance(referent, DataItem):
        return referent.record.is_global
    if isinstance(referent, SpecialRegister):
        return referent.file is None or referent.file.is_global
    if isinstance(referent, FileItem):
        return referent.is_global
    return True


def find_file(symbols: ProgramSymbols, name: str) -> FileItem | None:
    """Return the file of that name: the program's own, or a GLOBAL one of a containing program."""
    file = symbols.files.get(name)
    outer = symbols.parent
    while file is None and outer is not None:
        file = outer.files.get(name)
        file = file if file is not None and file.is_global else None
        outer = outer.parent
    return file


def near_names(name: str, known: Iterable[str]) -> list[str]:
    """Return up to three names that `name` may be a misspelling of, best first.

    Only names of about the same length that begin or end alike are compared: a source without its copybooks has many
    unknown names, and comparing is slow.
    """
    likely = [
        other
        for other in known
        if abs(len(other) - len(name)) <= 3 and (other[:2] == name[:2] or other[-2:] == name[-2:])
    ]
    return get_close_matches(name, likely, n=3, cutoff=0.75)


def describe(referent: Referent) -> str:
    """Say what a referent is and where it belongs, for messages: `AMOUNT OF DETAIL`."""
    if isinstance(referent, DataItem):
        return referent.qualified_name
    if isinstance(referent, ConditionName):
        return f"{referent.name} OF {referent.item.qualified_name}"
    if isinstance(referent, IndexName):
        return f"index {referent.name} of {referent.table.qualified_name}"
    return referent.name
