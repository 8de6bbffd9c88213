"""EXEC CICS, EXEC SQL and EXEC DLI blocks, anywhere in a program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cobol_parser.source import Token
from transpiler.report.estate import ProgramFile

_EXEC = re.compile(r"^EXEC(?:UTE)?\s+(\w+)\s+(.*?)\s*(?:END-EXEC)?\.?\s*$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """One block: the language (CICS, SQL, DLI …) and what stands behind it, white space folded."""

    token: Token
    language: str
    text: str


def blocks(file: ProgramFile) -> Iterator[Block]:
    """The blocks of a program file in the order in which they are read, those among data descriptions included."""
    if file.conversion.text is None:
        return
    for token in file.conversion.text.tokens:
        found = _EXEC.match(token.text) if token.type == "EXEC_BLOCK" else None
        if found is not None:
            yield Block(token, found[1].upper(), " ".join(found[2].split()))
