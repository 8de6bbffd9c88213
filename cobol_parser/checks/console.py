"""Devices of ACCEPT and DISPLAY."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.checks.registry import CheckContext, checks
from cobol_parser.declare.special_names import DEVICES
from cobol_parser.symbols import ProgramSymbols

_DISPLAY_TARGETS = frozenset(
    {"ENVIRONMENT-NAME", "ENVIRONMENT-VALUE", "ARGUMENT-NUMBER", "COMMAND-LINE", "CRT"}
)


@checks(ast.Display)
def display_device_is_known(context: CheckContext, node: ast.Display) -> None:
    """UPON names a device, directly or by a mnemonic-name of SPECIAL-NAMES."""
    if node.upon is None or node.upon in DEVICES or node.upon in _DISPLAY_TARGETS:
        return
    symbols: ProgramSymbols | None = context.analysis.symbols
    while symbols is not None:
        if node.upon in symbols.mnemonics:
            return
        symbols = symbols.parent
    context.report("CBL4010", node, f"{node.upon} is not a device or a mnemonic-name of SPECIAL-NAMES")
