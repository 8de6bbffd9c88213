"""ADDRESS OF and SET ADDRESS OF: storage as a value that a POINTER can hold."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.symbols import DataItem, StorageSection
from transpiler.ir import nodes as ir
from transpiler.ir.build import SELF, own
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.operand import Kind, Operand, as_text
from transpiler.lower.place import enclosing, referent_place
from transpiler.storage.plan import Kind as RecordKind


def address_operand(context: Context, node: ast.AddressOf) -> Operand:
    """ADDRESS OF x  ->  self.run.addresses.of(self.x); ENTRY "P"  ->  self.run.programs.address("P", self)"""
    if node.procedure:
        from transpiler.lower.expressions import operand

        name = as_text(context, operand(context, node.operand))
        return Operand(Kind.POINTER, ir.Call(programs("address"), (name, SELF)))
    if not isinstance(node.operand, ast.Identifier):
        raise Unconvertible("ADDRESS OF something that is no data item", code="CBL6002")
    return Operand(Kind.POINTER, ir.Call(addresses("of"), (area_of(context, node.operand),)))


def area_of(context: Context, identifier: ast.Identifier) -> ir.Expr:
    """The storage of an identifier, or of the part that its reference modifier names."""
    from transpiler.lower.expressions import integral, item_length

    place = referent_place(context, identifier)
    area = place.record if place.attribute is None else place.ask("area")
    modifier = identifier.reference_modifier
    if modifier is None:
        return area
    offset = _less(integral(context, modifier.start), ir.Constant(1))
    length = (
        integral(context, modifier.length)
        if modifier.length is not None
        else _less(item_length(context, place), offset)
    )
    return ir.Call(ir.Attribute(area, "slice"), (offset, length))


def _less(whole: ir.Expr, part: ir.Expr) -> ir.Expr:
    """A difference; of two numbers that are known now, its value."""
    if isinstance(whole, ir.Constant) and isinstance(part, ir.Constant):
        values = whole.value, part.value
        if isinstance(values[0], int) and isinstance(values[1], int):
            return ir.Constant(values[0] - values[1])
    return ir.Binary("-", whole, part)


def set_address(context: Context, node: ast.AddressOf, value: Operand) -> list[ir.Stmt]:
    """SET ADDRESS OF l TO p  ->  self.l = L.over(self.run.addresses.area(p))"""
    item = context.analysis.references.get(node.operand) if isinstance(node.operand, ast.Identifier) else None
    if not isinstance(item, DataItem) or item.parent is not None:
        raise Unconvertible("SET ADDRESS OF an item that is not a record", code="CBL6002")
    if item.section is not StorageSection.LINKAGE and not item.based:
        raise Unconvertible("SET ADDRESS OF an item that is neither BASED nor in LINKAGE", code="CBL6046")
    address = ir.Constant(0) if value.figurative == "NULL" else value.expr
    return attach(context, item, ir.Call(addresses("area"), (address,)))


def attach(context: Context, item: DataItem, area: ir.Expr) -> list[ir.Stmt]:
    """Lay a record without storage of its own, and those that redefine it, over `area`."""
    holder, scope = enclosing(context, lambda around: item in around.storage.record_of)
    record = scope.storage.record_of[item]
    target = ir.Attribute(holder, record.attribute)
    over = ir.Attribute(ir.Name(record.class_name), "over")
    result: list[ir.Stmt] = [ir.Assign((target,), ir.Call(over, (area,)))]
    for other in scope.storage.in_section(item.section):
        if other.kind is RecordKind.REDEFINED and other.base is item:
            redefined = ir.Attribute(ir.Name(other.class_name), "over")
            result.append(ir.Assign((ir.Attribute(holder, other.attribute),), ir.Call(redefined, (target,))))
    return result


def addresses(method: str) -> ir.Expr:
    """A method of the run unit's addresses."""
    return ir.Attribute(ir.Attribute(own("run"), "addresses"), method)


def programs(method: str) -> ir.Expr:
    """A method of the run unit's programs."""
    return ir.Attribute(ir.Attribute(own("run"), "programs"), method)
