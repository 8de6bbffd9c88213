"""Names to what they mean: the analysis of every program of a compilation unit.

`analyze` declares the data, lays it out, resolves every identifier and procedure-name and runs the checks of
`cobol_parser.checks`. It never raises on bad COBOL: what is wrong is a diagnostic, and the statement it stands in is in
`ProgramAnalysis.faulty`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cobol_parser import ast
from cobol_parser.diagnostics import Diagnostics
from cobol_parser.dialects import Dialect
from cobol_parser.symbols import FileItem, ProgramSymbols, Referent


@dataclass(slots=True, eq=False, repr=False)
class ProgramAnalysis:
    """What is known about one program. All keys are nodes of its tree, compared by identity.

    `references` has every `ast.Identifier` that could be resolved, wherever it stands (statements, DEPENDING ON, keys,
    file status …). An identifier is a condition-name test wherever it means a ConditionName or SwitchStatus, also as the right
    side of an `ast.Relation` that the parser wrote out from an abbreviated condition (`A = 1 OR READY`).
    `procedures` has every `ast.ProcedureName`. `sections_of` and `order` describe the procedure division: each paragraph's
    section, and all paragraphs in the order they are fallen through (declaratives first).
    """

    program: ast.Program
    symbols: ProgramSymbols
    references: dict[ast.Identifier, Referent] = field(default_factory=dict)
    procedures: dict[ast.ProcedureName, ast.Paragraph | ast.Section] = field(default_factory=dict)
    files_of: dict[ast.Statement, FileItem] = field(default_factory=dict)
    """The file of every READ, WRITE, REWRITE, DELETE, START, RELEASE, RETURN, UNLOCK, SORT and MERGE."""
    sections_of: dict[ast.Paragraph, ast.Section] = field(default_factory=dict)
    order: tuple[ast.Paragraph, ...] = ()
    faulty: set[ast.Statement] = field(default_factory=set)
    """Statements with an error diagnostic inside (innermost statement): not to be converted."""
    programs: Mapping[str, ast.Program] = field(default_factory=dict)
    """Programs that a CALL of a literal reaches inside this source file: nested, and COMMON ones around."""


def analyze(
    unit: ast.CompilationUnit, dialect: Dialect, diagnostics: Diagnostics
) -> dict[ast.Program, ProgramAnalysis]:
    """Analyze every program of `unit`, contained ones included; keys in order of appearance."""
    raise NotImplementedError
