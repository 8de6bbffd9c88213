"""Converted programs kept by content, and CALLed programs converted when they are first called.

An entry is a folder named for the hash of tool version, options and source path; it holds the module, its map and a manifest: the
hashes of every file that was read, and for each folder where copybooks are looked for the files that have a name of one of them. The entry
is used as long as all of that is unchanged. A conversion with errors is made anew each time, so that the errors are shown each time.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from transpiler.naming import module_name
from transpiler.options import ConvertOptions
from transpiler.program_files import is_program_file
from transpiler.tree import write_atomically
from transpiler.version import VERSION

MANIFEST = "manifest.json"
_PROGRAM_ID = re.compile(rb"(?:PROGRAM|FUNCTION)-ID\s*\.?\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)


def cache_folder() -> Path:
    """The user's cache folder for converted programs (XDG_CACHE_HOME, else ~/.cache)."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "cobolift" / "programs"


def file_hash(path: Path) -> str:
    """SHA-256 of a file's bytes; empty when it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


class ProgramCache:
    """The cache for one set of options. `status` is the exit status of the last conversion that gave no module. Programs that are
    converted for another `purpose` are kept apart."""

    def __init__(self, options: ConvertOptions, folders: tuple[Path, ...], purpose: str = "") -> None:
        self._options = options
        self._folders = folders
        self.status = 0
        self._library = tuple(folder.resolve() for folder in options.library_folders)
        facts = {**asdict(options), "library": self._library, "version": VERSION, "tool": _tool_stamp()}
        facts["purpose"] = purpose
        described = json.dumps(facts, default=str, sort_keys=True)
        self._stamp = hashlib.sha256(described.encode()).hexdigest()

    def module_of(self, source: Path) -> Path | None:
        """The module of a source file, converted now when the cache has none that is up to date."""
        name = hashlib.sha256(f"{self._stamp}:{source.resolve()}".encode()).hexdigest()[:24]
        folder = cache_folder() / name
        module = folder / f"{module_name(source.stem)}.py"
        if module.is_file() and _up_to_date(folder / MANIFEST):
            return module
        return self._convert(source, folder, module)

    def _convert(self, source: Path, folder: Path, module: Path) -> Path | None:
        from transpiler.outcome import convert_batch
        from transpiler.report_table import ERRORS, INTERNAL, exit_status, output, print_diagnostics
        from transpiler.tree import SourceEntry

        outcome = convert_batch([SourceEntry(source, Path())], self._options)[0]
        print_diagnostics(output(stderr=True), outcome, quiet=True, verbose=False)
        if not outcome.module_text:
            self.status = INTERNAL if outcome.crashed else ERRORS
            return None
        try:
            _write(module, outcome.module_text, outcome.map_text)
            manifest = folder / MANIFEST
            manifest.unlink(missing_ok=True)
            if exit_status([outcome]) == 0:
                facts = describe_inputs([Path(path) for path in outcome.dependencies], self._library)
                write_atomically(manifest, json.dumps(facts, indent=1))
        except OSError:
            module = Path(_private_folder(), module.name)
            _write(module, outcome.module_text, outcome.map_text)
        return module

    def serve_calls(self) -> None:
        """Let CALL find sources in the folders: by file name first, then by PROGRAM-ID."""
        from cobol_runtime import call

        call.add_finder(self.find)

    def find(self, program_id: str) -> Path | None:
        """The module of a called program; None when no source has that name or PROGRAM-ID."""
        wanted = program_id.strip().upper()
        for source in self._sources():
            if source.stem.upper() == wanted:
                return self.module_of(source)
        for source in self._sources():
            if any(found.decode("latin-1").upper() == wanted for found in _program_ids(source)):
                return self.module_of(source)
        return None

    def _sources(self) -> Iterator[Path]:
        for folder in self._folders:
            for path in sorted(_entries(folder)):
                if path.is_file() and is_program_file(path):
                    yield path


def _program_ids(source: Path) -> list[bytes]:
    try:
        return _PROGRAM_ID.findall(source.read_bytes())
    except OSError:
        return []


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def describe_inputs(files: list[Path], library: Iterable[Path]) -> dict[str, object]:
    """What a conversion depends on: the hashes of the `files` it read (the source first) and, for each folder where COPY looks, the
    files that a COPY of the same names could mean."""
    names = {path.stem.upper() for path in files[1:]}
    folders = dict.fromkeys([*(path.resolve().parent for path in files), *library])
    return {
        "files": {str(path.resolve()): file_hash(path) for path in files},
        "folders": {str(folder): _namesakes(folder, names) for folder in folders},
        "names": sorted(names),
    }


def _namesakes(folder: Path, names: Iterable[str]) -> list[str]:
    wanted = frozenset(names)
    return sorted(path.name for path in _entries(folder) if path.stem.upper() in wanted)


def _up_to_date(manifest: Path) -> bool:
    try:
        facts = json.loads(manifest.read_text(encoding="utf-8"))
        names = facts["names"]
        return all(file_hash(Path(path)) == value for path, value in facts["files"].items()) and all(
            _namesakes(Path(folder), names) == found for folder, found in facts["folders"].items()
        )
    except (OSError, ValueError, AttributeError, KeyError, TypeError):
        return False


def _write(module: Path, text: str, map_text: str) -> None:
    write_atomically(module.with_suffix(".map.json"), map_text)
    write_atomically(module, text)


def _tool_stamp() -> str:
    """Changes when the converter's own files change, so that a new version never runs old output."""
    root = Path(__file__).parent.parent
    newest = 0.0
    for package in ("cobol_parser", "transpiler", "grammars"):
        for folder, _, files in os.walk(root / package):
            for name in files:
                if name.endswith((".py", ".lark", ".j2")):
                    newest = max(newest, Path(folder, name).stat().st_mtime)
    return str(newest)


def _private_folder() -> str:
    """A folder for one run, for when the cache cannot be written."""
    import tempfile

    folder = tempfile.mkdtemp(prefix="cobolift-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
