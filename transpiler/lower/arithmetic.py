"""ADD, SUBTRACT, MULTIPLY, DIVIDE, COMPUTE."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cobol_parser import ast
from cobol_parser.corresponding import corresponding
from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem, Usage
from transpiler.arithmetic.floating import Precision
from transpiler.ir import nodes as ir
from transpiler.ir.build import integer
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.expressions import numeric
from transpiler.lower.floating import as_float, combined, floating, received
from transpiler.lower.intermediate import arithmetic_statement, limited_operand
from transpiler.lower.machine_words import is_machine_word, wraps_around
from transpiler.lower.operand import FLOAT_DECIMAL_DIGITS
from transpiler.lower.place import Place, item_place, referent_place
from transpiler.lower.registry import lower_statements, lowers
from transpiler.lower.store import receiver_item, target_of, whole_results

PLAIN_ROUNDED = "NEAREST-AWAY-FROM-ZERO"


def store_result(context: Context, receiver: ast.Receiver, value: ir.Expr) -> ir.Stmt:
    """receiver = value, rounded when the receiver says so; high-order digits are lost (no SIZE ERROR phrase)."""
    item = receiver_item(context, receiver.item)
    if item is not None and whole_results(context, item):
        mode = _mode(context, receiver.rounding or "TRUNCATION")
        return ir.Do(referent_place(context, receiver.item).ask("put_rounded", value, mode))
    target = target_of(context, receiver.item)
    return _assigned(context, receiver, target, _rounded(context, receiver, value))


def _assigned(context: Context, receiver: ast.Receiver, target: ir.Expr, value: ir.Expr) -> ir.Stmt:
    """target = value; a program that asks for exceptions learns of a size error: `Rec.item.compute(self.rec, value)`."""
    if context.asks_exceptions and receiver_item(context, receiver.item) is not None:
        return ir.Do(referent_place(context, receiver.item).ask("compute", value))
    return ir.Assign((target,), value)


def _rounded(context: Context, receiver: ast.Receiver, value: ir.Expr) -> ir.Expr:
    if receiver.rounding is None:
        return value
    item = receiver_item(context, receiver.item)
    scale = rounding_places(item) if item is not None else 0
    if scale is None:
        return value
    if isinstance(value, ir.Constant) and isinstance(value.value, int) and scale >= 0:
        return value
    mode = () if receiver.rounding == PLAIN_ROUNDED else (_mode(context, receiver.rounding),)
    return context.runtime_call("rounded", value, integer(scale), *mode)


def rounding_places(item: DataItem) -> int | None:
    """Decimal places that ROUNDED leaves of a result; None for binary floating point, where it means nothing."""
    if item.category is Category.FLOAT:
        return FLOAT_DECIMAL_DIGITS.get(item.usage)
    return item.scale


def _mode(context: Context, rounding: str) -> ir.Expr:
    """Rounding.NEAREST_EVEN"""
    return ir.Attribute(context.runtime("Rounding"), rounding.replace("-", "_"))


def checked_store(context: Context, receiver: ast.Receiver, value: ir.Expr) -> ir.Expr:
    """An expression that stores `value` when it fits and tells whether it did (SIZE ERROR phrase)."""
    item = receiver_item(context, receiver.item)
    if item is None:
        raise Unconvertible("SIZE ERROR on an index or a special register", code="CBL6003")
    place = referent_place(context, receiver.item)
    keywords: dict[str, ir.Expr] = {}
    if receiver.rounding is not None:
        keywords["rounded"] = (
            ir.Constant(True) if receiver.rounding == PLAIN_ROUNDED else _mode(context, receiver.rounding)
        )
    return place.ask("store", value, **keywords)


def size_error(context: Context, stores: Sequence[ir.Expr], phrase: ast.ConditionalPhrase) -> list[ir.Stmt]:
    """Do all `stores`, then the branch of the SIZE ERROR phrase."""
    stored = stores[0] if len(stores) == 1 else ir.Call(ir.Name("all"), (ir.Tuple(tuple(stores)),))
    return branches(context, stored, phrase.not_taken, phrase.taken)


def branches(
    context: Context,
    test: ir.Expr,
    then: tuple[ast.Statement, ...] | None,
    otherwise: tuple[ast.Statement, ...] | None,
) -> list[ir.Stmt]:
    """if test: then, else: otherwise, leaving out what is not written; the test is evaluated in any case."""
    if then and otherwise:
        return [ir.If(test, lower_statements(context, then), lower_statements(context, otherwise))]
    if then:
        return [ir.If(test, lower_statements(context, then))]
    if otherwise:
        return [ir.If(ir.Not(test), lower_statements(context, otherwise))]
    return [ir.Do(test)]


def _results(
    context: Context,
    results: Iterable[tuple[ast.Receiver, ir.Expr]],
    phrase: ast.ConditionalPhrase | None,
) -> list[ir.Stmt]:
    """Store each (receiver, value), with the SIZE ERROR phrase when there is one."""
    if phrase is None:
        return [store_result(context, receiver, value) for receiver, value in results]
    return size_error(
        context, [checked_store(context, receiver, value) for receiver, value in results], phrase
    )


def _one_value(
    context: Context,
    value: ir.Expr,
    receivers: tuple[ast.Receiver, ...],
    phrase: ast.ConditionalPhrase | None,
) -> list[ir.Stmt]:
    """Give every receiver the same value, evaluated once."""
    if len(receivers) == 1 or isinstance(value, (ir.Constant, ir.Name)):
        return _results(context, [(receiver, value) for receiver in receivers], phrase)
    plain = phrase is None and not context.asks_exceptions
    if plain and all(receiver.rounding is None for receiver in receivers):
        return [ir.Assign(tuple(target_of(context, receiver.item) for receiver in receivers), value)]
    result = context.local("result")
    return [
        ir.Assign((result,), value),
        *_results(context, [(receiver, result) for receiver in receivers], phrase),
    ]


def _sum(context: Context, operands: Iterable[ast.Expression]) -> ir.Expr:
    total: ir.Expr | None = None
    for expression in operands:
        value = numeric(context, expression)
        total = value if total is None else ir.Binary("+", total, value)
    assert total is not None
    return total


def _settled(
    context: Context, value: ir.Expr, receivers: tuple[ast.Receiver, ...]
) -> tuple[list[ir.Stmt], ir.Expr]:
    """Keep a computed `value` in a local variable for several receivers.

    A single operand is read again for each receiver, as GnuCOBOL does, even when an earlier store changed it.
    """
    if len(receivers) == 1 or not isinstance(value, ir.Binary):
        return [], value
    kept = context.local("operand")
    return [ir.Assign((kept,), value)], kept


def _each_receiver(
    context: Context,
    operator: str,
    value: ir.Expr,
    receivers: tuple[ast.Receiver, ...],
    phrase: ast.ConditionalPhrase | None,
    added: tuple[ast.Expression, ...] = (),
) -> list[ir.Stmt]:
    """receiver operator= value for every receiver; `added` are the operands of ADD and SUBTRACT."""
    before, value = _settled(context, value, receivers)
    if phrase is None:
        in_words = is_machine_word(context, added, lowers=operator == "-")
        return before + [
            _in_machine_words(context, operator, value, receiver)
            if in_words and wraps_around(context, receiver)
            else _in_place(context, operator, value, receiver)
            for receiver in receivers
        ]
    results = []
    for receiver in receivers:
        results.append((receiver, ir.Binary(operator, _current(context, receiver), value)))
    return before + _results(context, results, phrase)


def _in_machine_words(context: Context, operator: str, value: ir.Expr, receiver: ast.Receiver) -> ir.Stmt:
    """SUBTRACT 1 FROM u  ->  Record.u.subtract(self.record, 1): below zero it goes on from the largest value"""
    method = {"+": "add", "-": "subtract"}[operator]
    return ir.Do(referent_place(context, receiver.item).ask(method, value))


def _current(context: Context, receiver: ast.Receiver) -> ir.Expr:
    """What a receiver holds before the statement; with run-time checks it must be a number."""
    if "number" in context.checks and receiver_item(context, receiver.item) is not None:
        return numeric(context, receiver.item)
    return target_of(context, receiver.item)


def _adds_silently(context: Context, receiver: ast.Receiver, value: ir.Expr) -> bool:
    """GnuCOBOL adds a whole literal to a packed item without looking for a size error."""
    item = receiver_item(context, receiver.item)
    literal = isinstance(value, ir.Constant) and isinstance(value.value, int)
    return literal and item is not None and item.usage is Usage.COMP_3


def _in_place(context: Context, operator: str, value: ir.Expr, receiver: ast.Receiver) -> ir.Stmt:
    current = _current(context, receiver)
    result = ir.Binary(operator, current, value)
    if receiver.rounding is not None or (
        context.asks_exceptions and not _adds_silently(context, receiver, value)
    ):
        return store_result(context, receiver, result)
    if "number" in context.checks:
        return ir.Assign((target_of(context, receiver.item),), result)
    return ir.AugAssign(current, operator, value)


@lowers(ast.Add)
def add(context: Context, node: ast.Add) -> list[ir.Stmt]:
    """ADD a b TO c  ->  c += a + b"""
    in_floating_point = _in_floating_point(context, "+", node.addends, node)
    if in_floating_point is not None:
        return in_floating_point
    total = _sum(context, node.addends)
    if node.giving:
        return _one_value(context, total, node.giving, node.size_error)
    return _each_receiver(context, "+", total, node.receivers, node.size_error, node.addends)


@lowers(ast.Subtract)
def subtract(context: Context, node: ast.Subtract) -> list[ir.Stmt]:
    """SUBTRACT a b FROM c  ->  c -= a + b"""
    in_floating_point = _in_floating_point(context, "-", node.subtrahends, node, node.minuend)
    if in_floating_point is not None:
        return in_floating_point
    total = _sum(context, node.subtrahends)
    if node.giving:
        assert node.minuend is not None
        difference = ir.Binary("-", numeric(context, node.minuend), total)
        return _one_value(context, difference, node.giving, node.size_error)
    return _each_receiver(context, "-", total, node.receivers, node.size_error, node.subtrahends)


@lowers(ast.Multiply)
def multiply(context: Context, node: ast.Multiply) -> list[ir.Stmt]:
    """MULTIPLY a BY b  ->  b *= a"""
    in_floating_point = _in_floating_point(context, "*", (node.multiplicand,), node, node.multiplier)
    if in_floating_point is not None:
        return in_floating_point
    factor = numeric(context, node.multiplicand)
    if node.giving:
        assert node.multiplier is not None
        product = ir.Binary("*", factor, numeric(context, node.multiplier))
        return _one_value(context, product, node.giving, node.size_error)
    return _each_receiver(context, "*", factor, node.receivers, node.size_error)


@lowers(ast.Divide)
def divide(context: Context, node: ast.Divide) -> list[ir.Stmt]:
    """DIVIDE a INTO b  ->  b = divide(b, a)"""
    if node.remainder is None:
        in_floating_point = _in_floating_point(context, "/", (node.divisor,), node, node.dividend)
        if in_floating_point is not None:
            return in_floating_point
    divisor = numeric(context, node.divisor)
    if node.remainder is not None:
        return _divide_remainder(context, node, divisor)
    if node.giving:
        assert node.dividend is not None
        quotient = context.runtime_call("divide", numeric(context, node.dividend), divisor)
        return _one_value(context, quotient, node.giving, node.size_error)
    before, divisor = _settled(context, divisor, node.receivers)
    results = [
        (receiver, context.runtime_call("divide", _current(context, receiver), divisor))
        for receiver in node.receivers
    ]
    return before + _results(context, results, node.size_error)


def _divide_remainder(context: Context, node: ast.Divide, divisor: ir.Expr) -> list[ir.Stmt]:
    """The remainder belongs to the quotient truncated to the places of the quotient's receiver."""
    assert node.dividend is not None and node.remainder is not None and len(node.giving) == 1
    receiver = node.giving[0]
    item = receiver_item(context, receiver.item)
    scale = integer(item.scale if item is not None else 0)
    dividend = numeric(context, node.dividend)
    left = context.local("remains")
    before: list[ir.Stmt] = [
        ir.Assign((left,), context.runtime_call("remainder", dividend, divisor, scale)),
    ]
    quotient = context.runtime_call("divide", dividend, divisor)
    if node.size_error is None:
        return [
            *before,
            store_result(context, receiver, quotient),
            store_result(context, node.remainder, left),
        ]
    stores = [checked_store(context, receiver, quotient), checked_store(context, node.remainder, left)]
    return before + size_error(context, stores, node.size_error)


