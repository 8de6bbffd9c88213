"""What the declaration of one program works with."""

from __future__ import annotations

from dataclasses import dataclass, field

from cobol_parser import ast
from cobol_parser.diagnostics import Diagnostics
from cobol_parser.dialects import Dialect
from cobol_parser.source import Span, Token
from cobol_parser.storage_rules import StorageRules
from cobol_parser.symbols import DataItem, ProgramSymbols, Referent


@dataclass(slots=True, eq=False)
class Scope:
    """The symbols being declared, the rules in force and what has to wait until every name is known."""

    symbols: ProgramSymbols
    dialect: Dialect
    rules: StorageRules
    diagnostics: Diagnostics
    references: dict[ast.Identifier, Referent]
    """Shared with the ProgramAnalysis: identifiers of the data division go here too."""
    tables: list[DataItem] = field(default_factory=list)
    """Items with OCCURS whose DEPENDING ON and keys are not resolved yet."""
    types: dict[str, ast.DataDescription] = field(default_factory=dict)
    """Type declarations (TYPEDEF) by name."""
    sign_separate: bool = False
    """NUMERIC SIGN TRAILING SEPARATE of SPECIAL-NAMES."""

    def report(
        self,
        code: str,
        at: Token | Span,
        message: str,
        *,
        label: str = "",
        notes: tuple[str, ...] = (),
        help: str | None = None,
    ) -> None:
        """Report a diagnostic."""
        self.diagnostics.report(code, at, message, label=label, notes=notes, help=help)

    def add_name(self, name: str | None, referent: Referent) -> None:
        """Declare a name that identifiers may use; FILLER (None) is not declared."""
        if name is None:
            return
        known = self.symbols.names.get(name)
        if known is None:
            self.symbols.names[name] = [referent]
        else:
            known.append(referent)
