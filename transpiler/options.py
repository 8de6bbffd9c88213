"""What the user can choose about a conversion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A table `[files.NAME]` of cobolift.toml: how the dataset is stored. `when` are rules FIELD=VALUE:NAME; `records` are the
    level 01 items that describe its records, where those of the FD do not."""

    name: str
    encoding: str = ""
    format: str = ""
    when: tuple[str, ...] = ()
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConvertOptions:
    """Options of `convert` and `run`; the same names stand in cobolift.toml.

    `exact` turns the storage plan and the control-flow plan to their most literal setting.
    `checks` are run-time checks of subscripts, reference modifications, numbers and addresses (`cobc -debug`).
    `arithmetic` is the profile of intermediate results (see `transpiler.arithmetic.profiles`).
    `tree_copybooks` are files of the source tree, by their names in small letters, where copybooks are looked for last.
    `sign` is the overpunch of signed DISPLAY items: ascii (GnuCOBOL's) or ebcdic.
    `program_folders` are where the sources of user-defined functions are looked for, besides the folder of the program.
    `files` are the datasets that are not stored as their records are in memory, by ASSIGN name or file-name.
    `flag_subset` is the subset of COBOL-85 that the source should keep to: minimum, intermediate, high, or "" (`check` only).
    `collating` is the order of characters: native (that of the bytes) or ebcdic (that of mainframes).
    """

    dialect: str = "gnucobol"
    format: str = "auto"
    sign: str = "ascii"
    arithmetic: str = "gnucobol"
    collating: str = "native"
    flag_subset: str = ""
    exact: bool = False
    checks: bool = False
    encoding: str | None = None
    library_folders: tuple[Path, ...] = ()
    program_folders: tuple[Path, ...] = ()
    extensions: tuple[str, ...] = ()
    tree_copybooks: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    debugging: bool = False
    defines: tuple[str, ...] = field(default=())
    files: tuple[StoredFile, ...] = ()
