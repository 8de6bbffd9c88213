"""MOVE and INITIALIZE."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.corresponding import corresponding
from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem, IndexName, SpecialRegister
from transpiler.ir import nodes as ir
from transpiler.ir.build import integer
from transpiler.lower.context import Context
from transpiler.lower.expressions import item_operand, operand
from transpiler.lower.operand import Kind, Operand, counter_behind
from transpiler.lower.overlapping_moves import overlapping_move
from transpiler.lower.place import Place, item_place, referent_place
from transpiler.lower.registry import lowers
from transpiler.lower.run_time_checks import number_check
from transpiler.lower.store import move, set_number, store


@lowers(ast.Move)
def move_statement(context: Context, node: ast.Move) -> list[ir.Stmt]:
    """MOVE a TO b c: the sending item is read once, before the first store."""
    source = counter_behind(context, operand(context, node.source))
    moves = [
        overlapping_move(context, node.source, receiver) or move(context, source, receiver)
        for receiver in node.receivers
    ]
    check = number_check(context, source)
    if check is not None:
        return [ir.Do(check), *moves]
    if len(moves) == 1 or source.literal is not None or source.kind is Kind.FILL:
        return moves
    assigned = [item for item in moves if isinstance(item, ir.Assign)]
    if len(assigned) == len(moves) and all(item.value == assigned[0].value for item in assigned):
        return [ir.Assign(tuple(item.targets[0] for item in assigned), assigned[0].value)]
    return moves


@lowers(ast.MoveCorresponding)
def move_corresponding(context: Context, node: ast.MoveCorresponding) -> list[ir.Stmt]:
    """MOVE CORRESPONDING: one move for each pair of items with the same name."""
    result: list[ir.Stmt] = []
    source = referent_place(context, node.source)
    for receiver in node.receivers:
        target = referent_place(context, receiver)
        for sent, received in corresponding(source.item, target.item):
            value = item_operand(context, item_place(context, sent, source.subscripts))
            result.append(store(context, value, item_place(context, received, target.subscripts)))
    return result or [ir.Pass()]


_TEXT = (Category.ALPHABETIC, Category.ALPHANUMERIC, Category.ALPHANUMERIC_EDITED, Category.NATIONAL)


@lowers(ast.Initialize)
def initialize(context: Context, node: ast.Initialize) -> list[ir.Stmt]:
    """INITIALIZE: a store for each elementary item, loops over tables."""
    result: list[ir.Stmt] = []
    for identifier in node.items:
        if identifier.reference_modifier is not None:
            result.append(move(context, _fill(context, "SPACES", "SPACE"), identifier))
            continue
        if isinstance(context.analysis.references.get(identifier), IndexName | SpecialRegister):
            result.append(set_number(context, identifier, integer(0)))
            continue
        place = referent_place(context, identifier)
        result += _initialize(context, node, place.item, place.subscripts, top=True)
    return result or [ir.Pass()]


def _initialize(
    context: Context, node: ast.Initialize, item: DataItem, subscripts: tuple[ir.Expr, ...], *, top: bool
) -> list[ir.Stmt]:
    if not top and (
        item.redefines is not None or (item.is_filler and not item.children and not node.with_filler)
    ):
        return []
    if len(subscripts) < len(item.dimensions):
        return _each_occurrence(context, node, item, subscripts)
    if item.value is not None and _takes_value(context, node, item):
        return [_to_value(context, item, item_place(context, item, subscripts))]
    if item.children:
        result: list[ir.Stmt] = []
        for child in item.children:
            result += _initialize(context, node, child, subscripts, top=False)
        return result
    value = _initial_value(context, node, item)
    return [] if value is None else [store(context, value, item_place(context, item, subscripts))]


def _each_occurrence(
    context: Context, node: ast.Initialize, item: DataItem, subscripts: tuple[ir.Expr, ...]
) -> list[ir.Stmt]:
    dimension = item.dimensions[len(subscripts)]
    index = context.local("occurrence")
    body = tuple(_initialize(context, node, item, (*subscripts, index), top=True))
    if not body:
        return []
    count: ir.Expr = integer(dimension.maximum)
    if dimension.depending_on is not None:
        count = item_operand(context, item_place(context, dimension.depending_on)).expr
    end = (
        integer(dimension.maximum + 1)
        if isinstance(count, ir.Constant)
        else ir.Binary("+", count, integer(1))
    )
    return [ir.For(index, ir.Call(ir.Name("range"), (integer(1), end)), body)]


def _initial_value(context: Context, node: ast.Initialize, item: DataItem) -> Operand | None:
    """What an elementary item receives without TO VALUE: REPLACING, then the default; None leaves it alone."""
    if node.to_value and not node.replacing and not node.to_default:
        return None
    for replacing in node.replacing:
        if replacing.category == item.category:
            return operand(context, replacing.value)
    if node.replacing and not node.to_default:
        return None
    if item.category is Category.NATIONAL and not item.utf16:
        return None  # GnuCOBOL leaves it alone
    if item.category in _TEXT:
        return _fill(context, "SPACES", "SPACE")
    if item.category in (Category.POINTER, Category.PROCEDURE_POINTER):
        return Operand(Kind.POINTER, integer(0))
    return Operand(Kind.NUMBER, integer(0), literal=None, integer=True)


def _takes_value(context: Context, node: ast.Initialize, item: DataItem) -> bool:
    """Whether TO VALUE is for this item; GnuCOBOL does not look at the category, and takes the VALUE of a group too."""
    if not node.to_value or "ALL" in node.to_value:
        return bool(node.to_value)
    return context.dialect.value_of_any_category or item.category in node.to_value


def _to_value(context: Context, item: DataItem, place: Place) -> ir.Stmt:
    """The VALUE clause, neither edited nor justified."""
    assert item.value is not None
    value = operand(context, item.value)
    if value.kind is Kind.NUMBER or value.figurative == "ZERO" or item.is_variable:
        return store(context, value, place)
    if item.category in (Category.GROUP, Category.ALPHANUMERIC, Category.ALPHABETIC) and not item.justified:
        return store(context, value, place)
    return ir.Do(place.ask("put_part", value.expr, integer(1)))


def _fill(context: Context, name: str, figurative: str) -> Operand:
    return Operand(Kind.FILL, context.runtime(name), figurative=figurative)
