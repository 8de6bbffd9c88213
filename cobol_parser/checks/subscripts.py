"""As many subscripts as tables (COBOL-85 standard, IV 4.3.8.2)."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.checks.registry import CheckContext, checks
from cobol_parser.declare.transaction_names import TRANSLATED_FUNCTIONS
from cobol_parser.symbols import ConditionName, DataItem

_FUNCTIONS_OF_TABLES = frozenset(
    {"LENGTH", "BYTE-LENGTH", "LENGTH-AN", "HIGHEST-ALGEBRAIC", "LOWEST-ALGEBRAIC"}
)


@checks(ast.Search, ast.SearchAll)
def search_names_a_table(context: CheckContext, node: ast.Search | ast.SearchAll) -> None:
    """SEARCH names a table with an index, without the last subscript."""
    context.whole_tables.add(node.table)
    item = context.item(node.table)
    if item is not None and (item.occurs is None or not item.indexes):
        context.report("CBL4008", node.table, f"{node.table.name} is not a table with an index")


@checks(ast.Sort)
def sort_may_name_a_table(context: CheckContext, node: ast.Sort) -> None:
    """A table that is sorted, and its keys, are named without subscripts."""
    context.whole_tables.add(node.target)
    context.whole_tables.update(item for key in node.keys for item in key.items)


@checks(ast.MarkupName, ast.MarkupType, ast.MarkupSuppression, ast.JsonBoolean)
def markup_phrases_name_whole_tables(
    context: CheckContext, node: ast.MarkupName | ast.MarkupType | ast.MarkupSuppression | ast.JsonBoolean
) -> None:
    """The phrases of JSON and XML statements name items of a table for all their occurrences."""
    named = (node.item, node.true, node.false) if isinstance(node, ast.JsonBoolean) else (node.item,)
    context.whole_tables.update(item for item in named if isinstance(item, ast.Identifier))


@checks(ast.LengthOf)
def length_of_a_table(context: CheckContext, node: ast.LengthOf) -> None:
    """LENGTH OF needs no subscripts: every occurrence has the same size."""
    if isinstance(node.operand, ast.Identifier):
        context.whole_tables.add(node.operand)


@checks(ast.FunctionCall)
def function_of_a_table(context: CheckContext, node: ast.FunctionCall) -> None:
    """FUNCTION LENGTH likewise."""
    if node.name in _FUNCTIONS_OF_TABLES:
        context.whole_tables.update(a for a in node.arguments if isinstance(a, ast.Identifier))


@checks(ast.Identifier)
def one_subscript_a_table(context: CheckContext, node: ast.Identifier) -> None:
    """Report too many and too few subscripts."""
    referent = context.referent(node)
    if referent is None or node.name in TRANSLATED_FUNCTIONS:
        return
    if isinstance(referent, ConditionName):
        referent = referent.item
    needed = len(referent.dimensions) if isinstance(referent, DataItem) else 0
    given = len(node.subscripts)
    if given == needed or (given < needed and node in context.whole_tables):
        return
    if given and needed == 0:
        message = f"{node.name} is not in a table and takes no subscript"
    else:
        plural = "s" if needed > 1 else ""
        message = f"{node.name} needs {needed} subscript{plural}, {given or 'none'} given"
    context.report("CBL4009", node, message)
