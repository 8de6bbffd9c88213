"""Collating sequences: the native one, PROGRAM COLLATING SEQUENCE and the alphabets of SORT.

EBCDIC has a name in the runtime; sequences that a program spells out become constants of its module.
"""

from __future__ import annotations

from cobol_parser.alphabets import NATIVE, ebcdic
from cobol_parser.record_keys import numbers_in
from cobol_parser.symbols import AlphabetSymbol, DataItem
from transpiler.emit.printer import quoted
from transpiler.ir import nodes as ir
from transpiler.lower.context import Context, Imports


def native_sequence(context: Context) -> ir.Name | None:
    """The sequence of files and of functions, which no alphabet changes: `--collating`; None for that of the bytes."""
    return _constant(context, context.dialect.native)


def program_sequence(context: Context) -> ir.Name | None:
    """The constant of the program's collating sequence, None for that of the bytes."""
    return sequence_constant(context, context.analysis.symbols.program_collating)


def orders_only(context: Context) -> bool:
    """Whether different characters always differ: then only < and > have to know the program's sequence."""
    alphabet = context.analysis.symbols.program_collating
    return alphabet is None or len(set(alphabet.collating)) == len(alphabet.collating)


def warn_of_numbers(context: Context, item: DataItem | None) -> None:
    """Report an item that a mainframe orders by its bytes, some of which are no characters here."""
    if context.dialect.native == NATIVE or item is None or context.at is None:
        return
    if item.children and any(numbers_in((item,))):
        context.diagnostics.report(
            "CBL6052",
            context.at.span.first,
            f"{item.name or 'FILLER'} holds numbers and is ordered as characters",
        )


def sequence_constant(context: Context, alphabet: AlphabetSymbol | None) -> ir.Name | None:
    """The constant of an alphabet's collating sequence, None for that of the bytes."""
    return None if alphabet is None else _constant(context, alphabet.collating)


def _constant(context: Context, collating: tuple[int, ...]) -> ir.Name | None:
    if collating == NATIVE:
        return None
    if collating == ebcdic():
        return context.runtime("EBCDIC")
    constants = context.imports.collating
    table = bytes(collating)
    if table not in constants:
        constants[table] = f"COLLATING_{len(constants) + 1}" if constants else "COLLATING"
    return ir.Name(constants[table])


def collating_constants(imports: Imports) -> tuple[str, ...]:
    """The lines that define the constants."""
    lines = [f"{name} = bytes.fromhex({quoted(table.hex())})" for table, name in imports.collating.items()]
    return ("", *lines) if lines else ()
