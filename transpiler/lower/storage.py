"""ALLOCATE and FREE: storage from the run unit for BASED items and pointers."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.symbols import DataItem
from transpiler.ir import nodes as ir
from transpiler.ir.build import integer
from transpiler.lower.addresses import address_operand, addresses, attach
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.expressions import integral, operand
from transpiler.lower.operand import as_text
from transpiler.lower.place import item_place
from transpiler.lower.registry import lowers
from transpiler.lower.store import target_of


@lowers(ast.Allocate)
def allocate(context: Context, node: ast.Allocate) -> list[ir.Stmt]:
    """ALLOCATE b  ->  self.b = B.over(self.run.addresses.allocate(B.size))"""
    item = based_item(context, node.item)
    place = item_place(context, item)
    result = attach(context, item, ir.Call(addresses("allocate"), (integer(item.total_size),)))
    if node.initialized:
        result.append(ir.Do(ir.Call(ir.Attribute(place.record, "initialize_storage"))))
    if node.returning is not None:
        address = ir.Call(addresses("of"), (place.record,))
        result.append(ir.Assign((target_of(context, node.returning),), address))
    return result


@lowers(ast.AllocateCharacters)
def allocate_characters(context: Context, node: ast.AllocateCharacters) -> list[ir.Stmt]:
    """ALLOCATE n CHARACTERS RETURNING p  ->  self.p = self.run.addresses.of(self.run.addresses.allocate(n))"""
    arguments: tuple[ir.Expr, ...] = (integral(context, node.size),)
    if node.value is not None:
        arguments = (*arguments, as_text(context, operand(context, node.value)))
    address = ir.Call(addresses("of"), (ir.Call(addresses("allocate"), arguments),))
    return [ir.Assign((target_of(context, node.returning),), address)]


@lowers(ast.Free)
def free(context: Context, node: ast.Free) -> list[ir.Stmt]:
    """FREE p  ->  self.p = self.run.addresses.free(self.p)"""
    result: list[ir.Stmt] = []
    for freed in node.operands:
        if isinstance(freed, ast.AddressOf) and isinstance(freed.operand, ast.Identifier):
            result += _free_item(context, freed.operand, freed)
        elif not isinstance(freed, ast.Identifier):
            raise Unconvertible("FREE of something that is no pointer", code="CBL6002")
        elif _is_based(context, freed):
            result += _free_item(context, freed, ast.AddressOf(span=freed.span, operand=freed))
        else:
            target = target_of(context, freed)
            result.append(ir.Assign((target,), ir.Call(addresses("free"), (target,))))
    return result


def _free_item(context: Context, identifier: ast.Identifier, address: ast.AddressOf) -> list[ir.Stmt]:
    """The item loses its storage, if ALLOCATE gave it."""
    left = ir.Call(addresses("free"), (address_operand(context, address).expr,))
    return attach(context, based_item(context, identifier), ir.Call(addresses("area"), (left,)))


def _is_based(context: Context, identifier: ast.Identifier) -> bool:
    item = context.analysis.references.get(identifier)
    return isinstance(item, DataItem) and item.based


def based_item(context: Context, identifier: ast.Identifier) -> DataItem:
    """The BASED item that is named; raises Unconvertible for anything else."""
    item = context.analysis.references.get(identifier)
    if not isinstance(item, DataItem) or not item.based:
        raise Unconvertible(f"{identifier.name} is not a BASED item", code="CBL6002")
    return item
