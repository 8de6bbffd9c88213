"""The COBOL behind a line of a generated module.

The converter writes `<module>.map.json` beside each module: which lines come from which COBOL lines, through COPY, and a digest of the
module. A module that was edited since then has other lines, so its map is not used.
"""

from __future__ import annotations

import hashlib
import json
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class CobolLine:
    """A line of a COBOL file; `copied_at` are the (file, line) of the COPY statements that lead there, innermost first."""

    file: str
    line: int
    copied_at: tuple[tuple[str, int], ...] = ()

    def __str__(self) -> str:
        copies = "".join(f", copied at {file}:{line}" for file, line in self.copied_at)
        return f"{self.file}:{self.line}{copies}"


@dataclass(frozen=True, slots=True)
class CobolStatement:
    """A statement of a program: its first word and line; `procedure` is its paragraph and section, as ``PARAGRAPH OF SECTION``."""

    place: CobolLine
    verb: str
    procedure: str


def cobol_line(module: Path, line: int) -> CobolLine | None:
    """The COBOL line that a line of a generated module comes from; None where no map that fits the module says so."""
    found = cobol_statement(module, line)
    return None if found is None else found.place


def cobol_statement(module: Path, line: int) -> CobolStatement | None:
    """The COBOL statement that a line of a generated module comes from; None where no map that fits the module says so."""
    try:
        text = module.with_suffix(".map.json").read_text(encoding="utf-8")
        loaded = json.loads(text)
        if loaded["sha256"] != digest(module.read_bytes()):
            return None
        return _find(loaded, line)
    except (OSError, ValueError, LookupError, TypeError):
        return None


def digest(module: bytes) -> str:
    """What the map says of the module it was made with."""
    return hashlib.sha256(module).hexdigest()


def _find(loaded: Any, line: int) -> CobolStatement | None:
    """The innermost of the mapped statements around `line`: the one that starts last. The head of a method names a procedure."""
    files: list[str] = loaded["files"]
    procedures: dict[str, str] = loaded["procedures"]
    found: CobolStatement | None = None
    procedure = ""
    for first, last, file, start, _, copies, _, word in loaded["lines"]:
        if first > line:
            continue
        procedure = procedures.get(str(first), procedure)
        if line <= last:
            place = CobolLine(files[file], start, tuple((files[copy], at) for copy, at in copies))
            found = CobolStatement(place, word, procedure)
    return found


def raised_at(error: BaseException) -> CobolLine | None:
    """The COBOL line of the innermost generated code that `error` went through; None when there is none."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        place = cobol_line(Path(frame.filename), frame.lineno or 0)
        if place is not None:
            return place
    return None
