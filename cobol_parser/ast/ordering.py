"""SORT, MERGE, RELEASE, RETURN."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.ast.expressions import Expression, Identifier
from cobol_parser.ast.node import Node
from cobol_parser.ast.phrases import ConditionalPhrase
from cobol_parser.ast.program import ProcedureName, Statement


@dataclass(frozen=True, kw_only=True, eq=False)
class SortKey(Node):
    """ON ASCENDING|DESCENDING KEY items."""

    ascending: bool
    items: tuple[Identifier, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class ProcedureRange(Node):
    """INPUT/OUTPUT PROCEDURE first [THRU last]."""

    first: ProcedureName
    last: ProcedureName | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Sort(Statement):
    """SORT file ON keys, with USING files or an input procedure and GIVING files or an output procedure.

    When `target` names a table (extension), there is no using and giving.
    """

    target: Identifier
    keys: tuple[SortKey, ...]
    duplicates: bool = False
    collating_sequence: str | None = None
    using: tuple[str, ...] = ()
    input_procedure: ProcedureRange | None = None
    giving: tuple[str, ...] = ()
    output_procedure: ProcedureRange | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Merge(Statement):
    """MERGE file ON keys USING files."""

    target: Identifier
    keys: tuple[SortKey, ...]
    collating_sequence: str | None = None
    using: tuple[str, ...] = ()
    giving: tuple[str, ...] = ()
    output_procedure: ProcedureRange | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Release(Statement):
    """RELEASE record [FROM source]."""

    record: Identifier
    source: Expression | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Return(Statement):
    """RETURN file [INTO item] AT END …"""

    file: str
    into: Identifier | None = None
    at_end: ConditionalPhrase | None = None
