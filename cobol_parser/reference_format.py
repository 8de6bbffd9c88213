"""Reading a source file and finding out how its lines are laid out.

Fixed form (ANSI X3.23-1985 IV 5): columns 1-6 sequence number, 7 indicator, 8-72 program text, 73-80 identification.
Variable form is fixed form without a right margin. Free form (ISO 1989:2002 6.2) has no columns.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from cobol_parser.character_sets import DecodedText, NotText, decode
from cobol_parser.diagnostics import Diagnostics, Place
from cobol_parser.source import SourceFile, Token

FORMATS = ("fixed", "free", "variable")
INDICATOR = 6
"""Index (not column number) of the indicator area in fixed and variable form."""

NO_MARGIN = 1 << 30
_SAMPLE = 600


@dataclass(frozen=True, slots=True)
class Margins:
    """Where program text stands in a line, as indexes: text is ``line[start:end]``.

    `columns` is false for free form, which has neither indicator nor area A.
    """

    columns: bool
    start: int
    end: int


MARGINS = {
    "fixed": Margins(True, 7, 72),
    "variable": Margins(True, 7, NO_MARGIN),
    "free": Margins(False, 0, NO_MARGIN),
}


def read_source(
    path: str,
    diagnostics: Diagnostics,
    *,
    format: str = "auto",
    encoding: str | None = None,
    copied_from_format: str | None = None,
    copied_at: Token | None = None,
) -> SourceFile:
    """Read one file; whatever is wrong with it is reported, and what cannot be read has no lines.

    `format` is one of FORMATS or ``auto``; `copied_from_format` is that of the text that copies this one.
    """
    decoded = _read(Place(path, copied_at=copied_at), encoding, diagnostics)
    lines = decoded.lines
    if any("\f" in line for line in lines):
        lines = tuple(line.replace("\f", " ") for line in lines)
    if format == "auto":
        format = (
            library_format(lines, copied_from_format)
            if copied_from_format
            else detect_format(lines) or "fixed"
        )
    return SourceFile(path, lines, decoded.encoding, format)


def _read(place: Place, encoding: str | None, diagnostics: Diagnostics) -> DecodedText:
    nothing = DecodedText((), encoding or "utf-8")
    try:
        if not stat.S_ISREG(mode := Path(place.path).stat().st_mode) and not stat.S_ISDIR(mode):
            raise OSError(0, "it is neither a file nor a folder")  # reading a pipe could wait for ever
        data = Path(place.path).read_bytes()
    except IsADirectoryError:
        diagnostics.report(
            "CBL1002",
            place,
            f"{place.path} is a folder, not a source file",
            help="name the COBOL file inside it",
        )
        return nothing
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        diagnostics.report("CBL1001", place, f"cannot read {place.path}: {reason}")
        return nothing
    try:
        decoded = decode(data, encoding)
    except NotText as error:
        diagnostics.report(
            "CBL1004",
            place,
            f"{place.path} is not a text file: {error}",
            help="name a COBOL source, not a compiled program or a data file",
        )
        return nothing
    except LookupError:
        diagnostics.report(
            "CBL1006",
            place,
            f"there is no encoding called {encoding}",
            help="use a name such as utf-8, latin-1, cp037 or cp1047",
        )
        return nothing
    if decoded.fallback:
        diagnostics.report(
            "CBL1005", place, f"{place.path} is not in {encoding}: {decoded.fallback}; it was read as Latin-1"
        )
    return decoded


_FREE_DIRECTIVE = re.compile(
    r"""\s*(?:>>\s*SOURCE\b.*\bFREE\b|\$\s*SET\b.*SOURCEFORMAT\W*FREE)""", re.IGNORECASE
)
_HEADER = re.compile(
    r"\s*(?:(?:ID|IDENTIFICATION|ENVIRONMENT|DATA|PROCEDURE)\s+DIVISION|PROGRAM-ID\s*\.|[A-Z-]+\s+SECTION\s*\.)",
    re.IGNORECASE,
)
_CODE_WORD = re.compile(
    r"""\s*(?:(?:0?[1-9]|[1-4][0-9]|66|77|78|88)\s+[A-Z]
        |(?:MOVE|IF|ELSE|END-IF|PERFORM|DISPLAY|ADD|COMPUTE|SELECT|FD|SD|COPY|STOP\s+RUN|GOBACK|EXIT|CALL|OPEN|CLOSE
        |READ|WRITE|SET|EVALUATE|WHEN|PIC|VALUE|GO\s+TO|END\s+PROGRAM)\b(?![-]))""",
    re.IGNORECASE | re.VERBOSE,
)


def detect_format(lines: tuple[str, ...]) -> str | None:
    """Return the reference format the text shows, or None when it would read the same in all of them."""
    fixed = free = 0
    for line in _sample(lines):
        for_fixed, for_free = _evidence(line)
        fixed += for_fixed
        free += for_free
    if free > fixed:
        return "free"
    if _overruns_right_margin(lines):
        return "variable"
    return "fixed" if fixed else None


_NOT_FREE = re.compile(r"(?: {6}|[0-9]{6})\*(?!>)|[0-9]{6}[ *-/]")
"""A line that cannot be program text of free form: a sequence number, or an asterisk alone in column 7."""


def library_format(lines: tuple[str, ...], copying: str) -> str:
    """Return the format of library text: that of the copying text, unless some of its lines can only be another one's."""
    if copying == "free":
        return "fixed" if any(_NOT_FREE.match(line.expandtabs(8)) for line in lines) else "free"
    shown = detect_format(lines)
    return copying if shown is None or shown == "fixed" else shown


