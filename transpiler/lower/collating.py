"""Collating sequences: PROGRAM COLLATING SEQUENCE and the alphabets of SORT, as constants of the module."""

from __future__ import annotations

from cobol_parser.symbols import AlphabetSymbol
from transpiler.emit.printer import quoted
from transpiler.ir import nodes as ir
from transpiler.lower.context import Context, Imports


def program_sequence(context: Context) -> ir.Name | None:
    """The constant of the program's collating sequence, None for the native one."""
    return sequence_constant(context, context.analysis.symbols.program_collating)


def sequence_constant(context: Context, alphabet: AlphabetSymbol | None) -> ir.Name | None:
    """The constant of an alphabet's collating sequence, None for the native one."""
    if alphabet is None or alphabet.is_native:
        return None
    constants = context.imports.collating
    table = bytes(alphabet.collating)
    if table not in constants:
        constants[table] = f"COLLATING_{len(constants) + 1}" if constants else "COLLATING"
    return ir.Name(constants[table])


def collating_constants(imports: Imports) -> tuple[str, ...]:
    """The lines that define the constants."""
    lines = [f"{name} = bytes.fromhex({quoted(table.hex())})" for table, name in imports.collating.items()]
    return ("", *lines) if lines else ()
