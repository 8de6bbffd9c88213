"""The physical lines of a program with its copybooks opened in place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cobol_parser.source import Inclusion, SourceFile
from cobol_parser.text_manipulation import SourceText
from transpiler.lower.registry import comment_lines

INDICATOR = 6
"""Index of the indicator area of fixed and variable format (column 7)."""


@dataclass(frozen=True, slots=True)
class CobolLine:
    """A physical line: `copy` is the number of the inclusion it stands in, 0 for the program's own file."""

    copy: int
    number: int
    text: str

    def is_blank(self) -> bool:
        """Whether nothing is written on the line."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Copy:
    """One use of a file: `outer` is the number of the inclusion that copies it and `position` that of the line where
    its COPY statement ends; both -1 for the program's own file."""

    inclusion: Inclusion
    outer: int
    position: int

    @property
    def file(self) -> SourceFile:
        """The file."""
        return self.inclusion.file


@dataclass(frozen=True, slots=True)
class CobolText:
    """Every line of a program, copied ones behind the COPY statement; `at` finds the position of (copy, line number)."""

    copies: tuple[Copy, ...]
    lines: tuple[CobolLine, ...]
    at: dict[tuple[int, int], int]
    number_of: dict[int, int]
    """Number of a copy by the identity of its `Inclusion`."""

    def position(self, inclusion: Inclusion, line: int) -> int | None:
        """The position of a physical line, None for a line that is not there."""
        number = self.number_of.get(id(inclusion))
        return None if number is None else self.at.get((number, line))

    def is_comment(self, position: int) -> bool:
        """Whether a line is a comment line (ANSI X3.23-1985 IV 7.2.4; `*>` of ISO 1989:2002)."""
        line = self.lines[position]
        if line.text.lstrip().startswith("*>"):
            return True
        fixed = self.copies[line.copy].file.reference_format != "free"
        return fixed and line.text[INDICATOR : INDICATOR + 1] in ("*", "/")

    def comment_before(self, position: int) -> list[int]:
        """Positions of the comment lines directly before a line that say something, in order."""
        found: list[int] = []
        copy = self.lines[position].copy
        before = position - 1
        while before >= 0 and self.lines[before].copy == copy:
            if self.is_comment(before):
                text = self.lines[before].text
                shown = text[INDICATOR:] if text[:INDICATOR].strip()[:2] != "*>" else text
                if comment_lines((shown,)):
                    found.append(before)
            elif not self.lines[before].is_blank():
                break
            before -= 1
        return found[::-1]


def cobol_text(text: SourceText) -> CobolText:
    """Put the lines of all inclusions in the order in which they are compiled."""
    number_of = {id(inclusion): number for number, inclusion in enumerate(text.inclusions)}
    below: dict[int, dict[int, list[int]]] = {}
    for number, inclusion in enumerate(text.inclusions):
        if inclusion.copied_at is not None and inclusion.copy_ends is not None:
            outer = number_of[id(inclusion.copied_at.inclusion)]
            below.setdefault(outer, {}).setdefault(inclusion.copy_ends.end_line, []).append(number)
    lines: list[CobolLine] = []
    copies: dict[int, Copy] = {}
    for outer, position, number, line in _in_order(text, below):
        if line == 1:
            copies[number] = Copy(text.inclusions[number], outer, position)
        lines.append(CobolLine(number, line, text.inclusions[number].file.lines[line - 1]))
    for number, inclusion in enumerate(text.inclusions):
        copies.setdefault(number, Copy(inclusion, -1, -1))  # an empty file
    at = {(line.copy, line.number): position for position, line in enumerate(lines)}
    return CobolText(tuple(copies[number] for number in sorted(copies)), tuple(lines), at, number_of)


def _in_order(
    text: SourceText, below: dict[int, dict[int, list[int]]]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield (copying inclusion, position of its COPY, inclusion, line number) of every line."""
    position = 0
    pending: list[tuple[int, int, int, int]] = [(-1, -1, 0, 1)]
    while pending:
        outer, copied_at, number, line = pending.pop()
        if line > len(text.inclusions[number].file.lines):
            continue
        yield outer, copied_at, number, line
        pending.append((outer, copied_at, number, line + 1))
        pending += [(number, position, copied, 1) for copied in reversed(below.get(number, {}).get(line, []))]
        position += 1
