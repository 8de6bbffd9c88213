"""Lines of code, comment lines and blank lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cobol_parser.diagnostics import Diagnostics
from cobol_parser.reference_format import read_source
from cobol_parser.source import SourceFile
from transpiler.report.artefacts import Artefact, Sort
from transpiler.report.estate import Estate

_INDICATOR = 6
"""Index of the indicator area of a fixed line."""


@dataclass(frozen=True, slots=True)
class LineCount:
    """Physical lines of a file: code and comments and blank ones together are all of them."""

    lines: int = 0
    code: int = 0
    comment: int = 0
    blank: int = 0


def read_files(estate: Estate) -> dict[str, SourceFile]:
    """Every COBOL text of the tree by its name in the report, as a program read it or else on its own."""
    found: dict[str, SourceFile] = {}
    for file in estate.files:
        if file.conversion.text is not None:
            for inclusion in file.conversion.text.inclusions:
                found.setdefault(estate.name_of(inclusion.file.path), inclusion.file)
    for item in estate.of_sort(Sort.PROGRAM, Sort.COPYBOOK):
        if item.name not in found:
            found[item.name] = read_source(
                str(item.path), Diagnostics(), format=estate.options.format, encoding=estate.options.encoding
            )
    return found


def count_lines(item: Artefact, file: SourceFile | None) -> LineCount:
    """Count the lines of one file; what is no text of a known sort has bytes only."""
    if file is not None:
        return _count(file.lines, lambda line: _is_cobol_comment(line, file.reference_format))
    if item.sort in _COMMENT_STARTS:
        start = _COMMENT_STARTS[item.sort]
        text = item.path.read_text(encoding="latin-1")
        return _count(tuple(text.splitlines()), lambda line: line.startswith(start))
    return LineCount()


_COMMENT_STARTS = {Sort.JCL: "//*", Sort.PROC: "//*", Sort.BMS: "*", Sort.SQL: "--", Sort.CSD: "*"}


def _count(lines: tuple[str, ...], is_comment: Callable[[str], bool]) -> LineCount:
    blank = sum(not line.strip() for line in lines)
    comment = sum(bool(line.strip()) and is_comment(line) for line in lines)
    return LineCount(len(lines), len(lines) - blank - comment, comment, blank)


def _is_cobol_comment(line: str, reference_format: str) -> bool:
    """A comment line: `*` or `/` in the indicator area, or `*>` as the first word in any format."""
    if reference_format != "free" and len(line) > _INDICATOR and line[_INDICATOR] in "*/":
        return True
    return line.lstrip().startswith("*>") or (
        reference_format != "free" and line[_INDICATOR:].lstrip().startswith("*>")
    )
