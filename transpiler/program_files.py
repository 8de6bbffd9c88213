"""Which files hold COBOL programs: by their ending, and where the ending says nothing by how the text begins.

Members of a mainframe's libraries have no ending when they are brought over, or one of the tool that brought them (`.txt`, `.src`).
"""

from __future__ import annotations

import re
from pathlib import Path

from cobol_parser.character_sets import NotText, decode

PROGRAM_EXTENSIONS = frozenset({".cbl", ".cob", ".cobol", ".pco", ".ccp", ".sqb"})
OPEN_EXTENSIONS = frozenset({"", ".txt", ".src", ".mbr", ".pgm"})
"""Endings of anything: the text tells whether it is a program."""

_LOOK = 32 * 1024 // 80 * 80
"""Bytes at the start of a file that are looked at: whole records of 80."""
_COMMENT = re.compile(r".{6}[*/]|\s*\*")
_DIRECTIVE = re.compile(
    r"(?:.{7})?\s*(?:CBL|PROCESS|EJECT|SKIP[123]|TITLE)\b|(?:.{6})?\s*(?:\$|>>)", re.IGNORECASE
)
_BEGINNING = re.compile(
    r"(?:.{6}[ D]?|)\s*(?:(?:IDENTIFICATION|ID)\s+DIVISION\b|(?:PROGRAM|FUNCTION)-ID\b)", re.IGNORECASE
)


def is_program_file(path: Path) -> bool:
    """Whether what is no folder is a COBOL program.

    One with an ending of programs is, even if it turns out that it cannot be read: that has to be told. One with an ending of anything
    that cannot be read is none.
    """
    ending = path.suffix.lower()
    if ending in PROGRAM_EXTENSIONS:
        return True
    if ending not in OPEN_EXTENSIONS or not path.is_file():
        return False
    try:
        with path.open("rb") as stream:
            return begins_a_program(stream.read(_LOOK))
    except OSError:
        return False


def begins_a_program(head: bytes) -> bool:
    """Whether the first line that is neither a comment nor a directive begins an identification division."""
    try:
        lines = decode(head).lines
    except NotText:
        return False
    for line in lines:
        if line.strip() and not _COMMENT.match(line) and not _DIRECTIVE.match(line):
            return _BEGINNING.match(line) is not None
    return False
