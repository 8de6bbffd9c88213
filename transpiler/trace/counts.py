"""The file of a trace: counts of COBOL statements, from one run or many.

```json
{"version": 1, "runs": 2, "programs": [{"source": "../src/payroll.cbl", "module": "<sha256 of the module>",
 "files": ["../src/payroll.cbl"], "statements": [[0, 284, 16, [], 25]]}]}
```

A statement is [number of its file, line, column of its first word, the COPY statements that lead there as [file, line], count]. Every statement that
has Python is listed, those that were not executed with 0. Files are named relative to the folder of the trace.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from transpiler.tree import write_atomically

VERSION = 1
Place: TypeAlias = tuple[str, int, int, tuple[tuple[str, int], ...]]
"""File, line and column of a statement's first word, and the (file, line) of the COPY statements that lead there, innermost first. Files
are absolute."""


class BadTrace(ValueError):
    """A file is no trace."""


@dataclass(slots=True)
class ProgramCounts:
    """The counts of one source file; `module` is the digest of the module that ran."""

    source: str
    module: str
    counts: Counter[Place] = field(default_factory=Counter)


@dataclass(slots=True)
class Trace:
    """Counts by source file, from `runs` runs."""

    runs: int = 0
    programs: dict[str, ProgramCounts] = field(default_factory=dict)

    def add(self, other: Trace) -> None:
        """Add the counts of other runs. A program that is another one there begins anew: its old lines say nothing."""
        self.runs += other.runs
        for source, program in other.programs.items():
            known = self.programs.get(source)
            if known is None or known.module != program.module:
                self.programs[source] = program
            else:
                for place, count in program.counts.items():
                    known.counts[place] += count

    def hits(self) -> dict[Place, int]:
        """The counts of all programs by place."""
        return {place: count for program in self.programs.values() for place, count in program.counts.items()}


def absolute(path: str, folder: Path | None = None) -> str:
    """A file's name that does not depend on the working folder."""
    return Path(os.path.normpath((folder or Path()).absolute() / path)).as_posix()


def read_trace(path: Path) -> Trace:
    """Read a trace. Raises BadTrace."""
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
        if loaded["version"] != VERSION:
            raise BadTrace(f"{path} is a trace of another version")
        programs = [_program(item, path.parent) for item in loaded["programs"]]
        return Trace(int(loaded["runs"]), {program.source: program for program in programs})
    except BadTrace:
        raise
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise BadTrace(f"{path} is no trace of cobolift: {error}") from error


def read_traces(paths: Iterable[Path]) -> Trace:
    """Read traces and add them up. Raises BadTrace."""
    total = Trace()
    for path in paths:
        total.add(read_trace(path))
    return total


def _program(item: Any, folder: Path) -> ProgramCounts:
    files = [absolute(name, folder) for name in item["files"]]
    program = ProgramCounts(absolute(item["source"], folder), str(item["module"]))
    for file, line, column, copies, count in item["statements"]:
        place = (files[file], int(line), int(column), tuple((files[copy], int(at)) for copy, at in copies))
        program.counts[place] += int(count)
    return program


def write_trace(path: Path, trace: Trace) -> None:
    """Write a trace. Raises OSError."""
    folder = path.parent.absolute()
    programs = [_as_json(trace.programs[source], folder) for source in sorted(trace.programs)]
    head = json.dumps({"version": VERSION, "runs": trace.runs})[:-1]
    write_atomically(path, f'{head}, "programs": [\n{",".join(programs)}]}}\n')


def _as_json(program: ProgramCounts, folder: Path) -> str:
    """One program, a statement a line."""
    files: dict[str, int] = {}

    def number(path: str) -> int:
        return files.setdefault(path, len(files))

    statements = [
        json.dumps([number(file), line, column, [[number(copy), at] for copy, at in copies], count])
        for (file, line, column, copies), count in sorted(program.counts.items())
    ]
    named = [Path(os.path.relpath(name, folder)).as_posix() for name in files]
    source = Path(os.path.relpath(program.source, folder)).as_posix()
    head = json.dumps({"source": source, "module": program.module, "files": named})[:-1]
    return f'{head}, "statements": [\n' + ",\n".join(statements) + "\n]}"
