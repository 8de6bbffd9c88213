"""VALUE clauses that do not fit their items (COBOL-85 standard, VI 5.15)."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.checks.registry import CheckContext
from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem, Usage

_FULL_RANGE = frozenset(
    {
        Usage.COMP_5,
        Usage.COMP_X,
        Usage.BINARY_CHAR,
        Usage.BINARY_SHORT,
        Usage.BINARY_LONG,
        Usage.BINARY_DOUBLE,
    }
)


def check_values(context: CheckContext) -> None:
    """Check the initial value of every data item of a program."""
    for item in context.analysis.symbols.data_items():
        if item.entry is not None and item.entry.value is not None:
            _check_value(context, item, item.value)


def _check_value(context: CheckContext, item: DataItem, literal: ast.Expression | None) -> None:
    if isinstance(literal, ast.NumericLiteral):
        _check_number(context, item, literal)
    elif isinstance(literal, ast.AlphanumericLiteral):
        _check_text(context, item, literal)
    elif isinstance(literal, ast.FigurativeConstant) and literal.name == "SPACE" and item.is_numeric:
        context.report("CBL5019", literal, f"numeric {item.name} cannot have VALUE SPACE")


def _check_number(context: CheckContext, item: DataItem, literal: ast.NumericLiteral) -> None:
    if item.category in (Category.ALPHANUMERIC, Category.ALPHABETIC, Category.ALPHANUMERIC_EDITED):
        context.report(
            "CBL5018", literal, f"{item.name} is {str(item.category).lower()} and has a numeric VALUE"
        )
        return
    if item.category is not Category.NUMERIC or item.usage in _FULL_RANGE:
        return
    if literal.value < 0 and not item.signed:
        context.report("CBL5019", literal, f"{item.name} is unsigned and cannot have VALUE {literal.text}")
        return
    scaled = abs(literal.value).scaleb(item.scale)
    if scaled != int(scaled) or scaled >= 10**item.digits:
        context.report("CBL5018", literal, f"VALUE {literal.text} does not fit PICTURE {_shown(item)}")


def _check_text(context: CheckContext, item: DataItem, literal: ast.AlphanumericLiteral) -> None:
    if item.category is Category.NUMERIC and not literal.value.isdecimal():
        context.report("CBL5019", literal, f"numeric {item.name} cannot have an alphanumeric VALUE")
    elif item.category is not Category.NUMERIC and item.size and len(literal.value) > item.size:
        context.report(
            "CBL5018",
            literal,
            f"VALUE of {len(literal.value)} characters in {item.name}, which holds {item.size}",
        )


def _shown(item: DataItem) -> str:
    return item.picture.text if item.picture else "of the item"
