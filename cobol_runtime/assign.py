"""From the ASSIGN name of a file to the path that is opened.

GnuCOBOL's rule: a name without a slash is looked up in the environment as DD_name, dd_name and name (with
dots as underscores), and the value is used in its place; COB_FILE_PATH is put before what is not absolute.
In a name with slashes the first part is looked up that way, and later parts that begin with a dollar sign.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

PREFIXES = ("DD_", "dd_", "")
SEPARATORS = re.compile(r"[/\\]+")
EXPLICIT_DEVICE = re.compile(r"-[FDfd]\s+")
TRUE_WORDS = frozenset({"1", "y", "yes", "true", "on"})


@dataclass(frozen=True, slots=True)
class AssignedName:
    """The *path* to open and the name *shown* beside it in messages: the last one looked up."""

    path: str
    shown: str


def is_set(environment: Mapping[str, str], name: str) -> bool:
    """Whether the run-time setting *name* is switched on (1, y, yes, true, on)."""
    return environment.get(name, "").strip().lower() in TRUE_WORDS


def resolve(name: str, environment: Mapping[str, str]) -> AssignedName:
    """The path that the ASSIGN name *name* stands for (trailing spaces and NULs already removed)."""
    device = EXPLICIT_DEVICE.match(name)
    if device:
        return AssignedName(name[device.end() :], name)
    lookup = _Lookup(name, environment)
    if SEPARATORS.search(name):
        path = _joined(name, lookup)
    else:
        bare = name.removeprefix("$")
        found = lookup.value(bare)
        path = name if found is None else found
        device = EXPLICIT_DEVICE.match(path)
        if device and found is not None:
            return AssignedName(path[device.end() :], lookup.shown)
    folder = environment.get("COB_FILE_PATH")
    if folder and not path.startswith(("/", "\\")):
        path = f"{folder}/{path}"
    return AssignedName(path, lookup.shown)


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
    """A name with slashes, its first part and those with a dollar sign replaced by their values."""
    absolute = name.startswith(("/", "\\"))
    parts = [part for part in SEPARATORS.split(name) if part]
    path = "/" if absolute else ""
    for index, part in enumerate(parts):
        found: str | None
        if part.startswith("$"):
            found = lookup.value(part[1:])
            if found is None and index == len(parts) - 1:
                found = part
        elif index == 0 and not absolute:
            found = lookup.value(part) or part
        else:
            found = part
        if found is not None:
            path += found + ("/" if index < len(parts) - 1 else "")
    return path
