"""Lists of values: literal [THRU literal] …"""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.expressions import Item, arithmetic
from cobol_parser.build.registry import SyntaxProblem
from cobol_parser.source import Span, Token


def is_token(item: Item, kind: str) -> bool:
    """Whether `item` is a token of terminal `kind`."""
    return isinstance(item, Token) and item.type == kind


def ranges_of(context: BuildContext, items: list[Item]) -> tuple[ast.ValueRange, ...]:
    """Split a flat list of values and THRU. Raises SyntaxProblem for anything else."""
    ranges: list[ast.ValueRange] = []
    index = 0
    while index < len(items):
        low, index = arithmetic(context, items, index, in_list=True)
        high = None
        if index < len(items) and is_token(items[index], "THRU"):
            high, index = arithmetic(context, items, index + 1, in_list=True)
        elif index < len(items) and isinstance(items[index], Token):
            token: Token = items[index]
            if token.type not in ("PLUS", "MINUS"):
                raise SyntaxProblem("CBL3001", f"expected a value; found {token.text!r}", at=token)
        ranges.append(ast.ValueRange(span=Span(low.span.first, (high or low).span.last), low=low, high=high))
    return tuple(ranges)
