"""The file of marks beside the pages: `{"version": 1, "marks": {source: {key: mark}}}`.

A mark has a `state` (approved, viewed, question, must-fix), a `comment`, the digests `cobol` and `python` and the `rule` that it is bound to, and the
`title`, `line` and `at` (when) that people see.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from transpiler.tree import write_atomically

VERSION = 1
MARKS_FILE = "marks.json"
STATES = frozenset({"approved", "viewed", "question", "must-fix"})
_TEXTS = frozenset({"state", "comment", "cobol", "python", "rule", "title", "at", "file"})
_LONGEST = 20_000
Marks = dict[str, dict[str, Any]]


class BadMarks(ValueError):
    """What came as marks is not."""


def read_marks(path: Path) -> dict[str, Any]:
    """The marks of a file; an empty set when there is none. Raises BadMarks when the file is something else."""
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {"version": VERSION, "marks": {}}
    except (OSError, ValueError) as error:
        raise BadMarks(f"{path} cannot be read: {error}") from error
    if (
        not isinstance(loaded, dict)
        or loaded.get("version") != VERSION
        or not isinstance(loaded.get("marks"), dict)
    ):
        raise BadMarks(f"{path} is no file of marks")
    return loaded


def store_marks(path: Path, sent: object) -> None:
    """Let `{"source": …, "marks": …}` take the place of the marks of one program. Raises BadMarks and OSError."""
    if not isinstance(sent, dict) or not isinstance(sent.get("source"), str):
        raise BadMarks("a source is missing")
    marks = checked(sent.get("marks"))
    loaded = read_marks(path)
    if marks:
        loaded["marks"][sent["source"]] = marks
    else:
        loaded["marks"].pop(sent["source"], None)
    write_atomically(path, json.dumps(loaded, indent=1, sort_keys=True) + "\n")


def checked(marks: object) -> Marks:
    """The marks of one program. Raises BadMarks for anything that no page writes."""
    if not isinstance(marks, dict):
        raise BadMarks("marks are an object")
    for key, mark in marks.items():
        if not isinstance(mark, dict) or mark.get("state") not in STATES:
            raise BadMarks(f"{key[:80]!r} has no state")
        for name, value in mark.items():
            text = name in _TEXTS and isinstance(value, str) and len(value) <= _LONGEST
            if not text and not (name == "line" and isinstance(value, int)):
                raise BadMarks(f"{key[:80]!r} has a wrong {name[:80]!r}")
    return marks
