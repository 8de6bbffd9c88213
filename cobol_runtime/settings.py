"""What the user of a program chooses about its files: environment variables, and the table [files] of a cobolift.toml.

The file is the one COBOLIFT_CONFIG names, else the nearest in the folder of the main module or above it, else the nearest
in the working folder or above it.

    [files]
    commit-interval = 10000
    [files.CUSTOMERS]                        # the ASSIGN name
    path = "data/customers.dat"              # relative to the folder of cobolift.toml
    programs.PAYROLL = "data/payroll.dat"    # for the program of this PROGRAM-ID
    [files.TRANS]
    path = ["monday.dat", "tuesday.dat"]     # read one after the other
    [files.LISTING]
    path = "DUMMY"

Other entries of these tables say how the records are stored; they are the converter's.
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NAME = "cobolift.toml"
COMMIT_INTERVAL = 10_000
NO_FILES = ("DUMMY", "NULLFILE")
"""What stands for a file that is empty and swallows what is written."""

_GENERATION = re.compile(r"\([+-]?\d+\)$")
Paths = tuple[str, ...]


class SettingsError(Exception):
    """A setting cannot be used; the message names file, entry and remedy."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run unit.

    *commit_interval* is after how many changes of an indexed or relative file they are made permanent, 0 for only at CLOSE.
    *assignments* are the files by the ASSIGN name in upper case; *by_program* those of one program, by its PROGRAM-ID.
    """

    commit_interval: int = COMMIT_INTERVAL
    assignments: Mapping[str, Paths] = field(default_factory=dict)
    by_program: Mapping[str, Mapping[str, Paths]] = field(default_factory=dict)

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Settings:
        """The settings that hold in an environment. Raises SettingsError."""
        path = _configuration(environment)
        settings = cls() if path is None else read(path)
        interval = environment.get("COBOLIFT_COMMIT_INTERVAL", "").strip()
        if not interval:
            return settings
        if not interval.isdigit():
            raise SettingsError(f"COBOLIFT_COMMIT_INTERVAL is {interval!r}; it must be a number of records")
        return cls(int(interval), settings.assignments, settings.by_program)

    def assigned(self, name: str, program: str | None) -> Paths:
        """The files that an ASSIGN name means in a program; none where nothing is said."""
        own = self.by_program.get((program or "").upper(), {})
        return own.get(name.upper()) or self.assignments.get(name.upper(), ())


def read(path: Path) -> Settings:
    """Read the [files] table of one cobolift.toml. Raises SettingsError."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("files", {})
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path}: {error}") from error
    return of_table(path, table)


def of_table(path: Path, table: Any) -> Settings:
    """The settings in the [files] table of the file at *path*. Raises SettingsError."""
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: files must be a table")
    interval = table.get("commit-interval", COMMIT_INTERVAL)
    if not isinstance(interval, int) or isinstance(interval, bool) or interval < 0:
        raise SettingsError(f"{path}: commit-interval must be a number of records, not {interval!r}")
    common: dict[str, Paths] = {}
    by_program: dict[str, dict[str, Paths]] = {}
    for name, entries in table.items():
        if name == "commit-interval":
            continue
        if not isinstance(entries, dict):
            raise SettingsError(f"{path}: files holds commit-interval and tables [files.NAME], not {name}")
        if "path" in entries:
            common[name.upper()] = _paths(path, name, entries["path"])
        programs = entries.get("programs", {})
        if not isinstance(programs, dict):
            raise SettingsError(
                f"{path}: programs of [files.{name}] must be a table of PROGRAM-IDs and files"
            )
        for program, value in programs.items():
            by_program.setdefault(program.upper(), {})[name.upper()] = _paths(path, name, value)
    return Settings(interval, common, by_program)


def _paths(path: Path, name: str, value: Any) -> Paths:
    files = [value] if isinstance(value, str) else value
    if not isinstance(files, list) or not files or not all(isinstance(file, str) for file in files):
        raise SettingsError(
            f"{path}: path of [files.{name}] must be a file or a list of files, not {value!r}"
        )
    problem = next(filter(None, map(refused, files)), "")
    if problem:
        raise SettingsError(f"{path}: [files.{name}]: {problem}")
    return tuple(_place(path.parent, file) for file in files)


def _place(folder: Path, file: str) -> str:
    return os.devnull if file.upper() in NO_FILES else str((folder / file).absolute())


def refused(file: str) -> str:
    """Why a file cannot be assigned; empty when it can."""
    if _GENERATION.search(file):
        return f"{file} names a generation of a data group; give the file of the generation that is meant"
    return "" if file.strip() else "the name of the file is empty"


def _configuration(environment: Mapping[str, str]) -> Path | None:
    named = environment.get("COBOLIFT_CONFIG", "")
    if named:
        return Path(named)
    module = getattr(sys.modules.get("__main__"), "__file__", None)
    starts = [Path(module).absolute().parent] if module else []
    for start in (*starts, Path.cwd()):
        for folder in (start, *start.parents):
            if (folder / NAME).is_file():
                return folder / NAME
    return None
