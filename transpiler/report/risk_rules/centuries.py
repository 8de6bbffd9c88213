"""Years of two digits: where a program guesses the century.

An item is taken for such a year, or for a date with one, by its name (YY, YR, YEAR; YYMMDD, DDMMYY …) together with its size.
"""

from __future__ import annotations

import re

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import DataItem
from transpiler.report.estate import ProgramFile
from transpiler.report.risk_rules.common import Found, item_of, nodes

_YEAR = re.compile(r"(?:^|[-_0-9A-Z])(?:YY|YR|YEAR)$|(?:^|[-_])(?:YY|YR|YEAR)(?:[-_]|$)")
_DATE = re.compile(r"(?<!YY)(?<!CC)(?:YYMMDD|YYDDD)|(?:MMDD|DDMM|MON)YY(?!YY)|(?<!CC)(?<!YY)YYMM(?![A-Z])")
_TEXT = (Category.ALPHANUMERIC, Category.GROUP)
_ORDERING = frozenset({"<", ">", "<=", ">="})


def short_years_compared(file: ProgramFile, analysis: ProgramAnalysis) -> Found:
    """A year of two digits compared with a pivot, and dates with such years compared by order."""
    for node in nodes(analysis):
        if not isinstance(node, ast.Relation) or node.operator not in _ORDERING:
            continue
        left, right = item_of(analysis, node.left), item_of(analysis, node.right)
        for year, other in ((left, node.right), (right, node.left)):
            pivot = _pivot(other)
            if year is not None and pivot is not None and _is_short_year(year):
                yield (
                    year.name or "",
                    f"{pivot} is the pivot: it decides to which century a year of two digits belongs",
                    node,
                )
        if left is not None and right is not None and _is_short_date(left) and _is_short_date(right):
            about = f"{left.name} {node.operator} {right.name}"
            yield (
                about,
                "dates with years of two digits: those from 2000 on come before those of the century before",
                node,
            )


def _pivot(operand: ast.Expression) -> int | None:
    if isinstance(operand, ast.NumericLiteral) and operand.value == int(operand.value):
        return int(operand.value) if 0 < operand.value < 100 else None
    if isinstance(operand, ast.AlphanumericLiteral) and re.fullmatch(r"[0-9]{2}", operand.value):
        return int(operand.value)
    return None


def _is_short_year(item: DataItem) -> bool:
    return _places(item) == 2 and bool(_YEAR.search((item.name or "").upper()))


def _is_short_date(item: DataItem) -> bool:
    return _places(item) in (4, 5, 6) and bool(_DATE.search((item.name or "").upper()))


def _places(item: DataItem) -> int:
    """How many digits an item can show; 0 for one that holds no date."""
    if item.category is Category.NUMERIC:
        return item.digits if item.scale == 0 else 0
    return item.characters if item.category in _TEXT else 0
