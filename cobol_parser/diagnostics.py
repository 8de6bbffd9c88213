"""Diagnostics: what is wrong or noteworthy, where, and what to do about it.

Every stage reports to one `Diagnostics` collector and goes on; nothing about bad COBOL is an exception.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cobol_parser.codes import ALL, Severity
from cobol_parser.source import Inclusion, Span, Token, copy_chain

__all__ = ["Diagnostic", "Diagnostics", "Place", "Severity", "place_in"]


@dataclass(frozen=True, slots=True)
class Place:
    """A position that has no token: a whole file (`line` 0), a line (`column` 0) or columns of a line.

    `line` and `column` are 1-based and physical; `end_column` is one past the last character, 0 when only
    one character is meant. `copied_at` is the COPY that brought the file in.
    """

    path: str
    line: int = 0
    column: int = 0
    end_column: int = 0
    source_line: str | None = None
    copied_at: Token | None = None


def place_in(inclusion: Inclusion, line: int, column: int = 0, end_column: int = 0) -> Place:
    """Return the place at `line` and `column` of an included file, with the text of the line."""
    lines = inclusion.file.lines
    text = lines[line - 1] if 0 < line <= len(lines) else None
    return Place(inclusion.file.path, line, column, end_column, text, inclusion.copied_at)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `line` and `column` are 1-based physical positions, 0 when unknown; `end_column` is one past
    the last marked character. `label` stands beside the carets. `copy_chain` holds (path, line) of the COPY
    statements that lead here, innermost first."""

    code: str
    severity: Severity
    message: str
    path: str
    line: int = 0
    column: int = 0
    end_column: int = 0
    label: str = ""
    notes: tuple[str, ...] = ()
    help: str | None = None
    copy_chain: tuple[tuple[str, int], ...] = ()
    source_line: str | None = None


class Diagnostics:
    """The collector. `items` keeps the order of the reports."""

    def __init__(self) -> None:
        self.items: list[Diagnostic] = []

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    @property
    def has_errors(self) -> bool:
        """Whether any report is an ERROR."""
        return any(item.severity is Severity.ERROR for item in self.items)

    def report(
        self,
        code: str,
        at: Token | Span | Place,
        message: str,
        *,
        label: str = "",
        notes: Iterable[str] = (),
        help: str | None = None,
        severity: Severity | None = None,
    ) -> Diagnostic:
        """Add a finding; the severity is the code's unless given. An unlisted `code` is a KeyError."""
        listed = ALL[code].severity
        place = at if isinstance(at, Place) else _place_of(at)
        found = Diagnostic(
            code=code,
            severity=severity or listed,
            message=message,
            path=place.path,
            line=place.line,
            column=place.column,
            end_column=place.end_column or (place.column + 1 if place.column else 0),
            label=label,
            notes=tuple(notes),
            help=help,
            copy_chain=_chain(place.copied_at),
            source_line=place.source_line,
        )
        self.items.append(found)
        return found

    def in_source_order(self) -> list[Diagnostic]:
        """Return the items sorted by path, line and column; reports of one place keep their order."""
        return sorted(self.items, key=lambda item: (item.path, item.line, item.column))


def _place_of(at: Token | Span) -> Place:
    """Mark from the first token to the last; only the first where the last is on another line."""
    first, last = (at, at) if isinstance(at, Token) else (at.first, at.last)
    place = place_in(first.inclusion, first.line, first.column)
    end = last.end_column
    if last.inclusion is not first.inclusion or last.end_line != first.line:
        end = (
            first.end_column if first.end_line == first.line else len((place.source_line or "").rstrip()) + 1
        )
    return Place(
        place.path, place.line, place.column, max(end, place.column + 1), place.source_line, place.copied_at
    )


def _chain(copied_at: Token | None) -> tuple[tuple[str, int], ...]:
    if copied_at is None:
        return ()
    sites = (copied_at, *copy_chain(copied_at))
    return tuple((site.inclusion.file.path, site.line) for site in sites)
