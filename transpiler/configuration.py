"""`cobolift.toml`: what would otherwise be flags, kept with the source tree."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from transpiler.options import StoredFile
from transpiler.report.effort_weights import checked_weights

NAME = "cobolift.toml"


class ConfigurationError(Exception):
    """The configuration file cannot be read or has a wrong entry; the message names file, key and remedy."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """The keys of the file; command-line flags win over them.

    `include` are folders of copybooks, relative to the file's folder; `extensions` the endings tried for a copybook that is named
    without one; `exclude` are patterns of paths (`fnmatch`, relative to the converted folder) that are no programs;
    `defines` are compilation variables as NAME or NAME=VALUE. `files` say how datasets are stored, `effort` what work costs in hours,
    from and to.
    """

    dialect: str = "gnucobol"
    format: str = "auto"
    sign: str = "ascii"
    arithmetic: str = "gnucobol"
    collating: str = "native"
    encoding: str | None = None
    exact: bool = False
    checks: bool = False
    debugging: bool = False
    include: tuple[Path, ...] = ()
    extensions: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    defines: tuple[str, ...] = ()
    files: tuple[StoredFile, ...] = ()
    effort: Mapping[str, tuple[float, float]] = field(default_factory=dict)


_CHOICES = {
    "dialect": ("gnucobol", "cobol85", "ibm", "mf"),
    "format": ("auto", "fixed", "free", "variable"),
    "sign": ("ascii", "ebcdic"),
    "arithmetic": ("gnucobol", "ibm-compat", "ibm-extend"),
    "collating": ("native", "ebcdic"),
}
_FLAGS = ("exact", "checks", "debugging")
_LISTS = ("include", "extensions", "exclude", "defines")
_KEYS = (*_CHOICES, "encoding", *_FLAGS, *_LISTS, "files", "effort")
_FILE_FORMATS = ("fixed", "rdw", "bdw", "line")
_PLACES = ("path", "programs")
_FILE_KEYS = ("encoding", "format", "when", "records")


def find_configuration(start: Path) -> Configuration | None:
    """Read the nearest cobolift.toml in the folder of `start` or above it; None when there is none."""
    path = configuration_file(start)
    return None if path is None else read_configuration(path)


def configuration_file(start: Path) -> Path | None:
    """The nearest cobolift.toml in the folder of `start` or above it; None when there is none."""
    folder = start.resolve() if start.is_dir() else start.resolve().parent
    for candidate in (folder, *folder.parents):
        path = candidate / NAME
        if path.is_file():
            return path
    return None


def read_configuration(path: Path) -> Configuration:
    """Read one file. Raises ConfigurationError."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path}: {error}") from error
    values: dict[str, object] = {}
    for key, value in table.items():
        values[key] = _checked(path, key, value)
    return Configuration(**values)  # type: ignore[arg-type]


def _checked(path: Path, key: str, value: object) -> object:
    if key not in _KEYS:
        near = get_close_matches(key, _KEYS, 1)
        hint = f"; did you mean {near[0]}?" if near else f"; known keys: {', '.join(_KEYS)}"
        raise ConfigurationError(f"{path}: unknown key {key!r}{hint}")
    if key in _CHOICES and value not in _CHOICES[key]:
        raise ConfigurationError(f"{path}: {key} must be one of {', '.join(_CHOICES[key])}, not {value!r}")
    if key in _FLAGS and not isinstance(value, bool):
        raise ConfigurationError(f"{path}: {key} must be true or false, not {value!r}")
    if key in _LISTS:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ConfigurationError(f"{path}: {key} must be a list of strings, not {value!r}")
        return _LIST_READERS[key](path, value)
    if key == "files":
        return _files(path, value)
    if key == "effort":
        try:
            return checked_weights(value)
        except ValueError as error:
            raise ConfigurationError(f"{path}: {error}") from error
    if key == "encoding" and not isinstance(value, str):
        raise ConfigurationError(f"{path}: encoding must be a string, not {value!r}")
    return value


def _files(path: Path, value: object) -> tuple[StoredFile, ...]:
    """The tables [files.NAME]; where the files are is read by converted programs when they run, and only checked here."""
    from transpiler.file_settings import problem_of_table

    problem = problem_of_table(path, value)
    if problem:
        raise ConfigurationError(problem)
    assert isinstance(value, dict)
    stored = {
        name: {key: entry for key, entry in table.items() if key not in _PLACES}
        for name, table in value.items()
        if isinstance(table, dict)
    }
    return tuple(_file(path, name, table) for name, table in stored.items() if table)


def _file(path: Path, name: str, table: dict[str, object]) -> StoredFile:
    where = f"{path}: [files.{name}]"
    for key in table:
        if key not in _FILE_KEYS:
            raise ConfigurationError(f"{where}: unknown key {key!r}; known keys: {', '.join(_FILE_KEYS)}")
    encoding, form = table.get("encoding", ""), table.get("format", "")
    if not isinstance(encoding, str):
        raise ConfigurationError(f"{where}: encoding must be a string, not {encoding!r}")
    if form != "" and form not in _FILE_FORMATS:
        raise ConfigurationError(f"{where}: format must be one of {', '.join(_FILE_FORMATS)}, not {form!r}")
    return StoredFile(
        name.upper(), encoding, str(form), _strings(where, table, "when"), _strings(where, table, "records")
    )


def _strings(where: str, table: dict[str, object], key: str) -> tuple[str, ...]:
    """A list of strings, or a single one."""
    value = table.get(key, [])
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(item, str) for item in values):
        raise ConfigurationError(f"{where}: {key} must be a list of strings, not {value!r}")
    return tuple(values)


def _folders(path: Path, names: list[str]) -> tuple[Path, ...]:
    """Folders named relative to the file, shown relative to the working folder where they are inside it."""
    folders = []
    for name in names:
        folder = path.parent / name
        if not folder.is_dir():
            raise ConfigurationError(f"{path}: include names {name!r}, which is no folder in {path.parent}")
        folders.append(folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder)
    return tuple(folders)


def _endings(path: Path, names: list[str]) -> tuple[str, ...]:
    """File name endings with their dot; an empty one stands for no ending."""
    return tuple(name if not name or name.startswith(".") else f".{name}" for name in names)


def _patterns(path: Path, names: list[str]) -> tuple[str, ...]:
    return tuple(names)


_LIST_READERS: dict[str, Callable[[Path, list[str]], tuple[object, ...]]] = {
    "include": _folders,
    "extensions": _endings,
    "exclude": _patterns,
    "defines": _patterns,
}