def _sample(lines: tuple[str, ...]) -> Iterator[str]:
    seen = 0
    for line in lines:
        if line.strip():
            yield line.expandtabs(8)
            seen += 1
            if seen == _SAMPLE:
                return


def _evidence(line: str) -> tuple[int, int]:
    """Weigh one line: (points for fixed form, points for free form)."""
    sequence, indicator = line[:INDICATOR], line[INDICATOR : INDICATOR + 1]
    if not sequence.strip():
        if indicator in "*/":
            return (0, 0) if line.startswith("*>", INDICATOR) else (3, 0)
        if indicator == "-":
            return (2, 0)
        if indicator in " Dd$>":
            return (
                (3, 0) if len(line) - len(line.lstrip()) == INDICATOR + 1 and _HEADER.match(line) else (0, 0)
            )
        return (0, 1)
    if _FREE_DIRECTIVE.match(line):
        return (0, 100)
    if sequence.strip().isdigit() and len(sequence.rstrip()) == INDICATOR:
        return (2, 0) if indicator in " *-/Dd$" else (0, 0)
    if sequence.lstrip().startswith("*>"):
        return (0, 3)
    if _HEADER.match(line):
        return (0, 3)
    if _CODE_WORD.match(line):
        return (0, 2)
    if sequence.lstrip().startswith(("*", ">>", "$")):
        return (0, 0)
    if indicator in " *-/":
        return (1, 0)
    return (0, 1)


_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def _overruns_right_margin(lines: tuple[str, ...]) -> bool:
    """Whether literals that are cut at column 72 close beyond it: the text was written without a right margin."""
    overruns = 0
    for number, line in enumerate(lines):
        if len(line) <= 80 or line[INDICATOR] in "*/" or not line[72:].strip():
            continue
        following = lines[number + 1][INDICATOR : INDICATOR + 1] if number + 1 < len(lines) else ""
        if following != "-" and _open_quote(line[7:72]) and not _open_quote(line[7:]):
            overruns += 1
    return overruns > 0


def _open_quote(text: str) -> bool:
    code = _QUOTED.sub("", text).split("*>")[0]
    return '"' in code or "'" in code


def overrunning_lines(lines: tuple[str, ...]) -> list[int]:
    """Return the numbers of lines of fixed form whose program text seems to run across column 72.

    None where columns 73-80 hold an identification in a good part of the lines, and none behind a directive that changes to
    free form.
    """
    lines = tuple(takewhile(lambda line: not _FREE_DIRECTIVE.match(line), lines))
    crossing = [
        number
        for number, line in enumerate(lines, 1)
        if len(line) > 72 and line[71] != " " != line[72] and line[INDICATOR] not in "*/" and "*>" not in line
    ]
    if not crossing:
        return []
    identified = sum(1 for line in lines if line[71:72] == " " and line[72:80].strip())
    return crossing if identified * 5 < len(lines) else []


def tab_width(lines: tuple[str, ...]) -> int:
    """Return how many columns a tab of a file in fixed form stands for: 8 as compilers have it, but 4 where text would
    run across column 72 otherwise and all of it fits between columns 8 and 72 so."""
    tabbed = [line for line in lines if "\t" in line and line[:1] not in "*/" and "*>" not in line]
    if all(len(line.expandtabs(8).rstrip()) <= 72 for line in tabbed):
        return 8
    narrow = [line.expandtabs(4).rstrip() for line in tabbed]
    fits = all(len(line) <= 72 and not line[INDICATOR : INDICATOR + 1].strip(" *-/Dd") for line in narrow)
    return 4 if fits else 8


def expand_tabs(line: str, width: int) -> tuple[str, list[int]]:
    """Replace tabs by spaces up to the next stop. Returns the text and, for each of its characters and for its
    end, the index of the character of `line` it comes from."""
    expanded: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(line):
        count = width - len(origin) % width if character == "\t" else 1
        expanded.append(" " * count if character == "\t" else character)
        origin.extend([index] * count)
    origin.append(len(line))
    return "".join(expanded), origin
