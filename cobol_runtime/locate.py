"""Finding the Python module of a called program.

A folder may hold `cobolift-programs.json`, which gives the module of each PROGRAM-ID as a path relative to that
folder, or several of which the one nearest to the caller counts; the folder of the caller and its parents are asked for it. Without an entry a module named like the program
in snake_case is looked for beside the caller, and in the folders of COBOLIFT_PATH and COB_LIBRARY_PATH.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType

LISTING = "cobolift-programs.json"
SEARCH_PATHS = ("COBOLIFT_PATH", "COB_LIBRARY_PATH")


def folder_of(module_name: str) -> Path | None:
    """The folder of an imported module; None for one that has no file."""
    file = getattr(sys.modules.get(module_name), "__file__", None)
    return Path(file).resolve().parent if file else None


def module_file(name: str, beside: Path | None, environment: Mapping[str, str]) -> Path | None:
    """The file of the module that holds the program *name*, called from a module in the folder *beside*."""
    if beside is not None:
        for folder in (beside, *beside.parents):
            listed = _listed(folder, name, beside)
            if listed is not None:
                return listed
    file_name = f"{snake_case(name)}.py"
    for folder in _folders(beside, environment):
        listed = _listed(folder, name, beside)
        if listed is not None:
            return listed
        if (folder / file_name).is_file():
            return folder / file_name
    return None


def snake_case(name: str) -> str:
    """The module name of a PROGRAM-ID: small letters, other characters than letters and digits as underscore."""
    word = re.sub(r"[^0-9a-z]+", "_", name.lower())
    return f"p_{word}" if word[:1].isdigit() else word


def _folders(beside: Path | None, environment: Mapping[str, str]) -> Iterator[Path]:
    if beside is not None:
        yield beside
    for variable in SEARCH_PATHS:
        for entry in environment.get(variable, "").split(os.pathsep):
            if entry:
                yield Path(entry).resolve()


def _listed(folder: Path, name: str, beside: Path | None) -> Path | None:
    """The module that the listing of *folder* gives for a name: of several the nearest to *beside*, then the first."""
    listing = folder / LISTING
    if not listing.is_file():
        return None
    known = json.loads(listing.read_text(encoding="utf-8")).get(name, [])
    places = [folder / place for place in ([known] if isinstance(known, str) else known)]
    found = [path for path in places if path.is_file()]
    return max(found, key=lambda path: _shared_folders(path, beside or folder), default=None)


def _shared_folders(path: Path, beside: Path) -> int:
    """How many folders, counted from the root, a module and a caller's folder have in common."""
    return len(Path(os.path.commonpath((path.parent, beside))).parts)


def load(path: Path) -> ModuleType:
    """Import the module at *path*, as part of its package where the folders are packages."""
    for module in list(sys.modules.values()):
        file = getattr(module, "__file__", None)
        if file and Path(file).name == path.name and Path(file).resolve() == path:
            return module
    root, parts = path.parent, [path.stem]
    while (root / "__init__.py").is_file():
        parts.insert(0, root.name)
        root = root.parent
    if str(root) not in sys.path:
        sys.path.append(str(root))
    dotted = ".".join(parts)
    module = importlib.import_module(dotted)
    if Path(module.__file__ or "").resolve() == path:
        return module
    return _load_beside_namesake(path, dotted)


def _load_beside_namesake(path: Path, dotted: str) -> ModuleType:
    """Import a module whose name another module (of the standard library, say) has taken."""
    name = f"cobol_program_{dotted}"
    specification = importlib.util.spec_from_file_location(name, path)
    if specification is None or specification.loader is None:
        raise ImportError(f"{path} cannot be imported")
    module = importlib.util.module_from_spec(specification)
    sys.modules[name] = module
    specification.loader.exec_module(module)
    return module
