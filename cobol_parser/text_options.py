"""What the caller may say about how source text is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from cobol_parser.dialects import DIALECTS, Dialect

EXTENSIONS = ("", ".cpy", ".cbl", ".cob", ".inc", ".copy", ".cobol", ".cpb", ".lib", ".txt")
"""Endings tried for a copybook whose name has none, in this order; upper and lower case are the same."""


@dataclass(frozen=True, kw_only=True)
class TextOptions:
    """How sources are read.

    `format` is ``auto``, ``fixed``, ``free`` or ``variable``; `encoding` a codec name or None to guess.
    `library_folders` are searched for copybooks after the folder of the copying file, then `tree`, the files of the source
    tree by their names in small letters. `debugging` keeps debugging
    lines even without WITH DEBUGGING MODE. `definitions` are compilation variables for >>IF.
    `tab_width` is the distance of tab stops; None takes 8, or 4 where the text of a file in fixed form fits only so.
    """

    dialect: Dialect = DIALECTS["gnucobol"]
    format: str = "auto"
    encoding: str | None = None
    library_folders: tuple[str, ...] = ()
    tree: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    extensions: tuple[str, ...] = EXTENSIONS
    debugging: bool = False
    definitions: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    tab_width: int | None = None
