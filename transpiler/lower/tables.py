"""SEARCH and SET."""

from __future__ import annotations

from dataclasses import replace

from cobol_parser import ast
from cobol_parser.symbols import ConditionName, DataItem, IndexName
from transpiler.ir import nodes as ir
from transpiler.ir.build import integer, own
from transpiler.lower.addresses import set_address
from transpiler.lower.conditions import condition, opposite
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.expressions import item_operand, numeric, operand, subscripts_of
from transpiler.lower.operand import Kind, Operand, as_text, number
from transpiler.lower.place import index_place, item_place
from transpiler.lower.procedure_branching import leaves_loop
from transpiler.lower.registry import lower_statements, lowers
from transpiler.lower.run_time_checks import number_check
from transpiler.lower.store import move, store, target_of


def _table(context: Context, identifier: ast.Identifier) -> DataItem:
    item = context.analysis.references.get(identifier)
    if not isinstance(item, DataItem) or item.occurs is None:
        raise Unconvertible(f"{identifier.name} is not a table", code="CBL6002")
    return item


def _last(context: Context, table: DataItem) -> ir.Expr:
    """The highest occurrence number in use."""
    dimension = table.occurs
    assert dimension is not None
    if dimension.depending_on is None:
        return integer(dimension.maximum)
    return item_operand(context, item_place(context, dimension.depending_on)).expr


@lowers(ast.Search)
def search(context: Context, node: ast.Search) -> list[ir.Stmt]:
    """SEARCH t WHEN c …  ->  a loop from the current index, left at the first WHEN that is true"""
    table = _table(context, node.table)
    varying = context.analysis.references.get(node.varying) if node.varying is not None else None
    if isinstance(varying, IndexName) and varying.table is table:
        index = index_place(context, varying)
    elif table.indexes:
        index = index_place(context, table.indexes[0])
    else:
        raise Unconvertible(f"table {table.name} has no index", code="CBL6002")
    step: list[ir.Stmt] = [ir.AugAssign(index, "+", integer(1))]
    if node.varying is not None and not (isinstance(varying, IndexName) and varying.table is table):
        step.append(move(context, Operand(Kind.NUMBER, index, integer=True), node.varying))
    searching = ir.Compare(index, "<=", _last(context, table))
    found_nothing = lower_statements(context, node.at_end or ())
    whens = [_when(context, when) for when in node.whens]
    if any(leaves_loop(statement) for when in whens for statement in when.then):
        return _search_first(context, table, index, whens, tuple(step), found_nothing)
    chain: ir.Body = tuple(step)
    for when in reversed(whens):
        chain = (replace(when, then=_and_leave(when.then), otherwise=chain),)
    return [ir.While(searching, chain, found_nothing)]


def _when(context: Context, when: ast.SearchWhen) -> ir.If:
    return ir.If(condition(context, when.condition), lower_statements(context, when.statements), origin=when)


def _search_first(
    context: Context,
    table: DataItem,
    index: ir.Expr,
    whens: list[ir.If],
    step: ir.Body,
    found_nothing: ir.Body,
) -> list[ir.Stmt]:
    """Search, then do what was found: its statements may leave the loop around the SEARCH."""
    last = _last(context, table)
    failing = tuple(opposite(when.test) for when in whens)
    chain: ir.Body = ()
    for when in reversed(whens):
        chain = (replace(when, otherwise=chain),)
    return [
        ir.While(ir.BoolOp("and", (ir.Compare(index, "<=", last), *failing)), step),
        ir.If(ir.Compare(index, ">", last), found_nothing, chain),
    ]


@lowers(ast.SearchAll)
def search_all(context: Context, node: ast.SearchAll) -> list[ir.Stmt]:
    """SEARCH ALL t WHEN key = x  ->  a binary search over the keys of the table"""
    table = _table(context, node.table)
    if not table.indexes:
        raise Unconvertible(f"table {table.name} has no index", code="CBL6002")
    index = index_place(context, table.indexes[0])
    low, high = context.local("low"), context.local("high")
    middle = ir.Binary("//", ir.Binary("+", low, high), integer(2))
    tests = _equalities(node.when.condition)
    body = lower_statements(context, node.when.statements)
    leaves = any(leaves_loop(statement) for statement in body)
    chain: ir.Body = (ir.Break(),) if leaves else _and_leave(body)
    for test in reversed(tests):
        chain = (_narrow(context, table, test, index, low, high, chain),)
    at_end = lower_statements(context, node.at_end or ())
    loop = ir.While(
        ir.Compare(low, "<=", high),
        (ir.Assign((index,), middle), *chain),
        () if leaves else at_end,
    )
    result = [ir.Assign((low,), integer(1)), ir.Assign((high,), _last(context, table)), loop]
    if leaves:  # its statements leave the loop around the SEARCH
        result.append(ir.If(ir.Compare(low, ">", high), at_end, body))
    return result


def _and_leave(body: ir.Body) -> ir.Body:
    """The statements of a WHEN, and the end of the search where they do not leave it themselves."""
    done = tuple(statement for statement in body if not isinstance(statement, ir.Pass))
    return done if done and isinstance(done[-1], ir.Raise | ir.Return) else (*done, ir.Break())


def _equalities(test: ast.Condition) -> list[ast.Condition]:
    """The tests of a SEARCH ALL condition, most significant key first."""
    if isinstance(test, ast.CombinedCondition) and test.operator == "AND":
        return [part for operand_ in test.operands for part in _equalities(operand_)]
    if isinstance(test, (ast.Relation, ast.ConditionNameTest)):
        return [test]
    raise Unconvertible("SEARCH ALL with a condition that is not an equality of keys", code="CBL6002")


