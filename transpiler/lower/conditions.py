"""Conditions: relations, class, sign and condition-name tests, and their combinations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.symbols import ConditionName, SwitchStatus, Usage
from transpiler.ir import nodes as ir
from transpiler.ir.build import integer, own, text
from transpiler.lower.collating import native_sequence, orders_only, program_sequence, warn_of_numbers
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.expressions import operand, subscripts_of
from transpiler.lower.floating import floating
from transpiler.lower.intermediate import arithmetic_statement
from transpiler.lower.operand import Kind, Operand, as_text, moved_text, national_text, number, text_bytes
from transpiler.lower.place import condition_place, referent_place

_PYTHON = {"=": "==", "<>": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_MIRROR = {"==": "==", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
_CONDITIONS: dict[type[ast.Condition], Callable[[Context, Any], ir.Expr]] = {}


def condition(context: Context, node: ast.Condition) -> ir.Expr:
    """Lower a condition to a Python truth value."""
    lowering = _CONDITIONS.get(type(node))
    if lowering is None:
        raise Unconvertible(f"{type(node).__name__} is not converted yet", code="CBL6000")
    return lowering(context, node)


def opposite(test: ir.Expr) -> ir.Expr:
    """The negation of a test, pushed into a comparison."""
    if isinstance(test, ir.Not):
        return test.operand
    if isinstance(test, ir.Compare) and test.operator in _OPPOSITE:
        return ir.Compare(test.left, _OPPOSITE[test.operator], test.right)
    if isinstance(test, ir.Compare) and test.operator in ("in", "not in"):
        return ir.Compare(test.left, "in" if test.operator == "not in" else "not in", test.right)
    if isinstance(test, ir.Constant) and isinstance(test.value, bool):
        return ir.Constant(not test.value)
    return ir.Not(test)


def compare(context: Context, left: Operand, operator: str, right: Operand) -> ir.Expr:
    """Compare two operands; `operator` is Python's."""
    if _nearly_equal_counts(left, right):
        order = context.runtime_call("compare_floating", number(context, left), number(context, right))
        return ir.Compare(order, operator, integer(0))
    if left.kind is Kind.NUMBER and _as_number_beside(right):
        return ir.Compare(number(context, left), operator, number(context, right))
    if right.kind is Kind.NUMBER and _as_number_beside(left):
        return ir.Compare(number(context, left), operator, number(context, right))
    if left.kind is Kind.POINTER or right.kind is Kind.POINTER:
        return _compare_pointers(context, left, operator, right)
    return compare_text(context, _with_sign(context, left), operator, _with_sign(context, right))


def _with_sign(context: Context, number: Operand) -> Operand:
    """What text is compared with: of a number with a sign of its own the stored characters, sign included, as GnuCOBOL does."""
    item = number.item
    separate = item is not None and item.usage is Usage.DISPLAY and item.sign_separate
    if number.kind is not Kind.NUMBER or not separate or not context.dialect.separate_sign_counts:
        return number
    assert item is not None and number.place is not None
    return Operand(Kind.TEXT, number.place.ask("text"), item.size)


def _nearly_equal_counts(left: Operand, right: Operand) -> bool:
    """Whether a floating-point item is compared with an item or a literal other than zero: GnuCOBOL then takes nearly equal
    numbers for equal. The value of an expression is compared as it is."""
    sides = (left, right)
    return any(_is_floating(side) for side in sides) and all(
        side.kind is Kind.NUMBER and (side.item is not None or side.literal) for side in sides
    )


def _is_floating(value: Operand) -> bool:
    return value.item is not None and value.item.category is Category.FLOAT


def _as_number_beside(other: Operand) -> bool:
    """Whether `other`, compared with a number, is compared as a number."""
    return other.kind is Kind.NUMBER or other.figurative == "ZERO"


def _compare_pointers(context: Context, left: Operand, operator: str, right: Operand) -> ir.Expr:
    sides = [ir.Constant(0) if side.figurative == "NULL" else side.expr for side in (left, right)]
    return ir.Compare(sides[0], operator, sides[1])


