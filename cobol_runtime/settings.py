"""Settings of a run unit: environment variables, and the [files] table of a cobolift.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

COMMIT_INTERVAL = 10_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may choose about files.

    *commit_interval* is after how many changes of an indexed or relative file they are made permanent, 0 for only at CLOSE.
    """

    commit_interval: int = COMMIT_INTERVAL

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Settings:
        """The settings that hold in an environment."""
        interval = environment.get("COBOLIFT_COMMIT_INTERVAL", "").strip()
        return cls(int(interval) if interval.isdigit() else COMMIT_INTERVAL)
