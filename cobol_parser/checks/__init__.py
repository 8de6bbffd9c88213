"""Rules of the standard beyond syntax and names, one family a module.

A rule is a free function registered for a node class with `@checks`; `run_checks` calls it for every such node of a program, in
source order. A rule reports and goes on. Only what GnuCOBOL refuses too is an error.
"""

from __future__ import annotations

from cobol_parser.checks import (
    arithmetic,
    conditions,
    console,
    extensions,
    files,
    literals,
    markup,
    moves,
    obsolete,
    procedures,
    subscripts,
    subsets,
    values,
)
from cobol_parser.checks.registry import CheckContext, checks, run_checks

__all__ = [
    "CheckContext",
    "arithmetic",
    "checks",
    "conditions",
    "console",
    "extensions",
    "files",
    "literals",
    "markup",
    "moves",
    "obsolete",
    "procedures",
    "run_checks",
    "subscripts",
    "subsets",
    "values",
]