def compare_text(context: Context, left: Operand, operator: str, right: Operand) -> ir.Expr:
    """Compare as text: the shorter operand is extended with spaces; the program's collating sequence orders."""
    if left.kind is Kind.FILL and right.kind is not Kind.FILL:
        return compare_text(context, right, _MIRROR[operator], left)
    left_text, right_text = _compared(context, left, right), _compared(context, right, left)
    ordering = operator not in ("==", "!=")
    collating = _sequence_between(context, left, right) if ordering or not orders_only(context) else None
    if collating is not None:
        for side in (left, right):
            warn_of_numbers(context, side.item)
        order = context.runtime_call("compare", left_text, right_text, collating)
        return ir.Compare(order, operator, integer(0))
    if right.kind is Kind.FILL or (left.size is not None and left.size == right.size):
        return ir.Compare(left_text, operator, right_text)
    if isinstance(right.literal, str) and left.size is not None:
        missing = left.size - len(right.literal)
        if 0 < missing <= 8 or (missing > 0 and ordering):
            return ir.Compare(left_text, operator, text(right.literal.ljust(left.size)))
    if ordering:
        return ir.Compare(context.runtime_call("compare", left_text, right_text), operator, integer(0))
    equal = context.runtime_call("same", left_text, right_text)
    return equal if operator == "==" else ir.Not(equal)


def _compared(context: Context, operand: Operand, other: Operand) -> ir.Expr:
    """What of `operand` is compared with `other`: with a group the bytes of national text."""
    if operand.national and other.item is not None and other.item.category is Category.GROUP:
        return text_bytes(context, operand)
    if operand.national or other.national:
        return national_text(context, operand)
    if operand.place is not None and operand.place.item.sign_separate:
        return operand.place.ask("text")  # GnuCOBOL compares the sign too
    return moved_text(context, operand)


def _sequence_between(context: Context, left: Operand, right: Operand) -> ir.Name | None:
    if left.national or right.national:
        return None  # the order of code units
    if isinstance(left.literal, str) and isinstance(right.literal, str):
        return native_sequence(context)  # GnuCOBOL compares two literals while it compiles
    return program_sequence(context)


def _relation(context: Context, node: ast.Relation) -> ir.Expr:
    if isinstance(node.right, ast.Identifier):
        meant = context.analysis.references.get(node.right)
        if isinstance(meant, (ConditionName, SwitchStatus)):
            return condition_name(context, node.right)
    sides = (node.left, node.right)
    with arithmetic_statement(context, sides) as arithmetic:
        if arithmetic is not None and arithmetic.precision is not None and any(map(_computes, sides)):
            one, two = (floating(context, side, arithmetic.precision) for side in sides)
            return ir.Compare(one, _PYTHON[node.operator], two)
        left, right = operand(context, node.left), operand(context, node.right)
    return compare(context, left, _PYTHON[node.operator], right)


def _computes(node: ast.Expression) -> bool:
    """Whether an operand is an arithmetic expression."""
    if isinstance(node, (ast.UnaryOperation, ast.Parenthesized)):
        return _computes(node.operand)
    return isinstance(node, ast.BinaryOperation)


def _class_condition(context: Context, node: ast.ClassCondition) -> ir.Expr:
    value = operand(context, node.operand)
    name = node.class_name
    classes = context.analysis.symbols.classes
    if name in classes:
        characters = "".join(sorted(classes[name].characters))
        test: ir.Expr = context.runtime_call("consists_of", as_text(context, value), text(characters))
    elif name == "NUMERIC" and value.place is not None:
        host = context.dialect.host_sign and value.place.item.usage is Usage.COMP_3
        test = value.place.ask("is_numeric_of_host" if host else "is_numeric")
    else:
        function = {
            "NUMERIC": "is_numeric_text",
            "ALPHABETIC": "is_alphabetic",
            "ALPHABETIC-LOWER": "is_alphabetic_lower",
            "ALPHABETIC-UPPER": "is_alphabetic_upper",
        }.get(name)
        if function is None:
            raise Unconvertible(f"class {name} is not known", code="CBL6002")
        stored = value.place if not value.national else None
        shown = stored.ask("text") if stored is not None else as_text(context, value)
        test = context.runtime_call(function, shown)
    return opposite(test) if node.negated else test


