"""Finding library text: which file a COPY statement means.

Searched are the folder of the copying file, the folder of the main file and the library folders, in this order, then the
source tree that is being worked on, where the file nearest to the copying one counts. Names are compared without regard to
case. A copybook is never read from outside those folders.
"""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path, PurePosixPath

_DRIVE = re.compile(r"[A-Za-z]:")


class OutsideLibrary(ValueError):
    """A COPY names an absolute path or one that climbs out of the library folders."""


@dataclass(frozen=True, slots=True)
class Found:
    """`path` of the file; `ignored_library` is set when it was not in the library that was named. `others` are files of
    that name elsewhere in the source tree with a different text."""

    path: str
    ignored_library: bool = False
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotFound:
    """The folders that were searched, as the user would name them, and names that are there and look alike."""

    folders: tuple[str, ...]
    near: tuple[str, ...]


@dataclass(slots=True)
class Library:
    """Search for copybooks. Folders are listed once, and answers remembered.

    `tree` has the files of the source tree that can be copybooks: their names in small letters, and their paths.
    """

    folders: tuple[str, ...]
    extensions: tuple[str, ...]
    tree: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    _listings: dict[str, dict[str, str]] = field(default_factory=dict, repr=False)
    _answers: dict[tuple[str, str | None, tuple[str, ...]], Found | NotFound] = field(
        default_factory=dict, repr=False
    )

    def find(self, name: str, library: str | None, copying_file: str, main_file: str) -> Found | NotFound:
        """Look for the copybook `name` (without quotes), in folder `library` below the folders if it is given.

        Raises OutsideLibrary, without looking there.
        """
        own = (str(Path(copying_file).parent), str(Path(main_file).parent))
        folders = tuple(dict.fromkeys((*own, *self.folders)))
        key = (name, library, folders)
        if key not in self._answers:
            self._answers[key] = self._search(name, library, folders)
        return self._answers[key]

    def _search(self, name: str, library: str | None, folders: tuple[str, ...]) -> Found | NotFound:
        relative = _relative(name)
        if library is not None:
            path = self._first(folders, posixpath.normpath(f"{_relative(library)}/{relative}"))
            if path is not None:
                return Found(path)
        path = self._first(folders, relative)
        if path is None:
            return self._in_tree(relative, library, folders) or NotFound(
                folders, self._near(relative, folders)
            )
        named = library is None or self._is_called(str(Path(path).parent), library)
        return Found(path, ignored_library=not named)

    def _first(self, folders: tuple[str, ...], relative: str) -> str | None:
        """Return the first file of that name below one of the folders."""
        climbs = relative.startswith("../")
        allowed = False
        for folder in folders:
            if climbs:
                above = Path(posixpath.normpath(Path(folder, relative).parent.as_posix()))
                if not _is_within(above, folders):
                    continue
                allowed = True
                path = self._in_folder(str(above), posixpath.basename(relative))
            else:
                path = self._in_folder(folder, relative)
            if path is not None:
                return path
        if climbs and not allowed:
            raise OutsideLibrary("a path that leaves the library folders")
        return None

    def _in_tree(self, relative: str, library: str | None, folders: tuple[str, ...]) -> Found | None:
        """The file of that name in the source tree: in the library that was named, else nearest to the copying file."""
        *above, last = relative.lower().split("/")
        for extension in self.extensions:
            paths = [
                path
                for path in self.tree.get(last + extension, ())
                if list(map(str.lower, Path(path).parts[-len(above) - 1 : -1])) == above or not above
            ]
            if library is not None:
                paths = [path for path in paths if self._is_called(str(Path(path).parent), library)] or paths
            if paths:
                nearest = min(paths, key=lambda path: (_distance(folders[0], path), path))
                named = library is None or self._is_called(str(Path(nearest).parent), library)
                return Found(nearest, ignored_library=not named, others=_different(nearest, paths))
        return None

    def _is_called(self, folder: str, library: str) -> bool:
        return Path(folder).resolve().name.lower() == library.lower()

    def _in_folder(self, folder: str, relative: str) -> str | None:
        """Return the file of that name below `folder`, with any of the extensions."""
        *above, last = relative.split("/")
        for part in above:
            actual = self._listing(folder).get(part.lower())
            if actual is None:
                return None
            folder = str(Path(folder, actual))
        listing = self._listing(folder)
        for extension in self.extensions:
            wanted = last + extension
            for candidate in (wanted, listing.get(wanted.lower())):
                if candidate and Path(folder, candidate).is_file():
                    return str(Path(folder, candidate))
        return None

    def _listing(self, folder: str) -> dict[str, str]:
        """Return lower-case name -> name for the entries of a folder; empty when it cannot be read."""
        if folder not in self._listings:
            try:
                entries = sorted((path.name for path in Path(folder).iterdir()), reverse=True)
            except OSError:
                entries = []
            self._listings[folder] = {entry.lower(): entry for entry in entries}
        return self._listings[folder]

    def _near(self, relative: str, folders: tuple[str, ...]) -> tuple[str, ...]:
        known = {}
        for folder in folders:
            for entry in self._listing(folder).values():
                path = PurePosixPath(entry)
                if path.suffix.lower() in self.extensions:
                    known[path.stem.upper()] = entry
        stem = PurePosixPath(relative).stem.upper()
        close = difflib.get_close_matches(stem, known, n=3, cutoff=0.7)
        return tuple(known[name] for name in close)


def _distance(folder: str, path: str) -> int:
    """How many steps up and down lead from `folder` to the folder of `path`."""
    here, there = Path(folder).parts, Path(path).parent.parts
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(here, there, strict=False)))
    return len(here) + len(there) - 2 * common


def _different(path: str, paths: list[str]) -> tuple[str, ...]:
    """Those of `paths` whose bytes are not the bytes of `path`."""
    try:
        text = Path(path).read_bytes()
        return tuple(other for other in paths if other != path and Path(other).read_bytes() != text)
    except OSError:
        return ()


def _relative(name: str) -> str:
    """Return `name` as a normalised relative path."""
    name = name.replace("\\", "/")
    if name.startswith("/") or _DRIVE.match(name):
        raise OutsideLibrary("an absolute path")
    if not name or "\0" in name:
        raise OutsideLibrary("not a file name")
    return posixpath.normpath(name)


def _is_within(path: Path, folders: tuple[str, ...]) -> bool:
    """Whether `path` is one of the folders or below one."""
    real = path.resolve()
    return any(real.is_relative_to(Path(folder).resolve()) for folder in folders)
