"""Text that is not compiled though it looks like code: commented-out statements and descriptions, and debugging lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cobol_parser.diagnostics import Diagnostics
from cobol_parser.parser import parse
from cobol_parser.reference_format import INDICATOR, MARGINS
from cobol_parser.source import SourceFile
from cobol_parser.text_manipulation import expand_text
from cobol_parser.text_options import TextOptions
from transpiler.report.dead import CERTAIN, Unused
from transpiler.report.estate import Estate, ProgramFile
from transpiler.report.lines import read_files
from transpiler.report.model import Place

_VERB = re.compile(
    r"(?:ACCEPT|ADD|ALTER|CALL|CANCEL|CLOSE|COMPUTE|CONTINUE|DELETE|DISPLAY|DIVIDE|EVALUATE|EXEC|EXIT|GO|GOBACK|IF|INITIALIZE|INSPECT"
    r"|MERGE|MOVE|MULTIPLY|OPEN|PERFORM|READ|RELEASE|RETURN|REWRITE|SEARCH|SET|SORT|START|STOP|STRING|SUBTRACT|UNSTRING|WRITE)(?![\w-])",
    re.IGNORECASE,
)
_DESCRIPTION = re.compile(
    r"(?:0?[1-9]|[1-4]\d|77|88)\s+([A-Z0-9][\w-]*)\s+(?:PIC|PICTURE|VALUES?|REDEFINES|OCCURS|USAGE|COMP)\b.*\.$|COPY\s+['\"]?([\w-]+)['\"]?\s*\.$",
    re.IGNORECASE,
)
_HEAD = "IDENTIFICATION DIVISION.\nPROGRAM-ID. P.\nPROCEDURE DIVISION.\n"
_LONGEST = 60
_MOST_ENDS = 6
Line = tuple[int, str]
"""Number from 1, and the text of a comment without its mark."""


def dead_text(estate: Estate) -> list[Unused]:
    """Blocks of commented-out code and of debugging lines, file by file."""
    known = _names(estate)
    compiled = _compiled_lines(estate)
    found: list[Unused] = []
    for name, file in sorted(estate.once(read_files).items()):
        reader = _Reader(known.get(name, frozenset()))
        for run in _runs(_comments(file)):
            for first, lines, about in reader.code_in(run):
                found.append(
                    Unused(
                        "commented-out code",
                        name,
                        about,
                        Place(name, first),
                        lines,
                        "it stands in comment lines",
                    )
                )
        for run in _runs(_debugging_lines(file, compiled.get(name, set()))):
            reason = "debugging lines are comments without WITH DEBUGGING MODE"
            found.append(
                Unused(
                    "debugging lines", name, _about(run), Place(name, run[0][0]), len(run), reason, CERTAIN
                )
            )
    return found


def _names(estate: Estate) -> dict[str, frozenset[str]]:
    """By file: every name that a program which reads it gives to something."""
    found: dict[str, set[str]] = {}
    for file in estate.files:
        names = set(_given(file))
        for inclusion in file.conversion.text.inclusions if file.conversion.text is not None else ():
            found.setdefault(estate.name_of(inclusion.file.path), set()).update(names)
    return {name: frozenset(names) for name, names in found.items()}


def _given(file: ProgramFile) -> Iterator[str]:
    for _, analysis in file.programs:
        yield from analysis.symbols.names
        yield from analysis.symbols.files
        for paragraph, section in analysis.sections_of.items():
            yield from (name for name in (paragraph.name, section.name) if name is not None)


def _compiled_lines(estate: Estate) -> dict[str, set[int]]:
    """By file: the lines that some program has words of."""
    found: dict[str, set[int]] = {}
    for file in estate.files:
        for token in file.conversion.text.tokens if file.conversion.text is not None else ():
            if token.type != "$END":
                found.setdefault(token.inclusion.file.path, set()).add(token.line)
    return {estate.name_of(path): lines for path, lines in found.items()}


def _comments(file: SourceFile) -> Iterator[Line]:
    margins = MARGINS[file.reference_format]
    for number, line in enumerate(file.lines, 1):
        if margins.columns and line[INDICATOR : INDICATOR + 1] in ("*", "/"):
            yield number, line[margins.start : margins.end].removeprefix(">").strip()
        elif line.lstrip().startswith("*>"):
            yield number, line.lstrip()[2:].strip()


def _debugging_lines(file: SourceFile, compiled: set[int]) -> Iterator[Line]:
    for number, line in enumerate(file.lines, 1):
        columns = MARGINS[file.reference_format].columns
        marked = (
            line[INDICATOR : INDICATOR + 1] in ("D", "d") if columns else line.lstrip()[:4].upper() == ">>D "
        )
        if (
            marked
            and number not in compiled
            and (not columns or not line[:INDICATOR].strip() or line[:INDICATOR].isdigit())
        ):
            yield number, line[INDICATOR + 1 :].strip()


def _runs(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """Lines that follow each other directly."""
    run: list[Line] = []
    for line in lines:
        if run and line[0] != run[-1][0] + 1:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _about(lines: list[Line]) -> str:
    return " ".join(lines[0][1].split())[:60]


class _Reader:
    """Tells code from prose in the comments of one file, by the names that its programs have."""

    def __init__(self, known: frozenset[str]) -> None:
        self._options = TextOptions(format="free")
        self._known = known
        self._dialect = self._options.dialect

    def code_in(self, run: list[Line]) -> Iterator[tuple[int, int, str]]:
        """First line, number of lines and beginning of every block of code in a run of comment lines."""
        blocks: list[list[Line]] = []
        at = 0
        while at < len(run):
            length = self._length(run[at:])
            if length and blocks and blocks[-1][-1][0] + 1 == run[at][0]:
                blocks[-1] += run[at : at + length]
            elif length:
                blocks.append(run[at : at + length])
            at += max(length, 1)
        for block in blocks:
            yield block[0][0], len(block), _about(block)

    def _length(self, lines: list[Line]) -> int:
        """How many of the lines are code from the first on: statements that can be read, or one data description."""
        if _DESCRIPTION.match(lines[0][1]):
            return 1
        if not _VERB.match(lines[0][1]):
            return 0
        for end in _ends(lines):
            if self._is_code("\n".join(text for _, text in lines[:end])):
                return end
        return 0

    def _is_code(self, text: str) -> bool:
        """Whether a text can be read as statements with names that the program has, or that no prose has."""
        diagnostics = Diagnostics()
        source = expand_text(f"{_HEAD}{text}\n.\n", self._options, diagnostics)
        parse(source, self._dialect, diagnostics)
        if len(diagnostics):
            return False
        words = source.tokens[_HEAD_WORDS:]
        names = {token.upper for token in words if token.type == "WORD"}
        if not all(name in self._known or "-" in name for name in names):
            return False
        marked = text.rstrip().endswith(".") or "END-" in text.upper()
        return marked or bool(names & self._known) or any(token.type == "STRING" for token in words)


_HEAD_WORDS = 10


def _ends(lines: list[Line]) -> list[int]:
    """Where a block that begins with the first line can end, the longest first: at full stops and scope terminators, or anywhere."""
    limit = min(len(lines), _LONGEST)
    likely = [
        number
        for number in range(limit, 0, -1)
        if lines[number - 1][1].endswith(".") or lines[number - 1][1].upper().startswith("END-")
    ]
    return list(dict.fromkeys([limit, *likely[:_MOST_ENDS], 2, 1])) if limit > 1 else [1]
