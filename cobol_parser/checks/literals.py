"""Literals that are too long, and what INITIALIZE can work on."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.checks.registry import CheckContext, checks
from cobol_parser.picture import MAXIMUM_DIGITS
from cobol_parser.symbols import DataItem, IndexName, SpecialRegister


@checks(ast.NumericLiteral)
def literal_is_not_too_long(context: CheckContext, node: ast.NumericLiteral) -> None:
    """A numeric literal has at most 38 digits in GnuCOBOL (18 in the standard)."""
    if len(node.text) <= MAXIMUM_DIGITS or "E" in node.text.upper():
        return
    digits = sum(character.isdecimal() for character in node.text)
    if digits > MAXIMUM_DIGITS:
        context.report(
            "CBL5024", node, f"the literal has {digits} digits; at most {MAXIMUM_DIGITS} are possible"
        )


@checks(ast.Initialize)
def initialized_item_is_data(context: CheckContext, node: ast.Initialize) -> None:
    """INITIALIZE works on data items, index-names and special registers."""
    for operand in node.items:
        referent = context.referent(operand)
        if referent is not None and not isinstance(referent, DataItem | IndexName | SpecialRegister):
            context.report("CBL5022", operand, f"INITIALIZE cannot store into {operand.name}")
