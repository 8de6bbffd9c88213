"""What is known of a program from elsewhere than its conversion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from transpiler.trace.counts import Place


@dataclass(frozen=True, slots=True)
class Evidence:
    """`hits` are counts of statements in traced runs, None without any; `arithmetic` is a profile that statements are
    compared with."""

    hits: Mapping[Place, int] | None = None
    arithmetic: str | None = None
