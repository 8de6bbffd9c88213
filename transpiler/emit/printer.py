"""Prints the Python-shaped tree as source lines.

Parentheses come from one precedence table; long lines are left to the formatter, which runs behind this.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, TypeVar

from transpiler.ir import nodes as ir

INDENT = "    "

# Binding strength, weakest first (Python reference, 6.17 "Operator precedence").
LAMBDA, CONDITIONAL, OR, AND, NOT, COMPARE, SUM, PRODUCT, UNARY, POWER, PRIMARY = range(11)
_BINARY_LEVEL = {"+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, "//": PRODUCT, "%": PRODUCT, "**": POWER}

_DIRECTIVE = re.compile(
    r"(^|#)\s*(?=(?:fmt|yapf|isort|type|mypy|pyright|ruff|flake8|pylint|coding)\s*[:=]|noqa\b|-\*-)",
    re.IGNORECASE,
)
"""Where an order to a Python tool would begin in a comment. A COBOL comment gives no orders; it gets a star there."""

_E = TypeVar("_E", bound=ir.Expr)
_S = TypeVar("_S", bound=ir.Stmt)
_EXPRESSIONS: dict[type[ir.Expr], Callable[[Any], tuple[str, int]]] = {}
_STATEMENTS: dict[type[ir.Stmt], Callable[[Any], Iterator[str]]] = {}


def print_expression(node: ir.Expr, level: int = LAMBDA) -> str:
    """Return the source of `node`, in parentheses when it binds weaker than `level`."""
    text, own = _EXPRESSIONS[type(node)](node)
    return text if own >= level else f"({text})"


def print_statements(body: ir.Body) -> list[str]:
    """Return the lines of `body`, not indented; an empty body prints as `pass`."""
    lines = [line for statement in body for line in _STATEMENTS[type(statement)](statement)]
    if not any(not isinstance(statement, ir.Comment) for statement in body):
        lines.append("pass")
    return lines


def print_comments(body: ir.Body) -> list[str]:
    """Return the lines of the comments of `body` alone."""
    return [line for item in body if isinstance(item, ir.Comment) for line in _comment(item)]


def comment_line(text: str) -> str:
    """Return a line of COBOL comment as a Python comment, without characters that hide or reorder text."""
    visible = "".join(char if char.isprintable() else " " for char in text)
    harmless = _DIRECTIVE.sub(r"\1* ", visible)
    return f"# {harmless}".rstrip()


def _expression(
    kind: type[_E],
) -> Callable[[Callable[[_E], tuple[str, int]]], Callable[[_E], tuple[str, int]]]:
    def register(function: Callable[[_E], tuple[str, int]]) -> Callable[[_E], tuple[str, int]]:
        _EXPRESSIONS[kind] = function
        return function

    return register


def _statement(kind: type[_S]) -> Callable[[Callable[[_S], Iterator[str]]], Callable[[_S], Iterator[str]]]:
    def register(function: Callable[[_S], Iterator[str]]) -> Callable[[_S], Iterator[str]]:
        _STATEMENTS[kind] = function
        return function

    return register


# --- expressions


@_expression(ir.Name)
def _name(node: ir.Name) -> tuple[str, int]:
    return node.id, PRIMARY


@_expression(ir.Attribute)
def _attribute(node: ir.Attribute) -> tuple[str, int]:
    return f"{print_expression(node.value, PRIMARY)}.{node.name}", PRIMARY


@_expression(ir.Constant)
def _constant(node: ir.Constant) -> tuple[str, int]:
    value = node.value
    if isinstance(value, Decimal):
        return f'Decimal("{value}")', PRIMARY
    if isinstance(value, str):
        return quoted(value), PRIMARY
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value < 0:
        return repr(value), UNARY
    if isinstance(value, int) and not isinstance(value, bool) and value >= 10_000:
        return f"{value:_}", PRIMARY
    return repr(value), PRIMARY


def quoted(value: str) -> str:
    """Return `value` as a Python string literal with double quotes where that needs no more escapes."""
    plain = repr(value)
    if plain[0] == "'" and '"' not in plain:
        return f'"{plain[1:-1]}"'
    return plain


@_expression(ir.Call)
def _call(node: ir.Call) -> tuple[str, int]:
    parts = [print_expression(argument) for argument in node.arguments]
    parts += [f"{name}={print_expression(value)}" for name, value in node.keywords]
    return f"{print_expression(node.function, PRIMARY)}({', '.join(parts)})", PRIMARY


@_expression(ir.Subscript)
def _subscript(node: ir.Subscript) -> tuple[str, int]:
    indices = ", ".join(print_expression(index) for index in node.indices)
    return f"{print_expression(node.value, PRIMARY)}[{indices}]", PRIMARY


@_expression(ir.Slice)
def _slice(node: ir.Slice) -> tuple[str, int]:
    lower = print_expression(node.lower) if node.lower else ""
    upper = print_expression(node.upper) if node.upper else ""
    return f"{lower}:{upper}", LAMBDA


@_expression(ir.Binary)
def _binary(node: ir.Binary) -> tuple[str, int]:
    level = _BINARY_LEVEL[node.operator]
    left, right = (level + 1, level) if node.operator == "**" else (level, level + 1)
    return (
        f"{print_expression(node.left, left)} {node.operator} {print_expression(node.right, right)}",
        level,
    )


@_expression(ir.Negative)
def _negative(node: ir.Negative) -> tuple[str, int]:
    return f"-{print_expression(node.operand, UNARY + 1)}", UNARY


@_expression(ir.Not)
def _not(node: ir.Not) -> tuple[str, int]:
    return f"not {print_expression(node.operand, NOT)}", NOT


@_expression(ir.Compare)
def _compare(node: ir.Compare) -> tuple[str, int]:
    return (
        f"{print_expression(node.left, SUM)} {node.operator} {print_expression(node.right, SUM)}",
        COMPARE,
    )


@_expression(ir.Chain)
def _chain(node: ir.Chain) -> tuple[str, int]:
    parts = [print_expression(node.operands[0], SUM)]
    for operator, operand in zip(node.operators, node.operands[1:], strict=True):
        parts += [operator, print_expression(operand, SUM)]
    return " ".join(parts), COMPARE


@_expression(ir.BoolOp)
def _bool_op(node: ir.BoolOp) -> tuple[str, int]:
    level = OR if node.operator == "or" else AND
    return f" {node.operator} ".join(print_expression(operand, level + 1) for operand in node.operands), level


@_expression(ir.Tuple)
def _tuple(node: ir.Tuple) -> tuple[str, int]:
    items = [print_expression(item) for item in node.items]
    return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})", PRIMARY


@_expression(ir.Dict)
def _dict(node: ir.Dict) -> tuple[str, int]:
    items = [f"{print_expression(key)}: {print_expression(value)}" for key, value in node.items]
    return f"{{{', '.join(items)}}}", PRIMARY


@_expression(ir.Lambda)
def _lambda(node: ir.Lambda) -> tuple[str, int]:
    head = f"lambda {', '.join(node.parameters)}" if node.parameters else "lambda"
    return f"{head}: {print_expression(node.body)}", LAMBDA


@_expression(ir.Conditional)
def _conditional(node: ir.Conditional) -> tuple[str, int]:
    then, test = print_expression(node.then, OR), print_expression(node.test, OR)
    return f"{then} if {test} else {print_expression(node.otherwise, CONDITIONAL)}", CONDITIONAL


@_expression(ir.Starred)
def _starred(node: ir.Starred) -> tuple[str, int]:
    return f"*{print_expression(node.value, PRIMARY)}", LAMBDA


@_expression(ir.Generator)
def _generator(node: ir.Generator) -> tuple[str, int]:
    loops = " ".join(f"for {name.id} in {print_expression(iterable, OR)}" for name, iterable in node.loops)
    return f"({print_expression(node.element, OR)} {loops})", PRIMARY


@_expression(ir.Formatted)
def _formatted(node: ir.Formatted) -> tuple[str, int]:
    return f'f"{{{print_expression(node.value)}:{node.specification}}}"', PRIMARY


# --- statements


def _suite(body: ir.Body) -> Iterator[str]:
    for line in print_statements(body):
        yield INDENT + line


@_statement(ir.Comment)
def _comment(node: ir.Comment) -> Iterator[str]:
    for line in node.text.splitlines() or [""]:
        yield comment_line(line)


@_statement(ir.Assign)
def _assign(node: ir.Assign) -> Iterator[str]:
    targets = " = ".join(print_expression(target) for target in node.targets)
    annotation = f": {node.annotation}" if node.annotation else ""
    yield f"{targets}{annotation} = {print_expression(node.value)}"


@_statement(ir.AugAssign)
def _aug_assign(node: ir.AugAssign) -> Iterator[str]:
    yield f"{print_expression(node.target)} {node.operator}= {print_expression(node.value)}"


@_statement(ir.Do)
def _do(node: ir.Do) -> Iterator[str]:
    yield print_expression(node.value)


@_statement(ir.If)
def _if(node: ir.If) -> Iterator[str]:
    word = "if"
    current: ir.If | None = node
    while current is not None:
        yield f"{word} {print_expression(current.test)}:"
        yield from _suite(current.then)
        rest = current.otherwise
        current, word = None, "elif"
        if len(rest) == 1 and isinstance(rest[0], ir.If):
            current = rest[0]
        elif rest:
            yield "else:"
            yield from _suite(rest)


@_statement(ir.While)
def _while(node: ir.While) -> Iterator[str]:
    yield f"while {print_expression(node.test)}:"
    yield from _suite(node.body)
    if node.otherwise:
        yield "else:"
        yield from _suite(node.otherwise)


@_statement(ir.For)
def _for(node: ir.For) -> Iterator[str]:
    yield f"for {print_expression(node.target)} in {print_expression(node.iterable)}:"
    yield from _suite(node.body)


@_statement(ir.With)
def _with(node: ir.With) -> Iterator[str]:
    yield f"with {print_expression(node.context)}:"
    yield from _suite(node.body)


@_statement(ir.Raise)
def _raise(node: ir.Raise) -> Iterator[str]:
    yield f"raise {print_expression(node.value)}"


@_statement(ir.Return)
def _return(node: ir.Return) -> Iterator[str]:
    yield "return" if node.value is None else f"return {print_expression(node.value)}"


@_statement(ir.Break)
def _break(node: ir.Break) -> Iterator[str]:
    yield "break"


@_statement(ir.Continue)
def _continue(node: ir.Continue) -> Iterator[str]:
    yield "continue"


@_statement(ir.Pass)
def _pass(node: ir.Pass) -> Iterator[str]:
    yield "pass"
