"""What is known of a program from elsewhere than its conversion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from transpiler.program_cache import file_hash
from transpiler.report.parity import read_comparisons
from transpiler.trace.counts import Place, absolute
from transpiler.wording import counted


@dataclass(frozen=True, slots=True)
class Parity:
    """How runs of a program compared with the original: `good` where something was compared, the source is still the one that was,
    and nothing differed."""

    good: bool
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """`hits` are counts of statements in traced runs, None without any; `parity` is by source file (absolute); `arithmetic` is a profile
    that statements are compared with."""

    hits: Mapping[Place, int] | None = None
    arithmetic: str | None = None
    parity: Mapping[str, Parity] = field(default_factory=dict)


class BadParity(ValueError):
    """A file is no record of comparisons."""


def read_parity(paths: Iterable[Path]) -> dict[str, Parity]:
    """Read records of comparisons (see `transpiler.report.parity`) and sum them up by source. Raises BadParity."""
    found: dict[str, list[Any]] = {}
    for path in paths:
        try:
            for source, item in read_comparisons(path):
                found.setdefault(absolute(source), []).append(item)
        except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
            raise BadParity(f"{path} is no record of comparisons: {error}") from error
    return {source: _summed(Path(source), items) for source, items in found.items()}


def _summed(source: Path, items: list[Any]) -> Parity:
    oracles = ", ".join(dict.fromkeys(str(item["oracle"]) for item in items))
    runs = f"{counted(len(items), 'run')} compared with {oracles}"
    differences = sum(int(item["differences"]) for item in items)
    if differences:
        return Parity(False, f"{runs}: {counted(differences, 'difference')}")
    digest = file_hash(source)
    if any(item.get("sha256") not in (None, digest) for item in items):
        return Parity(False, f"{runs}, before the source changed")
    compared = sum(int(item["bytes_compared"]) for item in items)
    return Parity(compared > 0, f"{runs}: {counted(compared, 'byte')}, no difference")
