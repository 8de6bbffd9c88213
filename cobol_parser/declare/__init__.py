"""Declaration: the entries of a program to its symbols, laid out and linked.

`declare_program` goes through ENVIRONMENT and DATA DIVISION once; items are laid out record by record, so that constants may
measure what stands before them. What may be named before it is declared (OCCURS DEPENDING ON, keys, file
status) is linked at the end.
"""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.alphabets import NATIVE
from cobol_parser.declare.assignment import declare_assign_items
from cobol_parser.declare.communications import declare_communication
from cobol_parser.declare.debug_item import declare_debug_item
from cobol_parser.declare.entries import declare_section
from cobol_parser.declare.files import declare_files, link_files
from cobol_parser.declare.parameters import link_parameters
from cobol_parser.declare.registers import declare_registers
from cobol_parser.declare.reports import declare_reports
from cobol_parser.declare.scope import Scope
from cobol_parser.declare.special_names import declare_special_names
from cobol_parser.declare.tables import link_tables
from cobol_parser.declare.transaction_names import declare_transaction_names
from cobol_parser.diagnostics import Diagnostics
from cobol_parser.dialects import Dialect
from cobol_parser.layout import complete
from cobol_parser.storage_rules import rules_of
from cobol_parser.symbols import AlphabetSymbol, DataItem, ProgramSymbols, Referent, StorageSection


def declare_program(
    program: ast.Program,
    parent: ProgramSymbols | None,
    dialect: Dialect,
    diagnostics: Diagnostics,
    references: dict[ast.Identifier, Referent],
) -> ProgramSymbols:
    """Return the symbols of one program; identifiers of its ENVIRONMENT and DATA DIVISION go into `references`."""
    symbols = ProgramSymbols(program, parent)
    if parent is not None:
        _inherit(symbols, parent)
    elif dialect.native != NATIVE:
        symbols.program_collating = AlphabetSymbol("NATIVE", dialect.native, "NATIVE")
    scope = Scope(symbols, dialect, rules_of(dialect), diagnostics, references)
    if program.environment is not None:
        declare_special_names(scope, program.environment)
    declare_files(scope, program)
    if program.data is not None:
        _declare_sections(scope, program.data)
    declare_assign_items(scope, program)
    declare_transaction_names(scope, program)
    if parent is None:
        declare_registers(scope)
    for record in symbols.records():
        complete(record, slides=scope.rules.tables_slide)
    link_tables(scope)
    for record in {table.record for table in scope.tables}:
        complete(record, slides=scope.rules.tables_slide)
    link_files(scope, program)
    link_parameters(scope, program)
    declare_debug_item(scope, program)
    return symbols


def _inherit(symbols: ProgramSymbols, parent: ProgramSymbols) -> None:
    """The CONFIGURATION SECTION of a program holds in the programs contained in it (COBOL-85 standard, X 4.2)."""
    symbols.decimal_comma = parent.decimal_comma
    symbols.currency_symbol = parent.currency_symbol
    symbols.currency_sign = parent.currency_sign
    symbols.program_collating = parent.program_collating
    symbols.mnemonics.update(parent.mnemonics)
    symbols.switches.update(parent.switches)
    symbols.classes.update(parent.classes)
    symbols.alphabets.update(parent.alphabets)


def _declare_sections(scope: Scope, data: ast.DataDivision) -> None:
    symbols = scope.symbols
    symbols.working_storage = declare_section(scope, data.working_storage, StorageSection.WORKING_STORAGE)
    symbols.local_storage = declare_section(scope, data.local_storage, StorageSection.LOCAL_STORAGE)
    symbols.linkage = declare_section(scope, data.linkage, StorageSection.LINKAGE)
    communication: list[DataItem] = []
    for description in data.communications:
        communication += declare_communication(scope, description)
    symbols.communication = tuple(communication)
    symbols.screens = declare_section(scope, data.screens, StorageSection.SCREEN)
    declare_reports(scope, data.reports)
