"""Names from CICS artefacts: transactions of a CSD listing, map sets of BMS macros."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_DEFINE = re.compile(r"^\s*DEFINE\s+(\w+)\s*\(\s*([^)\s]+)\s*\)", re.IGNORECASE)
_PROGRAM = re.compile(r"\bPROGRAM\s*\(\s*([^)\s]+)\s*\)", re.IGNORECASE)
_MAP_SET = re.compile(r"^([A-Z@#$][A-Z0-9@#$]{0,7})\s+DFHMSD\b", re.IGNORECASE)


def transactions(path: Path) -> Iterator[tuple[str, str, int]]:
    """The transactions that a CSD listing defines, with their first programs and the line of each definition."""
    current = ""
    begins = 0
    for number, line in enumerate(path.read_text(encoding="latin-1").splitlines(), 1):
        defined = _DEFINE.match(line)
        if defined is not None:
            current = defined[2].upper() if defined[1].upper() == "TRANSACTION" else ""
            begins = number
        named = _PROGRAM.search(line)
        if current and named is not None:
            yield current, named[1].upper(), begins
            current = ""


def map_sets(path: Path) -> list[str]:
    """The names of the map sets of a BMS source."""
    found = (_MAP_SET.match(line) for line in path.read_text(encoding="latin-1").splitlines())
    return list(dict.fromkeys(match[1].upper() for match in found if match is not None))
