"""Source trees: which files are programs, where their Python goes, and how it is written without half files."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from cobol_parser.text_options import EXTENSIONS
from transpiler.naming import module_name, snake_case
from transpiler.program_files import is_program_file

PROGRAMS_FILE = "cobolift-programs.json"


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A program source and the folder of its module, relative to the output folder."""

    path: Path
    folder: Path

    @property
    def module_path(self) -> Path:
        """The module relative to the output folder."""
        return self.folder / f"{module_name(self.path.stem)}.py"


def find_sources(arguments: Iterable[Path], exclude: tuple[str, ...] = ()) -> list[SourceEntry]:
    """List the programs of files and folders in a stable order; a folder keeps its shape below the output folder."""
    entries: list[SourceEntry] = []
    seen: set[Path] = set()
    for argument in arguments:
        found = _in_folder(argument, exclude) if argument.is_dir() else [SourceEntry(argument, Path())]
        for entry in found:
            resolved = entry.path.resolve()
            if resolved not in seen:
                seen.add(resolved)
                entries.append(entry)
    return _without_collisions(entries)


def _in_folder(root: Path, exclude: tuple[str, ...]) -> Iterator[SourceEntry]:
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(folder, name)
            relative = path.relative_to(root)
            excluded = any(fnmatch(relative.as_posix(), pattern) for pattern in exclude)
            if not excluded and is_program_file(path):
                yield SourceEntry(path, relative.parent)


def find_copybooks(
    arguments: Iterable[Path], extensions: Iterable[str] = EXTENSIONS
) -> dict[str, tuple[str, ...]]:
    """List the files of folders that can be copybooks: names in small letters, and the paths that have this name.

    An empty file without an ending is a marker of some script rather than a copybook."""
    endings = frozenset(extensions)
    found: dict[str, list[str]] = {}
    for root in dict.fromkeys(argument for argument in arguments if argument.is_dir()):
        for folder, folders, files in os.walk(root):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(files):
                if Path(name).suffix.lower() in endings and not _is_marker(Path(folder, name)):
                    found.setdefault(name.lower(), []).append(str(Path(folder, name)))
    return {name: tuple(dict.fromkeys(paths)) for name, paths in found.items()}


def _is_marker(path: Path) -> bool:
    return not path.suffix and path.is_file() and not path.stat().st_size


def _without_collisions(entries: list[SourceEntry]) -> list[SourceEntry]:
    """Give two sources with one module name (PAY.cbl, pay.cob) folders of their own, named for the extension."""
    count: dict[Path, int] = {}
    for entry in entries:
        count[entry.module_path] = count.get(entry.module_path, 0) + 1
    result: list[SourceEntry] = []
    taken: set[Path] = set()
    for entry in entries:
        if entry.module_path in taken:
            stem = "_".join(
                filter(None, (snake_case(entry.path.stem), entry.path.suffix.lstrip(".").lower()))
            )
            number, folder = 1, entry.folder / stem
            while folder / entry.module_path.name in taken:
                number += 1
                folder = entry.folder / f"{stem}_{number}"
            entry = SourceEntry(entry.path, folder)
        taken.add(entry.module_path)
        result.append(entry)
    return result


def write_atomically(path: Path, text: str) -> None:
    """Replace `path` by a file with `text`; whoever reads it sees the old file or the new one. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, 0o644)  # noqa: PTH101  mkstemp makes private files; output is for everybody
        os.replace(name, path)  # noqa: PTH105
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_program_index(out: Path, modules: Mapping[Path, Sequence[str]]) -> None:
    """Record where each PROGRAM-ID is, given the PROGRAM-IDs of each module (a path relative to *out*).

    A name has the path of its module, or a list of paths where several modules define it: CALL takes the one nearest to the caller.
    Entries of earlier conversions stay while their module is there.
    """
    path = out / PROGRAMS_FILE
    listing = {
        name: [module for module in known if Path(module) not in modules and (out / module).is_file()]
        for name, known in _known_programs(path).items()
    }
    for module, names in modules.items():
        for name in dict.fromkeys(names):
            listing.setdefault(name, []).append(module.as_posix())
    written = {
        name: places[0] if len(places) == 1 else sorted(places) for name, places in listing.items() if places
    }
    write_atomically(path, json.dumps(dict(sorted(written.items())), indent=2) + "\n")


def _known_programs(path: Path) -> dict[str, list[str]]:
    """The entries of a listing; none of a file that cannot be read as one."""
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
        return {name: [known] if isinstance(known, str) else list(known) for name, known in loaded.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}