@lowers(ast.Compute)
def compute(context: Context, node: ast.Compute) -> list[ir.Stmt]:
    """COMPUTE a = expression"""
    with arithmetic_statement(context, (node.expression,), node.receivers) as arithmetic:
        if arithmetic is not None and arithmetic.precision is not None:
            value = floating(context, node.expression, arithmetic.precision)
            return _floating_results(context, value, node.receivers, node.size_error, arithmetic.precision)
        limited = limited_operand(context, node.expression, node.receivers)
        value = limited.expr if limited is not None else numeric(context, node.expression)
    return _one_value(context, value, node.receivers, node.size_error)


def _floating_results(
    context: Context,
    value: ir.Expr,
    receivers: tuple[ast.Receiver, ...],
    phrase: ast.ConditionalPhrase | None,
    precision: Precision,
) -> list[ir.Stmt]:
    """Give every receiver one floating-point value, evaluated once."""
    before: list[ir.Stmt] = []
    if len(receivers) > 1:
        result = context.local("result")
        before, value = [ir.Assign((result,), value)], result
    results = [received(context, receiver, value, precision) for receiver in receivers]
    return before + _results(context, results, phrase)


def _in_floating_point(
    context: Context,
    operator: str,
    operands: tuple[ast.Expression, ...],
    node: ast.Add | ast.Subtract | ast.Multiply | ast.Divide,
    first: ast.Expression | None = None,
) -> list[ir.Stmt] | None:
    """ADD, SUBTRACT, MULTIPLY or DIVIDE in floating point; None where it is computed in fixed point.

    The sum of `operands` changes `first`, the receivers when it is None; ADD GIVING has only `operands`.
    """
    given = (*operands, first) if first is not None else operands
    receivers = node.giving or node.receivers
    with arithmetic_statement(context, given, receivers, operator) as arithmetic:
        if arithmetic is None or arithmetic.precision is None:
            return None
        precision = arithmetic.precision
        value = floating(context, operands[0], precision)
        for operand in operands[1:]:
            value = combined(context, "+", value, floating(context, operand, precision), precision)
        if node.giving:
            if first is not None:
                value = combined(context, operator, floating(context, first, precision), value, precision)
            return _floating_results(context, value, receivers, node.size_error, precision)
        before, value = _settled(context, value, receivers)
        results = []
        for receiver in receivers:
            current = as_float(_current(context, receiver), precision)
            changed = combined(context, operator, current, value, precision)
            results.append(received(context, receiver, changed, precision))
        return before + _results(context, results, node.size_error)


