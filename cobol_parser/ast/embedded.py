"""EXEC CICS, EXEC SQL, EXEC DLI blocks."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.ast.program import Statement


@dataclass(frozen=True, kw_only=True, eq=False)
class ExecBlock(Statement):
    """EXEC language … END-EXEC. `text` is what stands between, white space folded."""

    language: str
    text: str
