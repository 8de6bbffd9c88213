"""From the ASSIGN name of a file to the path that is opened.

GnuCOBOL's rule: a name without a slash is looked up in the environment as DD_name, dd_name and name (with
dots as underscores), and the value is used in its place; COB_FILE_PATH is put before what is not absolute.
In a name with slashes the first part is looked up that way, and later parts that begin with a dollar sign.

Beyond GnuCOBOL, a name that is in none of the variables is looked up in the settings of the run unit, and several files may be assigned to one
name, to be read one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

PREFIXES = ("DD_", "dd_", "")
SEPARATORS = re.compile(r"[/\\]+")
EXPLICIT_DEVICE = re.compile(r"-[FDfd]\s+")
TRUE_WORDS = frozenset({"1", "t", "true", "on", "y", "yes"})


Assigned: TypeAlias = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class AssignedName:
    """The *path* to open and the name *shown* beside it in messages: the last one looked up.

    *parts* are the files that are read one after the other where there are several: always when they are *listed*,
    otherwise (`DD_IN=a.dat+b.dat`) when there is no file at *path*.
    """

    path: str
    shown: str
    parts: tuple[str, ...] = ()
    listed: bool = False


def is_set(environment: Mapping[str, str], name: str) -> bool:
    """Whether the run-time setting *name* is switched on (1, t, true, on, y, yes)."""
    return environment.get(name, "").lower() in TRUE_WORDS


def resolve(name: str, environment: Mapping[str, str], settings: Assigned | None = None) -> AssignedName:
    """The path that the ASSIGN name *name* stands for (trailing spaces and NULs already removed).

    *settings* gives the files that are assigned to a name elsewhere.
    """
    device = EXPLICIT_DEVICE.match(name)
    if device:
        return AssignedName(name[device.end() :], name)
    lookup = _Lookup(name, environment)
    looked_at = 0
    if SEPARATORS.search(name):
        path = _joined(name, lookup)
    else:
        bare = name.removeprefix("$")
        found = lookup.value(bare)
        if found is None and settings is not None and (assigned := settings(bare)):
            listed = len(assigned) > 1
            return AssignedName("+".join(assigned), name, assigned if listed else (), listed)
        path = name if found is None else found
        looked_at = len(name) - len(
            bare
        )  # behind a dollar sign GnuCOBOL takes the next character for the first
        device = EXPLICIT_DEVICE.match(path)
        if device and found is not None:
            return AssignedName(path[device.end() :], lookup.shown)
    folder = environment.get("COB_FILE_PATH")
    mapped = path != name
    parts = tuple(_below(folder, part, 0) for part in path.split("+")) if mapped and "+" in path[1:] else ()
    return AssignedName(_below(folder, path, looked_at), lookup.shown, parts if all(parts) else ())


def _below(folder: str | None, path: str, looked_at: int) -> str:
    """A path below COB_FILE_PATH, unless it is absolute."""
    return f"{folder}/{path}" if folder and not path[looked_at:].startswith(("/", "\\")) else path


class _Lookup:
    """Looks file names up in the environment and remembers the variable tried last."""

    def __init__(self, name: str, environment: Mapping[str, str]) -> None:
        self._mapped = not name.startswith(("-", *"0123456789"))
        self._environment = environment
        self._mangled = is_set(environment, "COB_ENV_MANGLE")
        self.shown = name

    def value(self, name: str) -> str | None:
        """The value of DD_name, dd_name or name; None when none of them is set."""
        if not self._mapped or name.startswith("."):
            return None
        word = re.sub(r"[^0-9A-Za-z]", "_", name) if self._mangled else name.replace(".", "_")
        for prefix in PREFIXES:
            self.shown = prefix + word
            found = self._environment.get(self.shown)
            if found:
                return found
        return None


def _joined(name: str, lookup: _Lookup) -> str:
    """A name with slashes, its first part and those with a dollar sign replaced by their values.

    A first part with a dollar sign and no value is left out; behind a part with a dollar sign GnuCOBOL puts no slash.
    """
    parts = [part for part in SEPARATORS.split(name) if part]
    if not parts:
        return name
    path, slash = "", "/"
    if not name.startswith(("/", "\\")):
        first = parts.pop(0)
        found = lookup.value(first.removeprefix("$"))
        if found is None and first.startswith("$"):
            slash = ""
        path = found or first.removeprefix("$") * bool(slash)
    for index, part in enumerate(parts):
        path += slash
        slash = "" if part.startswith("$") else "/"
        if slash:
            path += part
        else:
            found = lookup.value(part[1:])
            path += found or part * (index == len(parts) - 1)
    return path