def _pairs(context: Context, source: ast.Identifier, receiver: ast.Identifier) -> list[tuple[Place, Place]]:
    """The places of corresponding items below two groups."""
    left, right = referent_place(context, source), referent_place(context, receiver)
    return [
        (item_place(context, a, left.subscripts), item_place(context, b, right.subscripts))
        for a, b in corresponding(left.item, right.item)
        if _computes(a) and _computes(b)
    ]


def _computes(item: DataItem) -> bool:
    return item.is_numeric


def _corresponding(
    context: Context,
    source: ast.Identifier,
    receiver: ast.Receiver,
    operator: str,
    phrase: ast.ConditionalPhrase | None,
) -> list[ir.Stmt]:
    stores: list[ir.Expr] = []
    result: list[ir.Stmt] = []
    for sent, taken in _pairs(context, source, receiver.item):
        value: ir.Expr = ir.Binary(operator, taken.read(), sent.read())
        if phrase is not None:
            keywords = {"rounded": ir.Constant(True)} if receiver.rounding else {}
            stores.append(taken.ask("store", value, **keywords))
        elif receiver.rounding:
            scale = rounding_places(taken.item)
            if scale is not None:
                value = context.runtime_call("rounded", value, integer(scale))
            result.append(ir.Assign((taken.read(),), value))
        elif context.asks_exceptions:
            result.append(ir.Do(taken.ask("compute", value)))
        else:
            result.append(ir.AugAssign(taken.read(), operator, sent.read()))
    if phrase is not None and stores:
        result += size_error(context, stores, phrase)
    return result or [ir.Pass()]


@lowers(ast.AddCorresponding)
def add_corresponding(context: Context, node: ast.AddCorresponding) -> list[ir.Stmt]:
    """ADD CORRESPONDING: one addition for each pair of items with the same name."""
    return _corresponding(context, node.source, node.receiver, "+", node.size_error)


@lowers(ast.SubtractCorresponding)
def subtract_corresponding(context: Context, node: ast.SubtractCorresponding) -> list[ir.Stmt]:
    """SUBTRACT CORRESPONDING: one subtraction for each pair."""
    return _corresponding(context, node.source, node.receiver, "-", node.size_error)