def _narrow(
    context: Context,
    table: DataItem,
    test: ast.Condition,
    index: ir.Expr,
    low: ir.Name,
    high: ir.Name,
    equal: ir.Body,
) -> ir.If:
    """if key == value: `equal`; otherwise halve the range on the side where the value must be."""
    key, value = _key_and_value(context, table, test)
    ascending = next((part.ascending for part in table.keys if part.item is key.item), True)
    from transpiler.lower.conditions import compare

    below = compare(context, key, "<" if ascending else ">", value)
    up = ir.Assign((low,), ir.Binary("+", index, integer(1)))
    down = ir.Assign((high,), ir.Binary("-", index, integer(1)))
    return ir.If(compare(context, key, "==", value), equal, (ir.If(below, (up,), (down,)),))


def _key_and_value(context: Context, table: DataItem, test: ast.Condition) -> tuple[Operand, Operand]:
    keys = {part.item for part in table.keys}
    if isinstance(test, ast.ConditionNameTest):
        meant = context.analysis.references.get(test.identifier)
        if isinstance(meant, ConditionName) and meant.item in keys:
            place = item_place(context, meant.item, subscripts_of(context, test.identifier))
            return item_operand(context, place), operand(context, meant.values[0].low)
    if isinstance(test, ast.Relation) and test.operator == "=":
        left, right = operand(context, test.left), operand(context, test.right)
        if left.item in keys:
            return left, right
        if right.item in keys:
            return right, left
    raise Unconvertible("SEARCH ALL with a condition that is not an equality of keys", code="CBL6002")


@lowers(ast.SetIndex)
def set_index(context: Context, node: ast.SetIndex) -> list[ir.Stmt]:
    """SET i TO n  ->  self.i = n"""
    value = operand(context, node.value)
    check = number_check(context, value)
    result: list[ir.Stmt] = [] if check is None else [ir.Do(check)]
    for receiver in node.receivers:
        if isinstance(receiver, ast.AddressOf):
            result += set_address(context, receiver, value)
        elif isinstance(receiver, ast.Identifier):
            result.append(_set(context, receiver, value))
        else:
            raise Unconvertible("SET of something that is not an item", code="CBL6002")
    return result


def _set(context: Context, receiver: ast.Identifier, value: Operand) -> ir.Stmt:
    meant = context.analysis.references.get(receiver)
    if value.kind is Kind.POINTER or value.figurative == "NULL":
        shown = integer(0) if value.figurative == "NULL" else value.expr
        return ir.Assign((target_of(context, receiver),), shown)
    if isinstance(meant, IndexName):
        return ir.Assign((target_of(context, receiver),), _integral(value, number(context, value)))
    return move(context, value, receiver)


def _integral(value: Operand, lowered: ir.Expr) -> ir.Expr:
    return lowered if value.integer else ir.Call(ir.Name("int"), (lowered,))


@lowers(ast.SetUpDown)
def set_up_down(context: Context, node: ast.SetUpDown) -> list[ir.Stmt]:
    """SET i UP BY n  ->  self.i += n"""
    step = numeric(context, node.value)
    operator = "-" if node.down else "+"
    return [ir.AugAssign(target_of(context, receiver), operator, step) for receiver in node.receivers]


@lowers(ast.SetCondition)
def set_condition(context: Context, node: ast.SetCondition) -> list[ir.Stmt]:
    """SET condition-name TO TRUE  ->  the first value of the condition-name is stored in its item"""
    result: list[ir.Stmt] = []
    for identifier in node.conditions:
        meant = context.analysis.references.get(identifier)
        if not isinstance(meant, ConditionName):
            raise Unconvertible(f"{identifier.name} is not a condition-name", code="CBL6002")
        if not meant.values:
            raise Unconvertible(f"{identifier.name} has no values", code="CBL6002")
        chosen = meant.values[0].low if node.value else meant.when_false
        if chosen is None:
            raise Unconvertible(f"{identifier.name} has no WHEN SET TO FALSE value", code="CBL6002")
        place = item_place(context, meant.item, subscripts_of(context, identifier))
        result.append(store(context, operand(context, chosen), place))
    return result


@lowers(ast.SetSwitch)
def set_switch(context: Context, node: ast.SetSwitch) -> list[ir.Stmt]:
    """SET switch TO ON  ->  self.run.switches[n] = True"""
    result: list[ir.Stmt] = []
    for name in node.switches:
        switch = context.analysis.symbols.switches.get(name)
        if switch is None:
            raise Unconvertible(f"{name} is not a switch", code="CBL6002")
        target = ir.Subscript(ir.Attribute(own("run"), "switches"), (integer(switch.number),))
        result.append(ir.Assign((target,), ir.Constant(node.on)))
    return result


@lowers(ast.SetEnvironment)
def set_environment(context: Context, node: ast.SetEnvironment) -> list[ir.Stmt]:
    """SET ENVIRONMENT name TO value  ->  self.run.process.set_variable(name, value)"""
    operands = (as_text(context, operand(context, part)) for part in (node.name, node.value))
    setter = ir.Attribute(ir.Attribute(own("run"), "process"), "set_variable")
    return [ir.Do(ir.Call(setter, tuple(operands)))]


@lowers(ast.SetLastException)
def set_last_exception(context: Context, node: ast.SetLastException) -> list[ir.Stmt]:
    """SET LAST EXCEPTION TO OFF  ->  clear_exception()"""
    return [ir.Do(context.runtime_call("clear_exception"))]
