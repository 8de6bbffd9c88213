"""Running a built program in a folder of its own and gathering all that it left behind."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

TIME_LIMIT = 60.0
"""Seconds until a program counts as hanging."""

INHERITED = ("PATH", "HOME", "LANG", "TMPDIR", "LD_LIBRARY_PATH")
"""The only variables a program gets from the tests' own environment: a stray DD_ name must not decide a result."""


@dataclass(frozen=True)
class Executable:
    """A command that runs a built program, with the variables it needs."""

    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """What a run shows the world. A program ended by a signal has the negative signal number as `returncode`."""

    stdout: bytes
    stderr: bytes
    returncode: int

    def report(self) -> str:
        """The outcome as text, for the message of a failing test."""
        shown = [f"return code {self.returncode}"]
        for name, content in (("stdout", self.stdout), ("stderr", self.stderr)):
            if content:
                shown.append(f"--- {name}\n{content.decode('latin-1')}")
        return "\n".join(shown)


def run(
    executable: Executable,
    folder: Path,
    *,
    environment: Mapping[str, str] | None = None,
    stdin: bytes = b"",
    arguments: Sequence[str] = (),
) -> Outcome:
    """Run `executable` with `folder` as working folder; files it writes stay there.

    Raises subprocess.TimeoutExpired when it is not done after TIME_LIMIT seconds.
    """
    inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
    finished = subprocess.run(
        [*executable.command, *arguments],
        cwd=folder,
        env={**inherited, **executable.environment, **(environment or {})},
        input=stdin,
        capture_output=True,
        timeout=TIME_LIMIT,
        check=False,
    )
    return Outcome(finished.stdout, finished.stderr, finished.returncode)
