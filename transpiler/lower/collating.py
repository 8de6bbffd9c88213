"""PROGRAM COLLATING SEQUENCE as a module constant."""

from __future__ import annotations

from collections.abc import Iterable

from transpiler.emit.printer import quoted
from transpiler.lower.context import Context


def collating_constants(contexts: Iterable[Context]) -> tuple[str, ...]:
    """The constant COLLATING where a program of the module has a collating sequence of its own."""
    for context in contexts:
        alphabet = context.analysis.symbols.program_collating
        if alphabet is not None and not alphabet.is_native:
            table = bytes(alphabet.collating)
            return ("", f"COLLATING = bytes.fromhex({quoted(table.hex())})")
    return ()
