"""Names that the CICS translator adds to a program with EXEC CICS: the EXEC interface block and the DFHRESP, DFHVALUE
functions (CICS Application Programming Reference, EXEC interface block)."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.declare.entries import declare_record
from cobol_parser.declare.scope import Scope
from cobol_parser.picture import Category
from cobol_parser.symbols import SpecialRegister, StorageSection
from cobol_parser.walk import holds_statements, walk

TRANSLATED_FUNCTIONS = frozenset({"DFHRESP", "DFHVALUE"})
"""Their argument is a word of CICS, not a data-name."""

_INTERFACE_BLOCK = """
EIBTIME S9(7) COMP-3, EIBDATE S9(7) COMP-3, EIBTRNID X(4), EIBTASKN S9(7) COMP-3, EIBTRMID X(4), DFHEIGDI S9(4) BINARY,
EIBCPOSN S9(4) BINARY, EIBCALEN S9(4) BINARY, EIBAID X, EIBFN X(2), EIBRCODE X(6), EIBDS X(8), EIBREQID X(8),
EIBRSRCE X(8), EIBSYNC X, EIBFREE X, EIBRECV X, EIBSEND X, EIBATT X, EIBEOC X, EIBFMH X, EIBCOMPL X, EIBSIG X,
EIBCONF X, EIBERR X, EIBERRCD X(4), EIBSYNRB X, EIBNODAT X, EIBRESP S9(8) BINARY, EIBRESP2 S9(8) BINARY, EIBRLDBK X
"""
"""The fields in storage order: name, PICTURE, USAGE when it is not DISPLAY."""


def declare_transaction_names(scope: Scope, program: ast.Program) -> None:
    """Declare the names for a program that has EXEC CICS statements and does not copy the block itself."""
    if program.procedure is None or not _uses_transactions(program.procedure):
        return
    if "EIBCALEN" not in scope.symbols.names:
        block = declare_record(scope, _interface_block(program), StorageSection.LINKAGE)
        scope.symbols.linkage = (*scope.symbols.linkage, block)
    for name in sorted(TRANSLATED_FUNCTIONS):
        register = SpecialRegister(name, Category.NUMERIC, 4, 9)
        scope.symbols.registers[name] = register
        scope.add_name(name, register)


def _uses_transactions(division: ast.ProcedureDivision) -> bool:
    statements = walk(division, into=holds_statements)
    return any(isinstance(node, ast.ExecBlock) and node.language == "CICS" for node in statements)


def _interface_block(program: ast.Program) -> ast.DataDescription:
    """DFHEIBLK as if it were written in the LINKAGE SECTION."""
    fields = []
    for words in (field.split() for field in _INTERFACE_BLOCK.split(",")):
        name, picture, *usage = words
        clause = ast.PictureClause(span=program.span, text=picture)
        fields.append(
            ast.DataDescription(
                span=program.span, level=5, name=name, picture=clause, usage=usage[0] if usage else None
            )
        )
    return ast.DataDescription(span=program.span, level=1, name="DFHEIBLK", children=tuple(fields))
