"""Programs of one tree that have one name: CALL can find only one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cobol_parser.diagnostics import Diagnostic, Diagnostics, Place
from transpiler.outcome import Outcome


def homonyms(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes in their order, with CBL7003 for each PROGRAM-ID that a file before defines."""
    first: dict[str, Path] = {}
    marked = []
    for outcome in outcomes:
        path = outcome.entry.path
        taken = {name: first[name] for name in outcome.program_ids if first.setdefault(name, path) != path}
        found = tuple(_warning(path, name, other) for name, other in taken.items())
        marked.append(replace(outcome, diagnostics=(*outcome.diagnostics, *found)) if found else outcome)
    return marked


def _warning(path: Path, name: str, other: Path) -> Diagnostic:
    return Diagnostics().report(
        "CBL7003",
        Place(str(path)),
        f"{other} defines a program {name} too",
        help="a CALL takes the one in the folder nearest to the caller; leave out the one that is not used",
    )
