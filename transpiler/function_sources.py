"""User-defined functions of other source files (FUNCTION-ID): where their sources are, and what they return.

A program that calls such a function has to know the category and the size of the result, so the source of the function is read and
declared while the program is converted. It is looked for beside the program, in the library folders and in the folders of
the programs that are converted together, by file name first, then by FUNCTION-ID.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from cobol_parser import ast
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import DataItem
from cobol_parser.walk import walk
from transpiler.intrinsics import INTRINSICS
from transpiler.program_files import is_program_file

_FUNCTION_ID = re.compile(rb"\bFUNCTION-ID\s*\.?\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)

Analyses = dict[ast.Program, ProgramAnalysis]
Read = Callable[[Path], Analyses]
"""Reads and analyzes a source file; its diagnostics are reported when the file itself is converted."""


def functions_called_elsewhere(analyses: Analyses) -> list[str]:
    """The functions that the programs of a file call and that are neither intrinsic nor in the file, in order."""
    own = {_name(program) for program in analyses if program.identification.kind == "FUNCTION"}
    called = (
        node.name
        for program in analyses
        if program.procedure is not None
        for node in walk(program.procedure)
        if isinstance(node, ast.FunctionCall)
    )
    return [name for name in dict.fromkeys(called) if name not in INTRINSICS and name not in own]


def returned_item(name: str, folders: tuple[Path, ...], read: Read) -> tuple[Path, DataItem] | None:
    """The source of a function and the item that it returns; None when no source in the folders defines it."""
    for path in _candidates(name, folders):
        for program, analysis in read(path).items():
            returned = analysis.symbols.returning
            if _name(program) == name and program.identification.kind == "FUNCTION" and returned is not None:
                return path, returned
    return None


def _name(program: ast.Program) -> str:
    return program.identification.program_id.upper()


def _candidates(name: str, folders: tuple[Path, ...]) -> Iterator[Path]:
    """The source files that define the function, one named like it first."""
    defining = [
        path for folder in dict.fromkeys(folders) for path, names in _defined_in(folder) if name in names
    ]
    return iter(sorted(defining, key=lambda path: path.stem.upper() != name))


def _defined_in(folder: Path) -> tuple[tuple[Path, frozenset[str]], ...]:
    try:
        return _scanned(folder, folder.stat().st_mtime_ns)
    except OSError:
        return ()


@lru_cache(maxsize=256)
def _scanned(folder: Path, _changed: int) -> tuple[tuple[Path, frozenset[str]], ...]:
    """The functions that each source of a folder defines; read once while the folder does not change."""
    found = []
    for path in sorted(folder.iterdir()):
        if path.is_file() and is_program_file(path):
            names = frozenset(name.decode().upper() for name in _FUNCTION_ID.findall(path.read_bytes()))
            if names:
                found.append((path, names))
    return tuple(found)