def _sign_condition(context: Context, node: ast.SignCondition) -> ir.Expr:
    value = number(context, operand(context, node.operand))
    sign = {"POSITIVE": ">", "NEGATIVE": "<", "ZERO": "=="}[node.sign]
    test = ir.Compare(value, sign, integer(0))
    return opposite(test) if node.negated else test


def condition_name(context: Context, identifier: ast.Identifier) -> ir.Expr:
    """A condition-name or switch-status name as a test."""
    meant = context.analysis.references.get(identifier)
    if isinstance(meant, ConditionName):
        return condition_place(context, meant, subscripts_of(context, identifier))
    if isinstance(meant, SwitchStatus):
        switch = ir.Subscript(ir.Attribute(own("run"), "switches"), (integer(meant.number),))
        return switch if meant.on else ir.Not(switch)
    raise Unconvertible(f"{identifier.name} is not a condition-name", code="CBL6002")


def condition_name_values(context: Context, condition: ConditionName, value: Operand) -> ir.Expr:
    """The body of a condition-name's property: is `value` one of its values or within one of its ranges?"""
    singles = [operand(context, part.low) for part in condition.values if part.high is None]
    tests: list[ir.Expr] = []
    if len(singles) > 1 and orders_only(context) and all(_plain(value, single) for single in singles):
        tests.append(
            ir.Compare(
                value.expr, "in", ir.Tuple(tuple(_matched(context, value, single) for single in singles))
            )
        )
    else:
        tests += [compare(context, value, "==", single) for single in singles]
    for part in condition.values:
        if part.high is not None:
            tests.append(in_range(context, value, operand(context, part.low), operand(context, part.high)))
    return tests[0] if len(tests) == 1 else ir.BoolOp("or", tuple(tests))


def in_range(context: Context, value: Operand, low: Operand, high: Operand) -> ir.Expr:
    """low <= value <= high, chained when both comparisons are Python's own."""
    lower, upper = compare(context, value, ">=", low), compare(context, value, "<=", high)
    if (
        isinstance(lower, ir.Compare)
        and isinstance(upper, ir.Compare)
        and lower.left == upper.left == value.expr
        and low.kind is not Kind.FILL
    ):
        return ir.Chain((lower.right, value.expr, upper.right), ("<=", "<="))
    return ir.BoolOp("and", (lower, upper))


def _plain(value: Operand, single: Operand) -> bool:
    if value.kind is Kind.NUMBER:
        return (single.kind is Kind.NUMBER or single.figurative == "ZERO") and not _is_floating(value)
    return (
        value.size is not None
        and isinstance(single.literal, str)
        and single.kind is Kind.TEXT
        and (single.size is not None and single.size <= value.size)
    )


def _matched(context: Context, value: Operand, single: Operand) -> ir.Expr:
    if value.kind is Kind.NUMBER:
        return number(context, single)
    assert isinstance(single.literal, str) and value.size is not None
    return text(single.literal.ljust(value.size))


def _omitted(context: Context, node: ast.OmittedCondition) -> ir.Expr:
    if not isinstance(node.operand, ast.Identifier):
        raise Unconvertible("OMITTED is a question about a parameter", code="CBL6002")
    test = context.runtime_call("omitted", referent_place(context, node.operand).record)
    return opposite(test) if node.negated else test


def _condition_name_test(context: Context, node: ast.ConditionNameTest) -> ir.Expr:
    return condition_name(context, node.identifier)


def _boolean(context: Context, node: ast.BooleanConstant) -> ir.Expr:
    return ir.Constant(node.value)


def _negated(context: Context, node: ast.NegatedCondition) -> ir.Expr:
    return opposite(condition(context, node.operand))


def _combined(context: Context, node: ast.CombinedCondition) -> ir.Expr:
    return ir.BoolOp(node.operator.lower(), tuple(condition(context, part) for part in node.operands))


_CONDITIONS.update(
    {
        ast.Relation: _relation,
        ast.ClassCondition: _class_condition,
        ast.SignCondition: _sign_condition,
        ast.ConditionNameTest: _condition_name_test,
        ast.BooleanConstant: _boolean,
        ast.OmittedCondition: _omitted,
        ast.NegatedCondition: _negated,
        ast.CombinedCondition: _combined,
    }
)
