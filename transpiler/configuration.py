"""`cobolift.toml`: what would otherwise be flags, kept with the source tree."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

NAME = "cobolift.toml"


class ConfigurationError(Exception):
    """The configuration file cannot be read or has a wrong entry; the message names file, key and remedy."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """The keys of the file. Paths are relative to the file's folder; command-line flags win over it."""

    dialect: str = "gnucobol"
    format: str = "auto"
    sign: str = "ascii"
    arithmetic: str = "gnucobol"
    encoding: str | None = None
    exact: bool = False
    debugging: bool = False
    include: tuple[Path, ...] = ()
    extensions: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


_CHOICES = {
    "dialect": ("gnucobol", "cobol85", "ibm", "mf"),
    "format": ("auto", "fixed", "free", "variable"),
    "sign": ("ascii", "ebcdic"),
    "arithmetic": ("gnucobol", "ibm-compat", "ibm-extend"),
}
_FLAGS = ("exact", "debugging")
_LISTS = ("include", "extensions", "exclude")
_KEYS = (*_CHOICES, "encoding", *_FLAGS, *_LISTS)


def find_configuration(start: Path) -> Configuration | None:
    """Read the nearest cobolift.toml in the folder of `start` or above it; None when there is none."""
    folder = start.resolve() if start.is_dir() else start.resolve().parent
    for candidate in (folder, *folder.parents):
        path = candidate / NAME
        if path.is_file():
            return read_configuration(path)
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
        return tuple(path.parent / item for item in value) if key == "include" else tuple(value)
    if key == "encoding" and not isinstance(value, str):
        raise ConfigurationError(f"{path}: encoding must be a string, not {value!r}")
    return value
