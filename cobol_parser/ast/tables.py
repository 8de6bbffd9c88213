"""SEARCH and SET."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.ast.expressions import Condition, Expression, Identifier
from cobol_parser.ast.node import Node
from cobol_parser.ast.program import Statement


@dataclass(frozen=True, kw_only=True, eq=False)
class SearchWhen(Node):
    """WHEN condition statements (NEXT SENTENCE is an ordinary statement here)."""

    condition: Condition
    statements: tuple[Statement, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Search(Statement):
    """SEARCH table [VARYING item] [AT END …] WHEN …: serial search from the current index."""

    table: Identifier
    varying: Identifier | None
    at_end: tuple[Statement, ...] | None
    whens: tuple[SearchWhen, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class SearchAll(Statement):
    """SEARCH ALL table [AT END …] WHEN condition: binary search on the table's keys."""

    table: Identifier
    at_end: tuple[Statement, ...] | None
    when: SearchWhen


@dataclass(frozen=True, kw_only=True, eq=False)
class SetIndex(Statement):
    """SET receivers TO value (indexes, integer items, pointers, ADDRESS OF)."""

    receivers: tuple[Expression, ...]
    value: Expression


@dataclass(frozen=True, kw_only=True, eq=False)
class SetUpDown(Statement):
    """SET receivers UP|DOWN BY value."""

    receivers: tuple[Identifier, ...]
    down: bool
    value: Expression


@dataclass(frozen=True, kw_only=True, eq=False)
class SetCondition(Statement):
    """SET condition-names TO TRUE|FALSE."""

    conditions: tuple[Identifier, ...]
    value: bool


@dataclass(frozen=True, kw_only=True, eq=False)
class SetSwitch(Statement):
    """SET mnemonics TO ON|OFF."""

    switches: tuple[str, ...]
    on: bool


@dataclass(frozen=True, kw_only=True, eq=False)
class SetEnvironment(Statement):
    """SET ENVIRONMENT name TO value (extension)."""

    name: Expression
    value: Expression


@dataclass(frozen=True, kw_only=True, eq=False)
class SetLastException(Statement):
    """SET LAST EXCEPTION TO OFF: forget the last exception (COBOL 2002)."""
