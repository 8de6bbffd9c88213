"""Special registers: data that exists without being described."""

from __future__ import annotations

from cobol_parser.declare.scope import Scope
from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem, FileItem, ProgramSymbols, ReportItem, SpecialRegister

_NUMERIC = Category.NUMERIC
_TEXT = Category.ALPHANUMERIC

_REGISTERS = (
    SpecialRegister("RETURN-CODE", _NUMERIC, 4, 9, signed=True),
    SpecialRegister("SORT-RETURN", _NUMERIC, 4, 9, signed=True),
    SpecialRegister("TALLY", _NUMERIC, 4, 5),
    SpecialRegister("NUMBER-OF-CALL-PARAMETERS", _NUMERIC, 4, 9, signed=True),
    SpecialRegister("XML-CODE", _NUMERIC, 4, 9, signed=True),
    SpecialRegister("XML-INFORMATION", _NUMERIC, 4, 9, signed=True),
    SpecialRegister("XML-EVENT", _TEXT, 30),
    SpecialRegister("XML-TEXT", _TEXT, 0),
    SpecialRegister("XML-NTEXT", _TEXT, 0),
    SpecialRegister("XML-NAMESPACE", _TEXT, 0),
    SpecialRegister("XML-NNAMESPACE", _TEXT, 0),
    SpecialRegister("XML-NAMESPACE-PREFIX", _TEXT, 0),
    SpecialRegister("XML-NNAMESPACE-PREFIX", _TEXT, 0),
    SpecialRegister("JSON-CODE", _NUMERIC, 4, 9, signed=True),
    SpecialRegister("JSON-STATUS", _NUMERIC, 4, 9, signed=True),
    SpecialRegister("WHEN-COMPILED", _TEXT, 16),
    SpecialRegister("SYSTEM-OFFSET", _NUMERIC, 4, 4, signed=True),  # minutes to UTC, an argument of functions
)

_SORT_CONTROL = (
    SpecialRegister("SORT-CORE-SIZE", _NUMERIC, 4, 8, signed=True),
    SpecialRegister("SORT-FILE-SIZE", _NUMERIC, 4, 8, signed=True),
    SpecialRegister("SORT-MODE-SIZE", _NUMERIC, 4, 5, signed=True),
    SpecialRegister("SORT-MESSAGE", _TEXT, 8),
    SpecialRegister("SORT-CONTROL", _TEXT, 8),
)
_SHIFT = (SpecialRegister("SHIFT-IN", _TEXT, 1), SpecialRegister("SHIFT-OUT", _TEXT, 1))
"""Of IBM Enterprise COBOL only."""


def declare_registers(scope: Scope) -> None:
    """Make the registers known that the program does not declare as names of its own."""
    registers: tuple[SpecialRegister, ...] = _REGISTERS
    if scope.dialect.name in ("ibm", "mf"):
        registers += (*_SORT_CONTROL, *_SHIFT)
    for register in registers:
        if register.name not in scope.symbols.names and not _is_global_name(
            scope.symbols.parent, register.name
        ):
            scope.symbols.registers[register.name] = register
            scope.add_name(register.name, register)


def _is_global_name(symbols: ProgramSymbols | None, name: str) -> bool:
    """Whether a containing program describes a GLOBAL item of that name."""
    while symbols is not None:
        if any(isinstance(item, DataItem) and item.record.is_global for item in symbols.named(name)):
            return True
        symbols = symbols.parent
    return False


def declare_linage_counter(scope: Scope, file: FileItem) -> None:
    """LINAGE-COUNTER of a file with a LINAGE clause: qualified by the file when there are several."""
    register = SpecialRegister("LINAGE-COUNTER", _NUMERIC, 4, 9, file=file)
    scope.add_name(register.name, register)


def declare_report_counters(scope: Scope, report: ReportItem) -> None:
    """PAGE-COUNTER and LINE-COUNTER of a report."""
    for name in ("PAGE-COUNTER", "LINE-COUNTER"):
        scope.add_name(name, SpecialRegister(name, _NUMERIC, 4, 10, report=report))
