"""Level 78 and 01 CONSTANT entries, and integers that may be constants."""

from __future__ import annotations

from decimal import Decimal

from cobol_parser import ast
from cobol_parser.declare.scope import Scope
from cobol_parser.layout import lay_out
from cobol_parser.resolve_names import resolve_identifier
from cobol_parser.symbols import Constant, DataItem, Referent, StorageSection

Literal = ast.NumericLiteral | ast.AlphanumericLiteral | ast.FigurativeConstant


_WITH_OFFSETS = (StorageSection.FILE, StorageSection.LINKAGE)
"""Sections whose records have a beginning that offsets can be counted from."""


def declare_constant(scope: Scope, entry: ast.DataDescription, before: DataItem | None = None) -> None:
    """Declare a constant with its value worked out; `before` is an item of the record described last."""
    written = entry.value.values[0].low if entry.value and entry.value.values else None
    if isinstance(written, ast.OffsetOf):
        value: Literal | None = _offset(scope, written, before)
    else:
        value = fold(scope, written) if written is not None else None
    if value is None or entry.name is None:
        scope.report("CBL5014", entry.span.first, f"the value of constant {entry.name} cannot be worked out")
        return
    constant = Constant(entry.name, value, entry)
    scope.symbols.constants[entry.name] = constant
    scope.add_name(entry.name, constant)


def integer_value(scope: Scope, expression: ast.Expression) -> int | None:
    """Return the integer that a literal or constant expression stands for, None when it is none."""
    value = fold(scope, expression)
    if isinstance(value, ast.NumericLiteral) and value.value == int(value.value):
        return int(value.value)
    return None


def fold(scope: Scope, expression: ast.Expression) -> Literal | None:
    """Work out a constant expression: literals, other constants, sizes and arithmetic on them."""
    if isinstance(expression, Literal):
        return expression
    if isinstance(expression, ast.Identifier):
        constant = _constant(scope, expression.name)
        if constant is not None:
            scope.references[expression] = constant
            return constant.value
        return None
    if isinstance(expression, ast.Concatenation):
        return _joined(scope, expression)
    number = _number(scope, expression)
    if number is None:
        return None
    number = Decimal(int(number))  # the result of an expression has no decimal places
    return ast.NumericLiteral(span=expression.span, text=str(number), value=number)


def _offset(scope: Scope, written: ast.OffsetOf, before: DataItem | None) -> ast.NumericLiteral | None:
    """NEXT: behind the first occurrence of the item described last; START OF: where an item begins."""
    item: Referent | None = before
    if written.item is not None:
        item = resolve_identifier(scope.symbols, scope.diagnostics, scope.references, written.item)
    if not isinstance(item, DataItem) or not (item.section in _WITH_OFFSETS or item.external):
        return None
    lay_out(item.record, scope.rules)
    if written.item is not None:
        place = item.offset
    else:
        *_, last = item.record.walk()
        place = last.offset + last.size
    return ast.NumericLiteral(span=written.span, text=str(place), value=Decimal(place))


def _joined(scope: Scope, expression: ast.Concatenation) -> ast.AlphanumericLiteral | None:
    parts = [fold(scope, part) for part in expression.parts]
    texts = [
        FIGURATIVE_CHARACTERS.get(part.name)
        if isinstance(part, ast.FigurativeConstant)
        else part.value
        if isinstance(part, ast.AlphanumericLiteral)
        else None
        for part in parts
    ]
    known = [text for text in texts if text is not None]
    if len(known) < len(texts):
        return None
    return ast.AlphanumericLiteral(span=expression.span, value="".join(known))


FIGURATIVE_CHARACTERS = {
    "SPACE": " ",
    "ZERO": "0",
    "QUOTE": '"',
    "HIGH-VALUE": "\xff",
    "LOW-VALUE": "\0",
    "NULL": "\0",
}


def _number(scope: Scope, expression: ast.Expression) -> Decimal | None:
    if isinstance(expression, ast.LengthOf):
        return _length(scope, expression.operand)
    if isinstance(expression, ast.Parenthesized):
        return _number(scope, expression.operand)
    if isinstance(expression, ast.UnaryOperation):
        operand = _number(scope, expression.operand)
        return None if operand is None else -operand if expression.operator == "-" else operand
    if isinstance(expression, ast.BinaryOperation):
        return _operation(scope, expression)
    value = fold(scope, expression) if isinstance(expression, Literal | ast.Identifier) else None
    return value.value if isinstance(value, ast.NumericLiteral) else None


def _operation(scope: Scope, expression: ast.BinaryOperation) -> Decimal | None:
    left = _number(scope, expression.left)
    right = _number(scope, expression.right)
    if left is None or right is None:
        return None
    match expression.operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/" if right:
            return Decimal(int(left / right))
        case "**" if right == int(right) and 0 <= right < 100:
            return left ** int(right)
    return None


def _length(scope: Scope, operand: ast.Expression) -> Decimal | None:
    if isinstance(operand, ast.AlphanumericLiteral):
        return Decimal(len(operand.value))
    if not isinstance(operand, ast.Identifier):
        return None
    found = [item for item in scope.symbols.named(operand.name) if isinstance(item, DataItem)]
    if len(found) != 1:
        return None
    item = found[0]
    lay_out(item.record, scope.rules)  # the constant may stand inside the record it measures
    scope.references[operand] = item
    return Decimal(item.total_size)


def _constant(scope: Scope, name: str) -> Constant | None:
    symbols = scope.symbols
    while name not in symbols.constants:
        if symbols.parent is None:
            return None
        symbols = symbols.parent
    return symbols.constants[name]
