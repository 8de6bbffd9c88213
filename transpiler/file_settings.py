"""Assignments of files as `run --dd` and the table [files] of cobolift.toml give them.

Converted programs read that table themselves; the rules are theirs, so that there is one truth (an exception in the test of layers).
"""

from __future__ import annotations

import os
from pathlib import Path

from cobol_runtime.settings import NO_FILES, SettingsError, of_table, refused


def problem_of_table(path: Path, table: object) -> str:
    """What is wrong with the [files] table of the file at `path`; empty when nothing is."""
    try:
        of_table(path, table)
    except SettingsError as error:
        return str(error)
    return ""


def assignment(text: str) -> tuple[str, str]:
    """The name and the value of the variable DD_name for `NAME=PATH` or `NAME=PATH+PATH`. Raises ValueError with the reason."""
    name, found, value = text.partition("=")
    if not found or not name:
        raise ValueError(f"{text!r} is not NAME=PATH")
    paths = [value] if Path(value).exists() or refused(value) else value.split("+")
    problem = next(filter(None, map(refused, paths)), "")
    if problem:
        raise ValueError(problem)
    shown = [os.devnull if path.upper() in NO_FILES else path for path in paths]
    return name.replace(".", "_"), "+".join(shown)
