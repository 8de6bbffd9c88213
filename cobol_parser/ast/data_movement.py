"""MOVE and INITIALIZE."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.ast.expressions import Expression, Identifier
from cobol_parser.ast.node import Node
from cobol_parser.ast.program import Statement


@dataclass(frozen=True, kw_only=True, eq=False)
class Move(Statement):
    """MOVE source TO receivers."""

    source: Expression
    receivers: tuple[Identifier, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class MoveCorresponding(Statement):
    """MOVE CORRESPONDING source TO receivers."""

    source: Identifier
    receivers: tuple[Identifier, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class InitializeReplacing(Node):
    """REPLACING category DATA BY value: ALPHABETIC, ALPHANUMERIC, NUMERIC, ALPHANUMERIC-EDITED, NUMERIC-EDITED, NATIONAL…"""

    category: str
    value: Expression


@dataclass(frozen=True, kw_only=True, eq=False)
class Initialize(Statement):
    """INITIALIZE items [WITH FILLER] [ALL|categories TO VALUE] [REPLACING …] [TO DEFAULT]."""

    items: tuple[Identifier, ...]
    replacing: tuple[InitializeReplacing, ...] = ()
    with_filler: bool = False
    to_value: tuple[str, ...] = ()
    """categories of TO VALUE; ("ALL",) for ALL TO VALUE"""
    to_default: bool = False
