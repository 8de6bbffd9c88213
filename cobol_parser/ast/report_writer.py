"""INITIATE, GENERATE, TERMINATE, SUPPRESS."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.ast.expressions import Identifier
from cobol_parser.ast.program import Statement


@dataclass(frozen=True, kw_only=True, eq=False)
class Initiate(Statement):
    """INITIATE reports."""

    reports: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Generate(Statement):
    """GENERATE detail group or report."""

    target: Identifier


@dataclass(frozen=True, kw_only=True, eq=False)
class Terminate(Statement):
    """TERMINATE reports."""

    reports: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Suppress(Statement):
    """SUPPRESS PRINTING."""
