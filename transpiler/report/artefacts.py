"""What each file of a source tree is: by its ending, and where that does not tell by what is written in it."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatch
from pathlib import Path

from cobol_parser.text_options import EXTENSIONS
from transpiler.program_files import OPEN_EXTENSIONS, PROGRAM_EXTENSIONS, begins_a_program

_LOOK = 64 * 1024
"""Bytes at the start of a file that are looked at for what it is."""


class Sort(StrEnum):
    """What a file is for."""

    PROGRAM = "program"
    COPYBOOK = "copybook"
    JCL = "JCL"
    PROC = "JCL procedure"
    BMS = "BMS map"
    SQL = "SQL"
    CSD = "CICS definitions"
    OTHER = "other"


_BY_ENDING = {
    ".jcl": Sort.JCL, ".job": Sort.JCL, ".prc": Sort.PROC, ".proc": Sort.PROC, ".bms": Sort.BMS, ".map": Sort.BMS,
    ".sql": Sort.SQL, ".ddl": Sort.SQL, ".dcl": Sort.COPYBOOK, ".csd": Sort.CSD,
}  # fmt: skip
_COPYBOOKS = frozenset(EXTENSIONS) - PROGRAM_EXTENSIONS - {""} | {".cpy", ".cpb", ".copy", ".inc"}
_JCL_TEXT = re.compile(rb"\A(?://\*.*\n)*//\S{1,8}\s+(JOB|PROC)\b", re.MULTILINE)
_BMS_TEXT = re.compile(rb"^\S{0,8}\s+DFHMSD\b", re.MULTILINE)
_CSD_TEXT = re.compile(rb"^\s*DEFINE\s+(?:TRANSACTION|PROGRAM|MAPSET|FILE)\s*\(", re.MULTILINE)
_SQL_TEXT = re.compile(rb"^\s*CREATE\s+(?:UNIQUE\s+)?(?:TABLE|VIEW|INDEX)\b", re.IGNORECASE | re.MULTILINE)
_COPYBOOK_TEXT = re.compile(
    rb"^.{0,12}\b(?:(?:0?[1-9]|[1-4]\d|66|77|78|88)[ \t]+[A-Z][\w-]*[ \t]*(?:\.|[ \t](?:PIC|VALUE|REDEFINES|OCCURS|USAGE|COMP|RENAMES))"
    rb"|(?:MOVE|PERFORM|IF|SELECT|FD|EXEC|COPY|DISPLAY|READ|WRITE)[ \t]+[A-Z'\"])",
    re.IGNORECASE | re.MULTILINE,
)
"""What a line of a copybook with an ending of its own kind, such as .txt, looks like."""
_CONTENTS = (
    (_BMS_TEXT, Sort.BMS),
    (_CSD_TEXT, Sort.CSD),
    (_SQL_TEXT, Sort.SQL),
)


@dataclass(frozen=True, slots=True)
class Artefact:
    """One file: where it is (and its path in the report), what it is, its bytes and their SHA-256."""

    path: Path
    name: str
    sort: Sort
    size: int
    sha256: str

    @property
    def stem(self) -> str:
        """The name that other artefacts know it by: upper case, no ending."""
        return self.path.stem.upper()


def find_artefacts(root: Path, exclude: tuple[str, ...] = (), out: Path | None = None) -> Iterator[Artefact]:
    """List every file of a tree (or the one file) in a stable order; what begins with a dot is left out, and the folder `out`."""
    if root.is_file():
        yield artefact(root, root.name)
        return
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and Path(folder, name).resolve() != out
        )
        for name in sorted(names):
            path = Path(folder, name)
            relative = path.relative_to(root).as_posix()
            wanted = not name.startswith(".") and not any(fnmatch(relative, pattern) for pattern in exclude)
            if wanted and path.is_file():
                yield artefact(path, relative)


def artefact(path: Path, name: str) -> Artefact:
    """Look at one file. One that cannot be read counts as empty and of no known sort."""
    digest = hashlib.sha256()
    head = b""
    size = 0
    try:
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                head = head or block[:_LOOK]
                size += len(block)
                digest.update(block)
    except OSError:
        return Artefact(path, name, Sort.OTHER, 0, "")
    return Artefact(path, name, classify(path.suffix.lower(), head), size, digest.hexdigest())


def classify(ending: str, head: bytes) -> Sort:
    """What a file is by its ending (with the dot, small letters) and the bytes it begins with."""
    if ending in PROGRAM_EXTENSIONS or (ending in OPEN_EXTENSIONS and begins_a_program(head)):
        return Sort.PROGRAM
    if ending in _COPYBOOKS and (ending != ".txt" or _COPYBOOK_TEXT.search(head)):
        return Sort.COPYBOOK
    if ending in _BY_ENDING:
        return _BY_ENDING[ending]
    if b"\0" in head:
        return Sort.OTHER
    found = _JCL_TEXT.search(head)
    if found is not None:
        return Sort.JCL if found[1] == b"JOB" else Sort.PROC
    return next((sort for pattern, sort in _CONTENTS if ending == "" and pattern.search(head)), Sort.OTHER)
