"""Comparisons with the original that are on record: files of the schema `parity.schema.json`.

```json
{"version": 1, "comparisons": [{"source": "payroll.cbl", "program": "PAYROLL", "oracle": "GnuCOBOL 3.1.2", "inputs": ["day1.dat"],
 "bytes_compared": 10240, "differences": 0}]}
```

`source` is relative to the folder of the file; `sha256`, where given, is that of the source that was compared.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from transpiler.report.estate import Estate

NAME = "cobolift-parity.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """One run of a converted program beside the original. `stale` says that the source has changed since."""

    source: str
    program: str
    oracle: str
    inputs: tuple[str, ...]
    bytes_compared: int
    differences: int
    record: str
    stale: bool


@dataclass(frozen=True, slots=True)
class Records:
    """The comparisons, and files that could not be read with the reason."""

    comparisons: tuple[Comparison, ...]
    unreadable: tuple[tuple[str, str], ...]


def records(estate: Estate) -> Records:
    """Read every record of the tree and of the command line."""
    digests = {item.name: item.sha256 for item in estate.artefacts}
    own = [item.path for item in estate.artefacts if item.path.name == NAME]
    found: list[Comparison] = []
    unreadable: list[tuple[str, str]] = []
    for path in dict.fromkeys((*own, *estate.report.parity)):
        try:
            found += _read(path, estate, digests)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
            unreadable.append((estate.name_of(path), f"{type(fault).__name__}: {fault}"))
    return Records(tuple(found), tuple(unreadable))


def read_comparisons(path: Path) -> Iterator[tuple[str, Any]]:
    """Yield the source (as a path) and the entry of each comparison of a file. Raises OSError, ValueError, KeyError and TypeError for
    what is no record."""
    loaded: Any = json.loads(path.read_text(encoding="utf-8"))
    if loaded["version"] != VERSION:
        raise ValueError(f"version {loaded['version']!r} is not known")
    for item in loaded["comparisons"]:
        yield os.path.normpath(path.parent / str(item["source"])), item


def _read(path: Path, estate: Estate, digests: dict[str, str]) -> Iterator[Comparison]:
    for place, item in read_comparisons(path):
        source = estate.name_of(place)
        wanted = str(item.get("sha256", ""))
        yield Comparison(
            source,
            str(item.get("program", "")),
            str(item["oracle"]),
            tuple(map(str, item.get("inputs", ()))),
            int(item["bytes_compared"]),
            int(item["differences"]),
            estate.name_of(path),
            bool(wanted) and wanted != digests.get(source),
        )


def verified_sources(estate: Estate) -> frozenset[str]:
    """Sources with comparisons that are up to date, compared something and found no difference."""
    current = [item for item in estate.once(records).comparisons if not item.stale]
    good = {item.source for item in current if item.bytes_compared}
    return frozenset(good - {item.source for item in current if item.differences})
